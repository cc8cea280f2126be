// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The messages of the conversation, oldest first.
#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <memory>
#include <vector>

#include "inference/generationtypes.h"

class BlockModel;

class MessageModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the ChatController")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Author {
        User,
        Assistant,
    };
    Q_ENUM(Author)
    enum State {
        Waiting, // nothing has arrived yet
        Streaming,
        Finished,
        Stopped,
        LengthReached, // the context is full
        Failed, // errorText says why; the text so far is kept
    };
    Q_ENUM(State)
    enum Role {
        AuthorRole = Qt::UserRole, // Author
        SourceTextRole, // string: a user's message as typed, show it as plain text; empty for the assistant
        BlocksRole, // BlockModel*: the assistant's answer; null for the user
        MessageStateRole, // State (a delegate has a property "state" of its own)
        FooterRole, // string: "312 tokens · 6.8 tokens/s · first token 0.9 s", empty until finished
        ErrorTextRole, // string
        LastRole, // bool: the newest message (regenerate is offered there)
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

    void appendUser(const QString &text);
    void appendAssistant(); // empty, Waiting
    void appendToAnswer(QStringView text); // no effect unless the last message is an open answer
    void finishAnswer(State state, const QString &footer = {}, const QString &errorText = {});
    void removeLast();
    void clear();
    [[nodiscard]] QList<ChatTurn> turns() const; // for the next request; empty answers are left out

Q_SIGNALS:
    void countChanged();

private:
    struct Message;
    void append(std::unique_ptr<Message> message);
    [[nodiscard]] Message *openAnswer(); // the last message while it can grow
    void changed(int row, const QList<int> &roles);
    std::vector<std::unique_ptr<Message>> m_messages;
};
