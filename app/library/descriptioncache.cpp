// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/descriptioncache.h"

#include <algorithm>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace
{
constexpr int kMostParts = 1024;
constexpr double kMostContext = 1 << 28; // tokens, far above any model's

// JSON numbers are doubles: sizes and times are exact below 2^53, which is 9 petabytes.
template <typename Number> Number within(const QJsonValue &value, double most)
{
    return static_cast<Number>(std::clamp(value.toDouble(), 0.0, most));
}
double number(const QJsonObject &json, QLatin1StringView key, double most)
{
    return within<double>(json.value(key), most);
}
quint64 bytes(const QJsonObject &json, QLatin1StringView key)
{
    return static_cast<quint64>(number(json, key, 9e15));
}

QJsonObject toJson(const ModelDescription &d)
{
    QJsonObject json {
        { u"name"_s, d.name },
        { u"architecture"_s, d.architecture },
        { u"quantisation"_s, d.quantisation },
        { u"licence"_s, d.licence },
        { u"notice"_s, d.notice },
        { u"parameters"_s, static_cast<double>(d.parameters) },
        { u"fileBytes"_s, static_cast<double>(d.fileBytes) },
        { u"parts"_s, d.parts },
        { u"trainedContext"_s, d.trainedContext },
        { u"chatTemplate"_s, d.chatTemplate },
        { u"bufferBytes"_s, static_cast<double>(d.bufferBytes) },
    };
    QJsonArray kv;
    for (const KvCost &cost : d.kv) {
        QJsonArray shares;
        for (const KvCost::Share &share : cost.shares) {
            shares.append(
                QJsonArray { static_cast<double>(share.bytesPerToken), static_cast<double>(share.mostTokens) });
        }
        kv.append(QJsonArray { static_cast<int>(cost.type), static_cast<double>(cost.fixedBytes), shares });
    }
    json.insert(u"kv"_s, kv);
    if (d.problem) {
        json.insert(u"anotherKind"_s, d.problem->text); // the only problem that is kept
    }
    return json;
}

// Empty if it is not whole: then the file is described anew.
std::optional<ModelDescription> fromJson(const QJsonObject &json)
{
    ModelDescription d;
    if (const QString why = json.value("anotherKind"_L1).toString(); !why.isEmpty()) {
        d.problem = { InferenceError::Code::AnotherKind, why };
        return d;
    }
    d.name = json.value("name"_L1).toString();
    d.architecture = json.value("architecture"_L1).toString();
    d.quantisation = json.value("quantisation"_L1).toString();
    d.licence = json.value("licence"_L1).toString();
    d.notice = json.value("notice"_L1).toString();
    d.parameters = bytes(json, "parameters"_L1);
    d.fileBytes = bytes(json, "fileBytes"_L1);
    d.parts = static_cast<int>(number(json, "parts"_L1, kMostParts));
    d.trainedContext = static_cast<int>(number(json, "trainedContext"_L1, kMostContext));
    d.chatTemplate = json.value("chatTemplate"_L1).toBool();
    d.bufferBytes = bytes(json, "bufferBytes"_L1);
    const QJsonArray kv = json.value("kv"_L1).toArray();
    for (const QJsonValue &cost : kv) {
        const int type = cost[0].toInt(-1);
        if (type < 0 || type >= kKvTypes) {
            return std::nullopt;
        }
        KvCost read { static_cast<KvType>(type), within<quint64>(cost[1], 9e15), {} };
        const QJsonArray shares = cost[2].toArray();
        for (const QJsonValue &share : shares) {
            read.shares.append(
                { within<quint64>(share[0], 9e15), within<quint32>(share[1], std::numeric_limits<quint32>::max()) });
        }
        d.kv.append(read);
    }
    const bool whole = !d.architecture.isEmpty() && d.fileBytes > 0 && d.trainedContext > 0 && !d.kv.isEmpty();
    return whole ? std::optional(d) : std::nullopt;
}
}

DescriptionCache::DescriptionCache(QString path, QString engine)
    : m_path(std::move(path))
    , m_engine(std::move(engine))
{
}

void DescriptionCache::read()
{
    m_entries.clear();
    m_changed = false;
    QFile file(m_path);
    if (m_path.isEmpty() || file.size() > kMostBytes || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson(file.read(kMostBytes)).object();
    if (json.value("version"_L1).toInt() != kVersion || json.value("engine"_L1).toString() != m_engine) {
        return;
    }
    const QJsonArray models = json.value("models"_L1).toArray();
    for (const QJsonValue &value : models) {
        const QJsonObject model = value.toObject();
        const QString path = model.value("path"_L1).toString();
        const auto description = fromJson(model.value("description"_L1).toObject());
        if (QDir::isAbsolutePath(path) && description && m_entries.size() < kMostModels) {
            m_entries.insert(
                path, { bytes(model, "bytes"_L1), static_cast<qint64>(bytes(model, "modified"_L1)), *description });
        }
    }
}

void DescriptionCache::write()
{
    if (m_path.isEmpty() || !m_changed) {
        return;
    }
    m_changed = false;
    if (m_entries.size() > kMostModels) {
        m_entries.removeIf([this](const auto &entry) { return !m_used.contains(entry.key()); });
    }
    QJsonArray models;
    for (const auto &[path, entry] : m_entries.asKeyValueRange()) {
        models.append(QJsonObject { { u"path"_s, path }, { u"bytes"_s, static_cast<double>(entry.bytes) },
            { u"modified"_s, static_cast<double>(entry.modified) }, { u"description"_s, toJson(entry.description) } });
    }
    const QJsonObject json { { u"version"_s, kVersion }, { u"engine"_s, m_engine }, { u"models"_s, models } };
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(json).toJson(QJsonDocument::Compact));
        file.commit(); // without it the next start reads the headers again
    }
}

std::optional<ModelDescription> DescriptionCache::find(const FoundModel &file)
{
    m_used.insert(file.path);
    const auto found = m_entries.constFind(file.path);
    return found != m_entries.cend() && found->bytes == file.bytes && found->modified == file.modified
        ? std::optional(found->description)
        : std::nullopt;
}

void DescriptionCache::insert(const FoundModel &file, const ModelDescription &description)
{
    if (!description.problem || description.problem->code == InferenceError::Code::AnotherKind) {
        m_entries.insert(file.path, { file.bytes, file.modified, description });
        m_changed = true;
    }
}
