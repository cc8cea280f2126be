// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What an answer is drawn with: the user's value before the file's, the file's before the default, key by key.

#include "engine/sampling/wishes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "engine/base/log.h"
#include "engine/gguf/gguf_file.h"
#include "tests/support/gguf_builder.h"

namespace vibrant {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity(), kNan = std::numeric_limits<double>::quiet_NaN();

// The fields as numbers, in the order of kSamplingRanges.
std::vector<double> fields(const SamplingSettings& s) {
    return {s.temperature,    static_cast<double>(s.top_k),        s.top_p, s.min_p,
            s.repeat_penalty, static_cast<double>(s.repeat_window)};
}

// One wish, by the field's place in kSamplingRanges.
SamplingWishes wish(std::size_t field, double value) {
    SamplingWishes wishes;
    std::optional<double>* const reals[] = {&wishes.temperature,    nullptr, &wishes.top_p, &wishes.min_p,
                                            &wishes.repeat_penalty, nullptr};
    std::optional<std::int64_t>* const wholes[] = {nullptr, &wishes.top_k, nullptr,
                                                   nullptr, nullptr,       &wishes.repeat_window};
    if (reals[field] != nullptr) *reals[field] = value;
    if (wholes[field] != nullptr) *wholes[field] = static_cast<std::int64_t>(value);
    return wishes;
}

struct Read {
    SamplingWishes wishes;
    std::vector<std::string> notes;
};

std::vector<std::string>& logged() {
    static std::vector<std::string> lines;
    return lines;
}

Read read(const test::GgufBuilder& builder) {
    const test::Bytes bytes = builder.build();
    const auto file = gguf::File::from_bytes(bytes, "wishes.gguf");
    EXPECT_TRUE(file) << file.error().text;
    logged().clear();
    set_log_sink([](LogLevel, std::string_view line) { logged().emplace_back(line); });
    Read read{recommended_sampling(**file), {}};
    set_log_sink(nullptr);
    read.notes = logged();
    return read;
}

constexpr const char* kKeys[] = {"general.sampling.temp",           "general.sampling.top_k",
                                 "general.sampling.top_p",          "general.sampling.min_p",
                                 "general.sampling.penalty_repeat", "general.sampling.penalty_last_n"};
// In range, and exact as f32.
constexpr double kUsers[] = {0.25, 7, 0.5, 0.125, 1.5, 32}, kFiles[] = {1.25, 20, 0.75, 0.0625, 1.25, 128};

TEST(Wishes, TheDefaultsWithoutAny) {
    const SamplingSettings settings = resolve({}, {});
    EXPECT_EQ(fields(settings), fields(SamplingSettings{}));
    EXPECT_EQ(settings.seed, 0u);
    EXPECT_EQ(resolve({.seed = 42}, {}).seed, 42u);
}

TEST(Wishes, TheUserComesBeforeTheFileAndTheFileBeforeTheDefaultInEveryField) {
    const std::vector<double> defaults = fields({});
    for (std::size_t i = 0; i < kSamplingRanges.size(); ++i) {
        const SamplingWishes user = wish(i, kUsers[i]), file = wish(i, kFiles[i]);
        for (const auto& [settings, value] :
             {std::pair{resolve({}, {}), defaults[i]},
              {resolve({}, file), kFiles[i]},
              {resolve(user, {}), kUsers[i]},
              {resolve(user, file), kUsers[i]},
              {resolve(wish(i, defaults[i]), file), defaults[i]}}) {  // the default, said by the user, is a wish
            std::vector<double> expected = defaults;
            expected[i] = value;
            EXPECT_EQ(fields(settings), expected) << kSamplingRanges[i].name;
        }
    }
}

TEST(Wishes, WhatIsOutOfRangeIsMovedIntoIt) {
    for (std::size_t i = 0; i < kSamplingRanges.size(); ++i) {
        const SettingRange& range = kSamplingRanges[i];
        for (const bool by_user : {true, false}) {
            const auto used = [&](double value) {
                const SamplingWishes wishes = wish(i, value);
                return fields(by_user ? resolve(wishes, {}) : resolve({}, wishes))[i];
            };
            EXPECT_EQ(used(range.min - 1), range.min) << range.name;
            EXPECT_EQ(used(range.max + 1), range.max) << range.name;
            EXPECT_EQ(used(1e18), range.max) << range.name;
        }
    }
    for (const double value : {kInf, -kInf, kNan, 1e300, -1e300}) {
        const SamplingWishes wild{.temperature = value, .top_p = value, .min_p = value, .repeat_penalty = value};
        const SamplingSettings settings = resolve(wild, wild);
        EXPECT_EQ(fields(settings), fields(clamped(settings))) << value;
        EXPECT_EQ(settings.temperature, std::isnan(value) ? 0.7f : value > 0 ? 5.0f : 0.0f);
    }
    const SamplingWishes extreme{.top_k = std::numeric_limits<std::int64_t>::max(),
                                 .repeat_window = std::numeric_limits<std::int64_t>::min()};
    EXPECT_EQ(resolve(extreme, {}).top_k, 100'000);
    EXPECT_EQ(resolve(extreme, {}).repeat_window, 0);
}

TEST(Wishes, EveryKeyOfAFileIsRead) {
    EXPECT_EQ(fields(resolve({}, read(test::base_model()).wishes)), fields({}));
    test::GgufBuilder all = test::base_model();
    for (std::size_t i = 0; i < kSamplingRanges.size(); ++i) {
        // As a real and as a whole number: writers differ.
        test::GgufBuilder one = test::base_model();
        one.add(kKeys[i], static_cast<float>(kFiles[i]));
        all.add(kKeys[i], static_cast<float>(kFiles[i]));
        std::vector<double> expected = fields({});
        expected[i] = kFiles[i];
        const Read single = read(one);
        EXPECT_EQ(fields(resolve({}, single.wishes)), expected) << kKeys[i];
        EXPECT_TRUE(single.notes.empty()) << single.notes.front();
        test::GgufBuilder whole = test::base_model();
        whole.add(kKeys[i], std::int32_t{1});
        expected[i] = 1;
        EXPECT_EQ(fields(resolve({}, read(whole).wishes)), expected) << kKeys[i];
    }
    EXPECT_EQ(fields(resolve({}, read(all).wishes)), std::vector<double>(std::begin(kFiles), std::end(kFiles)));
}

TEST(Wishes, ARecommendationThatIsNoneIsIgnoredAndSaidSo) {
    const auto ignored = [](const test::GgufBuilder& builder, std::size_t field) {
        const Read bad = read(builder);
        EXPECT_EQ(fields(resolve({}, bad.wishes)), fields({})) << kKeys[field];
        ASSERT_EQ(bad.notes.size(), 1u) << kKeys[field];
        EXPECT_TRUE(bad.notes[0].starts_with(std::string(kKeys[field]) + " is ignored (found ")) << bad.notes[0];
    };
    for (std::size_t i = 0; i < kSamplingRanges.size(); ++i) {
        const SettingRange& range = kSamplingRanges[i];
        for (const double value : {range.min - 1, range.max + 1, 1e300, kInf, -kInf, kNan})
            ignored(test::base_model().add(kKeys[i], value), i);
        ignored(test::base_model().add(kKeys[i], std::int32_t{-1}), i);
        ignored(test::base_model().add(kKeys[i], ~std::uint64_t{0}), i);
        ignored(test::base_model().add(kKeys[i], "0.5"), i);
        ignored(test::base_model().add(kKeys[i], true), i);
        ignored(test::base_model().add_array(kKeys[i], std::vector<float>{0.5f}), i);
    }
}

}  // namespace
}  // namespace vibrant
