// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/chatexport.h"

#include <QCoreApplication>
#include <QLocale>

#include "chats/chattree.h"
#include "text/inlinemarkdown.h"
#include "text/markdownscanner.h"
#include "values/format.h"

using Markdown::Kind;

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ChatExport)
};

const QString kStyle = QStringLiteral(
    "body{font:16px/1.55 system-ui,sans-serif;color:#1c1b19;background:#fbfaf8;max-width:45rem;margin:2rem "
    "auto;padding:0 1rem}"
    "h1{font-size:1.4rem}section{margin:1.75rem 0}.user{background:#fbe9df;border-radius:12px;padding:.75rem "
    "1rem;margin-left:16%;white-space:pre-wrap;"
    "overflow-wrap:anywhere}.meta{color:#69645c;font-size:.8rem}pre{background:#f6f4f0;border:1px solid "
    "#e3dfd8;border-radius:10px;padding:.75rem;"
    "overflow-x:auto;font-size:.85rem}code{font-family:ui-monospace,monospace}table{border-collapse:collapse}td,th{"
    "border:1px solid #e3dfd8;"
    "padding:.3rem .6rem}blockquote{border-left:3px solid "
    "#e3dfd8;margin-left:0;padding-left:1rem;color:#69645c}.thinking{color:#69645c}"
    "@media(prefers-color-scheme:dark){body{color:#ece9e4;background:#16171b}.user{background:#3a241a}pre{background:#"
    "1a1c22;border-color:#2d3037}"
    "td,th,blockquote{border-color:#2d3037}.meta,blockquote,.thinking{color:#a49f96}a{color:#ff8b52}}");

QString date(qint64 utcMs)
{
    return utcMs > 0 ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(utcMs), QLocale::LongFormat) : QString();
}

// One line without anything that would begin markup.
QString escapedLine(const QString &text)
{
    QString result;
    for (const QChar c : text.simplified()) {
        if (QStringView(u"\\`*_{}[]()<>#+-.!|~").contains(c)) {
            result += u'\\';
        }
        result += c;
    }
    return result;
}

QString fenceFor(const QString &text)
{
    qsizetype longest = 2, run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return QString(longest + 1, u'`');
}

QString htmlOf(const QList<InlineRun> &runs)
{
    QString html;
    for (const InlineRun &run : runs) {
        QString text = run.text.toHtmlEscaped().replace(QChar::LineSeparator, QStringLiteral("<br>"));
        const auto wrap
            = [&text](const char *tag) { text = QStringLiteral("<%1>%2</%1>").arg(QString::fromLatin1(tag), text); };
        if (run.style & InlineRun::Code) {
            wrap("code");
        }
        if (run.style & InlineRun::Strike) {
            wrap("s");
        }
        if (run.style & InlineRun::Italic) {
            wrap("em");
        }
        if (run.style & InlineRun::Bold) {
            wrap("strong");
        }
        html += run.link.isEmpty() || !isSafeLink(run.link)
            ? text
            : QStringLiteral("<a rel=\"noreferrer nofollow\" href=\"%1\">%2</a>").arg(run.link.toHtmlEscaped(), text);
    }
    return html;
}

QString tableOf(const Markdown::Block &block)
{
    QString html = QStringLiteral("<table>\n");
    const qsizetype columns = block.columns.size();
    for (qsizetype i = 0; columns > 0 && i + columns <= block.cells.size(); i += columns) {
        const QString tag = i == 0 ? QStringLiteral("th") : QStringLiteral("td");
        html += QStringLiteral("<tr>");
        for (qsizetype c = 0; c < columns; ++c) {
            html += QStringLiteral("<%1>").arg(tag) + htmlOf(parseInline(block.cells[i + c]))
                + QStringLiteral("</%1>").arg(tag);
        }
        html += QStringLiteral("</tr>\n");
    }
    return html + QStringLiteral("</table>\n");
}

QString htmlOf(const Markdown::Block &block)
{
    switch (block.kind) {
    case Kind::Code:
    case Kind::Html:
    case Kind::Math:
        return QStringLiteral("<pre><code>") + block.text.toHtmlEscaped() + QStringLiteral("</code></pre>\n");
    case Kind::Rule:
        return QStringLiteral("<hr>\n");
    case Kind::Table:
        return tableOf(block);
    case Kind::Heading: {
        const int level = std::clamp<int>(block.headingLevel + 1, 2, 6); // the page's own is the first
        return QStringLiteral("<h%1>").arg(level) + htmlOf(parseInline(block.text))
            + QStringLiteral("</h%1>\n").arg(level);
    }
    case Kind::Thinking:
        return QStringLiteral("<p class=\"thinking\">") + Tr::tr("Thoughts").toHtmlEscaped() + QStringLiteral("</p>\n");
    case Kind::Paragraph:
        break;
    }
    const QString task = block.task == Markdown::Task::Done ? QStringLiteral("☑ ")
        : block.task == Markdown::Task::Open                ? QStringLiteral("☐ ")
                                                            : QString();
    const QString marker = block.marker.isEmpty() ? QString() : block.marker.toHtmlEscaped() + QStringLiteral("&nbsp;");
    return QStringLiteral("<p>") + (task.isEmpty() ? marker : task) + htmlOf(parseInline(block.text))
        + QStringLiteral("</p>\n");
}

