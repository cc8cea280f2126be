// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// An Ollama manifest of any bytes: whatever it says, the blob's name is a plain file name made of hexadecimal digits.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/base/check.h"
#include "library/ollamamanifest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray json(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto manifest = parseOllamaManifest(json)) {
        const QByteArray blob = manifest->modelBlob.toUtf8();
        VIBRANT_CHECK(blob.size() == 71 && blob.startsWith("sha256-"));
        VIBRANT_CHECK(std::ranges::all_of(blob.sliced(7), [](char c) {
            return std::string_view("0123456789abcdef").find(c) != std::string_view::npos;
        }));
    }
    // The name of a model, of four names of files: never empty of them, never more than them.
    const QStringList parts = QString::fromUtf8(json).split(QLatin1Char('/'));
    const QString name = ollamaModelName(parts);
    VIBRANT_CHECK(name.isEmpty() == (parts.size() != 4));
    VIBRANT_CHECK(name.isEmpty() || name.endsWith(parts[2] + QLatin1Char(':') + parts[3]));
    return 0;
}
