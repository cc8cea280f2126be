// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "chats/database.h"

#include <atomic>

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace
{
constexpr int kBusyTimeout = 250; // ms: a second instance gets its error soon
constexpr int kPageBytes = 4096;

QString nextConnectionName()
{
    static std::atomic<int> count = 0;
    return QStringLiteral("vibrant-chats-%1").arg(++count);
}

// https://www.sqlite.org/rescode.html; the low byte is the primary code.
StoreError::Code codeOf(int sqlite)
{
    switch (sqlite & 0xff) {
    case 5: // BUSY
    case 6: // LOCKED
        return StoreError::Code::Locked;
    case 8: // READONLY
    case 3: // PERM
    case 14: // CANTOPEN
    case 23: // AUTH
        return StoreError::Code::ReadOnly;
    case 13: // FULL
        return StoreError::Code::DiskFull;
    case 11: // CORRUPT
    case 26: // NOTADB
        return StoreError::Code::Corrupt;
    case 1: // ERROR
    case 18: // TOOBIG
    case 19: // CONSTRAINT
    case 20: // MISMATCH
        return StoreError::Code::Invalid;
    default:
        return StoreError::Code::Io;
    }
}
}

Database::Database(const Options &options)
    : m_options(options)
    , m_connection(nextConnectionName())
{
}

Database::~Database()
{
    if (m_markClean) {
        (void)run(QStringLiteral("DELETE FROM meta WHERE key = 'open'"));
    }
    qDeleteAll(m_prepared);
    m_sql.close();
    m_sql = {};
    QSqlDatabase::removeDatabase(m_connection);
}

StoreError Database::error(const QSqlError &error, const QString &what) const
{
    const QString file = isFile() ? QFileInfo(m_options.path).fileName() : QStringLiteral("in memory");
    const QString words = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return { codeOf(error.nativeErrorCode().toInt()),
        QStringLiteral("%1: %2 (%3)").arg(file, what, words.simplified()) };
}

StoreResult<Database::Rows> Database::run(const QString &sql, const QVariantList &values)
{
    ++m_statements;
    QSqlQuery *&query = m_prepared[sql];
    if (!query) {
        auto fresh = std::make_unique<QSqlQuery>(m_sql);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql)) {
            const QSqlError problem = fresh->lastError();
            m_prepared.remove(sql);
            return std::unexpected(
                error(problem, sql.simplified().first(std::min<qsizetype>(40, sql.simplified().size()))));
        }
        query = fresh.release();
    }
    for (int i = 0; i < values.size(); ++i) {
        query->bindValue(i, values[i]);
    }
    if (!query->exec()) {
        const StoreError problem = error(query->lastError(), sql.simplified().section(QLatin1Char(' '), 0, 2));
        query->finish();
        return std::unexpected(problem);
    }
    return Rows(query);
}

StoreResult<void> Database::transaction(const std::function<StoreResult<void>()> &work)
{
    if (m_depth > 0) {
        return work();
    }
    if (auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun) {
        return std::unexpected(begun.error());
    }
    ++m_depth;
    StoreResult<void> result = work();
    --m_depth;
    if (result) {
        if (auto committed = run(QStringLiteral("COMMIT")); !committed) {
            result = std::unexpected(committed.error());
        }
    }
    if (!result) {
        (void)run(QStringLiteral("ROLLBACK")); // after some errors SQLite has done so itself
    }
    return result;
}

StoreResult<qint64> Database::pragma(const QString &name)
{
    auto rows = run(QStringLiteral("PRAGMA %1").arg(name));
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return rows->next() ? rows->integer(0) : 0;
}

StoreResult<void> Database::connect(const QString &fileName, const QString &options)
{
    m_sql = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    if (!m_sql.isValid()) {
        return std::unexpected(
            StoreError { StoreError::Code::Io, QStringLiteral("the SQLite driver of Qt is not installed") });
    }
    m_sql.setDatabaseName(fileName);
    m_sql.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1%2").arg(QString::number(kBusyTimeout), options));
    if (!m_sql.open()) {
        return std::unexpected(error(m_sql.lastError(), QStringLiteral("cannot be opened")));
    }
    return {};
}

