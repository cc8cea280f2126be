// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One message as blocks. Text is appended; rows before the last open one are frozen and never change again, and rows are
// never removed. A flush costs O(new text), whatever the length of the message (see workCount()).
#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <memory>

#include "chat/markdownblock.h"

class MarkdownScanner;
class TableModel;

class BlockModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a MessageModel")

public:
    enum Role {
        KindRole = Qt::UserRole, // Markdown.Kind
        SourceTextRole, // string: inline source of Paragraph and Heading, the HTML; empty for Code, see CodeDocument
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
    };
    Q_ENUM(Role)

    explicit BlockModel(QObject *parent = nullptr);
    ~BlockModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    // The text that "copy" gives for one block: the code itself, or the Markdown of a paragraph.
    Q_INVOKABLE [[nodiscard]] QString copyText(int row) const;

    void append(QStringView text);
    void finish(); // closes what is open

    [[nodiscard]] const Markdown::Block &block(int row) const;
    [[nodiscard]] quint64 workCount() const; // see MarkdownScanner

private:
    void publish();

    std::unique_ptr<MarkdownScanner> m_scanner;
    QHash<int, TableModel *> m_tables; // by row
    int m_rows = 0; // published
};
