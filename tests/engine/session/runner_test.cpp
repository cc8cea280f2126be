// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One runner, several sequences: each gets the bits it would have alone.

#include "engine/session/runner.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "tests/engine/session/session_fixture.h"

namespace vibrant {
namespace {

using Use = Runner::Use;
using Logits = std::vector<float>;

const std::vector<TokenId> kFirst = {1, 5, 9, 13, 17, 21, 25, 29, 6, 10, 14};
const std::vector<TokenId> kSecond = {1, 8, 3, 30, 12};

class RunnerTest : public test::BaseModelTest {
  protected:
    void SetUp() override {
        BaseModelTest::SetUp();
        for (const Fidelity fidelity : {Fidelity::kDefault, Fidelity::kReference}) {
            auto runner = Runner::create(model, {.context = 64, .threads = 2, .fidelity = fidelity});
            ASSERT_TRUE(runner) << runner.error().text;
            runners.push_back(std::move(*runner));
        }
    }

    static Sequence new_sequence(const Runner& runner) {
        auto sequence = runner.create_sequence();
        EXPECT_TRUE(sequence) << sequence.error().text;
        return std::move(*sequence);
    }
    static bool evaluate(Runner& runner, Use use, std::vector<Runner::Rows> rows, std::stop_token stop = {}) {
        return runner.evaluate(use, rows, [](std::uint32_t) {}, stop);
    }
    static Logits logits(Runner& runner, Use use, std::size_t out) {
        const auto row = runner.logits(use, out, {});
        EXPECT_TRUE(row) << row.error().text;
        return Logits(row->begin(), row->end());
    }
    // Evaluates the prompt, then `answer` id by id: the logits after the prompt and after each.
    static std::vector<Logits> alone(Runner& runner, std::span<const TokenId> prompt, std::span<const TokenId> answer) {
        Sequence sequence = new_sequence(runner);
        std::vector<Logits> all;
        EXPECT_TRUE(evaluate(runner, Use::kPrompt, {{sequence, prompt, 1}}));
        all.push_back(logits(runner, Use::kPrompt, 0));
        for (const TokenId& id : answer) {
            EXPECT_TRUE(evaluate(runner, Use::kAnswer, {{sequence, {&id, 1}, 1}}));
            all.push_back(logits(runner, Use::kAnswer, 0));
        }
        return all;
    }

