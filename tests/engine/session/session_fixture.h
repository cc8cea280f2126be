// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the session tests share: a loaded model, a sink that records, requests that are easy to write.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/session/session.h"
#include "tests/support/gguf_builder.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

namespace vibrant::test {

class RecordingSink : public GenerationSink {
  public:
    struct Prefill {
        std::uint32_t done, total, cached;
    };
    void on_prefill(std::uint32_t done, std::uint32_t total, std::uint32_t cached) override {
        prefill.push_back({done, total, cached});
        if (after_prefill) after_prefill(done);
    }
    void on_token(std::string_view piece, TokenId, const GenerationStats& stats) override {
        text += piece;
        ++n_tokens;
        last = stats;
        if (after_token) after_token(n_tokens);
    }

    std::vector<Prefill> prefill;
    std::string text;
    std::size_t n_tokens = 0;
    GenerationStats last;
    std::function<void(std::uint32_t done)> after_prefill;
    std::function<void(std::size_t n)> after_token;
};

inline std::shared_ptr<const LoadedModel> must_load(const std::filesystem::path& path) {
    auto model = load_model(path);
    EXPECT_TRUE(model) << model.error().text;
    return model ? *model : nullptr;
}

inline std::unique_ptr<Session> must_create(std::shared_ptr<const LoadedModel> model,
                                            const SessionOptions& options = {}) {
    auto session = Session::create(std::move(model), options);
    EXPECT_TRUE(session) << session.error().text;
    return session ? std::move(*session) : nullptr;
}

inline GenerationRequest greedy(std::vector<TokenId> ids, std::uint32_t max_tokens) {
    GenerationRequest request;
    request.ids = std::move(ids);
    request.max_tokens = max_tokens;
    request.sampling.temperature = 0.0f;
    request.ignore_stop_tokens = true;
    return request;
}

// base_model() on disk and loaded: one random layer, 64 tokens of context.
class BaseModelTest : public ::testing::Test {
  protected:
    void SetUp() override {
        base_model().write(path());
        model = must_load(path());
        ASSERT_TRUE(model);
    }
    [[nodiscard]] std::filesystem::path path() const { return dir / "base.gguf"; }
    [[nodiscard]] Generation run(Session& session, const GenerationRequest& request, std::stop_token stop = {}) {
        auto result = session.generate(request, sink, std::move(stop));
        EXPECT_TRUE(result) << result.error().text;
        return result ? *result : Generation{};
    }

    TempDir dir;
    std::shared_ptr<const LoadedModel> model;
    RecordingSink sink;
};

}  // namespace vibrant::test
