// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Bytes of a file to text as people read it. The rules are the engine's (engine/base/decoded_text.h), so that a file means
// the same in the window and in the terminal. Line ends become line feeds.
#pragma once

#include <optional>

#include <QByteArrayView>
#include <QString>

struct DecodedText {
    QString text;
    QString encoding; // "UTF-8"
};

// Empty for a binary file. Costs O(bytes).
[[nodiscard]] std::optional<DecodedText> decodeText(QByteArrayView bytes);
