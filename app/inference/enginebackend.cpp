// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/enginebackend.h"

#include <filesystem>

#include <QFile>
#include <QLoggingCategory>

#include "engine/engine.h"

Q_LOGGING_CATEGORY(lcEngine, "vibrant.engine", QtWarningMsg) // QT_LOGGING_RULES="vibrant.engine=true" shows all

namespace
{
QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

void logLine(vibrant::LogLevel level, std::string_view line)
{
    switch (level) {
    case vibrant::LogLevel::kDebug:
        qCDebug(lcEngine).noquote() << text(line);
        break;
    case vibrant::LogLevel::kInfo:
        qCInfo(lcEngine).noquote() << text(line);
        break;
    case vibrant::LogLevel::kWarning:
        qCWarning(lcEngine).noquote() << text(line);
        break;
    case vibrant::LogLevel::kError:
        qCCritical(lcEngine).noquote() << text(line);
        break;
    }
}

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
    case From::kTruncated:
        return To::Truncated;
    case From::kMalformed:
        return To::Malformed;
    case From::kUnsupported:
        return To::Unsupported;
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

InferenceError errorOf(const vibrant::Error &error)
{
    return {codeOf(error.code), text(error.text)};
}

GenerationFigures figuresOf(const vibrant::GenerationStats &stats)
{
    return {
        .promptTokens = static_cast<int>(stats.prompt_tokens),
        .cachedTokens = static_cast<int>(stats.cached_tokens),
        .generatedTokens = static_cast<int>(stats.generated_tokens),
        .timeToFirstTokenMs = stats.time_to_first_token_ms,
        .prefillTokensPerSecond = stats.prefill_tokens_per_s(),
        .decodeTokensPerSecond = stats.decode_tokens_per_s(),
        .contextUsed = static_cast<int>(stats.context_used),
        .contextSize = static_cast<int>(stats.context_size),
    };
}

vibrant::GenerationRequest requestOf(const ChatRequest &request)
{
    vibrant::GenerationRequest result;
    for (const ChatTurn &turn : request.turns) {
        const vibrant::Role role = turn.role == ChatTurn::Role::System ? vibrant::Role::kSystem
            : turn.role == ChatTurn::Role::User                        ? vibrant::Role::kUser
                                                                       : vibrant::Role::kAssistant;
        result.messages.push_back({role, turn.text.toStdString()});
    }
    const SamplingOptions sampling = request.sampling.clamped();
    result.max_tokens = static_cast<std::uint32_t>(sampling.maxTokens);
    result.sampling.temperature = static_cast<float>(sampling.temperature);
    result.sampling.top_k = sampling.topK;
    result.sampling.top_p = static_cast<float>(sampling.topP);
    result.sampling.min_p = static_cast<float>(sampling.minP);
    result.sampling.repeat_penalty = static_cast<float>(sampling.repeatPenalty);
    result.sampling.seed = request.seed;
    return result;
}

GenerationOutcome::Reason reasonOf(vibrant::FinishReason reason)
{
    switch (reason) {
    case vibrant::FinishReason::kStop:
        return GenerationOutcome::Reason::Stop;
    case vibrant::FinishReason::kLength:
        return GenerationOutcome::Reason::Length;
    case vibrant::FinishReason::kCancelled:
        return GenerationOutcome::Reason::Cancelled;
    case vibrant::FinishReason::kError:
        break;
    }
    return GenerationOutcome::Reason::Error;
}

class ForwardingSink : public vibrant::GenerationSink
{
public:
    explicit ForwardingSink(InferenceSink &sink)
        : m_sink(sink)
    {
    }
    void on_prefill(std::uint32_t done, std::uint32_t total, std::uint32_t cached) override
    {
        m_sink.onPrefill({static_cast<int>(done), static_cast<int>(total), static_cast<int>(cached)});
    }
    void on_token(std::string_view utf8, vibrant::TokenId, const vibrant::GenerationStats &soFar) override
    {
        m_sink.onText(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())), figuresOf(soFar));
    }

private:
    InferenceSink &m_sink;
};

class EngineModel : public InferenceModel
{
public:
    EngineModel(const QString &path, std::unique_ptr<vibrant::Session> session)
        : m_session(std::move(session))
    {
        const vibrant::ModelSummary summary = vibrant::summarize(m_session->model());
        m_info.path = path;
        m_info.name = text(summary.name);
        m_info.architecture = text(summary.architecture);
        m_info.quantisation = text(summary.quantisation);
        m_info.notice = text(summary.notice);
        m_info.kernels = text(vibrant::kernels().name);
        m_info.parameters = summary.n_parameters;
        m_info.fileBytes = summary.file_bytes;
        m_info.trainedContext = static_cast<int>(summary.trained_context);
        m_info.contextSize = static_cast<int>(m_session->context_size());
        m_info.threads = m_session->threads();
    }

    [[nodiscard]] ModelInfo info() const override { return m_info; }

    [[nodiscard]] GenerationOutcome generate(const ChatRequest &request, InferenceSink &sink, std::stop_token stop) override
    {
        ForwardingSink forward(sink);
        const vibrant::Result<vibrant::Generation> generation = m_session->generate(requestOf(request), forward, std::move(stop));
        GenerationOutcome outcome;
        if (!generation) {
            outcome.reason = GenerationOutcome::Reason::Error;
            outcome.error = errorOf(generation.error());
            return outcome;
        }
        outcome.reason = reasonOf(generation->reason);
        outcome.error = errorOf(generation->error);
        outcome.figures = figuresOf(generation->stats);
        return outcome;
    }

    [[nodiscard]] MemoryFigures memory() const override
    {
        const vibrant::SessionMemory memory = m_session->memory();
        return {
            .mapped = memory.mapped_bytes,
            .resident = memory.resident_bytes,
            .kv = memory.kv_bytes,
            .buffers = memory.buffer_bytes,
            .process = memory.private_bytes,
        };
    }

private:
    std::unique_ptr<vibrant::Session> m_session; // keeps the model alive
    ModelInfo m_info;
};

LoadProgress::Phase phaseOf(vibrant::LoadProgress::Phase phase)
{
    switch (phase) {
    case vibrant::LoadProgress::Phase::kOpening:
        return LoadProgress::Phase::Opening;
    case vibrant::LoadProgress::Phase::kVocabulary:
        return LoadProgress::Phase::Vocabulary;
    case vibrant::LoadProgress::Phase::kWeights:
        break;
    }
    return LoadProgress::Phase::Weights;
}

class EngineBackend : public InferenceBackend
{
public:
    [[nodiscard]] LoadResult load(const QString &path, const std::function<void(const LoadProgress &)> &progress,
                                  std::stop_token stop) override
    {
        const auto report = [&progress](const vibrant::LoadProgress &p) { progress({phaseOf(p.phase), p.done_bytes, p.total_bytes}); };
        const std::filesystem::path file(QFile::encodeName(path).toStdString());
        auto model = vibrant::load_model(file, report, stop);
        if (!model) {
            return std::unexpected(errorOf(model.error()));
        }
        if (stop.stop_requested()) {
            return std::unexpected(InferenceError{InferenceError::Code::Cancelled, {}});
        }
        progress({LoadProgress::Phase::Preparing, 1, 1});
        auto session = vibrant::Session::create(*model);
        if (!session) {
            return std::unexpected(errorOf(session.error()));
        }
        return std::make_unique<EngineModel>(path, std::move(*session));
    }
};
}

std::shared_ptr<InferenceBackend> makeEngineBackend()
{
    vibrant::set_log_sink(logLine);
    return std::make_shared<EngineBackend>();
}
