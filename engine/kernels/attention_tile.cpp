// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Attention of a prompt: a tile of query rows (positions x the heads of the group) against tiles of
// kAttendTile keys, as two small matrix products around the online softmax of attention.cpp. A key
// tile is widened to f32 once per query tile, K transposed so that lanes are keys: no product ends
// in a sum over lanes, and both run at the speed of FMA from L1 and L2.
//
// A row is computed by the same operations whatever rows share its tile: masked keys of the last
// tiles have weight 0 and are left out of the values, so that not even a NaN of a later position
// shows.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/attention_tile.cpp"
#include "engine/kernels/highway_targets.h"

#include <hwy/foreach_target.h>

#include "engine/kernels/kv-inl.h"
#include "engine/kernels/softmax_tile-inl.h"
#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {
namespace {

// Accumulators are kRows x 2 vectors: 24 of 32 registers where there are that many, 12 of 16
// elsewhere.
constexpr std::size_t kRows = kManyRegisters ? 12 : 6;
static_assert(kAttendTileRows % kRows == 0 && kAttendTile % (2 * kLanes) == 0);

// 168 KiB of stack at most, of which head_dim 128 touches 87.
struct QueryTile {
    const AttendTileArgs& a;
    std::size_t n_rows;   // position-major: row r is head r % group of position r / group
    std::size_t padded;   // n_rows up to a multiple of kRows; what pads them is computed and dropped
    std::size_t width;    // head_dim up to a multiple of two vectors
    std::size_t n_slots;  // of the last position

    alignas(64) float q[kAttendTileRows * kAttendTileDim];     // (padded, head_dim)
    alignas(64) float out[kAttendTileRows * kAttendTileDim];   // (padded, width)
    alignas(64) float keys[kAttendTileDim * kAttendTile];      // (head_dim, kAttendTile)
    alignas(64) float values[kAttendTile * kAttendTileDim];    // (kAttendTile, width)
    alignas(64) float weights[kAttendTileRows * kAttendTile];  // scores first
    float max[kAttendTileRows], sum[kAttendTileRows], rescale[kAttendTileRows];

