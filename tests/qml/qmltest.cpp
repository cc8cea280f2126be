// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include <QLocale>
#include <QtQuickTest>

// The same words and figures on every machine.
class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
};

QUICK_TEST_MAIN_WITH_SETUP(vibrant, Setup)

#include "qmltest.moc"
