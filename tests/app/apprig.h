// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The whole app without a window, on a FakeBackend, for tests of its controllers.
#pragma once

#include <QTemporaryDir>
#include <QTest>

#include "inference/fakebackend.h"
#include "window/composition.h"

inline FakeOptions fast()
{
    FakeOptions options;
    options.tokensPerSecond = 0;
    options.prefillTokensPerSecond = 0;
    options.loadTime = std::chrono::milliseconds(0);
    options.answers = { QStringLiteral("First **answer**."), QStringLiteral("Second answer.") };
    options.failures.insert(QStringLiteral("broken.gguf"),
        { InferenceError::Code::Truncated, QStringLiteral("broken.gguf: ends at byte 7") });
    return options;
}

// Answers wait after so many tokens, until release() or a stop.
inline FakeOptions held(int afterTokens)
{
    FakeOptions options = fast();
    options.holdAfterTokens = afterTokens;
    return options;
}

// One value of how the current chat is answered.
template <typename Value>
void choose(ChatController &chat, Value SamplingOptions::*member, std::type_identity_t<Value> value)
{
    SamplingOptions sampling = chat.current()->sampling();
    sampling.*member = value;
    chat.current()->setSampling(sampling);
}

struct App {
    // `where`: a folder that outlives it, for what is there after a restart.
    explicit App(const FakeOptions &options = fast(), const QString &where = {})
        : backend(std::make_shared<FakeBackend>(options))
        , parts(backend, (where.isEmpty() ? folder.path() : where) + QStringLiteral("/rc"))
    {
    }
    void load(const QString &path = QStringLiteral("/models/A.gguf"))
    {
        parts.models.openPath(path);
        QTRY_COMPARE(parts.models.filePath(), path);
    }
    void send(const QString &text)
    {
        parts.chat.composer()->setText(text);
        parts.chat.send();
    }
    void sendAndWait(const QString &text)
    {
        send(text);
        QTRY_COMPARE(parts.chat.current()->phase(), ChatPhase::Idle);
    }
    // A chat of one question, complete.
    double makeChat(const QString &question)
    {
        parts.chat.newChat();
        sendAndWait(question);
        return parts.chat.current()->chatId();
    }
    void open(double chat)
    {
        parts.chat.open(chat);
        QTRY_COMPARE(parts.chat.current()->chatId(), chat);
    }
    [[nodiscard]] QStringList shown() const // messages of the open chat
    {
        QStringList texts;
        for (int row = 0; row < parts.chat.current()->messages()->count(); ++row) {
            texts << parts.chat.current()->messages()->copyText(row);
        }
        return texts;
    }
    [[nodiscard]] QVariant message(int row, MessageModel::Role role) const
    {
        MessageModel *messages = parts.chat.current()->messages();
        return messages->data(messages->index(row), role);
    }

    QTemporaryDir folder;
    std::shared_ptr<FakeBackend> backend;
    Composition parts;
};
