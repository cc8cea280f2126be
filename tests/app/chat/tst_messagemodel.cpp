// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// MessageModel, BlockModel and TableModel under QAbstractItemModelTester, and the cost of a flush through them.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "chat/messagemodel.h"
#include "documents/blockmodel.h"
#include "documents/tablemodel.h"
#include "inference/fakebackend.h"

class TestMessageModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChat();
    void versions();
    void storedNonsense_data();
    void storedNonsense();
    void blocksAreMadeWhenSeen();
    void attachmentsComeBeforeTheQuestion();
    void answerStates();
    void whatCanBeContinued();
    void lateTextIsIgnored();
    void copyGivesTheSource();
    void blocksArrive();
    void onlyTheOpenBlockChanges();
    void flushCostIsConstant();
    void tableGrowsByRows();
    void tableHeadWaits();
    void roleNamesAreUnique();
};

namespace
{
MessageRecord question(MessageId id, MessageId parent, const QString &text)
{
    MessageRecord message;
    message.id = id;
    message.parent = parent;
    message.text = text;
    return message;
}

MessageRecord answer(
    MessageId id, MessageId parent, MessageState::State state = MessageState::Partial, const QString &text = {})
{
    MessageRecord message = question(id, parent, text);
    message.role = MessageRole::Assistant;
    message.state = state;
    return message;
}

// 1 "q" ── 2 "a" ── 3 "q2" ── 4 "a2";  1 ── 5 "a'";  2 ── 6 "q2'"; shown is 1 2 3 4.
ChatContents tree()
{
    ChatContents contents;
    contents.chat.activeRoot = 1;
    contents.messages
        = { question(1, 0, QStringLiteral("q")), answer(2, 1, MessageState::Complete, QStringLiteral("a")),
              question(3, 2, QStringLiteral("q2")), answer(4, 3, MessageState::Complete, QStringLiteral("a2")),
              answer(5, 1, MessageState::Stopped, QStringLiteral("a'")), question(6, 2, QStringLiteral("q2'")) };
    contents.messages[0].activeChild = 2;
    contents.messages[1].activeChild = 3;
    return contents;
}

QStringList shown(const MessageModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.count(); ++row) {
        texts << model.copyText(row);
    }
    return texts;
}

QStringList list(const char *texts)
{
    return QString::fromLatin1(texts).split(QLatin1Char(' '));
}
}

void TestMessageModel::aChat()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy count(&model, &MessageModel::countChanged);
    model.add(question(1, 0, QStringLiteral("hi <b>")));
    model.add(answer(2, 1));
    model.appendToAnswer(2, u"Hello");
    model.appendToAnswer(2, u" there.");
    MessageRecord done = answer(2, 1, MessageState::Complete);
    done.figures.generatedTokens = 2;
    done.model = QStringLiteral("m");
    done.seed = 77;
    model.finishAnswer(done);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(count.count(), 2);
    const auto at = [&model](int row, int role) { return model.data(model.index(row), role); };
    QCOMPARE(at(0, MessageModel::AuthorRole).toInt(), MessageModel::User);
    QCOMPARE(at(0, MessageModel::SourceTextRole).toString(), QStringLiteral("hi <b>"));
    QCOMPARE(at(0, MessageModel::BlocksRole).value<BlockModel *>(), nullptr);
    QCOMPARE(at(0, MessageModel::LastRole).toBool(), false);
    QCOMPARE(at(0, MessageModel::VersionCountRole).toInt(), 1);
    QCOMPARE(at(1, MessageModel::AuthorRole).toInt(), MessageModel::Assistant);
    QCOMPARE(at(1, MessageModel::MessageStateRole).toInt(), MessageState::Complete);
    QCOMPARE(at(1, MessageModel::FooterRole).toString(), QStringLiteral("2 tokens"));
    QVERIFY(at(1, MessageModel::DetailsRole).toString().contains(QStringLiteral("77")));
    QCOMPARE(at(1, MessageModel::LastRole).toBool(), true);
    QCOMPARE(at(1, MessageModel::BlocksRole).value<BlockModel *>()->copyText(0), QStringLiteral("Hello there."));
    QCOMPARE(model.rowOf(2), 1);
    QCOMPARE(model.rowOf(77), -1);

    const QList<ChatTurn> turns = model.turnsTo(2);
    QCOMPARE(turns.size(), 2);
    QCOMPARE(turns[1].role, ChatTurn::Role::Assistant);
    QCOMPARE(turns[1].text, QStringLiteral("Hello there."));
    model.clear();
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestMessageModel::whatCanBeContinued()
{
    const auto continuable = [](MessageState::State state, const QString &text, int row = 1) {
        MessageModel model;
        model.add(question(1, 0, QStringLiteral("q")));
        model.add(answer(2, 1, state, text));
        return model.data(model.index(row), MessageModel::ContinuableRole).toBool();
    };
    namespace S = MessageState;
    for (const S::State state :
        { S::Stopped, S::LengthReached, S::Failed, S::Interrupted, S::Edited, S::LimitReached, S::TooLong }) {
        QVERIFY(continuable(state, QStringLiteral("half")));
        QVERIFY(!continuable(state, {})); // there is nothing to go on with
        QVERIFY(!continuable(state, QStringLiteral("half"), 0)); // the question
    }
    QVERIFY(!continuable(S::Complete, QStringLiteral("all")));
    QVERIFY(!continuable(S::Partial, QStringLiteral("being written")));
}

