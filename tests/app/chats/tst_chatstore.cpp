// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The store as the window uses it: futures, order, what happens when the disk does not play along.
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>

#include "chats/chatstore.h"
#include "tests/app/chats/storerig.h"

using State = ChatStore::State;
using Code = StoreError::Code;

template <typename T> T await(QFuture<T> future)
{
    (void)QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000);
    return future.isResultReadyAt(0) ? future.result() : T();
}

class TestChatStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAreDurableAndInOrder();
    void theDestructorFinishesTheWork();
    void idsGrowWhateverTheClockDoes();
    void tellsOfChanges();
    void duplicateIsACopyOfItsOwn();
    void importedChatsGetNewIds();
    void memoryByChoice();
    void anUnusableFileIsReplacedByMemory_data();
    void anUnusableFileIsReplacedByMemory();
    void aFullDiskLosesNothing();
    void retryBringsEverythingBack();
    void aDamagedFileIsSalvaged();
    void interruptedAnswersAreMarkedAtTheStart();
    void trashIsEmptiedAfter30Days();
    void deletingAllWhileTheFileCannotBeWritten();
    void callsQueueUp();
};

namespace
{
QFuture<Saved> makeChat(ChatStore &store, ChatId id, const QString &title, int messages = 2)
{
    QList<MessageRecord> list;
    for (int i = 1; i <= messages; ++i) {
        list << messageRecord(id + i, id, i == 1 ? 0 : id + i - 1, QStringLiteral("%1 message %2").arg(title).arg(i));
    }
    return store.append(list, chatRecord(id, title));
}
}

void TestChatStore::writesAreDurableAndInOrder()
{
    const StoreFolder folder;
    {
        ChatStore store(folder.options());
        QCOMPARE(store.state(), State::Opening);
        const QFuture<Saved> made = makeChat(store, 1000, QStringLiteral("One")); // before it is even open
        const QFuture<Saved> renamed = store.rename(1000, QStringLiteral("Two"));
        const auto read = store.contents(1000);
        QVERIFY(await(made).durable);
        QVERIFY(await(renamed).durable);
        QCOMPARE(await(read)->chat.summary.title, QStringLiteral("Two")); // reads see the writes before them
        QCOMPARE(store.state(), State::OnDisk);
        const Saved refused = await(makeChat(store, 1000, QStringLiteral("again")));
        QVERIFY(!refused.stored);
        QCOMPARE(refused.error.code, Code::Invalid);
        QCOMPARE(store.state(), State::OnDisk); // our mistake is not the disk's
    }
    ChatStore again(folder.options());
    QCOMPARE(await(again.page({}, 10)).size(), 1);
}

void TestChatStore::theDestructorFinishesTheWork()
{
    const StoreFolder folder;
    {
        ChatStore store(folder.options());
        for (int i = 1; i <= 50; ++i) {
            makeChat(store, i * 1000, QString::number(i));
        }
    }
    ChatStore again(folder.options());
    QCOMPARE(await(again.page({}, 100)).size(), 50);
    QCOMPARE(await(again.everything()).size(), 50);
}

void TestChatStore::idsGrowWhateverTheClockDoes()
{
    const StoreFolder folder;
    constexpr ChatId kFuture = 5'000'000'000'000'000; // stored when the clock was far ahead
    {
        ChatStore store(folder.options());
        QVERIFY(await(makeChat(store, kFuture, QStringLiteral("from the future"))).durable);
    }
    ChatStore store(folder.options());
    QTRY_COMPARE(store.state(), State::OnDisk);
    (void)await(store.page({}, 1));
    qint64 last = kFuture + 2;
    for (int i = 0; i < 5000; ++i) {
        const qint64 id = store.newId();
        QVERIFY(id > last);
        last = id;
    }
    QVERIFY(last < (qint64(1) << 53)); // QML's numbers hold it
}

