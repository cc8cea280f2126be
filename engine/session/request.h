// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a program asks of a generation. A plain value.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/token.h"
#include "engine/sampling/sampler.h"
#include "engine/text/chat_prompt.h"

namespace vibrant {

struct GenerationRequest {
    // Either messages (rendered with the model's chat format) or ready-made ids.
    std::vector<ChatMessage> messages;
    std::vector<TokenId> ids;
    std::uint32_t max_tokens = 0;  // 0 = as many as fit
    SamplingSettings sampling;
    bool ignore_stop_tokens = false;  // bench: run to max_tokens
    // At the end of the context: false ends with kContext; true lets the KV ring overwrite the oldest tokens after the
    // pinned system prompt and continues until max_tokens (which must then be given).
    bool slide = false;
};

}  // namespace vibrant
