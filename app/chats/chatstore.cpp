// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chats/chatstore.h"

#include <memory>

#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QSemaphore>

#include "chats/chatjson.h"
#include "chats/storeworker.h"

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

template <typename Work> auto ChatStore::post(Work work) -> QFuture<std::invoke_result_t<Work, StoreWorker &>>
{
    using Result = std::invoke_result_t<Work, StoreWorker &>;
    auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    m_worker.post([promise, work = std::move(work)](StoreWorker &worker) mutable {
        promise->addResult(work(worker));
        promise->finish();
    });
    return promise->future();
}

ChatStore::ChatStore(const Database::Options &options, QObject *parent)
    : QObject(parent)
    , m_ids(std::make_shared<IdSource>())
    , m_worker(
          { .name = QStringLiteral("chats"), .patience = kPatience, .ending = OwnedThreadOptions::Ending::AfterWork },
          std::make_unique<StoreWorker>(options, m_ids))
    , m_path(options.path)
    , m_now(options.now)
{
    const StoreWorker *const worker = m_worker.object();
    connect(worker, &StoreWorker::opened, this, [this](qint64 lastId) {
        m_ids->skip(lastId);
        if (m_state == State::Opening) { // memory was asked for
            m_state = State::InMemory;
            Q_EMIT stateChanged();
        }
        Q_EMIT reloaded();
    });
    connect(worker, &StoreWorker::onDisk, this, [this] {
        m_state = State::OnDisk;
        m_error = {};
        Q_EMIT stateChanged();
    });
    connect(worker, &StoreWorker::inMemory, this, [this](const StoreError &error) {
        qCInfo(lcStore).noquote() << "chats are kept in memory:" << error.text;
        m_state = State::InMemory;
        m_error = error;
        Q_EMIT stateChanged();
    });
    connect(worker, &StoreWorker::salvaged, this, &ChatStore::salvaged);
    connect(worker, &StoreWorker::chatChanged, this, &ChatStore::chatChanged);
    connect(worker, &StoreWorker::chatRemoved, this, &ChatStore::chatRemoved);
    connect(worker, &StoreWorker::reloaded, this, &ChatStore::reloaded);
    m_worker.start();
    m_worker.post([](StoreWorker &there) { there.open(); });
}

ChatStore::~ChatStore() = default; // OwnedThread carries out what was asked for
// ---- reading

QFuture<QList<ChatSummary>> ChatStore::page(ChatTables::Cursor after, int limit)
{
    return post([=](StoreWorker &worker) { return worker.tables().page(after, limit).value_or(QList<ChatSummary>()); });
}

QFuture<QList<ChatSummary>> ChatStore::trash()
{
    return post([](StoreWorker &worker) { return worker.tables().trash(kTrashRows).value_or(QList<ChatSummary>()); });
}

QFuture<StoreResult<ChatContents>> ChatStore::contents(ChatId chat)
{
    return post([chat](StoreWorker &worker) { return worker.tables().contents(chat); });
}

QFuture<QList<ChatRecord>> ChatStore::unsent()
{
    return post([](StoreWorker &worker) { return worker.tables().unsent().value_or(QList<ChatRecord>()); });
}

QFuture<QList<ChatContents>> ChatStore::everything()
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

QFuture<QList<SearchHit>> ChatStore::search(const QString &text, int limit)
{
    return post([=](StoreWorker &worker) { return worker.tables().search(text, limit).value_or(QList<SearchHit>()); });
}

QFuture<QList<Preset>> ChatStore::presets()
{
    return post([](StoreWorker &worker) { return worker.tables().presets().value_or(QList<Preset>()); });
}

QFuture<quint64> ChatStore::statements()
{
    return post([](StoreWorker &worker) { return worker.database().statements(); });
}

// ---- writing

QFuture<Saved> ChatStore::write(std::function<StoreResult<void>(ChatTables &)> work)
{
    return post([work = std::move(work)](StoreWorker &worker) { return worker.write(work); });
}

QFuture<Saved> ChatStore::change(ChatId chat, std::function<StoreResult<void>(ChatTables &)> work)
{
    return post([chat, work = std::move(work)](StoreWorker &worker) {
        const Saved saved = worker.write(work);
        if (const auto summary = saved.stored ? worker.tables().summary(chat) : std::unexpected(saved.error)) {
            Q_EMIT worker.chatChanged(*summary);
        }
        return saved;
    });
}

QFuture<Saved> ChatStore::append(const QList<MessageRecord> &messages, const std::optional<ChatRecord> &newChat)
{
    const ChatId chat = newChat ? newChat->summary.id : messages.isEmpty() ? 0 : messages.first().chat;
    return change(chat, [=](ChatTables &tables) {
        return (newChat ? tables.insert(*newChat) : StoreResult<void>()).and_then([&] {
            return tables.append(messages);
        });
    });
}

QFuture<Saved> ChatStore::saveText(MessageId message, const QString &text)
{
    return write([=](ChatTables &tables) { return tables.saveText(message, text); });
}

QFuture<Saved> ChatStore::finish(const MessageRecord &message)
{
    return change(message.chat, [=](ChatTables &tables) { return tables.finish(message); });
}

QFuture<Saved> ChatStore::reopen(MessageId message)
{
    return write([=](ChatTables &tables) { return tables.reopen(message); });
}

QFuture<Saved> ChatStore::choose(ChatId chat, MessageId parent, MessageId child)
{
    return write([=](ChatTables &tables) { return tables.choose(chat, parent, child); });
}

QFuture<Saved> ChatStore::rename(ChatId chat, const QString &title)
{
    return change(chat, [=](ChatTables &tables) { return tables.rename(chat, title); });
}