    explicit QueryTile(const AttendTileArgs& args)
        : a(args),
          n_rows(a.n_positions * a.group),
          padded((n_rows + kRows - 1) / kRows * kRows),
          width((a.head_dim + 2 * kLanes - 1) / (2 * kLanes) * (2 * kLanes)),
          n_slots(0) {
        for (const SlotRun& run : a.runs) n_slots += run.count;
    }
    [[nodiscard]] const float* query(std::size_t r) const {
        return a.q + r / a.group * a.stride + r % a.group * a.head_dim;
    }
    // Slots that row r sees: one less per position before the last.
    [[nodiscard]] std::size_t visible(std::size_t r) const {
        const std::size_t later = a.n_positions - 1 - r / a.group;
        return n_slots > later ? n_slots - later : 0;
    }
};

// Four keys' four dimensions each, transposed.
template <typename T>
HWY_INLINE void transpose_4x4(const KvRows<T>& keys, const T* const (&key)[4], std::size_t i, float* to) {
    const hn::FixedTag<float, 4> d;
    const hn::FixedTag<std::uint64_t, 2> pairs;
    const auto row = [&](std::size_t k) HWY_ATTR {
        const auto values = load_as(d, key[k] + i);
        if constexpr (!KvRows<T>::kScaled) return values;
        return hn::Mul(values, hn::Set(d, keys.scale(key[k])));
    };
    const auto k0 = row(0), k1 = row(1), k2 = row(2), k3 = row(3);
    const auto low01 = hn::BitCast(pairs, hn::InterleaveLower(d, k0, k1));
    const auto low23 = hn::BitCast(pairs, hn::InterleaveLower(d, k2, k3));
    const auto up01 = hn::BitCast(pairs, hn::InterleaveUpper(d, k0, k1));
    const auto up23 = hn::BitCast(pairs, hn::InterleaveUpper(d, k2, k3));
    hn::StoreU(hn::BitCast(d, hn::InterleaveLower(pairs, low01, low23)), d, to);
    hn::StoreU(hn::BitCast(d, hn::InterleaveUpper(pairs, low01, low23)), d, to + kAttendTile);
    hn::StoreU(hn::BitCast(d, hn::InterleaveLower(pairs, up01, up23)), d, to + 2 * kAttendTile);
    hn::StoreU(hn::BitCast(d, hn::InterleaveUpper(pairs, up01, up23)), d, to + 3 * kAttendTile);
}

// `slots` has kAttendTile entries, the last one repeated where there are fewer.
template <typename T>
HWY_NOINLINE void widen_tile(QueryTile& t, const std::uint32_t* slots) {
    const F32 d;
    const std::size_t dim = t.a.head_dim;
    const KvRows<T> k{static_cast<const T*>(t.a.k), dim}, v{static_cast<const T*>(t.a.v), dim};
    for (std::size_t j = 0; j < kAttendTile; j += 4) {
        const T* const key[4] = {k.row(slots[j]), k.row(slots[j + 1]), k.row(slots[j + 2]), k.row(slots[j + 3])};
        for (std::size_t i = 0; i < dim; i += 4) transpose_4x4(k, key, i, t.keys + i * kAttendTile + j);
    }
    for (std::size_t j = 0; j < kAttendTile; ++j) {
        const T* from = v.row(slots[j]);
        const VF scale = hn::Set(d, v.scale(from));
        const auto scaled = [&](VF values) HWY_ATTR { return KvRows<T>::kScaled ? hn::Mul(values, scale) : values; };
        float* to = t.values + j * t.width;
        std::size_t i = 0;
        for (; i + kLanes <= dim; i += kLanes) hn::Store(scaled(load_as(d, from + i)), d, to + i);
        for (; i < t.width; i += kLanes) {
            const std::size_t rest = i < dim ? dim - i : 0;
            hn::Store(scaled(load_n(from + HWY_MIN(i, dim), rest)), d, to + i);
        }
    }
}

// Scores of kRows rows from `first` on against two vectors of keys from `at` on.
HWY_INLINE void score(QueryTile& t, std::size_t first, std::size_t at) {
    const F32 d;
    const std::size_t dim = t.a.head_dim;
    const float* q = t.q + first * dim;
    VF sum[kRows][2];
    for (auto& row : sum) row[0] = row[1] = hn::Zero(d);
    for (std::size_t i = 0; i < dim; ++i) {
        const VF k0 = hn::Load(d, t.keys + i * kAttendTile + at);
        const VF k1 = hn::Load(d, t.keys + i * kAttendTile + at + kLanes);
        HWY_UNROLL(12)
        for (std::size_t r = 0; r < kRows; ++r) {
            const VF x = hn::Set(d, q[r * dim + i]);
            sum[r][0] = hn::MulAdd(x, k0, sum[r][0]);
            sum[r][1] = hn::MulAdd(x, k1, sum[r][1]);
        }
    }
    const VF scale = hn::Set(d, t.a.scale);
    for (std::size_t r = 0; r < kRows; ++r) {
        float* to = t.weights + (first + r) * kAttendTile + at;
        hn::Store(hn::Mul(scale, sum[r][0]), d, to);
        hn::Store(hn::Mul(scale, sum[r][1]), d, to + kLanes);
    }
}

// Scores of row r to weights, of which the first n count.
HWY_INLINE void soften(QueryTile& t, std::size_t r, std::size_t n) {
    float* weights = t.weights + r * kAttendTile;
    for (std::size_t j = n; j < kAttendTile; ++j) weights[j] = kMinusInfinity;
    t.rescale[r] = softmax_tile(weights, t.max[r], t.sum[r]);
}

// out = out * rescale + weights values for kCount rows from `first` on, two vectors of dimensions
// from `at` on and the first n slots of the tile.
template <std::size_t kCount>
HWY_INLINE void weigh(QueryTile& t, std::size_t first, std::size_t at, std::size_t n) {
    const F32 d;
    float* out = t.out + first * t.width + at;
    const float* weights = t.weights + first * kAttendTile;
    VF acc[kCount][2];
    for (std::size_t r = 0; r < kCount; ++r) {
        const VF rescale = hn::Set(d, t.rescale[first + r]);
        acc[r][0] = hn::Mul(hn::Load(d, out + r * t.width), rescale);
        acc[r][1] = hn::Mul(hn::Load(d, out + r * t.width + kLanes), rescale);
    }
    for (std::size_t j = 0; j < n; ++j) {
        const VF v0 = hn::Load(d, t.values + j * t.width + at);
        const VF v1 = hn::Load(d, t.values + j * t.width + at + kLanes);
        HWY_UNROLL(12)
        for (std::size_t r = 0; r < kCount; ++r) {
            const VF weight = hn::Set(d, weights[r * kAttendTile + j]);
            acc[r][0] = hn::MulAdd(weight, v0, acc[r][0]);
            acc[r][1] = hn::MulAdd(weight, v1, acc[r][1]);
        }
    }
    for (std::size_t r = 0; r < kCount; ++r) {
        hn::Store(acc[r][0], d, out + r * t.width);
        hn::Store(acc[r][1], d, out + r * t.width + kLanes);
    }
}

// One key tile, whose first slot is number `begin` of the last position's `n_slots`.
HWY_NOINLINE void attend_keys(QueryTile& t, std::size_t begin) {
    for (std::size_t r = 0; r < t.padded; r += kRows) {
        for (std::size_t at = 0; at < kAttendTile; at += 2 * kLanes) score(t, r, at);
    }
    // Rows in the order of positions: the first sees least.
    const bool all_visible = t.visible(0) >= begin + kAttendTile;
    const auto visible = [&](std::size_t r) {
        const std::size_t n = t.visible(r);
        return n <= begin ? 0 : HWY_MIN(n - begin, kAttendTile);
    };
    for (std::size_t r = 0; r < t.n_rows; ++r) soften(t, r, all_visible ? kAttendTile : visible(r));
    if (all_visible) {
        for (std::size_t at = 0; at < t.width; at += 2 * kLanes) {
            for (std::size_t r = 0; r < t.padded; r += kRows) weigh<kRows>(t, r, at, kAttendTile);
        }
        return;
    }
    for (std::size_t r = 0; r < t.n_rows; ++r) {
        const std::size_t n = visible(r);
        if (n == 0) continue;  // nothing before the tile changes either: rescale is 1
        for (std::size_t at = 0; at < t.width; at += 2 * kLanes) weigh<1>(t, r, at, n);
    }
}

HWY_INLINE void prepare(QueryTile& t) {
    const std::size_t dim = t.a.head_dim;
    for (std::size_t r = 0; r < t.n_rows; ++r) hwy::CopyBytes(t.query(r), t.q + r * dim, dim * sizeof(float));
    hwy::ZeroBytes(t.q + t.n_rows * dim, (t.padded - t.n_rows) * dim * sizeof(float));
    hwy::ZeroBytes(t.out, t.padded * t.width * sizeof(float));
    for (std::size_t r = 0; r < t.padded; ++r) {
        t.max[r] = kMinusInfinity;
        t.sum[r] = t.rescale[r] = 0;
    }
    hwy::ZeroBytes(t.weights, t.padded * kAttendTile * sizeof(float));
}

HWY_INLINE void finish(const QueryTile& t) {
    const F32 d;
    for (std::size_t r = 0; r < t.n_rows; ++r) {
        // No slots, or all of them masked: the values are zeros already.
        const VF total = hn::Set(d, t.sum[r] == 0.0f ? 1.0f : t.sum[r]);
        float* out = t.a.out + r / t.a.group * t.a.stride + r % t.a.group * t.a.head_dim;
        for (std::size_t i = 0; i < t.a.head_dim; i += kLanes) {
            const VF value = hn::Div(hn::Load(d, t.out + r * t.width + i), total);
            hn::StoreN(value, d, out + i, HWY_MIN(kLanes, t.a.head_dim - i));
        }
    }
}

template <typename T>
HWY_INLINE void attend_all(const AttendTileArgs& args) {
    QueryTile t(args);
    prepare(t);
    std::uint32_t slots[kAttendTile];
    std::size_t begin = 0, filled = 0;
    const auto attend = [&] {
        for (std::size_t j = filled; j < kAttendTile; ++j) slots[j] = slots[filled - 1];
        widen_tile<T>(t, slots);
        attend_keys(t, begin);
        begin += filled;
        filled = 0;
    };
    for (const SlotRun& run : args.runs) {
        for (std::uint32_t i = 0; i < run.count; ++i) {
            slots[filled++] = run.begin + i;
            if (filled == kAttendTile) attend();
        }
    }
    if (filled > 0) attend();
    finish(t);
}

}  // namespace

void attend_tile_f16(const AttendTileArgs& args) {
    attend_all<std::uint16_t>(args);
}
void attend_tile_i8(const AttendTileArgs& args) {
    attend_all<std::int8_t>(args);
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
