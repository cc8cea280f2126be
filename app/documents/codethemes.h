// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The colour themes there are for code, and which of them is in use on light and on dark ground. One for the process:
// every code block follows it.
#pragma once

#include <KSyntaxHighlighting/Theme>

#include <QColor>
#include <QObject>
#include <QStringList>
#include <QtQmlIntegration>

class QJSEngine;
class QQmlEngine;

class CodeThemes : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    // Names, sorted; each list has the themes made for that ground.
    Q_PROPERTY(QStringList lightNames READ lightNames CONSTANT)
    Q_PROPERTY(QStringList darkNames READ darkNames CONSTANT)
    // Empty, or a name that no theme has: our own theme.
    Q_PROPERTY(QString light READ light WRITE setLight NOTIFY changed)
    Q_PROPERTY(QString dark READ dark WRITE setDark NOTIFY changed)
    Q_PROPERTY(bool highContrast READ highContrast WRITE setHighContrast NOTIFY changed)

public:
    [[nodiscard]] static CodeThemes *instance();
    static CodeThemes *create(QQmlEngine *, QJSEngine *);

    [[nodiscard]] QStringList lightNames() const;
    [[nodiscard]] QStringList darkNames() const;
    [[nodiscard]] QString light() const;
    void setLight(const QString &name);
    [[nodiscard]] QString dark() const;
    void setDark(const QString &name);
    [[nodiscard]] bool highContrast() const;
    void setHighContrast(bool high);
    [[nodiscard]] KSyntaxHighlighting::Theme theme(bool onDark) const;
    // Code stands on our ground whatever the theme; its colours are made readable there. With high contrast the ground is
    // further from the ink than this one.
    [[nodiscard]] QColor ground(bool onDark) const;
    [[nodiscard]] double leastContrast() const; // by WCAG 2.1: 4.5 : 1 (AA) or 7 : 1 (AAA)

Q_SIGNALS:
    void changed();

private:
    CodeThemes() = default;

    QString m_light, m_dark;
    bool m_highContrast = false;
};
