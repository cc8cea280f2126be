// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "files/draftcost.h"

#include <algorithm>
#include <cmath>

#include <QLocale>
#include <QStringList>

#include "inference/enginehost.h"

namespace
{
QString duration(double seconds)
{
    if (seconds < 1) {
        return DraftCost::tr("less than a second");
    }
    if (seconds < 90) {
        return DraftCost::tr("about %1 s", "seconds").arg(std::lround(seconds));
    }
    return DraftCost::tr("about %1 min", "minutes").arg(std::lround(seconds / 60));
}
}

DraftCost::DraftCost(EngineHost &engine, Prompt prompt, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_prompt(std::move(prompt))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &DraftCost::count);
    connect(&engine, &EngineHost::tokensCounted, this, &DraftCost::onCounted);
    connect(&engine, &EngineHost::loaded, this, [this](RequestId, const ModelInfo &info) {
        m_contextSize = info.contextSize;
        m_prefill = m_decode = 0;
        invalidate();
    });
    connect(&engine, &EngineHost::unloaded, this, [this] {
        m_known = false;
        Q_EMIT changed();
    });
    connect(&engine, &EngineHost::finished, this, [this](RequestId, const GenerationOutcome &outcome) {
        const GenerationFigures &figures = outcome.figures;
        if (figures.contextSize > 0) {
            m_contextSize = figures.contextSize;
        }
        if (figures.promptTokens - figures.cachedTokens >= kWorthMeasuring && figures.prefillTokensPerSecond > 0) {
            m_prefill = figures.prefillTokensPerSecond;
        }
        m_decode = figures.decodeTokensPerSecond > 0 ? figures.decodeTokensPerSecond : m_decode;
        invalidate(); // the model has read more
    });
}

void DraftCost::invalidate()
{
    m_delay.start();
}

bool DraftCost::counting() const
{
    return m_delay.isActive() || m_counting != 0 || m_again;
}

void DraftCost::countNow()
{
    if (m_delay.isActive()) {
        m_delay.stop();
        count();
    }
}

void DraftCost::count()
{
    if (m_counting != 0) {
        m_again = true;
        return;
    }
    const QList<ChatTurn> prompt = m_prompt();
    if (prompt.isEmpty()) {
        if (std::exchange(m_known, false)) {
            Q_EMIT changed();
        }
        return;
    }
    m_counting = m_engine.countTokens({ .prompts = { prompt }, .texts = {} });
}

void DraftCost::onCounted(RequestId id, const TokenCounts &counts)
{
    if (id != m_counting) {
        return;
    }
    m_counting = 0;
    m_known = counts.known;
    if (m_known) {
        const PromptCount &prompt = counts.prompts.first();
        m_promptTokens = prompt.tokens;
        m_newTokens = std::max(prompt.tokens - prompt.cached, 1); // the last one is always evaluated
    }
    Q_EMIT changed();
    if (std::exchange(m_again, false)) {
        count();
    }
}

bool DraftCost::known() const
{
    return m_known;
}

int DraftCost::newTokens() const
{
    return m_newTokens;
}

int DraftCost::promptTokens() const
{
    return m_promptTokens;
}

int DraftCost::contextSize() const
{
    return m_contextSize;
}

double DraftCost::share() const
{
    return m_known && m_contextSize > 0 ? static_cast<double>(m_promptTokens) / m_contextSize : 0;
}

int DraftCost::roomForPrompt() const
{
    return m_contextSize - std::min(kAnswerRoom, m_contextSize / 8);
}

bool DraftCost::fits() const
{
    return !m_known || m_contextSize == 0 || m_promptTokens <= roomForPrompt();
}

double DraftCost::seconds() const
{
    return m_prefill > 0 ? m_newTokens / m_prefill : -1;
}

QString DraftCost::text() const
{
    if (!m_known) {
        return {};
    }
    QStringList parts = { tr("+%1 tokens", "what sending costs").arg(QLocale().toString(m_newTokens)) };
    if (seconds() >= 0) {
        parts << tr("%1 to the first token", "a time").arg(duration(seconds()));
    }
    if (m_decode > 0) {
        parts << tr("then about %1 tokens/s").arg(QLocale().toString(m_decode, 'f', m_decode < 10 ? 1 : 0));
    }
    if (m_contextSize > 0) {
        parts << tr("%1 % of the context").arg(std::lround(100 * share()));
    }
    return parts.join(QStringLiteral(" · "));
}
