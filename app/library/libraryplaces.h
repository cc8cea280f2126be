// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where models may lie on this computer: folders of the user's and the caches of other programs. All are read in place.
//
//   Hugging Face   <hub>/models--<org>--<name>/snapshots/<revision>/…/file.gguf -> ../../blobs/<hash>
//   LM Studio      <models>/<publisher>/<repository>/file.gguf
//   Ollama         <models>/manifests/<host>/<namespace>/<name>/<tag> -> blobs/sha256-<hash>, see ollamamanifest.h
// Sources: huggingface_hub's "Environment variables" and "Manage your cache" guides, LM Studio's "Import models", Ollama's
// FAQ and server/modelpath.go.
#pragma once

#include <QList>
#include <QProcessEnvironment>
#include <QString>

struct LibraryPlace {
    enum class Kind : quint8 {
        Recent, // files opened before; has no path
        Folder, // of the user's
        HuggingFace,
        LmStudio,
        Ollama,
        LlamaCpp,
        Gpt4All,
        Program, // what came with it: the starter model
    };
    Kind kind = Kind::Folder;
    QString path; // absolute
    bool operator==(const LibraryPlace &) const = default;
};

// "Ollama"; a folder's own name for Kind::Folder.
[[nodiscard]] QString placeName(const LibraryPlace &place);

// The caches of other programs as the environment has them, whether they exist or not. `home` is absolute.
[[nodiscard]] QList<LibraryPlace> knownPlaces(const QProcessEnvironment &environment, const QString &home);
