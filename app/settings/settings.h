// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the user chose, typed, in one QSettings file. Values are checked when read: a damaged file gives defaults.
#pragma once

#include <memory>
#include <optional>

#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QVariant>
#include <QtQmlIntegration>

class Settings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(ColorScheme colorScheme READ colorScheme WRITE setColorScheme NOTIFY colorSchemeChanged)
    Q_PROPERTY(Contrast contrast READ contrast WRITE setContrast NOTIFY contrastChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
    // Fonts: an empty family is the first of our preferences that is installed; sizes are those at zoom 1, in px.
    Q_PROPERTY(QString textFamily READ textFamily WRITE setTextFamily NOTIFY fontsChanged)
    Q_PROPERTY(QString codeFamily READ codeFamily WRITE setCodeFamily NOTIFY fontsChanged)
    Q_PROPERTY(int textSize READ textSize WRITE setTextSize NOTIFY fontsChanged)
    Q_PROPERTY(int codeSize READ codeSize WRITE setCodeSize NOTIFY fontsChanged)
    // Colours of code, by KSyntaxHighlighting's names; empty = ours.
    Q_PROPERTY(QString lightCodeTheme READ lightCodeTheme WRITE setLightCodeTheme NOTIFY codeThemesChanged)
    Q_PROPERTY(QString darkCodeTheme READ darkCodeTheme WRITE setDarkCodeTheme NOTIFY codeThemesChanged)
    Q_PROPERTY(SendKey sendKey READ sendKey WRITE setSendKey NOTIFY sendKeyChanged)
    // For models loaded from now on; 0 = what suits the machine and the model.
    Q_PROPERTY(int threads READ threads WRITE setThreads NOTIFY threadsChanged)
    Q_PROPERTY(int defaultContext READ defaultContext WRITE setDefaultContext NOTIFY defaultContextChanged) // tokens
    Q_PROPERTY(bool lowPriority READ lowPriority WRITE setLowPriority NOTIFY
            lowPriorityChanged) // answers yield to other programs
    Q_PROPERTY(bool notifyWhenDone READ notifyWhenDone WRITE setNotifyWhenDone NOTIFY notifyWhenDoneChanged)
    // What a new chat begins with.
    Q_PROPERTY(QString systemPrompt READ systemPrompt WRITE setSystemPrompt NOTIFY systemPromptChanged)
    // A number from 0 to 5; undefined = not chosen, the model's own is taken.
    Q_PROPERTY(QVariant temperature READ temperatureValue WRITE setTemperatureValue NOTIFY temperatureChanged)
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
    enum Contrast {
        SystemContrast,
        NormalContrast,
        HighContrast,
    };
    Q_ENUM(Contrast)
    enum SendKey {
        Enter, // Shift+Enter breaks the line
        CtrlEnter, // Enter breaks the line
    };
    Q_ENUM(SendKey)

    static constexpr int kMinWidth = 420, kMinHeight = 480; // px
    static constexpr int kDefaultWidth = 1360, kDefaultHeight = 860;
    static constexpr int kMinTextSize = 10, kDefaultTextSize = 14, kDefaultCodeSize = 13, kMaxTextSize = 28; // px
    static constexpr int kMaxThreads = 1024, kMinContext = 256, kMaxContext = 1 << 20; // context in tokens

    // An empty path: the user's own file. Anything else is for tests.
    explicit Settings(const QString &path = {}, QObject *parent = nullptr);
    ~Settings() override;

    [[nodiscard]] ColorScheme colorScheme() const;
    void setColorScheme(ColorScheme scheme); // also tells QStyleHints
    [[nodiscard]] Contrast contrast() const;
    void setContrast(Contrast contrast);
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    [[nodiscard]] QString textFamily() const;
    void setTextFamily(const QString &family);
    [[nodiscard]] QString codeFamily() const;
    void setCodeFamily(const QString &family);
    [[nodiscard]] int textSize() const;
    void setTextSize(int pixels);
    [[nodiscard]] int codeSize() const;
    void setCodeSize(int pixels);
    [[nodiscard]] QString lightCodeTheme() const;
    void setLightCodeTheme(const QString &name);
    [[nodiscard]] QString darkCodeTheme() const;
    void setDarkCodeTheme(const QString &name);
    [[nodiscard]] SendKey sendKey() const;
    void setSendKey(SendKey key);
    [[nodiscard]] int threads() const;
    void setThreads(int threads);
    [[nodiscard]] int defaultContext() const;
    void setDefaultContext(int tokens);
    [[nodiscard]] bool lowPriority() const;
    void setLowPriority(bool low);
    [[nodiscard]] bool notifyWhenDone() const;
    void setNotifyWhenDone(bool notify);
    [[nodiscard]] bool panelVisible() const;
    void setPanelVisible(bool visible);
    [[nodiscard]] bool ownModelOpened() const; // ever: any but the starter model
    void setOwnModelOpened();
    [[nodiscard]] int windowWidth() const;
    [[nodiscard]] int windowHeight() const;
    Q_INVOKABLE void rememberWindowSize(int width, int height);

    [[nodiscard]] QString filePath() const; // where all this is kept
    void sync(); // writes now what is not written yet
    [[nodiscard]] QStringList recentFiles() const;
    void setRecentFiles(const QStringList &paths);
    [[nodiscard]] std::optional<double> temperature() const;
    void setTemperature(const std::optional<double> &temperature);
    [[nodiscard]] QVariant temperatureValue() const;
    void setTemperatureValue(const QVariant &temperature);
    [[nodiscard]] QString systemPrompt() const;
    void setSystemPrompt(const QString &prompt);

Q_SIGNALS:
    void colorSchemeChanged();
    void contrastChanged();
    void reducedMotionChanged();
    void fontsChanged();
    void codeThemesChanged();
    void sendKeyChanged();
    void threadsChanged();
    void defaultContextChanged();
    void lowPriorityChanged();
    void notifyWhenDoneChanged();
    void systemPromptChanged();
    void temperatureChanged();
    void panelVisibleChanged();

private:
    void applyColorScheme() const;
    [[nodiscard]] int size(const char *key, int otherwise) const;
    // Writes and tells, if `value` is not what the key says already.
    template <class T> void set(const char *key, const T &old, const T &value, void (Settings::*changed)());

    std::unique_ptr<QSettings> m_file;
};
