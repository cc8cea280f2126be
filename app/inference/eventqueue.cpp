// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/eventqueue.h"

#include <utility>

namespace
{
// True when `newer` went into `last`.
bool merged(EngineEvent &last, EngineEvent &newer)
{
    if (last.index() != newer.index()) {
        return false;
    }
    if (auto *text = std::get_if<TextArrived>(&newer)) {
        auto &before = std::get<TextArrived>(last);
        if (before.id != text->id) {
            return false;
        }
        before.utf8 += text->utf8;
        before.soFar = text->soFar;
        return true;
    }
    if (const auto *prefill = std::get_if<PrefillProgressed>(&newer)) {
        auto &before = std::get<PrefillProgressed>(last);
        return before.id == prefill->id && (before = *prefill, true);
    }
    if (const auto *load = std::get_if<LoadProgressed>(&newer)) {
        auto &before = std::get<LoadProgressed>(last);
        return before.id == load->id && (before = *load, true);
    }
    if (const auto *memory = std::get_if<MemorySampled>(&newer)) {
        std::get<MemorySampled>(last) = *memory;
        return true;
    }
    return false;
}

bool isUrgent(const EngineEvent &event)
{
    return std::holds_alternative<Loaded>(event) || std::holds_alternative<LoadFailed>(event)
        || std::holds_alternative<Unloaded>(event) || std::holds_alternative<Finished>(event);
}

// The largest cut <= limit that does not split a UTF-8 character.
qsizetype characterBoundary(const QByteArray &utf8, qsizetype limit)
{
    qsizetype cut = limit;
    while (cut > 0 && (static_cast<unsigned char>(utf8[cut]) & 0xC0) == 0x80) {
        --cut;
    }
    return cut > 0 ? cut : limit;
}
}

void EventQueue::setWaker(std::function<void()> waker)
{
    const std::scoped_lock lock(m_mutex);
    m_waker = std::move(waker);
}

void EventQueue::push(EngineEvent event)
{
    const std::scoped_lock lock(m_mutex);
    const bool urgent = isUrgent(event);
    if (m_events.empty() || !merged(m_events.back(), event)) {
        m_events.push_back(std::move(event));
    }
    if (urgent && !m_woken && m_waker) {
        m_woken = true;
        m_waker();
    }
}

std::vector<EngineEvent> EventQueue::take(qsizetype maxText)
{
    std::vector<EngineEvent> taken;
    const std::scoped_lock lock(m_mutex);
    m_woken = false;
    while (!m_events.empty()) {
        if (auto *text = std::get_if<TextArrived>(&m_events.front())) {
            if (text->utf8.size() > maxText) {
                if (maxText > 0) {
                    const qsizetype cut = characterBoundary(text->utf8, maxText);
                    taken.emplace_back(TextArrived { text->id, text->utf8.first(cut), text->soFar });
                    text->utf8.remove(0, cut); // QByteArray keeps an offset: O(1)
                }
                return taken;
            }
            maxText -= text->utf8.size();
        }
        taken.push_back(std::move(m_events.front()));
        m_events.pop_front();
    }
    return taken;
}

bool EventQueue::empty() const
{
    const std::scoped_lock lock(m_mutex);
    return m_events.empty();
}
