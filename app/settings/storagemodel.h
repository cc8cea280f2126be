// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where the program keeps what, how much that is, and how to get rid of it: the privacy page of the settings.
// Sizes are looked up in refresh(), on the calling thread: a few files each, at most kMostFiles are counted.
#pragma once

#include <functional>

#include <QAbstractListModel>
#include <QtQmlIntegration>

struct StoragePlace {
    QString title; // "Chats"
    QString path; // a file or a folder, absolute; need not exist
    QString clearText; // what the button says; empty = it cannot be cleared here
    std::function<void()> clear;
    std::function<QStringList()> others = {}; // further files that are counted with it; need not exist
};

class StorageModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")

public:
    static constexpr int kMostFiles = 10'000;
    enum Role {
        TitleRole = Qt::UserRole, // string
        PathRole, // string: absolute
        ShownPathRole, // string: shortened with ~
        SizeRole, // string: "1.2 MB"; "nothing yet" where there is none
        ClearTextRole, // string: empty when there is nothing to clear
    };
    Q_ENUM(Role)

    explicit StorageModel(QList<StoragePlace> places, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void clear(int row);
    Q_INVOKABLE void openFolder(int row) const; // in the file manager

    // Deletes the files in a folder, not what links in it point to. Meant for caches.
    static void clearFolder(const QString &path);

private:
    QList<StoragePlace> m_places;
    QList<qint64> m_bytes; // of each place; -1 = not there
};
