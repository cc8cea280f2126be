// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What crosses the thread between the window and the store of chats: plain values.
//
// A chat is a tree. Each message knows what it follows; of several messages that follow the same one (versions
// of a question or of an answer) the parent's activeChild is the one that is shown. Nothing is overwritten by editing or
// regenerating: that adds a version.
#pragma once

#include <expected>

#include <QList>
#include <QMetaType>
#include <QString>

#include "chats/messagestate.h"
#include "values/generationtypes.h"

// 0 is none. Later ids are larger (see IdSource), whatever the clock did, so they also give the order. Below 2^53: QML's
// numbers hold them exactly.
using ChatId = qint64;
using MessageId = qint64;

struct StoreError {
    enum class Code : std::uint8_t {
        ReadOnly, // the folder or the file cannot be written
        DiskFull,
        Locked, // another instance has it open
        Newer, // written by a later version of this program
        Foreign, // an SQLite file of another program
        Corrupt,
        Io, // anything else that the system reports
        Missing, // no such chat or message
        Invalid, // refused by the schema: an id that exists already, a message without its chat
    };
    Code code = Code::Io;
    QString text; // one line: "<file>: <problem> (<SQLite's words>)"
};

template <typename T> using StoreResult = std::expected<T, StoreError>;

// What a chat adds to the user's defaults.
struct ChatOptions {
    QString systemPrompt;
    SamplingOptions sampling;
    QString preset; // name of the one they came from, may be empty
    QString modelPath; // of the last answer
    bool operator==(const ChatOptions &) const = default;
};

// What a list shows of a chat.
struct ChatSummary {
    ChatId id = 0;
    QString title;
    qint64 updatedMs = 0; // UTC
    qint64 activity = 0; // order: the newest id in it
    qint64 deletedMs = 0; // UTC, in the trash since; 0 = not
    bool pinned = false;
    bool operator==(const ChatSummary &) const = default;
};

struct ChatRecord {
    ChatSummary summary;
    qint64 createdMs = 0; // UTC
    ChatOptions options;
    QString draft; // not yet sent
    MessageId activeRoot = 0; // the first message that is shown
    MessageId hiddenUpTo = 0; // the last message that is left out of requests; 0 = none
};

enum class MessageRole : std::uint8_t { // stored
    User = 0,
    Assistant = 1,
};

struct Attachment {
    QString name;
    QString text;
    bool operator==(const Attachment &) const = default;
};

struct MessageRecord {
    MessageId id = 0;
    ChatId chat = 0;
    MessageId parent = 0; // 0 = a first message
    MessageId activeChild = 0; // the version of what follows that is shown
    MessageRole role = MessageRole::User;
    MessageState::State state = MessageState::Complete;
    qint64 createdMs = 0; // UTC
    QString text;
    QString error; // why it failed
    // Of an answer.
    GenerationFigures figures;
    QString model;
    quint64 seed = 0;
    int thinkingSeconds = -1; // -1 = not known
    QList<Attachment> attachments;
};

// A whole chat: what opening, exporting and importing handle. Messages are in the order of their ids, so a
// parent comes before its children.
struct ChatContents {
    ChatRecord chat;
    QList<MessageRecord> messages;
};

struct Preset {
    QString name;
    QString systemPrompt;
    SamplingOptions sampling;
    bool operator==(const Preset &) const = default;
};

struct SearchHit {
    struct Range { // characters
        qsizetype start = 0, length = 0;
        bool operator==(const Range &) const = default;
    };
    ChatSummary chat;
    MessageId message = 0; // 0: the title was found
    QString snippet; // plain text, one line
    QList<Range> marks; // what was found, in the snippet (or the title)
};

// What became of a write.
struct Saved {
    bool durable = false; // on disk, synced
    bool stored = false; // at least in memory; false: error says why not
    StoreError error;
};
