// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Which model is loaded, which one is being loaded, and why the last one was not.
// The three are independent: a load runs beside the loaded model, and a failed load leaves it alone.
//
// A model is loaded with what was chosen for its file, or else with what the settings say. One that gets no question
// may be put to sleep: its memory is given back, and it is loaded again when a question needs it.
#pragma once

#include <QObject>
#include <QUrl>
#include <QtQmlIntegration>

#include "inference/errorwords.h"
#include "library/recentfilesmodel.h"
#include "values/generationtypes.h"

class EngineHost;
class ModelStore;

class ModelController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY modelChanged) // a model is loaded, even while another one is loading
    Q_PROPERTY(bool loading READ loading NOTIFY stateChanged)
    // The loaded model.
    Q_PROPERTY(bool asleep READ asleep NOTIFY stateChanged) // name and details are those of the sleeping one
    Q_PROPERTY(QString name READ name NOTIFY modelChanged)
    Q_PROPERTY(QString details READ details NOTIFY modelChanged) // "Q4_K · 4.7 GB · 32k context"
    Q_PROPERTY(QString notice READ notice NOTIFY modelChanged)
    Q_PROPERTY(bool starter READ starter NOTIFY modelChanged) // it is the small one that comes with the program
    Q_PROPERTY(QString filePath READ filePath NOTIFY modelChanged)
    Q_PROPERTY(SamplingDefaults sampling READ sampling NOTIFY modelChanged) // the engine's own without a model
    // The one being loaded.
    Q_PROPERTY(QString loadingName READ loadingName NOTIFY stateChanged)
    Q_PROPERTY(qreal loadProgress READ loadProgress NOTIFY progressChanged) // 0..1, -1 unknown
    Q_PROPERTY(QString loadText READ loadText NOTIFY progressChanged) // "Reading weights · 1.2 of 4.7 GB"
    // The last load that failed.
    Q_PROPERTY(bool hasError READ hasError NOTIFY errorChanged)
    Q_PROPERTY(ErrorWords error READ error NOTIFY errorChanged)
    Q_PROPERTY(QString errorPath READ errorPath NOTIFY errorChanged)
    Q_PROPERTY(RecentFilesModel *recentFiles READ recentFiles CONSTANT)

public:
    enum State {
        NoModel,
        Loading, // also while another model is loaded and usable, see ready
        Ready,
        Asleep, // unloaded for want of questions; wake() loads it again
    };
    Q_ENUM(State)

    ModelController(EngineHost &engine, Settings &settings, ModelStore &store, QObject *parent = nullptr);

    [[nodiscard]] State state() const;
    [[nodiscard]] bool ready() const { return !m_info.path.isEmpty() && !m_asleep; }
    [[nodiscard]] bool loading() const { return m_load != 0 || !m_nextPath.isEmpty(); }
    [[nodiscard]] bool asleep() const { return m_asleep; }
    [[nodiscard]] QString name() const { return m_info.name; }
    [[nodiscard]] QString details() const;
    [[nodiscard]] QString notice() const;
    [[nodiscard]] bool starter() const { return m_info.starter; }
    [[nodiscard]] QString filePath() const { return m_info.path; }
    [[nodiscard]] const SamplingDefaults &sampling() const { return m_info.sampling; }
    [[nodiscard]] QString loadingName() const;
    [[nodiscard]] qreal loadProgress() const;
    [[nodiscard]] QString loadText() const;
    [[nodiscard]] bool hasError() const { return !m_error.title.isEmpty(); }
    [[nodiscard]] const ErrorWords &error() const { return m_error; }
    [[nodiscard]] QString errorPath() const { return m_failedPath; }
    [[nodiscard]] RecentFilesModel *recentFiles() { return &m_recentFiles; }
    [[nodiscard]] const ModelInfo &info() const { return m_info; } // path empty = none is loaded
    [[nodiscard]] quint64 freedByUnloading() const; // bytes; its file's pages count as free already
    [[nodiscard]] LoadOptions optionsFor(const QString &path) const; // chosen for it, or the settings'
    // With these options instead of the kept ones. `unloadFirst`: two models do not fit beside each other.
    void load(const QString &path, const LoadOptions &options, bool unloadFirst = false);

    Q_INVOKABLE void open(const QUrl &url); // of the file dialog or a drop
    Q_INVOKABLE void openPath(const QString &path);
    // The window begins with the starter model, if there is one, until a user has opened a model; later with none.
    void setStarterPath(const QString &path);
    void openFirst();
    Q_INVOKABLE void cancelLoad();
    Q_INVOKABLE void unload();
    Q_INVOKABLE void sleep(); // if a model is ready and none is loading
    Q_INVOKABLE void wake();
    Q_INVOKABLE void dismissError();
    Q_INVOKABLE void retry(); // the load that failed
    Q_INVOKABLE void recover(); // does what errorAction says, or asks the window to do it

Q_SIGNALS:
    void stateChanged();
    void modelChanged();
    void progressChanged();
    void errorChanged();
    void recoveryWanted(Recovery::Action action, const QString &path); // of recover(): what only the window can do

private:
    void start(const QString &path, const LoadOptions &options);
    void onUnloaded();
    void onLoaded(RequestId id, const ModelInfo &info);
    void onLoadFailed(RequestId id, const InferenceError &error);
    void setError(const QString &path, const InferenceError &error);

    EngineHost &m_engine;
    Settings &m_settings;
    ModelStore &m_store;
    RecentFilesModel m_recentFiles;
    QString m_starterPath; // empty = not installed
    ModelInfo m_info; // of the loaded or the sleeping one; path empty = none
    bool m_asleep = false, m_fallingAsleep = false;
    quint64 m_private = 0; // bytes of the loaded model's context and buffers
    QString m_nextPath; // to be loaded when the model before it is unloaded
    LoadOptions m_nextOptions;
    RequestId m_load = 0; // the running one
    QString m_loadingPath;
    LoadOptions m_loadingOptions;
    LoadProgress m_progress;
    QString m_failedPath;
    ErrorWords m_error;
};
