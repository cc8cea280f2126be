// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Chats on a disk that cannot be written: they are shown, searched and exported all the same.
#include <sys/fsuid.h>
#include <unistd.h>

#include <QFile>
#include <QFileInfo>

#include "chats/chatstore.h"
#include "tests/app/chats/storerig.h"

using State = ChatStore::State;

class TestUnwritableStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileThatCannotBeWrittenIsRead_data();
    void aFileThatCannotBeWrittenIsRead();
};

namespace
{
template <typename T> T await(QFuture<T> future)
{
    (void)QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000);
    return future.isResultReadyAt(0) ? future.result() : T();
}

// Files that threads started meanwhile cannot write. Root may write everything: it asks for the files as nobody does.
class WriteProtected
{
public:
    WriteProtected(const StoreFolder &folder, bool folderToo)
        : m_data(QFileInfo(folder.path()).path())
    {
        constexpr auto readers = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther,
                       folders = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
        QFile::setPermissions(folder.folder.path(), readers | folders | QFile::WriteOwner);
        const QStringList names = folder.files(QStringLiteral("*"));
        for (const QString &name : names) {
            QFile::setPermissions(m_data + QLatin1Char('/') + name, readers);
        }
        QFile::setPermissions(
            m_data, folderToo ? readers | folders : readers | folders | QFile::WriteOwner | QFile::WriteOther);
        if (::geteuid() == 0) {
            ::setfsuid(kNobody);
        }
    }
    ~WriteProtected()
    {
        if (::geteuid() == 0) {
            ::setfsuid(0);
        }
        QFile::setPermissions(m_data, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QStringList names = QDir(m_data).entryList(QDir::Files);
        for (const QString &name : names) {
            QFile::setPermissions(m_data + QLatin1Char('/') + name, QFile::ReadOwner | QFile::WriteOwner);
        }
    }
    Q_DISABLE_COPY_MOVE(WriteProtected)

private:
    static constexpr uid_t kNobody = 65534;
    const QString m_data;
};

QFuture<Saved> meanwhile(ChatStore &store)
{
    return store.append({ messageRecord(500'001, 500'000, 0, QStringLiteral("What is new")) },
        chatRecord(500'000, QStringLiteral("Meanwhile")));
}
}

void TestUnwritableStore::aFileThatCannotBeWrittenIsRead_data()
{
    QTest::addColumn<bool>("folderToo");
    QTest::addColumn<bool>("afterACrash");
    QTest::newRow("file") << false << false;
    QTest::newRow("file and folder") << true << false;
    QTest::newRow("file and folder, with a log") << true << true;
}

void TestUnwritableStore::aFileThatCannotBeWrittenIsRead()
{
    QFETCH(bool, folderToo);
    QFETCH(bool, afterACrash);
    const StoreFolder folder;
    folder.fill(2, 4);
    const QString data = QFileInfo(folder.path()).path(), log = folder.path() + QStringLiteral("-wal");
    if (afterACrash) { // the last answer is in the log alone, and unfinished
        const QString away = folder.folder.filePath(QStringLiteral("away"));
        {
            auto database = Database::open(folder.options());
            QVERIFY(database.has_value());
            QVERIFY(ChatTables(**database)
                    .append({ messageRecord(
                        2005, 2000, 2004, QStringLiteral("cut answ"), MessageRole::Assistant, MessageState::Partial) })
                    .has_value());
            QVERIFY(QDir().mkdir(away));
            QVERIFY(QFile::copy(folder.path(), away + QStringLiteral("/chats.db")));
            QVERIFY(QFile::copy(log, away + QStringLiteral("/chats.db-wal")));
        }
        QVERIFY(QDir(data).removeRecursively());
        QVERIFY(QFile::rename(away, data));
    }
    const auto contents = [&] {
        QByteArray both;
        for (const QString &name : { folder.path(), log }) {
            QFile file(name);
            both += file.open(QIODevice::ReadOnly) ? file.readAll() + '|' : QByteArray();
        }
        return both;
    };
    const QByteArray before = contents();
    {
        const WriteProtected protectedFiles(folder, folderToo);
        ChatStore store(folder.options());
        QTRY_COMPARE(store.state(), State::InMemory);
        QCOMPARE(store.error().code, StoreError::Code::ReadOnly);
        QCOMPARE(await(store.page({}, 10)).size(), 2);
        QCOMPARE(await(store.contents(2000))->messages.size(), afterACrash ? 5 : 4);
        QCOMPARE(await(store.search(QStringLiteral("word1003"), 10)).size(), 1);
        if (afterACrash) {
            QCOMPARE(await(store.contents(2000))->messages.last().text, QStringLiteral("cut answ"));
            QCOMPARE(await(store.contents(2000))->messages.last().state, MessageState::Interrupted);
        }
        QVERIFY(store.newId() > 2005); // ids go on behind those that were read
        const Saved saved = await(meanwhile(store));
        QVERIFY(saved.stored && !saved.durable);
        QVERIFY(await(store.remove(1000)).stored);
        QCOMPARE(await(store.everything()).size(), 2); // what an export writes
    }
    QCOMPARE(contents(), before); // untouched
    // The user makes it writable while the program runs.
    std::unique_ptr<ChatStore> store;
    {
        const WriteProtected protectedFiles(folder, folderToo);
        store = std::make_unique<ChatStore>(folder.options());
        QTRY_COMPARE(store->state(), State::InMemory);
        QVERIFY(await(meanwhile(*store)).stored);
        QVERIFY(await(store->remove(1000)).stored);
    }
    if (::geteuid() == 0) {
        return; // its thread goes on without the rights it was started without
    }
    store->retry();
    QTRY_COMPARE(store->state(), State::OnDisk);
    QCOMPARE(await(store->page({}, 10)).size(), 2);
}

QTEST_GUILESS_MAIN(TestUnwritableStore)
#include "tst_unwritablestore.moc"
