// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What crosses the thread between the window and the engine: plain values, copied, never shared.
// They mirror the engine's events so that only inference/ knows engine/engine.h.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>

#include "values/modelfacts.h"
#include "values/samplingoptions.h"

using RequestId = quint64; // 0 is no request

struct InferenceError {
    // One per vibrant::ErrorCode, plus what only the window can say.
    enum class Code : std::uint8_t {
        NotFound,
        Permission,
        Io,
        NotAModel,
        AnotherKind,
        Truncated,
        Malformed,
        Unsupported,
        UnsupportedType,
        UnsupportedForm,
        OutOfMemory,
        InvalidArgument,
        ContextOverflow,
        Numeric,
        Unreadable,
        Cancelled,
        NoModel, // asked to generate while nothing is loaded
    };
    Code code = Code::Io;
    QString text; // one line: "<file>: <problem> at <where> (found ..., allowed ...)"
};

// How keys and values of the context are kept.
enum class KvType : std::uint8_t {
    F16, // exact enough to be the default
    Int8, // half of that
};
inline constexpr int kKvTypes = 2; // how many there are

// How the user wants a model loaded.
struct LoadOptions {
    int contextSize = 0; // tokens; 0 = what suits: the trained one, at most 16k and what half of the free memory holds
    int threads = 0; // 0 = what suits the machine
    KvType kv = KvType::F16;
    bool anyway = false; // also if it takes more memory than is free
    bool operator==(const LoadOptions &) const = default;
};

struct LoadProgress {
    enum class Phase : std::uint8_t {
        Opening,
        Vocabulary,
        Weights,
        Preparing, // KV cache and buffers
        Waiting, // ready; the running answer of the previous model ends first
    };
    Phase phase = Phase::Opening;
    quint64 doneBytes = 0, totalBytes = 0; // of the file; total 0 = unknown
};

// A model that is loaded.
struct ModelInfo : ModelFacts {
    QString path; // as it was opened
    QString kernels; // "AVX3_DL"
    int contextSize = 0; // tokens this session really has
    int threads = 0;
    bool starter = false; // the small one that comes with the program
    SamplingDefaults sampling; // where a chat chooses nothing
    LoadOptions options; // as asked for
};

struct MemoryFigures { // bytes
    quint64 mapped = 0; // of the model file
    quint64 resident = 0; // of those, in memory now
    quint64 kv = 0;
    quint64 buffers = 0;
    quint64 process = 0; // private memory of the whole process, kv and buffers included
    bool operator==(const MemoryFigures &) const = default;
};

// Where the time of the current or last answer went, operation by operation.
struct ProfileRow {
    QString operation; // the engine's name: "ffn down"
    quint64 calls = 0;
    double totalMs = 0;
    double share = 0; // of the sum over all rows, 0..1
    double gbPerS = 0; // memory read, 10^9 bytes; 0 = not counted
    bool operator==(const ProfileRow &) const = default;
};

struct EngineProfile {
    QList<ProfileRow> rows; // most expensive first
    quint64 bytes = 0; // moved from memory since the answer began
    qint64 atNs = 0; // steady clock, when this was taken
    bool decoding = false; // the prompt has been read
    double limitGBPerS = 0; // what this machine's memory gives at best; 0 = not measured
};

struct GenerationFigures {
    int promptTokens = 0;
    int cachedTokens = 0; // of the prompt, not evaluated again
    int generatedTokens = 0;
    double timeToFirstTokenMs = 0;
    double prefillTokensPerSecond = 0; // 0 = unknown
    double decodeTokensPerSecond = 0; // mean of the answer so far; 0 = unknown
    int contextUsed = 0; // tokens
    int contextSize = 0; // tokens
};

struct PrefillProgress { // tokens
    int done = 0;
    int total = 0;
    int cached = 0;
};

struct ChatTurn {
    enum class Role : std::uint8_t {
        System,
        User,
        Assistant,
    };
    Role role = Role::User;
    QString text;
};

struct ChatRequest {
    QList<ChatTurn> turns; // if the last one is the assistant's, it is continued
    SamplingOptions sampling;
    quint64 seed = 0; // of this answer; sampling.seed is only what the user asked for
};

struct GenerationOutcome {
    enum class Reason : std::uint8_t {
        Stop, // the model ended its answer
        Length, // the context is used up
        Limit, // sampling.maxTokens are generated
        Cancelled,
        Error, // see error; the text so far is valid
    };
    Reason reason = Reason::Stop;
    InferenceError error;
    GenerationFigures figures;
};
