// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One model before it is loaded: what it needs against what is free, and the choices that change it. Choices are kept for
// the file at once and hold for every later load of it.
#pragma once

#include <QObject>
#include <QtQmlIntegration>

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
    Q_PROPERTY(QString problem READ problem NOTIFY changed) // why it would not load, in the user's words
    Q_PROPERTY(QString reason READ reason NOTIFY changed) // in the engine's
    Q_PROPERTY(QString hint READ hint NOTIFY changed)
    // What is known of it, ready to print; empty where nothing is.
    Q_PROPERTY(QString name READ name NOTIFY changed) // the file's own
    Q_PROPERTY(QString architecture READ architecture NOTIFY changed)
    Q_PROPERTY(QString quantisation READ quantisation NOTIFY changed)
    Q_PROPERTY(QString parametersText READ parametersText NOTIFY changed)
    Q_PROPERTY(QString licence READ licence NOTIFY changed)
    Q_PROPERTY(QString trainedContextText READ trainedContextText NOTIFY changed)
    Q_PROPERTY(QString templateText READ templateText NOTIFY changed) // "in the file", "none: a plain one is used"
    Q_PROPERTY(QString filesText READ filesText NOTIFY changed) // "4.7 GB in 3 files"
    // The choices.
    Q_PROPERTY(bool automatic READ automatic WRITE setAutomatic NOTIFY changed) // the context is chosen for the user
    Q_PROPERTY(QList<int> steps READ steps NOTIFY changed) // contexts to choose from, tokens, ascending
    Q_PROPERTY(int contextSize READ contextSize WRITE setContextSize NOTIFY changed) // tokens, also when automatic
    Q_PROPERTY(QString contextText READ contextText NOTIFY changed) // "16k tokens"
    Q_PROPERTY(QStringList cacheTypes READ cacheTypes NOTIFY changed)
    Q_PROPERTY(int cacheType READ cacheType WRITE setCacheType NOTIFY changed) // index of cacheTypes
    Q_PROPERTY(int threads READ threads WRITE setThreads NOTIFY changed) // 0 = automatic
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

    [[nodiscard]] QString path() const;
    [[nodiscard]] State state() const;
    [[nodiscard]] bool loaded() const;
    [[nodiscard]] bool differs() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString architecture() const;
    [[nodiscard]] QString quantisation() const;
    [[nodiscard]] QString parametersText() const;
    [[nodiscard]] QString licence() const;
    [[nodiscard]] QString trainedContextText() const;
    [[nodiscard]] QString templateText() const;
    [[nodiscard]] QString filesText() const;
    [[nodiscard]] bool automatic() const;
    void setAutomatic(bool automatic);
    [[nodiscard]] QList<int> steps() const;
    [[nodiscard]] int contextSize() const;
    void setContextSize(int tokens);
    [[nodiscard]] QString contextText() const;
    [[nodiscard]] QStringList cacheTypes() const;
    [[nodiscard]] int cacheType() const;
    void setCacheType(int index);
    [[nodiscard]] int threads() const;
    void setThreads(int threads);
    [[nodiscard]] int mostThreads() const;
    [[nodiscard]] bool chosen() const;
    [[nodiscard]] QList<qreal> parts() const;
    [[nodiscard]] QStringList partTexts() const;
    [[nodiscard]] qreal available() const;
    [[nodiscard]] QString totalText() const;
    [[nodiscard]] QString availableText() const;
    [[nodiscard]] Fit fit() const;
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] int largestContext() const;
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
