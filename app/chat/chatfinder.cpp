// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/chatfinder.h"

#include "text/inlinemarkdown.h"
#include "text/textplaces.h"
#include "text/visiblecontrols.h"

using Markdown::Kind;

namespace
{
constexpr int kSettle = 200; // ms after a message changed

// As an InlineDocument shows it.
QString shownInline(const QString &source)
{
    QString text;
    const QList<InlineRun> runs = parseInline(source);
    for (const InlineRun &run : runs) {
        text += withoutBidiControls(run.text);
    }
    return text.replace(QChar(QChar::LineSeparator), QLatin1Char('\n'));
}
}

ChatFinder::ChatFinder(QObject *parent)
    : QObject(parent)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kSettle);
    connect(&m_later, &QTimer::timeout, this, &ChatFinder::search);
}

void ChatFinder::setMessages(MessageModel *messages)
{
    if (messages == m_messages) {
        return;
    }
    if (m_messages) {
        m_messages->disconnect(this);
    }
    m_messages = messages;
    m_read.clear();
    if (messages) {
        connect(messages, &MessageModel::countChanged, this, &ChatFinder::search);
        connect(messages, &MessageModel::dataChanged, this, [this] {
            if (!m_query.isEmpty() && !m_later.isActive()) {
                m_later.start();
            }
        });
    }
    Q_EMIT messagesChanged();
    search();
}

void ChatFinder::setQuery(const QString &query)
{
    if (query == m_query) {
        return;
    }
    m_query = query;
    m_places.clear(); // the newest one first
    m_current = -1;
    if (query.isEmpty()) {
        m_read.clear();
    }
    Q_EMIT queryChanged();
    search();
}

const QList<ChatFinder::Text> &ChatFinder::textsOf(int row)
{
    const QString source = m_messages->copyText(row);
    Message &message = m_read[m_messages->messageAt(row)];
    if (message.size == source.size()) {
        return message.texts;
    }
    message = { .size = source.size(), .texts = {} };
    if (m_messages->data(m_messages->index(row), MessageModel::AuthorRole).toInt() == MessageModel::User) {
        message.texts.append({ -1, -1, withoutBidiControls(source) });
        return message.texts;
    }
    BlockModel blocks; // for this moment: a view may never need them
    blocks.append(source);
    blocks.finish();
    for (int i = 0; i < blocks.rowCount(); ++i) {
        const Markdown::Block &block = blocks.block(i);
        switch (block.kind) {
        case Kind::Paragraph:
        case Kind::Heading:
            message.texts.append({ i, -1, shownInline(block.text) });
            break;
        case Kind::Table:
            for (int cell = 0; cell < block.cells.size(); ++cell) {
                message.texts.append({ i, cell, shownInline(block.cells[cell]) });
            }
            break;
        case Kind::Math:
            message.texts.append({ i, -1, blocks.data(blocks.index(i), BlockModel::SourceTextRole).toString() });
            break;
        case Kind::Code:
        case Kind::Html:
            message.texts.append({ i, -1, block.text });
            break;
        case Kind::Rule:
        case Kind::Thinking:
            break;
        }
    }
    return message.texts;
}

void ChatFinder::search()
{
    m_later.stop();
    const Place before = place();
    m_places.clear();
    for (int row = 0; m_messages && !m_query.isEmpty() && row < m_messages->count() && m_places.size() < kMostPlaces;
        ++row) {
        for (const Text &text : textsOf(row)) {
            const QList<int> offsets = placesIn(text.text, m_query);
            for (const int offset : offsets.first(std::min<qsizetype>(offsets.size(), kMostPlaces - m_places.size()))) {
                m_places.append({ row, text.block, text.cell, offset });
            }
        }
    }
    // Where the reader was, else the newest place.
    const qsizetype same = before.row >= 0 ? m_places.indexOf(before) : -1;
    moveTo(static_cast<int>(same >= 0 ? same : m_places.size() - 1));
}

void ChatFinder::moveTo(int index)
{
    m_current = index;
    if (place() != m_told) {
        m_told = place();
        m_holder = nullptr;
        unfold();
        Q_EMIT placeChanged();
        Q_EMIT holderChanged();
    }
    Q_EMIT found();
}

BlockModel *ChatFinder::blocks() const
{
    const Place at = place();
    return m_messages && at.block >= 0
        ? m_messages->data(m_messages->index(at.row), MessageModel::BlocksRole).value<BlockModel *>()
        : nullptr;
}

void ChatFinder::unfold()
{
    BlockModel *const model = blocks();
    const int at = block();
    if (!model || at >= model->rowCount()) {
        return;
    }
    if (model->block(at).thinking) {
        model->setThinkingShown(true);
    }
    if (model->block(at).kind == Kind::Code) {
        model->setUnfolded(at, true);
    }
}

void ChatFinder::setHolder(QQuickItem *holder)
{
    if (holder != m_holder) {
        m_holder = holder;
        Q_EMIT holderChanged();
    }
}

void ChatFinder::next()
{
    if (!m_places.isEmpty()) {
        moveTo((m_current + 1) % count());
    }
}

void ChatFinder::previous()
{
    if (!m_places.isEmpty()) {
        moveTo((m_current + count() - 1) % count());
    }
}
