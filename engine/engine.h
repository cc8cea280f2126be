// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The engine's public door. Programs (the window's worker, vibrant-cli) include this and nothing else of engine/.
//
//   auto model = load_model(path, on_progress, stop);       // mapped, validated, shared
//   auto session = Session::create(*model, options);        // KV cache and buffers of one conversation
//   auto answer = (*session)->generate(request, sink, stop) // streams to the sink, returns text and figures
#pragma once

#include "engine/base/log.h"
#include "engine/base/result.h"
#include "engine/kernels/kernels.h"
#include "engine/memory/arena.h"
#include "engine/parallel/cpu_topology.h"
#include "engine/session/machine_tuning.h"
#include "engine/session/session.h"
#include "engine/session/starter_model.h"
#include "engine/tuning/memory_bandwidth.h"
