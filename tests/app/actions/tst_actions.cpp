// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// ActionModel, CommandPalette and the matching of titles.
#include <QAbstractItemModelTester>
#include <QKeySequence>
#include <QMetaEnum>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "actions/actionmodel.h"
#include "actions/commandpalette.h"
#include "settings/settings.h"
#include "text/fuzzymatch.h"

class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void ranks_data();
    void ranks();
    void matchingIsBounded();
    void everyActionIsThereOnce();
    void keysAreUniqueAndReal();
    void sendKeyIsShown();
    void inactiveActionsDoNothing();
    void payloadsAndWishesAreAlwaysTold();
    void paletteFiltersAndRuns();
    void paletteRemembers();

private:
    QTemporaryDir m_folder;
    Settings m_settings { m_folder.filePath(QStringLiteral("rc")) };
};

void TestActions::matches_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("positions"); // {-1}: no match
    const QList<int> none { -1 };
    QTest::newRow("empty") << QString() << QStringLiteral("Open") << QList<int>();
    QTest::newRow("only spaces") << QStringLiteral("  ") << QStringLiteral("Open") << QList<int>();
    QTest::newRow("empty text") << QStringLiteral("a") << QString() << none;
    QTest::newRow("prefix") << QStringLiteral("op") << QStringLiteral("Open a model") << QList<int> { 0, 1 };
    QTest::newRow("starts of words win") << QStringLiteral("om") << QStringLiteral("Open a model")
                                         << QList<int> { 0, 7 };
    QTest::newRow("a run wins over early letters")
        << QStringLiteral("mod") << QStringLiteral("me or model") << QList<int> { 6, 7, 8 };
    QTest::newRow("spaces do not count") << QStringLiteral("op mo") << QStringLiteral("Open a model")
                                         << QList<int> { 0, 1, 7, 8 };
    QTest::newRow("case and accents") << QStringLiteral("UBER") << QStringLiteral("über") << QList<int> { 0, 1, 2, 3 };
    QTest::newRow("order matters") << QStringLiteral("po") << QStringLiteral("op") << none;
    QTest::newRow("too long") << QStringLiteral("opens") << QStringLiteral("open") << none;
}

void TestActions::matches()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(QList<int>, positions);
    const auto match = fuzzyMatch(pattern, text);
    if (positions == QList<int> { -1 }) {
        QVERIFY(!match);
        return;
    }
    QVERIFY(match);
    QCOMPARE(match->positions, positions);
}

void TestActions::ranks_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("word starts") << QStringLiteral("sf") << QStringLiteral("Show figures")
                                 << QStringLiteral("Transfer");
    QTest::newRow("the beginning") << QStringLiteral("quit") << QStringLiteral("Quit") << QStringLiteral("Really quit");
    QTest::newRow("unbroken") << QStringLiteral("set") << QStringLiteral("Settings")
                              << QStringLiteral("Show events today");
}

void TestActions::ranks()
{
    QFETCH(QString, pattern);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fuzzyMatch(pattern, better) && fuzzyMatch(pattern, worse));
    QCOMPARE_GT(fuzzyMatch(pattern, better)->score, fuzzyMatch(pattern, worse)->score);
}

void TestActions::matchingIsBounded()
{
    // 10 million letters are cut, not compared.
    const QString huge(10'000'000, QLatin1Char('a'));
    const auto match = fuzzyMatch(huge, huge);
    QVERIFY(match);
    QCOMPARE(match->positions.size(), kFuzzyMaxLength);
}

