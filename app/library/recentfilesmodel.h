// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Model files opened before, newest first, kept in the settings. At most kLimit.
#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

class Settings;

class RecentFilesModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the ModelController")
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    static constexpr int kLimit = 12;
    enum Role {
        PathRole = Qt::UserRole, // string: absolute
        NameRole, // string: file name without ".gguf"
        FolderRole, // string: shortened with ~
        SizeRole, // string: "4.7 GB", empty when not available
        AvailableRole, // bool: the file is there
        CurrentRole, // bool: it is the loaded one
    };
    Q_ENUM(Role)

    explicit RecentFilesModel(Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void clear();
    Q_INVOKABLE void refresh(); // looks again which files are there

    [[nodiscard]] QStringList paths() const; // newest first
    void add(const QString &path); // moves to the front
    void setCurrent(const QString &path);

Q_SIGNALS:
    void countChanged();

private:
    struct Entry {
        QString path;
        qint64 bytes = -1; // -1 = not there
    };
    [[nodiscard]] static Entry look(const QString &path);
    void save() const;

    Settings &m_settings;
    QList<Entry> m_entries;
    QString m_current;
};
