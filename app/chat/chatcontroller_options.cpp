// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The half of ChatController that says how a chat is answered.
#include <ranges>

#include <QFileInfo>

#include "chat/chatcontroller.h"
#include "library/modelcontroller.h"

void ChatController::setOptions(const ChatOptions &options)
{
    m_current->setOptions(options);
}

template <typename Change> void ChatController::changeSampling(Change change)
{
    ChatOptions changed = options();
    change(changed.sampling);
    changed.sampling = changed.sampling.clamped();
    if (changed.sampling != options().sampling) {
        changed.preset.clear(); // it is not that preset any more
        setOptions(changed);
    }
}

void ChatController::setSystemPrompt(const QString &prompt)
{
    if (prompt != options().systemPrompt) {
        ChatOptions changed = options();
        changed.systemPrompt = prompt;
        changed.preset.clear();
        setOptions(changed);
    }
}

void ChatController::setTemperature(double temperature)
{
    changeSampling([=](SamplingOptions &s) { s.temperature = temperature; });
}

void ChatController::setTopK(int topK)
{
    changeSampling([=](SamplingOptions &s) { s.topK = topK; });
}

void ChatController::setTopP(double topP)
{
    changeSampling([=](SamplingOptions &s) { s.topP = topP; });
}

void ChatController::setMinP(double minP)
{
    changeSampling([=](SamplingOptions &s) { s.minP = minP; });
}

void ChatController::setRepeatPenalty(double penalty)
{
    changeSampling([=](SamplingOptions &s) { s.repeatPenalty = penalty; });
}

void ChatController::setMaxTokens(int tokens)
{
    changeSampling([=](SamplingOptions &s) { s.maxTokens = tokens; });
}

QString ChatController::seed() const
{
    return options().sampling.fixedSeed ? QString::number(options().sampling.seed) : QString();
}

void ChatController::setSeed(const QString &seed)
{
    bool isNumber = false;
    const quint64 value = seed.trimmed().toULongLong(&isNumber);
    changeSampling([=](SamplingOptions &s) {
        s.fixedSeed = isNumber;
        s.seed = isNumber ? value : 0;
    });
}

QString ChatController::otherModel() const
{
    const QString path = options().modelPath;
    if (!m_offersModel || path.isEmpty() || path == m_models.filePath() || m_models.loading()) {
        return {};
    }
    const ChatTree &tree = m_current->messages()->tree();
    for (const MessageId id : tree.path() | std::views::reverse) {
        if (const QString model = tree.at(id).model; !model.isEmpty()) {
            return model;
        }
    }
    return QFileInfo(path).completeBaseName();
}

void ChatController::openOtherModel()
{
    if (!otherModel().isEmpty()) {
        m_models.openPath(options().modelPath);
    }
}
