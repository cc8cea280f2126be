// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Chats as JSON: everything of a chat, all versions included, but where the model's file was.
//
//   {"format": "vibrant-chats", "version": 1, "chats": [{"title": …, "messages": [{"id": 1, "parent": 0, …}]}]}
//
// Ids count from 1 within a chat, parents before children; times are UTC milliseconds; a seed is a string of digits, as
// JSON's numbers hold 53 bits.
// Reading takes text from strangers: members that are missing or of the wrong type are defaults, members that are not known
// are ignored, and the result is always a valid tree. What is beyond the caps is an error, not cut off.
#pragma once

#include <expected>

#include <QByteArrayView>

#include "chats/chatrecords.h"

namespace ChatJson
{
inline constexpr qsizetype kMaxBytes = 512 * 1024 * 1024;
inline constexpr qsizetype kMaxChats = 100'000;
inline constexpr qsizetype kMaxMessages = 1'000'000; // of all chats together
inline constexpr qsizetype kMaxTitle = 500; // characters; longer ones are cut
inline constexpr int kVersion = 1;

[[nodiscard]] QByteArray write(const QList<ChatContents> &chats);
// The error is one line: what is wrong, found and allowed.
[[nodiscard]] std::expected<QList<ChatContents>, QString> read(const QByteArray &json);
}
