// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One activation row against rows of blocks: the walk over rows and blocks that all formats share.
// A format (gemv_k.cpp, gemv_legacy.cpp) is a struct that turns the blocks of 256 values into
// unsigned bytes and factors:
//
//   sum over a group = scale * q * (sum over s of  scale_s * sum(w) + kOffset * offset_s * sum(1))
//
//   kBlockValues    values per block                 kBytes       of the blocks of a group
//   kSub            values per scale, 16 or 32       kOffset      as above
//   blocks          a group's blocks at an address   first_blocks the same for a row's last group, if
//                                                                 blocks are smaller than groups
//   quants<i>       vector i of kWide quants         factors      scale_s times the activations'
//                                                                 scale; adds up offset_s * sum
//
// Why the result cannot depend on the cut of the rows: a row owns one vector of partial sums and
// one of offsets. Each group adds to them in the order of its vectors, and ReduceSum folds both at
// the end. Which rows are computed beside it never touches them.

#if defined(VIBRANT_KERNELS_GEMV_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef VIBRANT_KERNELS_GEMV_INL_H
#undef VIBRANT_KERNELS_GEMV_INL_H
#else
#define VIBRANT_KERNELS_GEMV_INL_H
#endif

#include <hwy/cache_control.h>

#include <utility>

#include "engine/kernels/gemv_dot-inl.h"
#include "engine/kernels/target-inl.h"
#include "engine/kernels/unpack-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

inline constexpr std::size_t kStreams = 4;      // rows read side by side, far apart
inline constexpr std::size_t kAhead = 1024;     // bytes to prefetch ahead in every row
inline constexpr std::size_t kVectors = kActGroup / kWide;  // per group

// A vector of the factors of a group's sub-blocks, kSub values each.
template <std::size_t kSub>
using Factors = hn::CappedTag<float, HWY_MIN(kActGroup / kSub, kLanes)>;

// The scales of a group, and of each of its vectors of weights the scale of every lane.
template <std::size_t kSub>
class Scales {
  public:
    using D = Factors<kSub>;
    static constexpr std::size_t kLanesOfD = hn::MaxLanes(D());
    static constexpr std::size_t kPieces = kActGroup / kSub / kLanesOfD;

    HWY_INLINE void set(std::size_t piece, hn::Vec<D> scales) {
        if constexpr (kOnePerVector) {
            hn::Store(scales, D(), values_ + piece * kLanesOfD);
        } else {
            pieces_[piece] = scales;
        }
    }

    template <std::size_t kVector>
    HWY_INLINE VF spread() const {
        const F32 d;
        constexpr std::size_t first = kVector * kWide / kSub;
        if constexpr (kOnePerVector) {  // a broadcasting load
            return hn::Set(d, values_[first]);
        } else {
            const hn::RebindToUnsigned<F32> indices;
            const auto step = hn::ShiftRight<kSub == 16 ? 2 : 3>(hn::Iota(indices, 0));
            const auto index = hn::Add(step, hn::Set(indices, first % kLanesOfD));
            const auto wide = hn::ResizeBitCast(d, pieces_[first / kLanesOfD]);
            return hn::TableLookupLanes(wide, hn::IndicesFromVec(d, index));
        }
    }

  private:
    static constexpr bool kOnePerVector = kWide <= kSub;

    alignas(64) float values_[kOnePerVector ? kActGroup / kSub : 1];
    hn::Vec<D> pieces_[kOnePerVector ? 1 : kPieces];
};

// Small integers to floats.
template <class D, typename Byte>
HWY_INLINE hn::Vec<D> to_float(D d, const Byte* bytes) {
    const hn::RebindToSigned<D> integers;
    const hn::Rebind<Byte, D> narrow;
    return hn::ConvertTo(d, hn::PromoteTo(integers, hn::LoadU(narrow, bytes)));
}

// The factors of a format with x = scale * (q + kOffset): its small integers, less `bias`, times
// `factor`.
template <std::size_t kSub, typename Byte>
HWY_INLINE void centred_factors(const Byte* bytes, int bias, float factor, const float* sums,
                                Scales<kSub>& scales, hn::Vec<Factors<kSub>>& offsets) {
    const Factors<kSub> d;
    for (std::size_t p = 0; p < Scales<kSub>::kPieces; ++p) {
        const std::size_t at = p * hn::MaxLanes(d);
        auto small = to_float(d, bytes + at);
        if (bias != 0) small = hn::Sub(small, hn::Set(d, static_cast<float>(bias)));
        const auto scale = hn::Mul(small, hn::Set(d, factor));
        scales.set(p, scale);
        offsets = hn::MulAdd(scale, hn::Load(d, sums + at), offsets);
    }
}

