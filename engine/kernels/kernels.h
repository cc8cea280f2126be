// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The kernels as one table of function pointers, chosen once for this machine. This is the only
// kernel header that other rooms see.
//
// Kernels know pointers, strides and counts; no tensors, threads or models. Each has a scalar twin
// (table "SCALAR") that is obviously right, and a row in tests/engine/kernels/ with its tolerance.
// Results depend on the chosen target (lane count changes the order of additions) but never on how
// the caller cuts the work: every output of `matmul` and `attend` is computed by the same sequence
// of operations whatever the batch, the row range or the thread.
// No kernel allocates, and none reads outside the ranges its arguments name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "engine/kernels/kv_type.h"
#include "engine/kernels/quantized.h"
#include "engine/kernels/slot_runs.h"
#include "engine/kernels/softmax_weight.h"
#include "engine/quant/dtype.h"

namespace vibrant {

// Rows are decoded in groups of this many, counted from row_begin; a last group that is cut short
// costs as much as a whole one. Ranges that are multiples of it waste nothing; any range gives the
// same values.
inline constexpr std::size_t kMatmulRowTile = 8;

// y[c][r] = dot(row r of W, x[c]) (+ bias[r]) for rows [row_begin, row_end) and all columns.
struct MatmulArgs {
    const std::byte* weights;  // row 0
    std::size_t row_stride;    // bytes
    std::size_t n_cols;        // values per row: a whole number of blocks
    std::size_t row_begin, row_end;
    const float* x;        // (n_batch, n_cols), row c at x + c * x_stride
    std::size_t x_stride;  // floats
    std::size_t n_batch;   // >= 1
    const float* bias;     // (n_rows) or nullptr
    float* y;              // (n_batch, n_rows), row c at y + c * y_stride
    std::size_t y_stride;  // floats
};

// Attention of the `group` query heads that share one KV head, for one query position:
//   out[h] = sum_j softmax_j(scale * q[h] . k[j]) v[j], over the slots of `runs` in order.
// Online softmax over fixed tiles of kAttendTile slots, so memory does not grow with the context.
// Tiles are counted along the runs, so the result depends on the order of positions alone, not on
// where the runs begin or end.
// A score of -inf masks its slot. With no slots, or none unmasked, out is zeros. A NaN score makes
// that head's out NaN.
inline constexpr std::size_t kAttendTile = 32;  // slots
struct AttendArgs {
    const float* q;     // (group, head_dim), head h at q + h * head_dim
    std::size_t group;  // query heads per KV head, any number >= 1
    std::size_t head_dim;
    const void* k;  // rows of this KV head by slot: head_dim of f32 or f16_bits, or as kv_type.h has it,
    const void* v;  // by the function called
    std::span<const SlotRun> runs;
    float scale;  // 1 / sqrt(head_dim)
    float* out;   // (group, head_dim); overlaps none of the inputs
    // To attend to a part of the slots, both (group): `out` is then the sum of weights times values,
    // relative to exp(max), and attend_merge joins the parts. nullptr for a finished result.
    float* max = nullptr;
    float* sum = nullptr;
};
// out = the attention over all parts, each (group, head_dim) values, (group) maxima, (group) sums.
struct AttendMergeArgs {
    const float* parts;  // part p at parts + p * part_stride
    std::size_t n_parts, part_stride;
    std::size_t group, head_dim;
    float* out;  // (group, head_dim)
};
[[nodiscard]] constexpr std::size_t attend_part_size(std::size_t group, std::size_t head_dim) {
    return group * (head_dim + 2);
}

// The same for `n_positions` neighbouring positions of a prompt at once, over an f16 or 8-bit cache:
// n_positions * group <= kAttendTileRows, head_dim a multiple of 4 and <= kAttendTileDim. `runs` is
// what the last position sees; each one before it sees one slot less. A position's result is that
// of any other cut into tiles, bit for bit, but not that of attend_*, which sums in another order.
inline constexpr std::size_t kAttendTileRows = 96, kAttendTileDim = 256;
struct AttendTileArgs {
    const float* q;      // position p's (group, head_dim) at q + p * stride
    std::size_t stride;  // floats from position to position, in q and out
    std::size_t n_positions, group, head_dim;
    const void* k;  // as in AttendArgs
    const void* v;
    std::span<const SlotRun> runs;
    float scale;
    float* out;  // as q; overlaps none of the inputs
};

struct KernelTable {
    std::string_view name;  // Highway's target name ("AVX3_DL", "AVX2", "NEON") or "SCALAR"

