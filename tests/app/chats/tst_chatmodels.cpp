// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The lists of the sidebar: paging, order, headings, search, trash; and titles.
#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "chats/chatlistmodel.h"
#include "chats/chatsearchmodel.h"
#include "chats/chatstore.h"
#include "chats/chattitle.h"
#include "chats/trashmodel.h"
#include "tests/app/chats/storerig.h"

using Mode = QAbstractItemModelTester::FailureReportingMode;

class TestChatModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thousandsOfChatsInPages();
    void changesMoveOneRow();
    void changesBeyondThePages();
    void headings_data();
    void headings();
    void currentAndBusy();
    void searchFindsAndMarks();
    void searchKeepsToTheLastQuery();
    void trash();
    void titles_data();
    void titles();
    void roleNamesAreUnique();
};

namespace
{
template <typename T> T await(QFuture<T> future)
{
    (void)QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000);
    return future.isResultReadyAt(0) ? future.result() : T();
}

void insert(ChatStore &store, int chats)
{
    QList<ChatContents> all;
    for (int i = 1; i <= chats; ++i) {
        ChatContents chat;
        chat.chat = chatRecord(i, QStringLiteral("Chat %1").arg(i));
        all << chat;
    }
    QVERIFY(await(store.insert(all)).stored); // gives ids in this order
}

QStringList titlesOf(const QAbstractItemModel &model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row) {
        titles << model.data(model.index(row, 0), Qt::DisplayRole).toString();
    }
    return titles;
}
}

void TestChatModels::thousandsOfChatsInPages()
{
    ChatStore store({});
    insert(store, 5000);
    ChatListModel model(store); // without a tester: that fetches more by itself
    QTRY_COMPARE(model.count(), ChatListModel::kPage);
    QVERIFY(model.loaded());
    const quint64 before = await(store.statements());
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    if (!model.canFetchMore({})) { // on a busy machine the page may be there already
        model.fetchMore({}); // while one is under way: nothing
    }
    QTRY_COMPARE(model.count(), 2 * ChatListModel::kPage);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(await(store.statements()) - before, 1u);
    QTRY_VERIFY((model.fetchMore({}), model.count() == 5000));
    QTRY_VERIFY((model.fetchMore({}), !model.canFetchMore({})));
    QCOMPARE(model.data(model.index(0), ChatListModel::TitleRole).toString(), QStringLiteral("Chat 5000"));
    QCOMPARE(model.data(model.index(4999), ChatListModel::TitleRole).toString(), QStringLiteral("Chat 1"));
}

void TestChatModels::changesMoveOneRow()
{
    ChatStore store({});
    insert(store, 5);
    ChatListModel model(store);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QTRY_COMPARE(model.count(), 5);
    const ChatId third = model.chatAt(2), last = model.chatAt(4);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    store.setPinned(last, true);
    QTRY_COMPARE(model.rowOf(last), 0);
    const MessageId id = store.newId();
    store.append({ messageRecord(id, third, 0, QStringLiteral("new")) });
    QTRY_COMPARE(model.rowOf(third), 1); // below the pinned one
    store.rename(third, QStringLiteral("Renamed"));
    QTRY_COMPARE(titlesOf(model),
        QStringList({ QStringLiteral("Chat 1"), QStringLiteral("Renamed"), QStringLiteral("Chat 5"),
            QStringLiteral("Chat 4"), QStringLiteral("Chat 2") }));
    store.setPinned(last, false);
    QTRY_COMPARE(model.rowOf(last), 4);
    store.moveToTrash(third);
    QTRY_COMPARE(model.count(), 4);
    store.restore(third);
    QTRY_COMPARE(model.rowOf(third), 0);
    const ChatId copy = await(store.duplicate(last, QStringLiteral("Copy")));
    QTRY_COMPARE(model.rowOf(copy), 0);
    store.remove(copy);
    QTRY_COMPARE(model.rowOf(copy), -1);
    QCOMPARE(resets.count(), 0);
}

void TestChatModels::changesBeyondThePages()
{
    ChatStore store({});
    insert(store, 250);
    ChatListModel model(store);
    QTRY_COMPARE(model.count(), ChatListModel::kPage);
    const QList<ChatSummary> all = await(store.page({}, 1000));
    const ChatId far = all.last().id;
    store.rename(far, QStringLiteral("Far away"));
    (void)await(store.setDraft(far, {}));
    QCOMPARE(model.count(), ChatListModel::kPage); // not read yet
    store.setPinned(far, true);
    QTRY_COMPARE(model.rowOf(far), 0);
    store.setPinned(far, false);
    QTRY_COMPARE(model.rowOf(far), -1); // back behind the pages
    store.append({ messageRecord(store.newId(), far, 0, QStringLiteral("new")) });
    QTRY_COMPARE(model.rowOf(far), 0);
    QTRY_VERIFY((model.fetchMore({}), model.count() == 250)); // each once
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QCOMPARE(titlesOf(model).filter(QStringLiteral("Far away")).size(), 1);
}

