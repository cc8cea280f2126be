// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The fonts there are to choose from, by name. Looked up once, when first asked for: on a machine with a thousand fonts
// that takes some 50 ms.
#pragma once

#include <QObject>
#include <QStringList>
#include <QtQmlIntegration>

class FontChoices : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QStringList textFamilies READ textFamilies CONSTANT)
    Q_PROPERTY(QStringList codeFamilies READ codeFamilies CONSTANT) // of one width

public:
    using QObject::QObject;
    [[nodiscard]] QStringList textFamilies();
    [[nodiscard]] QStringList codeFamilies();

private:
    void look();

    bool m_looked = false;
    QStringList m_text, m_code;
};
