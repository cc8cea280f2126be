// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Owns the loaded model and answers requests, one after the other, on the inference thread. All methods run there; what
// they find out goes into the event queue.
#pragma once

#include <memory>
#include <stop_token>

#include <QObject>

#include "inference/inferencebackend.h"

class EventQueue;

class InferenceWorker : public QObject
{
    Q_OBJECT

public:
    explicit InferenceWorker(std::shared_ptr<EventQueue> events);
    ~InferenceWorker() override;

    // Takes the new model into use, then releases the one before it.
    void adopt(RequestId id, std::unique_ptr<InferenceModel> model, const std::stop_token &stop);
    void unload(RequestId id);
    void generate(RequestId id, const ChatRequest &request, std::stop_token stop);
    // Holds the counter of the model in use; for any thread.
    [[nodiscard]] std::shared_ptr<const TokenCounterSlot> counters() const { return m_counters; }

private:
    std::shared_ptr<EventQueue> m_events;
    std::unique_ptr<InferenceModel> m_model;
    std::shared_ptr<TokenCounterSlot> m_counters = std::make_shared<TokenCounterSlot>();
};
