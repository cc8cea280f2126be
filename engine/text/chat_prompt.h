// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Messages to token ids. The scaffolding around the messages may become control tokens; message
// text never does.
//
// ChatML for models whose template holds <|im_start|> (and whose vocabulary has it as one token);
// for all others a plain "User: / Assistant:" transcript and a notice for the user. The general
// template engine is a later step and will stand behind the same function.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/tokenizer.h"

namespace vibrant {

enum class Role : std::uint8_t { kSystem, kUser, kAssistant };

struct ChatMessage {
    Role role = Role::kUser;
    std::string text;
};

enum class PromptFormat : std::uint8_t { kChatML, kPlain };

class ChatPrompt {
  public:
    // `chat_template` is the file's tokenizer.chat_template, empty if it has none.
    ChatPrompt(const Tokenizer& tokenizer, std::string_view chat_template);

    [[nodiscard]] PromptFormat format() const { return format_; }
    // One sentence for the user when the model's own format is not used; empty otherwise.
    [[nodiscard]] std::string_view notice() const;

    struct Rendered {
        std::vector<TokenId> ids;  // ends inside the assistant's turn
        // Leading ids that hold BOS and the system prompt: what the KV ring pins.
        std::size_t n_system_tokens = 0;
    };
    // A conversation that ends with an assistant's message is continued inside it: its turn stays open
    // after its text.
    // Without a leading system message the model's default is used where its template states one
    // (Qwen2.5), else none. The text of a past assistant turn is encoded as text; earlier messages
    // always render to the same leading ids.
    [[nodiscard]] Rendered render(std::span<const ChatMessage> messages) const;

  private:
    void append_chatml(Role role, std::string_view text, std::vector<TokenId>& out) const;
    [[nodiscard]] Rendered render_chatml(std::span<const ChatMessage> messages) const;
    [[nodiscard]] Rendered render_plain(std::span<const ChatMessage> messages) const;

    const Tokenizer& tokenizer_;
    PromptFormat format_;
    bool has_template_;
    std::optional<TokenId> turn_start_;  // <|im_start|>; both are set for kChatML
    std::optional<TokenId> turn_end_;    // <|im_end|>
    std::string default_system_;         // empty: none
};

}  // namespace vibrant
