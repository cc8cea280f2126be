// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Keeps a TextEdit's document equal to one code block of a BlockModel, highlighted.
//
// Follows `row` of `blocks`, or shows `text` where there are none, and appends only what is new. Highlighting costs O(new lines), and a long block gets its
// colours over several turns of the event loop; a line of more than kMaxLineChars, and everything after kMaxLines or
// kMaxChars, is shown without.
// Control and bidirectional characters are replaced by visible signs (one character each, so positions stay); copying
// is done from the model, which has the original.
#pragma once

#include <memory>

#include <QColor>
#include <QPointer>
#include <QQmlParserStatus>
#include <QQuickTextDocument>
#include <QtQmlIntegration>

#include "documents/blockmodel.h"

class CodeHighlighter;

class CodeDocument : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *textDocument READ textDocument WRITE setTextDocument NOTIFY textDocumentChanged)
    Q_PROPERTY(BlockModel *blocks READ blocks WRITE setBlocks NOTIFY blocksChanged)
    Q_PROPERTY(int row READ row WRITE setRow NOTIFY rowChanged)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged) // without `blocks`: a file
    Q_PROPERTY(QString info READ info WRITE setInfo NOTIFY textChanged) // its language, as an info string
    Q_PROPERTY(
        QString fileName READ fileName WRITE setFileName NOTIFY textChanged) // its language where `info` is empty
    Q_PROPERTY(int lineLimit READ lineLimit WRITE setLineLimit NOTIFY lineLimitChanged) // lines shown; 0 = all
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY darkChanged) // which colour theme
    Q_PROPERTY(qreal linePitch READ linePitch WRITE setLinePitch NOTIFY
            linePitchChanged) // px from line to line; 0 = the font's own
    Q_PROPERTY(int lineCount READ lineCount NOTIFY lineCountChanged) // of the whole text
    Q_PROPERTY(int shownLines READ shownLines NOTIFY lineCountChanged)
    Q_PROPERTY(int rows READ rows NOTIFY rowsChanged) // lines as laid out: more than shownLines when wrapped
    Q_PROPERTY(bool suspicious READ suspicious NOTIFY suspiciousChanged) // has control or bidirectional characters
    Q_PROPERTY(bool plain READ plain NOTIFY plainChanged) // too long to highlight all of it

public:
    static constexpr int kMaxLineChars = 2000;
    static constexpr int kMaxLines = 5000;
    static constexpr qsizetype kMaxChars = 200 * 1024;

    explicit CodeDocument(QObject *parent = nullptr);
    ~CodeDocument() override;

    void classBegin() override;
    void componentComplete() override;

    [[nodiscard]] QQuickTextDocument *textDocument() const;
    void setTextDocument(QQuickTextDocument *document);
    [[nodiscard]] BlockModel *blocks() const;
    void setBlocks(BlockModel *blocks);
    [[nodiscard]] int row() const;
    void setRow(int row);
    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    [[nodiscard]] QString info() const;
    void setInfo(const QString &info);
    [[nodiscard]] QString fileName() const;
    void setFileName(const QString &name);
    [[nodiscard]] int lineLimit() const;
    void setLineLimit(int lines);
    [[nodiscard]] bool dark() const;
    void setDark(bool dark);
    [[nodiscard]] qreal linePitch() const;
    void setLinePitch(
        qreal pixels); // QTextBlockFormat::FixedHeight on every line, so that line numbers stay beside theirs
    [[nodiscard]] int lineCount() const;
    [[nodiscard]] int shownLines() const;
    [[nodiscard]] int rows() const;
    // The numbers first..last, one a row; rows that continue a wrapped line are empty. Counted from 1.
    Q_INVOKABLE [[nodiscard]] QString lineNumbers(int first, int last) const;
    [[nodiscard]] bool suspicious() const;
    [[nodiscard]] bool plain() const;
    [[nodiscard]] quint64 workCount() const; // characters highlighted so far

Q_SIGNALS:
    void textDocumentChanged();
    void blocksChanged();
    void rowChanged();
    void textChanged();
    void lineLimitChanged();
    void rowsChanged();
    void darkChanged();
    void linePitchChanged();
    void lineCountChanged();
    void suspiciousChanged();
    void plainChanged();

private:
    struct Impl;
    std::unique_ptr<Impl> d;
};
