// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Puts text on the system's clipboard, exactly as given.
#pragma once

#include <QObject>
#include <QtQmlIntegration>

class Clipboard : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;
    Q_INVOKABLE void copy(const QString &text) const;
};
