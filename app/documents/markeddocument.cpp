// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "documents/markeddocument.h"

#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>

MarkedDocument::MarkedDocument(QObject *parent)
    : QObject(parent)
{
    connect(this, &MarkedDocument::changed, this, &MarkedDocument::write);
}

void MarkedDocument::write()
{
    QTextDocument *document = m_document ? m_document->textDocument() : nullptr;
    if (!document) {
        return;
    }
    document->setUndoRedoEnabled(false);
    const QString shown = m_source.size() > kMaxChars ? m_source.first(kMaxChars) + u'…' : m_source;
    QTextBlockFormat line;
    if (m_linePitch > 0) {
        line.setLineHeight(m_linePitch, QTextBlockFormat::FixedHeight);
    }
    QTextCharFormat set;
    if (m_ink.isValid()) {
        set.setForeground(m_ink);
    }
    set.setBackground(m_ground);
    QTextCursor cursor(document);
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.removeSelectedText();
    cursor.setBlockFormat(line);
    qsizetype at = 0;
    for (qsizetype i = 0; i + 1 < m_marks.size(); i += 2) {
        const qsizetype start = m_marks[i], length = m_marks[i + 1];
        if (start >= at && length > 0 && start + length <= shown.size()) {
            cursor.insertText(shown.sliced(at, start - at), QTextCharFormat());
            cursor.insertText(shown.sliced(start, length), set);
            at = start + length;
        }
    }
    cursor.insertText(shown.sliced(at), QTextCharFormat());
    cursor.endEditBlock();
}
