// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/modelcontroller.h"

#include <utility>

#include <QDesktopServices>
#include <QFileInfo>

#include "inference/enginehost.h"
#include "library/modelstore.h"
#include "settings/settings.h"
#include "values/format.h"

ModelController::ModelController(EngineHost &engine, Settings &settings, ModelStore &store, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_store(store)
    , m_recentFiles(settings)
{
    connect(&engine, &EngineHost::loadProgressed, this, [this](RequestId id, const LoadProgress &progress) {
        if (id == m_load) {
            m_progress = progress;
            Q_EMIT progressChanged();
        }
    });
    connect(&engine, &EngineHost::loaded, this, &ModelController::onLoaded);
    connect(&engine, &EngineHost::loadFailed, this, &ModelController::onLoadFailed);
    connect(&engine, &EngineHost::unloaded, this, &ModelController::onUnloaded);
    connect(&engine, &EngineHost::memoryChanged, this,
        [this](const MemoryFigures &figures) { m_private = figures.kv + figures.buffers; });
}

ModelController::State ModelController::state() const
{
    return loading() ? Loading : ready() ? Ready : m_asleep ? Asleep : NoModel;
}

QString ModelController::details() const
{
    if (m_info.path.isEmpty()) {
        return {};
    }
    return tr("%1 · %2 · %3 context", "quantisation, file size, context size in tokens")
        .arg(m_info.quantisation, Format::bytes(m_info.fileBytes), Format::contextSize(m_info.contextSize));
}

QString ModelController::notice() const
{
    return m_info.starter
        ? tr("This is Vibrant's own starter model: tiny, and good for a few hundred small programming tasks. "
             "Open a coder model for real work.")
        : m_info.notice;
}

QString ModelController::loadingName() const
{
    return QFileInfo(m_nextPath.isEmpty() ? m_loadingPath : m_nextPath).fileName();
}

qreal ModelController::loadProgress() const
{
    using Phase = LoadProgress::Phase;
    if (m_load == 0 || m_progress.totalBytes == 0 || m_progress.phase == Phase::Opening) {
        return -1;
    }
    return m_progress.phase == Phase::Preparing || m_progress.phase == Phase::Waiting
        ? 1
        : static_cast<qreal>(m_progress.doneBytes) / static_cast<qreal>(m_progress.totalBytes);
}

QString ModelController::loadText() const
{
    if (!m_nextPath.isEmpty()) {
        return tr("Unloading the model before it");
    }
    if (m_load == 0) {
        return {};
    }
    switch (m_progress.phase) {
    case LoadProgress::Phase::Opening:
        return tr("Opening the file");
    case LoadProgress::Phase::Vocabulary:
        return tr("Reading the vocabulary");
    case LoadProgress::Phase::Weights:
        return tr("Checking the weights · %1 of %2")
            .arg(Format::bytes(m_progress.doneBytes), Format::bytes(m_progress.totalBytes));
    case LoadProgress::Phase::Preparing:
        return tr("Preparing the context");
    case LoadProgress::Phase::Waiting:
        return tr("Waiting for the running answer to end");
    }
    return {};
}

void ModelController::open(const QUrl &url)
{
    if (url.isLocalFile()) {
        openPath(url.toLocalFile());
    } else {
        setError(url.toDisplayString(),
            { InferenceError::Code::NotFound, tr("%1 is not a file on this computer").arg(url.toDisplayString()) });
    }
}

quint64 ModelController::freedByUnloading() const
{
    return ready() ? m_private : 0;
}

LoadOptions ModelController::optionsFor(const QString &path) const
{
    LoadOptions options = m_store.options(path);
    if (options.contextSize == 0) {
        options.contextSize = m_settings.defaultContext();
    }
    if (options.threads == 0) {
        options.threads = m_settings.threads();
    }
    return options;
}

void ModelController::setStarterPath(const QString &path)
{
    m_starterPath = path;
}

void ModelController::openFirst()
{
    // Recent files are older than the note in the settings.
    if (!m_starterPath.isEmpty() && !m_settings.ownModelOpened() && m_recentFiles.rowCount() == 0) {
        openPath(m_starterPath);
    }
}

void ModelController::openPath(const QString &path)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    load(file, optionsFor(file));
}

