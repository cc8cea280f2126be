// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/codedocument.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include "chat/codehighlighter.h"
#include "chat/codethemes.h"
#include "chat/languages.h"
#include "chat/visiblecontrols.h"

struct CodeDocument::Impl {
    explicit Impl(CodeDocument &document)
        : q(document)
    {
    }
    void restart();
    void follow();
    void setPlain(bool now);
    void applyLinePitch() const;
    [[nodiscard]] bool hasBlock() const { return blocks && row >= 0 && row < blocks->rowCount(); }

    CodeDocument &q;
    QPointer<QQuickTextDocument> quickDocument;
    QPointer<BlockModel> blocks;
    int row = -1;
    bool dark = false;
    bool suspicious = false;
    bool plain = false;
    bool complete = true; // false while QML sets the properties one by one
    int lines = 0;
    qreal linePitch = 0;
    qsizetype inserted = 0; // characters of the block's text that the document has
    QString info; // the highlighter's language was chosen by
    QPointer<CodeHighlighter> highlighter; // child of the document
};

CodeDocument::CodeDocument(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Impl>(*this))
{
    connect(CodeThemes::instance(), &CodeThemes::changed, this, [this] {
        if (d->highlighter) {
            d->highlighter->recolour(CodeThemes::instance()->theme(d->dark));
        }
    });
}

CodeDocument::~CodeDocument()
{
    delete d->highlighter;
}

// Everything anew: another document, block or language.
void CodeDocument::Impl::restart()
{
    if (!complete) {
        return;
    }
    delete highlighter;
    inserted = 0;
    info.clear();
    if (std::exchange(suspicious, false)) {
        Q_EMIT q.suspiciousChanged();
    }
    setPlain(false);
    QTextDocument *document = quickDocument ? quickDocument->textDocument() : nullptr;
    if (!document) {
        return;
    }
    document->setUndoRedoEnabled(false);
    QTextCursor all(document);
    all.select(QTextCursor::Document);
    all.removeSelectedText();
    applyLinePitch();
    if (!hasBlock()) {
        return;
    }
    info = blocks->block(row).info;
    if (const auto definition = Languages::definitionFor(info); definition.isValid()) {
        highlighter = new CodeHighlighter(document, {kMaxLineChars, kMaxLines, kMaxChars});
        highlighter->setTheme(CodeThemes::instance()->theme(dark));
        highlighter->setDefinition(definition);
    }
    follow();
}

void CodeDocument::Impl::follow()
{
    QTextDocument *document = quickDocument ? quickDocument->textDocument() : nullptr;
    if (!complete || !document || !hasBlock()) {
        return;
    }
    if (highlighter) {
        highlighter->beginTurn();
    }
    const QString &text = blocks->block(row).text;
    if (text.size() > inserted) {
        bool found = false;
        const QString added = withVisibleControls(QStringView(text).sliced(inserted), found);
        inserted = text.size();
        QTextCursor end(document);
        end.movePosition(QTextCursor::End);
        end.insertText(added);
        setPlain(inserted > kMaxChars || document->blockCount() > kMaxLines);
        if (found && !std::exchange(suspicious, true)) {
            Q_EMIT q.suspiciousChanged();
        }
    }
    if (std::exchange(lines, document->blockCount()) != lines) {
        Q_EMIT q.lineCountChanged();
    }
}

void CodeDocument::Impl::setPlain(bool now)
{
    if (std::exchange(plain, now) != now) {
        Q_EMIT q.plainChanged();
    }
}

// Lines that are inserted later take over the format of the line before.
void CodeDocument::Impl::applyLinePitch() const
{
    QTextDocument *document = quickDocument ? quickDocument->textDocument() : nullptr;
    if (!document) {
        return;
    }
    QTextBlockFormat format;
    if (linePitch > 0) {
        format.setLineHeight(linePitch, QTextBlockFormat::FixedHeight);
    } else {
        format.setLineHeight(0, QTextBlockFormat::SingleHeight);
    }
    QTextCursor all(document);
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(format);
}

void CodeDocument::classBegin()
{
    d->complete = false;
}

void CodeDocument::componentComplete()
{
    d->complete = true;
    d->restart();
}

QQuickTextDocument *CodeDocument::textDocument() const
{
    return d->quickDocument;
}

void CodeDocument::setTextDocument(QQuickTextDocument *document)
{
    if (document != d->quickDocument) {
        d->quickDocument = document;
        d->restart();
        Q_EMIT textDocumentChanged();
    }
}

BlockModel *CodeDocument::blocks() const
{
    return d->blocks;
}

void CodeDocument::setBlocks(BlockModel *blocks)
{
    if (blocks == d->blocks) {
        return;
    }
    if (d->blocks) {
        d->blocks->disconnect(this);
    }
    d->blocks = blocks;
    if (blocks) {
        connect(blocks, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
            if (first.row() <= d->row && d->row <= last.row()) {
                d->follow();
            }
        });
    }
    d->restart();
    Q_EMIT blocksChanged();
}

int CodeDocument::row() const
{
    return d->row;
}

void CodeDocument::setRow(int row)
{
    if (row != d->row) {
        d->row = row;
        d->restart();
        Q_EMIT rowChanged();
    }
}

bool CodeDocument::dark() const
{
    return d->dark;
}

void CodeDocument::setDark(bool dark)
{
    if (dark == d->dark) {
        return;
    }
    d->dark = dark;
    if (d->highlighter) {
        d->highlighter->recolour(CodeThemes::instance()->theme(dark));
    }
    Q_EMIT darkChanged();
}

qreal CodeDocument::linePitch() const
{
    return d->linePitch;
}

void CodeDocument::setLinePitch(qreal pixels)
{
    if (!qFuzzyCompare(pixels + 1, d->linePitch + 1)) {
        d->linePitch = pixels;
        d->applyLinePitch();
        Q_EMIT linePitchChanged();
    }
}

int CodeDocument::lineCount() const
{
    return d->lines;
}

bool CodeDocument::suspicious() const
{
    return d->suspicious;
}

bool CodeDocument::plain() const
{
    return d->plain;
}

quint64 CodeDocument::workCount() const
{
    return d->highlighter ? d->highlighter->workCount() : 0;
}
