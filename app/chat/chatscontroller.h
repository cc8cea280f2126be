// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The verbs of the sidebar: which chats there are, search, trash, presets, files in and out, and what to say when the
// chats cannot be kept on disk.
#pragma once

#include <QFuture>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QtQmlIntegration>

#include "chats/chatlistmodel.h"
#include "chats/chatsearchmodel.h"
#include "chats/trashmodel.h"
#include "inference/errorwords.h"

class OpenChats;

class ChatsController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(ChatListModel *list READ list CONSTANT)
    Q_PROPERTY(ChatSearchModel *search READ search CONSTANT)
    Q_PROPERTY(TrashModel *trash READ trash CONSTANT)
    Q_PROPERTY(
        QString undoText READ undoText NOTIFY undoChanged) // "“Sort a list” is in the trash"; empty: nothing to undo
    Q_PROPERTY(QStringList presetNames READ presetNames NOTIFY presetsChanged) // in order
    Q_PROPERTY(QString notice READ notice NOTIFY
            noticeChanged) // what came of the last import, export or rescue; empty = nothing
    // While chats are kept in memory only, against the user's wish.
    Q_PROPERTY(bool hasProblem READ hasProblem NOTIFY problemChanged)
    Q_PROPERTY(ErrorWords problem READ problem NOTIFY problemChanged)

public:
    static constexpr int kUndoTime = 8000; // ms that undo is offered; the trash keeps it longer

    enum Format {
        Markdown,
        Html,
        Json,
    };
    Q_ENUM(Format)

    ChatsController(ChatStore &store, OpenChats &open, QObject *parent = nullptr);

    [[nodiscard]] ChatListModel *list() { return &m_list; }
    [[nodiscard]] ChatSearchModel *search() { return &m_search; }
    [[nodiscard]] TrashModel *trash() { return &m_trash; }
    [[nodiscard]] QString undoText() const { return m_undoText; }
    [[nodiscard]] QStringList presetNames() const;
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] bool hasProblem() const;
    [[nodiscard]] ErrorWords problem() const;

    Q_INVOKABLE void openNeighbour(int step); // the chat below (1) or above (-1) in the list
    Q_INVOKABLE void rename(double chat, const QString &title); // an empty title changes nothing
    Q_INVOKABLE void setPinned(double chat, bool pinned);
    Q_INVOKABLE [[nodiscard]] bool isPinned(double chat) const;
    Q_INVOKABLE void duplicate(double chat); // and opens the copy
    Q_INVOKABLE void moveToTrash(double chat); // can be undone
    Q_INVOKABLE void undo();
    Q_INVOKABLE void dismissUndo();
    Q_INVOKABLE void restore(double chat); // from the trash
    Q_INVOKABLE void remove(double chat); // for good
    Q_INVOKABLE void emptyTrash(); // for good
    QFuture<Saved> removeAll(); // for good, the one that is shown and those in the trash too

    Q_INVOKABLE [[nodiscard]] QString fileName(double chat, Format format) const; // what a saved chat may be called
    Q_INVOKABLE void exportChat(double chat, Format format, const QUrl &file);
    Q_INVOKABLE void exportAll(const QUrl &file); // as JSON
    Q_INVOKABLE void importFile(const QUrl &file);
    Q_INVOKABLE void retry(); // to keep chats on disk
    Q_INVOKABLE void dismissNotice();

    // Of the chat that is shown.
    Q_INVOKABLE void applyPreset(const QString &name);
    Q_INVOKABLE void savePreset(const QString &name);
    Q_INVOKABLE void removePreset(const QString &name);

Q_SIGNALS:
    void undoChanged();
    void presetsChanged();
    void noticeChanged();
    void problemChanged();

private:
    void setNotice(const QString &notice);
    void readPresets();
    [[nodiscard]] ChatContents shownChat() const; // from memory: a temporary one is nowhere else
    void reportWritten(const QString &path, const QString &problem);

    ChatStore &m_store;
    OpenChats &m_open;
    ChatListModel m_list;
    ChatSearchModel m_search;
    TrashModel m_trash;
    QList<Preset> m_presets;
    ChatId m_undo = 0;
    QString m_undoText;
    QTimer m_undoTimer;
    QString m_notice;
};
