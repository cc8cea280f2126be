// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Work grows with the text and not with its square, for the texts that broke other engines, for
// every splitter.
//
// Time is compared with itself: the fastest of several runs for a text and for one four times as
// long, so that only a wrong order of growth can fail (linear: 4, n log n: about 4.5, quadratic:
// 16).

#include <time.h>

#include <algorithm>
#include <functional>

#include "engine/text/nfc.h"
#include "engine/text/splitter.h"
#include "tests/engine/text/text_test.h"

namespace vibrant::test {
namespace {

// With checks and sanitizers everything takes 20 times as long; the order of growth shows as well.
#if defined(NDEBUG)
constexpr std::size_t kBytes = 1 << 20;
#else
constexpr std::size_t kBytes = 1 << 17;
#endif

// Of the thread's own CPU time, which does not run while others have the core.
double fastest_ms(const std::function<void()>& run) {
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
    };
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        const double begin = now();
        run();
        best = std::min(best, now() - begin);
    }
    return best;
}

struct Text {
    const char* name;
    std::string unit;  // repeated to the length wanted
    [[nodiscard]] std::string of(std::size_t bytes) const {
        std::string text;
        text.reserve(bytes + unit.size());
        while (text.size() < bytes) text += unit;
        return text;
    }
};

const Text kTexts[] = {
    {"letter", "a"},
    {"mergeable", "hello"},
    {"letters", "Zz"},
    {"space", " "},
    {"newline", "\n"},
    {"space_newline", " \n"},
    {"spaces_then_letter", "               x"},
    {"digit", "0"},
    {"cjk", "\u4E00"},
    {"combining_marks", "\u0323\u0301"},  // NFC has to reorder all of them
    {"combining_marks_reversed", "\u0301\u0323"},
    {"emoji_zwj", "\U0001F469\u200D"},
    {"punctuation", "!"},
    {"quotes", "'"},
    {"almost_special", "<|im_star"},
    {"hangul_parts", "\u1100\u1161\u11A8"},
    {"ill_formed", "\xE2\x82"},
};

void expect_linear(const Tokenizer& tokenizer, const char* what) {
    for (const Text& text : kTexts) {
        double ms[2];
        for (const std::size_t size : {kBytes / 4, kBytes}) {
            const std::string input = text.of(size);
            std::vector<TokenId> ids;
            ms[size == kBytes] = fastest_ms([&] {
                ids.clear();
                tokenizer.encode(input, SpecialTokens::kParse, ids);
            });
            EXPECT_FALSE(ids.empty());
        }
        EXPECT_LT(ms[1], 10 * ms[0] + 5) << what << ", " << text.name;
#if defined(NDEBUG)
        EXPECT_LT(ms[1], 1000) << what << ", " << text.name;
#endif
        std::string name = std::string(what) + "_" + text.name + "_ms";
        testing::Test::RecordProperty(name, std::to_string(ms[1]));
    }
}

TEST(Growth, real_vocabularies) {
    VIBRANT_NEEDS_TEST_DATA();
    for (const char* model : {"models/qwen2.5-vocab.gguf", "models/stories260K.gguf"}) {
        const auto tokenizer = load_tokenizer(test_data() / model);
        ASSERT_TRUE(tokenizer) << tokenizer.error().text;
        expect_linear(**tokenizer, (*tokenizer)->kind().data());
    }
}

TEST(Growth, every_splitter) {
    for (const char* pre : {"qwen2", "llama-bpe", "gpt-2"}) {
        const auto tokenizer = load_tokenizer(byte_vocabulary(pre));
        ASSERT_TRUE(tokenizer) << tokenizer.error().text;
        expect_linear(**tokenizer, pre);
    }
}

// Every byte belongs to exactly one piece.
TEST(Growth, pieces_cover_the_text) {
    for (const Text& text : kTexts) {
        const std::string input = text.of(100'000);
        if (std::string_view(text.name) == "ill_formed") continue;  // repaired before it is split
        for (const SplitRule rule : {SplitRule::kQwen2, SplitRule::kLlamaBpe, SplitRule::kGpt2}) {
            std::size_t at = 0;
            while (at < input.size()) {
                const std::size_t end = split_next(rule, input, at);
                ASSERT_GT(end, at);
                at = end;
            }
            ASSERT_EQ(at, input.size());
        }
    }
}

}  // namespace
}  // namespace vibrant::test
