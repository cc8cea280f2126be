// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/composercontroller.h"

#include <utility>

ComposerController::ComposerController(QObject *parent)
    : QObject(parent)
{
}

QString ComposerController::text() const
{
    return m_text;
}

void ComposerController::setText(const QString &text)
{
    if (text == m_text) {
        return;
    }
    m_position = m_history.size(); // an edited entry is a draft
    show(text);
}

void ComposerController::show(const QString &text)
{
    const bool was = sendable();
    m_text = text;
    Q_EMIT textChanged();
    if (sendable() != was) {
        Q_EMIT sendableChanged();
    }
}

bool ComposerController::sendable() const
{
    return std::ranges::any_of(m_text, [](QChar c) { return !c.isSpace(); });
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
    if (m_history.isEmpty() || m_history.last() != text) {
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
