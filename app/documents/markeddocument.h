// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Fills a TextEdit's document with plain text in which some ranges are set off: what a search found, what differs in a line of
// a comparison. Written with QTextCursor; no text is ever taken for markup. Of a longer text the first kMaxChars are shown.
#pragma once

#include <QColor>
#include <QPointer>
#include <QQuickTextDocument>
#include <QtQmlIntegration>

class MarkedDocument : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *textDocument MEMBER m_document NOTIFY changed)
    Q_PROPERTY(QString source MEMBER m_source NOTIFY changed)
    Q_PROPERTY(
        QList<int> marks MEMBER m_marks NOTIFY changed) // start, length, start, length…, ascending; others are left out
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY changed) // of what is set off; not set = as the rest
    Q_PROPERTY(QColor ground MEMBER m_ground NOTIFY changed)
    Q_PROPERTY(qreal linePitch MEMBER m_linePitch NOTIFY changed) // px from line to line; 0 = the font's own

public:
    static constexpr qsizetype kMaxChars = 4000;

    explicit MarkedDocument(QObject *parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    void write();

    QPointer<QQuickTextDocument> m_document;
    QString m_source;
    QList<int> m_marks;
    QColor m_ink, m_ground;
    qreal m_linePitch = 0;
};
