// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/libraryplaces.h"

#include <QCoreApplication>
#include <QDir>

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LibraryPlaces)
};
}

QString placeName(const LibraryPlace &place)
{
    switch (place.kind) {
    case LibraryPlace::Kind::Recent:
        return Tr::tr("Opened before", "where a model was found");
    case LibraryPlace::Kind::Folder:
        break;
    case LibraryPlace::Kind::HuggingFace:
        return QStringLiteral("Hugging Face");
    case LibraryPlace::Kind::LmStudio:
        return QStringLiteral("LM Studio");
    case LibraryPlace::Kind::Ollama:
        return QStringLiteral("Ollama");
    case LibraryPlace::Kind::LlamaCpp:
        return QStringLiteral("llama.cpp");
    case LibraryPlace::Kind::Gpt4All:
        return QStringLiteral("GPT4All");
    case LibraryPlace::Kind::Program:
        return Tr::tr("Comes with Vibrant", "where a model was found");
    }
    const QString name = QDir(place.path).dirName();
    return name.isEmpty() ? place.path : name;
}

QList<LibraryPlace> knownPlaces(const QProcessEnvironment &environment, const QString &home)
{
    using Kind = LibraryPlace::Kind;
    QList<LibraryPlace> places;
    const auto add = [&](Kind kind, const QString &path) {
        const LibraryPlace place { kind, QDir::cleanPath(path) };
        // The XDG specification has relative paths ignored; the programs that made the others ignore them as well.
        if (QDir::isAbsolutePath(path) && !places.contains(place)) {
            places.append(place);
        }
    };
    const auto variable = [&](const char *name) { return environment.value(QString::fromLatin1(name)); };
    const auto folder = [&](const char *name, const char *otherwise) {
        const QString value = variable(name);
        return QDir::isAbsolutePath(value) ? value : home + QString::fromLatin1(otherwise);
    };
    const QString cache = folder("XDG_CACHE_HOME", "/.cache");
    const QString data = folder("XDG_DATA_HOME", "/.local/share");

    const QString hubCache = variable("HF_HUB_CACHE"), hfHome = variable("HF_HOME");
    add(Kind::HuggingFace,
        !hubCache.isEmpty()     ? hubCache
            : !hfHome.isEmpty() ? hfHome + QStringLiteral("/hub")
                                : cache + QStringLiteral("/huggingface/hub"));
    add(Kind::LmStudio, home + QStringLiteral("/.lmstudio/models"));
    add(Kind::LmStudio, home + QStringLiteral("/.cache/lm-studio/models")); // before 0.3.6
    add(Kind::Ollama, variable("OLLAMA_MODELS"));
    add(Kind::Ollama, home + QStringLiteral("/.ollama/models"));
    add(Kind::Ollama, QStringLiteral("/usr/share/ollama/.ollama/models")); // its system service
    const QString llamaCache = variable("LLAMA_CACHE");
    add(Kind::LlamaCpp, llamaCache.isEmpty() ? cache + QStringLiteral("/llama.cpp") : llamaCache);
    add(Kind::Gpt4All, data + QStringLiteral("/nomic.ai/GPT4All"));
    return places;
}
