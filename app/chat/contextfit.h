// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What can be left out when a message does not fit: the earlier messages, oldest first, with their prices. The reader
// chooses from which message on the model sees the chat; nothing is deleted, and the choice can be taken back.
// With a draft it may be left out altogether; without one the question that waits for an answer stays.
#pragma once

#include <QAbstractListModel>
#include <QPointer>
#include <QtQmlIntegration>

#include "chat/messagemodel.h"
#include "files/draftcost.h"

class ContextFit : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a ComposerController")
    Q_PROPERTY(int start READ start WRITE setStart NOTIFY changed) // first message that the model will see
    Q_PROPERTY(int tokens READ tokens NOTIFY changed) // of the prompt that remains; -1 = not known
    Q_PROPERTY(bool counting READ counting NOTIFY changed)
    Q_PROPERTY(int room READ room NOTIFY changed) // tokens, with room for an answer
    Q_PROPERTY(bool fits READ fits NOTIFY changed)
    Q_PROPERTY(bool exhausted READ exhausted NOTIFY changed) // it does not fit, and nothing more can be left out

public:
    enum Role {
        PreviewRole = Qt::UserRole, // string: the first line
        AuthorRole, // MessageModel.Author
        TokensRole, // int; -1 = being counted
        SeenRole, // bool
    };
    Q_ENUM(Role)

    // `history`: the turns that a draft would follow; `draft`: it, if there is one.
    ContextFit(EngineHost &engine, DraftCost &cost, DraftCost::Prompt history, DraftCost::Prompt draft,
        QObject *parent = nullptr);

    [[nodiscard]] int start() const { return m_start; }
    void setStart(int row);
    [[nodiscard]] int tokens() const;
    [[nodiscard]] int room() const;
    [[nodiscard]] bool counting() const { return m_counting != 0; }
    [[nodiscard]] bool fits() const;
    [[nodiscard]] bool exhausted() const;

    Q_INVOKABLE void refresh(MessageModel *messages); // and suggests a start, once the prices are known
    Q_INVOKABLE void apply(); // tells the messages where the model's view begins

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QString preview;
        int author = 0;
        int tokens = -1;
    };
    void onCounted(RequestId id, const TokenCounts &counts);
    void suggest();

    EngineHost &m_engine;
    DraftCost &m_cost;
    DraftCost::Prompt m_history, m_draft;
    QPointer<MessageModel> m_messages;
    QList<Row> m_rows;
    RequestId m_counting = 0;
    int m_start = 0;
    int m_firstSeen = 0, m_lastStart = 0; // at the time of refresh(): what m_prompt counts, and the latest start
    int m_prompt = -1; // tokens; -1 = not known
    bool m_chosen = false; // by the reader: a suggestion comes too late
};
