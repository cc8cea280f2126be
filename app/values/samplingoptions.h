// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How tokens are drawn, as a chat or a preset chooses it, and what holds where it chooses nothing.
#pragma once

#include <cstdint>
#include <optional>

#include <QJsonObject>
#include <QObject>
#include <QVariant>
#include <QtQmlIntegration>

#include "values/samplingranges.h"

// A choice as QML has it: a number, or undefined for none. Anything that is not a finite number is none.
[[nodiscard]] QVariant variantOf(const std::optional<double> &choice);
[[nodiscard]] std::optional<double> choiceOf(const QVariant &value);

struct SamplingOptions {
    Q_GADGET
    QML_VALUE_TYPE(samplingOptions)
    // Numbers; undefined = not chosen, see SamplingDefaults.
    Q_PROPERTY(QVariant temperature READ temperatureValue WRITE setTemperatureValue FINAL)
    Q_PROPERTY(QVariant topK READ topKValue WRITE setTopKValue FINAL)
    Q_PROPERTY(QVariant topP READ topPValue WRITE setTopPValue FINAL)
    Q_PROPERTY(QVariant minP READ minPValue WRITE setMinPValue FINAL)
    Q_PROPERTY(QVariant repeatPenalty READ repeatPenaltyValue WRITE setRepeatPenaltyValue FINAL)
    Q_PROPERTY(int maxTokens MEMBER maxTokens FINAL)
    // A number; empty = another one for each answer. QML's numbers do not hold all seeds.
    Q_PROPERTY(QString seed READ seedText WRITE setSeedText FINAL)

public:
    // Ranges: samplingranges.h.
    std::optional<double> temperature {};
    std::optional<int> topK {};
    std::optional<double> topP {};
    std::optional<double> minP {};
    std::optional<double> repeatPenalty {};
    int maxTokens = 0; // 0..1 000 000, 0 = as many as fit
    bool fixedSeed = false; // false: every answer draws its own
    quint64 seed = 0;
    bool operator==(const SamplingOptions &) const = default;

    [[nodiscard]] QString seedText() const;
    void setSeedText(const QString &text); // what is no number is as good as nothing
    // Every value moved into its range; what is not a number is not chosen.
    [[nodiscard]] SamplingOptions clamped() const;
    // Only what is chosen, and a mark that it is written like this.
    [[nodiscard]] QJsonObject toJson() const;
    // What is missing or of the wrong type is not chosen; the result is clamped. Without the mark every value was written,
    // chosen or not: one that is the default of that time counts as not chosen.
    [[nodiscard]] static SamplingOptions fromJson(const QJsonObject &json);

    [[nodiscard]] QVariant temperatureValue() const { return variantOf(temperature); }
    void setTemperatureValue(const QVariant &value) { temperature = choiceOf(value); }
    [[nodiscard]] QVariant topKValue() const { return variantOf(topK); }
    void setTopKValue(const QVariant &value);
    [[nodiscard]] QVariant topPValue() const { return variantOf(topP); }
    void setTopPValue(const QVariant &value) { topP = choiceOf(value); }
    [[nodiscard]] QVariant minPValue() const { return variantOf(minP); }
    void setMinPValue(const QVariant &value) { minP = choiceOf(value); }
    [[nodiscard]] QVariant repeatPenaltyValue() const { return variantOf(repeatPenalty); }
    void setRepeatPenaltyValue(const QVariant &value) { repeatPenalty = choiceOf(value); }
};

// What an answer is drawn with where its chat chose nothing: what the model's file recommends, else the engine's defaults.
struct SamplingDefaults {
    Q_GADGET
    QML_VALUE_TYPE(samplingDefaults)
    Q_PROPERTY(double temperature MEMBER temperature CONSTANT FINAL)
    Q_PROPERTY(int topK MEMBER topK CONSTANT FINAL)
    Q_PROPERTY(double topP MEMBER topP CONSTANT FINAL)
    Q_PROPERTY(double minP MEMBER minP CONSTANT FINAL)
    Q_PROPERTY(double repeatPenalty MEMBER repeatPenalty CONSTANT FINAL)
    // The largest values that a field of these takes.
    Q_PROPERTY(double mostTemperature READ mostTemperature CONSTANT FINAL)
    Q_PROPERTY(int mostTopK READ mostTopK CONSTANT FINAL)
    Q_PROPERTY(double mostRepeatPenalty READ mostRepeatPenalty CONSTANT FINAL)

public:
    double temperature = kTemperatureRange.otherwise;
    int topK = static_cast<int>(kTopKRange.otherwise);
    double topP = kTopPRange.otherwise;
    double minP = kMinPRange.otherwise;
    double repeatPenalty = kRepeatPenaltyRange.otherwise;
    bool operator==(const SamplingDefaults &) const = default;

    [[nodiscard]] static double mostTemperature() { return kTemperatureRange.to; }
    [[nodiscard]] static int mostTopK() { return static_cast<int>(kTopKRange.to); }
    [[nodiscard]] static double mostRepeatPenalty() { return kRepeatPenaltyRange.to; }
};
