// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The scenes of the page with all models.
#pragma once

#include "window/selftest/scenes.h"

// Sparse files where other programs keep theirs, and in ~/Models.
void writeLibrary(const QString &home);

// `ready`: a scene with a model loaded; `model`, `broken`: names of files in ~/Models.
[[nodiscard]] QList<Scene> libraryScenes(const Scene &ready, const QString &model, const QString &broken);
