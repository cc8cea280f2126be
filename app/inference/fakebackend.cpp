// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/fakebackend.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <mutex>

#include <QElapsedTimer>
#include <QFileInfo>

#include "inference/fakeanswers.h"
#include "inference/fakemodelfiles.h"
#include "values/format.h"

using namespace std::chrono_literals;

struct FakeBackend::Shared {
    FakeOptions options;
    std::mutex mutex;
    std::condition_variable_any changed;
    bool released = false;
    std::atomic<int> liveModels = 0;
    std::atomic<int> startedAnswers = 0;
    std::atomic<int> describedFiles = 0;
    QList<ChatTurn> lastPrompt; // under the mutex

    void setLastPrompt(const QList<ChatTurn> &turns)
    {
        const std::scoped_lock lock(mutex);
        lastPrompt = turns;
    }

    // False if stopped.
    [[nodiscard]] bool pause(std::chrono::microseconds time, const std::stop_token &stop)
    {
        if (time > 0us) {
            std::unique_lock lock(mutex);
            changed.wait_for(lock, options.deaf ? std::stop_token {} : stop, time, [] { return false; });
        }
        return !isStopped(stop);
    }
    [[nodiscard]] bool hold(const std::stop_token &stop)
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, options.deaf ? std::stop_token {} : stop, [this] { return released; });
        return !isStopped(stop);
    }
    [[nodiscard]] bool isStopped(const std::stop_token &stop) const { return !options.deaf && stop.stop_requested(); }
};

namespace
{
constexpr quint64 kFileBytes = 4'683'073'952;
constexpr int kPrefillChunk = 128; // tokens
// What is reported when it answers as fast as it can: a 7B model on two cores.
constexpr double kNominalPrefill = 71, kNominalDecode = 6.8; // tokens/s

// About four characters a token, as code models have; never half a character.
class FakeTokens
{
public:
    explicit FakeTokens(const QString &text)
        : m_utf8(text.toUtf8())
    {
    }
    [[nodiscard]] bool atEnd() const { return m_offset == m_utf8.size(); }
    [[nodiscard]] QByteArrayView next()
    {
        static constexpr qsizetype kLengths[] = { 4, 1, 5, 3, 6, 2, 7 };
        qsizetype end = std::min(m_offset + kLengths[m_count++ % std::size(kLengths)], m_utf8.size());
        while (end < m_utf8.size() && (static_cast<unsigned char>(m_utf8[end]) & 0xC0) == 0x80) {
            ++end;
        }
        const QByteArrayView token = QByteArrayView(m_utf8).sliced(m_offset, end - m_offset);
        m_offset = end;
        return token;
    }

private:
    QByteArray m_utf8;
    qsizetype m_offset = 0; // bytes
    std::size_t m_count = 0;
};

std::chrono::microseconds secondsFor(double tokens, double rate)
{
    return rate > 0 ? std::chrono::microseconds(std::llround(1e6 * tokens / rate)) : 0us;
}

class FakeCounter : public TokenCounter
{
public:
    [[nodiscard]] int countText(const QString &text) const override { return static_cast<int>((text.size() + 3) / 4); }
    [[nodiscard]] PromptCount countPrompt(const QList<ChatTurn> &turns) const override
    {
        const int tokens = tokensOf(turns);
        return { tokens, std::min(cachedOf(turns), tokens - 1) };
    }
    // What the model has read: these turns, the answer's last.
    void setRead(const QList<ChatTurn> &turns, int tokens)
    {
        const std::scoped_lock lock(m_mutex);
        m_read = turns;
        m_readTokens = tokens;
    }

private:
    [[nodiscard]] static int tokensOf(const QList<ChatTurn> &turns)
    {
        qsizetype characters = 0;
        for (const ChatTurn &turn : turns) {
            characters += turn.text.size() + 16;
        }
        return static_cast<int>(characters / 4) + 8;
    }
    // An engine compares tokens; this one whole turns.
    [[nodiscard]] int cachedOf(const QList<ChatTurn> &turns) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto same = [](const ChatTurn &a, const ChatTurn &b) { return a.role == b.role && a.text == b.text; };
        const qsizetype common = std::ranges::mismatch(turns, m_read, same).in1 - turns.begin();
        return common == 0 ? 0 : common == m_read.size() ? m_readTokens : tokensOf(turns.first(common));
    }

