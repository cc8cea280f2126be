// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/string_index.h"

#include <bit>
#include <chrono>
#include <cstddef>
#include <cstring>

namespace vibrant {
namespace {

// Odd constants with about as many ones as zeros (the digits of pi).
constexpr std::uint64_t kMix1 = 0x243F6A8885A308D3u, kMix2 = 0x13198A2E03707345u, kMix3 = 0xA4093822299F31D1u;

// Up to 8 bytes as a number.
std::uint64_t load(const char* from, std::size_t n) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, n);
    return word;
}

}  // namespace

std::uint64_t random_seed() {
    // Where the stack lies is random per process, the time differs per call. Not for cryptography.
    const char here = 0;
    const auto now = static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
    return mix(std::bit_cast<std::uintptr_t>(&here) ^ kMix1, now ^ kMix2);
}

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed) {
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    std::uint64_t hash = seed ^ mix(bytes.size() ^ kMix1, kMix2);
    for (; left > 16; at += 16, left -= 16) hash = mix(load(at, 8) ^ kMix3, load(at + 8, 8) ^ hash);
    // The last 1 to 16 bytes as two overlapping words; the length is already in the hash.
    if (left >= 8) return mix(load(at, 8) ^ kMix2 ^ hash, load(at + left - 8, 8) ^ kMix1 ^ seed);
    if (left >= 4) return mix((load(at, 4) << 32 | load(at + left - 4, 4)) ^ kMix2 ^ hash, kMix1 ^ seed);
    return mix(load(at, left) ^ kMix2 ^ hash, kMix1 ^ seed);
}

StringIndex::StringIndex(std::span<const std::string_view> texts)
    : texts_(texts), seed_(random_seed()), slots_(std::bit_ceil(texts.size() * 2 + 1)) {
    for (std::size_t id = 0; id < texts.size(); ++id) {
        if (texts[id].empty()) continue;
        const std::uint64_t hash = hash_bytes(texts[id], seed_);
        const auto tag = static_cast<std::uint32_t>(hash >> 32);
        std::size_t slot = hash & (slots_.size() - 1);
        bool known = false;
        for (; slots_[slot].id >= 0 && !known; slot = (slot + 1) & (slots_.size() - 1))
            known = slots_[slot].tag == tag && texts[static_cast<std::size_t>(slots_[slot].id)] == texts[id];
        if (!known) slots_[slot] = {tag, static_cast<TokenId>(id)};
    }
}

std::optional<TokenId> StringIndex::find(std::string_view text) const {
    if (slots_.empty() || text.empty()) return std::nullopt;
    const std::uint64_t hash = hash_bytes(text, seed_);
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    for (std::size_t slot = hash & (slots_.size() - 1); slots_[slot].id >= 0; slot = (slot + 1) & (slots_.size() - 1)) {
        if (slots_[slot].tag == tag && texts_[static_cast<std::size_t>(slots_[slot].id)] == text)
            return slots_[slot].id;
    }
    return std::nullopt;
}

}  // namespace vibrant
