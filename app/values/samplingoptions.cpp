// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "values/samplingoptions.h"

#include <algorithm>
#include <cmath>

namespace
{
double within(double value, double least, double most, double otherwise)
{
    return std::isfinite(value) ? std::clamp(value, least, most) : otherwise;
}
}

SamplingOptions SamplingOptions::clamped() const
{
    constexpr SamplingOptions kDefault;
    SamplingOptions result = *this;
    result.temperature = within(temperature, 0, 2, kDefault.temperature);
    result.topK = std::clamp(topK, 0, 1000);
    result.topP = within(topP, 0, 1, kDefault.topP);
    result.minP = within(minP, 0, 1, kDefault.minP);
    result.repeatPenalty = within(repeatPenalty, 1, 2, kDefault.repeatPenalty);
    result.maxTokens = std::clamp(maxTokens, 0, 1'000'000);
    return result;
}

QString SamplingOptions::seedText() const
{
    return fixedSeed ? QString::number(seed) : QString();
}

void SamplingOptions::setSeedText(const QString &text)
{
    const quint64 value = text.trimmed().toULongLong(&fixedSeed);
    seed = fixedSeed ? value : 0;
}

QJsonObject SamplingOptions::toJson() const
{
    return {
        { QStringLiteral("temperature"), temperature }, { QStringLiteral("topK"), topK },
        { QStringLiteral("topP"), topP }, { QStringLiteral("minP"), minP },
        { QStringLiteral("repeatPenalty"), repeatPenalty }, { QStringLiteral("maxTokens"), maxTokens },
        { QStringLiteral("fixedSeed"), fixedSeed },
        { QStringLiteral("seed"), QString::number(seed) }, // JSON's numbers hold 53 bits
    };
}

SamplingOptions SamplingOptions::fromJson(const QJsonObject &json)
{
    SamplingOptions result;
    result.temperature = json[u"temperature"].toDouble(result.temperature);
    result.topK = json[u"topK"].toInt(result.topK);
    result.topP = json[u"topP"].toDouble(result.topP);
    result.minP = json[u"minP"].toDouble(result.minP);
    result.repeatPenalty = json[u"repeatPenalty"].toDouble(result.repeatPenalty);
    result.maxTokens = json[u"maxTokens"].toInt(result.maxTokens);
    result.fixedSeed = json[u"fixedSeed"].toBool(result.fixedSeed);
    result.seed = json[u"seed"].toString().toULongLong();
    return result.clamped();
}
