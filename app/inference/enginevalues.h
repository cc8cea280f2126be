// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The engine's values as the window's; shared by the sources that include engine/engine.h.
#pragma once

#include <string_view>

#include "engine/engine.h"
#include "inference/modelfiles.h"

[[nodiscard]] QString textOf(std::string_view utf8);
[[nodiscard]] InferenceError errorOf(const vibrant::Error &error);

[[nodiscard]] vibrant::KvType kvTypeOf(KvType type);

// What an answer to `request` is drawn with, and what one would be whose chat chose nothing.
[[nodiscard]] vibrant::SamplingSettings samplingOf(const ChatRequest &request, const vibrant::LoadedModel &model);
[[nodiscard]] SamplingDefaults samplingDefaultsOf(const vibrant::LoadedModel &model);

// What a session of `model` takes beside the weights, see ModelDescription.
[[nodiscard]] QList<KvCost> kvCosts(const vibrant::LoadedModel &model);
[[nodiscard]] int defaultContextOf(const KvCost &cost, int trainedContext, quint64 available);
[[nodiscard]] quint64 bufferBytes(const vibrant::LoadedModel &model);