QFuture<Saved> ChatStore::setPinned(ChatId chat, bool pinned)
{
    return change(chat, [=](ChatTables &tables) { return tables.setPinned(chat, pinned); });
}

QFuture<Saved> ChatStore::setOptions(ChatId chat, const ChatOptions &options)
{
    return write([=](ChatTables &tables) { return tables.setOptions(chat, options); });
}

QFuture<Saved> ChatStore::setDraft(ChatId chat, const QString &draft)
{
    return write([=](ChatTables &tables) { return tables.setDraft(chat, draft); });
}

QFuture<Saved> ChatStore::setHiddenUpTo(ChatId chat, MessageId message)
{
    return write([=](ChatTables &tables) { return tables.setHiddenUpTo(chat, message); });
}

QFuture<Saved> ChatStore::saveUnsent(const ChatRecord &chat)
{
    return write([=](ChatTables &tables) { return tables.saveUnsent(chat); });
}

QFuture<Saved> ChatStore::moveToTrash(ChatId chat)
{
    return change(chat, [=](ChatTables &tables) { return tables.moveToTrash(chat); });
}

QFuture<Saved> ChatStore::restore(ChatId chat)
{
    return change(chat, [=](ChatTables &tables) { return tables.restore(chat); });
}

QFuture<Saved> ChatStore::remove(ChatId chat)
{
    return post([chat](StoreWorker &worker) {
        const Saved saved = worker.write([chat](ChatTables &tables) { return tables.remove(chat); });
        Q_EMIT worker.chatRemoved(chat);
        return saved;
    });
}

QFuture<Saved> ChatStore::emptyTrash()
{
    return post([](StoreWorker &worker) {
        const Saved saved = worker.write([](ChatTables &tables) {
            const auto done = tables.emptyTrash(std::numeric_limits<qint64>::max());
            return done ? StoreResult<void>() : std::unexpected(done.error());
        });
        Q_EMIT worker.reloaded();
        return saved;
    });
}

QFuture<Saved> ChatStore::removeAll()
{
    return post([](StoreWorker &worker) {
        QList<ChatId> all;
        if (auto rows = worker.database().run(QStringLiteral("SELECT id FROM chats"))) {
            while (rows->next()) {
                all << rows->integer(0);
            }
        }
        const Saved saved = worker.removeAll();
        for (const ChatId chat : std::as_const(all)) {
            Q_EMIT worker.chatRemoved(chat);
        }
        Q_EMIT worker.reloaded();
        return saved;
    });
}

QFuture<ChatId> ChatStore::duplicate(ChatId chat, const QString &title)
{
    return post([chat, title](StoreWorker &worker) -> ChatId {
        auto contents = worker.tables().contents(chat);
        if (!contents) {
            return 0;
        }
        contents->chat.summary.title = title;
        contents->chat.summary.pinned = false;
        contents->chat.summary.deletedMs = 0;
        const ChatContents copy = worker.withNewIds(std::move(*contents));
        const Saved saved = worker.write([&copy](ChatTables &tables) { return tables.insertContents(copy); });
        if (!saved.stored) {
            return 0;
        }
        Q_EMIT worker.chatChanged(copy.chat.summary);
        return copy.chat.summary.id;
    });
}

QFuture<Saved> ChatStore::insert(const QList<ChatContents> &chats)
{
    return post([chats](StoreWorker &worker) { return worker.insert(chats); });
}

QFuture<QString> ChatStore::writeFile(
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

QFuture<QString> ChatStore::writeContents(const QList<ChatContents> &chats, const QString &path,
    std::function<QByteArray(const QList<ChatContents> &)> format)
{
    return post([chats, path, format = std::move(format)](StoreWorker &) { return replaceFile(path, format(chats)); });
}

QFuture<std::expected<int, QString>> ChatStore::importFile(const QString &path)
{
    return post([path](StoreWorker &worker) -> std::expected<int, QString> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return std::unexpected(file.errorString());
        }
        const auto chats = ChatJson::read(file.read(ChatJson::kMaxBytes + 1));
        if (!chats) {
            return std::unexpected(chats.error());
        }
        const Saved saved = worker.insert(*chats);
        return saved.stored ? std::expected<int, QString>(static_cast<int>(chats->size()))
                            : std::unexpected(saved.error.text);
    });
}

QFuture<Saved> ChatStore::savePreset(const Preset &preset)
{
    return write([=](ChatTables &tables) { return tables.savePreset(preset); }).then(this, [this](const Saved &saved) {
        Q_EMIT presetsChanged();
        return saved;
    });
}

QFuture<Saved> ChatStore::removePreset(const QString &name)
{
    return write([=](ChatTables &tables) { return tables.removePreset(name); }).then(this, [this](const Saved &saved) {
        Q_EMIT presetsChanged();
        return saved;
    });
}

void ChatStore::retry()
{
    m_worker.post([](StoreWorker &worker) { worker.retry(); });
}

void ChatStore::waitForWrites(std::chrono::milliseconds atMost)
{
    const auto reached = std::make_shared<QSemaphore>(); // outlives a wait that was given up
    m_worker.post([reached](StoreWorker &) { reached->release(); });
    if (!reached->tryAcquire(1, QDeadlineTimer(atMost))) {
        qCWarning(lcStore) << "the store is still writing";
    }
}

QFuture<Saved> ChatStore::copyTo(const QString &path)
{
    return post([path](StoreWorker &worker) {
        const auto done = worker.database().copyTo(path);
        return Saved {
            .durable = done.has_value(), .stored = done.has_value(), .error = done ? StoreError {} : done.error()
        };
    });
}
