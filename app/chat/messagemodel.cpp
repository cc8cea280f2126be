// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chat/messagemodel.h"

#include "chat/blockmodel.h"

struct MessageModel::Message {
    Author author = User;
    State state = Finished;
    QString source; // exactly as typed or generated
    QString footer;
    QString errorText;
    std::unique_ptr<BlockModel> blocks; // of the assistant
};

MessageModel::MessageModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

MessageModel::~MessageModel() = default;

int MessageModel::count() const
{
    return static_cast<int>(m_messages.size());
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Message &message = *m_messages[static_cast<std::size_t>(index.row())];
    switch (role) {
    case AuthorRole:
        return message.author;
    case SourceTextRole:
        return message.author == User ? message.source : QString();
    case BlocksRole:
        return QVariant::fromValue(message.blocks.get());
    case MessageStateRole:
        return message.state;
    case FooterRole:
        return message.footer;
    case ErrorTextRole:
        return message.errorText;
    case LastRole:
        return index.row() == count() - 1;
    default:
        return {};
    }
}

QHash<int, QByteArray> MessageModel::roleNames() const
{
    return {
        {AuthorRole, "author"}, {SourceTextRole, "sourceText"}, {BlocksRole, "blocks"}, {MessageStateRole, "messageState"},
        {FooterRole, "footer"}, {ErrorTextRole, "errorText"},   {LastRole, "last"},
    };
}

QString MessageModel::copyText(int row) const
{
    return row >= 0 && row < count() ? m_messages[static_cast<std::size_t>(row)]->source : QString();
}

void MessageModel::appendUser(const QString &text)
{
    auto message = std::make_unique<Message>();
    message->source = text;
    append(std::move(message));
}

void MessageModel::appendAssistant()
{
    auto message = std::make_unique<Message>();
    message->author = Assistant;
    message->state = Waiting;
    message->blocks = std::make_unique<BlockModel>(this); // a parent keeps QML from owning it
    append(std::move(message));
}

void MessageModel::append(std::unique_ptr<Message> message)
{
    beginInsertRows({}, count(), count());
    m_messages.push_back(std::move(message));
    endInsertRows();
    Q_EMIT countChanged();
    if (count() > 1) {
        changed(count() - 2, {LastRole});
    }
}

MessageModel::Message *MessageModel::openAnswer()
{
    Message *last = m_messages.empty() ? nullptr : m_messages.back().get();
    return last && last->author == Assistant && (last->state == Waiting || last->state == Streaming) ? last : nullptr;
}

void MessageModel::appendToAnswer(QStringView text)
{
    Message *answer = openAnswer();
    if (!answer || text.isEmpty()) {
        return;
    }
    answer->source += text;
    if (answer->state == Waiting) {
        answer->state = Streaming;
        changed(count() - 1, {MessageStateRole});
    }
    answer->blocks->append(text);
}

void MessageModel::finishAnswer(State state, const QString &footer, const QString &errorText)
{
    if (Message *answer = openAnswer()) {
        answer->blocks->finish();
        answer->state = state;
        answer->footer = footer;
        answer->errorText = errorText;
        changed(count() - 1, {MessageStateRole, FooterRole, ErrorTextRole});
    }
}

void MessageModel::removeLast()
{
    if (m_messages.empty()) {
        return;
    }
    beginRemoveRows({}, count() - 1, count() - 1);
    const std::unique_ptr<Message> removed = std::move(m_messages.back());
    m_messages.pop_back();
    endRemoveRows(); // delegates let go of the blocks here, before they are destroyed
    Q_EMIT countChanged();
    if (!m_messages.empty()) {
        changed(count() - 1, {LastRole});
    }
}

void MessageModel::clear()
{
    if (m_messages.empty()) {
        return;
    }
    beginResetModel();
    const auto removed = std::exchange(m_messages, {});
    endResetModel();
    Q_EMIT countChanged();
}

QList<ChatTurn> MessageModel::turns() const
{
    QList<ChatTurn> turns;
    for (const auto &message : m_messages) {
        if (!message->source.isEmpty()) {
            turns.append({message->author == User ? ChatTurn::Role::User : ChatTurn::Role::Assistant, message->source});
        }
    }
    return turns;
}

void MessageModel::changed(int row, const QList<int> &roles)
{
    Q_EMIT dataChanged(index(row), index(row), roles);
}