    mutable std::mutex m_mutex;
    QList<ChatTurn> m_read;
    int m_readTokens = 0;
};

class FakeModel : public InferenceModel
{
public:
    FakeModel(std::shared_ptr<FakeBackend::Shared> shared, const QString &path, const LoadOptions &load)
        : m_shared(std::move(shared))
    {
        const FakeOptions &options = m_shared->options;
        m_info.path = path;
        m_info.name = path.isEmpty() ? QStringLiteral("Demo model") : QFileInfo(path).completeBaseName();
        m_info.architecture = QStringLiteral("qwen2");
        m_info.quantisation = QStringLiteral("Q4_K");
        m_info.kernels = QStringLiteral("demo");
        m_info.parameters = 7'615'616'512;
        m_info.fileBytes = kFileBytes;
        m_info.trainedContext = 32768;
        m_info.contextSize = load.contextSize > 0 ? load.contextSize : options.contextSize;
        m_info.starter = !options.starter.isEmpty() && path == options.starter;
        m_info.threads = load.threads > 0 ? load.threads : 2;
        m_info.options = load;
        ++m_shared->liveModels;
    }
    ~FakeModel() override { --m_shared->liveModels; }

    [[nodiscard]] ModelInfo info() const override { return m_info; }
    [[nodiscard]] std::shared_ptr<const TokenCounter> tokenCounter() const override { return m_counter; }

    [[nodiscard]] MemoryFigures memory() const override
    {
        return { .mapped = kFileBytes,
            .resident = kFileBytes / 16 * 15,
            .kv = 469'762'048,
            .buffers = 67'108'864,
            .process = 654'311'424 };
    }

    // A 7B model at its nominal speed: 4.3 GB of weights read for each token.
    [[nodiscard]] EngineProfile profile() const override
    {
        constexpr quint64 kBytesPerToken = 4'300'000'000;
        constexpr double kMsPerToken = 1000 / kNominalDecode;
        const int tokens = m_generated;
        EngineProfile profile;
        const auto add = [&](const char *operation, double share, double gbPerS) {
            profile.rows.append({ QString::fromLatin1(operation), static_cast<quint64>(tokens),
                share * kMsPerToken * tokens, share, gbPerS });
        };
        if (tokens > 0) {
            add("ffn gate up", 0.41, 31.2);
            add("ffn down", 0.24, 30.4);
            add("qkv", 0.12, 29.8);
            add("attention output", 0.09, 29.1);
            add("head", 0.08, 30.9);
            add("attention", 0.05, 12.6);
            add("sample", 0.01, 0);
        }
        profile.bytes = kBytesPerToken * static_cast<quint64>(tokens);
        profile.atNs = std::llround(1e9 * tokens / kNominalDecode);
        profile.limitGBPerS = 38.5;
        return profile;
    }

    [[nodiscard]] GenerationOutcome generate(
        const ChatRequest &request, InferenceSink &sink, std::stop_token stop) override
    {
        m_generated = 0;
        ++m_shared->startedAnswers;
        m_shared->setLastPrompt(request.turns);
        QElapsedTimer clock;
        clock.start();
        GenerationOutcome outcome;
        outcome.figures = promptFigures(request);
        if (outcome.figures.promptTokens > m_info.contextSize) {
            outcome.reason = GenerationOutcome::Reason::Error;
            outcome.error = { InferenceError::Code::ContextOverflow, {} };
            outcome.figures = {};
            return outcome;
        }
        if (!prefill(outcome.figures, sink, stop)) {
            outcome.reason = GenerationOutcome::Reason::Cancelled;
            return outcome;
        }
        outcome.figures.timeToFirstTokenMs = m_shared->options.prefillTokensPerSecond > 0
            ? static_cast<double>(clock.nsecsElapsed()) / 1e6
            : 1000 * (outcome.figures.promptTokens - outcome.figures.cachedTokens) / kNominalPrefill;
        const QString answer = answerTo(request);
        decode(answer, request.sampling.clamped().maxTokens, outcome, sink, stop);
        setRead(request.turns, answer, outcome.figures);
        return outcome;
    }

private:
    void setRead(QList<ChatTurn> turns, const QString &answer, const GenerationFigures &figures)
    {
        FakeTokens tokens(answer);
        QByteArray given; // as much of it as there was
        for (int i = 0; i < figures.generatedTokens; ++i) {
            given += tokens.next();
        }
        if (turns.isEmpty() || turns.last().role != ChatTurn::Role::Assistant) {
            turns.append({ ChatTurn::Role::Assistant, {} });
        }
        turns.last().text += QString::fromUtf8(given);
        m_counter->setRead(turns, figures.contextUsed);
    }
    [[nodiscard]] GenerationFigures promptFigures(const ChatRequest &request) const
    {
        GenerationFigures figures;
        const PromptCount prompt = m_counter->countPrompt(request.turns);
        figures.promptTokens = prompt.tokens;
        figures.cachedTokens = prompt.cached;
        figures.contextSize = m_info.contextSize;
        figures.contextUsed = figures.promptTokens;
        return figures;
    }

