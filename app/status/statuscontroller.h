// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The machine's honest figures, refreshed at most every kInterval. Numbers where QML draws them, ready text where it
// prints them.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QtQmlIntegration>

#include "chat/chatcontroller.h"
#include "values/generationtypes.h"

// One part of the memory bar.
struct MemoryShare {
    Q_GADGET
    QML_VALUE_TYPE(memoryShare)
    QML_STRUCTURED_VALUE
    Q_PROPERTY(Kind kind MEMBER kind CONSTANT FINAL)
    Q_PROPERTY(QString label MEMBER label CONSTANT FINAL)
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL) // "4.4 GB"
    Q_PROPERTY(qreal share MEMBER share CONSTANT FINAL) // of the bar, 0..1

public:
    enum Kind {
        Weights, // mapped from the file and resident
        WeightsNotLoaded, // mapped, not in memory (yet)
        KvCache,
        Buffers,
        App, // the rest of the process
    };
    Q_ENUM(Kind)

    Kind kind = Weights;
    QString label;
    QString text;
    qreal share = 0;
    bool operator==(const MemoryShare &) const = default;
};

// One line of the hot-path table: an operation of the engine and what it took.
struct HotPathLine {
    Q_GADGET
    QML_VALUE_TYPE(hotPathLine)
    Q_PROPERTY(QString operation MEMBER operation CONSTANT FINAL) // the engine's own name: "ffn down"
    Q_PROPERTY(qreal share MEMBER share CONSTANT FINAL) // of the time of all, 0..1
    Q_PROPERTY(QString shareText MEMBER shareText CONSTANT FINAL) // "24 %"
    Q_PROPERTY(QString speedText MEMBER speedText CONSTANT FINAL) // "30.4 GB/s"; empty where no bytes are counted

public:
    QString operation;
    qreal share = 0;
    QString shareText;
    QString speedText;
};

class StatusController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(QString phaseText READ phaseText NOTIFY figuresChanged) // "Generating"
    // Generation: the running answer, or the last one.
    Q_PROPERTY(qreal tokensPerSecond READ tokensPerSecond NOTIFY figuresChanged) // over the last two seconds; 0 = none
    Q_PROPERTY(
        QString tokensPerSecondText READ tokensPerSecondText NOTIFY figuresChanged) // "6.8", "–" when there is none
    Q_PROPERTY(QList<qreal> speedHistory READ speedHistory NOTIFY figuresChanged) // tokens/s, oldest first
    Q_PROPERTY(QString timeToFirstTokenText READ timeToFirstTokenText NOTIFY figuresChanged)
    Q_PROPERTY(QString prefillText READ prefillText NOTIFY figuresChanged) // "1 024 of 4 096 tokens"
    Q_PROPERTY(qreal prefillProgress READ prefillProgress NOTIFY figuresChanged) // 0..1
    Q_PROPERTY(QString prefillPercentText READ prefillPercentText NOTIFY figuresChanged)
    Q_PROPERTY(QString prefillSpeedText READ prefillSpeedText NOTIFY figuresChanged) // "71 tokens/s"
    Q_PROPERTY(
        QString prefillTimeLeftText READ prefillTimeLeftText NOTIFY figuresChanged) // "about 12 s left", may be empty
    // Context window.
    Q_PROPERTY(int contextUsed READ contextUsed NOTIFY figuresChanged) // tokens
    Q_PROPERTY(int contextSize READ contextSize NOTIFY figuresChanged) // tokens
    Q_PROPERTY(QString contextText READ contextText NOTIFY figuresChanged) // "1 720 of 8 192 tokens"
    Q_PROPERTY(QString contextShareText READ contextShareText NOTIFY figuresChanged) // "21 %"
    Q_PROPERTY(bool contextNearlyFull READ contextNearlyFull NOTIFY figuresChanged) // above 85 %
    // Memory and machine.
    Q_PROPERTY(QList<MemoryShare> memory READ memory NOTIFY memoryChanged)
    Q_PROPERTY(QString memoryTotalText READ memoryTotalText NOTIFY memoryChanged)
    Q_PROPERTY(QString kernelsText READ kernelsText NOTIFY modelChanged)
    Q_PROPERTY(QString threadsText READ threadsText NOTIFY modelChanged)
    // Memory read while decoding, against what this machine gives at best.
    Q_PROPERTY(QString bandwidthText READ bandwidthText NOTIFY profileChanged) // "29 of 39 GB/s", "–" when unknown
    Q_PROPERTY(qreal bandwidthShare READ bandwidthShare NOTIFY profileChanged) // 0..1; 0 = unknown
    Q_PROPERTY(QList<HotPathLine> hotPath READ hotPath NOTIFY profileChanged) // most expensive first, at most kHotPath
    Q_PROPERTY(QString summaryLine READ summaryLine NOTIFY figuresChanged) // "6.8 tok/s · 21 % context · 5.0 GB"