void TestActions::everyActionIsThereOnce()
{
    ActionModel actions(m_settings);
    QAbstractItemModelTester tester(&actions, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSet<int> seen;
    for (int row = 0; row < actions.rowCount(); ++row) {
        const QModelIndex index = actions.index(row);
        const int action = index.data(ActionModel::ActionRole).toInt();
        QVERIFY2(!seen.contains(action), qPrintable(index.data(ActionModel::TitleRole).toString()));
        seen.insert(action);
        QVERIFY(!index.data(ActionModel::TitleRole).toString().isEmpty());
        QVERIFY(!index.data(ActionModel::GroupRole).toString().isEmpty());
        // Whatever is not in the palette has a key to be found by.
        QVERIFY(
            index.data(ActionModel::CommandRole).toBool() || !index.data(ActionModel::KeysRole).toString().isEmpty());
    }
    QCOMPARE(seen.size(), static_cast<qsizetype>(ActionModel::ShowSidebar)); // all before the wishes
}

void TestActions::keysAreUniqueAndReal()
{
    const ActionModel actions(m_settings);
    QSet<QKeySequence> seen;
    for (int row = 0; row < actions.rowCount(); ++row) {
        const QStringList sequences = actions.index(row).data(ActionModel::SequencesRole).toStringList();
        for (const QString &text : sequences) {
            const QKeySequence keys(text, QKeySequence::PortableText);
            QVERIFY2(keys.count() == 1 && keys[0].key() != Qt::Key_unknown, qPrintable(text));
            QVERIFY2(!seen.contains(keys), qPrintable(text));
            seen.insert(keys);
        }
    }
    QCOMPARE(actions.keys(ActionModel::OpenModel), QStringLiteral("Ctrl+O"));
    QCOMPARE(actions.keys(ActionModel::ZoomIn), QStringLiteral("Ctrl++"));
}

void TestActions::sendKeyIsShown()
{
    ActionModel actions(m_settings);
    QSignalSpy changed(&actions, &QAbstractItemModel::dataChanged);
    QCOMPARE(actions.keys(ActionModel::SendMessage), QStringLiteral("Enter"));
    QCOMPARE(actions.keys(ActionModel::NewLine), QStringLiteral("Shift+Enter"));
    m_settings.setSendKey(Settings::CtrlEnter);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(actions.keys(ActionModel::SendMessage), QStringLiteral("Ctrl+Enter"));
    QCOMPARE(actions.keys(ActionModel::NewLine), QStringLiteral("Enter"));
    m_settings.setSendKey(Settings::Enter);
}

void TestActions::inactiveActionsDoNothing()
{
    ActionModel actions(m_settings);
    QSignalSpy triggered(&actions, &ActionModel::triggered);
    actions.setActive(ActionModel::Regenerate, false);
    actions.trigger(ActionModel::Regenerate);
    QCOMPARE(triggered.count(), 0);
    actions.setActive(ActionModel::Regenerate, true);
    actions.trigger(ActionModel::Regenerate);
    QCOMPARE(triggered.count(), 1);
}

void TestActions::payloadsAndWishesAreAlwaysTold()
{
    ActionModel actions(m_settings);
    QSignalSpy triggered(&actions, &ActionModel::triggered);
    actions.setActive(ActionModel::ExportHtml, false); // this chat has nothing to export, another one may
    actions.trigger(ActionModel::ExportHtml, 7.0);
    QCOMPARE(triggered.count(), 1);
    QCOMPARE(triggered[0][1].value<QVariant>().toDouble(), 7.0);
    actions.trigger(ActionModel::ShowSidebar); // has no row
    QCOMPARE(triggered.count(), 2);
    QVERIFY(!triggered[1][1].value<QVariant>().isValid());
    for (int row = 0; row < actions.rowCount(); ++row) {
        QVERIFY(
            actions.index(row).data(ActionModel::ActionRole).value<ActionModel::Action>() < ActionModel::ShowSidebar);
    }
}

void TestActions::paletteFiltersAndRuns()
{
    ActionModel actions(m_settings);
    CommandPalette palette(actions);
    QAbstractItemModelTester tester(&palette, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto title = [&palette](int row) { return palette.index(row).data(CommandPalette::TitleRole).toString(); };
    QCOMPARE_GT(palette.rowCount(), 10);
    palette.setQuery(QStringLiteral("open mod"));
    QCOMPARE(title(0), QStringLiteral("Open a model"));
    QCOMPARE(palette.index(0).data(CommandPalette::KeysRole).toString(), QStringLiteral("Ctrl+O"));
    QCOMPARE(palette.index(0).data(CommandPalette::PositionsRole).value<QList<int>>().size(), 7);
    QSignalSpy triggered(&actions, &ActionModel::triggered);
    palette.run(99);
    palette.run(-1);
    QCOMPARE(triggered.count(), 0);
    palette.run(0);
    QCOMPARE(triggered.count(), 1);
    QCOMPARE(triggered[0][0].value<ActionModel::Action>(), ActionModel::OpenModel);
    QCOMPARE(palette.query(), QString());
    palette.setQuery(QStringLiteral("no such thing"));
    QCOMPARE(palette.rowCount(), 0);
    // What does nothing now is not offered.
    palette.setQuery(QStringLiteral("answer again"));
    QCOMPARE(palette.rowCount(), 1);
    actions.setActive(ActionModel::Regenerate, false);
    QCOMPARE(palette.rowCount(), 0);
}

void TestActions::paletteRemembers()
{
    ActionModel actions(m_settings);
    CommandPalette palette(actions);
    const auto run = [&palette](const QString &query) {
        palette.setQuery(query);
        palette.run(0);
    };
    run(QStringLiteral("dark"));
    run(QStringLiteral("settings"));
    QCOMPARE(palette.index(0).data(CommandPalette::TitleRole).toString(), QStringLiteral("Settings"));
    QCOMPARE(palette.index(1).data(CommandPalette::TitleRole).toString(), QStringLiteral("Dark colours"));
}

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
