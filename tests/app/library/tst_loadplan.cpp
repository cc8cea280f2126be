// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What a model needs against what is free, the choices per file, loading by them, sleeping, and the way out of each error.
#include <QSignalSpy>

#include "tests/app/apprig.h"
#include "tests/app/library/urlcatcher.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Code = InferenceError::Code;

namespace
{
// As QML does: read, change, written back.
template <typename Change> void choose(LoadPlan &plan, Change change)
{
    LoadChoices choices = plan.choices();
    change(choices);
    plan.setChoices(choices);
}
}

class TestLoadPlan : public QObject
{
    Q_OBJECT

private:
    static constexpr quint32 kWhole = std::numeric_limits<quint32>::max(); // no layer slides

    static ModelDescription sevenB()
    {
        ModelDescription model;
        model.fileBytes = 4'683'073'952;
        model.trainedContext = 32768;
        // 28 layers of 4 heads of 128, keys and values
        model.kv = { { KvType::F16, 0, { { 57'344, kWhole } } }, { KvType::Int8, 0, { { 28'672, kWhole } } } };
        model.bufferBytes = 67'108'864;
        return model;
    }
    static FakeOptions withMemory(quint64 bytes)
    {
        FakeOptions options = fast();
        options.availableMemory = bytes;
        return options;
    }
    static void show(App &app, const QString &path = u"/models/seven-b.gguf"_s)
    {
        app.parts.plan.show(path);
        QTRY_VERIFY(app.parts.plan.state() != LoadPlan::Reading);
    }

private Q_SLOTS:
    void arithmetic()
    {
        const ModelDescription model = sevenB();
        constexpr quint64 kFree = 8'000'000'000;
        MemoryPlan plan = planMemory(model, { .contextSize = 4096 }, 16384, kFree, 0);
        QCOMPARE(plan.kv, 4096u * 57'344u);
        QCOMPARE(plan.total(), 4'683'073'952u + 234'881'024u + 67'108'864u);
        QCOMPARE(plan.fit, MemoryPlan::Fit::Fits);
        QCOMPARE(plan.missing, 0u);
        QCOMPARE(plan.largestContext, 32768); // the trained one, never more

        plan = planMemory(model, { .contextSize = 32768 }, 16384, 6'000'000'000, 1'000'000'000);
        QCOMPARE(plan.fit, MemoryPlan::Fit::FitsAfterUnload);
        plan = planMemory(model, { .contextSize = 32768 }, 16384, 5'000'000'000, 0);
        QCOMPARE(plan.fit, MemoryPlan::Fit::TooLarge);
        QCOMPARE(plan.missing, 4'683'073'952u + 32768u * 57'344u + 67'108'864u - 5'000'000'000u);
        QCOMPARE(plan.largestContext, 4352); // (5e9 - weights - buffers) / 57344 = 4356, in steps of 256
        QCOMPARE(planMemory(model, { .contextSize = plan.largestContext }, 16384, 5'000'000'000, 0).fit,
            MemoryPlan::Fit::Fits);
        QCOMPARE(planMemory(model, {}, 16384, 1'000'000'000, 0).largestContext, 0);
        plan = planMemory(model, { .contextSize = 4096, .kv = KvType::Int8 }, 16384, kFree, 0);
        QCOMPARE(plan.kv, 4096u * 28'672u);
        QCOMPARE(planMemory(model, {}, 2000, kFree, 0).contextSize, 2000); // what was asked of the engine
        QCOMPARE(planMemory({}, {}, 0, 0, 0).total(), 0u); // nothing known
    }

    void slidingLayersCostTheirWindow()
    {
        // Half of the layers slide over 1535 positions.
        const KvCost cost { KvType::F16, 100, { { 1000, 1535 }, { 1000, kWhole } } };
        QCOMPARE(cost.bytes(0), 100U);
        QCOMPARE(cost.bytes(1000), 100U + 2'000'000U);
        QCOMPARE(cost.bytes(16384), 100U + 1'535'000U + 16'384'000U);
        QCOMPARE(cost.largestContext(100 + 1'535'000 + 16'384'000, 32768), 16384);
        QCOMPARE(cost.largestContext(100 + 1'535'000 + 16'384'000 - 1, 32768), 16383);
        QCOMPARE(cost.largestContext(100 + 2'000'000, 32768), 1000);
        QCOMPARE(cost.largestContext(99, 32768), 0);
        QCOMPARE(cost.largestContext(1'000'000'000, 32768), 32768);
        QCOMPARE(cost.largestContext(1'000'000'000, 0), 0);
        ModelDescription model = sevenB();
        model.kv = { cost };
        const MemoryPlan plan = planMemory(model, { .contextSize = 16384 }, 16384, 8'000'000'000, 0);
        QCOMPARE(plan.kv, cost.bytes(16384));
        QCOMPARE(plan.largestContext, 32768);
    }

    void automaticContextIsModest()
    {
        const FakeBackend backend;
        const KvCost cost = sevenB().kv.first();
        QCOMPARE(backend.defaultContext(cost, 131'072, 64'000'000'000), 16384); // never the trained maximum
        QCOMPARE(backend.defaultContext(cost, 131'072, 1'000'000'000), 8719); // half of what is free
        QCOMPARE(backend.defaultContext(cost, 131'072, 0), 256);
        QCOMPARE(backend.defaultContext(cost, 512, 64'000'000'000), 512);
    }

    void steps()
    {
        QCOMPARE(contextSteps(32768), (QList<int> { 2048, 4096, 8192, 16384, 32768 }));
        QCOMPARE(contextSteps(10000), (QList<int> { 2048, 4096, 8192, 10000 }));
        QCOMPARE(contextSteps(512), QList<int> { 512 });
        QCOMPARE(contextSteps(0), QList<int> {});
        QVERIFY(contextSteps(std::numeric_limits<int>::max()).size() < 16);
    }

    void showsWhatItNeeds()
    {
        App app;
        LoadPlan &plan = app.parts.plan;
        QCOMPARE(plan.state(), LoadPlan::Nothing);
        show(app);
        QCOMPARE(plan.state(), LoadPlan::Ready);
        QVERIFY(plan.choices().automatic);
        QCOMPARE(plan.choices().contextSize, 16384);
        QCOMPARE(plan.fit(), LoadPlan::Fits);
        QCOMPARE(plan.parts().size(), plan.partTexts().size());
        QCOMPARE(plan.availableText(), u"12.0 GB"_s);
        QVERIFY(!plan.loaded() && !plan.chosen());
        show(app, u"/models/broken.gguf"_s);
        QCOMPARE(plan.state(), LoadPlan::Broken);
        QCOMPARE(plan.problem().title, wordsFor(Code::Truncated).title);
        QVERIFY(!plan.problem().text.isEmpty() && !plan.problem().hint.isEmpty());
        plan.load(); // does nothing
        QVERIFY(!app.parts.models.loading());
        plan.clear();
        QCOMPARE(plan.state(), LoadPlan::Nothing);
    }

    void choicesAreKeptAndUsed()
    {
        App app;
        LoadPlan &plan = app.parts.plan;
        show(app);
        choose(plan, [](LoadChoices &c) { c.setContextSize(4096); });
        choose(plan, [](LoadChoices &c) { c.threads = 1; });
        QVERIFY(plan.chosen() && !plan.choices().automatic);
        show(app, u"/models/other.gguf"_s);
        QVERIFY(!plan.chosen()); // of another file
        show(app);
        QCOMPARE(plan.choices().contextSize, 4096);
        app.load(u"/models/seven-b.gguf"_s);
        QCOMPARE(app.parts.models.info().contextSize, 4096);
        QCOMPARE(app.parts.models.info().threads, 1);
        QVERIFY(plan.loaded() && !plan.differs());
        choose(plan, [](LoadChoices &c) { c.setContextSize(8192); });
        QVERIFY(plan.differs());
        plan.load();
        QTRY_COMPARE(app.parts.models.info().contextSize, 8192);
        QVERIFY(!plan.differs());
        plan.reset();
        QVERIFY(plan.choices().automatic && !plan.chosen());
        // Beyond what it was trained for a model talks nonsense.
        choose(plan, [](LoadChoices &c) { c.setContextSize(1'000'000); });
        QCOMPARE(plan.choices().contextSize, 32768);
        choose(plan, [](LoadChoices &c) { c.threads = -3; });
        QCOMPARE(plan.choices().threads, 0);
        choose(plan, [](LoadChoices &c) { c.cacheType = 99; });
        QCOMPARE(plan.choices().cacheType, 0);
        const qreal exact = plan.parts().at(1);
        choose(plan, [](LoadChoices &c) { c.cacheType = 1; });
        QCOMPARE(plan.parts().at(1), exact / 2);
        QCOMPARE(app.parts.modelStore.options(plan.path()).kv, KvType::Int8);
    }

    void settingsFillWhatNobodyChose()
    {
        App app;
        app.parts.settings.setDefaultContext(2048);
        app.parts.settings.setThreads(3);
        QCOMPARE(app.parts.models.optionsFor(u"/m.gguf"_s), (LoadOptions { .contextSize = 2048, .threads = 3 }));
        app.parts.modelStore.setOptions(u"/m.gguf"_s, { .contextSize = 4096 });
        QCOMPARE(app.parts.models.optionsFor(u"/m.gguf"_s), (LoadOptions { .contextSize = 4096, .threads = 3 }));
        show(app);
        QCOMPARE(app.parts.plan.choices().contextSize, 2048);
        QVERIFY(app.parts.plan.choices().automatic);
    }

    void tooLargeIsSaidBeforeAndLoadedAnyway()
    {
        App app(withMemory(5'000'000'000));
        const QString path = u"/models/seven-b.gguf"_s;
        app.parts.modelStore.setOptions(path, { .contextSize = 32768 });
        app.parts.models.openPath(path);
        QTRY_VERIFY(app.parts.models.hasError());
        QCOMPARE(app.parts.models.error().action, Recovery::PlanMemory);
        QCOMPARE(app.parts.models.errorPath(), path);

        LoadPlan &plan = app.parts.plan;
        show(app, path);
        QCOMPARE(plan.fit(), LoadPlan::TooLarge);
        QCOMPARE(plan.largestContext(), 4352);
        plan.useLargest();
        QCOMPARE(plan.fit(), LoadPlan::Fits);
        choose(plan, [](LoadChoices &c) { c.setContextSize(32768); });
        plan.load();
        QTRY_VERIFY(app.parts.models.ready());
        QCOMPARE(app.parts.models.info().contextSize, 32768);
        QVERIFY(!app.parts.models.hasError());
        QVERIFY(!app.parts.modelStore.options(path).anyway); // this time, not for ever
    }

    void makesRoomFirstWhereTwoDoNotFit()
    {
        App app(withMemory(6'000'000'000));
        app.load();
        QTRY_VERIFY(app.parts.models.freedByUnloading() > 0);
        LoadPlan &plan = app.parts.plan;
        show(app);
        choose(plan, [](LoadChoices &c) { c.setContextSize(25'000); });
        QCOMPARE(plan.fit(), LoadPlan::FitsAfterUnload);
        QVERIFY(plan.verdict().contains(app.parts.models.name()));
        int most = 0;
        connect(&app.parts.models, &ModelController::stateChanged, &app.parts.models,
            [&] { most = std::max(most, app.backend->liveModels()); });
        plan.load();
        QCOMPARE(app.parts.models.state(), ModelController::Loading);
        QTRY_COMPARE(app.parts.models.filePath(), u"/models/seven-b.gguf"_s);
        QTRY_VERIFY(app.parts.models.ready());
        QCOMPARE(most, 1); // never both
    }

    void cancelWhileMakingRoom()
    {
        App app(withMemory(6'000'000'000));
        app.load();
        app.parts.models.load(u"/models/seven-b.gguf"_s, {}, true);
        QVERIFY(app.parts.models.loading());
        app.parts.models.cancelLoad();
        QVERIFY(!app.parts.models.loading());
        QTRY_COMPARE(app.parts.models.state(), ModelController::NoModel);
    }

    void sleepsAndWakes()
    {
        App app;
        ModelStore store({});
        store.setIdleMinutes(1);
        IdleUnloader unloader(app.parts.models, app.parts.chat, store, 30ms);
        app.load();
        QTRY_COMPARE(app.parts.models.state(), ModelController::Asleep);
        QCOMPARE(app.backend->liveModels(), 0);
        QVERIFY(
            !app.parts.models.ready() && !app.parts.models.name().isEmpty() && !app.parts.models.details().isEmpty());
        store.setIdleMinutes(0);
        app.sendAndWait(u"are you there?"_s); // by itself
        QVERIFY(app.parts.models.ready());
        QCOMPARE(app.parts.chat.current()->messages()->count(), 2);
    }

    void doesNotSleepUnasked()
    {
        App app;
        QCOMPARE(app.parts.modelStore.idleMinutes(), 0);
        ModelStore store({});
        IdleUnloader unloader(app.parts.models, app.parts.chat, store, 1ms);
        app.load();
        QTest::qWait(60);
        QVERIFY(app.parts.models.ready());
    }

    void doesNotSleepDuringAnAnswer()
    {
        FakeOptions options = fast();
        options.holdAfterTokens = 1;
        App app(options);
        ModelStore store({});
        app.load();
        app.send(u"go on"_s);
        QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Generating);
        IdleUnloader unloader(app.parts.models, app.parts.chat, store, 5ms);
        store.setIdleMinutes(1);
        QTest::qWait(60);
        QVERIFY(app.parts.models.ready());
        app.backend->release();
        QTRY_COMPARE(app.parts.models.state(), ModelController::Asleep);
    }

    void aSleeperIsUnloaded()
    {
        App app;
        app.load();
        app.parts.models.sleep();
        QTRY_COMPARE(app.parts.models.state(), ModelController::Asleep);
        app.parts.models.unload();
        QTRY_COMPARE(app.parts.models.state(), ModelController::NoModel);
        QVERIFY(app.parts.models.name().isEmpty());
    }

    void aSleeperThatDoesNotWake()
    {
        FakeOptions options = fast();
        options.loadTime = 200ms;
        App app(options);
        app.load();
        app.parts.models.sleep();
        QTRY_COMPARE(app.parts.models.state(), ModelController::Asleep);
        app.send(u"hello?"_s);
        QTRY_COMPARE(app.parts.models.state(), ModelController::Loading);
        app.parts.models.cancelLoad();
        // Whoever waits for it hears that it does not come.
        QTRY_COMPARE(app.parts.models.state(), ModelController::NoModel);
        QTRY_COMPARE(app.parts.chat.current()->phase(), ChatPhase::Idle);
        QCOMPARE(app.message(1, MessageModel::MessageStateRole).toInt(), MessageState::Failed);
    }

    // Every code the engine can fail with, and the one button the window offers for it.
    void everyErrorHasOneAction_data()
    {
        QTest::addColumn<Code>("code");
        QTest::addColumn<Recovery::Action>("action");
        QTest::newRow("not found") << Code::NotFound << Recovery::ChooseFile;
        QTest::newRow("permission") << Code::Permission << Recovery::ShowFolder;
        QTest::newRow("io") << Code::Io << Recovery::Retry;
        QTest::newRow("not a model") << Code::NotAModel << Recovery::ChooseFile;
        QTest::newRow("another kind") << Code::AnotherKind << Recovery::ChooseFile;
        QTest::newRow("truncated") << Code::Truncated << Recovery::ShowFolder;
        QTest::newRow("malformed") << Code::Malformed << Recovery::ShowFolder;
        QTest::newRow("unsupported") << Code::Unsupported << Recovery::ShowLibrary;
        QTest::newRow("unsupported type") << Code::UnsupportedType << Recovery::ShowLibrary;
        QTest::newRow("unsupported form") << Code::UnsupportedForm << Recovery::ShowLibrary;
        QTest::newRow("out of memory") << Code::OutOfMemory << Recovery::PlanMemory;
        QTest::newRow("invalid argument") << Code::InvalidArgument << Recovery::ChooseFile;
        QTest::newRow("context overflow") << Code::ContextOverflow << Recovery::StartNewChat;
        QTest::newRow("numeric") << Code::Numeric << Recovery::ShowLibrary;
        QTest::newRow("unreadable") << Code::Unreadable << Recovery::Retry;
        QTest::newRow("no model") << Code::NoModel << Recovery::ShowLibrary;
    }
    void everyErrorHasOneAction()
    {
        QFETCH(Code, code);
        QFETCH(Recovery::Action, action);
        FakeOptions options = fast();
        options.failures.insert(u"bad.gguf"_s, { code, u"bad.gguf: why"_s });
        App app(options);
        app.parts.models.openPath(u"/models/bad.gguf"_s);
        QTRY_VERIFY(app.parts.models.hasError());
        const ModelController &models = app.parts.models;
        QCOMPARE(models.error().action, action);
        QVERIFY(!models.error().actionText.isEmpty());
        QVERIFY(!models.error().title.isEmpty() && !models.error().hint.isEmpty());
        QCOMPARE(models.error().text, u"bad.gguf: why"_s);
        QVERIFY(!models.error().title.endsWith(u'.')); // they are joined with one
        // And something happens when it is pressed.
        UrlCatcher folders;
        QSignalSpy wanted(&app.parts.models, &ModelController::recoveryWanted);
        QSignalSpy states(&app.parts.models, &ModelController::stateChanged);
        app.parts.models.recover();
        QCOMPARE(wanted.size() + folders.urls.size() + (states.isEmpty() ? 0 : 1), 1);
    }

    void theTableHasEveryCode()
    {
        int known = 0;
        for (int code = 0; code < 64; ++code) {
            known += wordsFor(static_cast<Code>(code)).title.isEmpty() ? 0 : 1;
        }
        QCOMPARE(known, 17); // 13 of the engine, cancelled among them without an action, and "no model"
        QCOMPARE(wordsFor(Code::Cancelled).action, Recovery::None);
    }

    void showsTheFolderOfABadFile()
    {
        App app;
        UrlCatcher catcher;
        app.parts.models.openPath(u"/models/broken.gguf"_s);
        QTRY_VERIFY(app.parts.models.hasError());
        app.parts.models.recover();
        QCOMPARE(catcher.urls, QList<QUrl> { QUrl::fromLocalFile(u"/models"_s) });
    }
};

QTEST_MAIN(TestLoadPlan)
#include "tst_loadplan.moc"
