// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Half of all mutated inputs get a valid header again: magic, version, and counts small enough for the reader to go on
// to the records, which plain mutation rarely leaves reachable.

#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned int seed) {
    size = LLVMFuzzerMutate(data, size, max_size);
    constexpr std::size_t kHeaderBytes = 24;
    if (seed % 2 == 0 || size < kHeaderBytes) return size;
    std::uint64_t n_tensors, n_kv;
    std::memcpy(&n_tensors, data + 8, sizeof n_tensors);
    std::memcpy(&n_kv, data + 16, sizeof n_kv);
    n_tensors %= 8;
    n_kv %= 16;
    std::memcpy(data, "GGUF\x03\0\0\0", 8);
    std::memcpy(data + 8, &n_tensors, sizeof n_tensors);
    std::memcpy(data + 16, &n_kv, sizeof n_kv);
    return size;
}
