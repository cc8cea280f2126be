// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where a user's things are, by the XDG Base Directory Specification. A profile is a second, separate set of all of them:
//
//                  default                             --profile NAME
//   settings       $XDG_CONFIG_HOME/vibrant/vibrant.conf   $XDG_CONFIG_HOME/vibrant/profiles/NAME/vibrant.conf
//   chats  $XDG_DATA_HOME/vibrant/             $XDG_DATA_HOME/vibrant/profiles/NAME/
//
// What was measured on the machine ($XDG_CACHE_HOME/vibrant) is the same for all profiles.
#pragma once

#include <optional>

#include <QString>

struct Profile {
    QString settingsPath; // file
    QString dataFolder; // readable for the user only; made when asked for
    // The same for every start of this profile, different for all others: the settings file's path.
    [[nodiscard]] QString key() const { return settingsPath; }

    // Empty: the default profile. None if it is no name: 1 to 40 letters, digits, '-' and '_'.
    [[nodiscard]] static std::optional<Profile> named(const QString &name);
    // Everything below a folder: for --demo and tests.
    [[nodiscard]] static Profile in(const QString &folder);
};
