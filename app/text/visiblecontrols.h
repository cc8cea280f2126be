// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Characters that are invisible or reorder text (CVE-2021-42574; tags that spell an instruction only a model reads), found and
// made visible, one UTF-16 unit for one.
#pragma once

#include <QString>

// C0 except tab and line feed, DEL, C1, bidirectional and zero-width controls, the byte order mark; the first half of what is
// from U+E0000 to U+E03FF: tags and selectors, nothing that could be seen.
[[nodiscard]] bool isHiddenControl(QChar c);

// For code: C0 as their Unicode control pictures, the others as U+FFFD-like boxes. `found` is set when there was one.
[[nodiscard]] QString withVisibleControls(QStringView text, bool &found);

// For prose: bidirectional overrides and isolates are dropped, so that one message cannot reorder what is around it;
// everything else stays (a zero-width joiner belongs to emoji and several scripts).
[[nodiscard]] QString withoutBidiControls(const QString &text);

// For prose: is there anything a reader does not see, apart from what emoji, flags and the scripts of the world are written
// with? Joiners count after an ASCII character, zero-width spaces outside of the scripts without spaces, selectors in a row.
[[nodiscard]] bool hasHiddenText(QStringView text);
