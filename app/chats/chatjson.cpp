// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chats/chatjson.h"

#include <cmath>

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace
{
const QString kFormat = QStringLiteral("vibrant-chats");
// In the order of MessageState.
constexpr const char *kStates[]
    = { "complete", "partial", "stopped", "length", "failed", "interrupted", "edited", "limit", "too-long" };
constexpr qint64 kMaxTime = qint64(1) << 53; // ms: far beyond every calendar

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ChatJson)
};

// ---- writing

QJsonObject jsonOf(const MessageRecord &message, const QHash<MessageId, int> &numbers)
{
    QJsonObject json {
        { QStringLiteral("id"), numbers.value(message.id) },
        { QStringLiteral("parent"), numbers.value(message.parent) },
        { QStringLiteral("role"),
            message.role == MessageRole::User ? QStringLiteral("user") : QStringLiteral("assistant") },
        { QStringLiteral("created"), message.createdMs },
        { QStringLiteral("text"), message.text },
    };
    if (message.activeChild != 0) {
        json.insert(QStringLiteral("activeChild"), numbers.value(message.activeChild));
    }
    if (message.state != MessageState::Complete) {
        json.insert(QStringLiteral("state"), QString::fromLatin1(kStates[static_cast<std::size_t>(message.state)]));
    }
    if (!message.error.isEmpty()) {
        json.insert(QStringLiteral("error"), message.error);
    }
    if (!message.model.isEmpty()) {
        const GenerationFigures &f = message.figures;
        json.insert(QStringLiteral("model"), message.model);
        json.insert(QStringLiteral("seed"), QString::number(message.seed));
        json.insert(QStringLiteral("figures"),
            QJsonObject {
                { QStringLiteral("promptTokens"), f.promptTokens },
                { QStringLiteral("cachedTokens"), f.cachedTokens },
                { QStringLiteral("generatedTokens"), f.generatedTokens },
                { QStringLiteral("firstTokenMs"), f.timeToFirstTokenMs },
                { QStringLiteral("prefillTokensPerSecond"), f.prefillTokensPerSecond },
                { QStringLiteral("tokensPerSecond"), f.decodeTokensPerSecond },
                { QStringLiteral("contextUsed"), f.contextUsed },
                { QStringLiteral("contextSize"), f.contextSize },
                { QStringLiteral("thinkingSeconds"), message.thinkingSeconds },
            });
    }
    QJsonArray attachments;
    for (const Attachment &attachment : message.attachments) {
        attachments.append(
            QJsonObject { { QStringLiteral("name"), attachment.name }, { QStringLiteral("text"), attachment.text } });
    }
    if (!attachments.isEmpty()) {
        json.insert(QStringLiteral("attachments"), attachments);
    }
    return json;
}

// ---- reading

qint64 time(const QJsonValue &value)
{
    const double ms = value.toDouble();
    return ms > 0 && ms < static_cast<double>(kMaxTime) ? static_cast<qint64>(ms) : 0;
}

double figure(const QJsonValue &value)
{
    const double number = value.toDouble();
    return std::isfinite(number) && number > 0 ? number : 0;
}

int tokens(const QJsonValue &value)
{
    return std::max(value.toInt(), 0);
}

MessageState::State stateOf(const QString &name)
{
    for (std::size_t i = 0; i < std::size(kStates); ++i) {
        if (name == QLatin1StringView(kStates[i])) {
            return static_cast<MessageState::State>(i);
        }
    }
    return MessageState::Complete;
}

MessageRecord messageOf(const QJsonObject &json)
{
    MessageRecord message;
    message.role = json[u"role"].toString() == u"assistant" ? MessageRole::Assistant : MessageRole::User;
    message.state = stateOf(json[u"state"].toString());
    if (message.state == MessageState::Partial) {
        message.state = MessageState::Interrupted; // no generation here is writing it
    }
    message.createdMs = time(json[u"created"]);
    message.text = json[u"text"].toString();
    message.error = json[u"error"].toString();
    message.model = json[u"model"].toString();
    message.seed = json[u"seed"].toString().toULongLong();
    const QJsonObject f = json[u"figures"].toObject();
    message.figures = {
        .promptTokens = tokens(f[u"promptTokens"]),
        .cachedTokens = tokens(f[u"cachedTokens"]),
        .generatedTokens = tokens(f[u"generatedTokens"]),
        .timeToFirstTokenMs = figure(f[u"firstTokenMs"]),
        .prefillTokensPerSecond = figure(f[u"prefillTokensPerSecond"]),
        .decodeTokensPerSecond = figure(f[u"tokensPerSecond"]),
        .contextUsed = tokens(f[u"contextUsed"]),
        .contextSize = tokens(f[u"contextSize"]),
    };
    message.thinkingSeconds = std::max(f[u"thinkingSeconds"].toInt(-1), -1);
    const QJsonArray attachments = json[u"attachments"].toArray();
    for (const QJsonValue &attachment : attachments) {
        message.attachments.append(
            { attachment[u"name"].toString().left(ChatJson::kMaxTitle), attachment[u"text"].toString() });
    }
    return message;
}

