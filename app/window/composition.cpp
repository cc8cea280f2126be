// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "window/composition.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include "inference/inferencebackend.h"

namespace
{
QString below(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + QLatin1Char('/');
}

// Choices about models belong to a profile, as its settings do.
QString storePath(const QString &settingsPath)
{
    const QString folder = settingsPath.isEmpty()
        ? below(QStandardPaths::GenericConfigLocation) + QStringLiteral("vibrant")
        : QFileInfo(settingsPath).path();
    return folder + QStringLiteral("/models.json");
}

// What files say of themselves is the same for all profiles; settings elsewhere are a demo's or a test's.
QString cachePath(const QString &settingsPath)
{
    const bool own = settingsPath.isEmpty() || settingsPath.startsWith(below(QStandardPaths::GenericConfigLocation));
    return own ? below(QStandardPaths::GenericCacheLocation) + QStringLiteral("vibrant/library.json")
               : QFileInfo(settingsPath).path() + QStringLiteral("/library.json");
}
}

Composition::Composition(std::shared_ptr<InferenceBackend> backend, const QString &settingsPath)
    : settings(settingsPath)
    , modelStore(storePath(settingsPath))
    , store({ .path = chatsPath(settingsPath) })
    , engine(backend)
    , models(engine, settings, modelStore)
    , headers(backend)
    , library(backend, models, modelStore, cachePath(settingsPath))
    , details(headers)
    , plan(headers, models, library, modelStore)
    , chat(engine, models, settings, store)
    , chats(store, chat.openChats())
    , status(engine, models, chat)
    , actions(settings)
    , commands(actions)
    , idleUnloader(models, chat, modelStore)
    , storage(storagePlaces())
{
    const auto applyPriority = [this] {
        if (settings.lowPriority()) {
            engine.yieldToOthers();
        }
    };
    applyPriority();
    models.setStarterPath(backend->starterModel());
    QObject::connect(&settings, &Settings::lowPriorityChanged, &engine, applyPriority);
    // The current chat is a new one too, as long as it has no message.
    const auto isNew = [this] { return chat.current()->messages()->count() == 0; };
    QObject::connect(
        &settings, &Settings::systemPromptChanged, &chat, [this, isNew, before = settings.systemPrompt()]() mutable {
            if (isNew() && chat.current()->systemPrompt() == before) {
                chat.current()->setSystemPrompt(settings.systemPrompt());
            }
            before = settings.systemPrompt();
        });
    QObject::connect(
        &settings, &Settings::temperatureChanged, &chat, [this, isNew, before = settings.temperature()]() mutable {
            SamplingOptions sampling = chat.current()->sampling();
            if (isNew() && sampling.temperature == before) {
                sampling.temperature = settings.temperature();
                chat.current()->setSampling(sampling);
            }
            before = settings.temperature();
        });
}

QString Composition::chatsPath(const QString &settingsPath)
{
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const QString folder
        = settingsPath.isEmpty() ? config + QStringLiteral("/vibrant") : QFileInfo(settingsPath).absolutePath();
    // A profile has folders of the same name in both places, see platform/profile.h; a test's settings are somewhere else.
    const bool isProfile = folder.startsWith(config + QStringLiteral("/vibrant"));
    return (isProfile ? data + folder.sliced(config.size()) : folder) + QStringLiteral("/chats.db");
}

QList<StoragePlace> Composition::storagePlaces()
{
    const QString cache
        = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/vibrant");
    return {
        { QCoreApplication::translate("Composition", "Conversations"), store.path(),
            QCoreApplication::translate("Composition", "Delete all conversations"), [this] { deleteChats(); },
            [file = store.path()] {
                return Database::copies(file) << file + QStringLiteral("-wal") << file + QStringLiteral("-shm");
            } },
        { QCoreApplication::translate("Composition", "Settings and recent models"), settings.filePath(),
            QCoreApplication::translate("Composition", "Forget recent models"),
            [this] { models.recentFiles()->clear(); } },
        { QCoreApplication::translate("Composition", "Folders of models, choices per model"), modelStore.path(),
            QCoreApplication::translate("Composition", "Forget the choices"), [this] { modelStore.forgetOptions(); } },
        { QCoreApplication::translate("Composition", "What was measured on this machine"), cache,
            QCoreApplication::translate("Composition", "Forget the measurements"),
            [cache] { StorageModel::clearFolder(cache); } },
    };
}

void Composition::deleteChats()
{
    chats.removeAll().then(&storage, [this](const Saved &) { storage.refresh(); });
}

QVariantMap Composition::initialProperties()
{
    return {
        { QStringLiteral("models"), QVariant::fromValue(&models) },
        { QStringLiteral("library"), QVariant::fromValue(&library) },
        { QStringLiteral("details"), QVariant::fromValue(&details) },
        { QStringLiteral("plan"), QVariant::fromValue(&plan) },
        { QStringLiteral("modelStore"), QVariant::fromValue(&modelStore) },
        { QStringLiteral("chat"), QVariant::fromValue(&chat) },
        { QStringLiteral("chats"), QVariant::fromValue(&chats) },
        { QStringLiteral("status"), QVariant::fromValue(&status) },
        { QStringLiteral("settings"), QVariant::fromValue(&settings) },
        { QStringLiteral("actions"), QVariant::fromValue(&actions) },
        { QStringLiteral("commands"), QVariant::fromValue(&commands) },
        { QStringLiteral("storage"), QVariant::fromValue(&storage) },
    };
}
