// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Settings, RecentFilesModel, ComposerController and Format: the small ones.
#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTemporaryDir>
#include <QTest>

#include "chat/composercontroller.h"
#include "inference/enginehost.h"
#include "inference/errorwords.h"
#include "inference/fakebackend.h"
#include "library/recentfilesmodel.h"
#include "platform/clipboard.h"
#include "settings/settings.h"
#include "values/format.h"

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void keepsValues();
    void temperatureIsChosenOrNot();
    void damagedFileGivesDefaults();
    void colorScheme();
    void recentFiles();
    void recentFilesAreRemembered();
    void recentFilesIgnoreNonsense();
    void composerHistory();
    void composerSendable();
    void formats();
    void everyErrorHasWords();
};

void TestSettings::keepsValues()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rc"));
    {
        Settings settings(path);
        QSignalSpy panel(&settings, &Settings::panelVisibleChanged);
        QSignalSpy motion(&settings, &Settings::reducedMotionChanged);
        QVERIFY(settings.panelVisible());
        settings.setPanelVisible(false);
        settings.setPanelVisible(false);
        settings.setReducedMotion(true);
        settings.rememberWindowSize(1000, 700);
        QCOMPARE(panel.count(), 1);
        QCOMPARE(motion.count(), 1);
    }
    Settings again(path);
    QVERIFY(!again.panelVisible());
    QVERIFY(again.reducedMotion());
    QCOMPARE(again.windowWidth(), 1000);
    QCOMPARE(again.windowHeight(), 700);
}

void TestSettings::temperatureIsChosenOrNot()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rc"));
    {
        Settings settings(path);
        QSignalSpy changed(&settings, &Settings::temperatureChanged);
        QVERIFY(!settings.temperatureValue().isValid());
        settings.setTemperatureValue({});
        QCOMPARE(changed.count(), 0);
        settings.setTemperatureValue(0.7); // what no choice gives, but chosen
        QCOMPARE(changed.count(), 1);
    }
    Settings again(path);
    QCOMPARE(again.temperatureValue(), QVariant(0.7));
    again.setTemperatureValue(7);
    QCOMPARE(again.temperatureValue(), QVariant(5.0));
    QSignalSpy changed(&again, &Settings::temperatureChanged);
    again.setTemperatureValue(QStringLiteral("warm"));
    QVERIFY(!again.temperature());
    QCOMPARE(changed.count(), 1);
    again.sync();
    QVERIFY(!Settings(path).temperature());
}

void TestSettings::damagedFileGivesDefaults()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("rc")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[window]\nwidth=minus\nheight=-5\npanelVisible=@Invalid()\n[appearance]\ncolorScheme=purple\n"
               "[generation]\ntemperature=nan\n[broken\n\xff\xfe=\x01");
    file.close();
    const Settings settings(file.fileName());
    QCOMPARE(settings.windowWidth(), Settings::kMinWidth);
    QCOMPARE(settings.windowHeight(), Settings::kMinHeight);
    QCOMPARE(settings.colorScheme(), Settings::System);
    QVERIFY(!settings.temperature());
    QCOMPARE(settings.recentFiles(), QStringList());
}

void TestSettings::colorScheme()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("rc")));
    QSignalSpy changed(&settings, &Settings::colorSchemeChanged);
    settings.setColorScheme(Settings::Dark);
    settings.setColorScheme(Settings::Dark);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(settings.colorScheme(), Settings::Dark);
    settings.setColorScheme(Settings::Light);
    QCOMPARE(settings.colorScheme(), Settings::Light);
    settings.setColorScheme(Settings::System);
    QCOMPARE(settings.colorScheme(), Settings::System);
}

void TestSettings::recentFiles()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("rc")));
    RecentFilesModel model(settings);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QString there = folder.filePath(QStringLiteral("there.gguf"));
    QFile file(there);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(2'500'000'000));
    const auto at = [&model](int row, int role) { return model.data(model.index(row), role); };

    model.add(there);
    model.add(QStringLiteral("/gone/away.gguf"));
    QCOMPARE(at(0, RecentFilesModel::NameRole).toString(), QStringLiteral("away"));
    QCOMPARE(at(0, RecentFilesModel::AvailableRole).toBool(), false);
    QCOMPARE(at(0, RecentFilesModel::SizeRole).toString(), QString());
    QCOMPARE(at(1, RecentFilesModel::SizeRole).toString(), QStringLiteral("2.5 GB"));
    QCOMPARE(at(1, RecentFilesModel::FolderRole).toString(), folder.path());

    model.add(there); // moves to the front
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(at(0, RecentFilesModel::PathRole).toString(), there);
    model.setCurrent(there);
    QCOMPARE(at(0, RecentFilesModel::CurrentRole).toBool(), true);

    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(file.remove());
    model.refresh();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(at(0, RecentFilesModel::AvailableRole).toBool(), false);

    model.add(QDir::home().filePath(QStringLiteral("m/x.GGUF")));
    QCOMPARE(at(0, RecentFilesModel::FolderRole).toString(), QStringLiteral("~/m"));
    QCOMPARE(at(0, RecentFilesModel::NameRole).toString(), QStringLiteral("x"));

    for (int i = 0; i < 2 * RecentFilesModel::kLimit; ++i) {
        model.add(QStringLiteral("/m/%1.gguf").arg(i));
    }
    QCOMPARE(model.rowCount(), RecentFilesModel::kLimit);
    model.remove(0);
    model.remove(-1);
    model.remove(99);
    QCOMPARE(model.rowCount(), RecentFilesModel::kLimit - 1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestSettings::recentFilesAreRemembered()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rc"));
    {
        Settings settings(path);
        RecentFilesModel model(settings);
        model.add(QStringLiteral("/a.gguf"));
        model.add(QStringLiteral("/b, with comma.gguf"));
    }
    Settings settings(path);
    const RecentFilesModel model(settings);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.data(model.index(0), RecentFilesModel::PathRole).toString(), QStringLiteral("/b, with comma.gguf"));
}

