// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How tokens are drawn, as a chat or a preset chooses it. The engine holds every value to its ranges once more.
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QtQmlIntegration>

#include <cstdint>

struct SamplingOptions {
    Q_GADGET
    QML_VALUE_TYPE(samplingOptions)
    Q_PROPERTY(double temperature MEMBER temperature FINAL)
    Q_PROPERTY(int topK MEMBER topK FINAL)
    Q_PROPERTY(double topP MEMBER topP FINAL)
    Q_PROPERTY(double minP MEMBER minP FINAL)
    Q_PROPERTY(double repeatPenalty MEMBER repeatPenalty FINAL)
    Q_PROPERTY(int maxTokens MEMBER maxTokens FINAL)
    // A number; empty = another one for each answer. QML's numbers do not hold all seeds.
    Q_PROPERTY(QString seed READ seedText WRITE setSeedText FINAL)

public:
    double temperature = 0.7; // 0..2 here; 0 = always the most likely token
    int topK = 40; // 0..1000, 0 = off
    double topP = 0.95; // 0..1, 1 = off
    double minP = 0; // 0..1, 0 = off
    double repeatPenalty = 1; // 1..2, 1 = off
    int maxTokens = 0; // 0..1 000 000, 0 = as many as fit
    bool fixedSeed = false; // false: every answer draws its own
    quint64 seed = 0;
    bool operator==(const SamplingOptions &) const = default;

    [[nodiscard]] QString seedText() const;
    void setSeedText(const QString &text); // what is no number is as good as nothing
    // Every value moved into its range; what is not a number becomes the default.
    [[nodiscard]] SamplingOptions clamped() const;
    [[nodiscard]] QJsonObject toJson() const; // every member
    // What is missing or of the wrong type is the default; the result is clamped.
    [[nodiscard]] static SamplingOptions fromJson(const QJsonObject &json);
};
