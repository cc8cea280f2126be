// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// ModelFileReader on the engine. Like enginebackend.cpp, its source may include engine/engine.h.
#pragma once

#include "inference/modelfiles.h"

[[nodiscard]] ModelDescription describeWithEngine(const QString &path);
[[nodiscard]] std::expected<ModelContents, InferenceError> contentsWithEngine(const QString &path);
[[nodiscard]] quint64 availableMemoryOfEngine();
