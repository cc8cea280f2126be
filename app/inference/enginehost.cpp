// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/enginehost.h"

#include <sys/resource.h>
#include <unistd.h>

#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QThreadPool>

#include "inference/eventqueue.h"
#include "inference/inferencebackend.h"
#include "inference/inferenceworker.h"
#include "inference/modelloader.h"

Q_LOGGING_CATEGORY(lcHost, "vibrant.host")

namespace
{
constexpr int kLowNice = 10;

template <class... Fs> struct Overloaded : Fs... {
    using Fs::operator()...;
};
}

struct EngineHost::Impl {
    explicit Impl(EngineHost &q);
    void drain();
    std::stop_token begin(RequestId &id);
    void end(RequestId id);

    EngineHost &q;
    std::chrono::milliseconds patience {};
    std::shared_ptr<EventQueue> events = std::make_shared<EventQueue>();
    // Plain pointers: whoever doesn't stop in time is left behind, see the destructor.
    QThread *inferenceThread = nullptr;
    QThread *loaderThread = nullptr;
    InferenceWorker *worker = nullptr;
    ModelLoader *loader = nullptr;
    std::unordered_map<RequestId, std::stop_source> running; // requests that have not ended
    QThreadPool counting; // one thread
    std::shared_ptr<const TokenCounterSlot> counters;
    QList<ChatTurn> lastPrompt;
    RequestId lastId = 0;
    RequestId loadId = 0; // the newest load
    QTimer flushTimer;
};

EngineHost::Impl::Impl(EngineHost &host)
    : q(host)
{
}

EngineHost::EngineHost(std::shared_ptr<InferenceBackend> backend, QObject *parent, std::chrono::milliseconds patience)
    : QObject(parent)
    , d(std::make_unique<Impl>(*this))
{
    d->patience = patience;
    d->inferenceThread = new QThread;
    d->inferenceThread->setObjectName(QStringLiteral("inference"));
    d->worker = new InferenceWorker(d->events);
    d->worker->moveToThread(d->inferenceThread);
    d->counters = d->worker->counters();
    d->counting.setMaxThreadCount(1);
    d->counting.setThreadPriority(QThread::LowPriority);
    connect(d->inferenceThread, &QThread::finished, d->worker, &QObject::deleteLater);

    d->loaderThread = new QThread;
    d->loaderThread->setObjectName(QStringLiteral("model-loader"));
    const auto deliver
        = [worker = d->worker](RequestId id, std::unique_ptr<InferenceModel> model, const std::stop_token &stop) {
              QMetaObject::invokeMethod(worker,
                  [worker, id, stop, held = std::make_shared<std::unique_ptr<InferenceModel>>(std::move(model))] {
                      worker->adopt(id, std::move(*held), stop);
                  });
          };
    d->loader = new ModelLoader(std::move(backend), d->events, deliver);
    d->loader->moveToThread(d->loaderThread);
    connect(d->loaderThread, &QThread::finished, d->loader, &QObject::deleteLater);

    d->flushTimer.setInterval(kFlushInterval);
    d->flushTimer.setTimerType(Qt::PreciseTimer); // a coarse one drifts by 2 ms of 40, visible as a beat
    connect(&d->flushTimer, &QTimer::timeout, this, [this] { d->drain(); });
    d->events->setWaker([this] { QMetaObject::invokeMethod(this, [this] { d->drain(); }, Qt::QueuedConnection); });

    d->inferenceThread->start();
    d->loaderThread->start();
}

EngineHost::~EngineHost()
{
    d->counting.clear();
    d->counting.waitForDone();
    d->events->setWaker({});
    for (auto &[id, source] : d->running) {
        source.request_stop();
    }
    // The loader first: it hands models to the worker, and one that is late sees its stop request and doesn't.
    for (QThread *thread : { d->loaderThread, d->inferenceThread }) {
        thread->quit();
        if (thread->wait(QDeadlineTimer(d->patience))) {
            delete thread;
        } else {
            qCWarning(lcHost) << "the" << thread->objectName() << "thread did not stop in time and is left behind";
            QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater); // if it ever does
        }
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
    QMetaObject::invokeMethod(
        d->loader, [loader = d->loader, id, path, options, token] { loader->load(id, path, options, token); });
    return id;
}

RequestId EngineHost::unload()
{
    stop(d->loadId);
    RequestId id = 0;
    (void)d->begin(id);
    QMetaObject::invokeMethod(d->worker, [worker = d->worker, id] { worker->unload(id); });
    return id;
}

RequestId EngineHost::generate(const ChatRequest &request)
{
    RequestId id = 0;
    d->lastPrompt = request.turns;
    const std::stop_token token = d->begin(id);
    QMetaObject::invokeMethod(
        d->worker, [worker = d->worker, id, request, token] { worker->generate(id, request, token); });
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

const QList<ChatTurn> &EngineHost::lastPrompt() const
{
    return d->lastPrompt;
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
    const auto lower = [] { ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kLowNice); };
    QMetaObject::invokeMethod(d->loader, lower);
    QMetaObject::invokeMethod(d->worker, lower);
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
