// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/loadplan.h"

#include <algorithm>

#include <QFileInfo>
#include <QThread>

#include "library/modelcontroller.h"
#include "library/modelheaders.h"
#include "library/modellibrary.h"
#include "library/modelstore.h"
#include "values/format.h"

namespace
{
QString nameOf(KvType type)
{
    switch (type) {
    case KvType::F16:
        return LoadPlan::tr("Exact, 16 bits", "how the context is kept in memory");
    case KvType::Int8:
        return LoadPlan::tr("Compact, 8 bits", "how the context is kept in memory");
    }
    return {};
}
}

LoadPlan::LoadPlan(
    ModelHeaders &headers, ModelController &models, ModelLibrary &library, ModelStore &store, QObject *parent)
    : QObject(parent)
    , m_headers(headers)
    , m_models(models)
    , m_library(library)
    , m_store(store)
{
    connect(&headers, &ModelHeaders::described, this, [this](quint64 id, const ModelDescription &description) {
        if (id == m_request) {
            describe(description);
        }
    });
    connect(&models, &ModelController::modelChanged, this, &LoadPlan::refresh);
}

void LoadPlan::show(const QString &path)
{
    m_path = QFileInfo(path).absoluteFilePath();
    m_options = m_store.options(m_path);
    m_request = 0;
    const LibraryEntry *entry = m_library.list().find(m_path);
    m_title = entry ? entry->file.title : QFileInfo(m_path).completeBaseName();
    if (entry && entry->described) {
        describe(entry->description);
        return;
    }
    m_model = {};
    m_state = Reading;
    m_request = m_headers.describe(m_path);
    Q_EMIT changed();
}

void LoadPlan::describe(const ModelDescription &description)
{
    m_model = description;
    m_state = description.problem ? Broken : Ready;
    refresh();
}

void LoadPlan::clear()
{
    m_path.clear();
    m_title.clear();
    m_model = {};
    m_state = Nothing;
    m_request = 0;
    Q_EMIT changed();
}

void LoadPlan::refresh()
{
    m_available = m_headers.availableMemory();
    m_freed = m_models.freedByUnloading();
    compute();
}

void LoadPlan::follow()
{
    constexpr quint64 kNoise = 50'000'000; // bytes: the last digit of what is shown
    const quint64 available = m_headers.availableMemory();
    const quint64 change = std::max(available, m_available) - std::min(available, m_available);
    if (change >= kNoise || m_freed != m_models.freedByUnloading()) {
        refresh();
    }
}

void LoadPlan::compute()
{
    if (m_state == Ready) {
        m_effective = m_models.optionsFor(m_path);
        const int automatic = m_headers.defaultContext(m_model, m_effective.kv, m_available);
        m_plan = planMemory(m_model, m_effective, automatic, m_available, m_freed);
    }
    Q_EMIT changed();
}

void LoadPlan::choose(const LoadOptions &options)
{
    if (m_state == Ready && options != m_options) {
        m_options = options;
        m_store.setOptions(m_path, options);
        compute();
    }
}

void LoadPlan::useLargest()
{
    LoadChoices changed = choices();
    changed.setContextSize(m_plan.largestContext);
    setChoices(changed);
}

void LoadPlan::reset()
{
    choose({});
}

void LoadPlan::load()
{
    if (m_state != Ready) {
        return;
    }
    LoadOptions options = m_models.optionsFor(m_path);
    options.anyway = true; // the user has seen the figures on this page
    m_models.load(m_path, options, m_plan.fit != MemoryPlan::Fit::Fits);
}

bool LoadPlan::loaded() const
{
    return m_models.ready() && m_models.filePath() == m_path;
}

bool LoadPlan::differs() const
{
    LoadOptions used = m_models.info().options;
    used.anyway = false;
    return loaded() && used != m_effective;
}

ErrorWords LoadPlan::problem() const
{
    return m_state == Broken ? wordsFor(*m_model.problem) : ErrorWords {};
}

LoadChoices LoadPlan::choices() const
{
    const auto found = std::ranges::find(m_model.kv, m_options.kv, &KvCost::type);
    return { .automatic = m_options.contextSize == 0,
        .contextSize = m_plan.contextSize,
        .cacheType = found == m_model.kv.end() ? 0 : static_cast<int>(found - m_model.kv.begin()),
        .threads = m_options.threads };
}

void LoadPlan::setChoices(const LoadChoices &choices)
{
    LoadOptions options = m_options;
    options.contextSize = choices.automatic
        ? 0
        : std::clamp(choices.contextSize, std::min(kSmallestContext, m_model.trainedContext),
              std::max(1, m_model.trainedContext));
    if (choices.cacheType >= 0 && choices.cacheType < m_model.kv.size()) {
        options.kv = m_model.kv[choices.cacheType].type;
    }
    options.threads = std::clamp(choices.threads, 0, mostThreads());
    choose(options);
}

QList<int> LoadPlan::steps() const
{
    return contextSteps(m_model.trainedContext);
}

QString LoadPlan::contextText() const
{
    return tr("%1 tokens").arg(Format::contextSize(m_plan.contextSize));
}

QStringList LoadPlan::cacheTypes() const
{
    QStringList names;
    for (const KvCost &cost : m_model.kv) {
        names.append(nameOf(cost.type));
    }
    return names;
}

int LoadPlan::mostThreads() const
{
    return std::max(1, QThread::idealThreadCount());
}

QList<qreal> LoadPlan::parts() const
{
    return { static_cast<qreal>(m_plan.weights), static_cast<qreal>(m_plan.kv), static_cast<qreal>(m_plan.buffers) };
}

QStringList LoadPlan::partTexts() const
{
    return { Format::bytes(m_plan.weights), Format::bytes(m_plan.kv), Format::bytes(m_plan.buffers) };
}

qreal LoadPlan::available() const
{
    return static_cast<qreal>(m_available + m_freed);
}

QString LoadPlan::totalText() const
{
    return Format::bytes(m_plan.total());
}

QString LoadPlan::availableText() const
{
    return m_freed > 0
        ? tr("%1, and %2 from the loaded model", "free memory").arg(Format::bytes(m_available), Format::bytes(m_freed))
        : Format::bytes(m_available);
}

LoadPlan::Fit LoadPlan::fit() const
{
    return m_plan.fit == MemoryPlan::Fit::Fits           ? Fits
        : m_plan.fit == MemoryPlan::Fit::FitsAfterUnload ? FitsAfterUnload
                                                         : TooLarge;
}

QString LoadPlan::verdict() const
{
    switch (m_plan.fit) {
    case MemoryPlan::Fit::Fits:
        return tr("It fits.");
    case MemoryPlan::Fit::FitsAfterUnload:
        return tr("It fits when %1 is unloaded first.").arg(m_models.name());
    case MemoryPlan::Fit::TooLarge:
        break;
    }
    const QString missing = tr("%1 more than there is.", "memory a model needs").arg(Format::bytes(m_plan.missing));
    return m_plan.largestContext > 0
        ? missing
        : tr("%1 It would be read from the disk again and again, and be very slow.").arg(missing);
}

QString LoadPlan::largestText() const
{
    return m_plan.largestContext > 0 ? Format::contextSize(m_plan.largestContext) : QString();
}