ChatContents chatOf(const QJsonObject &json)
{
    ChatContents contents;
    ChatRecord &chat = contents.chat;
    chat.summary.title = json[u"title"].toString().left(ChatJson::kMaxTitle).simplified();
    chat.summary.pinned = json[u"pinned"].toBool();
    chat.summary.updatedMs = time(json[u"updated"]);
    chat.createdMs = time(json[u"created"]);
    chat.options.systemPrompt = json[u"systemPrompt"].toString();
    chat.options.sampling = SamplingOptions::fromJson(json[u"sampling"].toObject());
    chat.options.preset = json[u"preset"].toString().left(ChatJson::kMaxTitle);

    // Whatever numbers the file uses, here they count from 1.
    QHash<int, MessageId> ids;
    const QJsonArray messages = json[u"messages"].toArray();
    for (const QJsonValue &value : messages) {
        const QJsonObject object = value.toObject();
        const int number = object[u"id"].toInt();
        if (number <= 0 || ids.contains(number)) {
            continue;
        }
        MessageRecord message = messageOf(object);
        message.id = contents.messages.size() + 1;
        message.parent = ids.value(object[u"parent"].toInt());
        message.activeChild = object[u"activeChild"].toInt(); // a number of the file yet
        ids.insert(number, message.id);
        contents.messages.append(message);
    }
    for (MessageRecord &message : contents.messages) {
        message.activeChild = ids.value(static_cast<int>(message.activeChild));
    }
    chat.activeRoot = ids.value(json[u"activeRoot"].toInt());
    chat.hiddenUpTo = ids.value(json[u"hiddenUpTo"].toInt());
    return contents;
}
}

QByteArray ChatJson::write(const QList<ChatContents> &chats)
{
    QJsonArray list;
    for (const ChatContents &contents : chats) {
        QHash<MessageId, int> numbers;
        for (const MessageRecord &message : contents.messages) {
            numbers.insert(message.id, static_cast<int>(numbers.size()) + 1);
        }
        QJsonArray messages;
        for (const MessageRecord &message : contents.messages) {
            messages.append(jsonOf(message, numbers));
        }
        const ChatRecord &chat = contents.chat;
        QJsonObject object {
            { QStringLiteral("title"), chat.summary.title },
            { QStringLiteral("pinned"), chat.summary.pinned },
            { QStringLiteral("created"), chat.createdMs },
            { QStringLiteral("updated"), chat.summary.updatedMs },
            { QStringLiteral("systemPrompt"), chat.options.systemPrompt },
            { QStringLiteral("sampling"), chat.options.sampling.toJson() },
            { QStringLiteral("preset"), chat.options.preset },
            { QStringLiteral("activeRoot"), numbers.value(chat.activeRoot) },
            { QStringLiteral("messages"), messages },
        };
        if (const int hidden = numbers.value(chat.hiddenUpTo); hidden > 0) {
            object.insert(QStringLiteral("hiddenUpTo"), hidden);
        }
        list.append(object);
    }
    const QJsonObject root { { QStringLiteral("format"), kFormat }, { QStringLiteral("version"), kVersion },
        { QStringLiteral("chats"), list } };
    return QJsonDocument(root).toJson();
}

std::expected<QList<ChatContents>, QString> ChatJson::read(const QByteArray &json)
{
    if (json.size() > kMaxBytes) {
        return std::unexpected(Tr::tr("too large (found %1 bytes, allowed %2)").arg(json.size()).arg(kMaxBytes));
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return std::unexpected(Tr::tr("not JSON (%1 at byte %2)").arg(problem.errorString()).arg(problem.offset));
    }
    const QJsonObject root = document.object();
    if (root[u"format"].toString() != kFormat) {
        return std::unexpected(Tr::tr("not an export of this program"));
    }
    if (const int version = root[u"version"].toInt(); version < 1 || version > kVersion) {
        return std::unexpected(
            Tr::tr("written by a later version (found %1, allowed up to %2)").arg(version).arg(kVersion));
    }
    const QJsonArray list = root[u"chats"].toArray();
    if (list.size() > kMaxChats) {
        return std::unexpected(Tr::tr("too many chats (found %1, allowed %2)").arg(list.size()).arg(kMaxChats));
    }
    QList<ChatContents> chats;
    qsizetype messages = 0;
    for (const QJsonValue &value : list) {
        messages += value[u"messages"].toArray().size();
        if (messages > kMaxMessages) {
            return std::unexpected(Tr::tr("too many messages (allowed %1)").arg(kMaxMessages));
        }
        if (value.isObject()) {
            chats.append(chatOf(value.toObject()));
        }
    }
    return chats;
}
