// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the user chose, typed, in one QSettings file. Values are checked when read: a damaged file gives defaults.
#pragma once

#include <memory>

#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QtQmlIntegration>

class Settings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(ColorScheme colorScheme READ colorScheme WRITE setColorScheme NOTIFY colorSchemeChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
    Q_PROPERTY(bool panelVisible READ panelVisible WRITE setPanelVisible NOTIFY panelVisibleChanged)
    Q_PROPERTY(int windowWidth READ windowWidth CONSTANT) // px, of the last run
    Q_PROPERTY(int windowHeight READ windowHeight CONSTANT)

public:
    enum ColorScheme {
        System,
        Light,
        Dark,
    };
    Q_ENUM(ColorScheme)

    static constexpr int kMinWidth = 420, kMinHeight = 480; // px
    static constexpr int kDefaultWidth = 1360, kDefaultHeight = 860;

    // An empty path: the user's own file. Anything else is for tests.
    explicit Settings(const QString &path = {}, QObject *parent = nullptr);
    ~Settings() override;

    [[nodiscard]] ColorScheme colorScheme() const;
    void setColorScheme(ColorScheme scheme); // also tells QStyleHints
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    [[nodiscard]] bool panelVisible() const;
    void setPanelVisible(bool visible);
    [[nodiscard]] int windowWidth() const;
    [[nodiscard]] int windowHeight() const;
    Q_INVOKABLE void rememberWindowSize(int width, int height);

    [[nodiscard]] QStringList recentFiles() const;
    void setRecentFiles(const QStringList &paths);
    [[nodiscard]] double temperature() const;
    [[nodiscard]] QString systemPrompt() const;

Q_SIGNALS:
    void colorSchemeChanged();
    void reducedMotionChanged();
    void panelVisibleChanged();

private:
    void applyColorScheme() const;

    std::unique_ptr<QSettings> m_file;
};
