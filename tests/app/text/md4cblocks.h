// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Markdown as md4c reads it, in the scanner's own form: leaf blocks in a row, each with its depth in lists and quotes,
// the first of an item with its marker. A second opinion on the block structure, and on where a paragraph begins and
// ends.
//
// Left out on both sides: `tight` (ours is "no blank line before", CommonMark's is a property of a list), and what
// inline source becomes: it is compared as md4c's plain text of it. A row of leaf blocks cannot tell one quote from two,
// an empty quote from none, or a quote in a list from a list in a quote.
#pragma once

#include <vector>

#include <QByteArray>

#include "text/markdownblock.h"

// CommonMark with GitHub's tables and tasks.
[[nodiscard]] std::vector<Markdown::Block> blocksByMd4c(const QByteArray &markdown);

// A block of ours for the comparison: inline source as plain text, and without what is left out above.
[[nodiscard]] Markdown::Block comparable(Markdown::Block block);