// The factors of a format with x = scale * q - min, both with small integers.
template <std::size_t kSub>
HWY_INLINE void min_factors(const std::uint8_t* scale_bytes, const std::uint8_t* min_bytes,
                            float factor, float min_factor, const float* sums,
                            Scales<kSub>& scales, hn::Vec<Factors<kSub>>& offsets) {
    const Factors<kSub> d;
    for (std::size_t p = 0; p < Scales<kSub>::kPieces; ++p) {
        const std::size_t at = p * hn::MaxLanes(d);
        scales.set(p, hn::Mul(to_float(d, scale_bytes + at), hn::Set(d, factor)));
        const auto min = hn::Mul(to_float(d, min_bytes + at), hn::Set(d, min_factor));
        offsets = hn::MulAdd(min, hn::Load(d, sums + at), offsets);
    }
}

// The state of one row.
template <class Format>
struct RowSum {
    using D = Factors<Format::kSub>;
    VF products;
    hn::Vec<D> offsets;

    HWY_INLINE void clear() {  // a default initialiser would not be compiled for the target
        products = hn::Zero(F32());
        offsets = hn::Zero(D());
    }
    HWY_INLINE float total() const {
        return hn::ReduceSum(F32(), products) + Format::kOffset * hn::ReduceSum(D(), offsets);
    }
};

template <class Format, class Blocks, std::size_t... kVector>
HWY_INLINE void add_group(const Blocks& blocks, const Act16& x, std::size_t group,
                          RowSum<Format>& row, std::index_sequence<kVector...>) {
    constexpr std::size_t kSub = Format::kSub;
    const float* sums = (kSub == 16 ? x.sum16 : x.sum32) + group * (kActGroup / kSub);
    const std::int16_t* q = x.q + group * kActGroup;
    Scales<kSub> scales;
    Format::factors(blocks, x.scale[group], sums, scales, row.offsets);
    ((row.products = hn::MulAdd(
          hn::ConvertTo(F32(), dot_chunk(Format::template quants<kVector>(blocks),
                                         q + kVector * kWide)),
          scales.template spread<kVector>(), row.products)),
     ...);
}

// By number, because the address may lie past the end of the mapping. Prefetches never fault.
template <std::size_t kBytes>
HWY_INLINE void prefetch_group(const std::byte* group) {
    const auto ahead = reinterpret_cast<std::uintptr_t>(group) + kAhead;
    for (std::size_t line = 0; line < kBytes; line += 64) {
        hwy::Prefetch(reinterpret_cast<const std::byte*>(ahead + line));
    }
}

// y of the rows first + s * apart.
template <class Format, std::size_t... kStream>
HWY_INLINE void multiply_rows(const GemvArgs& a, std::size_t first, std::size_t apart,
                              std::index_sequence<kStream...>) {
    using AllVectors = std::make_index_sequence<kVectors>;
    constexpr std::size_t kBytes = Format::kBytes;
    const std::byte* const rows[] = {a.weights + (first + kStream * apart) * a.row_stride...};
    RowSum<Format> sums[sizeof...(kStream)];
    (sums[kStream].clear(), ...);
    std::size_t group = 0;
    for (; group < a.n_cols / kActGroup; ++group) {
        ((prefetch_group<kBytes>(rows[kStream] + group * kBytes),
          add_group<Format>(Format::blocks(rows[kStream] + group * kBytes), a.x, group,
                            sums[kStream], AllVectors())),
         ...);
    }
    if constexpr (Format::kBlockValues < kActGroup) {
        const std::size_t left = a.n_cols % kActGroup / Format::kBlockValues;
        if (left != 0) {
            (add_group<Format>(Format::first_blocks(rows[kStream] + group * kBytes, left), a.x,
                               group, sums[kStream], AllVectors()),
             ...);
        }
    }
    for (std::size_t s = 0; s < sizeof...(kStream); ++s) {
        const std::size_t r = first + s * apart;
        a.y[r] = a.bias ? sums[s].total() + a.bias[r] : sums[s].total();
    }
}

// Several rows side by side, a quarter of the range apart: memory answers several streams faster
// than one, and the rows of a stream follow each other, which keeps its prefetches useful.
template <class Format>
HWY_INLINE void multiply_range(const GemvArgs& a) {
    const std::size_t apart = (a.row_end - a.row_begin) / kStreams;
    for (std::size_t r = 0; r < apart; ++r) {
        multiply_rows<Format>(a, a.row_begin + r, apart, std::make_index_sequence<kStreams>());
    }
    for (std::size_t r = a.row_begin + apart * kStreams; r < a.row_end; ++r) {
        multiply_rows<Format>(a, r, 0, std::make_index_sequence<1>());
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
