// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The composition root: options, the engine, the window.
#include <algorithm>
#include <memory>

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTemporaryDir>

#include "composition.h"
#include "inference/enginebackend.h"
#include "inference/fakebackend.h"
#include "platform/nonetwork.h"
#include "selftest/selftest.h"

namespace
{
const QString kDemoModel = QStringLiteral("Demo model");

// These need no display, so they also work where there is none.
bool worksWithoutDisplay(int argc, char **argv)
{
    constexpr std::string_view kOptions[] = {"--self-test", "--version", "-v", "--help", "-h"};
    return std::any_of(argv + 1, argv + argc, [&](std::string_view argument) { return std::ranges::contains(kOptions, argument); });
}

// "file:///…" as file managers pass it, or a path.
QString pathOf(const QString &argument)
{
    const QUrl url(argument);
    return url.isLocalFile() ? url.toLocalFile() : argument;
}
}

int main(int argc, char *argv[])
{
    const bool headless = worksWithoutDisplay(argc, argv);
    if (headless) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    }
    QQuickStyle::setStyle(QStringLiteral("Basic")); // the components draw everything themselves
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("vibrant"));
    QGuiApplication::setOrganizationName(QStringLiteral("vibrant"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Vibrant"));
    QGuiApplication::setApplicationVersion(QStringLiteral(VIBRANT_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.vibrant.Vibrant"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QGuiApplication::tr("Chat with a local coder model."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo(QStringLiteral("demo"), QGuiApplication::tr("Answer with canned text, without a model."));
    const QCommandLineOption selfTest(QStringLiteral("self-test"), QGuiApplication::tr("Visit every screen without a display and report."));
    parser.addOptions({demo, selfTest});
    parser.addPositionalArgument(QStringLiteral("FILE.gguf"), QGuiApplication::tr("The model to open."), QStringLiteral("[FILE.gguf]"));
    parser.process(application);

    if (parser.isSet(selfTest)) {
        return runSelfTest();
    }

    QTemporaryDir demoFolder; // the demo must not touch the user's settings
    const bool isDemo = parser.isSet(demo);
    const std::shared_ptr<InferenceBackend> backend = isDemo ? std::make_shared<FakeBackend>() : makeEngineBackend();
    Composition app(backend, isDemo ? demoFolder.filePath(QStringLiteral("vibrantrc")) : QString());

    NoNetworkFactory noNetwork;
    QQmlApplicationEngine engine;
    engine.setNetworkAccessManagerFactory(&noNetwork);
    QObject::connect(
        &engine, &QQmlApplicationEngine::objectCreationFailed, &application, [] { QCoreApplication::exit(1); }, Qt::QueuedConnection);
    engine.setInitialProperties(app.initialProperties());
    engine.loadFromModule("Vibrant", "Main");

    if (isDemo) {
        app.models.openPath(demoFolder.filePath(kDemoModel));
    } else if (const QStringList files = parser.positionalArguments(); !files.isEmpty()) {
        app.models.openPath(pathOf(files.first()));
    }
    return QGuiApplication::exec();
}
