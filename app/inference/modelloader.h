// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Loads models on its own thread, so that the one in use can continue to answer. All methods run there.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

#include <QObject>

#include "inference/inferencebackend.h"

class EventQueue;

class ModelLoader : public QObject
{
    Q_OBJECT

public:
    // Receives a model that is ready, on the loader's thread.
    using Deliver = std::function<void(RequestId, std::unique_ptr<InferenceModel>, const std::stop_token &)>;

    ModelLoader(std::shared_ptr<InferenceBackend> backend, std::shared_ptr<EventQueue> events, Deliver deliver);

    void load(RequestId id, const QString &path, const LoadOptions &options, const std::stop_token &stop);

private:
    std::shared_ptr<InferenceBackend> m_backend;
    std::shared_ptr<EventQueue> m_events;
    Deliver m_deliver;
};
