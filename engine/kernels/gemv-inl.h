// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One activation row against rows of blocks: the walk over rows and blocks that all formats share.
// Where each type's arithmetic is: one row here, a prompt's strips in gemm, blocks to bytes for the strips in unpack.
//
//   Q4_0 Q5_0        gemv_centred.cpp   gemm.cpp    unpack-inl.h
//   Q4_1 Q5_1        gemv_min.cpp       gemm.cpp    unpack-inl.h
//   Q8_0 IQ4_NL      gemv_bytes.cpp     gemm.cpp    unpack-inl.h
//   Q4_K Q5_K IQ4_XS gemv_k.cpp         gemm_k.cpp  unpack_k-inl.h
//   Q2_K Q3_K Q6_K   gemv_k16.cpp       gemm_k.cpp  unpack_k-inl.h
//   F32 F16 BF16     matmul.cpp, for a row and for a prompt
//
// A format is a struct that turns blocks into unsigned bytes and factors:
//
//   sum of a group = scale of x * sum over sub-blocks of
//                    (scale * sum(w q) + kOffset * offset * sum(q))
//
//   kBlockValues    values per block         kGroupBytes      of the blocks of 256 values
//   kShape          see FactorShape          kOffset          a sign, or the centre of the quants
//   quants<i>       vector i of kWide quants
//   factors<n>      of n values: the scales, times that of x; and their offsets' share of the sum
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

#include <cstring>
#include <utility>

#include "engine/kernels/gemv_dot-inl.h"
#include "engine/kernels/target-inl.h"
#include "engine/kernels/unpack-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vibrant {
namespace HWY_NAMESPACE {

// Rows read side by side, far apart. On Zen 5 two or eight lose 5 to 20 % in memory. Old x86 waits
// for its arithmetic, and its many short vectors make the longest code.
inline constexpr std::size_t kStreams = HWY_ARCH_X86 && kLanes == 4 ? 2 : 4;

// How a format's factors lie in vectors.
struct FactorShape {
    std::size_t sub;      // values per sub-block, 16 or 32
    std::size_t step;     // 1: a factor per sub-block; 2: scale and offset in turns
    bool paired = false;  // the quants meet Act16::paired
};

// The scales of a group: set as they come from the blocks, spread to the lanes of every vector of
// weights.
template <FactorShape kShape>
class Scales {
  public:
    HWY_INLINE Scales() {}  // an implicit one would not be compiled for the target

    static constexpr std::size_t kCount = kActGroup / kShape.sub * kShape.step;
    using D = hn::CappedTag<float, HWY_MIN(kCount, kLanes)>;  // a piece of them
    static constexpr std::size_t kPiece = hn::MaxLanes(D()), kPieces = kCount / kPiece;

    HWY_INLINE void set(std::size_t piece, hn::Vec<D> scales) {
        if constexpr (kOnePerVector) {
            hn::Store(scales, D(), values_ + piece * kPiece);
            asm("" : "+m"(values_));  // or LLVM shuffles them out of the register, which costs more
        } else {
            pieces_[piece] = scales;
        }
    }

    template <std::size_t kVector>
    HWY_INLINE VF spread() const {
        const F32 d;
        if constexpr (kOnePerVector) {  // a broadcasting load
            return hn::Set(d, values_[factor_of(kVector, 0)]);
        } else {
            constexpr std::size_t piece = factor_of(kVector, 0) / kPiece;
            const auto wide = hn::ResizeBitCast(d, pieces_[piece]);
            return hn::TableLookupLanes(wide, hn::SetTableIndices(d, kPlaces<kVector>.of));
        }
    }

  private:
    static constexpr bool kOnePerVector = kWide <= kShape.sub;

    static constexpr std::size_t factor_of(std::size_t vector, std::size_t lane) {
        const std::size_t value = kShape.paired ? paired_value(vector * kWide + 4 * lane) : vector * kWide + 4 * lane;
        return value / kShape.sub * kShape.step;
    }
    struct Places {
        std::int32_t of[kLanes];
    };
    template <std::size_t kVector>
    static constexpr Places kPlaces = [] {
        Places places{};
        for (std::size_t l = 0; l < kLanes; ++l) {
            places.of[l] = static_cast<std::int32_t>(factor_of(kVector, l) % kPiece);
        }
        return places;
    }();

