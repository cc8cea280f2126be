// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The engine's public door. Programs (the window's worker, vibrant-cli) include this and nothing else of engine/.
//
//   auto model = load_model(path, on_progress, stop, admit);  // mapped, validated, shared
//   auto session = Session::create(*model, options);          // a runner and the sequence of one chat
//   auto answer = (*session)->generate(request, sink, stop);  // streams to the sink, returns text and figures
//
// The door is narrow on purpose: no kernel, tensor or thread comes through it. vibrant-cli is a room of the engine and
// may look past it for its benchmarks.
#pragma once

#include "engine/base/log.h"
#include "engine/base/result.h"
#include "engine/gguf/file_facts.h"
#include "engine/memory/memory_figures.h"
#include "engine/parallel/cpu_topology.h"
#include "engine/session/machine_tuning.h"
#include "engine/session/session.h"
#include "engine/session/starter_model.h"
#include "engine/tuning/memory_bandwidth.h"
