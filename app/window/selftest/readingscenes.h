// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The scenes of reading an answer and of writing the next question: thoughts, formulas, files, comparisons, what is attached,
// what the model sees.
#pragma once

#include "window/selftest/scenes.h"

[[nodiscard]] QList<Scene> readingScenes(const Scene &ready); // `ready`: a scene with a model loaded
