// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Attention over the KV cache with an online softmax (Milakov and Gimelshein, 2018; tiled as in
// FlashAttention): per query head a running maximum m, the sum of weights relative to it, and in
// `out` the weighted values relative to it. A tile of kAttendTile positions either keeps m or
// rescales what came before.
//
// Up to kHeads heads of the group go through the cache together, kPass at a time through each tile,
// so that K and V come from memory once and are widened to f32 once per pass. Scores are taken of
// kSlots positions at a time, and sums over lanes of four vectors at once: 13 instructions instead of
// 32, beside 32 for the products of 128 dimensions. Neither grouping shows: they interleave
// independent sums, each in the same order.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/kernels/attention.cpp"
#include "engine/kernels/highway_targets.h"

#include <hwy/foreach_target.h>

#include "engine/kernels/kv-inl.h"
#include "engine/kernels/softmax_tile-inl.h"
#include "engine/kernels/target-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

constexpr std::size_t kHeads = 8;  // groups up to 8 need one pass over the cache
constexpr std::size_t kPass = kManyRegisters ? 8 : 4;
static_assert(kAttendTile % kLanes == 0);

template <typename T>
HWY_INLINE VF load(const T* x) {
    return load_as(F32(), x);
}

// The slots of the runs, handed out in tiles.
class TileWalker {
  public:
    explicit TileWalker(std::span<const SlotRun> runs) : run_(runs.data()), end_(runs.data() + runs.size()) {}

    // Fills `slots` with the next positions; fewer than kAttendTile only in the last tile, 0 at the
    // end.
    std::size_t next(std::uint32_t (&slots)[kAttendTile]) {
        std::size_t count = 0;
        while (count < kAttendTile && run_ != end_) {
            if (done_ == run_->count) {
                ++run_;
                done_ = 0;
            } else {
                slots[count++] = run_->begin + done_++;
            }
        }
        return count;
    }

  private:
    const SlotRun* run_;
    const SlotRun* end_;
    std::uint32_t done_ = 0;  // slots of *run_ already handed out
};

// The part of the arguments that stays the same for a block of up to kHeads heads, and its running
// state.
template <typename T>
struct HeadBlock {
    const float* q;  // (n_heads, head_dim)
    float* out;      // (n_heads, head_dim)
    std::size_t n_heads, head_dim;
    KvRows<T> k, v;
    float scale;

    alignas(64) float weights[kHeads][kAttendTile] = {};  // scores first, then exp(score - max)
    float max[kHeads] = {}, sum[kHeads] = {}, rescale[kHeads] = {};
};

// The sums of four vectors' lanes, each added up in the same order.
HWY_INLINE void sum_lanes(VF v0, VF v1, VF v2, VF v3, float* sums) {
    const F32 d;
    const hn::Repartition<std::uint64_t, F32> pairs;
    const auto low = [&](VF a, VF b) HWY_ATTR {
        return hn::BitCast(d, hn::InterleaveLower(pairs, hn::BitCast(pairs, a), hn::BitCast(pairs, b)));
    };
    const auto up = [&](VF a, VF b) HWY_ATTR {
        return hn::BitCast(d, hn::InterleaveUpper(pairs, hn::BitCast(pairs, a), hn::BitCast(pairs, b)));
    };
    // In every block of four lanes: v0 v1 v0 v1, v2 v3 v2 v3, then one sum of each.
    const VF v01 = hn::Add(hn::InterleaveLower(d, v0, v1), hn::InterleaveUpper(d, v0, v1));
    const VF v23 = hn::Add(hn::InterleaveLower(d, v2, v3), hn::InterleaveUpper(d, v2, v3));
    VF sum = hn::Add(low(v01, v23), up(v01, v23));
    if constexpr (kLanes >= 16) sum = hn::Add(sum, hn::SwapAdjacentBlocks(sum));
    if constexpr (kLanes >= 8) sum = hn::Add(sum, hn::ConcatLowerUpper(d, sum, sum));
    hn::StoreU(hn::ResizeBitCast(hn::FixedTag<float, 4>(), sum), hn::FixedTag<float, 4>(), sums);
}

