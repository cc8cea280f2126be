// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One model before it is loaded: what it needs against what is free, and the choices that change it. Choices are kept for
// the file at once and hold for every later load of it.
#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "inference/errorwords.h"
#include "library/loadchoices.h"
#include "library/memoryplan.h"

class ModelController;
class ModelHeaders;
class ModelLibrary;
class ModelStore;

class LoadPlan : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(QString path READ path NOTIFY changed) // of the model planned for; empty = none
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed) // it is the loaded one
    Q_PROPERTY(bool differs READ differs NOTIFY changed) // and was loaded with other choices than these
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(ErrorWords problem READ problem NOTIFY changed) // why it would not load
    Q_PROPERTY(ModelFacts facts READ facts NOTIFY changed) // what is known of it
    // The choices. Writing them keeps them for the file; what is out of range is moved into it.
    Q_PROPERTY(LoadChoices choices READ choices WRITE setChoices NOTIFY changed)
    Q_PROPERTY(QList<int> steps READ steps NOTIFY changed) // contexts to choose from, tokens, ascending
    Q_PROPERTY(QString contextText READ contextText NOTIFY changed) // "16k tokens"
    Q_PROPERTY(QStringList cacheTypes READ cacheTypes NOTIFY changed)
    Q_PROPERTY(int mostThreads READ mostThreads CONSTANT) // CPUs of this machine
    Q_PROPERTY(bool chosen READ chosen NOTIFY changed) // something is not the default: reset() would change it
    // Memory.
    Q_PROPERTY(QList<qreal> parts READ parts NOTIFY changed) // weights, context, buffers, in bytes
    Q_PROPERTY(QStringList partTexts READ partTexts NOTIFY changed)
    Q_PROPERTY(qreal available READ available NOTIFY changed) // bytes, with what unloading the loaded model gives back
    Q_PROPERTY(QString totalText READ totalText NOTIFY changed)
    Q_PROPERTY(QString availableText READ availableText NOTIFY changed)
    Q_PROPERTY(Fit fit READ fit NOTIFY changed)
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed)
    Q_PROPERTY(int largestContext READ largestContext NOTIFY changed) // tokens; 0 = none fits
    Q_PROPERTY(QString largestText READ largestText NOTIFY changed)

public:
    enum State {
        Nothing,
        Reading,
        Ready,
        Broken, // see problem
    };
    Q_ENUM(State)
    enum Fit {
        Fits,
        FitsAfterUnload,
        TooLarge,
    };
    Q_ENUM(Fit)

    LoadPlan(ModelHeaders &headers, ModelController &models, ModelLibrary &library, ModelStore &store,
        QObject *parent = nullptr);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool loaded() const;
    [[nodiscard]] bool differs() const;
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] ErrorWords problem() const;
    [[nodiscard]] ModelFacts facts() const { return m_model; }
    [[nodiscard]] LoadChoices choices() const;
    void setChoices(const LoadChoices &choices);
    [[nodiscard]] QList<int> steps() const;
    [[nodiscard]] QString contextText() const;
    [[nodiscard]] QStringList cacheTypes() const;
    [[nodiscard]] int mostThreads() const;
    [[nodiscard]] bool chosen() const { return m_options != LoadOptions {}; }
    [[nodiscard]] QList<qreal> parts() const;
    [[nodiscard]] QStringList partTexts() const;
    [[nodiscard]] qreal available() const;
    [[nodiscard]] QString totalText() const;
    [[nodiscard]] QString availableText() const;
    [[nodiscard]] Fit fit() const;
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] int largestContext() const { return m_plan.largestContext; }
    [[nodiscard]] QString largestText() const;

    Q_INVOKABLE void show(const QString &path);
    Q_INVOKABLE void clear();
    Q_INVOKABLE void refresh(); // what is free now
    Q_INVOKABLE void follow(); // the same, unless it is nearly what it was: for calling again and again
    Q_INVOKABLE void useLargest();
    Q_INVOKABLE void reset(); // all choices
    Q_INVOKABLE void load(); // even if it does not fit: the button says so

Q_SIGNALS:
    void changed();

private:
    void describe(const ModelDescription &description);
    void choose(const LoadOptions &options);
    void compute();

    ModelHeaders &m_headers;
    ModelController &m_models;
    ModelLibrary &m_library;
    ModelStore &m_store;
    QString m_path, m_title;
    State m_state = Nothing;
    quint64 m_request = 0; // for the description
    ModelDescription m_model;
    LoadOptions m_options; // as chosen: 0 is automatic
    LoadOptions m_effective; // with the settings filled in
    quint64 m_available = 0, m_freed = 0; // bytes
    MemoryPlan m_plan;
};
