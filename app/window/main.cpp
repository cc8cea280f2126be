// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The composition root: options, one instance per profile, the engine, the window.
#include <algorithm>
#include <cstdio>
#include <memory>

#include <QCommandLineParser>
#include <QDBusConnection>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QProcessEnvironment>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTemporaryDir>

#include "inference/enginebackend.h"
#include "inference/fakebackend.h"
#include "platform/desktopnotifier.h"
#include "platform/nonetwork.h"
#include "platform/profile.h"
#include "platform/singleinstance.h"
#include "platform/translations.h"
#include "status/answernotices.h"
#include "window/composition.h"
#include "window/selftest/selftest.h"
#include "window/sessionend.h"

namespace
{
const QString kDemoModel = QStringLiteral("Demo model");

// These need no display, so they also work where there is none.
bool worksWithoutDisplay(int argc, char **argv)
{
    constexpr std::string_view kOptions[] = { "--self-test", "--version", "-v", "--help", "-h" };
    return std::any_of(
        argv + 1, argv + argc, [&](std::string_view argument) { return std::ranges::contains(kOptions, argument); });
}

// "file:///…" as file managers pass it, or a path; absolute.
QString pathOf(const QString &argument)
{
    const QUrl url(argument);
    return QFileInfo(url.isLocalFile() ? url.toLocalFile() : argument).absoluteFilePath();
}

int complain(const QString &problem)
{
    std::fprintf(stderr, "vibrant: %s\n", qPrintable(problem));
    return 1;
}

// To the front. On Wayland that takes a token of the program the user clicked in; Qt reads it from this variable.
void raise(QQuickWindow *window, const QByteArray &activationToken)
{
    if (!window) {
        return;
    }
    if (!activationToken.isEmpty()) {
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    }
    window->show();
    window->raise();
    window->requestActivate();
}

struct Options {
    bool demo = false;
    QString profile;
    QStringList files; // absolute paths
};

// The window, until it is closed.
int runWindow(const Options &options)
{
    QTemporaryDir demoFolder; // a demo of no profile must not touch the user's own
    const auto profile
        = options.demo && options.profile.isEmpty() ? Profile::in(demoFolder.path()) : Profile::named(options.profile);
    if (!profile) {
        return complain(QGuiApplication::tr("\"%1\" cannot be the name of a profile: 1 to 40 letters, digits, - and _.")
                .arg(options.profile));
    }
    SingleInstance instance;
    switch (instance.start(profile->key(), options.files)) {
    case SingleInstance::Role::First:
        break;
    case SingleInstance::Role::HandedOver:
        return 0;
    case SingleInstance::Role::Unreachable:
        return complain(QGuiApplication::tr("Vibrant is running already and does not answer."));
    }

    const std::shared_ptr<InferenceBackend> backend
        = options.demo ? std::make_shared<FakeBackend>() : makeEngineBackend();
    Composition app(backend, profile->settingsPath);
    if (!options.demo) {
        QList<LibraryPlace> places = knownPlaces(QProcessEnvironment::systemEnvironment(), QDir::homePath());
        if (const QString starter = backend->starterModel(); !starter.isEmpty()) {
            places.append({ LibraryPlace::Kind::Program, QFileInfo(starter).path() });
        }
        app.library.setKnownPlaces(places);
    }

    NoNetworkFactory noNetwork;
    QQmlApplicationEngine engine;
    engine.setNetworkAccessManagerFactory(&noNetwork);
    QObject::connect(
        &engine, &QQmlApplicationEngine::objectCreationFailed, qApp, [] { QCoreApplication::exit(1); },
        Qt::QueuedConnection);
    engine.setInitialProperties(app.initialProperties());
    engine.loadFromModule("Vibrant", "Main");
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));

    const auto open = [&app](const QStringList &files) {
        if (!files.isEmpty()) {
            app.models.openPath(files.first());
        }
    };
    QObject::connect(&instance, &SingleInstance::asked, window, [&](const QStringList &files, const QByteArray &token) {
        open(files);
        raise(window, token);
    });

    DesktopNotifier notifier(QDBusConnection::sessionBus());
    const AnswerNotices notices(app.chat, app.settings, notifier, [window] { return window && window->isActive(); });
    QObject::connect(&notifier, &Notifier::activated, window, [window](const QByteArray &token, qint64 chat) {
        raise(window, token);
        QMetaObject::invokeMethod(window, "showChat", Q_ARG(double, static_cast<double>(chat)));
    });
    QObject::connect(
        qApp, &QGuiApplication::applicationStateChanged, &notifier, [&notifier](Qt::ApplicationState state) {
            if (state == Qt::ApplicationActive) {
                notifier.withdraw();
            }
        });

    const SessionEnd sessionEnd(app, [&app, window] {
        if (window) {
            app.settings.rememberWindowSize(window->width(), window->height());
        }
    });

    if (options.demo && options.files.isEmpty()) {
        app.models.openPath(demoFolder.filePath(kDemoModel));
    }
    if (options.files.isEmpty()) {
        app.models.openFirst();
    }
    open(options.files);
    return QGuiApplication::exec();
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

    installTranslations(application);

    QCommandLineParser parser;
    parser.setApplicationDescription(QGuiApplication::tr("Chat with a local coder model."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo(
        QStringLiteral("demo"), QGuiApplication::tr("Answer with canned text, without a model."));
    const QCommandLineOption profile(QStringLiteral("profile"),
        QGuiApplication::tr("Keep settings and conversations apart, under this name."), QGuiApplication::tr("NAME"));
    const QCommandLineOption selfTest(
        QStringLiteral("self-test"), QGuiApplication::tr("Visit every screen without a display and report."));
    parser.addOptions({ demo, profile, selfTest });
    parser.addPositionalArgument(
        QStringLiteral("FILE.gguf"), QGuiApplication::tr("The model to open."), QStringLiteral("[FILE.gguf]"));
    parser.process(application);

    if (parser.isSet(selfTest)) {
        return runSelfTest();
    }
    QStringList files;
    for (const QString &argument : parser.positionalArguments()) {
        files << pathOf(argument);
    }
    return runWindow({ parser.isSet(demo), parser.value(profile), files });
}
