// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "conversations/conversationstore.h"

#include <memory>

#include <QFile>
#include <QHash>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QSemaphore>

#include "conversations/chatjson.h"
#include "conversations/storeworker.h"

Q_LOGGING_CATEGORY(lcStore, "vibrant.store", QtWarningMsg)

namespace
{
constexpr int kTrashRows = 1000;
constexpr auto kPatience = std::chrono::seconds(20); // for the last writes when the program ends

// As a whole or not at all; what is wrong, empty if nothing.
QString replaceFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) >= 0 && file.commit() ? QString() : file.errorString();
}
}

template <typename Work> auto ConversationStore::post(Work work) -> QFuture<std::invoke_result_t<Work, StoreWorker &>>
{
    using Result = std::invoke_result_t<Work, StoreWorker &>;
    auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, promise, work = std::move(work)]() mutable {
            promise->addResult(work(*worker));
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

ConversationStore::ConversationStore(const Database::Options &options, QObject *parent)
    : QObject(parent)
    , m_worker(new StoreWorker(options))
    , m_path(options.path)
    , m_now(options.now)
{
    m_thread.setObjectName(QStringLiteral("conversations"));
    m_worker->moveToThread(&m_thread);
    connect(m_worker, &StoreWorker::opened, this, [this](qint64 lastId) {
        m_ids.skip(lastId);
        if (m_state == State::Opening) { // memory was asked for
            m_state = State::InMemory;
            Q_EMIT stateChanged();
        }
        Q_EMIT reloaded();
    });
    connect(m_worker, &StoreWorker::onDisk, this, [this] {
        m_state = State::OnDisk;
        m_error = {};
        Q_EMIT stateChanged();
    });
    connect(m_worker, &StoreWorker::inMemory, this, [this](const StoreError &error) {
        qCInfo(lcStore).noquote() << "conversations are kept in memory:" << error.text;
        m_state = State::InMemory;
        m_error = error;
        Q_EMIT stateChanged();
    });
    connect(m_worker, &StoreWorker::salvaged, this, &ConversationStore::salvaged);
    m_thread.start();
    QMetaObject::invokeMethod(m_worker, &StoreWorker::open, Qt::QueuedConnection);
}

ConversationStore::~ConversationStore()
{
    // Behind everything that was asked for.
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            m_worker->close();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    if (m_thread.wait(QDeadlineTimer(kPatience))) {
        delete m_worker;
    } else {
        qCCritical(lcStore) << "the store did not finish its last writes in time";
    }
}

// ---- reading

QFuture<QList<ChatSummary>> ConversationStore::page(ChatTables::Cursor after, int limit)
{
    return post([=](StoreWorker &worker) { return worker.tables().page(after, limit).value_or(QList<ChatSummary>()); });
}

QFuture<QList<ChatSummary>> ConversationStore::trash()
{
    return post([](StoreWorker &worker) { return worker.tables().trash(kTrashRows).value_or(QList<ChatSummary>()); });
}

QFuture<StoreResult<ChatContents>> ConversationStore::contents(ChatId chat)
{
    return post([chat](StoreWorker &worker) { return worker.tables().contents(chat); });
}

QFuture<QList<ChatRecord>> ConversationStore::unsent()
{
    return post([](StoreWorker &worker) { return worker.tables().unsent().value_or(QList<ChatRecord>()); });
}

QFuture<QList<ChatContents>> ConversationStore::everything()
{
    return post([](StoreWorker &worker) {
        QList<ChatContents> all;
        const QList<ChatId> chats = worker.tables().allChats().value_or(QList<ChatId>());
        for (const ChatId chat : chats) {
            if (auto contents = worker.tables().contents(chat)) {
                all << *contents;
            }
        }
        return all;
    });
}

QFuture<QList<SearchHit>> ConversationStore::search(const QString &text, int limit)
{
    return post([=](StoreWorker &worker) { return worker.tables().search(text, limit).value_or(QList<SearchHit>()); });
}

QFuture<QList<Preset>> ConversationStore::presets()
{
    return post([](StoreWorker &worker) { return worker.tables().presets().value_or(QList<Preset>()); });
}

QFuture<quint64> ConversationStore::statements()
{
    return post([](StoreWorker &worker) { return worker.database().statements(); });
}

// ---- writing

QFuture<Saved> ConversationStore::write(std::function<StoreResult<void>(ChatTables &)> work)
{
    return post([work = std::move(work)](StoreWorker &worker) { return worker.write(work); });
}

QFuture<Saved> ConversationStore::change(ChatId chat, std::function<StoreResult<void>(ChatTables &)> work)
{
    return post([this, chat, work = std::move(work)](StoreWorker &worker) {
        const Saved saved = worker.write(work);
        if (const auto summary = saved.stored ? worker.tables().summary(chat) : std::unexpected(saved.error)) {
            QMetaObject::invokeMethod(
                this, [this, found = *summary] { Q_EMIT chatChanged(found); }, Qt::QueuedConnection);
        }
        return saved;
    });
}

QFuture<Saved> ConversationStore::append(const QList<MessageRecord> &messages, const std::optional<ChatRecord> &newChat)
{
    const ChatId chat = newChat ? newChat->summary.id : messages.isEmpty() ? 0 : messages.first().chat;
    return change(chat, [=](ChatTables &tables) {
        return (newChat ? tables.insert(*newChat) : StoreResult<void>()).and_then([&] {
            return tables.append(messages);
        });
    });
}

QFuture<Saved> ConversationStore::saveText(MessageId message, const QString &text)
{
    return write([=](ChatTables &tables) { return tables.saveText(message, text); });
}

QFuture<Saved> ConversationStore::finish(const MessageRecord &message)
{
    return change(message.chat, [=](ChatTables &tables) { return tables.finish(message); });
}

QFuture<Saved> ConversationStore::reopen(MessageId message)
{
    return write([=](ChatTables &tables) { return tables.reopen(message); });
}

QFuture<Saved> ConversationStore::choose(ChatId chat, MessageId parent, MessageId child)
{
    return write([=](ChatTables &tables) { return tables.choose(chat, parent, child); });
}

QFuture<Saved> ConversationStore::rename(ChatId chat, const QString &title)
{
    return change(chat, [=](ChatTables &tables) { return tables.rename(chat, title); });
}

QFuture<Saved> ConversationStore::setPinned(ChatId chat, bool pinned)
{
    return change(chat, [=](ChatTables &tables) { return tables.setPinned(chat, pinned); });
}

QFuture<Saved> ConversationStore::setOptions(ChatId chat, const ChatOptions &options)
{
    return write([=](ChatTables &tables) { return tables.setOptions(chat, options); });
}

QFuture<Saved> ConversationStore::setDraft(ChatId chat, const QString &draft)
{
    return write([=](ChatTables &tables) { return tables.setDraft(chat, draft); });
}

QFuture<Saved> ConversationStore::setHiddenUpTo(ChatId chat, MessageId message)
{
    return write([=](ChatTables &tables) { return tables.setHiddenUpTo(chat, message); });
}

QFuture<Saved> ConversationStore::saveUnsent(const ChatRecord &chat)
{
    return write([=](ChatTables &tables) { return tables.saveUnsent(chat); });
}

QFuture<Saved> ConversationStore::moveToTrash(ChatId chat)
{
    return change(chat, [=](ChatTables &tables) { return tables.moveToTrash(chat); });
}

QFuture<Saved> ConversationStore::restore(ChatId chat)
{
    return change(chat, [=](ChatTables &tables) { return tables.restore(chat); });
}

QFuture<Saved> ConversationStore::remove(ChatId chat)
{
    return post([this, chat](StoreWorker &worker) {
        const Saved saved = worker.write([chat](ChatTables &tables) { return tables.remove(chat); });
        QMetaObject::invokeMethod(this, [this, chat] { Q_EMIT chatRemoved(chat); }, Qt::QueuedConnection);
        return saved;
    });
}

QFuture<Saved> ConversationStore::emptyTrash()
{
    return post([this](StoreWorker &worker) {
        const Saved saved = worker.write([](ChatTables &tables) {
            const auto done = tables.emptyTrash(std::numeric_limits<qint64>::max());
            return done ? StoreResult<void>() : std::unexpected(done.error());
        });
        QMetaObject::invokeMethod(this, &ConversationStore::reloaded, Qt::QueuedConnection);
        return saved;
    });
}

QFuture<Saved> ConversationStore::removeAll()
{
    return post([this](StoreWorker &worker) {
        QList<ChatId> all;
        if (auto rows = worker.database().run(QStringLiteral("SELECT id FROM chats"))) {
            while (rows->next()) {
                all << rows->integer(0);
            }
        }
        const Saved saved = worker.removeAll();
        QMetaObject::invokeMethod(
            this,
            [this, all] {
                for (const ChatId chat : all) {
                    Q_EMIT chatRemoved(chat);
                }
                Q_EMIT reloaded();
            },
            Qt::QueuedConnection);
        return saved;
    });
}

ChatContents ConversationStore::withNewIds(ChatContents contents)
{
    QHash<MessageId, MessageId> renamed;
    contents.chat.summary.id = newId();
    for (MessageRecord &message : contents.messages) {
        const MessageId fresh = newId();
        renamed.insert(message.id, fresh);
        message.id = fresh;
        message.chat = contents.chat.summary.id;
        message.parent = renamed.value(message.parent); // before its children, see ChatContents
        message.state = message.state == MessageState::Partial ? MessageState::Interrupted : message.state;
    }
    for (MessageRecord &message : contents.messages) {
        message.activeChild = renamed.value(message.activeChild);
    }
    contents.chat.activeRoot = renamed.value(contents.chat.activeRoot);
    contents.chat.hiddenUpTo = renamed.value(contents.chat.hiddenUpTo);
    contents.chat.summary.activity
        = contents.messages.isEmpty() ? contents.chat.summary.id : contents.messages.last().id;
    if (contents.chat.summary.updatedMs == 0) {
        contents.chat.summary.updatedMs = nowMs();
    }
    return contents;
}

QFuture<ChatId> ConversationStore::duplicate(ChatId chat, const QString &title)
{
    return post([this, chat, title](StoreWorker &worker) -> ChatId {
        auto contents = worker.tables().contents(chat);
        if (!contents) {
            return 0;
        }
        contents->chat.summary.title = title;
        contents->chat.summary.pinned = false;
        contents->chat.summary.deletedMs = 0;
        const ChatContents copy = withNewIds(std::move(*contents));
        const Saved saved = worker.write([&copy](ChatTables &tables) { return tables.insertContents(copy); });
        if (!saved.stored) {
            return 0;
        }
        QMetaObject::invokeMethod(
            this, [this, summary = copy.chat.summary] { Q_EMIT chatChanged(summary); }, Qt::QueuedConnection);
        return copy.chat.summary.id;
    });
}

Saved ConversationStore::insertNow(StoreWorker &worker, const QList<ChatContents> &chats)
{
    QList<ChatContents> fresh;
    for (const ChatContents &chat : chats) {
        fresh << withNewIds(chat);
    }
    const Saved saved = worker.write([&fresh](ChatTables &tables) {
        StoreResult<void> done;
        for (const ChatContents &chat : std::as_const(fresh)) {
            done = done.and_then([&] { return tables.insertContents(chat); });
        }
        return done;
    });
    QMetaObject::invokeMethod(this, &ConversationStore::reloaded, Qt::QueuedConnection);
    return saved;
}

QFuture<Saved> ConversationStore::insert(const QList<ChatContents> &chats)
{
    return post([this, chats](StoreWorker &worker) { return insertNow(worker, chats); });
}

QFuture<QString> ConversationStore::writeFile(
    const QList<ChatId> &chats, const QString &path, std::function<QByteArray(const QList<ChatContents> &)> format)
{
    return post([chats, path, format = std::move(format)](StoreWorker &worker) -> QString {
        QList<ChatContents> contents;
        const QList<ChatId> wanted = chats.isEmpty() ? worker.tables().allChats().value_or(QList<ChatId>()) : chats;
        for (const ChatId chat : wanted) {
            if (auto one = worker.tables().contents(chat)) {
                contents << *one;
            }
        }
        return replaceFile(path, format(contents));
    });
}

QFuture<QString> ConversationStore::writeContents(const QList<ChatContents> &chats, const QString &path,
    std::function<QByteArray(const QList<ChatContents> &)> format)
{
    return post([chats, path, format = std::move(format)](StoreWorker &) { return replaceFile(path, format(chats)); });
}

QFuture<std::expected<int, QString>> ConversationStore::importFile(const QString &path)
{
    return post([this, path](StoreWorker &worker) -> std::expected<int, QString> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return std::unexpected(file.errorString());
        }
        const auto chats = ChatJson::read(file.read(ChatJson::kMaxBytes + 1));
        if (!chats) {
            return std::unexpected(chats.error());
        }
        const Saved saved = insertNow(worker, *chats);
        return saved.stored ? std::expected<int, QString>(static_cast<int>(chats->size()))
                            : std::unexpected(saved.error.text);
    });
}