void TestChatStore::tellsOfChanges()
{
    const StoreFolder folder;
    ChatStore store(folder.options());
    QSignalSpy changed(&store, &ChatStore::chatChanged);
    QSignalSpy removed(&store, &ChatStore::chatRemoved);
    makeChat(store, 1000, QStringLiteral("One"));
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.last().first().value<ChatSummary>().title, QStringLiteral("One"));
    store.setPinned(1000, true);
    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(changed.last().first().value<ChatSummary>().pinned, true);
    store.moveToTrash(1000);
    QTRY_COMPARE(changed.count(), 3);
    QVERIFY(changed.last().first().value<ChatSummary>().deletedMs > 0);
    QCOMPARE(await(store.trash()).size(), 1);
    store.remove(1000);
    QTRY_COMPARE(removed.count(), 1);
    QCOMPARE(await(store.trash()).size(), 0);
}

void TestChatStore::duplicateIsACopyOfItsOwn()
{
    const StoreFolder folder;
    ChatStore store(folder.options());
    makeChat(store, 1000, QStringLiteral("One"), 3);
    store.append({ messageRecord(1500, 1000, 1001, QStringLiteral("another version")) });
    const ChatId copy = await(store.duplicate(1000, QStringLiteral("Copy")));
    QVERIFY(copy > 0);
    QCOMPARE(await(store.duplicate(77, QStringLiteral("of nothing"))), 0);
    const auto original = await(store.contents(1000));
    const auto contents = await(store.contents(copy));
    QCOMPARE(contents->chat.summary.title, QStringLiteral("Copy"));
    QCOMPARE(contents->messages.size(), 4);
    for (int i = 0; i < 4; ++i) {
        QVERIFY(contents->messages[i].id != original->messages[i].id);
        QCOMPARE(contents->messages[i].chat, copy);
        QCOMPARE(contents->messages[i].text, original->messages[i].text);
    }
    QCOMPARE(contents->messages[1].parent, contents->messages[0].id);
    QCOMPARE(contents->messages[0].activeChild, contents->messages[3].id);
    QCOMPARE(contents->chat.activeRoot, contents->messages[0].id);
    store.remove(1000);
    QCOMPARE(await(store.contents(copy))->messages.size(), 4);
}

void TestChatStore::importedChatsGetNewIds()
{
    const StoreFolder folder;
    ChatStore store(folder.options());
    QVERIFY(await(makeChat(store, 1000, QStringLiteral("One"))).durable);
    const QList<ChatContents> all = await(store.everything());
    QVERIFY(await(store.insert(all)).durable);
    QVERIFY(await(store.insert(all)).durable);
    QCOMPARE(await(store.page({}, 10)).size(), 3);
    QCOMPARE(await(store.search(QStringLiteral("message"), 10)).size(), 6);
}

void TestChatStore::memoryByChoice()
{
    ChatStore store({});
    const Saved saved = await(makeChat(store, 1000, QStringLiteral("One")));
    QVERIFY(saved.stored && !saved.durable);
    QCOMPARE(store.state(), State::InMemory);
    QVERIFY(store.error().text.isEmpty());
    QCOMPARE(await(store.page({}, 10)).size(), 1);
}

void TestChatStore::anUnusableFileIsReplacedByMemory_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("locked by another instance") << static_cast<int>(Code::Locked);
    QTest::newRow("a later version's") << static_cast<int>(Code::Newer);
    QTest::newRow("no folder") << static_cast<int>(Code::ReadOnly);
}

