// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// All chats, as the window sees them: calls that return at once and futures that come back to it.
//
// Everything happens on one thread of its own, in the order of the calls, so a read sees every write before it. A write
// whose future says `durable` is synced to disk: it survives a crash of the program, kill -9 and a power cut. If the file
// cannot be used, the store continues in memory (state, error), and so does the window.
// Ids are given here, before anything is stored: newId(). The destructor carries out what was asked for and closes the file.
#pragma once

#include <chrono>
#include <memory>

#include <QFuture>
#include <QObject>
#include <QPromise>

#include "chats/chattables.h"
#include "chats/idsource.h"
#include "platform/ownedthread.h"

class StoreWorker;

class ChatStore : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Opening,
        OnDisk,
        InMemory, // error() says why; without an error it was asked for
    };

    explicit ChatStore(const Database::Options &options, QObject *parent = nullptr);
    ~ChatStore() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const StoreError &error() const { return m_error; }
    [[nodiscard]] QString path() const { return m_path; } // of the file, also while it cannot be used
    [[nodiscard]] qint64 newId() { return m_ids->next(); }
    [[nodiscard]] qint64 nowMs() const { return m_now().toMSecsSinceEpoch(); }
    [[nodiscard]] QDateTime now() const { return m_now(); }

    // Reading.
    [[nodiscard]] QFuture<QList<ChatSummary>> page(ChatTables::Cursor after, int limit);
    [[nodiscard]] QFuture<QList<ChatSummary>> trash();
    [[nodiscard]] QFuture<StoreResult<ChatContents>> contents(ChatId chat);
    [[nodiscard]] QFuture<QList<ChatRecord>> unsent(); // drafts of chats without a message, oldest first
    [[nodiscard]] QFuture<QList<ChatContents>> everything(); // for an export
    [[nodiscard]] QFuture<QList<SearchHit>> search(const QString &text, int limit);
    [[nodiscard]] QFuture<QList<Preset>> presets();
    [[nodiscard]] QFuture<quint64> statements(); // run so far: what tests count

    // Writing. `newChat`: made in the same commit.
    QFuture<Saved> append(const QList<MessageRecord> &messages, const std::optional<ChatRecord> &newChat = {});
    QFuture<Saved> saveText(MessageId message, const QString &text);
    QFuture<Saved> finish(const MessageRecord &message);
    QFuture<Saved> reopen(MessageId message);
    QFuture<Saved> choose(ChatId chat, MessageId parent, MessageId child);
    QFuture<Saved> rename(ChatId chat, const QString &title);
    QFuture<Saved> setPinned(ChatId chat, bool pinned);
    QFuture<Saved> setOptions(ChatId chat, const ChatOptions &options);
    QFuture<Saved> setDraft(ChatId chat, const QString &draft);
    QFuture<Saved> setHiddenUpTo(ChatId chat, MessageId message);
    QFuture<Saved> saveUnsent(const ChatRecord &chat); // see ChatTables
    QFuture<Saved> moveToTrash(ChatId chat);
    QFuture<Saved> restore(ChatId chat);
    QFuture<Saved> remove(ChatId chat); // for good
    QFuture<Saved> emptyTrash();
    QFuture<Saved> removeAll(); // every chat, for good, also from backups; `durable`: none of it is left on the disk
    // A copy with ids of its own, all versions included; the id of the copy, 0 if there was nothing to copy.
    QFuture<ChatId> duplicate(ChatId chat, const QString &title);
    QFuture<Saved> insert(const QList<ChatContents> &chats); // imported; they get new ids
    QFuture<Saved> savePreset(const Preset &preset);
    QFuture<Saved> removePreset(const QString &name);

    // Files, read and written on the store's thread. `chats` empty: all that are not in the trash. The file is replaced as
    // a whole or not at all; what is wrong, empty if nothing.
    QFuture<QString> writeFile(
        const QList<ChatId> &chats, const QString &path, std::function<QByteArray(const QList<ChatContents> &)> format);
    QFuture<QString> writeContents(const QList<ChatContents> &chats, const QString &path,
        std::function<QByteArray(const QList<ChatContents> &)> format);
    QFuture<std::expected<int, QString>> importFile(const QString &path); // ChatJson; how many chats

    void retry(); // the file, while InMemory
    void waitForWrites(std::chrono::milliseconds atMost); // those asked for so far. Blocks: for the end of the program
    // A compact copy of everything in a new SQLite file, from wherever it is now.
    QFuture<Saved> copyTo(const QString &path);

Q_SIGNALS:
    void stateChanged();
    void chatChanged(const ChatSummary &chat); // new, renamed, active, moved to the trash or back
    void chatRemoved(ChatId chat); // for good
    void reloaded(); // everything may be different
    void presetsChanged();
    void salvaged(int chats, int messages, const QString &movedTo, const QString &backup);

private:
    // Runs `work` with the worker on its thread.
    template <typename Work> auto post(Work work) -> QFuture<std::invoke_result_t<Work, StoreWorker &>>;
    QFuture<Saved> write(std::function<StoreResult<void>(ChatTables &)> work);
    QFuture<Saved> change(ChatId chat, std::function<StoreResult<void>(ChatTables &)> work); // and tells of the chat

    std::shared_ptr<IdSource> m_ids; // the worker takes from it too
    OwnedThread<StoreWorker> m_worker;
    QString m_path;
    std::function<QDateTime()> m_now;
    State m_state = State::Opening;
    StoreError m_error;
};
