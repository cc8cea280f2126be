// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Reads one file's description or contents on request, on a thread of its own: a request need not wait for a search of
// the whole library, nor the window for a slow disk.
// Each request returns the number its answer carries; answers come in order.
#pragma once

#include <memory>

#include <QObject>

#include "inference/modelfiles.h"
#include "platform/ownedthread.h"

class HeaderRelay;

class ModelHeaders : public QObject
{
    Q_OBJECT

public:
    explicit ModelHeaders(std::shared_ptr<const ModelFileReader> reader, QObject *parent = nullptr);
    ~ModelHeaders() override; // waits at most 5 s for a disk that does not answer, see OwnedThread

    quint64 describe(const QString &path);
    quint64 read(const QString &path);
    // What a load of it without a chosen context would take, with this much free memory.
    [[nodiscard]] int defaultContext(const ModelDescription &model, KvType type, quint64 available) const;
    [[nodiscard]] quint64 availableMemory() const; // bytes

Q_SIGNALS:
    void described(quint64 id, const ModelDescription &description);
    void contentsRead(quint64 id, const ModelContents &contents);
    void failed(quint64 id, const InferenceError &error); // of read()

private:
    std::shared_ptr<const ModelFileReader> m_reader;
    OwnedThread<HeaderRelay> m_there;
    quint64 m_id = 0;
};
