// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/kernels/tables.h"

namespace vibrant {

void append_vector_tables(TableList&) {}

}  // namespace vibrant
