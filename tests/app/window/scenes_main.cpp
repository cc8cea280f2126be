// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// vibrant-scenes: takes a picture of every state of the window, offscreen, for looking at and for the README.
//
//   vibrant-scenes --list
//   vibrant-scenes --out DIR [--scheme light|dark|both] [--size 1360x860] [--scale 2] [--language de] [scene ...]
//   vibrant-scenes --out DIR --model FILE.gguf --prompt TEXT [--seconds 20]     a real model, that long after sending
//
// Writes DIR/<scene>-<scheme>.png and prints each path. Exit code 1 if a scene was not reached.
#include <cstdio>

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QLocale>
#include <QQuickStyle>
#include <QTest>

#include "inference/enginebackend.h"
#include "platform/translations.h"
#include "window/selftest/scenes.h"

using namespace std::chrono_literals;

namespace
{
bool save(QQuickWindow *window, const QString &file)
{
    const bool saved = window && window->grabWindow().save(file);
    std::fprintf(saved ? stdout : stderr, "%s%s\n", saved ? "" : "not written: ", qPrintable(file));
    return saved;
}

bool renderModel(const QDir &out, const QCommandLineParser &parser, const QSize &size)
{
    QTemporaryDir folder;
    Composition app(makeEngineBackend(), folder.filePath(QStringLiteral("rc")));
    app.settings.setReducedMotion(true);
    app.settings.rememberWindowSize(size.width(), size.height());
    QQmlApplicationEngine engine;
    engine.setInitialProperties(app.initialProperties());
    engine.loadFromModule("Vibrant", "Main");
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    app.models.openPath(parser.value(QStringLiteral("model")));
    (void)QTest::qWaitFor([&app] { return !app.models.loading(); }, 600'000);
    app.chat.composer()->setText(parser.value(QStringLiteral("prompt")));
    app.chat.send();
    QTest::qWait(1000 * parser.value(QStringLiteral("seconds")).toInt());
    bool saved = true;
    for (const Settings::ColorScheme colors : { Settings::Light, Settings::Dark }) {
        app.settings.setColorScheme(colors);
        QTest::qWait(100);
        const QString name = QStringLiteral("model-%1.png")
                                 .arg(colors == Settings::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
        saved = save(window, out.filePath(name)) && saved;
    }
    delete window;
    return saved;
}
}

int main(int argc, char *argv[])
{
    // The scale factor is read when the application is made.
    for (int i = 1; i + 1 < argc; ++i) {
        if (QByteArrayView(argv[i]) == "--scale") {
            qputenv("QT_SCALE_FACTOR", argv[i + 1]);
        }
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QGuiApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({ { QStringLiteral("list"), QStringLiteral("Print the names of all scenes.") },
        { QStringLiteral("out"), QStringLiteral("Folder for the pictures."), QStringLiteral("DIR"),
            QStringLiteral(".") },
        { QStringLiteral("scheme"), QStringLiteral("light, dark or both."), QStringLiteral("S"),
            QStringLiteral("both") },
        { QStringLiteral("size"), QStringLiteral("Window size instead of the scene's own."), QStringLiteral("WxH") },
        { QStringLiteral("language"), QStringLiteral("Of the window, instead of English."), QStringLiteral("de") },
        { QStringLiteral("scale"), QStringLiteral("Scale factor of the display."), QStringLiteral("F") },
        { QStringLiteral("model"), QStringLiteral("Open this model instead of the scenes."), QStringLiteral("FILE") },
        { QStringLiteral("prompt"), QStringLiteral("What to ask it."), QStringLiteral("TEXT"),
            QStringLiteral("Hello") },
        { QStringLiteral("seconds"), QStringLiteral("How long to wait."), QStringLiteral("N"),
            QStringLiteral("20") } });
    parser.addPositionalArgument(
        QStringLiteral("scene"), QStringLiteral("Scenes to render; all without."), QStringLiteral("[scene ...]"));
    parser.process(application);
    if (parser.isSet(QStringLiteral("language"))) {
        QLocale::setDefault(QLocale(parser.value(QStringLiteral("language"))));
    }
    installTranslations(application);

    QList<Scene> list = scenes();
    if (parser.isSet(QStringLiteral("list"))) {
        for (const Scene &scene : list) {
            std::printf("%s\n", qPrintable(scene.name));
        }
        return 0;
    }
    const QStringList wanted = parser.positionalArguments();
    const QStringList size = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
    const QSize given = size.size() == 2 ? QSize(size[0].toInt(), size[1].toInt()) : QSize();
    const QString scheme = parser.value(QStringLiteral("scheme"));
    const QDir out(parser.value(QStringLiteral("out")));
    QDir().mkpath(out.path());
    if (parser.isSet(QStringLiteral("model"))) {
        return renderModel(out, parser, given.isValid() ? given : QSize(1360, 860)) ? 0 : 1;
    }
    bool all = true;
    for (Scene &scene : list) {
        if (!wanted.isEmpty() && !wanted.contains(scene.name)) {
            continue;
        }
        if (given.isValid()) {
            scene.size = given;
        }
        for (const Settings::ColorScheme colors : { Settings::Light, Settings::Dark }) {
            const QString name = colors == Settings::Dark ? QStringLiteral("dark") : QStringLiteral("light");
            if (scheme != u"both" && scheme != name) {
                continue;
            }
            SceneRun run(scene, colors);
            const bool reached = run.play(20s);
            all = save(
                      reached ? run.window() : nullptr, out.filePath(QStringLiteral("%1-%2.png").arg(scene.name, name)))
                && all;
        }
    }
    return all ? 0 : 1;
}