void TestChatStore::anUnusableFileIsReplacedByMemory()
{
    QFETCH(int, code);
    const StoreFolder folder;
    StoreResult<std::unique_ptr<Database>> other = std::unexpected(StoreError());
    if (code == static_cast<int>(Code::ReadOnly)) {
        QFile file(folder.folder.filePath(QStringLiteral("data")));
        QVERIFY(file.open(QIODevice::WriteOnly));
    } else {
        folder.fill(1, 2);
        if (code == static_cast<int>(Code::Newer)) {
            (void)sqlite(folder.path(), { QStringLiteral("PRAGMA user_version = 99") });
        } else {
            other = Database::open(folder.options());
            QVERIFY(other.has_value());
        }
    }
    ChatStore store(folder.options());
    QSignalSpy states(&store, &ChatStore::stateChanged);
    const Saved saved = await(makeChat(store, 500'000, QStringLiteral("Meanwhile")));
    QVERIFY(saved.stored && !saved.durable);
    QCOMPARE(store.state(), State::InMemory);
    QCOMPARE(static_cast<int>(store.error().code), code);
    QVERIFY(!store.error().text.isEmpty());
    QCOMPARE(states.count(), 1);
    QVariantList chats { QStringLiteral("Meanwhile") };
    if (code == static_cast<int>(Code::Newer)) {
        chats.prepend(QStringLiteral("Chat 1")); // what can be understood of it
    }
    QCOMPARE(await(store.page({}, 10)).size(), chats.size());
    // What is in memory can be put somewhere else.
    const QString elsewhere = folder.folder.filePath(QStringLiteral("elsewhere.db"));
    QVERIFY(await(store.copyTo(elsewhere)).durable);
    QCOMPARE(sqlite(elsewhere, { QStringLiteral("SELECT title FROM chats ORDER BY id") }), chats);
    if (code != static_cast<int>(Code::Locked)) {
        return;
    }
    // The other instance ends: both are united.
    other = std::unexpected(StoreError());
    store.retry();
    QTRY_COMPARE(store.state(), State::OnDisk);
    QCOMPARE(await(store.page({}, 10)).size(), 2);
}

void TestChatStore::aFullDiskLosesNothing()
{
    const StoreFolder folder;
    Database::Options options = folder.options();
    options.maxBytes = 512 * 1024;
    ChatStore store(options);
    ChatId id = 1000;
    Saved saved = await(makeChat(store, id, QStringLiteral("long text ").repeated(2000)));
    for (; saved.durable && id < 100'000;) {
        id += 1000;
        saved = await(makeChat(store, id, QStringLiteral("long text ").repeated(2000)));
    }
    QVERIFY(saved.stored); // the one that did not fit is in memory with all the others
    QTRY_COMPARE(store.state(), State::InMemory);
    QCOMPARE(store.error().code, Code::DiskFull);
    QCOMPARE(await(store.page({}, 100)).size(), id / 1000);
    // Still no room.
    QSignalSpy states(&store, &ChatStore::stateChanged);
    store.retry();
    QTRY_COMPARE(states.count(), 1);
    QCOMPARE(store.state(), State::InMemory);
    // The user makes some, inside and outside of the program.
    store.rename(5000, QStringLiteral("Renamed meanwhile"));
    for (ChatId gone = 1000; gone <= 4000; gone += 1000) {
        store.remove(gone);
    }
    store.retry();
    QTRY_COMPARE(store.state(), State::OnDisk);
    QVERIFY(await(store.setPinned(5000, true)).durable);
    const QList<ChatSummary> chats = await(store.page({}, 100));
    QCOMPARE(chats.size(), id / 1000 - 4);
    QCOMPARE(chats.first().title, QStringLiteral("Renamed meanwhile"));
    QCOMPARE(await(store.everything()).size(), chats.size());
    QCOMPARE(await(store.search(QStringLiteral("meanwhile"), 10)).size(), 1);
}

void TestChatStore::retryBringsEverythingBack()
{
    const StoreFolder folder;
    folder.fill(3, 4);
    // A folder that has gone and comes back: what a removable disk does.
    const QString data = folder.folder.filePath(QStringLiteral("data")),
                  away = folder.folder.filePath(QStringLiteral("away"));
    QVERIFY(QFile::rename(data, away));
    QFile blocker(data);
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    ChatStore store(folder.options());
    QVERIFY(!await(makeChat(store, 500'000, QStringLiteral("Meanwhile"))).durable);
    store.append({ messageRecord(
        500'003, 500'000, 500'002, QStringLiteral("being written"), MessageRole::Assistant, MessageState::Partial) });
    QVERIFY(blocker.remove());
    QVERIFY(QFile::rename(away, data));
    store.retry();
    QTRY_COMPARE(store.state(), State::OnDisk);
    QCOMPARE(await(store.page({}, 10)).size(), 4);
    QCOMPARE(await(store.search(QStringLiteral("meanwhile message"), 10)).size(), 2);
    // The answer goes on where it was.
    QVERIFY(await(store.saveText(500'003, QStringLiteral("being written still"))).durable);
    MessageRecord answer = messageRecord(500'003, 500'000, 500'002, QStringLiteral("written"), MessageRole::Assistant);
    QVERIFY(await(store.finish(answer)).durable);
    QCOMPARE(await(store.search(QStringLiteral("written"), 10)).size(), 1);
}

void TestChatStore::aDamagedFileIsSalvaged()
{
    const StoreFolder folder;
    folder.fill(3, 60);
    {
        QFile file(folder.path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2);
        file.write(QByteArray(20'000, '\x5A'));
    }
    (void)sqlite(folder.path(), { QStringLiteral("INSERT OR REPLACE INTO meta VALUES ('open', '1')") });
    ChatStore store(folder.options());
    QSignalSpy salvaged(&store, &ChatStore::salvaged);
    QTRY_COMPARE(salvaged.count(), 1);
    QCOMPARE(salvaged.first().at(0).toInt(), 3);
    QCOMPARE_GT(salvaged.first().at(1).toInt(), 100);
    QVERIFY(QFile::exists(salvaged.first().at(2).toString()));
    QTRY_COMPARE(store.state(), State::OnDisk);
    QCOMPARE(await(store.page({}, 10)).size(), 3);
}

void TestChatStore::interruptedAnswersAreMarkedAtTheStart()
{
    const StoreFolder folder;
    {
        auto database = Database::open(folder.options());
        QVERIFY(database.has_value());
        ChatTables tables(**database);
        QVERIFY(tables.insert(chatRecord(1, QStringLiteral("One"))).has_value());
        QVERIFY(tables
                .append({ messageRecord(2, 1, 0, QStringLiteral("q")),
                    messageRecord(
                        3, 1, 2, QStringLiteral("half an ans"), MessageRole::Assistant, MessageState::Partial) })
                .has_value());
    }
    ChatStore store(folder.options());
    const auto chat = await(store.contents(1));
    QCOMPARE(chat->messages[1].state, MessageState::Interrupted);
    QCOMPARE(chat->messages[1].text, QStringLiteral("half an ans"));
}

void TestChatStore::trashIsEmptiedAfter30Days()
{
    const StoreFolder folder;
    QDateTime now(QDate(2026, 3, 1), QTime(12, 0), QTimeZone::UTC);
    Database::Options options = folder.options();
    options.now = [&now] { return now; };
    {
        ChatStore store(options);
        makeChat(store, 1000, QStringLiteral("One"));
        QVERIFY(await(store.moveToTrash(1000)).durable);
    }
    now = now.addDays(29);
    QCOMPARE(await(ChatStore(options).trash()).size(), 1);
    now = now.addDays(2);
    QCOMPARE(await(ChatStore(options).trash()).size(), 0);
}

// While the thread is busy with something long, calls queue up behind it.
void TestChatStore::deletingAllWhileTheFileCannotBeWritten()
{
    const StoreFolder folder;
    folder.fill(2, 2);
    QVERIFY(QFile::copy(folder.path(), folder.path() + QStringLiteral(".backup-20260101-000000-000")));
    auto other = Database::open(folder.options()); // another instance
    QVERIFY(other.has_value());
    ChatStore store(folder.options());
    QVERIFY(await(makeChat(store, 500'000, QStringLiteral("Meanwhile"))).stored);
    const Saved saved = await(store.removeAll());
    QVERIFY(saved.stored && !saved.durable);
    QVERIFY(Database::copies(folder.path()).isEmpty()); // these could be deleted
    QCOMPARE(await(store.page({}, 10)).size(), 0);
    // What could not be reached is gone as soon as it can.
    other = std::unexpected(StoreError());
    store.retry();
    QTRY_COMPARE(store.state(), State::OnDisk);
    QCOMPARE(await(store.page({}, 10)).size(), 0);
}

void TestChatStore::callsQueueUp()
{
    const StoreFolder folder;
    folder.fill(20, 200);
    ChatStore store(folder.options());
    const auto all = store.everything();
    QFuture<Saved> last;
    for (int i = 0; i < 100; ++i) {
        last = store.rename(1000, QString::number(i));
    }
    QVERIFY(await(last).durable);
    QVERIFY(all.isFinished()); // in the order of the calls
    QCOMPARE(await(all).size(), 20);
    QCOMPARE(await(store.contents(1000))->chat.summary.title, QStringLiteral("99"));
}

QTEST_GUILESS_MAIN(TestChatStore)
#include "tst_chatstore.moc"
