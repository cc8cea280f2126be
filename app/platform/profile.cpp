// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "platform/profile.h"

#include <algorithm>

#include <QStandardPaths>

namespace
{
constexpr qsizetype kMaxName = 40; // characters
}

std::optional<Profile> Profile::named(const QString &name)
{
    const auto allowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'
            || c == u'_';
    };
    if (name.size() > kMaxName || !std::ranges::all_of(name, allowed)) {
        return std::nullopt;
    }
    const QString below = name.isEmpty() ? QStringLiteral("/vibrant") : QStringLiteral("/vibrant/profiles/") + name;
    return Profile {
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + below
            + QStringLiteral("/vibrant.conf"),
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + below,
    };
}

Profile Profile::in(const QString &folder)
{
    return { folder + QStringLiteral("/vibrant.conf"), folder };
}
