// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "window/selftest/scenes.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QTimer>

#include "window/selftest/libraryscenes.h"
#include "window/selftest/readingscenes.h"

using namespace std::chrono_literals;

namespace
{
const QString kModel = QStringLiteral("Qwen2.5-Coder-7B-Instruct-Q4_K_M.gguf");
const QString kOther = QStringLiteral("Llama-3.2-3B-Instruct-Q6_K.gguf");
const QString kMissing = QStringLiteral("stories260K.gguf"); // recent, but not there any more
const QString kBroken = QStringLiteral("interrupted-download.gguf");
const QString kPrompt = QStringLiteral(
    "This reads a length from the file and allocates it. Make it reject lengths that don't fit the bytes that remain.");

FakeOptions instant()
{
    FakeOptions options;
    options.tokensPerSecond = 0;
    options.prefillTokensPerSecond = 0;
    options.loadTime = 0ms;
    options.failures.insert(kBroken,
        { InferenceError::Code::Truncated,
            QStringLiteral("%1: the tensor data ends too early at blk.17.ffn_up.weight (found 3298534883 "
                           "bytes, allowed at least 4683073952)")
                .arg(kBroken) });
    return options;
}

void openModel(Composition &app, const QString &folder)
{
    app.models.openPath(folder + QLatin1Char('/') + kModel);
}

bool isIdle(const Composition &app)
{
    return app.models.ready() && app.chat.current()->phase() == ChatPhase::Idle;
}

Scene chatScene(const QString &name, const QStringList &prompts)
{
    Scene scene;
    scene.name = name;
    scene.options = instant();
    scene.recentFiles = { kModel, kOther };
    scene.act = openModel;
    scene.reached = isIdle;
    scene.prompts = prompts;
    return scene;
}

Scene held(const QString &name, ChatPhase::Phase phase, int prefillAt, int tokensAt)
{
    Scene scene = chatScene(name, { kPrompt });
    scene.options.holdPrefillAt = prefillAt;
    scene.options.holdAfterTokens = tokensAt;
    scene.options.prefillTokensPerSecond = prefillAt >= 0 ? 4000 : 0;
    scene.options.tokensPerSecond = tokensAt >= 0 ? 120 : 0;
    scene.reached = [phase](const Composition &app) { return app.chat.current()->phase() == phase; };
    return scene;
}
}

