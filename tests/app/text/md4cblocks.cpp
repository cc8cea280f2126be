// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "md4cblocks.h"

#include <algorithm>
#include <optional>

#include <md4c.h>

using namespace Markdown;

namespace
{
constexpr unsigned kFlags = MD_FLAG_NOHTMLSPANS | MD_FLAG_TABLES | MD_FLAG_TASKLISTS;

class Reader
{
public:
    explicit Reader(unsigned flags)
    {
        m_parser.flags = flags;
        m_parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *self) {
            static_cast<Reader *>(self)->enter(type, detail);
            return 0;
        };
        m_parser.leave_block = [](MD_BLOCKTYPE type, void *, void *self) {
            static_cast<Reader *>(self)->leave(type);
            return 0;
        };
        m_parser.enter_span = m_parser.leave_span = [](MD_SPANTYPE, void *, void *) { return 0; };
        m_parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self) {
            static_cast<Reader *>(self)->text(type, QByteArrayView(text, size));
            return 0;
        };
    }

    std::vector<Block> read(const QByteArray &markdown)
    {
        md_parse(markdown.constData(), static_cast<MD_SIZE>(markdown.size()), &m_parser, this);
        return std::move(m_blocks);
    }

private:
    struct List {
        QChar delimiter; // null of a bullet list
        unsigned next = 0; // number
    };
    struct Item {
        QString marker;
        Task task = Task::None;
        bool hasLeaf = false;
    };

    void enter(MD_BLOCKTYPE type, void *detail)
    {
        endTightText();
        switch (type) {
        case MD_BLOCK_QUOTE:
            ++m_quotes;
            break;
        case MD_BLOCK_UL:
            fillItem(); // of a list in an item that has nothing else
            m_lists.push_back({});
            break;
        case MD_BLOCK_OL: {
            fillItem();
            const auto *list = static_cast<MD_BLOCK_OL_DETAIL *>(detail);
            m_lists.push_back({ QLatin1Char(list->mark_delimiter), list->start });
            break;
        }
        case MD_BLOCK_LI:
            m_items.push_back(itemOf(*static_cast<MD_BLOCK_LI_DETAIL *>(detail)));
            break;
        case MD_BLOCK_HR:
            open(Kind::Rule);
            break;
        case MD_BLOCK_H:
            open(Kind::Heading).headingLevel = static_cast<quint8>(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level);
            break;
        case MD_BLOCK_CODE: {
            const MD_ATTRIBUTE &info = static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->info;
            open(Kind::Code).info = QString::fromUtf8(info.text, info.size).trimmed(); // md4c leaves a tab there
            break;
        }
        case MD_BLOCK_HTML:
            open(Kind::Html);
            break;
        case MD_BLOCK_P:
            open(Kind::Paragraph);
            break;
        case MD_BLOCK_TABLE:
            open(Kind::Table);
            break;
        case MD_BLOCK_TH:
            m_blocks.back().columns.append(static_cast<Alignment>(static_cast<MD_BLOCK_TD_DETAIL *>(detail)->align));
            m_blocks.back().cells.append(QString());
            break;
        case MD_BLOCK_TD:
            m_blocks.back().cells.append(QString());
            break;
        default:
            break;
        }
    }

    void leave(MD_BLOCKTYPE type)
    {
        switch (type) {
        case MD_BLOCK_QUOTE:
            endTightText();
            --m_quotes;
            break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL:
            m_lists.pop_back();
            break;
        case MD_BLOCK_LI:
            endTightText();
            fillItem();
            m_items.pop_back();
            break;
        case MD_BLOCK_H:
        case MD_BLOCK_P:
            m_blocks.back().text = m_blocks.back().text.trimmed(); // md4c leaves tabs at both ends
            m_leafOpen = false;
            break;
        case MD_BLOCK_HR:
        case MD_BLOCK_TABLE:
            m_leafOpen = false;
            break;
        case MD_BLOCK_CODE:
        case MD_BLOCK_HTML:
            m_leafOpen = false;
            if (m_blocks.back().text.endsWith(u'\n')) { // the scanner's lines have line ends between them
                m_blocks.back().text.chop(1);
            }
            break;
        default:
            break;
        }
    }

    void text(MD_TEXTTYPE type, QByteArrayView bytes)
    {
        if (!m_leafOpen) {
            open(Kind::Paragraph); // in a tight list, which has none
            m_tightText = true;
        }
        const QString piece = type == MD_TEXT_NULLCHAR     ? QString(QChar(QChar::ReplacementCharacter))
            : type == MD_TEXT_BR || type == MD_TEXT_SOFTBR ? QStringLiteral("\n")
                                                           : QString::fromUtf8(bytes);
        Block &block = m_blocks.back();
        (block.kind == Kind::Table ? block.cells.back() : block.text) += piece;
    }

    Block &open(Kind kind)
    {
        Block block;
        block.kind = kind;
        block.quoteDepth = m_quotes;
        block.listDepth = static_cast<quint8>(m_items.size());
        if (!m_items.empty() && !m_items.back().hasLeaf) {
            block.marker = m_items.back().marker;
            block.task = m_items.back().task;
            m_items.back().hasLeaf = true;
        }
        m_blocks.push_back(std::move(block));
        m_leafOpen = true;
        return m_blocks.back();
    }

    void endTightText()
    {
        if (std::exchange(m_tightText, false)) {
            m_leafOpen = false;
        }
    }

    void fillItem()
    {
        if (!m_items.empty() && !m_items.back().hasLeaf) {
            open(Kind::Paragraph);
            m_leafOpen = false;
        }
    }

    Item itemOf(const MD_BLOCK_LI_DETAIL &detail)
    {
        Item item;
        List &list = m_lists.back();
        static constexpr char16_t kBullets[] = { u'•', u'◦', u'▪' };
        item.marker = list.delimiter.isNull()
            ? QString(QChar(kBullets[std::min(m_items.size(), std::size(kBullets) - 1)]))
            : QString::number(list.next++) + list.delimiter;
        item.task = !detail.is_task ? Task::None : detail.task_mark == ' ' ? Task::Open : Task::Done;
        return item;
    }

    MD_PARSER m_parser {};
    std::vector<Block> m_blocks;
    std::vector<List> m_lists;
    std::vector<Item> m_items;
    quint8 m_quotes = 0;
    bool m_leafOpen = false;
    bool m_tightText = false; // the open leaf is the text of a tight item
};

// As a paragraph only: the prefix keeps its first line from being another block, the indentation the others.
QString plain(QString source)
{
    source.replace(u'\n', QStringLiteral("\n        "));
    const std::vector<Block> blocks = Reader(MD_FLAG_NOHTML).read(QByteArrayLiteral(". ") + source.toUtf8());
    return blocks.empty() ? QString() : blocks.front().text.sliced(1).trimmed();
}
}

std::vector<Block> blocksByMd4c(const QByteArray &markdown)
{
    return Reader(kFlags).read(markdown);
}

Block comparable(Block block)
{
    block.tight = false;
    block.closed = false;
    if (block.kind == Kind::Paragraph || block.kind == Kind::Heading) {
        block.text = plain(block.text);
    }
    for (QString &cell : block.cells) {
        cell = plain(cell);
    }
    return block;
}
