// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Bytes of a file to text, by what they are and not by what the file is called: UTF-8, UTF-16 and UTF-32 (with a byte order
// mark, UTF-16 also without), else Windows-1252, the superset of Latin-1. What holds control characters that no text has is
// refused. Line ends become line feeds.
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
