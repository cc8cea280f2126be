// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "platform/actionmodel.h"

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

#define VIBRANT_TITLE(text) QT_TRANSLATE_NOOP("ActionModel", text)
constexpr auto kChat = VIBRANT_TITLE("Chat");
constexpr auto kModels = VIBRANT_TITLE("Models");
constexpr auto kView = VIBRANT_TITLE("View");
constexpr auto kApp = VIBRANT_TITLE("Vibrant");
constexpr auto kMessage = VIBRANT_TITLE("Message field");

constexpr Row kRows[] = {
    {A::NewChat, Command, kChat, VIBRANT_TITLE("New chat"), "Ctrl+N"},
    {A::StopAnswer, KeyOnly, kChat, VIBRANT_TITLE("Stop the answer, close what is open"), "Esc"},
    {A::Regenerate, Command, kChat, VIBRANT_TITLE("Answer again"), "Ctrl+R"},
    {A::FocusComposer, Command, kChat, VIBRANT_TITLE("Go to the message field"), "Ctrl+L"},
    {A::JumpToEnd, Command, kChat, VIBRANT_TITLE("Jump to the newest text"), "Ctrl+End"},
    {A::OpenModel, Command, kModels, VIBRANT_TITLE("Open a model"), "Ctrl+O"},
    {A::UnloadModel, Command, kModels, VIBRANT_TITLE("Unload the model"), ""},
    {A::TogglePanel, Always, kView, VIBRANT_TITLE("Show or hide the figures"), "F9"},
    {A::ZoomIn, Always, kView, VIBRANT_TITLE("Larger text"), "Ctrl++ Ctrl+="},
    {A::ZoomOut, Always, kView, VIBRANT_TITLE("Smaller text"), "Ctrl+-"},
    {A::ZoomReset, Always, kView, VIBRANT_TITLE("Normal text size"), "Ctrl+0"},
    {A::UseSystemColors, Command, kView, VIBRANT_TITLE("Colours of the system"), ""},
    {A::UseLightColors, Command, kView, VIBRANT_TITLE("Light colours"), ""},
    {A::UseDarkColors, Command, kView, VIBRANT_TITLE("Dark colours"), ""},
    {A::ToggleMotion, Command, kView, VIBRANT_TITLE("Reduce motion, or allow it again"), ""},
    {A::ShowPalette, KeyOnly, kApp, VIBRANT_TITLE("All commands"), "Ctrl+K"},
    {A::ShowSettings, Command, kApp, VIBRANT_TITLE("Settings"), "Ctrl+,"},
    {A::CopyReport, Command, kApp, VIBRANT_TITLE("Copy the figures for a bug report"), "Ctrl+Shift+B"},
    {A::ShowShortcuts, Always, kApp, VIBRANT_TITLE("Keyboard shortcuts"), "F1 ?"},
    {A::Quit, Always, kApp, VIBRANT_TITLE("Quit"), "Ctrl+Q"},
    {A::SendMessage, Field, kMessage, VIBRANT_TITLE("Send the message"), ""}, // the keys depend on the settings
    {A::NewLine, Field, kMessage, VIBRANT_TITLE("New line in the message"), ""},
    {A::EarlierMessage, Field, kMessage, VIBRANT_TITLE("Earlier messages, at the start of the text"), "Up"},
    {A::LaterMessage, Field, kMessage, VIBRANT_TITLE("Later messages, at its end"), "Down"},
};
#undef VIBRANT_TITLE

QStringList sequencesOf(const Row &row)
{
    return QString::fromLatin1(row.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

// As Shortcut wants them.
QVariantList variants(const QStringList &texts)
{
    return {texts.begin(), texts.end()};
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
        for (const Action action : {SendMessage, NewLine}) {
            const QModelIndex row = index(rowOf(action));
            Q_EMIT dataChanged(row, row, {KeysRole});
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
        {ActionRole, "action"},
        {TitleRole, "title"},
        {GroupRole, "group"},
        {KeysRole, "keys"},
        {SequencesRole, "keySequences"},
        {ActiveRole, "active"},
        {AlwaysRole, "always"},
        {CommandRole, "command"},
    };
}

void ActionModel::trigger(Action action)
{
    const int row = rowOf(action);
    if (row >= 0 && m_active[row]) {
        Q_EMIT triggered(action);
    }
}

void ActionModel::setActive(Action action, bool active)
{
    const int row = rowOf(action);
    if (row >= 0 && m_active[row] != active) {
        m_active[row] = active;
        Q_EMIT dataChanged(index(row), index(row), {ActiveRole});
    }
}

QString ActionModel::keys(Action action) const
{
    const int row = rowOf(action);
    return row < 0 ? QString() : keysText(row);
}
