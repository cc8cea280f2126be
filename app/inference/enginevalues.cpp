// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/enginevalues.h"

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

namespace
{
InferenceError::Code codeOf(vibrant::ErrorCode code)
{
    using From = vibrant::ErrorCode;
    using To = InferenceError::Code;
    switch (code) {
    case From::kNotFound:
        return To::NotFound;
    case From::kPermission:
        return To::Permission;
    case From::kIo:
        return To::Io;
    case From::kNotAModel:
        return To::NotAModel;
    case From::kAnotherKind:
        return To::AnotherKind;
    case From::kTruncated:
        return To::Truncated;
    case From::kMalformed:
        return To::Malformed;
    case From::kUnsupported:
        return To::Unsupported;
    case From::kUnsupportedType:
        return To::UnsupportedType;
    case From::kUnsupportedForm:
        return To::UnsupportedForm;
    case From::kOutOfMemory:
        return To::OutOfMemory;
    case From::kInvalidArgument:
        return To::InvalidArgument;
    case From::kContextOverflow:
        return To::ContextOverflow;
    case From::kNumeric:
        return To::Numeric;
    case From::kUnreadable:
        return To::Unreadable;
    case From::kCancelled:
        return To::Cancelled;
    }
    return To::Io;
}

// values/samplingranges.h against the engine's table.
constexpr bool isRow(const SamplingRange &range, std::size_t row)
{
    const vibrant::SettingRange &engine = vibrant::kSamplingRanges[row];
    return range.from == engine.min && range.to == engine.max && range.otherwise == engine.fallback;
}
static_assert(isRow(kTemperatureRange, 0) && isRow(kTopKRange, 1) && isRow(kTopPRange, 2) && isRow(kMinPRange, 3)
    && isRow(kRepeatPenaltyRange, 4));

// 0.95 is what the file means by the float 0.949999988.
double shown(float value)
{
    return QString::number(value, 'g', 6).toDouble();
}
}

InferenceError errorOf(const vibrant::Error &error)
{
    return { codeOf(error.code), textOf(error.text) };
}

vibrant::KvType kvTypeOf(KvType type)
{
    return type == KvType::Int8 ? vibrant::KvType::kInt8 : vibrant::KvType::kF16;
}

vibrant::SamplingSettings samplingOf(const ChatRequest &request, const vibrant::LoadedModel &model)
{
    const SamplingOptions &chosen = request.sampling;
    const vibrant::SamplingWishes wishes {
        .temperature = chosen.temperature,
        .top_p = chosen.topP,
        .min_p = chosen.minP,
        .repeat_penalty = chosen.repeatPenalty,
        .top_k = chosen.topK,
        .seed = request.seed,
    };
    return vibrant::resolve(wishes, model.recommended);
}

SamplingDefaults samplingDefaultsOf(const vibrant::LoadedModel &model)
{
    const vibrant::SamplingSettings settings = vibrant::resolve({}, model.recommended);
    return {
        .temperature = shown(settings.temperature),
        .topK = settings.top_k,
        .topP = shown(settings.top_p),
        .minP = shown(settings.min_p),
        .repeatPenalty = shown(settings.repeat_penalty),
    };
}

QList<KvCost> kvCosts(const vibrant::LoadedModel &model)
{
    QList<KvCost> costs;
    for (const KvType type : { KvType::F16, KvType::Int8 }) {
        const vibrant::StateCost cost = vibrant::state_cost(model, vibrant::Fidelity::kDefault, kvTypeOf(type));
        KvCost &added = costs.emplaceBack(type, cost.fixed_bytes, QList<KvCost::Share> {});
        for (const vibrant::StateCost::Share &share : cost.shares) {
            added.shares.append({ share.bytes_per_token, share.most_tokens });
        }
    }
    return costs;
}

int defaultContextOf(const KvCost &cost, int trainedContext, quint64 available)
{
    vibrant::StateCost engine { .fixed_bytes = cost.fixedBytes, .shares = {} };
    for (const KvCost::Share &share : cost.shares) {
        engine.shares.push_back({ share.bytesPerToken, share.mostTokens });
    }
    const auto trained = static_cast<std::uint32_t>(std::max(trainedContext, 0));
    return static_cast<int>(vibrant::default_context(engine, trained, available));
}

quint64 bufferBytes(const vibrant::LoadedModel &model)
{
    return vibrant::memory_need(model, vibrant::SessionOptions {}.prefill_chunk, vibrant::Fidelity::kDefault)
        .buffer_bytes;
}
