// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The window uses no network, and this holds it to that: a request that QML would make (an image, a component by URL) is
// refused before a connection exists, and logged as a warning, which fails the self-test.
#pragma once

#include <QQmlNetworkAccessManagerFactory>

class NoNetworkFactory : public QQmlNetworkAccessManagerFactory
{
public:
    [[nodiscard]] QNetworkAccessManager *create(QObject *parent) override;
};