// Lists and quotes are flat here, as in the window: depth becomes an indent.
QString placed(const Markdown::Block &block)
{
    QString html = htmlOf(block);
    if (block.listDepth > 0) {
        html = QStringLiteral("<div style=\"margin-left:%1rem\">").arg(1.5 * block.listDepth) + html
            + QStringLiteral("</div>\n");
    }
    for (int depth = 0; depth < block.quoteDepth; ++depth) {
        html = QStringLiteral("<blockquote>") + html + QStringLiteral("</blockquote>\n");
    }
    return block.thinking && block.kind != Kind::Thinking
        ? QStringLiteral("<div class=\"thinking\">") + html + QStringLiteral("</div>\n")
        : html;
}

QString answerHtml(const MessageRecord &message)
{
    MarkdownScanner scanner;
    scanner.append(message.text);
    scanner.finish();
    QString html;
    for (const Markdown::Block &block : scanner.blocks()) {
        html += placed(block);
    }
    if (!message.error.isEmpty()) {
        html += QStringLiteral("<p class=\"meta\">") + message.error.toHtmlEscaped() + QStringLiteral("</p>\n");
    }
    if (message.figures.generatedTokens > 0) {
        html += QStringLiteral("<p class=\"meta\">")
            + QStringLiteral("%1 · %2").arg(message.model, Format::answerFooter(message.figures)).toHtmlEscaped()
            + QStringLiteral("</p>\n");
    }
    return html;
}
}

QString ChatExport::toMarkdown(const ChatContents &contents)
{
    const ChatTree tree(contents);
    QString text = QStringLiteral("# %1\n\n").arg(escapedLine(contents.chat.summary.title));
    if (const QString created = date(contents.chat.createdMs); !created.isEmpty()) {
        text += QStringLiteral("%1\n\n").arg(created);
    }
    if (!contents.chat.options.systemPrompt.isEmpty()) {
        text += QStringLiteral("## %1\n\n%2\n\n").arg(Tr::tr("Instructions"), contents.chat.options.systemPrompt);
    }
    for (const MessageId id : tree.path()) {
        const MessageRecord &message = tree.at(id);
        const bool isUser = message.role == MessageRole::User;
        text += QStringLiteral("## %1\n\n")
                    .arg(isUser                       ? Tr::tr("You")
                            : message.model.isEmpty() ? Tr::tr("Assistant")
                                                      : escapedLine(message.model));
        for (const Attachment &attachment : message.attachments) {
            const QString fence = fenceFor(attachment.text);
            text += QStringLiteral("%1:\n\n").arg(escapedLine(attachment.name)) + fence + u'\n' + attachment.text
                + u'\n' + fence + QStringLiteral("\n\n");
        }
        text += message.text + (message.text.endsWith(u'\n') ? QStringLiteral("\n") : QStringLiteral("\n\n"));
    }
    return text;
}

QString ChatExport::toHtml(const ChatContents &contents)
{
    const ChatTree tree(contents);
    const QString title = contents.chat.summary.title.toHtmlEscaped();
    QString html = QStringLiteral(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    html += title + QStringLiteral("</title>\n<style>") + kStyle + QStringLiteral("</style></head>\n<body>\n<h1>")
        + title + QStringLiteral("</h1>\n");
    if (const QString created = date(contents.chat.createdMs); !created.isEmpty()) {
        html += QStringLiteral("<p class=\"meta\">") + created.toHtmlEscaped() + QStringLiteral("</p>\n");
    }
    if (!contents.chat.options.systemPrompt.isEmpty()) {
        html += QStringLiteral("<section><p class=\"meta\">") + Tr::tr("Instructions").toHtmlEscaped()
            + QStringLiteral("</p>\n<pre>") + contents.chat.options.systemPrompt.toHtmlEscaped()
            + QStringLiteral("</pre></section>\n");
    }
    for (const MessageId id : tree.path()) {
        const MessageRecord &message = tree.at(id);
        html += QStringLiteral("<section dir=\"auto\">");
        for (const Attachment &attachment : message.attachments) {
            html += QStringLiteral("<p class=\"meta\">") + attachment.name.toHtmlEscaped()
                + QStringLiteral("</p>\n<pre>") + attachment.text.toHtmlEscaped() + QStringLiteral("</pre>\n");
        }
        html += message.role == MessageRole::User
            ? QStringLiteral("<div class=\"user\">") + message.text.toHtmlEscaped() + QStringLiteral("</div>")
            : answerHtml(message);
        html += QStringLiteral("</section>\n");
    }
    return html + QStringLiteral("</body></html>\n");
}
