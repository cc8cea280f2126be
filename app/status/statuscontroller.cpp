// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "status/statuscontroller.h"

#include <algorithm>

#include <QMetaEnum>

#include "inference/enginehost.h"
#include "library/modelcontroller.h"
#include "status/bugreport.h"
#include "values/format.h"

namespace
{
constexpr double kNearlyFull = 0.85; // of the context
const QString kNothing = QStringLiteral("–");
}

StatusController::StatusController(EngineHost &engine, ModelController &models, ChatController &chat, QObject *parent)
    : QObject(parent)
    , m_models(models)
    , m_chat(chat)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &StatusController::refresh);
    connect(&engine, &EngineHost::prefillProgressed, this,
        [this](RequestId, const PrefillProgress &progress) { onPrefill(progress); });
    connect(&engine, &EngineHost::textArrived, this,
        [this](RequestId, const QByteArray &, const GenerationFigures &figures) { onText(figures); });
    connect(&engine, &EngineHost::finished, this, [this](RequestId, const GenerationOutcome &outcome) {
        if (outcome.figures.contextSize > 0) {
            m_figures = outcome.figures;
        }
        refresh();
    });
    connect(&engine, &EngineHost::memoryChanged, this, &StatusController::onMemory);
    connect(&engine, &EngineHost::profileChanged, this, &StatusController::onProfile);
    connect(&chat.queue(), &GenerationQueue::phaseChanged, this, &StatusController::onPhase);
    connect(&chat, &ChatController::phaseChanged, this, &StatusController::refresh);
    connect(&chat, &ChatController::currentChanged, this, &StatusController::onChat);
    connect(&models, &ModelController::modelChanged, this, [this] {
        m_figures = {};
        m_prefill = {};
        m_profile = {};
        m_decodeStart = {};
        m_bandwidth = 0;
        Q_EMIT profileChanged();
        Q_EMIT modelChanged();
        refresh();
    });
    connect(&models, &ModelController::stateChanged, this, &StatusController::markDirty);
}

// Another chat is shown: its figures, unless the engine is making some.
void StatusController::onChat()
{
    if (m_phase == ChatPhase::Idle || m_phase == ChatPhase::WaitingForModel) {
        m_figures = m_chat.current()->figures();
        m_prefill = {};
        m_history.clear();
        refresh();
    }
}

void StatusController::onPhase()
{
    const ChatPhase::Phase phase = m_chat.queue().phase();
    if (phase == ChatPhase::Prefill && m_phase != ChatPhase::Prefill) {
        m_clock.restart();
        m_prefill = {};
        m_figures.timeToFirstTokenMs = 0;
        m_figures.prefillTokensPerSecond = 0;
        m_figures.decodeTokensPerSecond = 0;
        m_figures.generatedTokens = 0;
        m_prefillSpeed = 0;
        m_samples.clear();
        m_history.clear();
        m_speed = 0;
    }
    m_phase = phase;
    refresh();
}

void StatusController::onPrefill(const PrefillProgress &progress)
{
    m_prefill = progress;
    const qint64 ms = m_clock.elapsed();
    if (ms > 0 && progress.done > progress.cached) {
        m_prefillSpeed = 1000.0 * (progress.done - progress.cached) / static_cast<double>(ms);
    }
    markDirty();
}

void StatusController::onText(const GenerationFigures &figures)
{
    m_figures = figures;
    m_samples.append({ m_clock.elapsed(), figures.generatedTokens });
    markDirty();
}

