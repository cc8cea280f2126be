// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The file of the chats: how it is opened, brought up to date, refused, saved from damage.
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "chats/salvage.h"
#include "tests/app/chats/storerig.h"

using Code = StoreError::Code;

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAsTheRulesAsk();
    void secondConnectionIsRefused();
    void migratesVersion1();
    void refuses_data();
    void refuses();
    void aFolderThatCannotBeMade();
    void noticesAnUncleanEnd();
    void checksMonthly();
    void transactionsAreWhole();
    void backupsRotate();
    void fullDisk();
    void salvageKnowsEveryColumn();
    void salvagesAroundADamagedPage();
    void salvagesWithTheBackup();
    void salvagesNothingFromNoise();
    void everyCutOfTheFile();
};

void TestDatabase::opensAsTheRulesAsk()
{
    const StoreFolder folder;
    auto database = Database::open(folder.options());
    QVERIFY2(database, qPrintable(database ? QString() : database.error().text));
    const auto pragma = [&](const char *name) {
        auto rows = (*database)->run(QStringLiteral("PRAGMA ") + QString::fromLatin1(name));
        return rows && rows->next() ? rows->value(0).toString() : QString();
    };
    QCOMPARE(pragma("journal_mode"), QStringLiteral("wal"));
    QCOMPARE(pragma("locking_mode"), QStringLiteral("exclusive"));
    QCOMPARE(pragma("synchronous"), QStringLiteral("2"));
    QCOMPARE(pragma("foreign_keys"), QStringLiteral("1"));
    QCOMPARE(pragma("trusted_schema"), QStringLiteral("0"));
    QCOMPARE(pragma("mmap_size"), QStringLiteral("0"));
    QCOMPARE(pragma("user_version").toInt(), Database::kVersion);
    QCOMPARE(pragma("application_id").toInt(), Database::kApplicationId);
    QVERIFY(!QFile::exists(folder.path() + QStringLiteral("-shm"))); // exclusive from the first access on
    QCOMPARE(QFile::permissions(folder.path())
            & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
        QFile::Permissions());
    QVERIFY(ChatTables(**database).insert(chatRecord(1, QStringLiteral("kept"))).has_value());
    database->reset();
    auto again = Database::open(folder.options());
    QVERIFY(again.has_value());
    QCOMPARE(ChatTables(**again).summary(1)->title, QStringLiteral("kept"));
    QCOMPARE(ChatTables(**again).summary(2).error().code, Code::Missing);
    QVERIFY(folder.files(QStringLiteral("*backup*")).isEmpty());
}

void TestDatabase::secondConnectionIsRefused()
{
    const StoreFolder folder;
    const auto first = Database::open(folder.options());
    QVERIFY(first.has_value());
    const auto second = Database::open(folder.options());
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().code, Code::Locked);
}

void TestDatabase::migratesVersion1()
{
    const StoreFolder folder;
    QDir().mkpath(QFileInfo(folder.path()).path());
    QFile dump(QFINDTESTDATA("../../golden/conversations/version1.sql"));
    QVERIFY(dump.open(QIODevice::ReadOnly));
    QStringList statements = QString::fromUtf8(dump.readAll()).split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
    statements << QStringLiteral("PRAGMA application_id = %1").arg(Database::kApplicationId)
               << QStringLiteral("PRAGMA user_version = 1");
    (void)sqlite(folder.path(), statements);

    auto database = Database::open(folder.options());
    QVERIFY2(database, qPrintable(database ? QString() : database.error().text));
    const QStringList backups = Database::backups(folder.path());
    QCOMPARE(backups.size(), 1); // of the old version
    QCOMPARE(sqlite(backups.first(), { QStringLiteral("PRAGMA user_version") }), QVariantList { 1 });
    QCOMPARE(sqlite(backups.first(), { QStringLiteral("SELECT count(*) FROM messages") }), QVariantList { 6 });

    ChatTables tables(**database);
    const auto chat = tables.contents(1001);
    QVERIFY(chat.has_value());
    QCOMPARE(chat->chat.summary.title, QStringLiteral("Sort a list"));
    QCOMPARE(chat->chat.summary.pinned, true);
    QCOMPARE(chat->chat.options.systemPrompt, QStringLiteral("Be brief."));
    QCOMPARE(chat->chat.options.sampling.temperature, 0.2);
    QCOMPARE(chat->chat.options.sampling.topK, SamplingOptions().topK); // was not there: the default
    QCOMPARE(chat->chat.draft, QStringLiteral("not sent yet"));
    QCOMPARE(chat->chat.hiddenUpTo, 0);
    QCOMPARE(tables.unsent()->size(), 0);
    QCOMPARE(chat->messages.size(), 5);
    QCOMPARE(chat->messages[1].figures.generatedTokens, 7);
    QCOMPARE(chat->messages[1].figures.decodeTokensPerSecond, 6.75);
    QCOMPARE(chat->messages[1].thinkingSeconds, -1);
    QCOMPARE(chat->messages[1].seed, std::numeric_limits<quint64>::max());
    QCOMPARE(chat->messages[2].state, MessageState::Failed);
    QVERIFY(chat->messages[2].error.contains(QStringLiteral("could not be read")));
    QCOMPARE(chat->messages[3].attachments,
        QList<Attachment>({ { QStringLiteral("main.cpp"), QStringLiteral("int main() {}") } }));
    QCOMPARE(chat->messages[4].state, MessageState::Interrupted); // was being written
    // What version 1 could not do: search.
    QCOMPARE(tables.search(QStringLiteral("naive stri"), 10)->size(), 1);
    QCOMPARE(tables.search(QStringLiteral("rest of"), 10)->size(), 1);
    QCOMPARE(tables.search(QStringLiteral("deleted"), 10)->size(), 0); // in the trash
    QCOMPARE(tables.trash(10)->size(), 1);
    QCOMPARE(tables.presets()->size(), 0);
}

