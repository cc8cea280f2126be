// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What can be known of a model file without loading it: its description, its metadata and tensors, and the memory that
// loading it would take. Plain values, and the one interface that finds them out.
//
// Cost of a description: the metadata and the vocabulary are read, the weights are not; up to 100 ms. So nothing here is
// called on the GUI thread but defaultContext() and availableMemory().
#pragma once

#include <expected>
#include <optional>

#include <QList>
#include <QString>

#include "values/generationtypes.h"

// What a context costs in a cache of this type: the engine's StateCost.
struct KvCost {
    // Layers that keep equally many positions; of sliding ones that is less than a long context.
    struct Share {
        quint64 bytesPerToken = 0;
        quint32 mostTokens = 0;
        bool operator==(const Share &) const = default;
    };
    KvType type = KvType::F16;
    quint64 fixedBytes = 0;
    QList<Share> shares;
    bool operator==(const KvCost &) const = default;

    [[nodiscard]] quint64 bytes(int context) const;
    // The largest context up to `most` that takes no more than `bytes`.
    [[nodiscard]] int largestContext(quint64 bytes, int most) const;
};

struct ModelDescription : ModelFacts {
    // Private memory of a session; exact for contexts of 512 tokens and more, below that the buffers need less.
    QList<KvCost> kv; // every type this engine offers, the default first
    quint64 bufferBytes = 0;
    // Why it would not load; everything else is then what could be read of it all the same.
    std::optional<InferenceError> problem;
};

struct MetadataEntry {
    QString key;
    QString type; // "u32", "string array"
    QString value; // one line, arrays and long texts shortened
    QString full; // the whole text of a string, up to kMostText; otherwise the value again
    bool unread = false; // of the model or its tokenizer, and nothing here reads it
    static constexpr qsizetype kMostText = 256 * 1024; // bytes; chat templates are below 20 KiB
};

struct TensorEntry {
    QString name;
    QString type; // "Q4_K"
    QString shape; // "[3584, 18944]"
    quint64 bytes = 0;
};

struct ModelContents {
    QList<MetadataEntry> metadata; // in file order
    QList<TensorEntry> tensors;
};

class ModelFileReader
{
public:
    virtual ~ModelFileReader() = default;
    // From any thread, several at a time.
    [[nodiscard]] virtual ModelDescription describe(const QString &path) const = 0;
    [[nodiscard]] virtual std::expected<ModelContents, InferenceError> contents(const QString &path) const = 0;
    // The context a load without a chosen one would take, if this much memory were free.
    [[nodiscard]] virtual int defaultContext(const KvCost &cost, int trainedContext, quint64 available) const = 0;
    // Bytes that this process may still use; about 10 us.
    [[nodiscard]] virtual quint64 availableMemory() const = 0;
};