QFuture<Saved> ConversationStore::savePreset(const Preset &preset)
{
    return write([=](ChatTables &tables) { return tables.savePreset(preset); }).then(this, [this](const Saved &saved) {
        Q_EMIT presetsChanged();
        return saved;
    });
}

QFuture<Saved> ConversationStore::removePreset(const QString &name)
{
    return write([=](ChatTables &tables) { return tables.removePreset(name); }).then(this, [this](const Saved &saved) {
        Q_EMIT presetsChanged();
        return saved;
    });
}

void ConversationStore::retry()
{
    QMetaObject::invokeMethod(m_worker, &StoreWorker::retry, Qt::QueuedConnection);
}

void ConversationStore::waitForWrites(std::chrono::milliseconds atMost)
{
    const auto reached = std::make_shared<QSemaphore>(); // outlives a wait that was given up
    QMetaObject::invokeMethod(m_worker, [reached] { reached->release(); }, Qt::QueuedConnection);
    if (!reached->tryAcquire(1, QDeadlineTimer(atMost))) {
        qCWarning(lcStore) << "the store is still writing";
    }
}

QFuture<Saved> ConversationStore::copyTo(const QString &path)
{
    return post([path](StoreWorker &worker) {
        const auto done = worker.database().copyTo(path);
        return Saved {
            .durable = done.has_value(), .stored = done.has_value(), .error = done ? StoreError {} : done.error()
        };
    });
}
