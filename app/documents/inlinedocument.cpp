// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "documents/inlinedocument.h"

#include <algorithm>

#include <QDesktopServices>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QUrl>

#include "text/linktarget.h"
#include "text/visiblecontrols.h"

InlineDocument::InlineDocument(QObject *parent)
    : QObject(parent)
{
}

void InlineDocument::classBegin()
{
    m_complete = false;
}

void InlineDocument::componentComplete()
{
    m_complete = true;
    rebuild(true);
    Q_EMIT sourceChanged(); // plainText is known now
}

QQuickTextDocument *InlineDocument::textDocument() const
{
    return m_document;
}

void InlineDocument::setTextDocument(QQuickTextDocument *document)
{
    if (document == m_document) {
        return;
    }
    m_document = document;
    if (QTextDocument *text = document ? document->textDocument() : nullptr) {
        text->setUndoRedoEnabled(false);
    }
    rebuild(true);
    Q_EMIT textDocumentChanged();
}

QString InlineDocument::source() const
{
    return m_source;
}

void InlineDocument::setSource(const QString &source)
{
    if (source != m_source) {
        m_source = source;
        rebuild(false);
        Q_EMIT sourceChanged();
    }
}

bool InlineDocument::plain() const
{
    return m_plain;
}

void InlineDocument::setPlain(bool plain)
{
    if (plain != m_plain) {
        m_plain = plain;
        rebuild(false);
        Q_EMIT sourceChanged();
    }
}

QFont InlineDocument::codeFont() const
{
    return m_codeFont;
}

void InlineDocument::setCodeFont(const QFont &font)
{
    if (font != m_codeFont) {
        m_codeFont = font;
        rebuild(true);
        Q_EMIT styleChanged();
    }
}

QColor InlineDocument::codeColor() const
{
    return m_codeColor;
}

void InlineDocument::setCodeColor(const QColor &color)
{
    if (color != m_codeColor) {
        m_codeColor = color;
        rebuild(true);
        Q_EMIT styleChanged();
    }
}

QColor InlineDocument::codeBackground() const
{
    return m_codeBackground;
}

void InlineDocument::setCodeBackground(const QColor &color)
{
    if (color != m_codeBackground) {
        m_codeBackground = color;
        rebuild(true);
        Q_EMIT styleChanged();
    }
}

QColor InlineDocument::linkColor() const
{
    return m_linkColor;
}

void InlineDocument::setLinkColor(const QColor &color)
{
    if (color != m_linkColor) {
        m_linkColor = color;
        rebuild(true);
        Q_EMIT styleChanged();
    }
}

qreal InlineDocument::lineHeight() const
{
    return m_lineHeight;
}

void InlineDocument::setLineHeight(qreal factor)
{
    if (factor != m_lineHeight) {
        m_lineHeight = factor;
        rebuild(true);
        Q_EMIT styleChanged();
    }
}

QString InlineDocument::plainText() const
{
    QString text;
    for (const InlineRun &run : m_runs) {
        text += run.text;
    }
    return text.replace(QChar(QChar::LineSeparator), QLatin1Char('\n'));
}

QTextCharFormat InlineDocument::formatOf(const InlineRun &run) const
{
    QTextCharFormat format;
    if (run.style & InlineRun::Code) {
        // The properties one by one: setFont() would also fix weight and slant, which the other styles add.
        format.setFontFamilies(m_codeFont.families());
        format.setFontFixedPitch(true);
        if (m_codeFont.pixelSize() > 0) {
            format.setProperty(QTextFormat::FontPixelSize, m_codeFont.pixelSize());
        } else {
            format.setFontPointSize(m_codeFont.pointSizeF());
        }
        if (m_codeColor.isValid()) {
            format.setForeground(m_codeColor);
        }
        if (m_codeBackground.isValid()) {
            format.setBackground(m_codeBackground);
        }
    }
    if (run.style & InlineRun::Bold) {
        format.setFontWeight(QFont::DemiBold);
    }
    if (run.style & InlineRun::Italic) {
        format.setFontItalic(true);
    }
    if (run.style & InlineRun::Strike) {
        format.setFontStrikeOut(true);
    }
    if (!run.link.isEmpty()) {
        format.setAnchor(true);
        format.setAnchorHref(run.link);
        format.setFontUnderline(true);
        if (m_linkColor.isValid()) {
            format.setForeground(m_linkColor);
        }
    }
    return format;
}

