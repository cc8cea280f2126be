// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/modelstore.h"

#include <algorithm>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSaveFile>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcModelStore, "vibrant.modelstore")

namespace
{
constexpr qsizetype kMostBytes = 4 << 20;
constexpr std::array<QLatin1StringView, kKvTypes> kKvNames = { "f16"_L1, "int8"_L1 };

KvType kvTypeOf(const QString &name)
{
    const auto found = std::ranges::find(kKvNames, name);
    return found == kKvNames.end() ? KvType::F16 : static_cast<KvType>(found - kKvNames.begin());
}
}

ModelStore::ModelStore(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    read();
}

void ModelStore::read()
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.read(kMostBytes + 1));
    if (!document.isObject()) {
        file.close();
        QFile::remove(m_path + u".broken"_s);
        QFile::rename(m_path, m_path + u".broken"_s);
        qCWarning(lcModelStore).noquote() << m_path << "is damaged and was put aside";
        return;
    }
    const QJsonObject json = document.object();
    m_foreign = json.value("version"_L1).toInt() > kVersion;
    m_order = json.value("order"_L1).toString();
    m_idleMinutes = std::clamp(json.value("idleMinutes"_L1).toInt(), 0, kMostIdleMinutes);
    const QJsonArray folders = json.value("folders"_L1).toArray();
    for (const QJsonValue &folder : folders) {
        if (QDir::isAbsolutePath(folder.toString()) && m_folders.size() < kMostFolders) {
            m_folders.append(folder.toString());
        }
    }
    const QJsonArray models = json.value("models"_L1).toArray(); // oldest choice first
    for (const QJsonValue &model : models) {
        const LoadOptions options {
            .contextSize = std::clamp(model["context"_L1].toInt(), 0, kMostContext),
            .threads = std::clamp(model["threads"_L1].toInt(), 0, kMostThreads),
            .kv = kvTypeOf(model["kv"_L1].toString()),
        };
        if (const QString path = model["path"_L1].toString(); QDir::isAbsolutePath(path)) {
            m_models.insert(path, { options, ++m_serial });
        }
    }
}

void ModelStore::write()
{
    if (m_path.isEmpty() || m_foreign) {
        return;
    }
    QList<std::pair<qint64, QString>> newest;
    for (const auto &[path, chosen] : m_models.asKeyValueRange()) {
        newest.append({ chosen.serial, path });
    }
    std::ranges::sort(newest);
    QJsonArray models;
    for (qsizetype i = std::max<qsizetype>(0, newest.size() - kMostModels); i < newest.size(); ++i) {
        const LoadOptions &options = m_models[newest[i].second].options;
        models.append(QJsonObject { { u"path"_s, newest[i].second }, { u"context"_s, options.contextSize },
            { u"threads"_s, options.threads }, { u"kv"_s, kKvNames[static_cast<std::size_t>(options.kv)] } });
    }
    const QJsonObject json { { u"version"_s, kVersion }, { u"order"_s, m_order }, { u"idleMinutes"_s, m_idleMinutes },
        { u"folders"_s, QJsonArray::fromStringList(m_folders) }, { u"models"_s, models } };
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit()) {
        qCWarning(lcModelStore).noquote() << m_path << "could not be written:" << file.errorString();
    }
}

LoadOptions ModelStore::options(const QString &file) const
{
    return m_models.value(file).options;
}

void ModelStore::setOptions(const QString &file, const LoadOptions &options)
{
    LoadOptions kept = options;
    kept.anyway = false;
    if (kept == this->options(file)) {
        return;
    }
    if (kept == LoadOptions {}) {
        m_models.remove(file);
    } else {
        m_models.insert(file, { kept, ++m_serial });
    }
    write();
}

void ModelStore::forgetOptions()
{
    if (!m_models.isEmpty()) {
        m_models.clear();
        write();
    }
}

QString ModelStore::path() const
{
    return m_path;
}

QStringList ModelStore::folders() const
{
    return m_folders;
}

void ModelStore::setFolders(const QStringList &folders)
{
    if (folders != m_folders) {
        m_folders = folders.first(std::min<qsizetype>(folders.size(), kMostFolders));
        write();
        Q_EMIT foldersChanged();
    }
}

QString ModelStore::order() const
{
    return m_order;
}

void ModelStore::setOrder(const QString &order)
{
    if (order != m_order) {
        m_order = order;
        write();
    }
}

int ModelStore::idleMinutes() const
{
    return m_idleMinutes;
}

void ModelStore::setIdleMinutes(int minutes)
{
    const int checked = std::clamp(minutes, 0, kMostIdleMinutes);
    if (checked != m_idleMinutes) {
        m_idleMinutes = checked;
        write();
        Q_EMIT idleMinutesChanged();
    }
}
