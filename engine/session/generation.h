// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One answer: prompt ids to generated ids and text. Private to session/.
#pragma once

#include <chrono>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/sampling/sampler.h"
#include "engine/session/conversation.h"
#include "engine/session/events.h"
#include "engine/text/utf8_stream.h"

namespace vibrant {

class GenerationRun {
  public:
    GenerationRun(Conversation& conversation, const GenerationRequest& request, GenerationSink& sink,
                  std::stop_token stop);

    // Prompt ids and limits; all that can be refused is refused here, before any work.
    [[nodiscard]] Status prepare();
    // Prefill and decode. Everything allocated per answer is allocated before the first token.
    [[nodiscard]] Generation run();

  private:
    [[nodiscard]] bool prefill();
    void decode();
    // Samples the token after row `b` of the last batch; false ends the answer (reason set).
    [[nodiscard]] bool next_token(std::size_t b);
    void finish(FinishReason reason);
    void fail_with(Error error);
    [[nodiscard]] double ms_since_start() const;

    Conversation& conversation_;
    const GenerationRequest& request_;
    GenerationSink& sink_;
    OpContext ctx_;
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
