// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Plain text in a TextEdit's document with some stretches on a coloured ground: one line of a comparison. Written by
// cursor; of a longer line only the first kMaxChars are shown.
#pragma once

#include <QColor>
#include <QPointer>
#include <QQuickTextDocument>
#include <QVariantList>
#include <QtQmlIntegration>

class MarkedLine : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *textDocument MEMBER m_document NOTIFY changed)
    Q_PROPERTY(QString text MEMBER m_text NOTIFY changed)
    Q_PROPERTY(QVariantList marks MEMBER m_marks NOTIFY changed) // begin, end, begin, end... in characters
    Q_PROPERTY(QColor markColor MEMBER m_markColor NOTIFY changed)
    Q_PROPERTY(qreal linePitch MEMBER m_linePitch NOTIFY changed) // px

public:
    static constexpr qsizetype kMaxChars = 4000;

    explicit MarkedLine(QObject *parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    void rebuild();

    QQuickTextDocument *m_document = nullptr; // of the TextEdit around this
    QString m_text;
    QVariantList m_marks;
    QColor m_markColor;
    qreal m_linePitch = 0;
};