public:
    static constexpr int kInterval = 250; // ms between refreshes
    static constexpr int kHistory = 120; // speeds kept for the sparkline
    static constexpr int kSpeedWindow = 2000; // ms over which the shown speed is taken
    static constexpr int kHotPath = 6; // operations shown: the others together are a few percent

    StatusController(EngineHost &engine, ModelController &models, ChatController &chat, QObject *parent = nullptr);

    [[nodiscard]] QString phaseText() const;
    [[nodiscard]] qreal tokensPerSecond() const;
    [[nodiscard]] QString tokensPerSecondText() const;
    [[nodiscard]] QList<qreal> speedHistory() const;
    [[nodiscard]] QString timeToFirstTokenText() const;
    [[nodiscard]] QString prefillText() const;
    [[nodiscard]] qreal prefillProgress() const;
    [[nodiscard]] QString prefillPercentText() const;
    [[nodiscard]] QString prefillSpeedText() const;
    [[nodiscard]] QString prefillTimeLeftText() const;
    [[nodiscard]] int contextUsed() const;
    [[nodiscard]] int contextSize() const;
    [[nodiscard]] QString contextText() const;
    [[nodiscard]] QString contextShareText() const;
    [[nodiscard]] bool contextNearlyFull() const;
    [[nodiscard]] QList<MemoryShare> memory() const;
    [[nodiscard]] QString memoryTotalText() const;
    [[nodiscard]] QString kernelsText() const;
    [[nodiscard]] QString threadsText() const;
    [[nodiscard]] QString bandwidthText() const;
    [[nodiscard]] qreal bandwidthShare() const;
    [[nodiscard]] QList<HotPathLine> hotPath() const;
    [[nodiscard]] QString summaryLine() const;
    Q_INVOKABLE [[nodiscard]] QString report() const; // for a bug report, see bugreport.h

Q_SIGNALS:
    void figuresChanged();
    void memoryChanged();
    void modelChanged();
    void profileChanged();

private:
    struct SpeedSample {
        qint64 atMs = 0;
        int tokens = 0;
    };
    void onPrefill(const PrefillProgress &progress);
    void onText(const GenerationFigures &figures);
    void onPhase();
    void onChat();
    void onMemory(const MemoryFigures &figures);
    void onProfile(const EngineProfile &profile);
    void markDirty();
    void refresh();

    ModelController &m_models;
    ChatController &m_chat;
    GenerationFigures m_figures;
    PrefillProgress m_prefill;
    MemoryFigures m_memoryFigures;
    QList<MemoryShare> m_memory;
    EngineProfile m_profile; // the newest
    EngineProfile m_decodeStart; // at the first token of the answer; atNs 0 = none yet
    double m_bandwidth = 0; // GB/s of the answer's decoding; 0 = unknown
    QList<qreal> m_history;
    QList<SpeedSample> m_samples; // of the last kSpeedWindow ms
    qreal m_speed = 0; // tokens/s
    double m_prefillSpeed = 0; // tokens/s, measured here while it runs
    QElapsedTimer m_clock; // of the current request
    ChatPhase::Phase m_phase = ChatPhase::Idle; // of the engine, whichever chat it works for
    QTimer m_timer;
};