void TestChatModels::headings_data()
{
    QTest::addColumn<QDate>("updated");
    QTest::addColumn<QString>("heading");
    const QDate now(2026, 3, 15);
    QTest::newRow("today") << now << QStringLiteral("Today");
    QTest::newRow("tomorrow: the clock was set back") << now.addDays(1) << QStringLiteral("Today");
    QTest::newRow("yesterday") << now.addDays(-1) << QStringLiteral("Yesterday");
    QTest::newRow("2 days") << now.addDays(-2) << QStringLiteral("Previous 7 days");
    QTest::newRow("7 days") << now.addDays(-7) << QStringLiteral("Previous 7 days");
    QTest::newRow("8 days") << now.addDays(-8) << QStringLiteral("Previous 30 days");
    QTest::newRow("30 days") << now.addDays(-30) << QStringLiteral("Previous 30 days");
    QTest::newRow("this year") << QDate(2026, 1, 31) << QStringLiteral("January");
    QTest::newRow("last year") << QDate(2025, 12, 31) << QStringLiteral("December 2025");
    QTest::newRow("never") << QDate() << QStringLiteral("Today");
}

void TestChatModels::headings()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QFETCH(QDate, updated);
    QFETCH(QString, heading);
    QCOMPARE(ChatListModel::groupOf(updated, QDate(2026, 3, 15)), heading);
}

void TestChatModels::currentAndBusy()
{
    ChatStore store({});
    insert(store, 3);
    ChatListModel model(store);
    QTRY_COMPARE(model.count(), 3);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const ChatId second = model.chatAt(1);
    model.setCurrent(second);
    model.setCurrent(second);
    QCOMPARE(changes.count(), 1);
    QVERIFY(model.data(model.index(1), ChatListModel::CurrentRole).toBool());
    model.setBusy({ second, 77 });
    model.setBusy({ second });
    QVERIFY(model.data(model.index(1), ChatListModel::BusyRole).toBool());
    QCOMPARE(changes.count(), 2);
    QCOMPARE(model.data(model.index(1), ChatListModel::ChatIdRole).toDouble(), static_cast<double>(second));
    QCOMPARE(model.chatAt(7), 0);
}

void TestChatModels::searchFindsAndMarks()
{
    ChatStore store({});
    const ChatId chat = store.newId(), other = store.newId();
    store.append({ messageRecord(store.newId(), chat, 0, QStringLiteral("How does a <b>ring</b> buffer work?")) },
        chatRecord(chat, QStringLiteral("Buffers")));
    store.append({ messageRecord(store.newId(), other, 0, QStringLiteral("nothing")) },
        chatRecord(other, QStringLiteral("A ring of keys")));
    ChatSearchModel model(store);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QVERIFY(!model.active());
    model.setQuery(QStringLiteral("ring"));
    QVERIFY(model.active() && model.searching());
    QTRY_COMPARE(model.count(), 2);
    QVERIFY(!model.searching());
    const auto at = [&model](int row, int role) { return model.data(model.index(row), role); };
    QCOMPARE(at(0, ChatSearchModel::TitleRole).toString(), QStringLiteral("A ring of keys"));
    QCOMPARE(at(0, ChatSearchModel::SnippetRole).toString(), QString());
    QCOMPARE(at(0, ChatSearchModel::MarksRole).value<QList<int>>(), QList<int>({ 2, 4 }));
    QCOMPARE(at(0, ChatSearchModel::MessageIdRole).toDouble(), 0.0);
    QCOMPARE(at(1, ChatSearchModel::TitleRole).toString(), QStringLiteral("Buffers"));
    QCOMPARE(at(1, ChatSearchModel::SnippetRole).toString(), QStringLiteral("How does a <b>ring</b> buffer work?"));
    QVERIFY(at(1, ChatSearchModel::MessageIdRole).toDouble() > 0);
    QCOMPARE(at(1, ChatSearchModel::ChatIdRole).toDouble(), static_cast<double>(chat));
    // A hit that goes to the trash is no hit any more.
    store.moveToTrash(other);
    QTRY_COMPARE(model.count(), 1);
    model.setQuery(QStringLiteral("  "));
    QCOMPARE(model.count(), 0);
    QVERIFY(!model.active() && !model.searching());
}

