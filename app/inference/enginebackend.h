// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The real engine behind InferenceBackend. enginebackend.cpp is the only file of app/ that includes engine/engine.h.
#pragma once

#include <memory>

#include "inference/inferencebackend.h"

// Also sends the engine's log to the category "vibrant.engine". Once per process, before anything is loaded.
[[nodiscard]] std::shared_ptr<InferenceBackend> makeEngineBackend();
