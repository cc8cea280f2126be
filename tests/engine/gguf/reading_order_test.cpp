// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Which bytes are read when: every one once, as a forward pass comes to them.

#include "engine/gguf/reading_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace vibrant::gguf {
namespace {

constexpr std::size_t kUnit = kStretchAlignment;

// Parts of so many units; nothing is read, so the bytes need not differ.
class ReadingOrder : public testing::Test {
  protected:
    std::vector<std::byte> memory_ = std::vector<std::byte>(64 * kUnit);
    std::vector<std::span<const std::byte>> parts_;
    std::vector<TensorInfo> tensors_;

    void add_part(std::size_t first, std::size_t bytes) { parts_.push_back(std::span(memory_).subspan(first, bytes)); }
    void add(std::string_view name, std::size_t part, std::size_t begin, std::size_t n_bytes) {
        TensorInfo t;
        t.name = name;
        t.n_bytes = n_bytes;
        t.data = n_bytes == 0 ? nullptr : parts_[part].data() + begin;
        tensors_.push_back(t);
    }
    // Sorted by place the stretches are the parts, without gap or overlap, and all but the ends are whole pages.
    void expect_everything_once(std::vector<Stretch> order) {
        std::ranges::sort(order, {}, [](const Stretch& s) { return std::pair(s.part, s.begin); });
        std::size_t i = 0;
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            std::size_t at = 0;
            for (; i < order.size() && order[i].part == part; ++i) {
                EXPECT_EQ(order[i].begin, at);
                EXPECT_EQ(order[i].begin % kUnit, 0u);
                EXPECT_GT(order[i].end, order[i].begin);
                at = order[i].end;
            }
            EXPECT_EQ(at, parts_[part].size()) << "part " << part;
        }
        EXPECT_EQ(i, order.size());
    }
};

TEST_F(ReadingOrder, AFileInOrderIsOneStretch) {
    add_part(0, 10 * kUnit + 7);
    add("token_embd.weight", 0, kUnit, 2 * kUnit);
    add("blk.0.attn_q.weight", 0, 3 * kUnit, kUnit);
    add("blk.1.attn_q.weight", 0, 4 * kUnit, kUnit);
    add("output.weight", 0, 5 * kUnit, kUnit);
    EXPECT_EQ(reading_order(parts_, tensors_), (std::vector<Stretch>{{0, 0, 10 * kUnit + 7}}));
}

TEST_F(ReadingOrder, LayersComeByNumberAndTheHeadLast) {
    add_part(0, 8 * kUnit);
    add("blk.0.ffn_up.weight", 0, 1 * kUnit, kUnit);
    add("blk.10.ffn_up.weight", 0, 2 * kUnit, kUnit);
    add("blk.2.ffn_down.weight", 0, 3 * kUnit, kUnit / 2);  // padding follows
    add("blk.2.ffn_up.weight", 0, 4 * kUnit, kUnit);
    add("output.weight", 0, 5 * kUnit, kUnit);
    add("token_embd.weight", 0, 6 * kUnit, 2 * kUnit);
    const auto order = reading_order(parts_, tensors_);
    EXPECT_EQ(order, (std::vector<Stretch>{{0, 0, kUnit},              // metadata
                                           {0, 6 * kUnit, 8 * kUnit},  // embedding
                                           {0, kUnit, 2 * kUnit},      // layer 0
                                           {0, 3 * kUnit, 5 * kUnit},  // layer 2
                                           {0, 2 * kUnit, 3 * kUnit},  // layer 10
                                           {0, 5 * kUnit, 6 * kUnit}}));
    expect_everything_once(order);
}

TEST_F(ReadingOrder, PagesThatTensorsShareAreAskedForOnce) {
    add_part(0, 4 * kUnit + 11);
    std::size_t at = 100;
    std::vector<std::string> names;
    for (int i = 0; i < 40; ++i) names.push_back("blk." + std::to_string((i * 7) % 40) + ".x");
    for (const std::string& name : names) add(name, 0, at, 6000), at += 6016;
    expect_everything_once(reading_order(parts_, tensors_));
}

TEST_F(ReadingOrder, GoesThroughAllPartsForEachLayer) {
    add_part(0, 3 * kUnit);
    add_part(8 * kUnit, 3 * kUnit);
    add_part(16 * kUnit, 5);  // no tensors
    add("blk.1.a", 0, kUnit, kUnit);
    add("blk.0.a", 1, kUnit, kUnit);
    add("nothing", 1, 0, 0);
    const auto order = reading_order(parts_, tensors_);
    EXPECT_EQ(order, (std::vector<Stretch>{
                         {0, 0, kUnit}, {1, 0, kUnit}, {2, 0, 5}, {1, kUnit, 3 * kUnit}, {0, kUnit, 3 * kUnit}}));
    expect_everything_once(order);
}

TEST_F(ReadingOrder, StrangeNamesComeLast) {
    add_part(0, 6 * kUnit);
    add("blk.", 0, kUnit, kUnit);
    add("blk.99999999999999999999.x", 0, 2 * kUnit, kUnit);
    add("blk.-1.x", 0, 3 * kUnit, kUnit);
    add("blk.7", 0, 4 * kUnit, kUnit);
    EXPECT_EQ(reading_order(parts_, tensors_),
              (std::vector<Stretch>{{0, 0, kUnit}, {0, 4 * kUnit, 6 * kUnit}, {0, kUnit, 4 * kUnit}}));
}

TEST(ReadingOrderOfNothing, IsEmpty) {
    EXPECT_TRUE(reading_order({}, {}).empty());
}

}  // namespace
}  // namespace vibrant::gguf
