// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/chatfilesmodel.h"

#include <algorithm>

#include "text/filenames.h"
#include "text/languages.h"
#include "text/markdownscanner.h"

namespace
{
constexpr qsizetype kMaxHint = 500; // characters before a block that may name its file

int lineCount(const QString &text)
{
    return static_cast<int>(text.count(u'\n')) + 1;
}

QStringView endingOf(const QString &name)
{
    return QStringView(name).sliced(name.lastIndexOf(u'.') + 1);
}
}

ChatFilesModel::ChatFilesModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

MessageModel *ChatFilesModel::messages() const
{
    return m_messages;
}

void ChatFilesModel::setMessages(MessageModel *messages)
{
    if (messages != m_messages) {
        m_messages = messages;
        Q_EMIT messagesChanged();
    }
}

bool ChatFilesModel::everything() const
{
    return m_everything;
}

void ChatFilesModel::setEverything(bool everything)
{
    if (everything != m_everything) {
        m_everything = everything;
        Q_EMIT messagesChanged();
    }
}

int ChatFilesModel::count() const
{
    return static_cast<int>(m_files.size());
}

int ChatFilesModel::ticked() const
{
    return static_cast<int>(std::ranges::count_if(m_files, &File::ticked));
}

void ChatFilesModel::refresh()
{
    beginResetModel();
    m_files.clear();
    int answer = 0;
    for (int row = 0; m_messages && row < m_messages->count(); ++row) {
        const ChatTree &tree = m_messages->tree();
        const MessageRecord &message = tree.at(m_messages->messageAt(row));
        if (message.role == MessageRole::User) {
            for (const Attachment &attachment : m_everything ? message.attachments : QList<Attachment>()) {
                addFile(
                    FileNames::safe(attachment.name), attachment.text, tr("attached", "where a file comes from"), {});
            }
            continue;
        }
        ++answer;
        const QList<MessageId> &versions = tree.versions(message.id);
        for (qsizetype i = 0; i < versions.size(); ++i) {
            if (versions[i] == message.id) {
                addAnswer(message.text, tr("answer %1", "where code comes from").arg(answer));
            } else if (m_everything) {
                addAnswer(tree.at(versions[i]).text,
                    tr("answer %1, version %2", "where code comes from").arg(answer).arg(i + 1));
            }
        }
    }
    QStringList names;
    for (const File &file : std::as_const(m_files)) {
        names << file.name;
    }
    names = FileNames::distinct(names);
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_files[i].name = names[i];
    }
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT tickedChanged();
}

void ChatFilesModel::addAnswer(const QString &source, const QString &origin)
{
    MarkdownScanner scanner;
    scanner.append(source);
    scanner.finish();
    const std::vector<Markdown::Block> &blocks = scanner.blocks();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Markdown::Block &block = blocks[i];
        if (block.kind != Markdown::Kind::Code || block.thinking || block.text.isEmpty()) {
            continue;
        }
        const QString before
            = i > 0 && blocks[i - 1].kind != Markdown::Kind::Code ? blocks[i - 1].text.right(kMaxHint) : QString();
        addFile(FileNames::guess({ .info = block.info, .code = block.text, .before = before }), block.text, origin,
            Languages::displayName(block.info));
    }
}

void ChatFilesModel::addFile(const QString &name, const QString &text, const QString &origin, const QString &language)
{
    if (m_files.size() < kMaxFiles) {
        const bool named = !name.startsWith(QLatin1StringView("snippet."));
        m_files.append({ name, name, text, origin, language, named || lineCount(text) >= kShort });
    }
}

QString ChatFilesModel::details(const File &file)
{
    const QString lines = tr("%n line(s)", "size of a file", lineCount(file.text));
    return file.language.isEmpty()
        ? tr("%1, %2", "where code comes from, lines").arg(file.origin, lines)
        : tr("%1, %2, %3", "language, where code comes from, lines").arg(file.language, file.origin, lines);
}

QString ChatFilesModel::name(int row) const
{
    return row >= 0 && row < count() ? m_files[row].name : QString();
}

QString ChatFilesModel::title(int row) const
{
    return row >= 0 && row < count()
        ? tr("%1, %2", "a file and where it comes from").arg(m_files[row].given, m_files[row].origin)
        : QString();
}

QString ChatFilesModel::text(int row) const
{
    return row >= 0 && row < count() ? m_files[row].text : QString();
}

void ChatFilesModel::toggle(int row)
{
    if (row >= 0 && row < count()) {
        m_files[row].ticked = !m_files[row].ticked;
        Q_EMIT dataChanged(index(row), index(row), { TickedRole });
        Q_EMIT tickedChanged();
    }
}

QStringList ChatFilesModel::tickedNames() const
{
    QStringList names;
    for (const File &file : m_files) {
        names << (file.ticked ? QStringList(file.name) : QStringList());
    }
    return names;
}

QStringList ChatFilesModel::tickedTexts() const
{
    QStringList texts;
    for (const File &file : m_files) {
        texts << (file.ticked ? QStringList(file.text) : QStringList());
    }
    return texts;
}

int ChatFilesModel::rowOf(const QString &text) const
{
    for (int row = count() - 1; row >= 0; --row) {
        if (m_files[row].text == text) {
            return row;
        }
    }
    return -1;
}

int ChatFilesModel::counterpartOf(const QString &name, const QString &text) const
{
    int best = -1, bestScore = -1;
    for (int row = count() - 1; row >= 0; --row) { // the newest of equals
        const File &file = m_files[row];
        if (file.text == text) {
            continue; // itself, or the same again
        }
        const int score = file.given == name ? 2 : endingOf(file.given) == endingOf(name) ? 1 : 0;
        if (score > bestScore) {
            bestScore = score;
            best = row;
        }
    }
    return best;
}

int ChatFilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ChatFilesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const File &file = m_files[index.row()];
    switch (role) {
    case NameRole:
    case Qt::DisplayRole:
        return file.name;
    case TitleRole:
        return title(index.row());
    case DetailsRole:
        return details(file);
    case LanguageRole:
        return file.language;
    case TickedRole:
        return file.ticked;
    default:
        return {};
    }
}

QHash<int, QByteArray> ChatFilesModel::roleNames() const
{
    return { { NameRole, "name" }, { TitleRole, "title" }, { DetailsRole, "details" }, { LanguageRole, "language" },
        { TickedRole, "ticked" } };
}
