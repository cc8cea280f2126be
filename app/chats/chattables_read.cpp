// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The reading half of ChatTables.
#include <QJsonDocument>

#include "chats/chattables.h"

namespace
{
const QString kSummary = QStringLiteral("id, title, updated_ms, activity, deleted_ms, pinned");
// What snippet() puts around a hit; as text they could only come from a model that writes control characters.
constexpr QChar kMarkBegin(2), kMarkEnd(3);
constexpr int kSnippetWords = 18;
constexpr int kTitleHits = 20;

ChatSummary summaryOf(const Database::Rows &rows, int first = 0)
{
    return { .id = rows.integer(first),
        .title = rows.text(first + 1),
        .updatedMs = rows.integer(first + 2),
        .activity = rows.integer(first + 3),
        .deletedMs = rows.integer(first + 4),
        .pinned = rows.integer(first + 5) != 0 };
}

SamplingOptions samplingOf(const QString &json)
{
    return SamplingOptions::fromJson(QJsonDocument::fromJson(json.toUtf8()).object());
}

MessageState::State stateOf(qint64 stored)
{
    return stored >= 0 && stored <= static_cast<qint64>(MessageState::TooLong)
        ? static_cast<MessageState::State>(stored)
        : MessageState::Complete;
}

int tokens(qint64 stored)
{
    return static_cast<int>(std::clamp<qint64>(stored, 0, std::numeric_limits<int>::max()));
}

MessageRecord messageOf(const Database::Rows &rows)
{
    MessageRecord m;
    m.id = rows.integer(0);
    m.chat = rows.integer(1);
    m.parent = rows.integer(2);
    m.activeChild = rows.integer(3);
    m.role
        = rows.integer(4) == static_cast<qint64>(MessageRole::Assistant) ? MessageRole::Assistant : MessageRole::User;
    m.state = stateOf(rows.integer(5));
    m.createdMs = rows.integer(6);
    m.text = rows.text(7);
    m.error = rows.text(8);
    m.model = rows.text(9);
    m.seed = static_cast<quint64>(rows.integer(10));
    m.figures = { .promptTokens = tokens(rows.integer(11)),
        .cachedTokens = tokens(rows.integer(12)),
        .generatedTokens = tokens(rows.integer(13)),
        .timeToFirstTokenMs = rows.value(14).toDouble(),
        .prefillTokensPerSecond = rows.value(15).toDouble(),
        .decodeTokensPerSecond = rows.value(16).toDouble(),
        .contextUsed = tokens(rows.integer(17)),
        .contextSize = tokens(rows.integer(18)) };
    m.thinkingSeconds = static_cast<int>(std::clamp<qint64>(rows.integer(19), -1, std::numeric_limits<int>::max()));
    return m;
}

// Each word as a quoted prefix, so that nothing the user types is an operator.
QString matchExpression(const QString &text)
{
    QStringList terms;
    for (QString word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        word.remove(QChar(0)).replace(QLatin1Char('"'), QStringLiteral("\"\""));
        const bool searchable
            = std::ranges::any_of(word, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
        if (searchable) {
            terms << QLatin1Char('"') + word + QStringLiteral("\"*");
        }
    }
    return terms.join(QLatin1Char(' '));
}

// Takes the marks out and makes it one line.
void setSnippet(SearchHit &hit, const QString &marked)
{
    qsizetype begun = -1;
    bool space = true;
    for (const QChar c : marked) {
        if (c == kMarkBegin) {
            begun = hit.snippet.size();
        } else if (c == kMarkEnd) {
            if (begun >= 0 && hit.snippet.size() > begun) {
                hit.marks.append({ begun, hit.snippet.size() - begun });
            }
            begun = -1;
        } else if (c.isSpace()) {
            if (!space) {
                hit.snippet += QLatin1Char(' ');
            }
            space = true;
        } else {
            hit.snippet += c;
            space = false;
        }
    }
}
}

StoreResult<QList<ChatSummary>> ChatTables::page(Cursor after, int limit)
{
    auto rows = m_db.run(QStringLiteral("SELECT %1 FROM chats WHERE deleted_ms = 0 AND (pinned, activity) < (?, ?) "
                                        "ORDER BY pinned DESC, activity DESC LIMIT ?")
                             .arg(kSummary),
        { after.pinned ? 1 : 0, after.activity, limit });
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QList<ChatSummary> found;
    while (rows->next()) {
        found << summaryOf(*rows);
    }
    return found;
}

StoreResult<QList<ChatSummary>> ChatTables::trash(int limit)
{
    auto rows = m_db.run(
        QStringLiteral("SELECT %1 FROM chats WHERE deleted_ms > 0 ORDER BY deleted_ms DESC, activity DESC LIMIT ?")
            .arg(kSummary),
        { limit });
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QList<ChatSummary> found;
    while (rows->next()) {
        found << summaryOf(*rows);
    }
    return found;
}

StoreResult<ChatSummary> ChatTables::summary(ChatId chat)
{
    auto rows = m_db.run(QStringLiteral("SELECT %1 FROM chats WHERE id = ?").arg(kSummary), { chat });
    if (!rows) {
        return std::unexpected(rows.error());
    }
    if (!rows->next()) {
        return std::unexpected(StoreError { StoreError::Code::Missing, QStringLiteral("no chat %1").arg(chat) });
    }
    return summaryOf(*rows);
}

StoreResult<ChatContents> ChatTables::contents(ChatId chat)
{
    ChatContents contents;
    {
        auto rows = m_db.run(
            QStringLiteral("SELECT %1, created_ms, system_prompt, sampling, preset, model_path, draft, active_root, "
                           "hidden_up_to FROM chats WHERE id = ?")
                .arg(kSummary),
            { chat });
        if (!rows) {
            return std::unexpected(rows.error());
        }
        if (!rows->next()) {
            return std::unexpected(StoreError { StoreError::Code::Missing, QStringLiteral("no chat %1").arg(chat) });
        }
        contents.chat = { .summary = summaryOf(*rows),
            .createdMs = rows->integer(6),
            .options = { rows->text(7), samplingOf(rows->text(8)), rows->text(9), rows->text(10) },
            .draft = rows->text(11),
            .activeRoot = rows->integer(12),
            .hiddenUpTo = rows->integer(13) };
    }
    QHash<MessageId, qsizetype> places;
    {
        auto rows = m_db.run(QStringLiteral("SELECT id, chat_id, parent_id, active_child, role, state, created_ms, "
                                            "text, error, model, seed, prompt_tokens, "
                                            "cached_tokens, generated_tokens, first_token_ms, prefill_tokens_per_s, "
                                            "decode_tokens_per_s, context_used, "
                                            "context_size, thinking_s FROM messages WHERE chat_id = ? ORDER BY id"),
            { chat });
        if (!rows) {
            return std::unexpected(rows.error());
        }
        while (rows->next()) {
            places.insert(rows->integer(0), contents.messages.size());
            contents.messages << messageOf(*rows);
        }
    }
    auto rows = m_db.run(
        QStringLiteral("SELECT a.message_id, a.name, a.text FROM messages m JOIN attachments a ON a.message_id = m.id "
                       "WHERE m.chat_id = ? ORDER BY a.id"),
        { chat });
    if (!rows) {
        return std::unexpected(rows.error());
    }
    while (rows->next()) {
        contents.messages[places.value(rows->integer(0))].attachments.append({ rows->text(1), rows->text(2) });
    }
    return contents;
}

StoreResult<QList<ChatRecord>> ChatTables::unsent()
{
    // One that was sent while the file could not be written is both.
    auto rows = m_db.run(QStringLiteral("SELECT id, draft, system_prompt, sampling, preset FROM unsent WHERE id NOT IN "
                                        "(SELECT id FROM chats) ORDER BY id"));
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QList<ChatRecord> found;
    while (rows->next()) {
        ChatRecord chat;
        chat.summary.id = rows->integer(0);
        chat.draft = rows->text(1);
        chat.options = { rows->text(2), samplingOf(rows->text(3)), rows->text(4), {} };
        found << chat;
    }
    return found;
}

StoreResult<QList<ChatId>> ChatTables::allChats()
{
    auto rows = m_db.run(QStringLiteral("SELECT id FROM chats WHERE deleted_ms = 0 ORDER BY id"));
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QList<ChatId> found;
    while (rows->next()) {
        found << rows->integer(0);
    }
    return found;
}

StoreResult<QList<SearchHit>> ChatTables::search(const QString &text, int limit)
{
    QList<SearchHit> hits;
    const QString match = matchExpression(text.simplified());
    if (match.isEmpty()) {
        return hits;
    }
    const QString snippet = QStringLiteral("snippet(%1, 0, char(2), char(3), '…', %2)");
    {
        auto rows = m_db.run(
            QStringLiteral(
                "SELECT c.id, c.title, c.updated_ms, c.activity, c.deleted_ms, c.pinned, %1 FROM title_index "
                "JOIN chats c ON c.id = title_index.rowid WHERE title_index MATCH ? AND c.deleted_ms = 0 "
                "ORDER BY c.activity DESC LIMIT ?")
                .arg(snippet.arg(QStringLiteral("title_index")).arg(64)),
            { match, std::min(limit, kTitleHits) });
        if (!rows) {
            return std::unexpected(rows.error());
        }
        while (rows->next()) {
            SearchHit hit { .chat = summaryOf(*rows), .message = 0, .snippet = {}, .marks = {} };
            setSnippet(hit, rows->text(6));
            hits << hit;
        }
    }
    auto rows = m_db.run(
        QStringLiteral(
            "SELECT c.id, c.title, c.updated_ms, c.activity, c.deleted_ms, c.pinned, m.id, %1 FROM message_index "
            "JOIN messages m ON m.id = message_index.rowid JOIN chats c ON c.id = m.chat_id "
            "WHERE message_index MATCH ? AND c.deleted_ms = 0 ORDER BY rank LIMIT ?")
            .arg(snippet.arg(QStringLiteral("message_index")).arg(kSnippetWords)),
        { match, limit - static_cast<int>(hits.size()) });
    if (!rows) {
        return std::unexpected(rows.error());
    }
    while (rows->next()) {
        SearchHit hit { .chat = summaryOf(*rows), .message = rows->integer(6), .snippet = {}, .marks = {} };
        setSnippet(hit, rows->text(7));
        hits << hit;
    }
    return hits;
}

StoreResult<QList<Preset>> ChatTables::presets()
{
    auto rows
        = m_db.run(QStringLiteral("SELECT name, system_prompt, sampling FROM presets ORDER BY name COLLATE NOCASE"));
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QList<Preset> found;
    while (rows->next()) {
        found.append({ rows->text(0), rows->text(1), samplingOf(rows->text(2)) });
    }
    return found;
}

StoreResult<qint64> ChatTables::lastId()
{
    auto rows = m_db.run(QStringLiteral(
        "SELECT max((SELECT coalesce(max(id), 0) FROM chats), (SELECT coalesce(max(id), 0) FROM messages), "
        "(SELECT coalesce(max(id), 0) FROM unsent))"));
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return rows->next() ? rows->integer(0) : 0;
}
