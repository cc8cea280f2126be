// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/chatscontroller.h"

#include <algorithm>

#include <QFileInfo>

#include "chat/chatexport.h"
#include "chat/openchats.h"
#include "chats/chatjson.h"
#include "chats/chatstore.h"

namespace
{
constexpr qsizetype kMaxTitle = 200; // characters that a user may give

ChatId idOf(double chat)
{
    return static_cast<ChatId>(chat);
}

QString pathOf(const QUrl &file)
{
    return file.isLocalFile() ? file.toLocalFile() : file.path();
}
}

ChatsController::ChatsController(ChatStore &store, OpenChats &open, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_open(open)
    , m_list(store)
    , m_search(store)
    , m_trash(store)
{
    connect(&open, &OpenChats::currentChanged, this, [this] { m_list.setCurrent(m_open.current()->id()); });
    connect(&open, &OpenChats::busyChanged, this, [this] { m_list.setBusy(m_open.busy()); });
    connect(&open, &OpenChats::answerFinished, this, [this](const ChatSession *session) {
        if (session != m_open.current()) {
            m_list.setUnread(session->id());
        }
    });
    m_list.setCurrent(open.current()->id());
    m_undoTimer.setSingleShot(true);
    m_undoTimer.setInterval(kUndoTime);
    connect(&m_undoTimer, &QTimer::timeout, this, &ChatsController::dismissUndo);
    connect(&store, &ChatStore::stateChanged, this, &ChatsController::problemChanged);
    connect(&store, &ChatStore::presetsChanged, this, &ChatsController::readPresets);
    connect(&store, &ChatStore::reloaded, this, &ChatsController::readPresets);
    connect(&store, &ChatStore::salvaged, this,
        [this](int chats, int messages, const QString &movedTo, const QString &backup) {
            setNotice((backup.isEmpty() ? tr("The file of your conversations was damaged. %1 chats with %2 messages "
                                             "could be saved; the damaged file is kept as %3.")
                                        : tr("The file of your conversations was damaged. %1 chats with %2 messages "
                                             "could be saved, some of them from a "
                                             "backup; the damaged file is kept as %3."))
                    .arg(chats)
                    .arg(messages)
                    .arg(movedTo));
        });
}

// ---- one chat

void ChatsController::openNeighbour(int step)
{
    const int row = m_list.rowOf(m_open.current()->id());
    const ChatId neighbour = m_list.chatAt(row < 0 ? (step > 0 ? 0 : -1) : row + step);
    if (neighbour != 0) {
        m_open.open(neighbour);
    }
}

void ChatsController::rename(double chat, const QString &title)
{
    if (const QString given = title.simplified().left(kMaxTitle); !given.isEmpty()) {
        m_store.rename(idOf(chat), given);
    }
}

void ChatsController::setPinned(double chat, bool pinned)
{
    m_store.setPinned(idOf(chat), pinned);
}

bool ChatsController::isPinned(double chat) const
{
    const int row = m_list.rowOf(idOf(chat));
    return row >= 0 && m_list.data(m_list.index(row), ChatListModel::PinnedRole).toBool();
}

void ChatsController::duplicate(double chat)
{
    const int row = m_list.rowOf(idOf(chat));
    const QString title
        = row >= 0 ? m_list.data(m_list.index(row), ChatListModel::TitleRole).toString() : m_open.current()->title();
    m_store.duplicate(idOf(chat), tr("%1 (copy)", "title of a chat").arg(title)).then(this, [this](ChatId copy) {
        if (copy != 0) {
            m_open.open(copy);
        }
    });
}

void ChatsController::moveToTrash(double chat)
{
    const int row = m_list.rowOf(idOf(chat));
    const QString title
        = row >= 0 ? m_list.data(m_list.index(row), ChatListModel::TitleRole).toString() : tr("The chat");
    m_store.moveToTrash(idOf(chat));
    m_undo = idOf(chat);
    m_undoText = tr("“%1” is in the trash").arg(title);
    m_undoTimer.start();
    Q_EMIT undoChanged();
}

void ChatsController::undo()
{
    if (m_undo != 0) {
        m_store.restore(m_undo);
        m_open.open(m_undo);
        dismissUndo();
    }
}

void ChatsController::dismissUndo()
{
    m_undoTimer.stop();
    m_undo = 0;
    if (!m_undoText.isEmpty()) {
        m_undoText.clear();
        Q_EMIT undoChanged();
    }
}

void ChatsController::restore(double chat)
{
    m_store.restore(idOf(chat));
}

void ChatsController::remove(double chat)
{
    m_store.remove(idOf(chat));
}

void ChatsController::emptyTrash()
{
    dismissUndo();
    m_store.emptyTrash();
}

QFuture<Saved> ChatsController::removeAll()
{
    dismissUndo();
    m_open.startOver();
    return m_store.removeAll().then(this, [this](const Saved &saved) {
        if (!saved.durable && !m_store.path().isEmpty()) {
            const QString why = saved.error.text.isEmpty() ? m_store.error().text : saved.error.text;
            setNotice(tr("Not all conversations could be deleted from the disk: %1").arg(why));
        }
        return saved;
    });
}

// ---- files

QString ChatsController::fileName(double chat, Format format) const
{
    const int row = m_list.rowOf(idOf(chat));
    QString name
        = row >= 0 ? m_list.data(m_list.index(row), ChatListModel::TitleRole).toString() : m_open.current()->title();
    for (QChar &c : name) {
        const bool plain = c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.';
        c = plain ? c : u' ';
    }
    name = name.simplified().left(60).trimmed();
    while (name.startsWith(u'.') || name.startsWith(u' ')) { // neither hidden nor a step up
        name.removeFirst();
    }
    const QString ending = format == Html ? QStringLiteral("html")
        : format == Json                  ? QStringLiteral("json")
                                          : QStringLiteral("md");
    return (name.isEmpty() ? tr("Chat") : name) + u'.' + ending;
}

void ChatsController::exportChat(double chat, Format format, const QUrl &file)
{
    const auto write = [format](const QList<ChatContents> &chats) -> QByteArray {
        if (chats.isEmpty()) {
            return {};
        }
        return format == Json ? ChatJson::write(chats)
            : format == Html  ? ChatExport::toHtml(chats.first()).toUtf8()
                              : ChatExport::toMarkdown(chats.first()).toUtf8();
    };
    const QString path = pathOf(file);
    const bool unstored = idOf(chat) == m_open.current()->id() && m_open.current()->temporary();
    QFuture<QString> written = unstored ? m_store.writeContents({ shownChat() }, path, write)
                                        : m_store.writeFile({ idOf(chat) }, path, write);
    written.then(this, [this, path](const QString &problem) { reportWritten(path, problem); });
}

ChatContents ChatsController::shownChat() const
{
    const ChatTree &tree = m_open.current()->messages()->tree();
    ChatContents contents;
    contents.messages = tree.messages();
    contents.chat.summary.id = m_open.current()->id();
    contents.chat.summary.title = m_open.current()->title();
    contents.chat.summary.updatedMs = contents.messages.isEmpty() ? 0 : contents.messages.last().createdMs;
    contents.chat.createdMs = contents.messages.isEmpty() ? 0 : contents.messages.first().createdMs;
    contents.chat.options = m_open.current()->options();
    contents.chat.activeRoot = tree.activeRoot();
    return contents;
}

void ChatsController::exportAll(const QUrl &file)
{
    const QString path = pathOf(file);
    m_store.writeFile({}, path, &ChatJson::write).then(this, [this, path](const QString &problem) {
        reportWritten(path, problem);
    });
}

void ChatsController::reportWritten(const QString &path, const QString &problem)
{
    const QString name = QFileInfo(path).fileName();
    setNotice(problem.isEmpty() ? tr("Saved as %1").arg(path) : tr("%1 could not be written: %2").arg(name, problem));
}

void ChatsController::importFile(const QUrl &file)
{
    const QString path = pathOf(file);
    m_store.importFile(path).then(this, [this, path](const std::expected<int, QString> &imported) {
        const QString name = QFileInfo(path).fileName();
        setNotice(imported
                ? (*imported == 1 ? tr("One chat was imported") : tr("%1 chats were imported").arg(*imported))
                : tr("%1 could not be imported: %2").arg(name, imported.error()));
    });
}

void ChatsController::setNotice(const QString &notice)
{
    if (notice != m_notice) {
        m_notice = notice;
        Q_EMIT noticeChanged();
    }
}

void ChatsController::dismissNotice()
{
    setNotice({});
}

// ---- the disk

bool ChatsController::hasProblem() const
{
    return m_store.state() == ChatStore::State::InMemory && !m_store.error().text.isEmpty();
}

ErrorWords ChatsController::problem() const
{
    using Code = StoreError::Code;
    ErrorWords words;
    if (!hasProblem()) {
        return words;
    }
    words.text = m_store.error().text;
    switch (m_store.error().code) {
    case Code::DiskFull:
        words.title = tr("The disk is full: new messages are kept in memory only");
        words.hint = tr("Free some space and try again, or export the conversations to another disk.");
        break;
    case Code::Locked:
        words.title = tr("Another window has your conversations open: this one keeps its own in memory only");
        words.hint = tr("Close the other window and try again.");
        break;
    case Code::Newer:
        words.title = tr("Your conversations were written by a later version of this program");
        words.hint = tr("Install that version again. Here they can be read and exported; what is new is kept in memory "
                        "only, the file is not touched.");
        break;
    case Code::Foreign:
        words.title = tr("The file of the conversations belongs to another program");
        words.hint = tr("Move the file away and try again. It was not touched.");
        break;
    default:
        words.title = tr("Conversations cannot be saved: they are kept in memory only");
        words.hint = tr("Try again, or export the conversations to another place before you quit.");
        break;
    }
    return words;
}

void ChatsController::retry()
{
    m_store.retry();
}

// ---- presets

QStringList ChatsController::presetNames() const
{
    QStringList names;
    for (const Preset &preset : m_presets) {
        names << preset.name;
    }
    return names;
}

void ChatsController::readPresets()
{
    m_store.presets().then(this, [this](const QList<Preset> &presets) {
        if (presets != m_presets) {
            m_presets = presets;
            Q_EMIT presetsChanged();
        }
    });
}

void ChatsController::applyPreset(const QString &name)
{
    const auto found = std::ranges::find(m_presets, name, &Preset::name);
    if (found != m_presets.end()) {
        ChatOptions options = m_open.current()->options();
        options.systemPrompt = found->systemPrompt;
        options.sampling = found->sampling;
        options.preset = found->name;
        m_open.current()->setOptions(options);
    }
}

void ChatsController::savePreset(const QString &name)
{
    const QString given = name.simplified().left(kMaxTitle);
    if (given.isEmpty()) {
        return;
    }
    ChatOptions options = m_open.current()->options();
    m_store.savePreset({ given, options.systemPrompt, options.sampling });
    options.preset = given;
    m_open.current()->setOptions(options);
}

void ChatsController::removePreset(const QString &name)
{
    m_store.removePreset(name);
    if (m_open.current()->preset() == name) { // its values stay, without the name
        ChatOptions options = m_open.current()->options();
        options.preset.clear();
        m_open.current()->setOptions(options);
    }
}
