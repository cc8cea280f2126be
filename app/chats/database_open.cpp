// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Opening a file: whose it is, whether it is whole, and its way to the current schema.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include "chats/database.h"

namespace
{
constexpr qint64 kDayMs = 86'400'000;

QStringList statementsOf(const QString &resource)
{
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sql;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const qsizetype comment = line.indexOf("--");
        sql += QString::fromUtf8(comment < 0 ? line : line.first(comment)) + QLatin1Char('\n');
    }
    QStringList statements = sql.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    statements.removeIf([](const QString &statement) { return statement.trimmed().isEmpty(); });
    return statements;
}
}

StoreResult<void> Database::check()
{
    const qint64 now = nowMs();
    qint64 checked = 0;
    bool unclean = false;
    auto rows = run(QStringLiteral("SELECT key, value FROM meta WHERE key IN ('open', 'checked')"));
    if (!rows) {
        return std::unexpected(rows.error());
    }
    while (rows->next()) {
        unclean = unclean || rows->text(0) == u"open";
        checked = rows->text(0) == u"checked" ? rows->integer(1) : checked;
    }
    if (!unclean && now - checked < kCheckDays * kDayMs) {
        return {};
    }
    auto found = run(QStringLiteral("PRAGMA quick_check(1)"));
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!found->next() || found->text(0) != u"ok") {
        return std::unexpected(StoreError {
            StoreError::Code::Corrupt, QStringLiteral("%1: damaged (%2)").arg(path(), found->text(0).simplified()) });
    }
    auto noted = run(QStringLiteral("INSERT OR REPLACE INTO meta VALUES ('checked', ?)"), { QString::number(now) });
    return noted ? StoreResult<void>() : std::unexpected(noted.error());
}

StoreResult<void> Database::migrate()
{
    const auto version = pragma(QStringLiteral("user_version"));
    if (!version) {
        return std::unexpected(version.error());
    }
    if (*version > 0 && *version < kVersion) {
        if (auto copied = backUp(); !copied) {
            return copied;
        }
    }
    for (qint64 next = *version + 1; next <= kVersion; ++next) {
        const QStringList statements = statementsOf(QStringLiteral(":/vibrant/migrations/%1.sql").arg(next));
        auto done = transaction([&]() -> StoreResult<void> {
            for (const QString &statement : statements) {
                if (auto one = run(statement); !one) {
                    return std::unexpected(one.error());
                }
            }
            for (const QString &statement : { QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId),
                     QStringLiteral("PRAGMA user_version = %1").arg(next) }) {
                if (auto one = run(statement); !one) {
                    return std::unexpected(one.error());
                }
            }
            return {};
        });
        if (!done) {
            return done;
        }
    }
    return {};
}

StoreResult<std::unique_ptr<Database>> Database::open(const Options &options)
{
    const QFileInfo info(options.path);
    if (!QDir().mkpath(info.absolutePath())) {
        return std::unexpected(StoreError {
            StoreError::Code::ReadOnly, QStringLiteral("%1: the folder cannot be made").arg(info.absolutePath()) });
    }
    std::unique_ptr<Database> database(new Database(options));
    const auto failed = [](const StoreError &error) { return std::unexpected(error); };
    if (auto done = database->connect(options.path); !done) {
        return failed(done.error());
    }
    // Before anything is written: is it ours, and of a version we know?
    const auto application = database->pragma(QStringLiteral("application_id"));
    const auto version = database->pragma(QStringLiteral("user_version"));
    const auto objects = database->pragma(QStringLiteral("schema_version"));
    for (const auto *value : { &application, &version, &objects }) {
        if (!*value) {
            return failed(value->error());
        }
    }
    if (*application != kApplicationId && (*application != 0 || *objects != 0)) {
        return failed(
            { StoreError::Code::Foreign, QStringLiteral("%1: belongs to another program").arg(options.path) });
    }
    if (*version > kVersion) {
        return failed({ StoreError::Code::Newer,
            QStringLiteral("%1: written by a later version (found %2, allowed up to %3)")
                .arg(options.path)
                .arg(*version)
                .arg(kVersion) });
    }
    if (auto done = database->configure(); !done) {
        return failed(done.error());
    }
    QFile::setPermissions(options.path, QFile::ReadOwner | QFile::WriteOwner);
    if (*version > 0) {
        if (auto done = database->check(); !done) {
            return failed(done.error());
        }
    }
    if (auto done = database->migrate(); !done) {
        return failed(done.error());
    }
    auto marked = database->run(
        QStringLiteral("INSERT OR REPLACE INTO meta VALUES ('open', ?)"), { QString::number(database->nowMs()) });
    if (!marked) {
        return failed(marked.error());
    }
    database->m_markClean = true;
    return database;
}

StoreResult<std::unique_ptr<Database>> Database::openReadOnly(const QString &path)
{
    std::unique_ptr<Database> database(new Database({ .path = path }));
    StoreResult<void> connected;
    if (QFileInfo(path + QStringLiteral("-wal")).size() > 0) {
        // SQLite needs to write beside a file to read its log (https://www.sqlite.org/wal.html#read_only_databases).
        database->m_copied = std::make_unique<QTemporaryDir>();
        const QString copy = database->m_copied->filePath(QStringLiteral("chats.db"));
        for (const QString &suffix : { QString(), QStringLiteral("-wal") }) {
            QFile file(path + suffix);
            if (!file.copy(copy + suffix)) {
                return std::unexpected(StoreError { StoreError::Code::Io,
                    QStringLiteral("%1: cannot be read (%2)").arg(file.fileName(), file.errorString()) });
            }
            QFile::setPermissions(copy + suffix, QFile::ReadOwner | QFile::WriteOwner);
        }
        connected = database->connect(copy);
    } else {
        const QString immutable
            = QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()) + QStringLiteral("?immutable=1");
        connected = database->connect(immutable, QStringLiteral(";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
    }
    if (!connected) {
        return std::unexpected(connected.error());
    }
    for (const char *statement :
        { "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA trusted_schema = OFF", "PRAGMA query_only = ON" }) {
        if (auto done = database->run(QString::fromLatin1(statement)); !done) {
            return std::unexpected(done.error());
        }
    }
    return database;
}