void InlineDocument::rebuild(bool fromScratch)
{
    if (!m_complete) {
        return;
    }
    QTextDocument *document = m_document ? m_document->textDocument() : nullptr;
    QList<InlineRun> runs;
    if (m_plain) {
        // One paragraph with breaks, as parseInline() gives it.
        runs.append(
            { QString(m_source).replace(QLatin1Char('\n'), QChar(QChar::LineSeparator)), InlineRun::Plain, {} });
    } else {
        runs = parseInline(m_source);
    }
    for (InlineRun &run : runs) {
        run.text = withoutBidiControls(run.text);
    }
    if (!document) {
        m_runs = std::move(runs);
        findLinks();
        return;
    }
    // What stays: whole runs, then the common beginning of the first run that differs if its format is the same.
    qsizetype same = 0;
    qsizetype kept = 0; // characters
    if (!fromScratch) {
        while (same < runs.size() && same < m_runs.size() && runs[same] == m_runs[same]) {
            kept += runs[same].text.size();
            ++same;
        }
    }
    qsizetype within = 0; // characters of runs[same] that stay
    if (!fromScratch && same < runs.size() && same < m_runs.size() && runs[same].style == m_runs[same].style
        && runs[same].link == m_runs[same].link) {
        const QString &before = m_runs[same].text, &now = runs[same].text;
        within = std::ranges::mismatch(before, now).in1 - before.begin();
    }

    QTextCursor cursor(document);
    cursor.beginEditBlock();
    cursor.setPosition(static_cast<int>(std::min<qsizetype>(kept + within, document->characterCount() - 1)));
    cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    if (fromScratch) {
        QTextBlockFormat block;
        block.setLineHeight(100 * m_lineHeight, QTextBlockFormat::ProportionalHeight);
        cursor.setBlockFormat(block);
    }
    for (qsizetype i = same; i < runs.size(); ++i) {
        cursor.insertText(i == same ? runs[i].text.sliced(within) : runs[i].text, formatOf(runs[i]));
    }
    cursor.endEditBlock();
    m_runs = std::move(runs);
    findLinks();
}

void InlineDocument::findLinks()
{
    m_links.clear();
    qsizetype begin = 0;
    for (const InlineRun &run : m_runs) {
        const qsizetype end = begin + run.text.size();
        if (!run.link.isEmpty()) {
            if (!m_links.isEmpty() && m_links.last().end == begin && m_links.last().address == run.link) {
                m_links.last().end = static_cast<int>(end); // the same link in two styles
                m_links.last().text += run.text;
            } else {
                m_links.append({ static_cast<int>(begin), static_cast<int>(end), run.link, run.text });
            }
        }
        begin = end;
    }
}

int InlineDocument::linkCount() const
{
    return static_cast<int>(m_links.size());
}

int InlineDocument::linkAt(int position) const
{
    const auto found = std::ranges::find_if(
        m_links, [position](const Link &one) { return position >= one.begin && position < one.end; });
    return found == m_links.end() ? -1 : static_cast<int>(found - m_links.begin());
}

const InlineDocument::Link &InlineDocument::link(int number) const
{
    static const Link none;
    return number >= 0 && number < m_links.size() ? m_links[number] : none;
}

QString InlineDocument::linkAddress(int number) const
{
    return link(number).address;
}

QString InlineDocument::linkText(int number) const
{
    return link(number).text;
}

QString InlineDocument::linkHost(int number) const
{
    return LinkTarget::host(link(number).address);
}

int InlineDocument::linkBegin(int number) const
{
    return link(number).begin;
}

int InlineDocument::linkEnd(int number) const
{
    return link(number).end;
}

bool InlineDocument::linkSurprises(int number) const
{
    return LinkTarget::surprises(link(number).address, link(number).text);
}

bool InlineDocument::openLink(const QString &address) const
{
    return isSafeLink(address) && QDesktopServices::openUrl(QUrl(address, QUrl::StrictMode));
}
