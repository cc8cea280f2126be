// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "values/samplingoptions.h"

#include <algorithm>
#include <cmath>

namespace
{
constexpr QLatin1StringView kOnlyChosen("onlyChosen"); // of the JSON: what is not there is not chosen

std::optional<double> within(const std::optional<double> &choice, const SamplingRange &range)
{
    return choice && std::isfinite(*choice) ? std::optional(std::clamp(*choice, range.from, range.to)) : std::nullopt;
}

std::optional<int> wholeOf(const std::optional<double> &choice, const SamplingRange &range)
{
    const std::optional<double> held = within(choice, range);
    return held ? std::optional(static_cast<int>(std::lround(*held))) : std::nullopt;
}
}

QVariant variantOf(const std::optional<double> &choice)
{
    return choice ? QVariant(*choice) : QVariant();
}

std::optional<double> choiceOf(const QVariant &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

void SamplingOptions::setTopKValue(const QVariant &value)
{
    topK = wholeOf(choiceOf(value), kTopKRange);
}

SamplingOptions SamplingOptions::clamped() const
{
    SamplingOptions result = *this;
    result.temperature = within(temperature, kTemperatureRange);
    result.topK = wholeOf(topK, kTopKRange);
    result.topP = within(topP, kTopPRange);
    result.minP = within(minP, kMinPRange);
    result.repeatPenalty = within(repeatPenalty, kRepeatPenaltyRange);
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
    QJsonObject json {
        { kOnlyChosen, true }, { QStringLiteral("maxTokens"), maxTokens }, { QStringLiteral("fixedSeed"), fixedSeed },
        { QStringLiteral("seed"), QString::number(seed) }, // JSON's numbers hold 53 bits
    };
    const auto add = [&json](QLatin1StringView key, const auto &choice) {
        if (choice) {
            json.insert(key, *choice);
        }
    };
    add(QLatin1StringView("temperature"), temperature);
    add(QLatin1StringView("topK"), topK);
    add(QLatin1StringView("topP"), topP);
    add(QLatin1StringView("minP"), minP);
    add(QLatin1StringView("repeatPenalty"), repeatPenalty);
    return json;
}

SamplingOptions SamplingOptions::fromJson(const QJsonObject &json)
{
    // Before the mark every value was written, and 0.7 was both a choice and none: the model's temperature took its place. A
    // default found there was hardly ever chosen, so it counts as not chosen.
    const bool onlyChosen = json[kOnlyChosen].toBool();
    const auto read = [&](QLatin1StringView key, double defaultThen) -> std::optional<double> {
        const QJsonValue value = json[key];
        return value.isDouble() && (onlyChosen || value.toDouble() != defaultThen) ? std::optional(value.toDouble())
                                                                                   : std::nullopt;
    };
    SamplingOptions result;
    result.temperature = read(QLatin1StringView("temperature"), 0.7);
    result.topK = wholeOf(read(QLatin1StringView("topK"), 40), kTopKRange);
    result.topP = read(QLatin1StringView("topP"), 0.95);
    result.minP = read(QLatin1StringView("minP"), 0);
    result.repeatPenalty = read(QLatin1StringView("repeatPenalty"), 1);
    result.maxTokens = json[u"maxTokens"].toInt(result.maxTokens);
    result.fixedSeed = json[u"fixedSeed"].toBool(result.fixedSeed);
    result.seed = json[u"seed"].toString().toULongLong();
    return result.clamped();
}
