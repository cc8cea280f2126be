// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/ollamamanifest.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace
{
constexpr qsizetype kDigits = 64; // of a SHA-256

// The file name of a digest, empty if it is no SHA-256.
QString blobName(const QString &digest)
{
    if (!digest.startsWith(u"sha256:")) {
        return {};
    }
    const QString hex = digest.sliced(7);
    const auto isDigit = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return hex.size() == kDigits && std::ranges::all_of(hex, isDigit) ? QStringLiteral("sha256-") + hex : QString();
}
}

std::optional<OllamaManifest> parseOllamaManifest(const QByteArray &json)
{
    if (json.size() > OllamaManifest::kMostBytes) {
        return std::nullopt;
    }
    const QJsonArray layers = QJsonDocument::fromJson(json).object().value(u"layers").toArray();
    for (const QJsonValue &layer : layers) {
        if (layer[u"mediaType"].toString() == u"application/vnd.ollama.image.model") {
            // A model in several layers does not exist; if it did, the first would be the one with the metadata.
            const QString blob = blobName(layer[u"digest"].toString());
            return blob.isEmpty() ? std::nullopt : std::optional(OllamaManifest { blob });
        }
    }
    return std::nullopt;
}

QString ollamaModelName(const QStringList &parts)
{
    if (parts.size() != 4) {
        return {};
    }
    const QString name = parts[2] + QLatin1Char(':') + parts[3];
    if (parts[0] != u"registry.ollama.ai") {
        return parts[0] + QLatin1Char('/') + parts[1] + QLatin1Char('/') + name;
    }
    return parts[1] == u"library" ? name : parts[1] + QLatin1Char('/') + name;
}
