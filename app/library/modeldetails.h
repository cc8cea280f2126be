// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Everything that stands in one model file beside the numbers of its weights: metadata and tensors, searchable.
// Texts are a stranger's: they are shown as plain text, controls made visible.
#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include "inference/modelfiles.h"
#include "library/modelheaders.h"

// Rows that contain every word of a filter.
class FilteredRows : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    void setWords(const QStringList &words);

Q_SIGNALS:
    void countChanged();

protected:
    void reset(const QStringList &texts); // what is searched of each row
    [[nodiscard]] int source(int row) const { return m_shown[row]; }

private:
    void filter();
    QStringList m_texts, m_words;
    QList<int> m_shown;
};

class MetadataModel : public FilteredRows
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    enum Role {
        KeyRole = Qt::UserRole,
        TypeRole,
        ValueRole, // one line
        FullRole, // string: all of it; the same as value where that is whole
        LongRole, // bool: full holds more than value
    };
    using FilteredRows::FilteredRows;
    void set(const QList<MetadataEntry> &entries);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    QList<MetadataEntry> m_entries;
};

class TensorListModel : public FilteredRows
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    enum Role {
        NameRole = Qt::UserRole,
        TypeRole,
        ShapeRole,
        SizeRole,
    };
    using FilteredRows::FilteredRows;
    void set(const QList<TensorEntry> &entries);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    QList<TensorEntry> m_entries;
};

class ModelDetails : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(QString path READ path NOTIFY changed) // of the file shown; empty if there is none
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(bool reading READ reading NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed) // why there is nothing; empty if there is something
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY wordsChanged)
    Q_PROPERTY(MetadataModel *metadata READ metadata CONSTANT)
    Q_PROPERTY(TensorListModel *tensors READ tensors CONSTANT)

public:
    explicit ModelDetails(ModelHeaders &headers, QObject *parent = nullptr);

    [[nodiscard]] QString path() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool reading() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString words() const;
    void setWords(const QString &words);
    [[nodiscard]] MetadataModel *metadata();
    [[nodiscard]] TensorListModel *tensors();

    Q_INVOKABLE void show(const QString &path);
    Q_INVOKABLE void clear();
    Q_INVOKABLE [[nodiscard]] QString text() const; // all of both tables, for the clipboard

Q_SIGNALS:
    void changed();
    void wordsChanged();

private:
    void set(const ModelContents &contents);

    ModelHeaders &m_headers;
    quint64 m_id = 0; // of the request whose answer is wanted
    QString m_path, m_problem, m_words;
    bool m_reading = false;
    ModelContents m_contents;
    MetadataModel m_metadata;
    TensorListModel m_tensors;
};
