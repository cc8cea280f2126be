// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Find in this chat: which places there are, in what the reader sees, and the walk through them.
#include <QSignalSpy>
#include <QTest>

#include "chat/chatfinder.h"
#include "tests/app/chats/storerig.h"
#include "text/textplaces.h"

using Place = ChatFinder::Place;

namespace QTest
{
template <> char *toString(const ChatFinder::Place &place)
{
    return qstrdup(qPrintable(QStringLiteral("row %1 block %2 cell %3 offset %4")
            .arg(place.row)
            .arg(place.block)
            .arg(place.cell)
            .arg(place.offset)));
}
}

class TestChatFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsShown();
    void walksWithinOneAnswer();
    void showsWhatIsFolded();
    void followsTheMessages();
    void placesDoNotOverlap();

private:
    static void fill(MessageModel &messages, const QStringList &texts)
    {
        ChatContents contents;
        contents.chat.activeRoot = 1;
        for (int i = 1; i <= texts.size(); ++i) {
            MessageRecord message
                = messageRecord(i, 1, i - 1, texts[i - 1], i % 2 ? MessageRole::User : MessageRole::Assistant);
            message.activeChild = i < texts.size() ? i + 1 : 0;
            contents.messages << message;
        }
        messages.load(contents);
    }
    // From the first place on.
    static QList<Place> walk(ChatFinder &finder)
    {
        QList<Place> places;
        for (int i = 0; i < finder.count(); ++i) {
            finder.next();
            places << finder.place();
        }
        return places;
    }
};

void TestChatFinder::findsWhatIsShown()
{
    MessageModel messages;
    fill(messages,
        { QStringLiteral("Find the *needle*, Needle"),
            QStringLiteral("# A nee**dle** [needle](https://needle.example/needle)\n\n"
                           "| a | needle |\n|---|---|\n| x | y needle |\n\n"
                           "```needle\nint needle;\n\nneedle = 1;\n```\n\n"
                           "<div needle>\n\n"
                           "- one\n- two `needle`\n") });
    ChatFinder finder;
    finder.setMessages(&messages);
    QCOMPARE(finder.count(), 0);
    QCOMPARE(finder.place(), Place());
    finder.setQuery(QStringLiteral("NEEDLE"));
    const QList<Place> places = walk(finder);
    const QList<Place> expected {
        { 0, -1, -1, 10 },
        { 0, -1, -1, 19 }, // the signs are the user's own
        { 1, 0, -1, 2 },
        { 1, 0, -1, 9 }, // neither asterisks nor addresses
        { 1, 1, 1, 0 },
        { 1, 1, 3, 2 }, // cells
        { 1, 2, -1, 4 },
        { 1, 2, -1, 13 }, // not the info string
        { 1, 3, -1, 5 }, // HTML is shown as it is
        { 1, 5, -1, 4 },
    };
    QCOMPARE(places, expected);
    for (const Place &place : expected) {
        QVERIFY(place.block < 0
            || place.block < finder.messages()
                    ->data(messages.index(1), MessageModel::BlocksRole)
                    .value<BlockModel *>()
                    ->rowCount());
    }
    finder.setQuery(QStringLiteral("https"));
    QCOMPARE(finder.count(), 0);
}

void TestChatFinder::walksWithinOneAnswer()
{
    MessageModel messages;
    fill(messages, { QStringLiteral("go"), QStringLiteral("word word word\n\n").repeated(4) });
    ChatFinder finder;
    finder.setMessages(&messages);
    QSignalSpy moved(&finder, &ChatFinder::placeChanged);
    finder.setQuery(QStringLiteral("word"));
    QCOMPARE(finder.count(), 12);
    QCOMPARE(finder.current(), 12); // the newest
    QCOMPARE(moved.count(), 1);
    finder.next(); // around
    QCOMPARE(finder.place(), (Place { 1, 0, -1, 0 }));
    finder.next();
    finder.next();
    QCOMPARE(finder.current(), 3);
    QCOMPARE(finder.place(), (Place { 1, 0, -1, 10 }));
    finder.next();
    QCOMPARE(finder.place(), (Place { 1, 1, -1, 0 }));
    QCOMPARE(moved.count(), 5); // each step is one, although the message is the same
    finder.previous();
    QCOMPARE(finder.offset(), 10);
}

void TestChatFinder::showsWhatIsFolded()
{
    MessageModel messages;
    fill(messages,
        { QStringLiteral("go"),
            QStringLiteral("<think>\nA hidden thought.\n</think>\n\nAn answer.\n\n```\n")
                + QStringLiteral("line\n").repeated(60) + QStringLiteral("deep\n```\n") });
    ChatFinder finder;
    finder.setMessages(&messages);
    auto *blocks = messages.data(messages.index(1), MessageModel::BlocksRole).value<BlockModel *>();
    QVERIFY(!blocks->thinkingShown());
    finder.setQuery(QStringLiteral("hidden thought"));
    QCOMPARE(finder.count(), 1);
    QCOMPARE(finder.blocks(), blocks);
    QVERIFY(blocks->thinkingShown());
    finder.setQuery(QStringLiteral("deep"));
    QVERIFY(blocks->data(blocks->index(finder.block()), BlockModel::UnfoldedRole).toBool());
}

void TestChatFinder::followsTheMessages()
{
    MessageModel messages;
    fill(messages, { QStringLiteral("a word"), QStringLiteral("no such thing") });
    ChatFinder finder;
    finder.setMessages(&messages);
    finder.setQuery(QStringLiteral("word"));
    QCOMPARE(finder.place(), (Place { 0, -1, -1, 2 }));
    QSignalSpy moved(&finder, &ChatFinder::placeChanged);
    messages.add(messageRecord(3, 1, 2, QStringLiteral("another word")));
    QCOMPARE(finder.count(), 2);
    QCOMPARE(finder.current(), 1); // where the reader is
    MessageRecord answer = messageRecord(4, 1, 3, {}, MessageRole::Assistant, MessageState::Partial);
    messages.add(answer);
    messages.appendToAnswer(4, u"a wo");
    messages.appendToAnswer(4, u"rd that arrives");
    answer = messages.tree().at(4);
    answer.state = MessageState::Complete;
    messages.finishAnswer(answer);
    QTRY_COMPARE(finder.count(), 3);
    QCOMPARE(finder.current(), 1);
    QCOMPARE(moved.count(), 0);
    finder.setQuery({});
    QCOMPARE(finder.row(), -1);
    QCOMPARE(moved.count(), 1);
}

void TestChatFinder::placesDoNotOverlap()
{
    QCOMPARE(placesIn(QStringLiteral("aaaaa"), QStringLiteral("aa")), (QList<int> { 0, 2 }));
    QCOMPARE(placesIn(QStringLiteral("ÄäA"), QStringLiteral("ä")), (QList<int> { 0, 1 }));
    QCOMPARE(placesIn(QStringLiteral("abc"), {}), QList<int>());
    QCOMPARE(placesIn(QStringLiteral("x").repeated(20'000), QStringLiteral("x")).size(), kMostPlaces);
}

QTEST_MAIN(TestChatFinder)
#include "tst_chatfinder.moc"
