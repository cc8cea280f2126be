// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The messages of a chat that are shown: the active path through its tree, oldest first. Blocks are made when a view asks
// for them, so a chat of 500 messages costs its text and the few answers that are seen.
#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include "chats/chattree.h"
#include "values/generationtypes.h"

class BlockModel;

class MessageModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the ChatController")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(
        int viewStart READ viewStart NOTIFY viewStartChanged) // row of the first message that the model sees; 0 = all

public:
    enum Author {
        User,
        Assistant,
    };
    Q_ENUM(Author)
    enum Role {
        AuthorRole = Qt::UserRole, // Author
        SourceTextRole, // string: a user's message as typed, show it as plain text; empty for the assistant
        BlocksRole, // BlockModel*: the assistant's answer; null for the user
        MessageStateRole, // MessageState (a delegate has a property "state" of its own)
        WaitingRole, // bool: an answer of which nothing has arrived yet
        FooterRole, // string: "312 tokens · 6.8 tokens/s · first token 0.9 s", empty until finished
        ErrorTextRole, // string
        LastRole, // bool: the newest message
        ContinuableRole, // bool: the newest message, an answer that was cut or edited: the model could go on with it
        MessageIdRole, // real
        VersionRole, // int: 1.. of versionCount
        VersionCountRole, // int: how many messages stand at this place of the chat
        DetailsRole, // string: model, seed and the other figures of an answer, one line each
        AttachmentsRole, // list<string>: names
        HidesTextRole, // bool: a user's message, or a file with it, has characters that are not seen; see visiblecontrols.h
    };
    Q_ENUM(Role)

    explicit MessageModel(QObject *parent = nullptr);
    ~MessageModel() override;

    [[nodiscard]] int count() const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    // The message exactly as it was typed or generated.
    Q_INVOKABLE [[nodiscard]] QString copyText(int row) const;
    Q_INVOKABLE [[nodiscard]] int rowOf(double message) const; // -1 if it is not on the path

    [[nodiscard]] bool continuable(int row) const; // see ContinuableRole
    [[nodiscard]] QString promptOf(int row) const; // with its attached files, as the model reads it
    [[nodiscard]] int viewStart() const;
    [[nodiscard]] MessageId hiddenUpTo() const { return m_hiddenUpTo; }
    void setViewStart(int row); // what is before it is left out of requests
    [[nodiscard]] const ChatTree &tree() const { return m_tree; }
    [[nodiscard]] MessageId messageAt(int row) const; // 0 if there is none
    void load(const ChatContents &contents);
    void clear();
    void add(const MessageRecord &message); // see ChatTree::add; the path may change from there on
    void choose(MessageId message);
    void appendToAnswer(MessageId answer, QStringView text); // of a Partial one
    void reopen(MessageId answer); // becomes Partial again, to be continued
    void finishAnswer(const MessageRecord &answer); // everything but its place in the tree is taken over
    // The messages up to and including this one, for a request; empty ones are left out, and what was thought before earlier
    // answers. The question of an answer that is being made is always among them.
    [[nodiscard]] QList<ChatTurn> turnsTo(MessageId message) const;
    [[nodiscard]] int blockModels() const { return static_cast<int>(m_blocks.size()); } // made so far

Q_SIGNALS:
    void countChanged();
    void viewStartChanged();

private:
    void showPath(const QList<MessageId> &before);
    void changed(int row, const QList<int> &roles);
    void versionsChanged(MessageId message);
    [[nodiscard]] qsizetype hiddenOf(const QList<MessageId> &path) const; // how many at its beginning are left out
    [[nodiscard]] BlockModel *blocksOf(const MessageRecord &message) const;

    ChatTree m_tree;
    QList<MessageId> m_rows; // the path as the views know it
    MessageId m_hiddenUpTo = 0; // the last message that is left out; 0 = none. Other paths share what comes before it
    mutable QHash<MessageId, BlockModel *> m_blocks; // children of this
};