void StatusController::markDirty()
{
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

void StatusController::refresh()
{
    m_timer.stop();
    const qint64 now = m_clock.elapsed();
    const auto old
        = std::ranges::find_if(m_samples, [now](const SpeedSample &s) { return now - s.atMs <= kSpeedWindow; });
    m_samples.erase(m_samples.begin(), old);
    if (m_phase == ChatPhase::Generating && m_samples.size() > 1 && m_samples.last().atMs > m_samples.first().atMs) {
        m_speed = 1000.0 * (m_samples.last().tokens - m_samples.first().tokens)
            / static_cast<double>(m_samples.last().atMs - m_samples.first().atMs);
        m_history.append(m_speed);
        if (m_history.size() > kHistory) {
            m_history.removeFirst();
        }
    } else if (m_phase == ChatPhase::Idle) {
        m_speed = m_figures.decodeTokensPerSecond; // the mean of the whole answer
    }
    Q_EMIT figuresChanged();
}

void StatusController::onMemory(const MemoryFigures &figures)
{
    if (figures == m_memoryFigures) {
        return;
    }
    m_memoryFigures = figures;
    m_memory.clear();
    const quint64 known = figures.kv + figures.buffers;
    const quint64 app = figures.process > known ? figures.process - known : 0;
    const quint64 resident = std::min(figures.resident, figures.mapped);
    const double total = static_cast<double>(figures.mapped + known + app);
    const auto add = [&](MemoryShare::Kind kind, const QString &label, quint64 bytes) {
        if (bytes > 0) {
            m_memory.append({ kind, label, Format::bytes(bytes), static_cast<double>(bytes) / total });
        }
    };
    add(MemoryShare::Weights, tr("Weights in memory"), resident);
    add(MemoryShare::WeightsNotLoaded, tr("Weights on disk"), figures.mapped - resident);
    add(MemoryShare::KvCache, tr("KV cache"), figures.kv);
    add(MemoryShare::Buffers, tr("Work buffers"), figures.buffers);
    add(MemoryShare::App, tr("App"), app);
    Q_EMIT memoryChanged();
    markDirty();
}

void StatusController::onProfile(const EngineProfile &profile)
{
    m_profile = profile;
    if (!profile.decoding || profile.bytes < m_decodeStart.bytes) {
        m_decodeStart = {}; // another answer has begun
    }
    if (profile.decoding) {
        if (m_decodeStart.atNs == 0) {
            m_decodeStart = profile;
        } else if (profile.atNs > m_decodeStart.atNs) {
            // Bytes per nanosecond are GB/s.
            m_bandwidth = static_cast<double>(profile.bytes - m_decodeStart.bytes)
                / static_cast<double>(profile.atNs - m_decodeStart.atNs);
        }
    }
    Q_EMIT profileChanged();
}

QString StatusController::bandwidthText() const
{
    if (!(m_bandwidth > 0)) {
        return kNothing;
    }
    return m_profile.limitGBPerS > 0
        ? tr("%1 of %2 GB/s").arg(Format::speed(m_bandwidth), Format::speed(m_profile.limitGBPerS))
        : tr("%1 GB/s").arg(Format::speed(m_bandwidth));
}

qreal StatusController::bandwidthShare() const
{
    // The limit was measured at another moment, perhaps a busier one.
    return m_profile.limitGBPerS > 0 ? std::clamp(m_bandwidth / m_profile.limitGBPerS, 0.0, 1.0) : 0;
}

QList<HotPathLine> StatusController::hotPath() const
{
    QList<HotPathLine> lines;
    for (const ProfileRow &row : m_profile.rows.first(std::min<qsizetype>(m_profile.rows.size(), kHotPath))) {
        HotPathLine line;
        line.operation = row.operation;
        line.share = row.share;
        line.shareText = Format::percent(row.share);
        line.speedText = row.gbPerS > 0 ? tr("%1 GB/s").arg(Format::speed(row.gbPerS)) : QString();
        lines.append(line);
    }
    return lines;
}

QString StatusController::phaseText() const
{
    switch (m_phase != ChatPhase::Idle ? m_phase : m_chat.current()->phase()) {
    case ChatPhase::WaitingForModel:
        return tr("Waiting for the model");
    case ChatPhase::Prefill:
        return tr("Reading the prompt");
    case ChatPhase::Generating:
        return tr("Generating");
    case ChatPhase::Stopping:
        return tr("Stopping");
    case ChatPhase::Queued:
    case ChatPhase::Idle:
        break;
    }
    if (m_models.loading()) {
        return tr("Loading");
    }
    if (!m_models.ready()) {
        return m_models.asleep() ? tr("Asleep") : tr("No model");
    }
    return m_figures.generatedTokens > 0 ? tr("Last answer") : tr("Ready");
}

qreal StatusController::tokensPerSecond() const
{
    return m_speed;
}

QString StatusController::tokensPerSecondText() const
{
    return Format::speed(m_speed);
}

QList<qreal> StatusController::speedHistory() const
{
    return m_history;
}

QString StatusController::timeToFirstTokenText() const
{
    return m_figures.timeToFirstTokenMs > 0 ? Format::seconds(m_figures.timeToFirstTokenMs) : kNothing;
}

QString StatusController::prefillText() const
{
    return m_prefill.total > 0
        ? tr("%1 of %2 tokens").arg(Format::count(m_prefill.done), Format::count(m_prefill.total))
        : kNothing;
}

qreal StatusController::prefillProgress() const
{
    return m_prefill.total > 0 ? static_cast<qreal>(m_prefill.done) / m_prefill.total : 0;
}

QString StatusController::prefillPercentText() const
{
    return Format::percent(prefillProgress());
}

QString StatusController::prefillSpeedText() const
{
    const double speed = m_figures.prefillTokensPerSecond > 0 ? m_figures.prefillTokensPerSecond : m_prefillSpeed;
    return speed > 0 ? tr("%1 tokens/s").arg(Format::speed(speed)) : kNothing;
}

QString StatusController::prefillTimeLeftText() const
{
    const int left = m_prefill.total - m_prefill.done;
    if (m_phase != ChatPhase::Prefill || left <= 0 || !(m_prefillSpeed > 0)) {
        return {};
    }
    return tr("about %1 left").arg(Format::seconds(1000.0 * left / m_prefillSpeed));
}

int StatusController::contextUsed() const
{
    return m_phase == ChatPhase::Prefill && m_prefill.done > 0 ? m_prefill.done : m_figures.contextUsed;
}

int StatusController::contextSize() const
{
    return m_figures.contextSize > 0 ? m_figures.contextSize : m_models.info().contextSize;
}

QString StatusController::contextText() const
{
    return contextSize() > 0 ? tr("%1 of %2 tokens").arg(Format::count(contextUsed()), Format::count(contextSize()))
                             : kNothing;
}

QString StatusController::contextShareText() const
{
    return contextSize() > 0 ? Format::percent(static_cast<double>(contextUsed()) / contextSize()) : kNothing;
}

bool StatusController::contextNearlyFull() const
{
    return contextSize() > 0 && contextUsed() > kNearlyFull * contextSize();
}

QList<MemoryShare> StatusController::memory() const
{
    return m_memory;
}

QString StatusController::memoryTotalText() const
{
    const quint64 bytes = std::min(m_memoryFigures.resident, m_memoryFigures.mapped)
        + std::max(m_memoryFigures.process, m_memoryFigures.kv + m_memoryFigures.buffers);
    return bytes > 0 ? Format::bytes(bytes) : kNothing;
}

QString StatusController::kernelsText() const
{
    return m_models.ready() ? m_models.info().kernels : kNothing;
}

QString StatusController::threadsText() const
{
    return m_models.ready() ? Format::count(m_models.info().threads) : kNothing;
}

QString StatusController::summaryLine() const
{
    QStringList parts;
    if (m_speed > 0) {
        parts << tr("%1 tok/s").arg(tokensPerSecondText());
    }
    if (contextSize() > 0) {
        parts << tr("%1 context").arg(contextShareText());
    }
    if (m_memoryFigures.mapped > 0) {
        parts << memoryTotalText();
    }
    return parts.join(QStringLiteral(" · "));
}

QString StatusController::report() const
{
    return bugReportText({ m_models.info(), m_memoryFigures, m_figures, m_profile, m_bandwidth,
        QString::fromLatin1(QMetaEnum::fromType<ChatPhase::Phase>().key(static_cast<int>(m_phase))) });
}
