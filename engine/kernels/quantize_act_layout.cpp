// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where the arrays of quantised activations lie in their memory.

#include "engine/base/checked.h"
#include "engine/kernels/quantized.h"

namespace vibrant {
namespace {

constexpr std::size_t kLine = 64;  // bytes: a cache line and the widest vector

// Cuts arrays from a block of memory, or only adds up their sizes if there is none.
class Cutter {
  public:
    explicit Cutter(std::byte* memory) : memory_(memory) {}

    template <typename T>
    T* cut(std::size_t count) {
        T* const array = memory_ ? reinterpret_cast<T*>(memory_ + size_) : nullptr;
        size_ += round_up(count * sizeof(T), kLine);
        return array;
    }
    std::size_t size() const { return size_; }

  private:
    std::byte* memory_;
    std::size_t size_ = 0;
};

Act16 cut_act16(Cutter& cutter, std::size_t n) {
    const std::size_t n_pad = padded_cols(n);
    return {.q = cutter.cut<std::int16_t>(n_pad),
            .paired = cutter.cut<std::int16_t>(n_pad),
            .scale = cutter.cut<float>(n_pad / kActGroup),
            .sum16 = cutter.cut<float>(n_pad / 16),
            .sum32 = cutter.cut<float>(n_pad / 32),
            .gapped32 = cutter.cut<float>(n_pad / 16)};
}

Act8 cut_act8(Cutter& cutter, std::size_t n, std::size_t n_batch) {
    const std::size_t stride = n_batch * kActSlice;
    const std::size_t n_slices = round_up(padded_cols(n) / kActBlock, kActSlice) / kActSlice;
    return {.blocks = cutter.cut<Act8Block>(n_slices * stride), .slice_stride = stride};
}

}  // namespace

std::size_t act16_bytes(std::size_t n) {
    Cutter cutter(nullptr);
    cut_act16(cutter, n);
    return cutter.size();
}

Act16 act16_at(std::byte* memory, std::size_t n) {
    Cutter cutter(memory);
    return cut_act16(cutter, n);
}

std::size_t act8_bytes(std::size_t n, std::size_t n_batch) {
    Cutter cutter(nullptr);
    cut_act8(cutter, n, n_batch);
    return cutter.size();
}

Act8 act8_at(std::byte* memory, std::size_t n, std::size_t n_batch) {
    Cutter cutter(memory);
    return cut_act8(cutter, n, n_batch);
}

}  // namespace vibrant
