// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/decodedtext.h"

#include "engine/base/decoded_text.h"

std::optional<DecodedText> decodeText(QByteArrayView bytes)
{
    const auto decoded
        = vibrant::decode_text({ bytes.data(), static_cast<std::size_t>(bytes.size()) }, vibrant::TextUse::kReading);
    if (!decoded) {
        return std::nullopt;
    }
    return DecodedText { QString::fromUtf8(decoded->text), QString::fromLatin1(decoded->encoding) };
}
