// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The app without its window: every object once, wired in the order they depend on each other. main() makes one around
// the real engine, the self-test and the tests make theirs around a FakeBackend.
// Destroy the QML engine first: its items refer to these objects.
#pragma once

#include <memory>

#include <QVariantMap>

#include "actions/actionmodel.h"
#include "actions/commandpalette.h"
#include "chat/chatcontroller.h"
#include "chat/chatscontroller.h"
#include "chat/idleunloader.h"
#include "chats/chatstore.h"
#include "inference/enginehost.h"
#include "library/loadplan.h"
#include "library/modelcontroller.h"
#include "library/modeldetails.h"
#include "library/modelheaders.h"
#include "library/modellibrary.h"
#include "library/modelstore.h"
#include "settings/settings.h"
#include "settings/storagemodel.h"
#include "status/statuscontroller.h"

class InferenceBackend;

struct Composition {
    // An empty settings path is the user's own file. Chats are where the desktop keeps data if the settings are where
    // it keeps those (see platform/profile.h), else beside them.
    explicit Composition(std::shared_ptr<InferenceBackend> backend, const QString &settingsPath = {});
    Q_DISABLE_COPY_MOVE(Composition)

    // What Main.qml requires.
    [[nodiscard]] QVariantMap initialProperties();

    Settings settings;
    ModelStore modelStore;
    ChatStore store; // before what writes to it, so that it goes last
    EngineHost engine;
    ModelController models;
    ModelHeaders headers;
    ModelLibrary library; // looks nowhere but in the user's folders until main() names the other places
    ModelDetails details;
    LoadPlan plan;
    ChatController chat;
    ChatsController chats;
    StatusController status;
    ActionModel actions;
    CommandPalette commands;
    IdleUnloader idleUnloader;
    StorageModel storage;

    [[nodiscard]] static QString chatsPath(const QString &settingsPath);

private:
    [[nodiscard]] QList<StoragePlace> storagePlaces();
    void deleteChats(); // all of them, for good
};
