// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/messagemodel.h"

#include <algorithm>

#include "chats/prompttext.h"
#include "documents/blockmodel.h"
#include "text/thinkingsplitter.h"
#include "text/visiblecontrols.h"
#include "values/format.h"

namespace
{
// As the model reads it in a request.
QString requestText(const MessageRecord &message)
{
    if (message.role == MessageRole::User) {
        return promptText(message.attachments, message.text);
    }
    return message.state == MessageState::Partial ? message.text
                                                  : withoutThoughts(message.text); // one that continues is thinking yet
}

QString endOf(MessageState::State state)
{
    switch (state) {
    case MessageState::Complete:
        return MessageModel::tr("the model was done", "why an answer ended");
    case MessageState::Stopped:
        return MessageModel::tr("you stopped it", "why an answer ended");
    case MessageState::LengthReached:
        return MessageModel::tr("the context is full", "why an answer ended");
    case MessageState::LimitReached:
        return MessageModel::tr("this chat's limit of tokens", "why an answer ended");
    case MessageState::Failed:
    case MessageState::TooLong:
        return MessageModel::tr("an error", "why an answer ended");
    case MessageState::Interrupted:
        return MessageModel::tr("the program ended", "why an answer ended");
    case MessageState::Edited:
    case MessageState::Partial:
        break;
    }
    return {};
}
}

MessageModel::MessageModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

MessageModel::~MessageModel() = default;

int MessageModel::count() const
{
    return static_cast<int>(m_rows.size());
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

BlockModel *MessageModel::blocksOf(const MessageRecord &message) const
{
    if (message.role == MessageRole::User) {
        return nullptr;
    }
    BlockModel *&blocks = m_blocks[message.id];
    if (!blocks) {
        blocks = new BlockModel(const_cast<MessageModel *>(this)); // a parent keeps QML from owning it
        blocks->append(message.text);
        if (message.state != MessageState::Partial) {
            blocks->finish();
            blocks->setThinkingSeconds(message.thinkingSeconds);
        }
    }
    return blocks;
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const MessageRecord &message = m_tree.at(m_rows[index.row()]);
    const bool running = message.state == MessageState::Partial;
    switch (role) {
    case AuthorRole:
        return message.role == MessageRole::User ? User : Assistant;
    case SourceTextRole:
        return message.role == MessageRole::User ? message.text : QString();
    case BlocksRole:
        return QVariant::fromValue(blocksOf(message));
    case MessageStateRole:
        return message.state;
    case WaitingRole:
        return running && message.text.isEmpty();
    case FooterRole:
        return !running && message.figures.generatedTokens > 0 ? Format::answerFooter(message.figures) : QString();
    case ErrorTextRole:
        return message.error;
    case LastRole:
        return index.row() == count() - 1;
    case ContinuableRole:
        return continuable(index.row());
    case MessageIdRole:
        return static_cast<double>(message.id); // exact below 2^53
    case VersionRole:
        return static_cast<int>(m_tree.versions(message.id).indexOf(message.id)) + 1;
    case VersionCountRole:
        return static_cast<int>(m_tree.versions(message.id).size());
    case DetailsRole:
        return running || message.model.isEmpty()
            ? QString()
            : Format::answerDetails(message.figures, message.model, message.seed, endOf(message.state));
    case AttachmentsRole: {
        QStringList names;
        for (const Attachment &attachment : message.attachments) {
            names << attachment.name;
        }
        return names;
    }
    case HidesTextRole:
        return message.role == MessageRole::User
            && (hasHiddenText(message.text) || std::ranges::any_of(message.attachments, [](const Attachment &file) {
                   return hasHiddenText(file.text);
               }));
    default:
        return {};
    }
}

QHash<int, QByteArray> MessageModel::roleNames() const
{
    return {
        { AuthorRole, "author" },
        { SourceTextRole, "sourceText" },
        { BlocksRole, "blocks" },
        { MessageStateRole, "messageState" },
        { WaitingRole, "waiting" },
        { FooterRole, "footer" },
        { ErrorTextRole, "errorText" },
        { LastRole, "last" },
        { ContinuableRole, "continuable" },
        { MessageIdRole, "messageId" },
        { VersionRole, "version" },
        { VersionCountRole, "versionCount" },
        { DetailsRole, "details" },
        { AttachmentsRole, "attachments" },
        { HidesTextRole, "hidesText" },
    };
}

QString MessageModel::copyText(int row) const
{
    return row >= 0 && row < count() ? m_tree.at(m_rows[row]).text : QString();
}

int MessageModel::rowOf(double message) const
{
    return static_cast<int>(m_rows.indexOf(static_cast<MessageId>(message)));
}

MessageId MessageModel::messageAt(int row) const
{
    return row >= 0 && row < count() ? m_rows[row] : 0;
}

void MessageModel::load(const ChatContents &contents)
{
    beginResetModel();
    const auto blocks = std::exchange(m_blocks, {});
    m_tree = ChatTree(contents);
    m_rows = m_tree.path();
    m_hiddenUpTo = contents.chat.hiddenUpTo;
    endResetModel(); // delegates let go of the blocks here, before they are destroyed
    qDeleteAll(blocks);
    Q_EMIT countChanged();
    Q_EMIT viewStartChanged();
}

void MessageModel::clear()
{
    if (m_tree.size() > 0) {
        load({});
    }
}

void MessageModel::add(const MessageRecord &message)
{
    const QList<MessageId> before = m_rows;
    m_tree.add(message);
    if (message.state == MessageState::Partial) {
        (void)blocksOf(message); // they measure how long it thinks, also while no view shows it
    }
    showPath(before);
    versionsChanged(message.id);
}

void MessageModel::choose(MessageId message)
{
    const QList<MessageId> before = m_rows;
    m_tree.choose(message);
    showPath(before);
}

// Tells the views what differs between the path they know and the one there is now.
void MessageModel::showPath(const QList<MessageId> &before)
{
    const QList<MessageId> &now = m_tree.path();
    const auto [old, fresh] = std::ranges::mismatch(before, now);
    const auto kept = static_cast<int>(old - before.begin());
    const int removed = static_cast<int>(before.size()) - kept, added = static_cast<int>(now.size()) - kept;
    if (removed > 0) {
        beginRemoveRows({}, kept, kept + removed - 1);
        m_rows.resize(kept);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, kept, kept + added - 1);
        m_rows = now;
        endInsertRows();
    }
    if (removed > 0 || added > 0) {
        Q_EMIT countChanged();
        if (kept > 0) {
            changed(kept - 1, { LastRole, ContinuableRole });
        }
        if (removed > 0 && m_hiddenUpTo != 0) {
            Q_EMIT viewStartChanged();
        }
    }
}