    [[nodiscard]] QString answerTo(const ChatRequest &request) const
    {
        const QStringList answers = m_shared->options.answers.isEmpty() ? fakeAnswers() : m_shared->options.answers;
        const auto asked = std::ranges::count(request.turns, ChatTurn::Role::User, &ChatTurn::role);
        const QString answer = answers[std::max<qsizetype>(asked - 1, 0) % answers.size()];
        // An answer that was begun is continued where it ends.
        const bool begun = !request.turns.isEmpty() && request.turns.last().role == ChatTurn::Role::Assistant;
        return begun && answer.startsWith(request.turns.last().text) ? answer.sliced(request.turns.last().text.size())
                                                                     : answer;
    }

    bool prefill(GenerationFigures &figures, InferenceSink &sink, const std::stop_token &stop)
    {
        const FakeOptions &options = m_shared->options;
        PrefillProgress progress { figures.cachedTokens, figures.promptTokens, figures.cachedTokens };
        sink.onPrefill(progress);
        bool held = options.holdPrefillAt < 0;
        while (progress.done < progress.total) {
            const int step = std::min(kPrefillChunk, progress.total - progress.done);
            if (!m_shared->pause(secondsFor(step, options.prefillTokensPerSecond), stop)) {
                return false;
            }
            progress.done += step;
            sink.onPrefill(progress);
            if (!held && progress.done >= options.holdPrefillAt) {
                held = true;
                if (!m_shared->hold(stop)) {
                    return false;
                }
            }
        }
        figures.prefillTokensPerSecond
            = options.prefillTokensPerSecond > 0 ? options.prefillTokensPerSecond : kNominalPrefill;
        return true;
    }

    void decode(const QString &answer, int maxTokens, GenerationOutcome &outcome, InferenceSink &sink,
        const std::stop_token &stop)
    {
        using Reason = GenerationOutcome::Reason;
        const FakeOptions &options = m_shared->options;
        GenerationFigures &figures = outcome.figures;
        QElapsedTimer clock;
        clock.start();
        outcome.reason = Reason::Stop;
        for (FakeTokens tokens(answer); !tokens.atEnd();) {
            if (figures.generatedTokens == options.failAfterTokens) {
                outcome.reason = Reason::Error;
                outcome.error = options.generationError;
                return;
            }
            if (figures.contextUsed >= figures.contextSize || (maxTokens > 0 && figures.generatedTokens >= maxTokens)) {
                outcome.reason = maxTokens > 0 && figures.generatedTokens >= maxTokens ? Reason::Limit : Reason::Length;
                return;
            }
            // A slow wave of 8 %, so that the speed curve of the demo looks like a machine's.
            const double wave = 1 + 0.08 * std::sin(0.09 * figures.generatedTokens);
            const bool goesOn = m_shared->pause(secondsFor(wave, options.tokensPerSecond), stop)
                && (figures.generatedTokens != options.holdAfterTokens || m_shared->hold(stop));
            if (!goesOn) {
                outcome.reason = Reason::Cancelled;
                return;
            }
            m_generated = ++figures.generatedTokens;
            ++figures.contextUsed;
            figures.decodeTokensPerSecond = options.tokensPerSecond > 0
                ? 1e9 * figures.generatedTokens / static_cast<double>(std::max<qint64>(clock.nsecsElapsed(), 1))
                : kNominalDecode;
            sink.onText(tokens.next(), figures);
        }
    }