void TestDatabase::refuses_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<int>("code");
    QTest::newRow("a later version") << QStringList { QStringLiteral("CREATE TABLE chats (id)"),
        QStringLiteral("PRAGMA application_id = %1").arg(Database::kApplicationId),
        QStringLiteral("PRAGMA user_version = 99") }
                                     << static_cast<int>(Code::Newer);
    QTest::newRow("another program's") << QStringList { QStringLiteral("CREATE TABLE cookies (id)"),
        QStringLiteral("PRAGMA application_id = 7") }
                                       << static_cast<int>(Code::Foreign);
    QTest::newRow("nobody's") << QStringList { QStringLiteral("CREATE TABLE cookies (id)") }
                              << static_cast<int>(Code::Foreign);
}

void TestDatabase::refuses()
{
    QFETCH(QStringList, statements);
    QFETCH(int, code);
    const StoreFolder folder;
    QDir().mkpath(QFileInfo(folder.path()).path());
    (void)sqlite(folder.path(), statements);
    QFile file(folder.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const auto database = Database::open(folder.options());
    QVERIFY(!database.has_value());
    QCOMPARE(static_cast<int>(database.error().code), code);
    QVERIFY(database.error().text.contains(QStringLiteral("chats.db")));
    file.seek(0);
    QCOMPARE(file.readAll(), before); // untouched
    QCOMPARE(folder.files(QStringLiteral("*")).size(), 1);
}

void TestDatabase::aFolderThatCannotBeMade()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("data"))); // a file where the folder should be
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto database = Database::open({ .path = folder.filePath(QStringLiteral("data/chats.db")) });
    QVERIFY(!database.has_value());
    QCOMPARE(database.error().code, Code::ReadOnly);
}

void TestDatabase::noticesAnUncleanEnd()
{
    const StoreFolder folder;
    folder.fill(1, 2);
    QCOMPARE(
        sqlite(folder.path(), { QStringLiteral("SELECT count(*) FROM meta WHERE key = 'open'") }), QVariantList { 0 });
    // A day ago it was checked; nobody has closed it since.
    (void)sqlite(folder.path(),
        { QStringLiteral("INSERT OR REPLACE INTO meta VALUES ('open', '1')"),
            QStringLiteral("INSERT OR REPLACE INTO meta VALUES ('checked', '%1')")
                .arg(QDateTime::currentMSecsSinceEpoch() - 86'400'000) });
    QVERIFY(Database::open(folder.options()).has_value());
    QVERIFY(
        sqlite(folder.path(), { QStringLiteral("SELECT value FROM meta WHERE key = 'checked'") }).first().toLongLong()
        > QDateTime::currentMSecsSinceEpoch() - 60'000);
}

void TestDatabase::checksMonthly()
{
    const StoreFolder folder;
    folder.fill(1, 2);
    (void)sqlite(folder.path(), { QStringLiteral("INSERT OR REPLACE INTO meta VALUES ('checked', '0')") });
    QVERIFY(Database::open(folder.options()).has_value());
    QVERIFY(
        sqlite(folder.path(), { QStringLiteral("SELECT value FROM meta WHERE key = 'checked'") }).first().toLongLong()
        > 0);
}

void TestDatabase::transactionsAreWhole()
{
    const StoreFolder folder;
    auto database = Database::open(folder.options());
    QVERIFY(database.has_value());
    ChatTables tables(**database);
    const auto result = (*database)->transaction([&]() -> StoreResult<void> {
        (void)tables.insert(chatRecord(1, QStringLiteral("one")));
        return tables.append({ messageRecord(2, 77, 0, QStringLiteral("nobody's")) }); // there is no chat 77
    });
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, Code::Invalid);
    QVERIFY(!tables.summary(1).has_value());
    QVERIFY(tables.insert(chatRecord(1, QStringLiteral("one"))).has_value());
    QCOMPARE(tables.insert(chatRecord(1, QStringLiteral("again"))).error().code, Code::Invalid);
    QCOMPARE(tables.summary(1)->title, QStringLiteral("one"));
}

