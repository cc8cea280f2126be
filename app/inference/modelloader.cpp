// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/modelloader.h"

#include "inference/eventqueue.h"

ModelLoader::ModelLoader(std::shared_ptr<InferenceBackend> backend, std::shared_ptr<EventQueue> events, Deliver deliver)
    : m_backend(std::move(backend))
    , m_events(std::move(events))
    , m_deliver(std::move(deliver))
{
}

void ModelLoader::load(RequestId id, const QString &path, const LoadOptions &options, const std::stop_token &stop)
{
    const InferenceError cancelled { InferenceError::Code::Cancelled, {} };
    if (stop.stop_requested()) {
        m_events->push(LoadFailed { id, cancelled });
        return;
    }
    const auto report = [this, id](const LoadProgress &progress) { m_events->push(LoadProgressed { id, progress }); };
    auto model = m_backend->load(path, options, report, stop);
    if (!model) {
        m_events->push(LoadFailed { id, model.error() });
    } else if (stop.stop_requested()) {
        // Also the way out when the host is deleted: nothing may be delivered then.
        m_events->push(LoadFailed { id, cancelled });
    } else {
        report({ LoadProgress::Phase::Waiting, 1, 1 });
        m_deliver(id, std::move(*model), stop);
    }
}