void TestMessageModel::versions()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.load(tree());
    const auto at = [&model](int row, int role) { return model.data(model.index(row), role).toInt(); };
    QCOMPARE(shown(model), list("q a q2 a2"));
    QCOMPARE(at(1, MessageModel::VersionRole), 1);
    QCOMPARE(at(1, MessageModel::VersionCountRole), 2);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved), inserted(&model, &QAbstractItemModel::rowsInserted);
    model.choose(5);
    QCOMPARE(shown(model), list("q a'"));
    QCOMPARE(removed.first().at(1).toInt(), 1); // from where the branches part
    QCOMPARE(removed.first().at(2).toInt(), 3);
    QCOMPARE(at(1, MessageModel::VersionRole), 2);
    model.choose(2);
    QCOMPARE(shown(model), list("q a q2 a2")); // it remembers how it went on
    model.choose(6);
    QCOMPARE(shown(model), list("q a q2'"));
    model.choose(5);
    model.choose(2);
    QCOMPARE(shown(model), list("q a q2'"));
    // A new version of the first question leaves everything else where it is.
    model.add(question(7, 0, QStringLiteral("Q")));
    QCOMPARE(shown(model), list("Q"));
    QCOMPARE(at(0, MessageModel::VersionCountRole), 2);
    model.add(answer(8, 7));
    model.choose(1);
    QCOMPARE(shown(model), list("q a q2'"));
    // An answer goes on while another branch is shown.
    model.appendToAnswer(8, u"A");
    model.choose(7);
    QCOMPARE(shown(model), list("Q A"));
    QCOMPARE(at(1, MessageModel::MessageStateRole), MessageState::Partial);
    QCOMPARE(model.turnsTo(6).size(), 3);
}

void TestMessageModel::storedNonsense_data()
{
    QTest::addColumn<QList<MessageRecord>>("messages");
    QTest::addColumn<QStringList>("path");
    const auto with = [](MessageRecord message, MessageId active) {
        message.activeChild = active;
        return message;
    };
    QTest::newRow("a lost parent") << QList { question(5, 3, QStringLiteral("x")) } << list("x");
    QTest::newRow("its own parent") << QList { question(5, 5, QStringLiteral("x")) } << list("x");
    QTest::newRow("a loop") << QList { question(5, 6, QStringLiteral("x")), question(6, 5, QStringLiteral("y")) }
                            << list("x y");
    QTest::newRow("an active child of someone else")
        << QList { with(question(5, 0, QStringLiteral("x")), 9), question(6, 5, QStringLiteral("y")) } << list("x y");
    QTest::newRow("active is itself") << QList { with(question(5, 0, QStringLiteral("x")), 5),
        question(6, 5, QStringLiteral("y")) }
                                      << list("x y");
    QTest::newRow("no root") << QList { question(5, 0, QStringLiteral("x")), question(6, 0, QStringLiteral("y")) }
                             << list("y");
}

void TestMessageModel::storedNonsense()
{
    QFETCH(QList<MessageRecord>, messages);
    QFETCH(QStringList, path);
    MessageModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.load({ .chat = {}, .messages = messages });
    QCOMPARE(shown(model), path);
}

// Opening a long chat makes no blocks; looking at a part of it makes those of that part.
void TestMessageModel::blocksAreMadeWhenSeen()
{
    ChatContents contents;
    for (int i = 1; i <= 500; ++i) {
        contents.messages << (i % 2 ? question(i, i - 1, QStringLiteral("q"))
                                    : answer(i, i - 1, MessageState::Complete, FakeBackend::longAnswer(200)));
    }
    MessageModel model;
    model.load(contents);
    QCOMPARE(model.count(), 500);
    QCOMPARE(model.blockModels(), 0);
    for (int row = 480; row < 500; ++row) {
        for (const int role : model.roleNames().keys()) {
            (void)model.data(model.index(row), role);
        }
    }
    QCOMPARE(model.blockModels(), 10);
    QVERIFY(model.data(model.index(499), MessageModel::BlocksRole).value<BlockModel *>()->rowCount() > 3);
}