    std::vector<std::unique_ptr<Runner>> runners;
};

TEST_F(RunnerTest, TwoSequencesInTurnsHaveTheBitsOfEachAlone) {
    const std::vector<TokenId> answer = {4, 7, 11, 30};
    for (const auto& runner : runners) {
        const auto expected_a = alone(*runner, kFirst, answer), expected_b = alone(*runner, kSecond, answer);
        Sequence a = new_sequence(*runner), b = new_sequence(*runner);
        ASSERT_TRUE(evaluate(*runner, Use::kPrompt, {{a, kFirst, 1}}));
        EXPECT_EQ(logits(*runner, Use::kPrompt, 0), expected_a[0]);
        ASSERT_TRUE(evaluate(*runner, Use::kPrompt, {{b, kSecond, 1}}));
        EXPECT_EQ(logits(*runner, Use::kPrompt, 0), expected_b[0]);
        for (std::size_t i = 0; i < answer.size(); ++i) {
            ASSERT_TRUE(evaluate(*runner, Use::kAnswer, {{a, {&answer[i], 1}, 1}}));
            EXPECT_EQ(logits(*runner, Use::kAnswer, 0), expected_a[i + 1]);
            ASSERT_TRUE(evaluate(*runner, Use::kAnswer, {{b, {&answer[i], 1}, 1}}));
            EXPECT_EQ(logits(*runner, Use::kAnswer, 0), expected_b[i + 1]);
        }
    }
}

TEST_F(RunnerTest, TwoSequencesInOneCallHaveTheBitsOfEachAlone) {
    const std::vector<TokenId> answer = {4, 7, 11, 30};
    for (const auto& runner : runners) {
        const auto expected_a = alone(*runner, kFirst, answer), expected_b = alone(*runner, kSecond, answer);
        Sequence a = new_sequence(*runner), b = new_sequence(*runner);
        ASSERT_TRUE(evaluate(*runner, Use::kPrompt, {{a, kFirst, 1}, {b, kSecond, 1}}));
        EXPECT_EQ(logits(*runner, Use::kPrompt, 1), expected_b[0]);
        EXPECT_EQ(logits(*runner, Use::kPrompt, 0), expected_a[0]) << "in whatever order they are asked for";
        // Several rows of one beside a single one of the other.
        ASSERT_TRUE(evaluate(*runner, Use::kAnswer, {{a, answer, answer.size()}, {b, std::span(answer).first(1), 1}}));
        for (std::size_t i = 0; i < answer.size(); ++i)
            EXPECT_EQ(logits(*runner, Use::kAnswer, i), expected_a[i + 1]) << "row " << i;
        EXPECT_EQ(logits(*runner, Use::kAnswer, answer.size()), expected_b[1]);
    }
}

TEST_F(RunnerTest, OnlyTheOutputsAskedForAreCounted) {
    Runner& runner = *runners[0];
    Sequence every = new_sequence(runner), last = new_sequence(runner);
    ASSERT_TRUE(evaluate(runner, Use::kAnswer, {{every, kFirst, kFirst.size()}}));
    const Logits expected = logits(runner, Use::kAnswer, kFirst.size() - 1);
    const Logits before = logits(runner, Use::kAnswer, kFirst.size() - 2);
    ASSERT_TRUE(evaluate(runner, Use::kAnswer, {{last, kFirst, 2}}));
    EXPECT_EQ(logits(runner, Use::kAnswer, 1), expected);
    EXPECT_EQ(logits(runner, Use::kAnswer, 0), before);
}

TEST_F(RunnerTest, ACopyGoesOnAsASecondRunnerWould) {
    const std::vector<TokenId> one = {4, 7, 11}, other = {30, 2, 5};
    for (const auto& runner : runners) {
        const auto expected_one = alone(*runner, kFirst, one), expected_other = alone(*runner, kFirst, other);
        Sequence original = new_sequence(*runner);
        ASSERT_TRUE(evaluate(*runner, Use::kPrompt, {{original, kFirst, 1}}));
        auto copied = original.copy();
        ASSERT_TRUE(copied) << copied.error().text;
        for (std::size_t i = 0; i < one.size(); ++i) {
            ASSERT_TRUE(evaluate(*runner, Use::kAnswer, {{original, {&one[i], 1}, 1}}));
            EXPECT_EQ(logits(*runner, Use::kAnswer, 0), expected_one[i + 1]);
            ASSERT_TRUE(evaluate(*runner, Use::kAnswer, {{*copied, {&other[i], 1}, 1}}));
            EXPECT_EQ(logits(*runner, Use::kAnswer, 0), expected_other[i + 1]);
        }
    }
}

TEST_F(RunnerTest, AStopPutsEverySequenceBack) {
    Runner& runner = *runners[0];
    Sequence a = new_sequence(runner), b = new_sequence(runner);
    ASSERT_TRUE(evaluate(runner, Use::kPrompt, {{a, kFirst, 1}, {b, kSecond, 1}}));
    std::stop_source stop;
    std::size_t layers = 0;
    const std::vector<TokenId> more = {3, 4};
    const std::vector<Runner::Rows> rows = {{a, more, 1}, {b, more, 1}};
    const auto stop_in_the_second = [&](std::uint32_t) {
        if (++layers == 1) stop.request_stop();
    };
    EXPECT_FALSE(runner.evaluate(Use::kPrompt, rows, stop_in_the_second, stop.get_token()));
    EXPECT_EQ(a.position(), kFirst.size());
    EXPECT_EQ(b.position(), kSecond.size());
    EXPECT_TRUE(std::ranges::equal(a.ids(), kFirst));
}

}  // namespace
}  // namespace vibrant
