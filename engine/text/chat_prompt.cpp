// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/text/chat_prompt.h"

#include <algorithm>
#include <format>

namespace vibrant {
namespace {

constexpr std::string_view kTurnStart = "<|im_start|>";
constexpr std::string_view kTurnEnd = "<|im_end|>";

std::string_view name_of(Role role) {
    switch (role) {
        case Role::kSystem:
            return "system";
        case Role::kUser:
            return "user";
        case Role::kAssistant:
            return "assistant";
    }
    return "user";
}

// The rest of a Jinja string literal as text, from `at` up to `end_mark`. Empty if the literal ends
// before the mark or holds an escape sequence other than those that templates use.
std::string literal_up_to(std::string_view source, std::size_t at, char quote, std::string_view end_mark) {
    std::string text;
    for (; at < source.size() && source[at] != quote; ++at) {
        if (source.substr(at).starts_with(end_mark)) return text;
        if (source[at] != '\\') {
            text.push_back(source[at]);
            continue;
        }
        constexpr std::string_view kEscapes = "n\nt\tr\r\\\\''\"\"";
        const char escape = ++at < source.size() ? source[at] : '\0';
        std::size_t known = 0;
        while (known < kEscapes.size() && kEscapes[known] != escape) known += 2;
        if (known >= kEscapes.size()) return {};
        text.push_back(kEscapes[known + 1]);
    }
    return {};
}

// The system message that a template writes when the conversation has none. ChatML families state
// it in one string literal, '<|im_start|>system\nYou are ...<|im_end|>', so the first literal of
// that shape is it; a template that puts the message together from parts has none of this shape.
std::string find_default_system(std::string_view chat_template) {
    for (std::size_t at = chat_template.find(kTurnStart); at != std::string_view::npos;
         at = chat_template.find(kTurnStart, at + 1)) {
        if (at == 0) continue;
        const char quote = chat_template[at - 1];
        std::string_view rest = chat_template.substr(at + kTurnStart.size());
        if ((quote != '\'' && quote != '"') || !rest.starts_with("system")) continue;
        rest.remove_prefix(std::string_view("system").size());
        // The line break is an escape sequence, or real where the template was stored unescaped.
        const std::size_t line_break = rest.starts_with("\\n") ? 2 : rest.starts_with('\n') ? 1 : 0;
        if (line_break == 0) continue;
        if (std::string text = literal_up_to(rest, line_break, quote, kTurnEnd); !text.empty()) return text;
    }
    return {};
}

// The last message is an answer that is to be continued.
bool goes_on(std::span<const ChatMessage> messages) {
    return !messages.empty() && messages.back().role == Role::kAssistant;
}

}  // namespace

ChatPrompt::ChatPrompt(const Tokenizer& tokenizer, std::string_view chat_template)
    : tokenizer_(tokenizer),
      format_(PromptFormat::kPlain),
      has_template_(!chat_template.empty()),
      turn_start_(tokenizer.find(kTurnStart)),
      turn_end_(tokenizer.find(kTurnEnd)) {
    if (!turn_start_ || !turn_end_ || !chat_template.contains(kTurnStart)) return;
    format_ = PromptFormat::kChatML;
    default_system_ = find_default_system(chat_template);
}

std::string_view ChatPrompt::notice() const {
    if (format_ == PromptFormat::kChatML) return {};
    if (!has_template_) {
        return "This model file names no chat format, so the conversation is sent as a plain "
               "User/Assistant transcript; it may be a base model that continues text instead of "
               "answering.";
    }
    return "The chat format of this model is not supported yet, so the conversation is sent as a "
           "plain User/Assistant transcript; answers may be worse than the model can do.";
}

ChatPrompt::Rendered ChatPrompt::render(std::span<const ChatMessage> messages) const {
    return format_ == PromptFormat::kChatML ? render_chatml(messages) : render_plain(messages);
}

void ChatPrompt::append_chatml(Role role, std::string_view text, std::vector<TokenId>& out) const {
    out.push_back(*turn_start_);
    // In one piece, as the template engine would hand it on: words may span the line break and the
    // text.
    tokenizer_.encode(std::format("{}\n{}", name_of(role), text), SpecialTokens::kAsText, out);
    out.push_back(*turn_end_);
    tokenizer_.encode("\n", SpecialTokens::kAsText, out);
}

ChatPrompt::Rendered ChatPrompt::render_chatml(std::span<const ChatMessage> messages) const {
    Rendered prompt;
    if (tokenizer_.add_bos()) prompt.ids.push_back(*tokenizer_.bos());
    if (!messages.empty() && messages.front().role == Role::kSystem) {
        append_chatml(Role::kSystem, messages.front().text, prompt.ids);
        messages = messages.subspan(1);
    } else if (!default_system_.empty()) {
        append_chatml(Role::kSystem, default_system_, prompt.ids);
    }
    prompt.n_system_tokens = prompt.ids.size();
    std::string_view begun;
    if (goes_on(messages)) {
        begun = messages.back().text;
        messages = messages.first(messages.size() - 1);
    }
    for (const ChatMessage& message : messages) append_chatml(message.role, message.text, prompt.ids);
    prompt.ids.push_back(*turn_start_);
    tokenizer_.encode(std::format("{}\n{}", name_of(Role::kAssistant), begun), SpecialTokens::kAsText, prompt.ids);
    return prompt;
}

ChatPrompt::Rendered ChatPrompt::render_plain(std::span<const ChatMessage> messages) const {
    std::string system;
    if (!messages.empty() && messages.front().role == Role::kSystem) {
        system = std::format("{}\n\n", messages.front().text);
        messages = messages.subspan(1);
    }
    // In one piece, so that no tokenizer puts a space before every message. Each starts with a word
    // on a new line, so the ids of what stands before do not depend on what follows.
    std::string text = system;
    std::string begun;
    if (goes_on(messages)) {
        begun = std::format(" {}", messages.back().text);
        messages = messages.first(messages.size() - 1);
    }
    for (const ChatMessage& message : messages) {
        const std::string_view name = message.role == Role::kUser        ? "User"
                                      : message.role == Role::kAssistant ? "Assistant"
                                                                         : "System";
        text += std::format("{}: {}\n\n", name, message.text);
    }
    text += "Assistant:" + begun;
    Rendered prompt;
    if (tokenizer_.add_bos()) prompt.ids.push_back(*tokenizer_.bos());
    const std::size_t n_bos = prompt.ids.size();
    tokenizer_.encode(text, SpecialTokens::kAsText, prompt.ids);
    std::vector<TokenId> system_ids;
    tokenizer_.encode(system, SpecialTokens::kAsText, system_ids);
    const auto differ = std::ranges::mismatch(system_ids, std::span(prompt.ids).subspan(n_bos));
    prompt.n_system_tokens = n_bos + static_cast<std::size_t>(differ.in1 - system_ids.begin());
    return prompt;
}

}  // namespace vibrant
