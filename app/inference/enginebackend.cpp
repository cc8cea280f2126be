// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/enginebackend.h"

#include <chrono>
#include <filesystem>
#include <mutex>

#include <QFile>
#include <QLoggingCategory>

#include "engine/engine.h"
#include "inference/enginemodelfiles.h"
#include "inference/enginevalues.h"

Q_LOGGING_CATEGORY(lcEngine, "vibrant.engine", QtWarningMsg) // QT_LOGGING_RULES="vibrant.engine=true" shows all

using namespace std::chrono_literals;

namespace
{
void logLine(vibrant::LogLevel level, std::string_view line)
{
    switch (level) {
    case vibrant::LogLevel::kDebug:
        qCDebug(lcEngine).noquote() << textOf(line);
        break;
    case vibrant::LogLevel::kInfo:
        qCInfo(lcEngine).noquote() << textOf(line);
        break;
    case vibrant::LogLevel::kWarning:
        qCWarning(lcEngine).noquote() << textOf(line);
        break;
    case vibrant::LogLevel::kError:
        qCCritical(lcEngine).noquote() << textOf(line);
        break;
    }
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

std::vector<vibrant::ChatMessage> messagesOf(const QList<ChatTurn> &turns)
{
    std::vector<vibrant::ChatMessage> messages;
    for (const ChatTurn &turn : turns) {
        const vibrant::Role role = turn.role == ChatTurn::Role::System ? vibrant::Role::kSystem
            : turn.role == ChatTurn::Role::User                        ? vibrant::Role::kUser
                                                                       : vibrant::Role::kAssistant;
        messages.push_back({ role, turn.text.toStdString() });
    }
    return messages;
}

vibrant::GenerationRequest requestOf(const ChatRequest &request, const vibrant::LoadedModel &model)
{
    vibrant::GenerationRequest result;
    result.messages = messagesOf(request.turns);
    result.max_tokens = static_cast<std::uint32_t>(request.sampling.clamped().maxTokens);
    result.sampling = samplingOf(request, model);
    return result;
}

GenerationOutcome::Reason reasonOf(vibrant::FinishReason reason)
{
    switch (reason) {
    case vibrant::FinishReason::kStop:
        return GenerationOutcome::Reason::Stop;
    case vibrant::FinishReason::kLength:
        return GenerationOutcome::Reason::Limit;
    case vibrant::FinishReason::kContext:
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
        m_sink.onPrefill({ static_cast<int>(done), static_cast<int>(total), static_cast<int>(cached) });
    }
    void on_token(std::string_view utf8, vibrant::TokenId, const vibrant::GenerationStats &soFar) override
    {
        m_sink.onText(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())), figuresOf(soFar));
    }

private:
    InferenceSink &m_sink;
};

class EngineTokenCounter : public TokenCounter
{
public:
    explicit EngineTokenCounter(std::shared_ptr<const vibrant::LoadedModel> model)
        : m_model(std::move(model))
    {
    }
    [[nodiscard]] int countText(const QString &text) const override
    {
        std::vector<vibrant::TokenId> ids;
        m_model->tokenizer->encode(text.toStdString(), vibrant::SpecialTokens::kAsText, ids);
        return static_cast<int>(ids.size());
    }
    [[nodiscard]] PromptCount countPrompt(const QList<ChatTurn> &turns) const override
    {
        const std::shared_ptr<const vibrant::SequenceBook> book = [this] {
            const std::scoped_lock lock(m_mutex);
            return m_book;
        }();
        const vibrant::Reusable count = vibrant::reusable(*m_model, *book, messagesOf(turns));
        return { static_cast<int>(count.prompt_tokens), static_cast<int>(count.cached_tokens) };
    }
    // What the model has read by now.
    void setBook(vibrant::SequenceBook book)
    {
        auto newest = std::make_shared<const vibrant::SequenceBook>(std::move(book));
        const std::scoped_lock lock(m_mutex);
        m_book = std::move(newest);
    }

private:
    std::shared_ptr<const vibrant::LoadedModel> m_model;
    mutable std::mutex m_mutex;
    std::shared_ptr<const vibrant::SequenceBook> m_book = std::make_shared<vibrant::SequenceBook>(); // never null
};

class EngineModel : public InferenceModel
{
public:
    EngineModel(const QString &path, const LoadOptions &options, std::shared_ptr<const vibrant::LoadedModel> model,
        std::unique_ptr<vibrant::Session> session)
        : m_session(std::move(session))
        , m_counter(std::make_shared<EngineTokenCounter>(std::move(model)))
    {
        const vibrant::ModelSummary summary = vibrant::summarize(m_session->model());
        m_info.path = path;
        m_info.name = textOf(summary.name);
        m_info.architecture = textOf(summary.architecture);
        m_info.quantisation = textOf(summary.quantisation);
        m_info.notice = textOf(summary.notice);
        m_info.kernels = textOf(vibrant::kernels_in_use());
        m_info.parameters = summary.n_parameters;
        m_info.fileBytes = summary.file_bytes;
        m_info.trainedContext = static_cast<int>(summary.trained_context);
        m_info.contextSize = static_cast<int>(m_session->context_size());
        m_info.threads = m_session->threads();
        m_info.starter = summary.is_starter;
        m_info.sampling = samplingDefaultsOf(m_session->model());
        m_info.options = options;
        // 80 ns a call, a few thousandths of a token of any model worth looking at; see profile/profiler.h.
        m_session->profiler().set_enabled(true);
    }