void TestChatModels::searchKeepsToTheLastQuery()
{
    ChatStore store({});
    const ChatId chat = store.newId();
    store.append(
        { messageRecord(store.newId(), chat, 0, QStringLiteral("alpha")) }, chatRecord(chat, QStringLiteral("One")));
    ChatSearchModel model(store);
    (void)await(store.page({}, 1));
    const quint64 before = await(store.statements());
    for (const char *query : { "a", "al", "alp", "alph", "alpha", "alphab" }) { // as typed
        model.setQuery(QString::fromLatin1(query));
    }
    QTRY_VERIFY(!model.searching());
    QCOMPARE(model.count(), 0);
    QCOMPARE(await(store.statements()) - before, 2u); // one search: titles and messages
    model.setQuery(QStringLiteral("alpha"));
    model.setQuery({});
    QTest::qWait(2 * ChatSearchModel::kDelay);
    QCOMPARE(model.count(), 0);
}

void TestChatModels::trash()
{
    QDateTime now(QDate(2026, 3, 1), QTime(12, 0), QTimeZone::UTC);
    Database::Options options;
    options.now = [&now] { return now; };
    ChatStore store(options);
    insert(store, 3);
    TrashModel model(store);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    const QList<ChatSummary> all = await(store.page({}, 10));
    (void)await(store.moveToTrash(all[0].id));
    QCOMPARE(model.count(), 0); // nobody looks at it
    model.setActive(true);
    QTRY_COMPARE(model.count(), 1);
    QCOMPARE(model.data(model.index(0), TrashModel::LeftRole).toString(), QStringLiteral("30 days left"));
    now = now.addDays(29);
    QCOMPARE(model.data(model.index(0), TrashModel::LeftRole).toString(), QStringLiteral("Last day"));
    store.moveToTrash(all[1].id);
    QTRY_COMPARE(model.count(), 2);
    QCOMPARE(
        model.data(model.index(0), TrashModel::ChatIdRole).toDouble(), static_cast<double>(all[1].id)); // latest first
    store.restore(all[0].id);
    QTRY_COMPARE(model.count(), 1);
    store.emptyTrash();
    QTRY_COMPARE(model.count(), 0);
    QCOMPARE(await(store.page({}, 10)).size(), 2);
    model.setActive(false);
}

void TestChatModels::titles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("title");
    QTest::newRow("a line") << QStringLiteral("  Fix   this\nplease") << QStringLiteral("Fix this");
    QTest::newRow("blank lines") << QStringLiteral("\n \n\tThird\n") << QStringLiteral("Third");
    QTest::newRow("a heading") << QStringLiteral("## Title here") << QStringLiteral("Title here");
    QTest::newRow("an include") << QStringLiteral("#include <vector>") << QStringLiteral("#include <vector>");
    QTest::newRow("an item") << QStringLiteral("- first thing") << QStringLiteral("first thing");
    QTest::newRow("a quote") << QStringLiteral("> said he") << QStringLiteral("said he");
    QTest::newRow("code") << QStringLiteral("```cpp\nint x;\n```\nWhat is it?") << QStringLiteral("int x;");
    QTest::newRow("unseen") << QStringLiteral("a\u202eb\u200bc\u0007d") << QStringLiteral("abcd");
    QTest::newRow("nothing") << QStringLiteral(" \n\n```\n") << QString();
    QTest::newRow("markup is text") << QStringLiteral("<img src='x'>") << QStringLiteral("<img src='x'>");
    QTest::newRow("long") << QStringLiteral("word ").repeated(100)
                          << QStringLiteral("word ").repeated(12).trimmed().first(59) + QStringLiteral("…");
    QTest::newRow("pairs are not cut") << QStringLiteral("x") + QStringLiteral("😀").repeated(40)
                                       << QStringLiteral("x") + QStringLiteral("😀").repeated(29) + QStringLiteral("…");
    QTest::newRow("a megabyte") << QStringLiteral("y").repeated(1 << 20)
                                << QStringLiteral("y").repeated(59) + QStringLiteral("…");
}

void TestChatModels::titles()
{
    QFETCH(QString, text);
    QFETCH(QString, title);
    QCOMPARE(chatTitle(text), title);
    QVERIFY(chatTitle(text).size() <= kTitleChars);
}

void TestChatModels::roleNamesAreUnique()
{
    ChatStore store({});
    const ChatListModel list(store);
    const ChatSearchModel search(store);
    const TrashModel trash(store);
    for (const QAbstractItemModel *model : { static_cast<const QAbstractItemModel *>(&list),
             static_cast<const QAbstractItemModel *>(&search), static_cast<const QAbstractItemModel *>(&trash) }) {
        const QList<QByteArray> names = model->roleNames().values();
        QCOMPARE(QSet<QByteArray>(names.begin(), names.end()).size(), names.size());
        QVERIFY(!names.contains("data") && !names.contains("state") && !names.contains("index"));
    }
}

QTEST_GUILESS_MAIN(TestChatModels)
#include "tst_chatmodels.moc"
