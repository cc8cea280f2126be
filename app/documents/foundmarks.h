// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a search found in a TextEdit: a ground, or a line below, for every place where the query occurs, the current one in
// its own colour. Lies at the origin of the TextEdit's document. The document is only read, so this goes with whatever writes it.
// A change of the document or its layout costs O(text) once before the next frame.
#pragma once

#include <QColor>
#include <QPointer>
#include <QQuickItem>
#include <QQuickTextDocument>
#include <QtQmlIntegration>

class FoundMarks : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *textDocument READ textDocument WRITE setTextDocument NOTIFY changed)
    Q_PROPERTY(QString query MEMBER m_query NOTIFY changed)
    Q_PROPERTY(int current MEMBER m_current NOTIFY currentChanged) // character of the document; -1 = it is elsewhere
    Q_PROPERTY(qreal line MEMBER m_line NOTIFY
            changed) // px, twice that for the current one: that high, at the foot of the words; 0 = all of them
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY changed)
    Q_PROPERTY(QColor currentInk MEMBER m_currentInk NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY laidOut) // places
    Q_PROPERTY(QRectF currentRect READ currentRect NOTIFY
            laidOut) // first line of it, in this item; empty: not here, or not yet

public:
    explicit FoundMarks(QQuickItem *parent = nullptr);

    [[nodiscard]] QQuickTextDocument *textDocument() const;
    void setTextDocument(QQuickTextDocument *document);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QRectF currentRect() const { return m_currentRect; }

Q_SIGNALS:
    void changed();
    void currentChanged();
    void laidOut();

protected:
    void geometryChange(const QRectF &now, const QRectF &before) override;
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *) override;

private:
    struct Mark {
        QRectF rect;
        bool current = false;
    };

    QPointer<QQuickTextDocument> m_document;
    QString m_query;
    int m_current = -1, m_count = 0;
    qreal m_line = 0;
    QColor m_ink, m_currentInk;
    QList<Mark> m_marks; // one for each line that a place is on
    QRectF m_currentRect;
};
