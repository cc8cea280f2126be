// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/modelheaders.h"

#include <QDeadlineTimer>

using namespace std::chrono_literals;

namespace
{
// Signals of this object reach the GUI thread through its queue, and nobody once the receiver is gone.
class Relay : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void described(quint64 id, const ModelDescription &description);
    void contentsRead(quint64 id, const ModelContents &contents);
    void failed(quint64 id, const InferenceError &error);
};
}

ModelHeaders::ModelHeaders(std::shared_ptr<const ModelFileReader> reader, QObject *parent)
    : QObject(parent)
    , m_reader(std::move(reader))
    , m_thread(new QThread)
{
    auto *relay = new Relay;
    m_there = relay;
    m_thread->setObjectName(QStringLiteral("model-headers"));
    relay->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, relay, &QObject::deleteLater);
    connect(relay, &Relay::described, this, &ModelHeaders::described);
    connect(relay, &Relay::contentsRead, this, &ModelHeaders::contentsRead);
    connect(relay, &Relay::failed, this, &ModelHeaders::failed);
    m_thread->start();
}

ModelHeaders::~ModelHeaders()
{
    m_thread->quit();
    if (m_thread->wait(QDeadlineTimer(5s))) {
        delete m_thread;
    } else {
        connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    }
}

quint64 ModelHeaders::describe(const QString &path)
{
    auto *relay = static_cast<Relay *>(m_there);
    QMetaObject::invokeMethod(
        relay, [relay, reader = m_reader, id = ++m_id, path] { Q_EMIT relay->described(id, reader->describe(path)); });
    return m_id;
}

quint64 ModelHeaders::read(const QString &path)
{
    auto *relay = static_cast<Relay *>(m_there);
    QMetaObject::invokeMethod(relay, [relay, reader = m_reader, id = ++m_id, path] {
        if (const auto contents = reader->contents(path)) {
            Q_EMIT relay->contentsRead(id, *contents);
        } else {
            Q_EMIT relay->failed(id, contents.error());
        }
    });
    return m_id;
}

quint64 ModelHeaders::availableMemory() const
{
    return m_reader->availableMemory();
}

#include "modelheaders.moc"
