// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What an Ollama manifest says: which blob is the model. A manifest is an OCI image manifest in JSON,
//   {"layers": [{"mediaType": "application/vnd.ollama.image.model", "digest": "sha256:<64 hex digits>", "size": …}, …]}
// and the blob of a digest is <models>/blobs/sha256-<64 hex digits>. Source: Ollama's server/manifest.go, layer.go.
//
// A manifest is a stranger's file: the blob's name is made of hexadecimal digits only, so it cannot point elsewhere.
#pragma once

#include <optional>

#include <QByteArray>
#include <QString>
#include <QStringList>

struct OllamaManifest {
    QString modelBlob; // "sha256-<64 hex digits>", a file's name
    static constexpr qsizetype kMostBytes = 256 * 1024; // real ones have 1 to 3 KiB
};

// Empty for anything that is no manifest, names no model, or is larger than kMostBytes.
[[nodiscard]] std::optional<OllamaManifest> parseOllamaManifest(const QByteArray &json);

// "qwen2.5-coder:7b" of {"registry.ollama.ai", "library", "qwen2.5-coder", "7b"}; other hosts and namespaces stay in front.
// Empty if there are not four parts.
[[nodiscard]] QString ollamaModelName(const QStringList &pathParts);
