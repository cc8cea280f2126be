// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Which model is loaded, which one is being loaded, and why the last one was not.
// The three are independent: a load runs beside the loaded model, and a failed load leaves it alone.
#pragma once

#include <QObject>
#include <QUrl>
#include <QtQmlIntegration>

#include "inference/generationtypes.h"
#include "library/recentfilesmodel.h"

class EngineHost;

class ModelController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY modelChanged) // a model is loaded, even while another one is loading
    Q_PROPERTY(bool loading READ loading NOTIFY stateChanged)
    // The loaded model.
    Q_PROPERTY(QString name READ name NOTIFY modelChanged)
    Q_PROPERTY(QString details READ details NOTIFY modelChanged) // "Q4_K · 4.7 GB · 32k context"
    Q_PROPERTY(QString notice READ notice NOTIFY modelChanged)
    Q_PROPERTY(QString filePath READ filePath NOTIFY modelChanged)
    // The one being loaded.
    Q_PROPERTY(QString loadingName READ loadingName NOTIFY stateChanged)
    Q_PROPERTY(qreal loadProgress READ loadProgress NOTIFY progressChanged) // 0..1, -1 unknown
    Q_PROPERTY(QString loadText READ loadText NOTIFY progressChanged) // "Reading weights · 1.2 of 4.7 GB"
    // The last load that failed.
    Q_PROPERTY(bool hasError READ hasError NOTIFY errorChanged)
    Q_PROPERTY(QString errorTitle READ errorTitle NOTIFY errorChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorChanged) // the engine's own words
    Q_PROPERTY(QString errorHint READ errorHint NOTIFY errorChanged) // what to do
    Q_PROPERTY(RecentFilesModel *recentFiles READ recentFiles CONSTANT)

public:
    enum State {
        NoModel,
        Loading, // also while another model is loaded and usable, see ready
        Ready,
    };
    Q_ENUM(State)

    ModelController(EngineHost &engine, Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] State state() const;
    [[nodiscard]] bool ready() const;
    [[nodiscard]] bool loading() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString details() const;
    [[nodiscard]] QString notice() const;
    [[nodiscard]] QString filePath() const;
    [[nodiscard]] QString loadingName() const;
    [[nodiscard]] qreal loadProgress() const;
    [[nodiscard]] QString loadText() const;
    [[nodiscard]] bool hasError() const;
    [[nodiscard]] QString errorTitle() const;
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QString errorHint() const;
    [[nodiscard]] RecentFilesModel *recentFiles();
    [[nodiscard]] const ModelInfo &info() const;

    Q_INVOKABLE void open(const QUrl &url); // of the file dialog or a drop
    Q_INVOKABLE void openPath(const QString &path);
    Q_INVOKABLE void cancelLoad();
    Q_INVOKABLE void unload();
    Q_INVOKABLE void dismissError();
    Q_INVOKABLE void retry(); // the load that failed

Q_SIGNALS:
    void stateChanged();
    void modelChanged();
    void progressChanged();
    void errorChanged();

private:
    void onLoaded(RequestId id, const ModelInfo &info);
    void onLoadFailed(RequestId id, const InferenceError &error);
    void setError(const QString &path, const InferenceError &error);

    EngineHost &m_engine;
    RecentFilesModel m_recentFiles;
    ModelInfo m_info; // path empty = none
    RequestId m_load = 0; // the running one
    QString m_loadingPath;
    LoadProgress m_progress;
    QString m_failedPath, m_errorTitle, m_errorText, m_errorHint;
};
