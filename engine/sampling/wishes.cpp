// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/sampling/wishes.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <string_view>

#include "engine/base/log.h"
#include "engine/gguf/gguf_file.h"

namespace vibrant {
namespace {

// Of any number type: writers store top_k as i32, u32 or f32.
template <class T>
void read(const gguf::File& file, std::string_view key, const SettingRange& range, std::optional<T>& wish) {
    if (!file.has(key)) return;
    std::optional<double> value;
    if (const auto real = file.real(key)) value = *real;
    if (const auto whole = file.uint(key); whole && *whole) value = static_cast<double>(**whole);
    if (value && *value >= range.min && *value <= range.max) {
        wish = static_cast<T>(*value);
    } else {
        log(LogLevel::kWarning, std::format("{} is ignored (found {}, allowed {:g} to {:g})", key, file.display(key),
                                            range.min, range.max));
    }
}

template <class T, class Field>
void settle(const SettingRange& range, const std::optional<T>& user, const std::optional<T>& recommended,
            Field& field) {
    const std::optional<T>& wish = user ? user : recommended;
    if (!wish) return;  // the field has its default
    const auto wanted = static_cast<double>(*wish);
    field = static_cast<Field>(std::isnan(wanted) ? range.fallback : std::clamp(wanted, range.min, range.max));
}

}  // namespace

SamplingWishes recommended_sampling(const gguf::File& file) {
    const auto& [temperature, top_k, top_p, min_p, repeat_penalty, repeat_window] = kSamplingRanges;
    SamplingWishes wishes;
    read(file, "general.sampling.temp", temperature, wishes.temperature);
    read(file, "general.sampling.top_k", top_k, wishes.top_k);
    read(file, "general.sampling.top_p", top_p, wishes.top_p);
    read(file, "general.sampling.min_p", min_p, wishes.min_p);
    read(file, "general.sampling.penalty_repeat", repeat_penalty, wishes.repeat_penalty);
    read(file, "general.sampling.penalty_last_n", repeat_window, wishes.repeat_window);
    return wishes;
}

SamplingSettings resolve(const SamplingWishes& user, const SamplingWishes& recommended) {
    const auto& [temperature, top_k, top_p, min_p, repeat_penalty, repeat_window] = kSamplingRanges;
    SamplingSettings settings;
    settle(temperature, user.temperature, recommended.temperature, settings.temperature);
    settle(top_k, user.top_k, recommended.top_k, settings.top_k);
    settle(top_p, user.top_p, recommended.top_p, settings.top_p);
    settle(min_p, user.min_p, recommended.min_p, settings.min_p);
    settle(repeat_penalty, user.repeat_penalty, recommended.repeat_penalty, settings.repeat_penalty);
    settle(repeat_window, user.repeat_window, recommended.repeat_window, settings.repeat_window);
    settings.seed = user.seed.value_or(0);
    return settings;
}

}  // namespace vibrant