void MessageModel::versionsChanged(MessageId message)
{
    if (const auto row = static_cast<int>(m_rows.indexOf(message)); row >= 0 && m_tree.versions(message).size() > 1) {
        changed(row, { VersionRole, VersionCountRole });
    }
}

void MessageModel::appendToAnswer(MessageId answer, QStringView text)
{
    if (text.isEmpty() || !m_tree.contains(answer) || m_tree.at(answer).state != MessageState::Partial) {
        return;
    }
    MessageRecord &message = m_tree.at(answer);
    const bool first = message.text.isEmpty();
    message.text += text;
    if (BlockModel *blocks = m_blocks.value(answer)) { // else they are made of the whole text when they are asked for
        blocks->append(text);
    }
    if (const int row = first ? static_cast<int>(m_rows.lastIndexOf(answer)) : -1; row >= 0) {
        changed(row, { WaitingRole });
    }
}

void MessageModel::reopen(MessageId answer)
{
    MessageRecord &message = m_tree.at(answer);
    message.state = MessageState::Partial;
    message.error.clear();
    // A finished list of blocks cannot be continued: an unfinished word or an open fence may mean something else now.
    BlockModel *const old = m_blocks.take(answer);
    if (const auto row = static_cast<int>(m_rows.lastIndexOf(answer)); row >= 0) {
        changed(row,
            { MessageStateRole, WaitingRole, BlocksRole, FooterRole, ErrorTextRole, DetailsRole, ContinuableRole });
    }
    delete old;
}

void MessageModel::finishAnswer(const MessageRecord &answer)
{
    if (!m_tree.contains(answer.id)) {
        return;
    }
    MessageRecord &message = m_tree.at(answer.id);
    message.state = answer.state;
    message.error = answer.error;
    message.figures = answer.figures;
    message.model = answer.model;
    message.seed = answer.seed;
    if (BlockModel *blocks = m_blocks.value(answer.id)) {
        blocks->finish();
        message.thinkingSeconds = blocks->thinkingSeconds();
    }
    if (const auto row = static_cast<int>(m_rows.lastIndexOf(answer.id)); row >= 0) {
        changed(row, { MessageStateRole, WaitingRole, FooterRole, ErrorTextRole, DetailsRole, ContinuableRole });
    }
}

bool MessageModel::continuable(int row) const
{
    if (row < 0 || row != count() - 1) {
        return false;
    }
    const MessageRecord &message = m_tree.at(m_rows[row]);
    return message.role == MessageRole::Assistant && message.state != MessageState::Complete
        && message.state != MessageState::Partial && !message.text.isEmpty();
}

QString MessageModel::promptOf(int row) const
{
    const MessageId id = messageAt(row);
    return id != 0 ? requestText(m_tree.at(id)) : QString();
}

qsizetype MessageModel::hiddenOf(const QList<MessageId> &path) const
{
    if (m_hiddenUpTo == 0) {
        return 0;
    }
    const QList<MessageId> hidden = m_tree.pathTo(m_hiddenUpTo);
    return std::ranges::mismatch(hidden, path).in1 - hidden.begin();
}

int MessageModel::viewStart() const
{
    return static_cast<int>(hiddenOf(m_rows));
}

void MessageModel::setViewStart(int row)
{
    const int before = viewStart();
    m_hiddenUpTo = messageAt(row - 1);
    if (viewStart() != before) {
        Q_EMIT viewStartChanged();
    }
}

QList<ChatTurn> MessageModel::turnsTo(MessageId message) const
{
    QList<ChatTurn> turns;
    const QList<MessageId> path = m_tree.pathTo(message);
    qsizetype first = hiddenOf(path);
    if (path.size() > 1 && m_tree.at(message).state == MessageState::Partial) {
        first = std::min(first, path.size() - 2);
    }
    for (const MessageId id : path.sliced(first)) {
        const MessageRecord &record = m_tree.at(id);
        if (const QString text = requestText(record); !text.isEmpty()) {
            turns.append({ record.role == MessageRole::User ? ChatTurn::Role::User : ChatTurn::Role::Assistant, text });
        }
    }
    return turns;
}

void MessageModel::changed(int row, const QList<int> &roles)
{
    Q_EMIT dataChanged(index(row), index(row), roles);
}
