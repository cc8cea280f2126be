// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "documents/foundmarks.h"

#include <QAbstractTextDocumentLayout>
#include <QQuickWindow>
#include <QSGRectangleNode>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include "text/textplaces.h"

FoundMarks::FoundMarks(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    connect(this, &FoundMarks::changed, this, &QQuickItem::polish);
    connect(this, &FoundMarks::currentChanged, this, [this] {
        m_currentRect = {}; // of the place before
        polish();
    });
}

QQuickTextDocument *FoundMarks::textDocument() const
{
    return m_document;
}

void FoundMarks::setTextDocument(QQuickTextDocument *document)
{
    if (document == m_document) {
        return;
    }
    if (m_document && m_document->textDocument()) {
        m_document->textDocument()->disconnect(this);
        m_document->textDocument()->documentLayout()->disconnect(this);
    }
    m_document = document;
    if (QTextDocument *const text = document ? document->textDocument() : nullptr) {
        connect(text, &QTextDocument::contentsChanged, this, &QQuickItem::polish);
        connect(text->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &QQuickItem::polish);
    }
    Q_EMIT changed();
}

void FoundMarks::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickItem::geometryChange(now, before);
    polish(); // the lines are broken elsewhere
}

void FoundMarks::updatePolish()
{
    m_marks.clear();
    m_count = 0;
    m_currentRect = {};
    QTextDocument *const document = m_document ? m_document->textDocument() : nullptr;
    if (document && !m_query.isEmpty()) {
        QString text = document->toRawText();
        text.replace(QChar(QChar::LineSeparator), QLatin1Char('\n'))
            .replace(QChar(QChar::ParagraphSeparator), QLatin1Char('\n'));
        const QList<int> places = placesIn(text, m_query);
        m_count = static_cast<int>(places.size());
        const auto length = static_cast<int>(m_query.size());
        for (const int place : places) {
            for (int at = place; at < place + length;) {
                const QTextBlock block = document->findBlock(at);
                const QPointF origin = document->documentLayout()->blockBoundingRect(block).topLeft(); // lays it out
                const QTextLine line = block.layout()->lineForTextPosition(at - block.position());
                if (!line.isValid()) {
                    break;
                }
                const int lineEnd = block.position() + line.textStart() + line.textLength();
                const int end = std::min(place + length, std::max(lineEnd, at + 1));
                const qreal from = line.cursorToX(at - block.position()), to = line.cursorToX(end - block.position());
                const QRectF rect(origin + QPointF(std::min(from, to), line.y()),
                    QSizeF(std::abs(to - from), line.ascent() + line.descent()));
                m_marks.append({ rect, place == m_current });
                if (place == m_current && m_currentRect.isEmpty()) {
                    m_currentRect = rect;
                }
                at = end;
            }
        }
    }
    Q_EMIT laidOut();
    update();
}

QSGNode *FoundMarks::updatePaintNode(QSGNode *node, UpdatePaintNodeData *)
{
    if (!node) {
        node = new QSGNode;
    }
    while (QSGNode *const old = node->firstChild()) {
        node->removeChildNode(old);
        delete old;
    }
    for (const Mark &mark : std::as_const(m_marks)) {
        QSGRectangleNode *const rectangle = window()->createRectangleNode();
        const qreal height = m_line > 0 ? m_line * (mark.current ? 2 : 1) : mark.rect.height();
        rectangle->setRect({ mark.rect.left(), mark.rect.bottom() - height, mark.rect.width(), height });
        rectangle->setColor(mark.current ? m_currentInk : m_ink);
        node->appendChildNode(rectangle);
    }
    return node;
}
