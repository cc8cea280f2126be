// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The built-in answers of FakeBackend: Markdown as coder models write it.
#pragma once

#include <QStringList>

[[nodiscard]] QStringList fakeAnswers();
