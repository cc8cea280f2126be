// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The kernels of one target, as every -inl.h and per-target .cpp of this folder sees them. Included
// once per target by Highway's foreach_target.h; the definitions are spread over the .cpp files so
// that they compile in parallel, and table.cpp collects them.

#if defined(VIBRANT_KERNELS_TARGET_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_TARGET_INL_H
#undef VIBRANT_KERNELS_TARGET_INL_H
#else
#define VIBRANT_KERNELS_TARGET_INL_H
#endif

#include "engine/kernels/highway_targets.h"
#include "engine/kernels/kernels.h"

#include <hwy/highway.h>

#ifdef VIBRANT_AVX_VNNI  // see foreach_target.h; Highway sets the macro anew for every target
#undef HWY_TARGET_STR
#define HWY_TARGET_STR HWY_TARGET_STR_AVX2 ",avxvnni"
#endif

// Highway's ARM targets stop short of the dot product of unsigned with signed bytes (i8mm). Armv8.6
// brought it together with BF16, so the target that has the one gets the other; table.cpp asks the
// processor for both.
#if HWY_TARGET == HWY_NEON_BF16 && HWY_HAVE_RUNTIME_DISPATCH
#define VIBRANT_NEON_I8MM HWY_TARGET_STR_FP16 "+bf16+dotprod+i8mm" HWY_TARGET_STR_NEON
#undef HWY_TARGET_STR
#define HWY_TARGET_STR VIBRANT_NEON_I8MM
#else
#undef VIBRANT_NEON_I8MM
#endif

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// The vector of floats all kernels use: at most 16 lanes, so that buffers can have a fixed size.
using F32 = hn::CappedTag<float, 16>;
using I32 = hn::RebindToSigned<F32>;
using U16 = hn::Rebind<std::uint16_t, F32>;
using F16 = hn::Rebind<hwy::float16_t, F32>;
using VF = hn::Vec<F32>;
inline constexpr std::size_t kLanes = hn::MaxLanes(F32());
// 32 vector registers; x86 before AVX-512 has 16.
inline constexpr bool kManyRegisters = kLanes == 16 || !HWY_ARCH_X86;

template <DType kType>
void dequantize_row(const std::byte* row, std::size_t n, float* out);
template <DType kType>
void matmul(const MatmulArgs& args);

void quantize_act16(const float* x, std::size_t begin, std::size_t end, const Act16& out);
void quantize_act8(const float* x, std::size_t begin, std::size_t end, const Act8& out, std::size_t row);
template <DType kType>
void gemv(const GemvArgs& args);
template <DType kType>
void gemm(const GemmArgs& args);

void attend_f32(const AttendArgs& args);
void attend_f16(const AttendArgs& args);
void attend_i8(const AttendArgs& args);
void attend_tile_f16(const AttendTileArgs& args);
void attend_tile_i8(const AttendTileArgs& args);
void attend_merge(const AttendMergeArgs& args);
void to_kv8(const float* x, std::size_t n, std::byte* row);
void hadamard(float* x, std::size_t n);

void rms_norm(const float* x, const float* weight, std::size_t n, float eps, float* out);
void rope_neox(float* head, const float* cos, const float* sin, std::size_t n_rot);
void rope_norm(float* head, const float* cos, const float* sin, std::size_t n_rot);
void swiglu(const float* gate, const float* up, std::size_t n, float* out);
void add(float* x, const float* y, std::size_t n);
void to_f16(const float* x, std::size_t n, std::uint16_t* out);
float max_value(const float* x, std::size_t n);
void block_max(const float* x, std::size_t n, float* out);
std::uint64_t sum_weights(const float* x, std::size_t n, float best, float scale, float lowest);

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