void TestDatabase::backupsRotate()
{
    const StoreFolder folder;
    QDateTime now(QDate(2026, 1, 1), QTime(12, 0), QTimeZone::UTC);
    Database::Options options = folder.options();
    options.now = [&now] { return now; };
    auto database = Database::open(options);
    QVERIFY(database.has_value());
    for (int i = 0; i < 5; ++i) {
        now = now.addDays(1);
        QVERIFY((*database)->backUp().has_value());
    }
    const QStringList backups = Database::backups(folder.path());
    QCOMPARE(backups.size(), Database::kBackups);
    QVERIFY(backups.first().contains(QStringLiteral("20260106")));
    now = QDateTime::currentDateTimeUtc();
    QVERIFY((*database)->backUpIfOld().has_value()); // the files are new
    QCOMPARE(Database::backups(folder.path()), backups);
    now = now.addDays(8);
    QVERIFY((*database)->backUpIfOld().has_value());
    QVERIFY(Database::backups(folder.path()) != backups);
}

void TestDatabase::fullDisk()
{
    const StoreFolder folder;
    Database::Options options = folder.options();
    options.maxBytes = 256 * 1024;
    auto database = Database::open(options);
    QVERIFY(database.has_value());
    ChatTables tables(**database);
    QVERIFY(tables.insert(chatRecord(1, QStringLiteral("one"))).has_value());
    StoreResult<void> stored;
    MessageId id = 2;
    for (; stored && id < 100; ++id) {
        stored = tables.append({ messageRecord(id, 1, id == 2 ? 0 : id - 1, QStringLiteral("text ").repeated(4000)) });
    }
    QVERIFY(!stored.has_value());
    QCOMPARE(stored.error().code, Code::DiskFull);
    const qsizetype kept = static_cast<qsizetype>(id) - 3; // all before the one that failed
    QVERIFY(kept > 1);
    QCOMPARE(tables.contents(1)->messages.size(), kept);
    QVERIFY(tables.rename(1, QStringLiteral("smaller")).has_value() || true); // may or may not fit; must not break
    database->reset();
    auto again = Database::open(folder.options());
    QVERIFY(again.has_value());
    QCOMPARE(ChatTables(**again).contents(1)->messages.size(), kept);
}

namespace
{
// Overwrites `count` pages in the middle of the file.
void damage(const QString &path, double where, int count)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 pages = file.size() / 4096;
    file.seek(static_cast<qint64>(where * static_cast<double>(pages)) * 4096);
    file.write(QByteArray(4096 * count, '\xA5'));
}
}

// A column of the schema that the salvage does not name would silently come back as its default.
void TestDatabase::salvageKnowsEveryColumn()
{
    const auto from = Database::inMemory({}), to = Database::inMemory({});
    const QStringList tables = { QStringLiteral("chats"), QStringLiteral("messages"), QStringLiteral("attachments"),
        QStringLiteral("presets"), QStringLiteral("unsent") };
    const auto row = [](Database &database, const QString &table) {
        QVariantList values;
        auto rows = database.run(QStringLiteral("SELECT * FROM %1").arg(table));
        auto columns = database.run(QStringLiteral("SELECT count(*) FROM pragma_table_info('%1')").arg(table));
        if (rows && rows->next() && columns && columns->next()) {
            for (int i = 0; i < columns->integer(0); ++i) {
                values << rows->value(i);
            }
        }
        return values;
    };
    for (const QString &table : tables) {
        // 1 in every column: an id that exists, or a text and a number that are no default.
        auto columns = from->run(QStringLiteral("SELECT group_concat('1') FROM pragma_table_info('%1')").arg(table));
        QVERIFY(columns && columns->next());
        QVERIFY(from->run(QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(table, columns->text(0))).has_value());
    }
    QVERIFY(transferRows(*from, *to).has_value());
    for (const QString &table : tables) {
        QCOMPARE_GT(row(*from, table).size(), 2);
        QCOMPARE(row(*to, table), row(*from, table));
    }
}

