// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "documents/codedocument.h"

#include <algorithm>

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>

#include "documents/codehighlighter.h"
#include "documents/codethemes.h"
#include "text/languages.h"
#include "text/visiblecontrols.h"

struct CodeDocument::Impl {
    explicit Impl(CodeDocument &document)
        : q(document)
    {
    }
    void restart();
    void follow();
    void setPlain(bool now);
    void applyLinePitch() const;
    void countRows();
    [[nodiscard]] const QString &source() const;
    [[nodiscard]] qsizetype visibleEnd(const QTextDocument &document) const;
    [[nodiscard]] QTextDocument *document() const { return quickDocument ? quickDocument->textDocument() : nullptr; }
    [[nodiscard]] bool hasSource() const { return blocks ? row >= 0 && row < blocks->rowCount() : !text.isNull(); }

    CodeDocument &q;
    QPointer<QQuickTextDocument> quickDocument;
    QPointer<BlockModel> blocks;
    int row = -1;
    bool dark = false;
    bool suspicious = false;
    bool plain = false;
    bool complete = true; // false while QML sets the properties one by one
    QString text, givenInfo, fileName; // without blocks
    int lines = 0, shown = 0, rows = 0;
    int lineLimit = 0;
    qreal linePitch = 0;
    qsizetype seen = 0; // characters of the source that were looked at
    qsizetype inserted = 0; // and that the document has
    QMetaObject::Connection layoutWatch;
    QPointer<CodeHighlighter> highlighter; // child of the document
};

CodeDocument::CodeDocument(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Impl>(*this))
{
    connect(CodeThemes::instance(), &CodeThemes::changed, this, [this] {
        if (d->highlighter) {
            d->highlighter->recolour(d->dark);
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
    inserted = seen = 0;
    lines = 0;
    if (std::exchange(suspicious, false)) {
        Q_EMIT q.suspiciousChanged();
    }
    setPlain(false);
    QTextDocument *document = this->document();
    if (!document) {
        return;
    }
    document->setUndoRedoEnabled(false);
    QTextCursor all(document);
    all.select(QTextCursor::Document);
    all.removeSelectedText();
    applyLinePitch();
    if (!hasSource()) {
        return;
    }
    const QString info = blocks ? blocks->block(row).info : givenInfo;
    const bool byName = !blocks && info.isEmpty();
    if (const auto definition = byName ? Languages::definitionForFile(fileName) : Languages::definitionFor(info);
        definition.isValid()) {
        highlighter = new CodeHighlighter(document, { kMaxLineChars, kMaxLines, kMaxChars });
        highlighter->setColours(dark);
        highlighter->setDefinition(definition);
    }
    follow();
}

const QString &CodeDocument::Impl::source() const
{
    return blocks ? blocks->block(row).text : text;
}

// Where the last line ends that is to be shown.
qsizetype CodeDocument::Impl::visibleEnd(const QTextDocument &shownDocument) const
{
    const QString &whole = source();
    if (lineLimit <= 0) {
        return whole.size();
    }
    int have = shownDocument.blockCount();
    qsizetype end = inserted;
    for (; end < whole.size(); ++end) {
        if (whole[end] == u'\n' && ++have > lineLimit) {
            break;
        }
    }
    return end;
}

void CodeDocument::Impl::follow()
{
    QTextDocument *document = this->document();
    if (!complete || !document || !hasSource()) {
        return;
    }
    if (highlighter) {
        highlighter->beginTurn();
    }
    const QString &whole = source();
    const int linesBefore = lines, shownBefore = shown;
    if (whole.size() > seen || lines == 0) {
        const QStringView added = QStringView(whole).sliced(seen);
        lines = std::max(lines, 1) + static_cast<int>(added.count(u'\n'));
        seen = whole.size();
        if (!suspicious && std::ranges::any_of(added, isHiddenControl)) {
            suspicious = true;
            Q_EMIT q.suspiciousChanged();
        }
    }
    if (const qsizetype end = visibleEnd(*document); end > inserted) {
        bool found = false;
        const QString added = withVisibleControls(QStringView(whole).sliced(inserted, end - inserted), found);
        inserted = end;
        QTextCursor cursor(document);
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(added);
        setPlain(inserted > kMaxChars || document->blockCount() > kMaxLines);
    }
    shown = document->blockCount();
    if (lines != linesBefore || shown != shownBefore) {
        Q_EMIT q.lineCountChanged();
        countRows();
    }
}

void CodeDocument::Impl::countRows()
{
    const QTextDocument *document = this->document();
    int now = document ? document->blockCount() : 0;
    if (document && document->defaultTextOption().wrapMode() != QTextOption::NoWrap) {
        now = 0;
        for (QTextBlock line = document->begin(); line.isValid(); line = line.next()) {
            now += std::max(line.layout()->lineCount(), 1);
        }
    }
    if (std::exchange(rows, now) != now) {
        Q_EMIT q.rowsChanged();
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
    QTextDocument *document = this->document();
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
        disconnect(d->layoutWatch);
        d->quickDocument = document;
        if (QTextDocument *text = d->document()) {
            d->layoutWatch = connect(text->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
                [this] { d->countRows(); });
        }
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
        connect(
            blocks, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
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

QString CodeDocument::text() const
{
    return d->text;
}

void CodeDocument::setText(const QString &text)
{
    if (text != d->text || text.isNull() != d->text.isNull()) {
        d->text = text;
        d->restart();
        Q_EMIT textChanged();
    }
}

QString CodeDocument::info() const
{
    return d->givenInfo;
}

void CodeDocument::setInfo(const QString &info)
{
    if (info != d->givenInfo) {
        d->givenInfo = info;
        d->restart();
        Q_EMIT textChanged();
    }
}

QString CodeDocument::fileName() const
{
    return d->fileName;
}

void CodeDocument::setFileName(const QString &name)
{
    if (name != d->fileName) {
        d->fileName = name;
        d->restart();
        Q_EMIT textChanged();
    }
}

int CodeDocument::lineLimit() const
{
    return d->lineLimit;
}

void CodeDocument::setLineLimit(int lines)
{
    if (lines == d->lineLimit) {
        return;
    }
    d->lineLimit = lines;
    if (lines > 0 && d->shown > lines) {
        d->restart();
    } else {
        d->follow();
    }
    Q_EMIT lineLimitChanged();
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
        d->highlighter->recolour(dark);
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

int CodeDocument::shownLines() const
{
    return d->shown;
}

int CodeDocument::rows() const
{
    return d->rows;
}

QString CodeDocument::lineNumbers(int first, int last) const
{
    QString numbers;
    const QTextDocument *document = d->document();
    QTextBlock line = document ? document->findBlockByNumber(first - 1) : QTextBlock();
    for (int number = first; number <= last && line.isValid(); ++number, line = line.next()) {
        numbers += (number > first ? QStringLiteral("\n") : QString()) + QString::number(number)
            + QString(std::max(line.layout()->lineCount() - 1, 0), u'\n');
    }
    return numbers;
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
