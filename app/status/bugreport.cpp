// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "status/bugreport.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QScreen>
#include <QSysInfo>
#include <QThread>

namespace
{
// The first "key : value" of a file of /proc; empty where there is none.
QString procValue(const QString &file, QByteArrayView key)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return {};
    }
    for (const QByteArray &line : source.read(64 * 1024).split('\n')) {
        if (line.startsWith(key)) {
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).simplified();
        }
    }
    return {};
}

QString gigabytes(quint64 bytes)
{
    return QStringLiteral("%1 GB").arg(static_cast<double>(bytes) * 1e-9, 0, 'f', 2);
}

QString number(double value)
{
    return value > 0 ? QString::number(value, 'f', 1) : QStringLiteral("unknown");
}
}

QString bugReportText(const BugReport &report)
{
    QStringList lines;
    const auto add = [&lines](QLatin1StringView name, const QString &value) {
        if (!value.isEmpty()) {
            lines << name + QStringLiteral(": ") + value;
        }
    };
    add(QLatin1StringView("Vibrant"),
        QStringLiteral("%1, Qt %2, %3")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()),
                QGuiApplication::platformName()));
    add(QLatin1StringView("System"),
        QStringLiteral("%1, Linux %2, %3")
            .arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion(), QSysInfo::currentCpuArchitecture()));
    add(QLatin1StringView("Processor"),
        QStringLiteral("%1, %2 usable threads")
            .arg(procValue(QStringLiteral("/proc/cpuinfo"), "model name"))
            .arg(QThread::idealThreadCount()));
    add(QLatin1StringView("Memory"),
        QStringLiteral("%1 total, %2 available")
            .arg(procValue(QStringLiteral("/proc/meminfo"), "MemTotal"),
                procValue(QStringLiteral("/proc/meminfo"), "MemAvailable")));
    if (const QScreen *screen = QGuiApplication::primaryScreen()) {
        add(QLatin1StringView("Screen"),
            QStringLiteral("%1 x %2 at %3")
                .arg(screen->size().width())
                .arg(screen->size().height())
                .arg(screen->devicePixelRatio()));
    }
    const ModelInfo &model = report.model;
    if (model.path.isEmpty()) {
        add(QLatin1StringView("Model"), QStringLiteral("none"));
        return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
    }
    add(QLatin1StringView("Model"),
        QStringLiteral("%1 (%2), %3, %4, %5 parameters, %6")
            .arg(model.name, QFileInfo(model.path).fileName(), model.architecture, model.quantisation)
            .arg(model.parameters)
            .arg(gigabytes(model.fileBytes)));
    add(QLatin1StringView("Notice"), model.notice);
    add(QLatin1StringView("Engine"),
        QStringLiteral("%1 kernels, %2 threads, context %3 of %4 trained")
            .arg(model.kernels)
            .arg(model.threads)
            .arg(model.contextSize)
            .arg(model.trainedContext));
    const MemoryFigures &memory = report.memory;
    add(QLatin1StringView("In use"),
        QStringLiteral("weights %1 of %2 resident, KV cache %3, buffers %4, process %5")
            .arg(gigabytes(memory.resident), gigabytes(memory.mapped), gigabytes(memory.kv), gigabytes(memory.buffers),
                gigabytes(memory.process)));
    const GenerationFigures &figures = report.figures;
    add(QLatin1StringView("State"), report.state);
    add(QLatin1StringView("Answer"),
        QStringLiteral("%1 prompt tokens (%2 cached), %3 generated, context %4 of %5, prompt %6 tokens/s, answer %7 "
                       "tokens/s, first token %8 ms")
            .arg(figures.promptTokens)
            .arg(figures.cachedTokens)
            .arg(figures.generatedTokens)
            .arg(figures.contextUsed)
            .arg(figures.contextSize)
            .arg(number(figures.prefillTokensPerSecond), number(figures.decodeTokensPerSecond),
                number(figures.timeToFirstTokenMs)));
    add(QLatin1StringView("Memory read"),
        QStringLiteral("%1 GB/s, this machine gives %2 GB/s")
            .arg(number(report.bandwidth), number(report.profile.limitGBPerS)));
    for (const ProfileRow &row : report.profile.rows) {
        lines << QStringLiteral("  %1 %2 % %3 ms %4 calls %5 GB/s")
                     .arg(row.operation, -18)
                     .arg(100 * row.share, 5, 'f', 1)
                     .arg(row.totalMs, 10, 'f', 1)
                     .arg(row.calls, 8)
                     .arg(row.gbPerS, 6, 'f', 1);
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}
