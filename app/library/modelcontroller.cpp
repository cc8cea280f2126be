// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/modelcontroller.h"

#include <QFileInfo>

#include "inference/enginehost.h"
#include "inference/errorwords.h"
#include "platform/format.h"

ModelController::ModelController(EngineHost &engine, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
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
    connect(&engine, &EngineHost::unloaded, this, [this] {
        m_info = {};
        m_recentFiles.setCurrent({});
        Q_EMIT modelChanged();
        Q_EMIT stateChanged();
    });
}

ModelController::State ModelController::state() const
{
    return m_load != 0 ? Loading : ready() ? Ready : NoModel;
}

bool ModelController::ready() const
{
    return !m_info.path.isEmpty();
}

bool ModelController::loading() const
{
    return m_load != 0;
}

QString ModelController::name() const
{
    return m_info.name;
}

QString ModelController::details() const
{
    if (!ready()) {
        return {};
    }
    return tr("%1 · %2 · %3 context", "quantisation, file size, context size in tokens")
        .arg(m_info.quantisation, Format::bytes(m_info.fileBytes), Format::contextSize(m_info.contextSize));
}

QString ModelController::notice() const
{
    return m_info.notice;
}

QString ModelController::filePath() const
{
    return m_info.path;
}

QString ModelController::loadingName() const
{
    return QFileInfo(m_loadingPath).fileName();
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
    if (m_load == 0) {
        return {};
    }
    switch (m_progress.phase) {
    case LoadProgress::Phase::Opening:
        return tr("Opening the file");
    case LoadProgress::Phase::Vocabulary:
        return tr("Reading the vocabulary");
    case LoadProgress::Phase::Weights:
        return tr("Checking the weights · %1 of %2").arg(Format::bytes(m_progress.doneBytes), Format::bytes(m_progress.totalBytes));
    case LoadProgress::Phase::Preparing:
        return tr("Preparing the context");
    case LoadProgress::Phase::Waiting:
        return tr("Waiting for the running answer to end");
    }
    return {};
}

bool ModelController::hasError() const
{
    return !m_errorTitle.isEmpty();
}

QString ModelController::errorTitle() const
{
    return m_errorTitle;
}

QString ModelController::errorText() const
{
    return m_errorText;
}

QString ModelController::errorHint() const
{
    return m_errorHint;
}

RecentFilesModel *ModelController::recentFiles()
{
    return &m_recentFiles;
}

const ModelInfo &ModelController::info() const
{
    return m_info;
}

void ModelController::open(const QUrl &url)
{
    if (url.isLocalFile()) {
        openPath(url.toLocalFile());
    } else {
        setError(url.toDisplayString(), {InferenceError::Code::NotFound, tr("%1 is not a file on this computer").arg(url.toDisplayString())});
    }
}

void ModelController::openPath(const QString &path)
{
    dismissError();
    m_loadingPath = QFileInfo(path).absoluteFilePath();
    m_progress = {};
    m_load = m_engine.load(m_loadingPath);
    Q_EMIT stateChanged();
    Q_EMIT progressChanged();
}

void ModelController::cancelLoad()
{
    m_engine.stop(m_load);
}

void ModelController::unload()
{
    m_engine.unload();
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
        openPath(QString(m_failedPath));
    }
}

void ModelController::onLoaded(RequestId id, const ModelInfo &info)
{
    m_info = info;
    m_recentFiles.add(info.path);
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
    if (error.code != InferenceError::Code::Cancelled) {
        setError(m_loadingPath, error);
    }
    Q_EMIT stateChanged();
    Q_EMIT progressChanged();
}

void ModelController::setError(const QString &path, const InferenceError &error)
{
    const ErrorWords words = path.isEmpty() ? ErrorWords{} : wordsFor(error.code);
    m_failedPath = path;
    m_errorTitle = words.title;
    m_errorText = error.text;
    m_errorHint = words.hint;
    Q_EMIT errorChanged();
}
