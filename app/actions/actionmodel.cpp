// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "actions/actionmodel.h"

#include <algorithm>
#include <iterator>

#include <QKeySequence>

#include "settings/settings.h"

namespace
{
using A = ActionModel;

enum Kind {
    Command, // by key and in the palette
    Always, // the same, and its keys work while a dialog is open
    KeyOnly, // by key, but choosing it from a list would be of no use
    Field, // keys of the message field, shown but not made into shortcuts
};

struct Row {
    A::Action action;
    Kind kind;
    const char *group;
    const char *title;
    const char *keys; // portable, the first is the one shown; separated by spaces
};

constexpr auto kChat = QT_TRANSLATE_NOOP("ActionModel", "Chat");
constexpr auto kModels = QT_TRANSLATE_NOOP("ActionModel", "Models");
constexpr auto kView = QT_TRANSLATE_NOOP("ActionModel", "View");
constexpr auto kApp = QT_TRANSLATE_NOOP("ActionModel", "Vibrant");
constexpr auto kMessage = QT_TRANSLATE_NOOP("ActionModel", "Message field");

constexpr Row kRows[] = {
    { A::NewChat, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "New chat"), "Ctrl+N" },
    { A::NewTemporaryChat, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "New temporary chat"), "Ctrl+Shift+N" },
    { A::NextChat, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Next chat"), "Ctrl+PgDown" },
    { A::PreviousChat, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Previous chat"), "Ctrl+PgUp" },
    { A::FindInChat, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Find in this chat"), "Ctrl+F" },
    { A::SearchChats, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Search all chats"), "Ctrl+Shift+F" },
    { A::RenameChat, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Rename this chat"), "" },
    { A::PinChat, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Pin this chat, or unpin it"), "" },
    { A::DuplicateChat, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Duplicate this chat"), "" },
    { A::DeleteChat, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Move this chat to the trash"),
        "Ctrl+Shift+Del" },
    { A::ShowChatSettings, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "How this chat is answered"),
        "Ctrl+Shift+," },
    { A::ExportMarkdown, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Export this chat as Markdown"), "" },
    { A::ExportHtml, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Export this chat as a web page"), "" },
    { A::ExportJson, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Export this chat as JSON"), "" },
    { A::ImportChats, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Import chats"), "" },
    { A::ExportChats, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Export all chats"), "" },
    { A::StopAnswer, KeyOnly, kChat, QT_TRANSLATE_NOOP("ActionModel", "Stop the answer, close what is open"), "Esc" },
    { A::Regenerate, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Answer again"), "Ctrl+R" },
    { A::FocusComposer, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Go to the message field"), "Ctrl+L" },
    { A::JumpToEnd, Command, kChat, QT_TRANSLATE_NOOP("ActionModel", "Jump to the newest text"), "Ctrl+End" },
    { A::OpenModel, Command, kModels, QT_TRANSLATE_NOOP("ActionModel", "Open a model"), "Ctrl+O" },
    { A::ShowLibrary, Command, kModels, QT_TRANSLATE_NOOP("ActionModel", "Models on this computer"), "Ctrl+M" },
    { A::ChooseModel, Command, kModels, QT_TRANSLATE_NOOP("ActionModel", "Switch to another model"), "Ctrl+Shift+M" },
    { A::UnloadModel, Command, kModels, QT_TRANSLATE_NOOP("ActionModel", "Unload the model"), "" },
    { A::TogglePanel, Always, kView, QT_TRANSLATE_NOOP("ActionModel", "Show or hide the figures"), "F9" },
    { A::ZoomIn, Always, kView, QT_TRANSLATE_NOOP("ActionModel", "Larger text"), "Ctrl++ Ctrl+=" },
    { A::ZoomOut, Always, kView, QT_TRANSLATE_NOOP("ActionModel", "Smaller text"), "Ctrl+-" },
    { A::ZoomReset, Always, kView, QT_TRANSLATE_NOOP("ActionModel", "Normal text size"), "Ctrl+0" },
    { A::UseSystemColors, Command, kView, QT_TRANSLATE_NOOP("ActionModel", "Colours of the system"), "" },
    { A::UseLightColors, Command, kView, QT_TRANSLATE_NOOP("ActionModel", "Light colours"), "" },
    { A::UseDarkColors, Command, kView, QT_TRANSLATE_NOOP("ActionModel", "Dark colours"), "" },
    { A::ToggleMotion, Command, kView, QT_TRANSLATE_NOOP("ActionModel", "Reduce motion, or allow it again"), "" },
    { A::ShowPalette, KeyOnly, kApp, QT_TRANSLATE_NOOP("ActionModel", "All commands"), "Ctrl+K" },
    { A::ShowSettings, Command, kApp, QT_TRANSLATE_NOOP("ActionModel", "Settings"), "Ctrl+," },
    { A::CopyReport, Command, kApp, QT_TRANSLATE_NOOP("ActionModel", "Copy the figures for a bug report"),
        "Ctrl+Shift+B" },
    { A::ShowShortcuts, Always, kApp, QT_TRANSLATE_NOOP("ActionModel", "Keyboard shortcuts"), "F1 ?" },
    { A::Quit, Always, kApp, QT_TRANSLATE_NOOP("ActionModel", "Quit"), "Ctrl+Q" },
    { A::SendMessage, Field, kMessage, QT_TRANSLATE_NOOP("ActionModel", "Send the message"),
        "" }, // the keys depend on the settings
    { A::NewLine, Field, kMessage, QT_TRANSLATE_NOOP("ActionModel", "New line in the message"), "" },
    { A::EarlierMessage, Field, kMessage,
        QT_TRANSLATE_NOOP("ActionModel", "Earlier messages, at the start of the text"), "Up" },
    { A::LaterMessage, Field, kMessage, QT_TRANSLATE_NOOP("ActionModel", "Later messages, at its end"), "Down" },
};

QStringList sequencesOf(const Row &row)
{
    return QString::fromLatin1(row.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

// As Shortcut wants them.
QVariantList variants(const QStringList &texts)
{
    return { texts.begin(), texts.end() };
}

int rowOf(A::Action action)
{
    const auto *found = std::ranges::find(kRows, action, &Row::action);
    return found == std::end(kRows) ? -1 : static_cast<int>(found - std::begin(kRows));
}
}

ActionModel::ActionModel(const Settings &settings, QObject *parent)
    : QAbstractListModel(parent)
    , m_settings(settings)
    , m_active(std::size(kRows), true)
{
    connect(&settings, &Settings::sendKeyChanged, this, [this] {
        for (const Action action : { SendMessage, NewLine }) {
            const QModelIndex row = index(rowOf(action));
            Q_EMIT dataChanged(row, row, { KeysRole });
        }
    });
}

int ActionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::size(kRows));
}

QString ActionModel::keysText(int row) const
{
    const bool sendsWithEnter = m_settings.sendKey() == Settings::Enter;
    QString keys = sequencesOf(kRows[row]).value(0);
    if (kRows[row].action == SendMessage) {
        keys = sendsWithEnter ? QStringLiteral("Enter") : QStringLiteral("Ctrl+Enter");
    } else if (kRows[row].action == NewLine) {
        keys = sendsWithEnter ? QStringLiteral("Shift+Enter") : QStringLiteral("Enter");
    }
    return QKeySequence(keys).toString(QKeySequence::NativeText);
}

QVariant ActionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = kRows[index.row()];
    switch (role) {
    case ActionRole:
        return QVariant::fromValue(row.action);
    case Qt::DisplayRole:
    case TitleRole:
        return tr(row.title);
    case GroupRole:
        return tr(row.group);
    case KeysRole:
        return keysText(index.row());
    case SequencesRole:
        return row.kind == Field ? QVariantList() : variants(sequencesOf(row));
    case ActiveRole:
        return m_active[index.row()];
    case AlwaysRole:
        return row.kind == Always;
    case CommandRole:
        return row.kind == Command || row.kind == Always;
    default:
        return {};
    }
}

QHash<int, QByteArray> ActionModel::roleNames() const
{
    return {
        { ActionRole, "action" },
        { TitleRole, "title" },
        { GroupRole, "group" },
        { KeysRole, "keys" },
        { SequencesRole, "keySequences" },
        { ActiveRole, "active" },
        { AlwaysRole, "always" },
        { CommandRole, "command" },
    };
}

void ActionModel::trigger(Action action, const QVariant &payload)
{
    const int row = rowOf(action);
    if (row < 0 || m_active[row] || payload.isValid()) {
        Q_EMIT triggered(action, payload);
    }
}

void ActionModel::setActive(Action action, bool active)
{
    const int row = rowOf(action);
    if (row >= 0 && m_active[row] != active) {
        m_active[row] = active;
        Q_EMIT dataChanged(index(row), index(row), { ActiveRole });
    }
}

QString ActionModel::keys(Action action) const
{
    const int row = rowOf(action);
    return row < 0 ? QString() : keysText(row);
}