void TestDatabase::salvagesAroundADamagedPage()
{
    const StoreFolder folder;
    folder.fill(4, 100);
    (void)sqlite(folder.path(), { QStringLiteral("INSERT OR REPLACE INTO meta VALUES ('open', '1')") });
    QFile file(folder.path());
    const qint64 size = file.size();
    damage(folder.path(), 0.45, 4);
    const auto opened = Database::open(folder.options());
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, Code::Corrupt);
    auto saved = salvage(folder.options());
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().text));
    QCOMPARE(saved->report.chats, 4);
    QCOMPARE_GT(saved->report.messages, 300); // of 400; four pages of the table or of an index
    QVERIFY(saved->backup.isEmpty());
    QCOMPARE(QFileInfo(saved->movedTo).size(), size); // the damaged file is still there, whole
    ChatTables tables(*saved->database);
    QCOMPARE(tables.page({}, 10)->size(), 4);
    QVERIFY(tables.search(QStringLiteral("word1001"), 10)->size() == 1); // the index is new
    saved->database.reset();
    QVERIFY(Database::open(folder.options()).has_value());
}

void TestDatabase::salvagesWithTheBackup()
{
    const StoreFolder folder;
    folder.fill(3, 60);
    {
        auto database = Database::open(folder.options());
        QVERIFY(database.has_value());
        QVERIFY((*database)->backUp().has_value());
        // After the backup: one renamed, one new.
        QVERIFY(ChatTables(**database).rename(1000, QStringLiteral("Renamed")).has_value());
        QVERIFY(ChatTables(**database).insert(chatRecord(9000, QStringLiteral("New"))).has_value());
    }
    damage(folder.path(), 0.3, 20);
    auto saved = salvage(folder.options());
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().text));
    QCOMPARE(saved->report.messages, 180); // all of them
    QVERIFY(!saved->backup.isEmpty());
    QCOMPARE(ChatTables(*saved->database).summary(1000)->title, QStringLiteral("Renamed")); // the damaged file is newer
    QCOMPARE(ChatTables(*saved->database).summary(9000)->title, QStringLiteral("New"));
}

void TestDatabase::salvagesNothingFromNoise()
{
    const StoreFolder folder;
    QDir().mkpath(QFileInfo(folder.path()).path());
    QFile file(folder.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("not a database at all ").repeated(500));
    file.close();
    const auto opened = Database::open(folder.options());
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, Code::Corrupt);
    const auto saved = salvage(folder.options());
    QVERIFY(saved.has_value());
    QCOMPARE(saved->report.chats, 0);
    QCOMPARE(folder.files(QStringLiteral("*.corrupt-*")).size(), 1);
    QVERIFY(ChatTables(*saved->database).insert(chatRecord(1, QStringLiteral("on we go"))).has_value());
}

// A file that ends anywhere: it opens, or is called corrupt and salvaged; nothing crashes and nothing is deleted.
void TestDatabase::everyCutOfTheFile()
{
    const StoreFolder original;
    original.fill(2, 20);
    QFile source(original.path());
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray bytes = source.readAll();
    for (qsizetype length = 0; length < bytes.size(); length += bytes.size() / 23) {
        const StoreFolder folder;
        QDir().mkpath(QFileInfo(folder.path()).path());
        QFile file(folder.path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes.first(length));
        file.close();
        auto opened = Database::open(folder.options());
        if (!opened) {
            QCOMPARE(opened.error().code, Code::Corrupt);
            auto saved = salvage(folder.options());
            QVERIFY2(saved, qPrintable(saved ? QString::number(length) : saved.error().text));
            QCOMPARE(folder.files(QStringLiteral("*.corrupt-*")).size(), 1);
            QVERIFY(ChatTables(*saved->database).page({}, 10).has_value());
        }
    }
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
