// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "values/format.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Format)
};
}

QString Format::bytes(quint64 bytes)
{
    const int precision = bytes >= 1'000'000'000 ? 1 : 0;
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), precision, QLocale::DataSizeSIFormat);
}

QString Format::count(qint64 n)
{
    return QLocale().toString(n);
}

QString Format::contextSize(int tokens)
{
    if (tokens < 1024) {
        return count(tokens);
    }
    return Tr::tr("%1k", "thousands of tokens")
        .arg(QLocale().toString(tokens / 1024.0, 'f', tokens % 1024 == 0 ? 0 : 1));
}

QString Format::parameters(quint64 n)
{
    const auto value = static_cast<double>(n);
    if (n >= 1'000'000'000) {
        return Tr::tr("%1 B", "billions of parameters").arg(QLocale().toString(value / 1e9, 'f', 1));
    }
    return n >= 1'000'000 ? Tr::tr("%1 M", "millions of parameters").arg(QLocale().toString(value / 1e6, 'f', 0))
                          : count(static_cast<qint64>(n));
}

QString Format::speed(double perSecond)
{
    if (!(perSecond > 0)) {
        return QStringLiteral("–");
    }
    return QLocale().toString(perSecond, 'f', perSecond < 99.95 ? 1 : 0);
}

QString Format::seconds(double ms)
{
    const double s = ms / 1000;
    if (ms < 99.5) {
        return Tr::tr("%1 ms").arg(std::lround(ms));
    }
    if (s < 60) {
        return Tr::tr("%1 s").arg(QLocale().toString(s, 'f', s < 9.95 ? 1 : 0));
    }
    const auto whole = std::llround(s);
    return Tr::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

QString Format::percent(double share)
{
    return Tr::tr("%1 %", "percentage").arg(std::lround(100 * share));
}

QString Format::answerFooter(const GenerationFigures &figures)
{
    QStringList parts;
    parts << (figures.generatedTokens == 1 ? Tr::tr("1 token")
                                           : Tr::tr("%Ln tokens", nullptr, figures.generatedTokens));
    if (figures.decodeTokensPerSecond > 0) {
        parts << Tr::tr("%1 tokens/s").arg(speed(figures.decodeTokensPerSecond));
    }
    if (figures.timeToFirstTokenMs > 0) {
        parts << Tr::tr("first token %1").arg(seconds(figures.timeToFirstTokenMs));
    }
    if (figures.cachedTokens > 0) {
        parts << Tr::tr("%1 cached", "prompt tokens").arg(count(figures.cachedTokens));
    }
    return parts.join(QStringLiteral(" · "));
}

QString Format::answerDetails(const GenerationFigures &figures, const QString &model, quint64 seed, const QString &end)
{
    QStringList lines;
    lines << Tr::tr("Model: %1").arg(model);
    lines << Tr::tr("Prompt: %1 tokens, %2 cached and %3 new")
                 .arg(count(figures.promptTokens), count(figures.cachedTokens),
                     count(figures.promptTokens - figures.cachedTokens));
    if (figures.prefillTokensPerSecond > 0) {
        lines << Tr::tr("Prompt read at %1 tokens/s").arg(speed(figures.prefillTokensPerSecond));
    }
    lines << Tr::tr("Answer: %1 tokens at %2 tokens/s")
                 .arg(count(figures.generatedTokens), speed(figures.decodeTokensPerSecond));
    lines << Tr::tr("First token after %1").arg(seconds(figures.timeToFirstTokenMs));
    if (figures.contextSize > 0) {
        lines << Tr::tr("Context: %1 of %2 tokens").arg(count(figures.contextUsed), count(figures.contextSize));
    }
    lines << Tr::tr("Seed: %1").arg(seed);
    if (!end.isEmpty()) {
        lines << Tr::tr("Ended: %1", "why an answer ended").arg(end);
    }
    return lines.join(QLatin1Char('\n'));
}