    // One row decoded to f32. n is a whole number of blocks.
    void (*dequantize_row[kDTypeCount])(const std::byte* row, std::size_t n, float* out);
    // f32 activations against blocks decoded in registers. This is the reference precision.
    void (*matmul[kDTypeCount])(const MatmulArgs&);

    // Values [begin, end) of the row x to decode precision. begin is a multiple of kActGroup; end
    // too, or the row's end, where zeros fill the group.
    void (*quantize_act16)(const float* x, std::size_t begin, std::size_t end, const Act16& out);
    // Values [begin, end) of row `row` of the batch to prefill precision; x is where `begin` lies. It
    // is a multiple of kActBlock; end too, or the row's end, where zeros fill the block.
    void (*quantize_act8)(const float* x, std::size_t begin, std::size_t end, const Act8& out, std::size_t row);
    // Decode: quantised activations against blocks. nullptr for the types that are not blocks
    // (F32, F16, BF16), whose matmul reads memory as fast as a core can.
    void (*gemv[kDTypeCount])(const GemvArgs&);
    // Prefill: a batch of quantised activations against strips of blocks expanded to bytes. nullptr
    // as for gemv.
    void (*gemm[kDTypeCount])(const GemmArgs&);

    void (*attend_f32)(const AttendArgs&);
    void (*attend_f16)(const AttendArgs&);
    void (*attend_i8)(const AttendArgs&);
    void (*attend_tile_f16)(const AttendTileArgs&);
    void (*attend_tile_i8)(const AttendTileArgs&);
    void (*attend_merge)(const AttendMergeArgs&);

    // out[i] = x[i] * weight[i] / sqrt(mean(x^2) + eps); in place allowed.
    void (*rms_norm)(const float* x, const float* weight, std::size_t n, float eps, float* out);
    // Rotates one head in place by the angles whose cos and sin are given, (n_rot / 2) each.
    // neox pairs (i, i + n_rot/2), norm pairs (2i, 2i+1); values past n_rot stay.
    void (*rope_neox)(float* head, const float* cos, const float* sin, std::size_t n_rot);
    void (*rope_norm)(float* head, const float* cos, const float* sin, std::size_t n_rot);
    // out[i] = silu(gate[i]) * up[i]; in place allowed.
    void (*swiglu)(const float* gate, const float* up, std::size_t n, float* out);
    // x[i] += y[i]
    void (*add)(float* x, const float* y, std::size_t n);
    // Rounds to nearest even.
    void (*f32_to_f16)(const float* x, std::size_t n, std::uint16_t* out);
    // A row of an 8-bit cache (kv_type.h): x ~ scale * q, scale = max |x| / 127. NaN and infinity give
    // the scale NaN.
    void (*f32_to_kv8)(const float* x, std::size_t n, std::byte* row);
    // Walsh-Hadamard transform of every 2^k values, the largest power of two that divides n, divided
    // by its root: a rotation and its own inverse. It spreads outliers over all dimensions and leaves
    // dot products as they are.
    void (*hadamard)(float* x, std::size_t n);
    // The largest value; NaN if any value is NaN. n >= 1.
    float (*max)(const float* x, std::size_t n);
    // The largest value of every kWeightBlock of n, NaN counting as -inf: (n / kWeightBlock, rounded
    // up).
    void (*block_max)(const float* x, std::size_t n, float* out);
    // Sum of softmax_weight((x[i] - best) * scale) over all x[i] >= lowest; n <= kWeightBlock. All
    // targets give the same bits.
    std::uint64_t (*sum_weights)(const float* x, std::size_t n, float best, float scale, float lowest);
};

// The table in use: the best target of this machine, or the one named by the environment variable
// VIBRANT_KERNELS (any name of kernel_tables()). An unknown name is logged and ignored. Chosen at
// the first call, thread-safe.
[[nodiscard]] const KernelTable& kernels();
// Every table this machine can run, best first, "SCALAR" last.
[[nodiscard]] std::span<const KernelTable* const> kernel_tables();

}  // namespace vibrant