    alignas(64) float values_[kOnePerVector ? kCount : 1];
    hn::Vec<D> pieces_[kOnePerVector ? 1 : kPieces];
};

// The state of one row.
template <class Format>
struct RowSum {
    using D = typename Scales<Format::kShape>::D;
    VF products;
    hn::Vec<D> offsets;

    HWY_INLINE RowSum() : products(hn::Zero(F32())), offsets(hn::Zero(D())) {}
    HWY_INLINE float total() const {
        return hn::ReduceSum(F32(), products) + Format::kOffset * hn::ReduceSum(D(), offsets);
    }
};

// What a format's blocks meet: the activations of kValues columns.
struct Columns {
    const std::int16_t* q;
    const float* sums;  // per factor: what it is the offset of, or 0
    float scale;
};

template <FactorShape kShape>
HWY_INLINE Columns columns_at(const Act16& x, std::size_t begin) {
    const std::int16_t* q = (kShape.paired && kWide == 64 ? x.paired : x.q) + begin;
    const float scale = x.scale[begin / kActGroup];
    if constexpr (kShape.step == 2) return {q, x.gapped32 + begin / 16, scale};
    return {q, (kShape.sub == 16 ? x.sum16 : x.sum32) + begin / kShape.sub, scale};
}

// Adds vector kVector of every stream: the activations are loaded once for all.
template <class Format, std::size_t kVector, std::size_t... kStream>
HWY_INLINE void add_vector(const std::byte* const* blocks, const std::int16_t* q, const Scales<Format::kShape>* scales,
                           RowSum<Format>* rows, std::index_sequence<kStream...>) {
    const Chunk x = load_chunk(q + kVector * kWide);
    ((rows[kStream].products =
          hn::MulAdd(hn::ConvertTo(F32(), dot_chunk(Format::template quants<kVector>(blocks[kStream]), x)),
                     scales[kStream].template spread<kVector>(), rows[kStream].products)),
     ...);
}

// Adds kValues columns from `begin` on of every stream.
template <class Format, std::size_t... kVector, std::size_t... kStream>
HWY_INLINE void add_columns(const std::byte* const* blocks, const Act16& act, std::size_t begin, RowSum<Format>* rows,
                            std::index_sequence<kVector...>, std::index_sequence<kStream...> streams) {
    const Columns x = columns_at<Format::kShape>(act, begin);
    Scales<Format::kShape> scales[sizeof...(kStream)];
    (Format::template factors<sizeof...(kVector) * kWide>(blocks[kStream], x, scales[kStream], rows[kStream].offsets),
     ...);
    (add_vector<Format, kVector>(blocks, x.q, scales, rows, streams), ...);
}

// By number, because the address may lie past the end of the mapping. Prefetches never fault.
template <std::size_t kBytes>
HWY_INLINE void prefetch_group(const std::byte* group, std::size_t distance) {
    const auto ahead = reinterpret_cast<std::uintptr_t>(group) + distance;
    for (std::size_t line = 0; line < kBytes; line += 64) {
        hwy::Prefetch(reinterpret_cast<const std::byte*>(ahead + line));
    }
}

// The blocks of the rows after the last whole group: half a group, then up to three blocks
// continued with zeros, which add nothing.
template <class Format, std::size_t... kStream>
HWY_INLINE void add_rest(const std::byte* const* rest, const Act16& act, std::size_t begin, std::size_t end,
                         RowSum<Format>* rows, std::index_sequence<kStream...> streams) {
    constexpr std::size_t kHalf = kActGroup / 2, kHalfBytes = Format::kGroupBytes / 2;
    const std::make_index_sequence<kHalf / kWide> vectors;
    const std::byte* blocks[] = {rest[kStream]...};
    std::byte copies[sizeof...(kStream)][kHalfBytes] = {};
    for (; begin < end; begin += kHalf) {
        if (end - begin < kHalf) {
            const std::size_t bytes = (end - begin) * kHalfBytes / kHalf;
            ((blocks[kStream] = static_cast<std::byte*>(std::memcpy(copies[kStream], blocks[kStream], bytes))), ...);
        }
        add_columns<Format>(blocks, act, begin, rows, vectors, streams);
        ((blocks[kStream] += kHalfBytes), ...);
    }
}

// y of the rows first + s * apart.
template <class Format, std::size_t... kStream>
HWY_INLINE void multiply_rows(const GemvArgs& a, std::size_t first, std::size_t apart,
                              std::index_sequence<kStream...> streams) {
    const std::make_index_sequence<kActGroup / kWide> vectors;
    const std::byte* blocks[] = {a.weights + (first + kStream * apart) * a.row_stride...};
    RowSum<Format> rows[sizeof...(kStream)];
    std::size_t begin = 0;
    for (; begin + kActGroup <= a.n_cols; begin += kActGroup) {
        (prefetch_group<Format::kGroupBytes>(blocks[kStream], a.tuning.prefetch_bytes), ...);
        add_columns<Format>(blocks, a.x, begin, rows, vectors, streams);
        ((blocks[kStream] += Format::kGroupBytes), ...);
    }
    if constexpr (Format::kBlockValues < kActGroup) {
        if (begin < a.n_cols) add_rest<Format>(blocks, a.x, begin, a.n_cols, rows, streams);
    }
    for (std::size_t s = 0; s < sizeof...(kStream); ++s) {
        const std::size_t r = first + s * apart;
        a.y[r] = a.bias ? rows[s].total() + a.bias[r] : rows[s].total();
    }
}

// Several rows side by side, a quarter of the range apart: memory answers several streams faster
// than one, and the rows of a stream follow each other, which keeps its prefetches useful.
template <class Format>
HWY_INLINE void multiply_range(const GemvArgs& args) {
    const GemvArgs a = args;  // in registers: stores of y could change what a reference names
    const std::size_t apart = (a.row_end - a.row_begin) / kStreams;
    for (std::size_t r = 0; r < apart; ++r) {
        multiply_rows<Format>(a, a.row_begin + r, apart, std::make_index_sequence<kStreams>());
    }
    for (std::size_t r = a.row_begin + apart * kStreams; r < a.row_end; ++r) {
        multiply_rows<Format>(a, r, 0, std::make_index_sequence<1>());
    }
}

// The 16 bytes at `bytes` (a multiple of a vector of factors) as floats, `piece` of them.
template <class D, typename Byte>
HWY_INLINE hn::Vec<D> piece_of(D d, const Byte* bytes, std::size_t piece) {
    const hn::RebindToSigned<D> integers;
    const hn::Rebind<Byte, D> narrow;
    const auto values = hn::LoadU(narrow, bytes + piece * hn::MaxLanes(d));
    return hn::ConvertTo(d, hn::PromoteTo(integers, values));
}

// One f16 in all lanes, or two in turns.
template <class D>
HWY_INLINE hn::Vec<D> spread_half(D d, f16_bits half) {
    return widen_half(d, hn::Set(hn::Rebind<std::uint16_t, D>(), half));
}
template <class D>
HWY_INLINE hn::Vec<D> spread_halves(D d, std::uint32_t halves) {
    const hn::Rebind<std::uint16_t, D> bits;
    const hn::Repartition<std::uint32_t, decltype(bits)> pairs;
    return widen_half(d, hn::BitCast(bits, hn::Set(pairs, halves)));
}

// The factors of a format with x = d * small * (q + kOffset), small integers in bytes less `bias`.
template <FactorShape kShape, typename Byte>
HWY_INLINE void centred_factors(const Byte* bytes, int bias, f16_bits d16, const Columns& x, Scales<kShape>& scales,
                                hn::Vec<typename Scales<kShape>::D>& offsets) {
    const typename Scales<kShape>::D d;
    const auto factor = hn::Mul(spread_half(d, d16), hn::Set(d, x.scale));
    for (std::size_t p = 0; p < Scales<kShape>::kPieces; ++p) {
        auto small = piece_of(d, bytes, p);
        if (bias != 0) small = hn::Sub(small, hn::Set(d, static_cast<float>(bias)));
        const auto scale = hn::Mul(small, factor);
        scales.set(p, scale);
        offsets = hn::MulAdd(scale, hn::Load(d, x.sums + p * hn::MaxLanes(d)), offsets);
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace vibrant
HWY_AFTER_NAMESPACE();

#endif  // per-target include guard
