// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "settings/fontchoices.h"

#include <QFontDatabase>

QStringList FontChoices::textFamilies()
{
    look();
    return m_text;
}

QStringList FontChoices::codeFamilies()
{
    look();
    return m_code;
}

void FontChoices::look()
{
    if (m_looked) {
        return;
    }
    m_looked = true;
    const QStringList families = QFontDatabase::families();
    for (const QString &family : families) {
        if (QFontDatabase::isPrivateFamily(family) || !QFontDatabase::isSmoothlyScalable(family)) {
            continue;
        }
        m_text << family;
        if (QFontDatabase::isFixedPitch(family)) {
            m_code << family;
        }
    }
}
