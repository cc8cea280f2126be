// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A thread and the one object that lives on it: made together, ended together.
//
// The destructor ends the thread and waits at most `patience`. A thread that does not stop by then (a disk that does not
// answer, a computation that ignores its stop token) is left behind with its object, because a process that is ending must
// not hang; both are deleted if it stops later. Work that has not begun by then never begins. Work that has begun may run on
// after the destructor: it must own what it uses, or share it, and must not refer to the owner.
// The object is destroyed on its thread.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <utility>

#include <QDeadlineTimer>
#include <QDebug>
#include <QObject>
#include <QString>
#include <QThread>

struct OwnedThreadOptions {
    enum class Ending : std::uint8_t {
        Soon, // what runs is waited for, what was posted behind it is dropped
        AfterWork, // everything that was posted is done first
    };
    QString name {};
    std::chrono::milliseconds patience = std::chrono::seconds(5);
    Ending ending = Ending::Soon;
    QThread::Priority priority = QThread::InheritPriority;
};

template <typename Object> class OwnedThread
{
public:
    using Options = OwnedThreadOptions;

    OwnedThread(Options options, std::unique_ptr<Object> object)
        : m_options(std::move(options))
        , m_object(object.release())
    {
        m_thread->setObjectName(m_options.name);
        m_object->moveToThread(m_thread);
        QObject::connect(m_thread, &QThread::finished, m_object, &QObject::deleteLater);
    }
    Q_DISABLE_COPY_MOVE(OwnedThread)

    ~OwnedThread()
    {
        if (m_options.ending == Options::Ending::AfterWork) {
            post([thread = m_thread](Object &) { thread->quit(); });
        } else {
            *m_dropping = true;
            m_thread->quit();
        }
        if (m_thread->wait(QDeadlineTimer(m_options.patience))) {
            delete m_thread;
            return;
        }
        *m_dropping = true;
        qWarning() << "the" << m_options.name << "thread did not stop in time and is left behind";
        m_thread->quit(); // if the work that asks for it was dropped
        QObject::connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    }

    // Once the object's signals are connected; what was posted before waits.
    void start() { m_thread->start(m_options.priority); }
    // For connections, and for what is safe on any thread.
    [[nodiscard]] Object *object() const { return m_object; }
    // work(Object &) on the thread, in the order of the calls, which may come from any thread.
    template <typename Work> void post(Work work)
    {
        QMetaObject::invokeMethod(
            m_object,
            [object = m_object, dropping = m_dropping, work = std::move(work)]() mutable {
                if (!*dropping) {
                    work(*object);
                }
            },
            Qt::QueuedConnection);
    }

private:
    Options m_options;
    QThread *m_thread = new QThread; // a plain pointer, as the object's: they may be left behind
    Object *m_object;
    std::shared_ptr<std::atomic<bool>> m_dropping = std::make_shared<std::atomic<bool>>(false); // what has not begun
};
