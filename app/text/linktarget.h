// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where a link really leads, against what its text says. Addresses are those that isSafeLink() lets through.
#pragma once

#include <QString>

namespace LinkTarget
{
// The host as the network sees it: "xn--pypal-4ve.com" for a look-alike, "bank.example.evil.org" in full; of a mailto the address
// it goes to.
[[nodiscard]] QString host(const QString &address);
// The text is not the address itself (with or without scheme, "www." as written, a slash at the end), or the address has a
// user name before its host or letters beyond ASCII in it, which can be made to look like another.
[[nodiscard]] bool surprises(const QString &address, const QString &text);
}
