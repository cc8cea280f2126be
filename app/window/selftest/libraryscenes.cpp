// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "window/selftest/libraryscenes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace
{
// Models of every kind, in a folder of the user's and in LM Studio's cache.
struct LibraryFile {
    const char *path;
    qint64 bytes;
};
constexpr LibraryFile kLibrary[] = {
    { ".lmstudio/models/lmstudio-community/Qwen2.5-Coder-14B-Instruct-GGUF/Qwen2.5-Coder-14B-Instruct-Q4_K_M.gguf",
        8'988'110'976 },
    { ".lmstudio/models/bartowski/Codestral-22B-v0.1-GGUF/Codestral-22B-v0.1-Q4_K_M.gguf", 13'341'239'520 },
    { "Models/Qwen2.5-Coder-0.5B-Instruct-Q8_0.gguf", 531'068'096 },
    { "Models/mmproj-model-f16.gguf", 1'354'162'912 },
};
const QString kBig = QStringLiteral("Codestral-22B-v0.1-Q4_K_M.gguf");
const QString kVision = QStringLiteral("mmproj-model-f16.gguf");

QString libraryPath(const QString &models, const QString &fileName)
{
    for (const LibraryFile &file : kLibrary) {
        if (const QString path = QString::fromLatin1(file.path); path.endsWith(fileName)) {
            return QFileInfo(models).path() + QLatin1Char('/') + path;
        }
    }
    return models + QLatin1Char('/') + fileName;
}

// The page with all models, `fileName` chosen; what `ready` opens is loaded.
Scene librarian(const Scene &ready, const QString &name, const QString &fileName)
{
    Scene scene = ready;
    scene.name = name;
    scene.library = true;
    scene.options.failures.insert(kVision,
        { InferenceError::Code::Unsupported,
            QStringLiteral("%1: the architecture 'clip' is not supported").arg(kVision) });
    scene.act = [fileName, open = ready.act](Composition &app, const QString &folder) {
        open(app, folder);
        const QString path = libraryPath(folder, fileName);
        QObject::connect(
            &app.models, &ModelController::modelChanged, &app.library,
            [&app] { app.actions.trigger(ActionModel::ShowLibrary); }, Qt::SingleShotConnection);
        QObject::connect(&app.library, &ModelLibrary::searchingChanged, &app.plan, [&app, path] {
            if (app.library.searched()) {
                app.plan.show(path);
            }
        });
    };
    scene.reached = [](const Composition &app) {
        // The first page has begun a search of its own; the page with all models comes with the model.
        return app.models.ready() && app.library.searched() && !app.library.searching()
            && (app.plan.state() == LoadPlan::Ready || app.plan.state() == LoadPlan::Broken);
    };
    return scene;
}
}

void writeLibrary(const QString &home)
{
    for (const LibraryFile &wanted : kLibrary) {
        QFile file(home + QLatin1Char('/') + QString::fromLatin1(wanted.path));
        if (QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly)) {
            file.resize(wanted.bytes); // sparse
        }
    }
}

QList<Scene> libraryScenes(const Scene &ready, const QString &model, const QString &broken)
{
    QList<Scene> list;
    list << librarian(ready, QStringLiteral("library"), model);
    Scene tooLarge = librarian(ready, QStringLiteral("library-too-large"), kBig);
    tooLarge.options.availableMemory = 9'600'000'000;
    list << tooLarge << librarian(ready, QStringLiteral("library-broken"), broken);

    Scene metadata = librarian(ready, QStringLiteral("library-metadata"), model);
    const auto reached = metadata.reached;
    metadata.reached = [reached](const Composition &app) { return reached(app) && !app.details.reading(); };
    const auto act = metadata.act;
    metadata.act = [act, model](Composition &app, const QString &folder) {
        act(app, folder);
        app.details.show(folder + QLatin1Char('/') + model);
    };
    metadata.popup = QStringLiteral("metadataSheet");
    list << metadata;

    Scene places = librarian(ready, QStringLiteral("library-places"), model);
    places.popup = QStringLiteral("placesSheet");
    list << places;

    Scene picker = ready;
    picker.name = QStringLiteral("model-picker");
    picker.library = true;
    picker.popup = QStringLiteral("modelPicker");
    list << picker;

    for (const int width : { 1000, 460 }) {
        Scene narrow = librarian(ready, QStringLiteral("library-%1").arg(width), model);
        narrow.size = { width, 760 };
        list << narrow;
    }
    return list;
}
