// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A message with its files as the model reads it: the files first, each with its name and in a fence that nothing inside
// can close, then what was typed. The same message always gives the same text, so the model's cache stays valid.
#pragma once

#include "chats/chatrecords.h"

[[nodiscard]] QString promptText(const QList<Attachment> &attachments, const QString &typed);
