// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Every state the window can be in, as scenes on a FakeBackend: the self-test walks through them, and the screenshot tool
// of the tests takes a picture of each.
#pragma once

#include <functional>
#include <memory>

#include <QList>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTemporaryDir>

#include "inference/fakebackend.h"
#include "platform/nonetwork.h"
#include "window/composition.h"

struct Scene {
    QString name; // "streaming"
    QSize size { 1360, 860 }; // px, of the window
    FakeOptions options;
    QStringList recentFiles; // file names
    std::function<void(Composition &, const QString &folder)> act; // starts what leads to the state; may be empty
    std::function<bool(const Composition &)> reached; // empty = at once
    std::function<void(Composition &, QQuickWindow *)> finish; // what is done then; may be empty
    std::function<bool(Composition &)> finished; // and what that leads to; empty = at once
    bool blockStorage = false; // the file of the chats cannot be made
    bool library = false; // there are models to be found
    QString popup; // objectName of a popup to open; empty = none
    Qt::LayoutDirection direction = Qt::LeftToRight;
    Settings::Contrast contrast = Settings::NormalContrast; // whatever the desktop has
    QStringList prompts; // sent once the model is loaded, one after the other
};

[[nodiscard]] QList<Scene> scenes();
[[nodiscard]] QList<Scene> chatScenes(); // part of them

// One scene on stage: an app of its own with its window. Needs a QGuiApplication. While it lives, the user's home is a
// temporary folder, so that nothing of the machine shows.
class SceneRun
{
public:
    SceneRun(const Scene &scene, Settings::ColorScheme colors);
    ~SceneRun();

    // One status refresh and what it moves: so that figures, late layouts and zero-length transitions are in the picture.
    static constexpr std::chrono::milliseconds kSettled { StatusController::kInterval + 50 };

    // Runs the event loop until the state is reached, and for `settled` longer; false after `timeout`.
    [[nodiscard]] bool play(std::chrono::milliseconds timeout, std::chrono::milliseconds settled = kSettled);
    [[nodiscard]] QQuickWindow *window() const { return m_window; }
    void setColors(Settings::ColorScheme colors); // and waits until it is drawn

private:
    [[nodiscard]] bool waitFor(const std::function<bool()> &condition, std::chrono::milliseconds timeout);
    void runFor(std::chrono::milliseconds time);

    const Scene &m_scene;
    QTemporaryDir m_folder; // settings and (sparse) model files
    QByteArray m_home; // the real one
    NoNetworkFactory m_noNetwork;
    std::unique_ptr<Composition> m_app;
    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr;
};