QList<Scene> scenes()
{
    QList<Scene> list;

    Scene first;
    first.name = QStringLiteral("first-start");
    first.options = instant();
    list << first;

    Scene recent = first;
    recent.name = QStringLiteral("recent-files");
    recent.recentFiles = { kModel, kOther, kMissing };
    list << recent;

    Scene loading = recent;
    loading.name = QStringLiteral("loading");
    loading.options.holdLoadAt = 0.42;
    loading.act = openModel;
    loading.reached = [](const Composition &app) { return app.models.loadProgress() > 0.4; };
    list << loading;

    Scene error = recent;
    error.name = QStringLiteral("load-error");
    error.act
        = [](Composition &app, const QString &folder) { app.models.openPath(folder + QLatin1Char('/') + kBroken); };
    error.reached = [](const Composition &app) { return app.models.hasError(); };
    list << error;

    Scene errorKeeps = chatScene(QStringLiteral("load-error-beside-model"), { kPrompt });
    errorKeeps.reached = [](const Composition &app) { return isIdle(app) && app.models.hasError(); };
    errorKeeps.act = [](Composition &app, const QString &folder) {
        openModel(app, folder);
        QObject::connect(&app.chat, &ChatController::answerFinished, &app.models,
            [&app, folder] { app.models.openPath(folder + QLatin1Char('/') + kBroken); });
    };
    list << errorKeeps;

    list << chatScene(QStringLiteral("empty-chat"), {});

    Scene waiting = chatScene(QStringLiteral("waiting-for-model"), {});
    waiting.options.holdLoadAt = 0.7;
    waiting.act = [](Composition &app, const QString &folder) {
        openModel(app, folder);
        app.chat.composer()->setText(kPrompt);
        app.chat.send();
    };
    waiting.reached = [](const Composition &app) {
        return app.chat.current()->phase() == ChatPhase::WaitingForModel && app.models.loadProgress() > 0.6;
    };
    list << waiting;

    Scene prefill = held(QStringLiteral("prefill"), ChatPhase::Prefill, 1400, -1);
    prefill.prompts = { kPrompt + QStringLiteral("\n\n```cpp\n")
        + QStringLiteral("    const auto length = take<std::uint64_t>();\n").repeated(180) + QStringLiteral("```\n") };
    prefill.reached = [](const Composition &app) { return app.status.prefillProgress() > 0.5; };
    list << prefill;

    Scene streaming = held(QStringLiteral("streaming"), ChatPhase::Generating, -1, 170);
    streaming.reached = [](const Composition &app) { return app.status.contextUsed() > 190; };
    list << streaming;

    list << chatScene(QStringLiteral("finished"), { kPrompt });
    list << chatScene(QStringLiteral("long-conversation"),
        { kPrompt, QStringLiteral("How do I run it?"), QStringLiteral("And in Rust?"), QStringLiteral("Now a test.") });

    Scene stopped = held(QStringLiteral("stopped"), ChatPhase::Idle, -1, 120);
    stopped.act = [](Composition &app, const QString &folder) {
        openModel(app, folder);
        QObject::connect(&app.status, &StatusController::figuresChanged, &app.chat, [&app] {
            if (app.chat.current()->phase() == ChatPhase::Generating && app.status.contextUsed() > 120) {
                app.chat.current()->stop();
            }
        });
    };
    stopped.reached = isIdle;
    list << stopped;

    Scene failed = chatScene(QStringLiteral("failed-in-mid-answer"), { kPrompt });
    failed.options.failAfterTokens = 90;
    failed.options.generationError = { InferenceError::Code::Unreadable,
        QStringLiteral("%1: a page of the file could not be read at blk.3.attn_k.weight").arg(kModel) };
    list << failed;

    Scene full = chatScene(QStringLiteral("context-full"), { kPrompt });
    full.options.contextSize = 256;
    list << full;

    Scene longCode = chatScene(
        QStringLiteral("long-code"), { QStringLiteral("Print the squares of the numbers below 500, unrolled.") });
    QString code = QStringLiteral("Here it is, all 500 lines:\n\n```python\n");
    for (int i = 0; i < 500; ++i) {
        code += QStringLiteral("print(%1, \"squared is\", %2)  # line %3\n").arg(i).arg(i * i).arg(i + 1);
    }
    longCode.options.answers = { code + QStringLiteral("```\n\nThat is all.\n") };
    list << longCode;

    Scene torture = chatScene(
        QStringLiteral("hostile-text"), { QStringLiteral("<img src='x' width='2000000000' height='2000000000'>") });
    torture.options.answers = { QStringLiteral("<img src='x' width='2000000000' height='2000000000'> "
                                               "![alt](http://example.invalid/a.png) [js](javascript:alert(1)) "
                                               "**unclosed `code\n\n<div onclick=\"x\">raw *html*</div>\n\n```\nif "
                                               "(admin\u202e) { \u2066// harmless\u2069 }\u200b\a\n```\n\n")
        + QStringLiteral("word").repeated(400) + QStringLiteral("\n\n") + QStringLiteral("> ").repeated(60)
        + QStringLiteral("deep\n\n| a |\n|---|\n| `x` | surplus |\n") };
    list << torture;

    Scene shortcuts = chatScene(QStringLiteral("shortcuts"), { kPrompt });
    shortcuts.popup = QStringLiteral("shortcutsSheet");
    list << shortcuts;

    Scene settings = shortcuts;
    settings.name = QStringLiteral("settings");
    settings.popup = QStringLiteral("settingsSheet");
    list << settings;

    Scene palette = shortcuts;
    palette.name = QStringLiteral("command-palette");
    palette.popup = QStringLiteral("paletteSheet");
    list << palette;

    Scene narrowSettings = settings;
    narrowSettings.name = QStringLiteral("settings-narrow");
    narrowSettings.size = { 420, 640 };
    list << narrowSettings;

    Scene medium = streaming;
    medium.name = QStringLiteral("medium-window");
    medium.size = { 1000, 760 };
    list << medium;

    Scene narrow = chatScene(QStringLiteral("narrow-window"), { kPrompt, QStringLiteral("How do I run it?") });
    narrow.size = { 420, 640 };
    list << narrow;

    Scene drawer = narrow;
    drawer.name = QStringLiteral("drawer");
    drawer.popup = QStringLiteral("drawer");
    list << drawer;

    Scene smallest = first;
    smallest.name = QStringLiteral("smallest-window");
    smallest.size = { Settings::kMinWidth, Settings::kMinHeight };
    list << smallest;

    Scene rightToLeft = chatScene(QStringLiteral("right-to-left"), { QStringLiteral("איך מריצים את זה?") });
    rightToLeft.direction = Qt::RightToLeft;
    list << rightToLeft;

    Scene contrast = chatScene(QStringLiteral("high-contrast"), { kPrompt, QStringLiteral("How do I run it?") });
    contrast.contrast = Settings::HighContrast;
    list << contrast;
    contrast.name = QStringLiteral("high-contrast-settings");
    contrast.popup = QStringLiteral("settingsSheet");
    list << contrast;

    rightToLeft.name = QStringLiteral("right-to-left-settings");
    rightToLeft.popup = QStringLiteral("settingsSheet");
    list << rightToLeft;

    Scene mirroredDrawer = drawer;
    mirroredDrawer.name = QStringLiteral("right-to-left-drawer");
    mirroredDrawer.direction = Qt::RightToLeft;
    list << mirroredDrawer;

    list << readingScenes(chatScene({}, {})) << chatScenes() << libraryScenes(chatScene({}, {}), kModel, kBroken);
    return list;
}