void TestSettings::recentFilesIgnoreNonsense()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("rc")));
    settings.setRecentFiles(
        QStringList { QString(), QStringLiteral("relative.gguf") } + QStringList(50, QStringLiteral("/x.gguf")));
    const RecentFilesModel model(settings);
    QCOMPARE(model.rowCount(), RecentFilesModel::kLimit);
}

void TestSettings::composerHistory()
{
    EngineHost engine(std::make_shared<FakeBackend>());
    ComposerController composer(engine, [] { return QList<ChatTurn>(); });
    QVERIFY(!composer.historyPrevious());
    composer.setText(QStringLiteral("one"));
    QCOMPARE(composer.take(), QStringLiteral("one"));
    QCOMPARE(composer.text(), QString());
    composer.setText(QStringLiteral("two"));
    (void)composer.take();
    composer.setText(QStringLiteral("two")); // the same again is one entry
    (void)composer.take();
    composer.setText(QStringLiteral("draft"));
    QVERIFY(composer.historyPrevious());
    QCOMPARE(composer.text(), QStringLiteral("two"));
    QVERIFY(composer.historyPrevious());
    QCOMPARE(composer.text(), QStringLiteral("one"));
    QVERIFY(!composer.historyPrevious());
    QVERIFY(composer.historyNext());
    QVERIFY(composer.historyNext());
    QCOMPARE(composer.text(), QStringLiteral("draft"));
    QVERIFY(!composer.historyNext());
    // Changing a recalled entry makes it the draft.
    QVERIFY(composer.historyPrevious());
    composer.setText(QStringLiteral("two!"));
    QVERIFY(!composer.historyNext());
    QVERIFY(composer.historyPrevious());
    QCOMPARE(composer.text(), QStringLiteral("two"));
    for (int i = 0; i < 2 * ComposerController::kHistory; ++i) {
        composer.setText(QString::number(i));
        (void)composer.take();
    }
    int steps = 0;
    while (composer.historyPrevious()) {
        ++steps;
    }
    QCOMPARE(steps, ComposerController::kHistory);
}

void TestSettings::composerSendable()
{
    EngineHost engine(std::make_shared<FakeBackend>());
    ComposerController composer(engine, [] { return QList<ChatTurn>(); });
    QSignalSpy sendable(&composer, &ComposerController::sendableChanged);
    composer.setText(QStringLiteral(" \n"));
    QVERIFY(!composer.sendable());
    composer.setText(QStringLiteral(" a"));
    QVERIFY(composer.sendable());
    composer.setText(QStringLiteral(" ab"));
    QCOMPARE(sendable.count(), 1);
    (void)composer.take();
    QVERIFY(!composer.sendable());
    QCOMPARE(sendable.count(), 2);
}

void TestSettings::formats()
{
    QCOMPARE(Format::bytes(0), QStringLiteral("0 bytes"));
    QCOMPARE(Format::bytes(999), QStringLiteral("999 bytes"));
    QCOMPARE(Format::bytes(469'762'048), QStringLiteral("470 MB"));
    QCOMPARE(Format::bytes(4'683'073'952), QStringLiteral("4.7 GB"));
    QCOMPARE(Format::count(1720), QStringLiteral("1,720"));
    QCOMPARE(Format::contextSize(800), QStringLiteral("800"));
    QCOMPARE(Format::contextSize(32768), QStringLiteral("32k"));
    QCOMPARE(Format::contextSize(1536), QStringLiteral("1.5k"));
    QCOMPARE(Format::speed(0), QStringLiteral("–"));
    QCOMPARE(Format::speed(qQNaN()), QStringLiteral("–"));
    QCOMPARE(Format::speed(6.84), QStringLiteral("6.8"));
    QCOMPARE(Format::speed(99.96), QStringLiteral("100"));
    QCOMPARE(Format::seconds(11.6), QStringLiteral("12 ms"));
    QCOMPARE(Format::seconds(99.6), QStringLiteral("0.1 s"));
    QCOMPARE(Format::seconds(940), QStringLiteral("0.9 s"));
    QCOMPARE(Format::seconds(12'400), QStringLiteral("12 s"));
    QCOMPARE(Format::seconds(125'000), QStringLiteral("2 min 5 s"));
    QCOMPARE(Format::percent(0.209), QStringLiteral("21 %"));
    GenerationFigures figures;
    figures.generatedTokens = 1;
    QCOMPARE(Format::answerFooter(figures), QStringLiteral("1 token"));
    figures = { .promptTokens = 0,
        .cachedTokens = 1214,
        .generatedTokens = 312,
        .timeToFirstTokenMs = 912,
        .decodeTokensPerSecond = 6.81 };
    QCOMPARE(
        Format::answerFooter(figures), QStringLiteral("312 tokens · 6.8 tokens/s · first token 0.9 s · 1,214 cached"));
}

void TestSettings::everyErrorHasWords()
{
    for (int code = 0; code <= static_cast<int>(InferenceError::Code::NoModel); ++code) {
        const ErrorWords words = wordsFor(static_cast<InferenceError::Code>(code));
        QVERIFY(!words.title.isEmpty());
        QVERIFY(!words.hint.isEmpty() || code == static_cast<int>(InferenceError::Code::Cancelled));
        QVERIFY(!words.title.endsWith(QLatin1Char('.')));
    }
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
