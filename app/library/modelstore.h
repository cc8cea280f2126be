// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the user chose for the library and for single models: folders, order, idle unloading, and per file the context, the
// cache type and the threads. One small JSON file, models.json, beside the settings.
//
// Every value is checked when read. A damaged file is put aside as models.json.broken and the defaults apply; the file of a
// later version is read as far as it is understood and never written over. Each change is on disk when the setter returns.
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QtQmlIntegration>

#include "values/generationtypes.h"

class ModelStore : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    // Minutes without a question after which the model's memory is given back; 0 = never, the default. Nearly all of a
    // model is its file in the page cache, which the system takes back by itself; what unloading frees is the context, and
    // that costs the next question a new prompt.
    Q_PROPERTY(int idleMinutes READ idleMinutes WRITE setIdleMinutes NOTIFY idleMinutesChanged)

public:
    static constexpr int kVersion = 1;
    static constexpr int kMostModels = 500; // the ones changed last are kept
    static constexpr int kMostFolders = 64;
    static constexpr int kMostIdleMinutes = 24 * 60;
    static constexpr int kMostThreads = 1024, kMostContext = 1 << 24;

    // An empty path keeps nothing on disk.
    explicit ModelStore(const QString &path, QObject *parent = nullptr);

    // What was chosen for this file; the defaults if nothing was. `anyway` is never kept.
    [[nodiscard]] LoadOptions options(const QString &file) const;
    void setOptions(const QString &file, const LoadOptions &options); // the defaults forget the file
    void forgetOptions(); // of every file
    [[nodiscard]] QString path() const;
    [[nodiscard]] QStringList folders() const; // absolute
    void setFolders(const QStringList &folders);
    [[nodiscard]] QString order() const; // of the library page; a word of its own
    void setOrder(const QString &order);
    [[nodiscard]] int idleMinutes() const;
    void setIdleMinutes(int minutes);

Q_SIGNALS:
    void idleMinutesChanged();
    void foldersChanged();

private:
    struct Chosen {
        LoadOptions options;
        qint64 serial = 0; // grows with each change
    };
    void read();
    void write();

    QString m_path;
    bool m_foreign = false; // written by a later version
    QStringList m_folders;
    QString m_order;
    int m_idleMinutes = 0;
    QHash<QString, Chosen> m_models; // by path
    qint64 m_serial = 0;
};