// scores[h][j + s] = scale * q[h] . k[slots[s]] for kCount heads from `first` on and kSlots slots.
template <std::size_t kCount, std::size_t kSlots, typename T>
HWY_INLINE void score_slots(HeadBlock<T>& b, std::size_t first, const std::uint32_t* slots, std::size_t j) {
    const F32 d;
    const float* q = b.q + first * b.head_dim;
    const T* k[kSlots];
    for (std::size_t s = 0; s < kSlots; ++s) k[s] = b.k.row(slots[s]);
    VF sum[kCount * kSlots];
    for (VF& vector : sum) vector = hn::Zero(d);
    std::size_t i = 0;
    for (; i + kLanes <= b.head_dim; i += kLanes) {
        VF key[kSlots];
        for (std::size_t s = 0; s < kSlots; ++s) key[s] = load(k[s] + i);
        HWY_UNROLL(8)
        for (std::size_t h = 0; h < kCount; ++h) {
            const VF query = load(q + h * b.head_dim + i);
            HWY_UNROLL(4)
            for (std::size_t s = 0; s < kSlots; ++s)
                sum[h * kSlots + s] = hn::MulAdd(query, key[s], sum[h * kSlots + s]);
        }
    }
    if (i < b.head_dim) {
        const std::size_t rest = b.head_dim - i;
        for (std::size_t h = 0; h < kCount; ++h) {
            const VF query = load_n(q + h * b.head_dim + i, rest);
            for (std::size_t s = 0; s < kSlots; ++s)
                sum[h * kSlots + s] = hn::MulAdd(query, load_n(k[s] + i, rest), sum[h * kSlots + s]);
        }
    }

    float scale[kSlots], sums[kCount * kSlots + 3];
    for (std::size_t s = 0; s < kSlots; ++s) scale[s] = b.scale * b.k.scale(k[s]);
    HWY_UNROLL(6)
    for (std::size_t n = 0; n < kCount * kSlots; n += 4) {
        constexpr std::size_t kLast = kCount * kSlots - 1;
        sum_lanes(sum[n], sum[HWY_MIN(n + 1, kLast)], sum[HWY_MIN(n + 2, kLast)], sum[HWY_MIN(n + 3, kLast)], sums + n);
    }
    for (std::size_t h = 0; h < kCount; ++h) {
        for (std::size_t s = 0; s < kSlots; ++s) b.weights[first + h][j + s] = scale[s] * sums[h * kSlots + s];
    }
}

// out[h] = out[h] * rescale[h] + sum_j weights[h][j] v[j] in `kVectors` vectors of dimensions from
// i on, or, when `rest` isn't 0, in the last `rest` dimensions.
template <std::size_t kCount, std::size_t kVectors, typename T>
HWY_INLINE void weigh_values(HeadBlock<T>& b, std::size_t first, const std::uint32_t* slots, std::size_t n_slots,
                             std::size_t i, std::size_t rest = 0) {
    const F32 d;
    float* out = b.out + first * b.head_dim + i;
    VF acc[kCount][kVectors], value[kVectors];
    for (std::size_t h = 0; h < kCount; ++h) {
        const VF rescale = hn::Set(d, b.rescale[first + h]);
        for (std::size_t u = 0; u < kVectors; ++u) {
            const float* o = out + h * b.head_dim + u * kLanes;
            acc[h][u] = hn::Mul(rest ? load_n(o, rest) : load(o), rescale);
        }
    }
    for (std::size_t j = 0; j < n_slots; ++j) {
        const T* v = b.v.row(slots[j]) + i;
        for (std::size_t u = 0; u < kVectors; ++u) value[u] = rest ? load_n(v, rest) : load(v + u * kLanes);
        for (std::size_t h = 0; h < kCount; ++h) {
            const VF weight = hn::Set(d, b.weights[first + h][j]);
            for (std::size_t u = 0; u < kVectors; ++u) acc[h][u] = hn::MulAdd(weight, value[u], acc[h][u]);
        }
    }
    for (std::size_t h = 0; h < kCount; ++h) {
        for (std::size_t u = 0; u < kVectors; ++u) {
            float* o = out + h * b.head_dim + u * kLanes;
            rest ? hn::StoreN(acc[h][u], d, o, rest) : hn::StoreU(acc[h][u], d, o);
        }
    }
}

