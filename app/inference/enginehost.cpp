// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/enginehost.h"

#include <sys/resource.h>
#include <unistd.h>

#include <QThreadPool>

#include "inference/eventqueue.h"
#include "inference/inferencebackend.h"
#include "inference/inferenceworker.h"
#include "inference/modelloader.h"
#include "platform/ownedthread.h"

namespace
{
constexpr int kLowNice = 10;

template <class... Fs> struct Overloaded : Fs... {
    using Fs::operator()...;
};
}

struct EngineHost::Impl {
    Impl(EngineHost &q, std::shared_ptr<InferenceBackend> backend, std::chrono::milliseconds patience);
    void drain();
    std::stop_token begin(RequestId &id);
    void end(RequestId id);

    EngineHost &q;
    std::shared_ptr<EventQueue> events = std::make_shared<EventQueue>();
    // The loader ends first: it hands models to the worker, and one that is late sees its stop request and doesn't.
    OwnedThread<InferenceWorker> worker;
    OwnedThread<ModelLoader> loader;
    std::unordered_map<RequestId, std::stop_source> running; // requests that have not ended
    QThreadPool counting; // one thread
    std::shared_ptr<const TokenCounterSlot> counters;
    RequestId lastId = 0;
    RequestId loadId = 0; // the newest load
    QTimer flushTimer;
};

EngineHost::Impl::Impl(EngineHost &host, std::shared_ptr<InferenceBackend> backend, std::chrono::milliseconds patience)
    : q(host)
    , worker({ .name = QStringLiteral("inference"), .patience = patience }, std::make_unique<InferenceWorker>(events))
    , loader({ .name = QStringLiteral("model-loader"), .patience = patience },
          std::make_unique<ModelLoader>(std::move(backend), events,
              [this](RequestId id, std::unique_ptr<InferenceModel> model, const std::stop_token &stop) {
                  worker.post([id, stop, model = std::move(model)](
                                  InferenceWorker &there) mutable { there.adopt(id, std::move(model), stop); });
              }))
{
}

EngineHost::EngineHost(std::shared_ptr<InferenceBackend> backend, QObject *parent, std::chrono::milliseconds patience)
    : QObject(parent)
    , d(std::make_unique<Impl>(*this, std::move(backend), patience))
{
    d->counters = d->worker.object()->counters();
    d->counting.setMaxThreadCount(1);
    d->counting.setThreadPriority(QThread::LowPriority);

    d->flushTimer.setInterval(kFlushInterval);
    d->flushTimer.setTimerType(Qt::PreciseTimer); // a coarse one drifts by 2 ms of 40, visible as a beat
    connect(&d->flushTimer, &QTimer::timeout, this, [this] { d->drain(); });
    d->events->setWaker([this] { QMetaObject::invokeMethod(this, [this] { d->drain(); }, Qt::QueuedConnection); });

    d->worker.start();
    d->loader.start();
}

EngineHost::~EngineHost()
{
    d->counting.clear();
    d->counting.waitForDone();
    d->events->setWaker({});
    for (auto &[id, source] : d->running) {
        source.request_stop();
    }
}

std::stop_token EngineHost::Impl::begin(RequestId &id)
{
    id = ++lastId;
    flushTimer.start();
    return running[id].get_token();
}

void EngineHost::Impl::end(RequestId id)
{
    running.erase(id);
}

RequestId EngineHost::load(const QString &path, const LoadOptions &options)
{
    stop(d->loadId);
    RequestId id = 0;
    const std::stop_token token = d->begin(id);
    d->loadId = id;
    d->loader.post([=](ModelLoader &loader) { loader.load(id, path, options, token); });
    return id;
}

RequestId EngineHost::unload()
{
    stop(d->loadId);
    RequestId id = 0;
    (void)d->begin(id);
    d->worker.post([id](InferenceWorker &worker) { worker.unload(id); });
    return id;
}

RequestId EngineHost::generate(const ChatRequest &request)
{
    RequestId id = 0;
    const std::stop_token token = d->begin(id);
    d->worker.post([=](InferenceWorker &worker) { worker.generate(id, request, token); });
    return id;
}

RequestId EngineHost::countTokens(const TokenCountRequest &request)
{
    const RequestId id = ++d->lastId;
    d->counting.start([this, id, request, counters = d->counters] {
        TokenCounts counts;
        if (const std::shared_ptr<const TokenCounter> counter = counters->get()) {
            counts.known = true;
            for (const QList<ChatTurn> &prompt : request.prompts) {
                counts.prompts.append(counter->countPrompt(prompt));
            }
            for (const QString &text : request.texts) {
                counts.texts.append(counter->countText(text));
            }
        }
        // The destructor waits for this thread, and a posted event dies with its receiver.
        QMetaObject::invokeMethod(this, [this, id, counts] { Q_EMIT tokensCounted(id, counts); }, Qt::QueuedConnection);
    });
    return id;
}

void EngineHost::stop(RequestId id)
{
    if (const auto found = d->running.find(id); found != d->running.end()) {
        found->second.request_stop();
    }
}

void EngineHost::yieldToOthers()
{
    // Of one thread, and inherited by its threads: setpriority(2), "C library/kernel differences".
    const auto lower = [](QObject &) { ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kLowNice); };
    d->loader.post(lower);
    d->worker.post(lower);
}

void EngineHost::Impl::drain()
{
    const auto dispatch = Overloaded {
        [this](const LoadProgressed &e) { Q_EMIT q.loadProgressed(e.id, e.progress); },
        [this](const Loaded &e) {
            end(e.id);
            Q_EMIT q.loaded(e.id, e.info);
        },
        [this](const LoadFailed &e) {
            end(e.id);
            Q_EMIT q.loadFailed(e.id, e.error);
        },
        [this](const Unloaded &e) {
            end(e.id);
            Q_EMIT q.unloaded(e.id);
        },
        [this](const PrefillProgressed &e) { Q_EMIT q.prefillProgressed(e.id, e.progress); },
        [this](const TextArrived &e) { Q_EMIT q.textArrived(e.id, e.utf8, e.soFar); },
        [this](const Finished &e) {
            end(e.id);
            Q_EMIT q.finished(e.id, e.outcome);
        },
        [this](const MemorySampled &e) { Q_EMIT q.memoryChanged(e.figures); },
        [this](const ProfileSampled &e) { Q_EMIT q.profileChanged(e.profile); },
    };
    for (const EngineEvent &event : events->take(kFlushBytes)) {
        std::visit(dispatch, event);
    }
    if (running.empty() && events->empty()) {
        flushTimer.stop();
    }
}
