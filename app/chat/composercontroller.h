// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The message being written: its text, the files that go along, what sending it will cost, and the history of what was sent
// (newest last, this run only). Files belong to the chat they were attached in, also those that are still being read.
#pragma once

#include <map>
#include <memory>

#include <QObject>
#include <QStringList>
#include <QtQmlIntegration>

#include "chat/contextfit.h"
#include "files/attachmentsmodel.h"
#include "files/draftcost.h"

class ComposerController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the ChatController")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(bool sendable READ sendable NOTIFY sendableChanged) // there is something to send, and all of it is read
    Q_PROPERTY(AttachmentsModel *attachments READ attachments NOTIFY attachmentsChanged) // of the chat that is shown
    Q_PROPERTY(DraftCost *cost READ cost CONSTANT)
    Q_PROPERTY(ContextFit *fit READ fit CONSTANT)

public:
    static constexpr int kHistory = 100; // entries
    static constexpr qsizetype kLongPaste = 2500; // characters: pasted text that is longer becomes an attachment

    // `history`: the turns that a message sent now would follow.
    ComposerController(EngineHost &engine, const DraftCost::Prompt &history, QObject *parent = nullptr);
    ~ComposerController() override;

    void setChat(ChatId chat); // that is shown: its attachments come back
    [[nodiscard]] bool hasAttachments(ChatId chat) const;
    void forget(ChatId chat); // its attachments too

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    [[nodiscard]] bool sendable() const;
    [[nodiscard]] AttachmentsModel *attachments() const { return m_attachments; }
    [[nodiscard]] DraftCost *cost() const { return m_cost.get(); }
    [[nodiscard]] ContextFit *fit() const { return m_fit.get(); }

    // What is on the clipboard, if it is files or long: true, and they are attached. Else the field pastes it.
    Q_INVOKABLE bool pasteAsAttachment();

    // Walk through what was sent; the unsent draft comes back at the newest end. True if the text changed.
    Q_INVOKABLE bool historyPrevious();
    Q_INVOKABLE bool historyNext();

    // The text to send; remembers it and empties the composer.
    [[nodiscard]] QString take();
    [[nodiscard]] QList<Attachment> takeAttachments();

Q_SIGNALS:
    void textChanged();
    void sendableChanged();
    void attachmentsChanged();

private:
    void show(const QString &text);
    void updateSendable();

    EngineHost &m_engine;
    bool m_sendable = false; // as it was last emitted
    // Of the chat that is shown, and of those that have any.
    std::map<ChatId, std::unique_ptr<AttachmentsModel>> m_files;
    AttachmentsModel *m_attachments = nullptr; // one of them
    ChatId m_chat = 0; // that is shown
    std::unique_ptr<DraftCost> m_cost;
    std::unique_ptr<ContextFit> m_fit;
    QString m_text;
    QString m_draft; // what was there before walking back
    QStringList m_history;
    qsizetype m_position = 0; // in m_history; size() = the draft
};
