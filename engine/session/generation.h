// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One answer: prompt ids to generated ids and text. Private to session/.
#pragma once

#include <chrono>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/sampling/sampler.h"
#include "engine/session/events.h"
#include "engine/session/request.h"
#include "engine/session/runner.h"
#include "engine/text/utf8_stream.h"

namespace vibrant {

class GenerationRun {
  public:
    GenerationRun(Runner& runner, Sequence& sequence, const GenerationRequest& request, GenerationSink& sink,
                  std::stop_token stop);

    // Prompt ids and limits; all that can be refused is refused here, before any work.
    [[nodiscard]] Status prepare();
    // Prefill and decode. Everything allocated per answer is allocated before the first token.
    [[nodiscard]] Generation run();

  private:
    [[nodiscard]] bool prefill();
    void decode();
    // Samples the token after the last position; false ends the answer (reason set).
    [[nodiscard]] bool next_token();
    void finish(FinishReason reason);
    void fail_with(Error error);
    [[nodiscard]] double ms_since_start() const;

    Runner& runner_;
    Sequence& sequence_;
    const GenerationRequest& request_;
    GenerationSink& sink_;
    std::stop_token stop_;
    std::chrono::steady_clock::time_point start_;
    Sampler sampler_;
    Utf8Stream utf8_;
    std::vector<TokenId> ids_;  // the prompt, then every generated id
    std::size_t n_prompt_ = 0;
    std::uint32_t n_pinned_ = 0;  // leading prompt tokens that a sliding window keeps
    std::size_t max_new_ = 0;     // generated tokens at most
    bool finished_ = false;
    Generation out_;
};

}  // namespace vibrant
