// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One message as blocks. Text is appended; rows before the last open one are frozen and never change again, and rows are
// never removed. A flush costs O(new text), whatever the length of the message (see workCount()).
// Two things of a frozen row may still change, because they are not of the text: how long the thinking took, and what the
// reader chose (folded, wrapped, thinking shown). They live here so that they outlast the delegates.
#pragma once

#include <memory>

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QSet>
#include <QtQmlIntegration>

#include "text/markdownblock.h"

class MarkdownScanner;
class TableModel;

class BlockModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a MessageModel")
    Q_PROPERTY(bool thinkingShown READ thinkingShown WRITE setThinkingShown NOTIFY
            thinkingShownChanged) // by the reader's wish
    Q_PROPERTY(bool thinkingOngoing READ thinkingOngoing NOTIFY thinkingChanged)
    Q_PROPERTY(
        bool hidesText READ hidesText NOTIFY hidesTextChanged) // in its prose, see visiblecontrols.h; known at its end
    Q_PROPERTY(int thinkingSeconds READ thinkingSeconds NOTIFY thinkingChanged) // -1 = not known: the answer was stored

public:
    enum Role {
        KindRole = Qt::UserRole, // Markdown.Kind
        SourceTextRole, // string: inline source of Paragraph and Heading, the HTML, the readable formula; empty for Code, see CodeDocument
        HeadingLevelRole, // int 1..6
        ListDepthRole, // int: list items around the block
        QuoteDepthRole, // int: quotes around the block
        MarkerRole, // string: "•", "3." on the first block of a list item, else empty
        TaskRole, // Markdown.Task
        TightRole, // bool: no blank line before it
        LanguageRole, // string: display name of a code block's language, may be empty
        InfoRole, // string: info string as written
        ClosedRole, // bool: will never change again
        TableRole, // TableModel*, null unless Table
        ThinkingRole, // bool: part of what was thought
        UnfoldedRole, // bool: a long code block is shown in full. A block that grew before the reader's eyes stays as it is
        WrappedRole, // bool: long lines of code are broken
    };
    Q_ENUM(Role)

    explicit BlockModel(QObject *parent = nullptr);
    ~BlockModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    // The text that "copy" gives for one block: the code itself, or the Markdown of a paragraph.
    Q_INVOKABLE [[nodiscard]] QString copyText(int row) const;
    // A file name for a code block: from its info string, its first line, the text before it, its language.
    Q_INVOKABLE [[nodiscard]] QString suggestedName(int row) const;
    Q_INVOKABLE void setUnfolded(int row, bool unfolded);
    Q_INVOKABLE void setWrapped(int row, bool wrapped);

    [[nodiscard]] bool thinkingShown() const;
    void setThinkingShown(bool shown);
    [[nodiscard]] bool thinkingOngoing() const;
    [[nodiscard]] bool hidesText() const { return m_hidesText; }
    [[nodiscard]] int thinkingSeconds() const;
    void setThinkingSeconds(int seconds); // of a stored answer

    void append(QStringView text);
    void finish(); // closes what is open

    [[nodiscard]] const Markdown::Block &block(int row) const;
    [[nodiscard]] quint64 workCount() const; // see MarkdownScanner

Q_SIGNALS:
    void thinkingShownChanged();
    void hidesTextChanged();
    void thinkingChanged();

private:
    void publish();
    void followThinking(bool isThinking);
    void setFlag(QSet<int> &rows, int row, bool on, int role);

    std::unique_ptr<MarkdownScanner> m_scanner;
    QHash<int, TableModel *> m_tables; // by row
    int m_rows = 0; // published
    qsizetype m_lastSize = 0; // characters of the last one's text, as published
    QSet<int> m_unfolded, m_wrapped; // rows
    bool m_thinkingShown = false, m_thinkingOngoing = false, m_hidesText = false;
    int m_thinkingSeconds = -1;
    QElapsedTimer m_thinkingClock;
};
