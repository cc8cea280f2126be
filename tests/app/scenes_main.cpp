// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// vibrant-scenes: takes a picture of every state of the window, offscreen, for looking at and for the README.
//
//   vibrant-scenes --list
//   vibrant-scenes --out DIR [--scheme light|dark|both] [--size 1360x860] [--scale 2] [scene ...]
//
// Writes DIR/<scene>-<scheme>.png and prints each path. Exit code 1 if a scene was not reached.
#include <cstdio>

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QLocale>
#include <QQuickStyle>

#include "selftest/scenes.h"

using namespace std::chrono_literals;

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
    parser.addOptions({{QStringLiteral("list"), QStringLiteral("Print the names of all scenes.")},
                       {QStringLiteral("out"), QStringLiteral("Folder for the pictures."), QStringLiteral("DIR"), QStringLiteral(".")},
                       {QStringLiteral("scheme"), QStringLiteral("light, dark or both."), QStringLiteral("S"), QStringLiteral("both")},
                       {QStringLiteral("size"), QStringLiteral("Window size instead of the scene's own."), QStringLiteral("WxH")},
                       {QStringLiteral("scale"), QStringLiteral("Scale factor of the display."), QStringLiteral("F")}});
    parser.addPositionalArgument(QStringLiteral("scene"), QStringLiteral("Scenes to render; all without."), QStringLiteral("[scene ...]"));
    parser.process(application);

    QList<Scene> list = scenes();
    if (parser.isSet(QStringLiteral("list"))) {
        for (const Scene &scene : list) {
            std::printf("%s\n", qPrintable(scene.name));
        }
        return 0;
    }
    const QStringList wanted = parser.positionalArguments();
    const QStringList size = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
    const QString scheme = parser.value(QStringLiteral("scheme"));
    const QDir out(parser.value(QStringLiteral("out")));
    QDir().mkpath(out.path());
    int missed = 0;
    for (Scene &scene : list) {
        if (!wanted.isEmpty() && !wanted.contains(scene.name)) {
            continue;
        }
        if (size.size() == 2) {
            scene.size = {size[0].toInt(), size[1].toInt()};
        }
        for (const Settings::ColorScheme colors : {Settings::Light, Settings::Dark}) {
            const QString name = colors == Settings::Dark ? QStringLiteral("dark") : QStringLiteral("light");
            if (scheme != u"both" && scheme != name) {
                continue;
            }
            SceneRun run(scene, colors);
            const QString file = out.filePath(QStringLiteral("%1-%2.png").arg(scene.name, name));
            if (run.play(20s) && run.window()->grabWindow().save(file)) {
                std::printf("%s\n", qPrintable(file));
            } else {
                std::fprintf(stderr, "not reached: %s\n", qPrintable(scene.name));
                ++missed;
            }
        }
    }
    return missed == 0 ? 0 : 1;
}
