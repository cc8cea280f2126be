// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/composercontroller.h"

#include <algorithm>
#include <utility>

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include "chats/prompttext.h"

namespace
{
// As the field gives it back: QTextDocument::toPlainText's replacements. A text that changes on the way would be set for ever.
QString asInField(QString text)
{
    for (QChar &c : text) {
        if (c == QChar(0xfdd0) || c == QChar(0xfdd1) || c == QChar::ParagraphSeparator || c == QChar::LineSeparator) {
            c = u'\n';
        } else if (c == QChar::Nbsp) {
            c = u' ';
        }
    }
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
}
}

ComposerController::ComposerController(EngineHost &engine, const DraftCost::Prompt &history, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    const auto draft = [this] {
        const bool empty = m_attachments->count() == 0 && m_text.trimmed().isEmpty();
        return empty ? QList<ChatTurn>()
                     : QList<ChatTurn> { { ChatTurn::Role::User, promptText(m_attachments->files(), m_text) } };
    };
    m_cost = std::make_unique<DraftCost>(engine, [history, draft] {
        const QList<ChatTurn> turn = draft();
        return turn.isEmpty() ? turn : history() + turn;
    });
    m_fit = std::make_unique<ContextFit>(engine, *m_cost, history, draft);
    connect(this, &ComposerController::textChanged, m_cost.get(), &DraftCost::invalidate);
    setChat(0);
}

ComposerController::~ComposerController() = default;

void ComposerController::setChat(ChatId chat)
{
    const ChatId before = std::exchange(m_chat, chat);
    std::unique_ptr<AttachmentsModel> &files = m_files[chat];
    if (!files) {
        files = std::make_unique<AttachmentsModel>(m_engine);
        connect(files.get(), &AttachmentsModel::changed, this, [this, chat] {
            if (chat == m_chat) {
                updateSendable();
                m_cost->invalidate();
            }
        });
    }
    m_attachments = files.get();
    Q_EMIT attachmentsChanged();
    updateSendable();
    m_cost->invalidate();
    if (before != chat && !hasAttachments(before)) {
        forget(before);
    }
}

bool ComposerController::hasAttachments(ChatId chat) const
{
    const auto found = m_files.find(chat);
    return found != m_files.end() && found->second->count() > 0;
}

void ComposerController::forget(ChatId chat)
{
    const auto found = m_files.find(chat);
    if (found == m_files.end()) {
        return;
    }
    if (chat == m_chat) {
        m_attachments->clear();
        return;
    }
    found->second.release()->deleteLater(); // a view may let go of it in this very moment
    m_files.erase(found);
}

QString ComposerController::text() const
{
    return m_text;
}

void ComposerController::setText(const QString &text)
{
    const QString plain = asInField(text);
    if (plain == m_text) {
        return;
    }
    m_position = m_history.size(); // an edited entry is a draft
    show(plain);
}

void ComposerController::show(const QString &text)
{
    m_text = asInField(text);
    Q_EMIT textChanged();
    updateSendable();
}

void ComposerController::updateSendable()
{
    if (std::exchange(m_sendable, sendable()) != m_sendable) {
        Q_EMIT sendableChanged();
    }
}

bool ComposerController::sendable() const
{
    const bool hasFiles = m_attachments && m_attachments->count() > 0;
    const bool hasText = std::ranges::any_of(m_text, [](QChar c) { return !c.isSpace(); });
    return (hasText || hasFiles) && !(m_attachments && m_attachments->reading());
}

bool ComposerController::pasteAsAttachment()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (!data || !m_attachments) {
        return false;
    }
    if (data->hasUrls()) {
        const QList<QUrl> urls = data->urls();
        const bool allFiles = std::ranges::all_of(urls, &QUrl::isLocalFile);
        if (allFiles) {
            m_attachments->add(urls);
        }
        return allFiles;
    }
    const QString text = data->text();
    if (text.size() <= kLongPaste) {
        return false;
    }
    m_attachments->addText(text);
    return true;
}

QList<Attachment> ComposerController::takeAttachments()
{
    return m_attachments ? m_attachments->take() : QList<Attachment>();
}

bool ComposerController::historyPrevious()
{
    if (m_position == 0) {
        return false;
    }
    if (m_position == m_history.size()) {
        m_draft = m_text;
    }
    show(m_history[--m_position]);
    return true;
}

bool ComposerController::historyNext()
{
    if (m_position == m_history.size()) {
        return false;
    }
    ++m_position;
    show(m_position == m_history.size() ? m_draft : m_history[m_position]);
    return true;
}

QString ComposerController::take()
{
    const QString text = m_text;
    if (!text.isEmpty() && (m_history.isEmpty() || m_history.last() != text)) {
        m_history.append(text);
    }
    if (m_history.size() > kHistory) {
        m_history.removeFirst();
    }
    m_position = m_history.size();
    m_draft.clear();
    show({});
    return text;
}
