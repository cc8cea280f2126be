// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/gguf/reading_order.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <functional>
#include <iterator>
#include <limits>
#include <numeric>
#include <string_view>
#include <tuple>

#include "engine/base/checked.h"

namespace vibrant::gguf {
namespace {

constexpr std::uint64_t kFirst = 0, kEmbedding = 1, kLayers = 2;
constexpr std::uint64_t kLast = std::numeric_limits<std::uint64_t>::max();

// When a forward pass comes to the tensor.
std::uint64_t rank(std::string_view name) {
    constexpr std::string_view kLayerPrefix = "blk.";
    if (name == "token_embd.weight") return kEmbedding;
    if (!name.starts_with(kLayerPrefix)) return kLast;
    name.remove_prefix(kLayerPrefix.size());
    std::uint32_t layer = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), layer);
    return error == std::errc{} ? kLayers + layer : kLast;
}

struct Piece {
    std::uint64_t rank;
    Stretch bytes;
};

}  // namespace

std::vector<Stretch> reading_order(std::span<const std::span<const std::byte>> parts,
                                   std::span<const TensorInfo> tensors) {
    // By address, to find a tensor's part. Those are of different mappings: std::less orders them all.
    const auto address = [&](std::size_t part) { return parts[part].data(); };
    std::vector<std::size_t> by_address(parts.size());
    std::iota(by_address.begin(), by_address.end(), std::size_t{0});
    std::ranges::sort(by_address, std::less<>{}, address);

    std::vector<Piece> pieces;
    pieces.reserve(parts.size() + tensors.size());
    for (std::size_t part = 0; part < parts.size(); ++part) pieces.push_back({kFirst, {part, 0, parts[part].size()}});
    for (const TensorInfo& t : tensors) {
        if (t.n_bytes == 0) continue;
        const auto after = std::ranges::upper_bound(by_address, t.data, std::less<>{}, address);
        const std::size_t part = *std::prev(after);
        const auto begin = round_up(static_cast<std::size_t>(t.data - address(part)), kStretchAlignment);
        if (begin < parts[part].size()) pieces.push_back({rank(t.name), {part, begin, parts[part].size()}});
    }
    const auto by_place = [](const Piece& p) { return std::tuple(p.bytes.part, p.bytes.begin); };
    std::ranges::stable_sort(pieces, {}, by_place);
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i)
        if (pieces[i].bytes.part == pieces[i + 1].bytes.part) pieces[i].bytes.end = pieces[i + 1].bytes.begin;
    std::erase_if(pieces, [](const Piece& p) { return p.bytes.begin == p.bytes.end; });
    std::ranges::stable_sort(pieces, {}, &Piece::rank);

    std::vector<Stretch> order;
    for (const auto& [_, next] : pieces) {
        if (!order.empty() && order.back().part == next.part && order.back().end == next.begin)
            order.back().end = next.end;
        else
            order.push_back(next);
    }
    return order;
}

}  // namespace vibrant::gguf
