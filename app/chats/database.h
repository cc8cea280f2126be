// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// One SQLite file, or one in memory, behind the only connection there is to it. Everything runs on one thread.
//
// A file is opened with locking_mode EXCLUSIVE before its first use, so a second instance is refused by SQLite itself and
// the corruption that needs two connections to a write-ahead log (SQLite 3.7.0 to 3.51.2) cannot happen; WAL with
// synchronous=FULL, so a commit that returned is on disk; foreign keys on, trusted_schema off, no memory mapping.
// Opening brings the schema up to kVersion, each step in one transaction and after a backup; checks a file that was not
// closed properly, or not checked for a month; and refuses what it must not touch: a later version's file, another
// program's file, a damaged one (see salvage.h for that). Folder and file are the user's alone (0700, 0600).
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include <QDateTime>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QVariant>

#include "chats/chatrecords.h"

class Database
{
public:
    static constexpr int kVersion = 3; // of the schema, in user_version
    static constexpr int kApplicationId = 0x56494252; // "VIBR"
    static constexpr int kBackups = 3;
    static constexpr qint64 kCheckDays = 30, kBackupDays = 7;

    struct Options {
        QString path; // empty: in memory
        qint64 maxBytes = 0; // SQLite refuses to grow beyond; 0 = no limit. For tests of a full disk
        std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    };
    [[nodiscard]] static StoreResult<std::unique_ptr<Database>> open(const Options &options);
    [[nodiscard]] static std::unique_ptr<Database> inMemory(const Options &options); // cannot fail but for memory
    // An existing file of any version, only to read what can be read of it.
    [[nodiscard]] static StoreResult<std::unique_ptr<Database>> openDamaged(const QString &path);
    // A file that cannot be written, or must not be: all that was committed to it. Nothing is written to it or beside it;
    // if a log was left behind, both are copied for the time being, to a folder that only the user can read.
    [[nodiscard]] static StoreResult<std::unique_ptr<Database>> openReadOnly(const QString &path);
    ~Database(); // notes the clean end
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] bool isFile() const { return !m_options.path.isEmpty(); }
    [[nodiscard]] QString path() const { return m_options.path; }
    [[nodiscard]] qint64 nowMs() const { return m_options.now().toMSecsSinceEpoch(); }

    // A statement with its values; prepared once per text. Ready for next(); it is reset when the result goes away.
    class Rows
    {
    public:
        explicit Rows(QSqlQuery *query)
            : m_query(query)
        {
        }
        Rows(Rows &&other) noexcept
            : m_query(std::exchange(other.m_query, nullptr))
        {
        }
        Rows &operator=(Rows &&) = delete;
        ~Rows()
        {
            if (m_query) {
                m_query->finish();
            }
        }
        [[nodiscard]] bool next() { return m_query->next(); }
        [[nodiscard]] QVariant value(int column) const { return m_query->value(column); }
        [[nodiscard]] qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
        [[nodiscard]] QString text(int column) const { return m_query->value(column).toString(); }
        [[nodiscard]] int affected() const { return m_query->numRowsAffected(); }
        // After next() was false: whether that was the end, or a page that could not be read.
        [[nodiscard]] bool failed() const { return m_query->lastError().isValid(); }

    private:
        QSqlQuery *m_query;
    };
    [[nodiscard]] StoreResult<Rows> run(const QString &sql, const QVariantList &values = {});
    // All of `work` or nothing of it. Nested calls join the outer one.
    [[nodiscard]] StoreResult<void> transaction(const std::function<StoreResult<void>()> &work);

    [[nodiscard]] StoreResult<void> backUp(); // a rotated copy beside the file
    [[nodiscard]] StoreResult<void> backUpIfOld(); // older than kBackupDays
    [[nodiscard]] static QStringList backups(const QString &path); // newest first
    // Other files that hold chats: backups, and damaged files that were moved aside with what belonged to them.
    [[nodiscard]] static QStringList copies(const QString &path);
    // Nothing that was deleted stays in the file or its log. Costs what a copy costs; not within a transaction.
    [[nodiscard]] StoreResult<void> scrub();
    [[nodiscard]] StoreResult<void> copyTo(const QString &path); // a compact copy in a new file

    [[nodiscard]] quint64 statements() const { return m_statements; } // run so far
    [[nodiscard]] StoreError error(const QSqlError &error, const QString &what) const;

private:
    explicit Database(const Options &options);
    // `options`: further ones of QSQLITE, in its form.
    [[nodiscard]] StoreResult<void> connect(const QString &fileName, const QString &options = {});
    [[nodiscard]] StoreResult<void> configure();
    [[nodiscard]] StoreResult<void> check();
    [[nodiscard]] StoreResult<void> migrate();
    [[nodiscard]] StoreResult<qint64> pragma(const QString &name);

    Options m_options;
    QString m_connection; // Qt's name of it
    QSqlDatabase m_sql;
    QHash<QString, QSqlQuery *> m_prepared;
    quint64 m_statements = 0;
    int m_depth = 0; // of transactions
    bool m_markClean = false;
    std::unique_ptr<QTemporaryDir> m_copied; // see openReadOnly()
};
