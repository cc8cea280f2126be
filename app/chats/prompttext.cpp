// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chats/prompttext.h"

#include <algorithm>

namespace
{
QString fenced(const Attachment &attachment)
{
    qsizetype longest = 2, run = 0;
    for (const QChar c : attachment.text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    return QStringLiteral("%1:\n%2\n%3\n%2\n\n").arg(attachment.name, fence, attachment.text);
}
}

QString promptText(const QList<Attachment> &attachments, const QString &typed)
{
    QString text;
    for (const Attachment &attachment : attachments) {
        text += fenced(attachment);
    }
    return text + typed;
}
