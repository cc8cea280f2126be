// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// MessageModel, BlockModel and TableModel under QAbstractItemModelTester, and the cost of a flush through them.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "chat/blockmodel.h"
#include "chat/messagemodel.h"
#include "chat/tablemodel.h"
#include "inference/fakebackend.h"

class TestMessageModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conversation();
    void answerStates();
    void lateTextIsIgnored();
    void copyGivesTheSource();
    void blocksArrive();
    void onlyTheOpenBlockChanges();
    void flushCostIsConstant();
    void tableGrowsByRows();
    void tableHeadWaits();
    void roleNamesAreUnique();
};

void TestMessageModel::conversation()
{
    MessageModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy count(&model, &MessageModel::countChanged);
    model.appendUser(QStringLiteral("hi <b>"));
    model.appendAssistant();
    model.appendToAnswer(u"Hello");
    model.appendToAnswer(u" there.");
    model.finishAnswer(MessageModel::Finished, QStringLiteral("2 tokens"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(count.count(), 2);
    const auto at = [&model](int row, int role) { return model.data(model.index(row), role); };
    QCOMPARE(at(0, MessageModel::AuthorRole).toInt(), MessageModel::User);
    QCOMPARE(at(0, MessageModel::SourceTextRole).toString(), QStringLiteral("hi <b>"));
    QCOMPARE(at(0, MessageModel::BlocksRole).value<BlockModel *>(), nullptr);
    QCOMPARE(at(0, MessageModel::LastRole).toBool(), false);
    QCOMPARE(at(1, MessageModel::AuthorRole).toInt(), MessageModel::Assistant);
    QCOMPARE(at(1, MessageModel::MessageStateRole).toInt(), MessageModel::Finished);
    QCOMPARE(at(1, MessageModel::FooterRole).toString(), QStringLiteral("2 tokens"));
    QCOMPARE(at(1, MessageModel::LastRole).toBool(), true);
    QCOMPARE(at(1, MessageModel::BlocksRole).value<BlockModel *>()->copyText(0), QStringLiteral("Hello there."));

    const QList<ChatTurn> turns = model.turns();
    QCOMPARE(turns.size(), 2);
    QCOMPARE(turns[1].role, ChatTurn::Role::Assistant);
    QCOMPARE(turns[1].text, QStringLiteral("Hello there."));

    model.removeLast();
    QCOMPARE(at(0, MessageModel::LastRole).toBool(), true);
    model.clear();
    model.clear();
    model.removeLast();
    QCOMPARE(model.rowCount(), 0);
}

void TestMessageModel::answerStates()
{
    MessageModel model;
    model.appendUser(QStringLiteral("q"));
    model.appendAssistant();
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const auto state = [&model] { return model.data(model.index(1), MessageModel::MessageStateRole).toInt(); };
    QCOMPARE(state(), MessageModel::Waiting);
    QCOMPARE(model.turns().size(), 1); // the empty answer is no turn
    model.appendToAnswer(u"");
    QCOMPARE(state(), MessageModel::Waiting);
    model.appendToAnswer(u"a");
    QCOMPARE(state(), MessageModel::Streaming);
    QCOMPARE(changes.count(), 1);
    model.appendToAnswer(u"b"); // goes to the blocks; the message itself does not change
    QCOMPARE(changes.count(), 1);
    model.finishAnswer(MessageModel::Failed, {}, QStringLiteral("why"));
    QCOMPARE(state(), MessageModel::Failed);
    QCOMPARE(model.data(model.index(1), MessageModel::ErrorTextRole).toString(), QStringLiteral("why"));
}

void TestMessageModel::lateTextIsIgnored()
{
    MessageModel model;
    model.appendToAnswer(u"nobody asked");
    model.finishAnswer(MessageModel::Finished);
    QCOMPARE(model.rowCount(), 0);
    model.appendUser(QStringLiteral("q"));
    model.appendToAnswer(u"not an answer");
    QCOMPARE(model.copyText(0), QStringLiteral("q"));
    model.appendAssistant();
    model.finishAnswer(MessageModel::Stopped);
    model.appendToAnswer(u"too late");
    QCOMPARE(model.copyText(1), QString());
}

void TestMessageModel::copyGivesTheSource()
{
    const QString source = QStringLiteral("# T\r\n\n```c\nint\u202ea;\n```\n* x\n  | a | b |\n");
    MessageModel model;
    model.appendAssistant();
    for (const QChar c : source) {
        model.appendToAnswer(QStringView(&c, 1));
    }
    model.finishAnswer(MessageModel::Finished);
    QCOMPARE(model.copyText(0), source);
    QCOMPARE(model.copyText(7), QString());
    QCOMPARE(model.copyText(-1), QString());
    auto *blocks = model.data(model.index(0), MessageModel::BlocksRole).value<BlockModel *>();
    QCOMPARE(blocks->copyText(1), QStringLiteral("int\u202ea;")); // the original, not what is shown
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
    for (const char *name : {"C++", "Python", "Rust", "YAML", "CMake", "Bash"}) {
        QVERIFY2(languages.contains(QString::fromLatin1(name)), name);
    }
}

void TestMessageModel::onlyTheOpenBlockChanges()
{
    BlockModel model;
    connect(&model, &QAbstractItemModel::dataChanged, this, [&model](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
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
    QCOMPARE(table->data(table->index(3), TableModel::AlignmentRole).toInt(), static_cast<int>(Markdown::Alignment::Right));
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
    TableModel table({Markdown::Alignment::Left});
    for (const QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(&messages), static_cast<QAbstractItemModel *>(&blocks),
                                            static_cast<QAbstractItemModel *>(&table)}) {
        const QList<QByteArray> names = model->roleNames().values();
        QCOMPARE(QSet<QByteArray>(names.begin(), names.end()).size(), names.size());
        QVERIFY(!names.contains("data") && !names.contains("state") && !names.contains("index"));
    }
}

QTEST_MAIN(TestMessageModel)
#include "tst_messagemodel.moc"
