// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/modelheaders.h"

#include "library/memoryplan.h"

// Its signals reach the thread of ModelHeaders through its queue, and no object once that one is gone.
class HeaderRelay : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void described(quint64 id, const ModelDescription &description);
    void contentsRead(quint64 id, const ModelContents &contents);
    void failed(quint64 id, const InferenceError &error);
};

ModelHeaders::ModelHeaders(std::shared_ptr<const ModelFileReader> reader, QObject *parent)
    : QObject(parent)
    , m_reader(std::move(reader))
    , m_there({ .name = QStringLiteral("model-headers") }, std::make_unique<HeaderRelay>())
{
    connect(m_there.object(), &HeaderRelay::described, this, &ModelHeaders::described);
    connect(m_there.object(), &HeaderRelay::contentsRead, this, &ModelHeaders::contentsRead);
    connect(m_there.object(), &HeaderRelay::failed, this, &ModelHeaders::failed);
    m_there.start();
}

ModelHeaders::~ModelHeaders() = default;

quint64 ModelHeaders::describe(const QString &path)
{
    m_there.post([reader = m_reader, id = ++m_id, path](
                     HeaderRelay &relay) { Q_EMIT relay.described(id, reader->describe(path)); });
    return m_id;
}

quint64 ModelHeaders::read(const QString &path)
{
    m_there.post([reader = m_reader, id = ++m_id, path](HeaderRelay &relay) {
        if (const auto contents = reader->contents(path)) {
            Q_EMIT relay.contentsRead(id, *contents);
        } else {
            Q_EMIT relay.failed(id, contents.error());
        }
    });
    return m_id;
}

int ModelHeaders::defaultContext(const ModelDescription &model, KvType type, quint64 available) const
{
    return m_reader->defaultContext(costOf(model, type), model.trainedContext, available);
}

quint64 ModelHeaders::availableMemory() const
{
    return m_reader->availableMemory();
}

#include "modelheaders.moc"
