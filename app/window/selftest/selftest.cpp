// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "window/selftest/selftest.h"

#include <atomic>
#include <cstdio>

#include <QQuickWindow>
#include <QtLogging>

#include "window/selftest/scenes.h"

using namespace std::chrono_literals;

namespace
{
constexpr auto kPatience = 30s; // for one scene, on a busy machine

std::atomic<int> g_messages = 0; // warnings and worse since the start

void countMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    // The one named is Qt's own, at the end of a window that had an animation; it comes once in many runs.
    if (type == QtDebugMsg || type == QtInfoMsg
        || text.startsWith(QLatin1StringView("QUnifiedTimer::stopAnimationDriver"))) {
        return;
    }
    ++g_messages;
    std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, text)));
}
}

int runSelfTest()
{
    const QtMessageHandler previous = qInstallMessageHandler(countMessage);
    int visited = 0, missed = 0;
    const QList<Scene> all = scenes();
    for (const Scene &scene : all) {
        SceneRun run(scene, Settings::Light);
        bool drawn = run.play(kPatience) && !run.window()->grabWindow().isNull();
        if (drawn) {
            run.setColors(Settings::Dark);
            drawn = !run.window()->grabWindow().isNull();
        }
        if (drawn) {
            ++visited;
        } else {
            ++missed;
            std::fprintf(stderr, "not reached: %s\n", qPrintable(scene.name));
        }
    }
    qInstallMessageHandler(previous);
    const bool passed = missed == 0 && g_messages == 0 && visited > 0;
    std::printf("self-test %s: %d scenes visited, %d not reached, %d messages\n", passed ? "passed" : "FAILED", visited,
        missed, g_messages.load());
    return passed ? 0 : 1;
}