void ModelController::load(const QString &path, const LoadOptions &options, bool unloadFirst)
{
    dismissError();
    m_nextPath.clear();
    if (unloadFirst && ready()) {
        m_engine.stop(m_load);
        m_load = 0;
        m_nextPath = path;
        m_nextOptions = options;
        m_engine.unload();
        Q_EMIT stateChanged();
        Q_EMIT progressChanged();
    } else {
        start(path, options);
    }
}

void ModelController::start(const QString &path, const LoadOptions &options)
{
    m_loadingPath = path;
    m_loadingOptions = options;
    m_progress = {};
    m_load = m_engine.load(path, options);
    Q_EMIT stateChanged();
    Q_EMIT progressChanged();
}

void ModelController::cancelLoad()
{
    m_engine.stop(m_load);
    if (!m_nextPath.isEmpty()) {
        m_nextPath.clear();
        Q_EMIT stateChanged();
        Q_EMIT progressChanged();
    }
}

void ModelController::unload()
{
    m_nextPath.clear();
    m_fallingAsleep = false;
    m_engine.unload();
}

void ModelController::sleep()
{
    if (state() == Ready) {
        m_fallingAsleep = true;
        m_engine.unload();
    }
}

void ModelController::wake()
{
    if (state() == Asleep) {
        load(QString(m_info.path), m_info.options);
    }
}

void ModelController::onUnloaded()
{
    m_asleep = std::exchange(m_fallingAsleep, false) && m_nextPath.isEmpty() && m_load == 0 && !m_info.path.isEmpty();
    if (!m_asleep) {
        m_info = {};
        m_recentFiles.setCurrent({});
    }
    if (!m_nextPath.isEmpty()) {
        start(std::exchange(m_nextPath, {}), m_nextOptions);
    }
    Q_EMIT modelChanged();
    Q_EMIT stateChanged();
}

void ModelController::dismissError()
{
    if (hasError()) {
        setError({}, {});
    }
}

void ModelController::retry()
{
    if (!m_failedPath.isEmpty()) {
        load(QString(m_failedPath), m_loadingOptions);
    }
}

void ModelController::recover()
{
    switch (m_error.action) {
    case Recovery::None:
        return;
    case Recovery::Retry:
        return retry();
    case Recovery::ShowFolder:
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_failedPath).absolutePath()));
        return;
    case Recovery::ChooseFile:
    case Recovery::ShowLibrary:
    case Recovery::PlanMemory:
    case Recovery::StartNewChat:
        Q_EMIT recoveryWanted(m_error.action, m_failedPath);
    }
}

void ModelController::onLoaded(RequestId id, const ModelInfo &info)
{
    m_info = info;
    m_asleep = false;
    m_fallingAsleep = false;
    if (!info.starter) {
        m_settings.setOwnModelOpened();
        m_recentFiles.add(info.path);
    }
    m_recentFiles.setCurrent(info.path);
    if (id == m_load) {
        m_load = 0;
    }
    Q_EMIT modelChanged();
    Q_EMIT stateChanged();
    Q_EMIT progressChanged();
}

void ModelController::onLoadFailed(RequestId id, const InferenceError &error)
{
    if (id != m_load) {
        return; // replaced by a newer load
    }
    m_load = 0;
    if (m_asleep && m_loadingPath == m_info.path) { // it does not wake: those that wait for it must be told
        m_asleep = false;
        m_info = {};
        m_recentFiles.setCurrent({});
        Q_EMIT modelChanged();
    }
    if (error.code != InferenceError::Code::Cancelled) {
        setError(m_loadingPath, error);
    }
    Q_EMIT stateChanged();
    Q_EMIT progressChanged();
}

void ModelController::setError(const QString &path, const InferenceError &error)
{
    m_failedPath = path;
    m_error = path.isEmpty() ? ErrorWords {} : wordsFor(error);
    Q_EMIT errorChanged();
}
