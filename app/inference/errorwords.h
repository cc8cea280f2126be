// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The engine's error codes in the user's words. The engine's own text (which file, where, found and allowed) is shown
// beside them unchanged.
#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "values/generationtypes.h"

// The one thing to do about an error that the window offers as a button.
namespace Recovery
{
Q_NAMESPACE
QML_ELEMENT
enum Action {
    None,
    ChooseFile, // in the file dialog
    ShowFolder, // of the file, in the file manager
    Retry,
    ShowLibrary,
    PlanMemory, // what it needs, what is free, what would fit
    StartNewChat,
};
Q_ENUM_NS(Action)
}

// Without a title there is no error.
struct ErrorWords {
    Q_GADGET
    QML_VALUE_TYPE(errorWords)
    Q_PROPERTY(QString title MEMBER title CONSTANT FINAL)
    Q_PROPERTY(QString hint MEMBER hint CONSTANT FINAL)
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)
    Q_PROPERTY(Recovery::Action action MEMBER action CONSTANT FINAL)
    Q_PROPERTY(QString actionText MEMBER actionText CONSTANT FINAL)

public:
    QString title; // what happened
    QString hint; // what to do about it
    QString text; // the engine's or the system's own words
    Recovery::Action action = Recovery::None;
    QString actionText; // of the button; empty without an action
};

[[nodiscard]] ErrorWords wordsFor(InferenceError::Code code); // without text
[[nodiscard]] ErrorWords wordsFor(const InferenceError &error);