StoreResult<void> Database::configure()
{
    for (const char *statement : { "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA mmap_size = 0",
             "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA foreign_keys = ON", "PRAGMA secure_delete = ON" }) {
        if (auto done = run(QString::fromLatin1(statement)); !done) {
            return std::unexpected(done.error());
        }
    }
    if (!isFile()) {
        return {};
    }
    auto mode = run(QStringLiteral("PRAGMA journal_mode = WAL"));
    if (!mode) {
        return std::unexpected(mode.error());
    }
    if (!mode->next() || mode->text(0) != u"wal") {
        return std::unexpected(StoreError {
            StoreError::Code::ReadOnly, QStringLiteral("%1: no write-ahead log can be kept").arg(path()) });
    }
    for (const QString &statement :
        { QStringLiteral("PRAGMA synchronous = FULL"), QStringLiteral("PRAGMA journal_size_limit = 4194304") }) {
        if (auto done = run(statement); !done) {
            return std::unexpected(done.error());
        }
    }
    if (m_options.maxBytes > 0) {
        (void)run(QStringLiteral("PRAGMA max_page_count = %1").arg(m_options.maxBytes / kPageBytes));
    }
    return {};
}

std::unique_ptr<Database> Database::inMemory(const Options &options)
{
    Options memory = options;
    memory.path.clear();
    memory.maxBytes = 0;
    std::unique_ptr<Database> database(new Database(memory));
    (void)database->connect(QStringLiteral(":memory:"));
    (void)database->configure();
    (void)database->migrate();
    return database;
}

StoreResult<std::unique_ptr<Database>> Database::openDamaged(const QString &path)
{
    std::unique_ptr<Database> database(new Database({ .path = path }));
    if (auto done = database->connect(path); !done) {
        return std::unexpected(done.error());
    }
    for (const char *statement :
        { "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA trusted_schema = OFF", "PRAGMA query_only = ON" }) {
        (void)database->run(QString::fromLatin1(statement));
    }
    return database;
}

QStringList Database::backups(const QString &path)
{
    const QFileInfo info(path);
    const QDir folder = info.absoluteDir();
    QStringList found;
    for (const QString &name :
        folder.entryList({ info.fileName() + QStringLiteral(".backup-*") }, QDir::Files, QDir::Name | QDir::Reversed)) {
        found << folder.filePath(name);
    }
    return found;
}

QStringList Database::copies(const QString &path)
{
    const QFileInfo info(path);
    const QDir folder = info.absoluteDir();
    QStringList found;
    for (const QString &name : folder.entryList(
             { info.fileName() + QStringLiteral(".backup-*"), info.fileName() + QStringLiteral(".corrupt-*") },
             QDir::Files)) {
        found << folder.filePath(name);
    }
    return found;
}

StoreResult<void> Database::scrub()
{
    auto packed = run(QStringLiteral("VACUUM"));
    // The log last: it holds the pages as they were, and those of the step above. Also without that one.
    auto emptied = run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!packed || !emptied) {
        return std::unexpected(packed ? emptied.error() : packed.error());
    }
    return {};
}

StoreResult<void> Database::copyTo(const QString &target)
{
    auto done = run(QStringLiteral("VACUUM INTO ?"), { target });
    if (!done) {
        QFile::remove(target); // a part of it is of no use
        return std::unexpected(done.error());
    }
    QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

StoreResult<void> Database::backUp()
{
    const QString name = m_options.now().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    if (auto copied = copyTo(path() + QStringLiteral(".backup-") + name); !copied) {
        return copied;
    }
    const QStringList all = backups(path());
    for (const QString &old : all.sliced(std::min<qsizetype>(kBackups, all.size()))) {
        QFile::remove(old);
    }
    return {};
}

StoreResult<void> Database::backUpIfOld()
{
    const QStringList all = isFile() ? backups(path()) : QStringList();
    const bool recent = !all.isEmpty() && QFileInfo(all.first()).lastModified().daysTo(m_options.now()) < kBackupDays;
    return !isFile() || recent ? StoreResult<void>() : backUp();
}