void TestMessageModel::answerStates()
{
    MessageModel model;
    model.add(question(1, 0, QStringLiteral("q")));
    model.add(answer(2, 1));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const auto state = [&model] { return model.data(model.index(1), MessageModel::MessageStateRole).toInt(); };
    const auto waiting = [&model] { return model.data(model.index(1), MessageModel::WaitingRole).toBool(); };
    QCOMPARE(state(), MessageState::Partial);
    QVERIFY(waiting());
    QCOMPARE(model.turnsTo(2).size(), 1); // the empty answer is no turn
    model.appendToAnswer(2, u"");
    QCOMPARE(state(), MessageState::Partial);
    model.appendToAnswer(2, u"a");
    QCOMPARE(state(), MessageState::Partial);
    QVERIFY(!waiting());
    QCOMPARE(changes.count(), 1);
    model.appendToAnswer(2, u"b"); // goes to the blocks; the message itself does not change
    QCOMPARE(changes.count(), 1);
    MessageRecord failed = answer(2, 1, MessageState::Failed);
    failed.error = QStringLiteral("why");
    model.finishAnswer(failed);
    QCOMPARE(state(), MessageState::Failed);
    QVERIFY(!waiting());
    QCOMPARE(model.data(model.index(1), MessageModel::ErrorTextRole).toString(), QStringLiteral("why"));
    // Continued, it is the same message with new blocks.
    model.reopen(2);
    QCOMPARE(state(), MessageState::Partial);
    QVERIFY(!waiting());
    QCOMPARE(model.data(model.index(1), MessageModel::ErrorTextRole).toString(), QString());
    model.appendToAnswer(2, u"c");
    QCOMPARE(
        model.data(model.index(1), MessageModel::BlocksRole).value<BlockModel *>()->copyText(0), QStringLiteral("abc"));
}

void TestMessageModel::lateTextIsIgnored()
{
    MessageModel model;
    model.appendToAnswer(5, u"nobody asked");
    model.finishAnswer(answer(5, 0, MessageState::Complete));
    QCOMPARE(model.rowCount(), 0);
    model.add(question(1, 0, QStringLiteral("q")));
    model.appendToAnswer(1, u"not an answer");
    QCOMPARE(model.copyText(0), QStringLiteral("q"));
    model.add(answer(2, 1));
    model.finishAnswer(answer(2, 1, MessageState::Stopped));
    model.appendToAnswer(2, u"too late");
    QCOMPARE(model.copyText(1), QString());
}

void TestMessageModel::copyGivesTheSource()
{
    const QString source = QStringLiteral("# T\r\n\n```c\nint\u202ea;\n```\n* x\n  | a | b |\n");
    MessageModel model;
    model.add(answer(1, 0));
    (void)model.data(model.index(0), MessageModel::BlocksRole);
    for (const QChar c : source) {
        model.appendToAnswer(1, QStringView(&c, 1));
    }
    model.finishAnswer(answer(1, 0, MessageState::Complete));
    QCOMPARE(model.copyText(0), source);
    QCOMPARE(model.copyText(7), QString());
    QCOMPARE(model.copyText(-1), QString());
    auto *blocks = model.data(model.index(0), MessageModel::BlocksRole).value<BlockModel *>();
    QCOMPARE(blocks->copyText(1), QStringLiteral("int\u202ea;")); // the original, not what is shown
}

void TestMessageModel::attachmentsComeBeforeTheQuestion()
{
    MessageModel model;
    MessageRecord message = question(1, 0, QStringLiteral("What is wrong?"));
    message.attachments = { { QStringLiteral("a.md"), QStringLiteral("x\n````\ny") } };
    model.add(message);
    QCOMPARE(model.turnsTo(1).first().text, QStringLiteral("a.md:\n`````\nx\n````\ny\n`````\n\nWhat is wrong?"));
    QCOMPARE(model.copyText(0), QStringLiteral("What is wrong?"));
    QCOMPARE(model.data(model.index(0), MessageModel::AttachmentsRole).toStringList(),
        QStringList { QStringLiteral("a.md") });
}

void TestMessageModel::blocksArrive()
{
    BlockModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QString text = FakeBackend::longAnswer(2000);
    for (qsizetype i = 0; i < text.size(); i += 5) {
        model.append(QStringView(text).sliced(i, std::min<qsizetype>(5, text.size() - i)));
    }
    model.finish();
    QVERIFY(model.rowCount() > 20);
    QSet<QString> languages;
    for (int row = 0; row < model.rowCount(); ++row) {
        QVERIFY(model.data(model.index(row), BlockModel::ClosedRole).toBool());
        languages << model.data(model.index(row), BlockModel::LanguageRole).toString();
    }
    for (const char *name : { "C++", "Python", "Rust", "YAML", "CMake", "Bash" }) {
        QVERIFY2(languages.contains(QString::fromLatin1(name)), name);
    }
}

