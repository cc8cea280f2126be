// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "files/markedline.h"

#include <algorithm>

#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>

MarkedLine::MarkedLine(QObject *parent)
    : QObject(parent)
{
    connect(this, &MarkedLine::changed, this, &MarkedLine::rebuild);
}

void MarkedLine::rebuild()
{
    QTextDocument *document = m_document ? m_document->textDocument() : nullptr;
    if (!document) {
        return;
    }
    document->setUndoRedoEnabled(false);
    const bool cut = m_text.size() > kMaxChars;
    const QString shown = cut ? m_text.first(kMaxChars) + QStringLiteral("…") : m_text;
    QTextCursor cursor(document);
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.removeSelectedText();
    QTextBlockFormat line;
    if (m_linePitch > 0) {
        line.setLineHeight(m_linePitch, QTextBlockFormat::FixedHeight);
    }
    cursor.setBlockFormat(line);
    QTextCharFormat marked;
    marked.setBackground(m_markColor);
    qsizetype at = 0;
    for (qsizetype i = 0; i + 1 < m_marks.size(); i += 2) {
        const qsizetype begin = std::clamp<qsizetype>(m_marks[i].toInt(), at, shown.size());
        const qsizetype end = std::clamp<qsizetype>(m_marks[i + 1].toInt(), begin, shown.size());
        cursor.insertText(shown.sliced(at, begin - at), QTextCharFormat());
        cursor.insertText(shown.sliced(begin, end - begin), marked);
        at = end;
    }
    cursor.insertText(shown.sliced(at), QTextCharFormat());
    cursor.endEditBlock();
}
