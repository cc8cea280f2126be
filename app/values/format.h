// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Figures as text, in the user's locale. QML prints these and formats nothing itself.
#pragma once

#include <QString>

#include "values/generationtypes.h"

namespace Format
{
[[nodiscard]] QString bytes(quint64 bytes); // "4.7 GB", decimal units as model files are labelled
[[nodiscard]] QString count(qint64 n); // "1,720"
[[nodiscard]] QString contextSize(int tokens); // "32k", "1.5k", "800"
[[nodiscard]] QString parameters(quint64 n); // "7.6 B", "494 M", as models are named
[[nodiscard]] QString speed(double perSecond); // "6.8", "71"; "–" when not positive
[[nodiscard]] QString seconds(double ms); // "12 ms", "0.9 s", "2 min 5 s"
[[nodiscard]] QString percent(double share); // "21 %"
// "312 tokens · 6.8 tokens/s · first token 0.9 s · 1,214 cached"
[[nodiscard]] QString answerFooter(const GenerationFigures &figures);
// Everything that is kept with an answer, one line each. `end`: why it ended; empty = not known.
[[nodiscard]] QString answerDetails(
    const GenerationFigures &figures, const QString &model, quint64 seed, const QString &end);
}
