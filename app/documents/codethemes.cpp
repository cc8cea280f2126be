// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "documents/codethemes.h"

#include <QJSEngine>

#include "text/languages.h"

namespace
{
bool isDark(const KSyntaxHighlighting::Theme &theme)
{
    return QColor::fromRgba(theme.editorColor(KSyntaxHighlighting::Theme::BackgroundColor)).lightness() < 128;
}

QStringList namesOf(bool dark)
{
    QStringList names;
    const QList<KSyntaxHighlighting::Theme> all = Languages::themes();
    for (const KSyntaxHighlighting::Theme &theme : all) {
        if (isDark(theme) == dark && theme.name() != Languages::theme(dark).name()) {
            names << theme.name();
        }
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}
}

CodeThemes *CodeThemes::instance()
{
    static CodeThemes themes;
    return &themes;
}

CodeThemes *CodeThemes::create(QQmlEngine *, QJSEngine *)
{
    QJSEngine::setObjectOwnership(instance(), QJSEngine::CppOwnership);
    return instance();
}

QStringList CodeThemes::lightNames() const
{
    return namesOf(false);
}

QStringList CodeThemes::darkNames() const
{
    return namesOf(true);
}

QString CodeThemes::light() const
{
    return m_light;
}

void CodeThemes::setLight(const QString &name)
{
    if (name != m_light) {
        m_light = name;
        Q_EMIT changed();
    }
}

QString CodeThemes::dark() const
{
    return m_dark;
}

void CodeThemes::setDark(const QString &name)
{
    if (name != m_dark) {
        m_dark = name;
        Q_EMIT changed();
    }
}

bool CodeThemes::highContrast() const
{
    return m_highContrast;
}

void CodeThemes::setHighContrast(bool high)
{
    if (high != m_highContrast) {
        m_highContrast = high;
        Q_EMIT changed();
    }
}

KSyntaxHighlighting::Theme CodeThemes::theme(bool onDark) const
{
    const QString &name = onDark ? m_dark : m_light;
    if (!name.isEmpty()) {
        // A settings file may name a theme for the other ground, which would be unreadable here.
        const QList<KSyntaxHighlighting::Theme> all = Languages::themes();
        for (const KSyntaxHighlighting::Theme &theme : all) {
            if (theme.name() == name && isDark(theme) == onDark) {
                return theme;
            }
        }
    }
    return Languages::theme(onDark);
}

QColor CodeThemes::ground(bool onDark) const
{
    return QColor::fromRgba(Languages::theme(onDark).editorColor(KSyntaxHighlighting::Theme::BackgroundColor));
}

double CodeThemes::leastContrast() const
{
    return m_highContrast ? 7 : 4.5;
}
