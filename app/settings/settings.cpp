// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "settings/settings.h"

#include <algorithm>

#include <QGuiApplication>
#include <QStyleHints>

#include "values/samplingoptions.h"

namespace
{
constexpr auto kColorScheme = "appearance/colorScheme";
constexpr auto kOwnModelOpened = "models/ownOpened";
constexpr auto kContrast = "appearance/contrast";
constexpr auto kReducedMotion = "appearance/reducedMotion";
constexpr auto kTextFamily = "appearance/textFont";
constexpr auto kCodeFamily = "appearance/codeFont";
constexpr auto kTextSize = "appearance/textSize";
constexpr auto kCodeSize = "appearance/codeSize";
constexpr auto kLightCodeTheme = "appearance/lightCodeTheme";
constexpr auto kDarkCodeTheme = "appearance/darkCodeTheme";
constexpr auto kSendKey = "window/sendKey";
constexpr auto kNotify = "window/notifyWhenDone";
constexpr auto kThreads = "engine/threads";
constexpr auto kContext = "engine/context";
constexpr auto kLowPriority = "engine/lowPriority";
constexpr auto kPanelVisible = "window/panelVisible";
constexpr auto kWidth = "window/width";
constexpr auto kHeight = "window/height";
constexpr auto kRecentFiles = "library/recentFiles";
constexpr auto kTemperature = "generation/temperature";
constexpr auto kSystemPrompt = "generation/systemPrompt";

constexpr int kMaxWindow = 16384; // px
constexpr qsizetype kMaxName = 200; // characters of a font's or theme's name
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
    m_file->setValue(kColorScheme,
        scheme == Light      ? QStringLiteral("light")
            : scheme == Dark ? QStringLiteral("dark")
                             : QStringLiteral("system"));
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

Settings::Contrast Settings::contrast() const
{
    const QString name = m_file->value(kContrast).toString();
    return name == u"normal" ? NormalContrast : name == u"high" ? HighContrast : SystemContrast;
}

void Settings::setContrast(Contrast contrast)
{
    if (contrast != this->contrast()) {
        m_file->setValue(kContrast,
            contrast == NormalContrast     ? QStringLiteral("normal")
                : contrast == HighContrast ? QStringLiteral("high")
                                           : QStringLiteral("system"));
        Q_EMIT contrastChanged();
    }
}

bool Settings::reducedMotion() const
{
    return m_file->value(kReducedMotion, false).toBool();
}

template <class T> void Settings::set(const char *key, const T &old, const T &value, void (Settings::*changed)())
{
    if (value != old) {
        m_file->setValue(key, value);
        Q_EMIT(this->*changed)();
    }
}

void Settings::setReducedMotion(bool reduced)
{
    set(kReducedMotion, reducedMotion(), reduced, &Settings::reducedMotionChanged);
}

QString Settings::textFamily() const
{
    return m_file->value(kTextFamily).toString().left(kMaxName);
}

void Settings::setTextFamily(const QString &family)
{
    set(kTextFamily, textFamily(), family.left(kMaxName), &Settings::fontsChanged);
}

QString Settings::codeFamily() const
{
    return m_file->value(kCodeFamily).toString().left(kMaxName);
}

void Settings::setCodeFamily(const QString &family)
{
    set(kCodeFamily, codeFamily(), family.left(kMaxName), &Settings::fontsChanged);
}

int Settings::size(const char *key, int otherwise) const
{
    bool isNumber = false;
    const int pixels = m_file->value(key, otherwise).toInt(&isNumber);
    return isNumber ? std::clamp(pixels, kMinTextSize, kMaxTextSize) : otherwise;
}

int Settings::textSize() const
{
    return size(kTextSize, kDefaultTextSize);
}

void Settings::setTextSize(int pixels)
{
    set(kTextSize, textSize(), std::clamp(pixels, kMinTextSize, kMaxTextSize), &Settings::fontsChanged);
}

int Settings::codeSize() const
{
    return size(kCodeSize, kDefaultCodeSize);
}

void Settings::setCodeSize(int pixels)
{
    set(kCodeSize, codeSize(), std::clamp(pixels, kMinTextSize, kMaxTextSize), &Settings::fontsChanged);
}

QString Settings::lightCodeTheme() const
{
    return m_file->value(kLightCodeTheme).toString().left(kMaxName);
}

void Settings::setLightCodeTheme(const QString &name)
{
    set(kLightCodeTheme, lightCodeTheme(), name.left(kMaxName), &Settings::codeThemesChanged);
}

QString Settings::darkCodeTheme() const
{
    return m_file->value(kDarkCodeTheme).toString().left(kMaxName);
}

void Settings::setDarkCodeTheme(const QString &name)
{
    set(kDarkCodeTheme, darkCodeTheme(), name.left(kMaxName), &Settings::codeThemesChanged);
}

Settings::SendKey Settings::sendKey() const
{
    return m_file->value(kSendKey).toString() == u"ctrl-enter" ? CtrlEnter : Enter;
}

void Settings::setSendKey(SendKey key)
{
    if (key != sendKey()) {
        m_file->setValue(kSendKey, key == CtrlEnter ? QStringLiteral("ctrl-enter") : QStringLiteral("enter"));
        Q_EMIT sendKeyChanged();
    }
}

int Settings::threads() const
{
    return std::clamp(m_file->value(kThreads, 0).toInt(), 0, kMaxThreads);
}

void Settings::setThreads(int threads)
{
    set(kThreads, this->threads(), std::clamp(threads, 0, kMaxThreads), &Settings::threadsChanged);
}

int Settings::defaultContext() const
{
    const int tokens = m_file->value(kContext, 0).toInt();
    return tokens <= 0 ? 0 : std::clamp(tokens, kMinContext, kMaxContext);
}

void Settings::setDefaultContext(int tokens)
{
    set(kContext, defaultContext(), tokens <= 0 ? 0 : std::clamp(tokens, kMinContext, kMaxContext),
        &Settings::defaultContextChanged);
}

bool Settings::lowPriority() const
{
    return m_file->value(kLowPriority, false).toBool();
}

void Settings::setLowPriority(bool low)
{
    set(kLowPriority, lowPriority(), low, &Settings::lowPriorityChanged);
}

bool Settings::notifyWhenDone() const
{
    return m_file->value(kNotify, true).toBool();
}

void Settings::setNotifyWhenDone(bool notify)
{
    set(kNotify, notifyWhenDone(), notify, &Settings::notifyWhenDoneChanged);
}

bool Settings::panelVisible() const
{
    return m_file->value(kPanelVisible, true).toBool();
}

void Settings::setPanelVisible(bool visible)
{
    set(kPanelVisible, panelVisible(), visible, &Settings::panelVisibleChanged);
}

bool Settings::ownModelOpened() const
{
    return m_file->value(kOwnModelOpened, false).toBool();
}

void Settings::setOwnModelOpened()
{
    if (!ownModelOpened()) {
        m_file->setValue(kOwnModelOpened, true);
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

QString Settings::filePath() const
{
    return m_file->fileName();
}

void Settings::sync()
{
    m_file->sync();
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

// The file has it only where the user moved it, so a 0.7 is a choice too, also one that an older version wrote.
std::optional<double> Settings::temperature() const
{
    return SamplingOptions { .temperature = choiceOf(m_file->value(kTemperature)) }.clamped().temperature;
}

void Settings::setTemperature(const std::optional<double> &temperature)
{
    const std::optional<double> wanted = SamplingOptions { .temperature = temperature }.clamped().temperature;
    if (wanted == this->temperature()) {
        return;
    }
    if (wanted) {
        m_file->setValue(kTemperature, *wanted);
    } else {
        m_file->remove(kTemperature);
    }
    Q_EMIT temperatureChanged();
}

QVariant Settings::temperatureValue() const
{
    return variantOf(temperature());
}

void Settings::setTemperatureValue(const QVariant &temperature)
{
    setTemperature(choiceOf(temperature));
}

QString Settings::systemPrompt() const
{
    return m_file->value(kSystemPrompt).toString();
}

void Settings::setSystemPrompt(const QString &prompt)
{
    set(kSystemPrompt, systemPrompt(), prompt, &Settings::systemPromptChanged);
}
