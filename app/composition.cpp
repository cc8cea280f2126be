// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "composition.h"

Composition::Composition(std::shared_ptr<InferenceBackend> backend, const QString &settingsPath)
    : settings(settingsPath)
    , engine(std::move(backend))
    , models(engine, settings)
    , chat(engine, models, settings)
    , status(engine, models, chat)
    , actions(settings)
    , commands(actions)
{
}

QVariantMap Composition::initialProperties()
{
    return {
        {QStringLiteral("models"), QVariant::fromValue(&models)},
        {QStringLiteral("chat"), QVariant::fromValue(&chat)},
        {QStringLiteral("status"), QVariant::fromValue(&status)},
        {QStringLiteral("settings"), QVariant::fromValue(&settings)},
        {QStringLiteral("actions"), QVariant::fromValue(&actions)},
        {QStringLiteral("commands"), QVariant::fromValue(&commands)},
    };
}
