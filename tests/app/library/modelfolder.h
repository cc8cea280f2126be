// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A folder with files that look like the caches of other programs, for tests of the library.
#pragma once

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

class ModelFolder
{
public:
    [[nodiscard]] QString root() const { return m_folder.path(); }
    [[nodiscard]] QString at(const QString &path) const { return m_folder.filePath(path); }

    // `bytes` long, sparse; every file of a test has another content where that matters.
    QString file(const QString &path, qint64 bytes = 1000)
    {
        QFile file(at(path));
        QDir().mkpath(QFileInfo(file).path());
        if (file.open(QIODevice::WriteOnly)) {
            file.resize(bytes);
        }
        return file.fileName();
    }
    QString text(const QString &path, const QByteArray &content)
    {
        const QString name = file(path, 0);
        QFile file(name);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(content);
        }
        return name;
    }
    void link(const QString &target, const QString &path)
    {
        QDir().mkpath(QFileInfo(at(path)).path());
        QFile::link(target, at(path)); // symbolic
    }

    // As huggingface_hub lays it out: the file is a link into blobs/.
    void huggingFace(const QString &hub, const QString &repository, const QString &name, qint64 bytes)
    {
        const QString folder
            = hub + QStringLiteral("/models--") + QString(repository).replace(QLatin1Char('/'), QStringLiteral("--"));
        const QString blob = digest(repository + name);
        file(folder + QStringLiteral("/blobs/") + blob, bytes);
        link(QStringLiteral("../../blobs/") + blob, folder + QStringLiteral("/snapshots/0123abcd/") + name);
    }
    // "registry.ollama.ai/library/qwen2.5-coder/7b"
    void ollama(const QString &models, const QString &name, qint64 bytes)
    {
        const QString hex = digest(name);
        file(models + QStringLiteral("/blobs/sha256-") + hex, bytes);
        text(models + QStringLiteral("/manifests/") + name, manifest("sha256:" + hex.toLatin1()));
    }
    [[nodiscard]] static QByteArray manifest(const QByteArray &modelDigest)
    {
        return R"({"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json",)"
               R"("config":{"mediaType":"application/vnd.docker.container.image.v1+json","digest":"sha256:00","size":485},"layers":[)"
               R"({"mediaType":"application/vnd.ollama.image.template","digest":"sha256:11","size":1},)"
               R"({"mediaType":"application/vnd.ollama.image.model","digest":")"
            + modelDigest
            + R"(","size":1000},{"mediaType":"application/vnd.ollama.image.license","digest":"sha256:22","size":1}]})";
    }
    [[nodiscard]] static QString digest(const QString &text)
    {
        return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
    }

private:
    QTemporaryDir m_folder;
};
