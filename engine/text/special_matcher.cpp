// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/special_matcher.h"

#include <algorithm>
#include <numeric>

#include "engine/text/string_index.h"

namespace vibrant {

bool SpecialMatcher::add(std::string_view text, TokenId id) {
    if (text.empty()) return true;
    if (nodes_.empty()) {
        nodes_.emplace_back();
        seed_ = random_seed();
    }
    std::uint32_t node = 0;
    for (std::size_t i = text.size(); i-- > 0;) {
        const auto byte = static_cast<std::uint8_t>(text[i]);
        std::uint32_t next = child(node, byte);
        if (next == 0) {
            if (nodes_.size() == kMaxNodes) return false;
            next = static_cast<std::uint32_t>(nodes_.size());
            nodes_.push_back({.parent = node, .depth = nodes_[node].depth + 1, .byte = byte});
            if (nodes_.size() * 2 > edges_.size()) grow();
            insert_edge(node << 8 | byte, next);
        }
        node = next;
    }
    if (nodes_[node].id < 0) {
        nodes_[node].id = id;
        nodes_[node].length = static_cast<std::uint32_t>(text.size());
    }
    is_last_byte_[static_cast<std::uint8_t>(text.back())] = true;
    return true;
}

void SpecialMatcher::finish() {
    // By depth, so that a node's suffix, which is shorter, is finished before it.
    std::vector<std::uint32_t> order(nodes_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t node) { return nodes_[node].depth; });
    for (const std::uint32_t i : order) {
        Node& node = nodes_[i];
        if (node.depth > 1) node.fail = step(nodes_[node.parent].fail, node.byte);
        if (node.id < 0) {
            node.id = nodes_[node.fail].id;
            node.length = nodes_[node.fail].length;
        }
    }
}

void SpecialMatcher::find(std::string_view text, std::vector<Match>& matches) const {
    matches.clear();
    if (empty()) return;
    std::uint32_t node = 0;
    for (std::size_t at = text.size(); at-- > 0;) {
        const auto byte = static_cast<std::uint8_t>(text[at]);
        if (node == 0 && !is_last_byte_[byte]) continue;
        node = step(node, byte);
        if (nodes_[node].id >= 0) matches.push_back({at, at + nodes_[node].length, nodes_[node].id});
    }
    // Now one per starting place, the last place first: keep those that start behind the end of the
    // one before.
    std::ranges::reverse(matches);
    std::size_t kept = 0;
    std::size_t end = 0;
    for (const Match& match : matches) {
        if (match.begin < end) continue;
        end = match.end;
        matches[kept++] = match;
    }
    matches.resize(kept);
}

std::size_t SpecialMatcher::slot_of(std::uint32_t key) const {
    return mix(key ^ seed_, 0x9E3779B97F4A7C15u) & (edges_.size() - 1);
}

std::uint32_t SpecialMatcher::child(std::uint32_t node, std::uint8_t byte) const {
    if (edges_.empty()) return 0;
    const std::uint32_t key = node << 8 | byte;
    for (std::size_t slot = slot_of(key);; slot = (slot + 1) & (edges_.size() - 1)) {
        if (edges_[slot].key == key) return edges_[slot].child;
        if (edges_[slot].key == kFree) return 0;
    }
}

std::uint32_t SpecialMatcher::step(std::uint32_t node, std::uint8_t byte) const {
    for (;; node = nodes_[node].fail) {
        if (const std::uint32_t next = child(node, byte)) return next;
        if (node == 0) return 0;
    }
}

void SpecialMatcher::insert_edge(std::uint32_t key, std::uint32_t child) {
    std::size_t slot = slot_of(key);
    while (edges_[slot].key != kFree) slot = (slot + 1) & (edges_.size() - 1);
    edges_[slot] = {key, child};
}

void SpecialMatcher::grow() {
    const std::vector<Edge> old = std::move(edges_);
    edges_.assign(std::max<std::size_t>(64, old.size() * 2), Edge{});
    for (const Edge& edge : old) {
        if (edge.key != kFree) insert_edge(edge.key, edge.child);
    }
}

}  // namespace vibrant