// One tile for kCount heads from `first` on. `slots` has kAttendTile entries, of which n_slots count.
template <std::size_t kCount, typename T>
HWY_NOINLINE void attend_tile(HeadBlock<T>& b, std::size_t first, const std::uint32_t* slots, std::size_t n_slots) {
    // Accumulators of the scores: up to 24 where there are 32 registers, 8 where there are 16.
    constexpr std::size_t kSlots = kManyRegisters && kCount <= 6 ? 4 : 2;
    for (std::size_t j = 0; j < n_slots; j += kSlots) score_slots<kCount, kSlots>(b, first, slots + j, j);
    alignas(64) float scales[kAttendTile];
    if constexpr (KvRows<T>::kScaled) {
        for (std::size_t j = 0; j < kAttendTile; ++j) scales[j] = b.v.scale(b.v.row(slots[j]));
    }
    for (std::size_t h = first; h < first + kCount; ++h) {
        for (std::size_t j = n_slots; j < kAttendTile; ++j) b.weights[h][j] = kMinusInfinity;
        b.rescale[h] = softmax_tile(b.weights[h], b.max[h], b.sum[h]);
        if constexpr (KvRows<T>::kScaled) {
            const F32 d;
            for (std::size_t j = 0; j < kAttendTile; j += kLanes) {
                const VF weight = hn::Load(d, b.weights[h] + j);
                hn::Store(hn::Mul(weight, hn::Load(d, scales + j)), d, b.weights[h] + j);
            }
        }
    }
    std::size_t i = 0;
    for (; i + 2 * kLanes <= b.head_dim; i += 2 * kLanes) weigh_values<kCount, 2>(b, first, slots, n_slots, i);
    for (; i + kLanes <= b.head_dim; i += kLanes) weigh_values<kCount, 1>(b, first, slots, n_slots, i);
    if (i < b.head_dim) weigh_values<kCount, 1>(b, first, slots, n_slots, i, b.head_dim - i);
}

// The pass whose size is `left`, if that is one of kCount and below.
template <std::size_t kCount, typename T>
HWY_INLINE void attend_pass(HeadBlock<T>& b, std::size_t first, std::size_t left, const std::uint32_t* slots,
                            std::size_t n_slots) {
    if (left == kCount) return attend_tile<kCount>(b, first, slots, n_slots);
    if constexpr (kCount > 1) attend_pass<kCount - 1>(b, first, left, slots, n_slots);
}

template <typename T>
HWY_INLINE void finish(HeadBlock<T>& b) {
    const F32 d;
    for (std::size_t h = 0; h < b.n_heads; ++h) {
        // No slots, or all of them masked: the values are zeros already.
        const VF total = hn::Set(d, b.sum[h] == 0.0f ? 1.0f : b.sum[h]);
        float* out = b.out + h * b.head_dim;
        for (std::size_t i = 0; i < b.head_dim; i += kLanes) {
            const std::size_t count = HWY_MIN(kLanes, b.head_dim - i);
            hn::StoreN(hn::Div(load_n(out + i, count), total), d, out + i, count);
        }
    }
}

template <typename T>
HWY_INLINE void attend_heads(HeadBlock<T>& b, std::span<const SlotRun> runs) {
    hwy::ZeroBytes(b.out, b.n_heads * b.head_dim * sizeof(float));
    for (std::size_t h = 0; h < b.n_heads; ++h) {
        b.max[h] = kMinusInfinity;
        b.sum[h] = 0;
    }
    TileWalker walker(runs);
    std::uint32_t slots[kAttendTile];
    while (const std::size_t n_slots = walker.next(slots)) {
        for (std::size_t j = n_slots; j < kAttendTile; ++j) slots[j] = slots[n_slots - 1];
        for (std::size_t h = 0; h < b.n_heads; h += kPass)
            attend_pass<kPass>(b, h, HWY_MIN(kPass, b.n_heads - h), slots, n_slots);
    }
}

template <typename T>
HWY_INLINE void attend(const AttendArgs& a) {
    for (std::size_t h = 0; h < a.group; h += kHeads) {
        HeadBlock<T> block{.q = a.q + h * a.head_dim,
                           .out = a.out + h * a.head_dim,
                           .n_heads = HWY_MIN(kHeads, a.group - h),
                           .head_dim = a.head_dim,
                           .k = {static_cast<const T*>(a.k), a.head_dim},
                           .v = {static_cast<const T*>(a.v), a.head_dim},
                           .scale = a.scale};
        attend_heads(block, a.runs);
        if (a.max == nullptr) {
            finish(block);
            continue;
        }
        for (std::size_t i = 0; i < block.n_heads; ++i) {
            a.max[h + i] = block.max[i];
            a.sum[h + i] = block.sum[i];
        }
    }
}

void attend_f32(const AttendArgs& args) {
    attend<float>(args);
}
void attend_f16(const AttendArgs& args) {
    attend<std::uint16_t>(args);
}
void attend_i8(const AttendArgs& args) {
    attend<std::int8_t>(args);
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();
