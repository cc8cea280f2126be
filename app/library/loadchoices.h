// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the user may choose for one model, as a page shows it; LoadPlan makes LoadOptions of it.
#pragma once

#include <QObject>
#include <QtQmlIntegration>

struct LoadChoices {
    Q_GADGET
    QML_VALUE_TYPE(loadChoices)
    Q_PROPERTY(bool automatic MEMBER automatic FINAL) // the context is chosen for the user
    Q_PROPERTY(int contextSize MEMBER contextSize WRITE setContextSize FINAL) // tokens, also when automatic
    Q_PROPERTY(int cacheType MEMBER cacheType FINAL) // index of LoadPlan::cacheTypes
    Q_PROPERTY(int threads MEMBER threads FINAL) // 0 = automatic

public:
    bool automatic = true;
    int contextSize = 0;
    int cacheType = 0;
    int threads = 0;

    // Chosen by the user, so no longer automatic.
    void setContextSize(int tokens)
    {
        contextSize = tokens;
        automatic = false;
    }
    bool operator==(const LoadChoices &) const = default;
};
