// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a model file says of itself, and the same ready to print. What is not known is empty or 0, and prints as nothing.
#pragma once

#include <QObject>
#include <QString>
#include <QtQmlIntegration>

struct ModelFacts {
    Q_GADGET
    QML_VALUE_TYPE(modelFacts)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(QString architecture MEMBER architecture CONSTANT FINAL)
    Q_PROPERTY(QString quantisation MEMBER quantisation CONSTANT FINAL)
    Q_PROPERTY(QString licence MEMBER licence CONSTANT FINAL)
    Q_PROPERTY(QString parametersText READ parametersText CONSTANT FINAL)
    Q_PROPERTY(QString trainedContextText READ trainedContextText CONSTANT FINAL)
    Q_PROPERTY(QString templateText READ templateText CONSTANT FINAL) // "in the file", "none: a plain one is used"
    Q_PROPERTY(QString filesText READ filesText CONSTANT FINAL) // "4.7 GB in 3 files"

public:
    QString name; // display text; the file's name if it has no other
    QString architecture; // "qwen2"; empty if not even that could be read
    QString quantisation; // "Q4_K_M"
    QString licence; // "apache-2.0"
    QString notice; // for the user when not empty
    quint64 parameters = 0;
    quint64 fileBytes = 0; // of all parts
    int parts = 1; // files
    int trainedContext = 0; // tokens
    bool chatTemplate = false; // the file has one

    [[nodiscard]] QString parametersText() const;
    [[nodiscard]] QString trainedContextText() const;
    [[nodiscard]] QString templateText() const;
    [[nodiscard]] QString filesText() const;
    // "qwen2 · Q4_K_M · 7.6 billion parameters". `usable`: it would load; else its size says nothing.
    [[nodiscard]] QString summary(bool usable) const;
};
