// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/inferenceworker.h"

#include <utility>

#include <QElapsedTimer>

#include "inference/eventqueue.h"

namespace
{
constexpr qint64 kSampleInterval = 1000; // ms: counting resident pages of a 5 GB file takes a few ms

class QueueingSink : public InferenceSink
{
public:
    QueueingSink(RequestId id, EventQueue &events, const InferenceModel &model)
        : m_id(id)
        , m_events(events)
        , m_model(model)
    {
        m_sinceSample.start();
    }

    void onPrefill(const PrefillProgress &progress) override
    {
        m_events.push(PrefillProgressed { m_id, progress });
        if (m_sinceSample.elapsed() >= kSampleInterval) {
            sample();
        }
    }

    void onText(QByteArrayView utf8, const GenerationFigures &soFar) override
    {
        m_events.push(TextArrived { m_id, utf8.toByteArray(), soFar });
        // The first token: from here on, bytes and time are those of decoding.
        if (!std::exchange(m_decoding, true) || m_sinceSample.elapsed() >= kSampleInterval) {
            sample();
        }
    }

    void sample()
    {
        m_events.push(MemorySampled { m_model.memory() });
        EngineProfile profile = m_model.profile();
        profile.decoding = m_decoding;
        m_events.push(ProfileSampled { std::move(profile) });
        m_sinceSample.restart();
    }

private:
    RequestId m_id;
    EventQueue &m_events;
    const InferenceModel &m_model;
    QElapsedTimer m_sinceSample;
    bool m_decoding = false;
};
}

InferenceWorker::InferenceWorker(std::shared_ptr<EventQueue> events)
    : m_events(std::move(events))
{
}

InferenceWorker::~InferenceWorker() = default;

void InferenceWorker::adopt(RequestId id, std::unique_ptr<InferenceModel> model, const std::stop_token &stop)
{
    if (stop.stop_requested()) {
        m_events->push(LoadFailed { id, { InferenceError::Code::Cancelled, {} } });
        return;
    }
    std::swap(m_model, model);
    m_counters->set(m_model->tokenCounter());
    m_events->push(Loaded { id, m_model->info() });
    model.reset();
    m_events->push(MemorySampled { m_model->memory() });
}

void InferenceWorker::unload(RequestId id)
{
    m_counters->set(nullptr);
    m_model.reset();
    m_events->push(Unloaded { id });
    m_events->push(MemorySampled {});
}

void InferenceWorker::generate(RequestId id, const ChatRequest &request, std::stop_token stop)
{
    GenerationOutcome outcome;
    if (stop.stop_requested()) {
        outcome.reason = GenerationOutcome::Reason::Cancelled;
    } else if (!m_model) {
        outcome.reason = GenerationOutcome::Reason::Error;
        outcome.error.code = InferenceError::Code::NoModel;
    } else {
        QueueingSink sink(id, *m_events, *m_model);
        outcome = m_model->generate(request, sink, std::move(stop));
        sink.sample();
    }
    m_events->push(Finished { id, std::move(outcome) });
}
