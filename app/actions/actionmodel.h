// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Everything the window can be told to do, in one table: its name, its keys, whether it makes sense now.
//
// The window makes its shortcuts from it, the list of shortcuts and the command palette show it, menus and buttons take
// their key hints from it: none of them can say something else than the others. To add an action: a value in Action, a
// row in actionmodel.cpp, and a handler of triggered() that carries it out.
#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

class Settings;

class ActionModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")

public:
    enum Action {
        NewChat,
        NewTemporaryChat,
        NextChat,
        PreviousChat,
        FindInChat,
        SearchChats,
        RenameChat,
        PinChat, // or unpin
        DuplicateChat,
        DeleteChat,
        ShowChatSettings,
        ExportMarkdown, // this chat; payload: the id of another one
        ExportHtml,
        ExportJson,
        ImportChats,
        ExportChats, // all
        OpenModel,
        ShowLibrary, // or hide it; payload: which of the two
        ChooseModel, // of those in the library, for this chat
        UnloadModel,
        StopAnswer,
        Regenerate,
        FocusComposer,
        JumpToEnd,
        TogglePanel,
        CopyReport, // the figures as text for a bug report
        UseSystemColors,
        UseLightColors,
        UseDarkColors,
        ToggleMotion,
        ZoomIn,
        ZoomOut,
        ZoomReset,
        ShowSettings,
        ShowPalette,
        ShowShortcuts,
        Quit,
        // Keys of the message field; carried out there.
        SendMessage,
        NewLine,
        EarlierMessage,
        LaterMessage,
        // Wishes of one part of the window to another: without a row, so without keys and in no list.
        ShowSidebar, // where it is folded away
        ShowPlaces, // the folders in which models are looked for
        ShowChatFiles,
        CompareCode, // payload: name and text
        ChooseWhatFits,
    };
    Q_ENUM(Action)

    enum Role {
        ActionRole = Qt::UserRole, // Action
        TitleRole, // string: "Open a model"
        GroupRole, // string: "Models"
        KeysRole, // string as people read it: "Ctrl+O"; empty without keys
        SequencesRole, // strings for a Shortcut; empty where a field handles the keys itself
        ActiveRole, // bool: it would do something now
        AlwaysRole, // bool: its keys work while a dialog is open
        CommandRole, // bool: belongs in the command palette
    };
    Q_ENUM(Role)

    explicit ActionModel(const Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    // The one way up: a part of the window asks here for what it cannot do itself. Emits triggered() if the action makes
    // sense now; with a payload always, because that names what the action is about.
    Q_INVOKABLE void trigger(ActionModel::Action action, const QVariant &payload = {});
    Q_INVOKABLE void setActive(ActionModel::Action action, bool active);
    Q_INVOKABLE [[nodiscard]] QString keys(ActionModel::Action action) const; // "Ctrl+O"

Q_SIGNALS:
    void triggered(ActionModel::Action action, const QVariant &payload);

private:
    [[nodiscard]] QString keysText(int row) const;

    const Settings &m_settings;
    QList<bool> m_active; // by row
};