void TestMessageModel::onlyTheOpenBlockChanges()
{
    BlockModel model;
    connect(&model, &QAbstractItemModel::dataChanged, this,
        [&model](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
            QCOMPARE(first.row(), model.rowCount() - 1);
            QCOMPARE(last.row(), first.row());
            QVERIFY(!roles.isEmpty());
        });
    const QString text = FakeBackend::longAnswer(3000);
    for (qsizetype i = 0; i < text.size(); i += 3) {
        model.append(QStringView(text).sliced(i, std::min<qsizetype>(3, text.size() - i)));
    }
    model.finish();
}

void TestMessageModel::flushCostIsConstant()
{
    BlockModel model;
    int touched = 0;
    connect(&model, &QAbstractItemModel::dataChanged, this,
        [&touched](const QModelIndex &first, const QModelIndex &last) { touched += last.row() - first.row() + 1; });
    connect(&model, &QAbstractItemModel::rowsInserted, this,
        [&touched](const QModelIndex &, int first, int last) { touched += last - first + 1; });
    const QString text = FakeBackend::longAnswer(20'000);
    constexpr qsizetype kChunk = 12; // characters: what a fast model makes in 40 ms
    int flushes = 0, worst = 0;
    for (qsizetype i = 0; i < text.size(); i += kChunk) {
        const int before = touched;
        model.append(QStringView(text).sliced(i, std::min(kChunk, text.size() - i)));
        worst = std::max(worst, touched - before);
        ++flushes;
    }
    model.finish();
    QCOMPARE_LE(worst, 6); // rows in one flush: the open one, and those that 12 characters can begin
    QCOMPARE_LE(touched, 2 * flushes); // linear in total
    QCOMPARE_LE(model.workCount(), static_cast<quint64>(10 * text.size()));
}

void TestMessageModel::tableGrowsByRows()
{
    BlockModel model;
    model.append(u"Text\n| a | b |\n|:-:|--:|\n");
    QCOMPARE(model.rowCount(), 2);
    auto *table = model.data(model.index(1), BlockModel::TableRole).value<TableModel *>();
    QVERIFY(table);
    QAbstractItemModelTester tester(table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(table, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(table, &QAbstractItemModel::modelReset);
    QCOMPARE(table->columns(), 2);
    QCOMPARE(table->rowCount(), 2);
    model.append(u"| 1 | 2 |\n| 3 |\n");
    QCOMPARE(table->rowCount(), 6);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(table->data(table->index(1), TableModel::HeaderRole).toBool(), true);
    QCOMPARE(table->data(table->index(2), TableModel::HeaderRole).toBool(), false);
    QCOMPARE(
        table->data(table->index(3), TableModel::AlignmentRole).toInt(), static_cast<int>(Markdown::Alignment::Right));
    QCOMPARE(table->data(table->index(4), TableModel::SourceTextRole).toString(), QStringLiteral("3"));
    QCOMPARE(table->data(table->index(5), TableModel::SourceTextRole).toString(), QString());
    QCOMPARE(model.data(model.index(0), BlockModel::TableRole).value<TableModel *>(), nullptr);
}

void TestMessageModel::tableHeadWaits()
{
    const auto shown = [](QStringView text) {
        BlockModel model;
        model.append(text);
        return model.data(model.index(model.rowCount() - 1), BlockModel::SourceTextRole).toString();
    };
    QCOMPARE(shown(u"Text:\n| a | b"), QStringLiteral("Text:"));
    QCOMPARE(shown(u"Text:\n| a | b |\n"), QStringLiteral("Text:"));
    QCOMPARE(shown(u"| a | b |\n|--"), QString());
    QCOMPARE(shown(u"| a | b |\nno"), QStringLiteral("| a | b |\nno")); // not a table after all
    QCOMPARE(shown(u"| a | b |\n\n"), QStringLiteral("| a | b |"));
    QCOMPARE(shown(u"a | b"), QStringLiteral("a | b"));
}

void TestMessageModel::roleNamesAreUnique()
{
    MessageModel messages;
    BlockModel blocks;
    TableModel table({ Markdown::Alignment::Left });
    for (const QAbstractItemModel *model : { static_cast<QAbstractItemModel *>(&messages),
             static_cast<QAbstractItemModel *>(&blocks), static_cast<QAbstractItemModel *>(&table) }) {
        const QList<QByteArray> names = model->roleNames().values();
        QCOMPARE(QSet<QByteArray>(names.begin(), names.end()).size(), names.size());
        QVERIFY(!names.contains("data") && !names.contains("state") && !names.contains("index"));
    }
}

QTEST_MAIN(TestMessageModel)
#include "tst_messagemodel.moc"
