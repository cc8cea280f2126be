// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/modeldetails.h"

#include <algorithm>

#include <QFileInfo>

#include "inference/errorwords.h"
#include "text/visiblecontrols.h"
#include "values/format.h"

namespace
{
constexpr qsizetype kMostCopied = 2000; // characters of one value in text()

QString visible(const QString &text)
{
    bool found = false;
    return withVisibleControls(text, found);
}
}

int FilteredRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

void FilteredRows::setWords(const QStringList &words)
{
    if (words != m_words) {
        beginResetModel();
        m_words = words;
        filter();
        endResetModel();
        Q_EMIT countChanged();
    }
}

void FilteredRows::reset(const QStringList &texts)
{
    m_texts = texts;
    filter();
}

void FilteredRows::filter()
{
    m_shown.clear();
    for (int row = 0; row < m_texts.size(); ++row) {
        if (std::ranges::all_of(
                m_words, [&](const QString &word) { return m_texts[row].contains(word, Qt::CaseInsensitive); })) {
            m_shown.append(row);
        }
    }
}

void MetadataModel::set(const QList<MetadataEntry> &entries)
{
    beginResetModel();
    m_entries = entries;
    QStringList texts;
    for (const MetadataEntry &entry : entries) {
        texts.append(entry.key + QLatin1Char('\n') + entry.full);
    }
    reset(texts);
    endResetModel();
    Q_EMIT countChanged();
}

QVariant MetadataModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const MetadataEntry &entry = m_entries[source(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case KeyRole:
        return entry.key;
    case TypeRole:
        return entry.unread ? tr("%1 · not used", "type of a value that nothing reads").arg(entry.type) : entry.type;
    case ValueRole:
        return entry.value;
    case FullRole:
        return visible(entry.full);
    case LongRole:
        return entry.full != entry.value;
    default:
        return {};
    }
}

QHash<int, QByteArray> MetadataModel::roleNames() const
{
    return { { KeyRole, "key" }, { TypeRole, "type" }, { ValueRole, "value" }, { FullRole, "full" },
        { LongRole, "isLong" } };
}

void TensorListModel::set(const QList<TensorEntry> &entries)
{
    beginResetModel();
    m_entries = entries;
    QStringList texts;
    for (const TensorEntry &entry : entries) {
        texts.append(entry.name + QLatin1Char('\n') + entry.type + QLatin1Char('\n') + entry.shape);
    }
    reset(texts);
    endResetModel();
    Q_EMIT countChanged();
}

QVariant TensorListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const TensorEntry &entry = m_entries[source(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return entry.name;
    case TypeRole:
        return entry.type;
    case ShapeRole:
        return entry.shape;
    case SizeRole:
        return Format::bytes(entry.bytes);
    default:
        return {};
    }
}

QHash<int, QByteArray> TensorListModel::roleNames() const
{
    return { { NameRole, "name" }, { TypeRole, "type" }, { ShapeRole, "shape" }, { SizeRole, "size" } };
}

ModelDetails::ModelDetails(ModelHeaders &headers, QObject *parent)
    : QObject(parent)
    , m_headers(headers)
{
    connect(&headers, &ModelHeaders::contentsRead, this, [this](quint64 id, const ModelContents &contents) {
        if (id == m_id) {
            m_reading = false;
            set(contents);
        }
    });
    connect(&headers, &ModelHeaders::failed, this, [this](quint64 id, const InferenceError &error) {
        if (id == m_id) {
            m_reading = false;
            m_problem = tr("%1: %2", "what happened, the engine's words").arg(wordsFor(error.code).title, error.text);
            set({});
        }
    });
}

QString ModelDetails::path() const
{
    return m_path;
}

QString ModelDetails::name() const
{
    return QFileInfo(m_path).fileName();
}

bool ModelDetails::reading() const
{
    return m_reading;
}

QString ModelDetails::problem() const
{
    return m_problem;
}

QString ModelDetails::words() const
{
    return m_words;
}

void ModelDetails::setWords(const QString &words)
{
    if (words != m_words) {
        m_words = words;
        const QStringList parts = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        m_metadata.setWords(parts);
        m_tensors.setWords(parts);
        Q_EMIT wordsChanged();
    }
}

MetadataModel *ModelDetails::metadata()
{
    return &m_metadata;
}

TensorListModel *ModelDetails::tensors()
{
    return &m_tensors;
}

void ModelDetails::show(const QString &path)
{
    m_path = path;
    m_problem.clear();
    m_reading = true;
    m_id = m_headers.read(path);
    set({});
}

void ModelDetails::clear()
{
    m_id = 0;
    m_path.clear();
    m_problem.clear();
    m_reading = false;
    setWords({});
    set({});
}

void ModelDetails::set(const ModelContents &contents)
{
    m_contents = contents;
    m_metadata.set(contents.metadata);
    m_tensors.set(contents.tensors);
    Q_EMIT changed();
}

QString ModelDetails::text() const
{
    QString text = m_path + QLatin1Char('\n');
    for (const MetadataEntry &entry : m_contents.metadata) {
        text += QStringLiteral("\n%1 (%2) = %3").arg(entry.key, entry.type, visible(entry.full.left(kMostCopied)));
    }
    text += QLatin1Char('\n');
    for (const TensorEntry &tensor : m_contents.tensors) {
        text
            += QStringLiteral("\n%1 %2 %3 %4").arg(tensor.name, tensor.type, tensor.shape, Format::bytes(tensor.bytes));
    }
    return text + QLatin1Char('\n');
}
