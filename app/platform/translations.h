// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The window in the user's language, where there is a translation: ours, and Qt's for its own texts.
#pragma once

#include <QLocale>

class QCoreApplication;

// Before anything asks for a text. English, with its plurals, if there is nothing for the locale.
void installTranslations(QCoreApplication &application, const QLocale &locale = QLocale());
