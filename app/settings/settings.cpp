// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "settings/settings.h"

#include <algorithm>
#include <cmath>

#include <QGuiApplication>
#include <QStyleHints>

namespace
{
constexpr auto kColorScheme = "appearance/colorScheme";
constexpr auto kReducedMotion = "appearance/reducedMotion";
constexpr auto kPanelVisible = "window/panelVisible";
constexpr auto kWidth = "window/width";
constexpr auto kHeight = "window/height";
constexpr auto kRecentFiles = "library/recentFiles";
constexpr auto kTemperature = "generation/temperature";
constexpr auto kSystemPrompt = "generation/systemPrompt";

constexpr int kMaxWindow = 16384; // px
}

Settings::Settings(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(path.isEmpty() ? std::make_unique<QSettings>() : std::make_unique<QSettings>(path, QSettings::IniFormat))
{
    applyColorScheme();
}

Settings::~Settings() = default;

Settings::ColorScheme Settings::colorScheme() const
{
    const QString name = m_file->value(kColorScheme).toString();
    return name == u"light" ? Light : name == u"dark" ? Dark : System;
}

void Settings::setColorScheme(ColorScheme scheme)
{
    if (scheme == colorScheme()) {
        return;
    }
    m_file->setValue(kColorScheme, scheme == Light ? QStringLiteral("light") : scheme == Dark ? QStringLiteral("dark") : QStringLiteral("system"));
    applyColorScheme();
    Q_EMIT colorSchemeChanged();
}

void Settings::applyColorScheme() const
{
    QStyleHints *hints = QGuiApplication::styleHints();
    switch (colorScheme()) {
    case System:
        hints->unsetColorScheme();
        break;
    case Light:
        hints->setColorScheme(Qt::ColorScheme::Light);
        break;
    case Dark:
        hints->setColorScheme(Qt::ColorScheme::Dark);
        break;
    }
}

bool Settings::reducedMotion() const
{
    return m_file->value(kReducedMotion, false).toBool();
}

void Settings::setReducedMotion(bool reduced)
{
    if (reduced != reducedMotion()) {
        m_file->setValue(kReducedMotion, reduced);
        Q_EMIT reducedMotionChanged();
    }
}

bool Settings::panelVisible() const
{
    return m_file->value(kPanelVisible, true).toBool();
}

void Settings::setPanelVisible(bool visible)
{
    if (visible != panelVisible()) {
        m_file->setValue(kPanelVisible, visible);
        Q_EMIT panelVisibleChanged();
    }
}

int Settings::windowWidth() const
{
    return std::clamp(m_file->value(kWidth, kDefaultWidth).toInt(), kMinWidth, kMaxWindow);
}

int Settings::windowHeight() const
{
    return std::clamp(m_file->value(kHeight, kDefaultHeight).toInt(), kMinHeight, kMaxWindow);
}

void Settings::rememberWindowSize(int width, int height)
{
    m_file->setValue(kWidth, width);
    m_file->setValue(kHeight, height);
}

QStringList Settings::recentFiles() const
{
    return m_file->value(kRecentFiles).toStringList();
}

void Settings::setRecentFiles(const QStringList &paths)
{
    m_file->setValue(kRecentFiles, paths);
    m_file->sync(); // a crash later must not forget the model that was opened
}

double Settings::temperature() const
{
    const double value = m_file->value(kTemperature, 0.7).toDouble();
    return std::isfinite(value) ? std::clamp(value, 0.0, 2.0) : 0.7;
}

QString Settings::systemPrompt() const
{
    return m_file->value(kSystemPrompt).toString();
}
