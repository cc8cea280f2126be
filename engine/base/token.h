// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The one word that text, model and sampling share.
#pragma once

#include <cstdint>

namespace vibrant {
using TokenId = std::int32_t;  // index into the vocabulary, >= 0
}
