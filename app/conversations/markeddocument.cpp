// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "conversations/markeddocument.h"

#include <QTextCursor>
#include <QTextDocument>

MarkedDocument::MarkedDocument(QObject *parent)
    : QObject(parent)
{
    connect(this, &MarkedDocument::changed, this, &MarkedDocument::write);
}

void MarkedDocument::write()
{
    if (!m_document || !m_document->textDocument()) {
        return;
    }
    QTextCharFormat set;
    set.setForeground(m_ink);
    set.setBackground(m_ground);
    QTextCursor cursor(m_document->textDocument());
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.removeSelectedText();
    qsizetype at = 0;
    for (qsizetype i = 0; i + 1 < m_marks.size(); i += 2) {
        const qsizetype start = m_marks[i], length = m_marks[i + 1];
        if (start >= at && length > 0 && start + length <= m_source.size()) {
            cursor.insertText(m_source.sliced(at, start - at), QTextCharFormat());
            cursor.insertText(m_source.sliced(start, length), set);
            at = start + length;
        }
    }
    cursor.insertText(m_source.sliced(at), QTextCharFormat());
    cursor.endEditBlock();
}