    [[nodiscard]] ModelInfo info() const override { return m_info; }
    [[nodiscard]] std::shared_ptr<const TokenCounter> tokenCounter() const override { return m_counter; }

    [[nodiscard]] GenerationOutcome generate(
        const ChatRequest &request, InferenceSink &sink, std::stop_token stop) override
    {
        ForwardingSink forward(sink);
        m_session->profiler().reset();
        const vibrant::Result<vibrant::Generation> generation
            = m_session->generate(requestOf(request, m_session->model()), forward, std::move(stop));
        m_counter->setBook(m_session->book());
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

    [[nodiscard]] EngineProfile profile() const override
    {
        EngineProfile profile;
        for (const vibrant::HotPathRow &row : vibrant::hot_path(m_session->profiler().snapshot())) {
            profile.rows.append({ textOf(row.operation), row.calls, row.total_ms, row.share, row.gb_per_s });
            profile.bytes += row.bytes;
        }
        profile.atNs = std::chrono::steady_clock::now().time_since_epoch() / 1ns;
        profile.limitGBPerS = m_limit;
        return profile;
    }

    void setMemoryLimit(double gbPerS) { m_limit = gbPerS; }

private:
    std::unique_ptr<vibrant::Session> m_session; // keeps the model alive
    std::shared_ptr<EngineTokenCounter> m_counter;
    double m_limit = 0; // GB/s, see EngineProfile
    ModelInfo m_info;
};

using Report = std::function<void(const LoadProgress &)>;

// Below this the weights of a model come from the caches, and the memory's speed says nothing about it.
constexpr quint64 kWorthMeasuring = 128u << 20; // bytes

class EngineBackend : public InferenceBackend
{
public:
    [[nodiscard]] QString starterModel() const override
    {
        const auto path = vibrant::starter_model();
        return path ? QFile::decodeName(path->c_str()) : QString();
    }

    [[nodiscard]] LoadResult load(
        const QString &path, const LoadOptions &options, const Report &progress, std::stop_token stop) override
    {
        using Phase = LoadProgress::Phase;
        const auto report = [&](const vibrant::LoadProgress &at) {
            using From = vibrant::LoadProgress::Phase;
            const Phase phase = at.phase == From::kOpening ? Phase::Opening
                : at.phase == From::kVocabulary            ? Phase::Vocabulary
                                                           : Phase::Weights;
            progress({ phase, at.done_bytes, at.total_bytes });
        };
        const vibrant::SessionOptions session = sessionOptionsOf(options);
        const auto admit = [&](const vibrant::LoadedModel &model) -> vibrant::Status {
            return options.anyway ? vibrant::Status {}
                                  : vibrant::check_room(model, session.context, session.fidelity, session.kv_type);
        };
        const auto model = vibrant::load_model(QFile::encodeName(path).toStdString(), report, stop, admit);
        if (!model) {
            return std::unexpected(errorOf(model.error()));
        }
        progress({ Phase::Preparing, 1, 1 });
        auto created = vibrant::Session::create(*model, session);
        if (!created) {
            return std::unexpected(errorOf(created.error()));
        }
        auto loaded = std::make_unique<EngineModel>(path, options, *model, std::move(*created));
        if (loaded->info().fileBytes >= kWorthMeasuring) {
            loaded->setMemoryLimit(memoryLimit(loaded->info().threads));
        }
        return loaded;
    }

    [[nodiscard]] ModelDescription describe(const QString &path) const override { return describeWithEngine(path); }
    [[nodiscard]] std::expected<ModelContents, InferenceError> contents(const QString &path) const override
    {
        return contentsWithEngine(path);
    }
    [[nodiscard]] int defaultContext(const KvCost &cost, int trainedContext, quint64 available) const override
    {
        return defaultContextOf(cost, trainedContext, available);
    }
    [[nodiscard]] quint64 availableMemory() const override { return availableMemoryOfEngine(); }

private:
    // What the memory gives, measured with the first model that reads from it in earnest: 0.3 s, once per start.
    [[nodiscard]] double memoryLimit(int threads)
    {
        if (m_memoryLimit == 0) {
            m_memoryLimit = vibrant::measure_bandwidth_gb_per_s(threads, vibrant::kQuick).value_or(0.0);
        }
        return m_memoryLimit;
    }

    double m_memoryLimit = 0; // GB/s; the loader thread's own

    static vibrant::SessionOptions sessionOptionsOf(const LoadOptions &options)
    {
        return {
            .context = static_cast<std::uint32_t>(std::max(options.contextSize, 0)),
            .threads = std::max(options.threads, 0),
            .kv_type = kvTypeOf(options.kv),
        };
    }
};
}

std::shared_ptr<InferenceBackend> makeEngineBackend()
{
    vibrant::set_log_sink(logLine);
    return std::make_shared<EngineBackend>();
}