    std::shared_ptr<FakeBackend::Shared> m_shared;
    ModelInfo m_info;
    std::shared_ptr<FakeCounter> m_counter = std::make_shared<FakeCounter>();
    std::atomic<int> m_generated = 0; // tokens of this answer
};
}

FakeBackend::FakeBackend(FakeOptions options)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->options = std::move(options);
}

QString FakeBackend::starterModel() const
{
    return m_shared->options.starter;
}

FakeBackend::~FakeBackend() = default;

InferenceBackend::LoadResult FakeBackend::load(const QString &path, const LoadOptions &load,
    const std::function<void(const LoadProgress &)> &progress, std::stop_token stop)
{
    constexpr int kSteps = 40;
    const FakeOptions &options = m_shared->options;
    const std::unexpected cancelled(InferenceError { InferenceError::Code::Cancelled, {} });
    progress({ LoadProgress::Phase::Opening, 0, kFileBytes });
    if (const auto failure = options.failures.find(QFileInfo(path).fileName()); failure != options.failures.end()) {
        return std::unexpected(*failure);
    }
    const ModelDescription description = fakeDescription(path);
    const int context = load.contextSize > 0 ? load.contextSize : options.contextSize;
    const quint64 needed = description.fileBytes + description.bufferBytes
        + std::ranges::find(description.kv, load.kv, &KvCost::type)->bytes(context);
    if (!load.anyway && needed > options.availableMemory) {
        return std::unexpected(InferenceError { InferenceError::Code::OutOfMemory,
            QStringLiteral("%1: needs %2, %3 are free")
                .arg(QFileInfo(path).fileName(), Format::bytes(needed), Format::bytes(options.availableMemory)) });
    }
    bool held = options.holdLoadAt < 0;
    for (int step = 1; step <= kSteps; ++step) {
        if (!m_shared->pause(options.loadTime / kSteps, stop)) {
            return cancelled;
        }
        progress({ step < 4 ? LoadProgress::Phase::Vocabulary : LoadProgress::Phase::Weights,
            kFileBytes / kSteps * static_cast<quint64>(step), kFileBytes });
        if (!held && step >= options.holdLoadAt * kSteps) {
            held = true;
            if (!m_shared->hold(stop)) {
                return cancelled;
            }
        }
    }
    return std::make_unique<FakeModel>(m_shared, path, load);
}

ModelDescription FakeBackend::describe(const QString &path) const
{
    ++m_shared->describedFiles;
    ModelDescription description = fakeDescription(path);
    if (const auto failure = m_shared->options.failures.find(QFileInfo(path).fileName());
        failure != m_shared->options.failures.end()) {
        description.problem = *failure;
        description.kv.clear();
    }
    return description;
}

std::expected<ModelContents, InferenceError> FakeBackend::contents(const QString &path) const
{
    const ModelDescription description = describe(path);
    if (description.problem && description.problem->code != InferenceError::Code::Unsupported) {
        return std::unexpected(*description.problem);
    }
    return fakeContents(description);
}

// As the engine has it; a test holds the two together.
int FakeBackend::defaultContext(const KvCost &cost, int trainedContext, quint64 available) const
{
    const int most = std::min(trainedContext, 16384);
    return std::min(most, std::max(256, cost.largestContext(available / 2, most)));
}

quint64 FakeBackend::availableMemory() const
{
    return m_shared->options.availableMemory;
}

void FakeBackend::release()
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->released = true;
    }
    m_shared->changed.notify_all();
}

int FakeBackend::liveModels() const
{
    return m_shared->liveModels;
}

int FakeBackend::startedAnswers() const
{
    return m_shared->startedAnswers;
}

QList<ChatTurn> FakeBackend::lastPrompt() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->lastPrompt;
}

int FakeBackend::describedFiles() const
{
    return m_shared->describedFiles;
}

QString FakeBackend::longAnswer(int tokens)
{
    const QStringList parts = fakeAnswers();
    QString text;
    for (qsizetype i = 0; text.size() < 4 * static_cast<qsizetype>(tokens);
        ++i) { // 4 characters a token, see FakeTokens
        text += parts[i % parts.size()] + QLatin1Char('\n');
    }
    text.truncate(4 * static_cast<qsizetype>(tokens));
    return text;
}