SceneRun::SceneRun(const Scene &scene, Settings::ColorScheme colors)
    : m_scene(scene)
{
    m_home = qgetenv("HOME");
    qputenv("HOME", QFile::encodeName(m_folder.path()));
    QStringList recent;
    QDir(m_folder.path()).mkdir(QStringLiteral("Models"));
    const QString models = m_folder.filePath(QStringLiteral("Models/"));
    for (const QString &name : { kModel, kOther, kBroken }) {
        QFile file(models + name);
        if (file.open(QIODevice::WriteOnly)) {
            file.resize(name == kOther ? 2'643'853'856 : 4'683'073'952); // sparse
        }
    }
    if (scene.library) {
        writeLibrary(m_folder.path());
    }
    for (const QString &name : scene.recentFiles) {
        recent << models + name;
    }
    const QString settingsPath = m_folder.filePath(QStringLiteral("vibrantrc"));
    {
        Settings settings(settingsPath);
        settings.setRecentFiles(recent);
        settings.setReducedMotion(true);
        settings.setColorScheme(colors);
        settings.setContrast(scene.contrast);
        settings.rememberWindowSize(scene.size.width(), scene.size.height());
    }
    QGuiApplication::setLayoutDirection(scene.direction);
    if (scene.blockStorage) {
        QDir(m_folder.path()).mkdir(QStringLiteral("chats.db")); // a folder where the file should be
    }
    m_app = std::make_unique<Composition>(std::make_shared<FakeBackend>(scene.options), settingsPath);
    if (scene.library) {
        m_app->modelStore.setFolders({ m_folder.filePath(QStringLiteral("Models")) });
        m_app->library.setKnownPlaces(knownPlaces({}, m_folder.path()));
    }
    m_engine.setNetworkAccessManagerFactory(&m_noNetwork);
    m_engine.setInitialProperties(m_app->initialProperties());
    m_engine.loadFromModule("Vibrant", "Main");
    m_window
        = m_engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(m_engine.rootObjects().first());
}

SceneRun::~SceneRun()
{
    // Items before the objects they are bound to.
    const QObjectList roots = m_engine.rootObjects();
    for (QObject *root : roots) {
        delete root;
    }
    qputenv("HOME", m_home);
}

bool SceneRun::waitFor(const std::function<bool()> &condition, std::chrono::milliseconds timeout)
{
    const QDeadlineTimer deadline(timeout);
    QTimer tick; // wakes the event loop below
    tick.start(5ms);
    while (!condition()) {
        if (deadline.hasExpired()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

bool SceneRun::play(std::chrono::milliseconds timeout, std::chrono::milliseconds settled)
{
    if (!m_window) {
        return false;
    }
    if (m_scene.act) {
        m_scene.act(*m_app, m_folder.filePath(QStringLiteral("Models")));
    }
    for (const QString &prompt : m_scene.prompts) {
        if (!waitFor([this] { return isIdle(*m_app); }, timeout)) {
            return false;
        }
        m_app->chat.composer()->setText(prompt);
        m_app->chat.send();
    }
    if (m_scene.reached && !waitFor([this] { return m_scene.reached(*m_app); }, timeout)) {
        return false;
    }
    if (m_scene.finish) {
        m_scene.finish(*m_app, m_window);
    }
    if (m_scene.finished && !waitFor([this] { return m_scene.finished(*m_app); }, timeout)) {
        return false;
    }
    if (!m_scene.popup.isEmpty()) {
        QObject *popup = m_window->findChild<QObject *>(m_scene.popup);
        if (!popup || !QMetaObject::invokeMethod(popup, "open")) {
            return false;
        }
    }
    runFor(settled);
    return true;
}

void SceneRun::runFor(std::chrono::milliseconds time)
{
    const QDeadlineTimer end(time);
    (void)waitFor([&end] { return end.hasExpired(); }, time + 10s);
}

void SceneRun::setColors(Settings::ColorScheme colors)
{
    m_app->settings.setColorScheme(colors);
    runFor(50ms);
}
