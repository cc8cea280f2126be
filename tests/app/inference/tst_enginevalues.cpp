// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the window makes of the engine's values, with files made here: the sampling that a file recommends,
// and what a context takes and which one suits.
#include <limits>

#include <QTemporaryDir>
#include <QTest>

#include "inference/enginebackend.h"
#include "inference/enginevalues.h"
#include "inference/fakebackend.h"
#include "tests/support/gguf_builder.h"

using namespace Qt::StringLiterals;

class TestEngineValues : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString write(const vibrant::test::GgufBuilder &builder) const
    {
        const QString path = m_folder.filePath(u"model.gguf"_s);
        builder.write(path.toStdString());
        return path;
    }
    [[nodiscard]] static std::shared_ptr<const vibrant::LoadedModel> load(const QString &path)
    {
        const auto model = vibrant::load_model(path.toStdString());
        return model ? *model : nullptr;
    }
    // Every value is exact as a float, and none is a default.
    [[nodiscard]] static vibrant::test::GgufBuilder recommending()
    {
        auto builder = vibrant::test::base_model();
        builder.add("general.sampling.temp", 0.25F)
            .add("general.sampling.top_k", std::int32_t { 20 })
            .add("general.sampling.top_p", 0.75F)
            .add("general.sampling.min_p", 0.125F)
            .add("general.sampling.penalty_repeat", 1.5F)
            .add("general.sampling.penalty_last_n", std::int32_t { 32 });
        return builder;
    }

    // Two layers, of which the first sees `window` positions; 0 = all.
    [[nodiscard]] static vibrant::test::GgufBuilder twoLayers(std::uint32_t window)
    {
        auto builder = vibrant::test::base_model();
        builder.set("llama.context_length", 8192U).set("llama.block_count", 2U);
        builder.add_array("llama.attention.sliding_window", std::vector<std::uint32_t> { window, 0 });
        const auto tensors = builder.tensors;
        for (const auto &tensor : tensors) {
            if (tensor.name.starts_with("blk.0.")) {
                builder.add_tensor("blk.1." + tensor.name.substr(6), tensor.dims, tensor.type, tensor.data);
            }
        }
        return builder;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void aRequestTakesWhatTheFileRecommends()
    {
        const auto model = load(write(recommending()));
        QVERIFY(model);
        const vibrant::SamplingSettings sampling = samplingOf({ .turns = {}, .sampling = {}, .seed = 42 }, *model);
        QCOMPARE(sampling.temperature, 0.25F);
        QCOMPARE(sampling.top_k, 20);
        QCOMPARE(sampling.top_p, 0.75F);
        QCOMPARE(sampling.min_p, 0.125F);
        QCOMPARE(sampling.repeat_penalty, 1.5F);
        QCOMPARE(sampling.repeat_window, 32);
        QCOMPARE(sampling.seed, 42U);
    }

    void whatTheUserChoseComesFirst()
    {
        const auto model = load(write(recommending()));
        QVERIFY(model);
        // The engine's defaults, but chosen.
        const SamplingDefaults defaults;
        const SamplingOptions chosen { .temperature = defaults.temperature,
            .topK = defaults.topK,
            .topP = defaults.topP,
            .minP = defaults.minP,
            .repeatPenalty = defaults.repeatPenalty };
        const vibrant::SamplingSettings sampling = samplingOf({ .turns = {}, .sampling = chosen }, *model);
        const vibrant::SamplingSettings expected;
        QCOMPARE(sampling.temperature, expected.temperature); // 0.7
        QCOMPARE(sampling.top_k, expected.top_k);
        QCOMPARE(sampling.top_p, expected.top_p);
        QCOMPARE(sampling.min_p, expected.min_p);
        QCOMPARE(sampling.repeat_penalty, expected.repeat_penalty);
        // One choice leaves the others to the file.
        const vibrant::SamplingSettings one = samplingOf({ .turns = {}, .sampling = { .temperature = 0.7 } }, *model);
        QCOMPARE(one.temperature, 0.7F);
        QCOMPARE(one.top_k, 20);
    }

    void theModelSaysWhatHoldsWhereNothingIsChosen()
    {
        const auto backend = makeEngineBackend();
        const auto recommends = backend->load(write(recommending()), {}, [](const LoadProgress &) { }, {});
        QVERIFY(recommends.has_value());
        QCOMPARE((*recommends)->info().sampling,
            (SamplingDefaults { .temperature = 0.25, .topK = 20, .topP = 0.75, .minP = 0.125, .repeatPenalty = 1.5 }));
        const auto silent = backend->load(write(vibrant::test::base_model()), {}, [](const LoadProgress &) { }, {});
        QVERIFY(silent.has_value());
        QCOMPARE((*silent)->info().sampling, SamplingDefaults {});
    }

    void aContextTakesWhatTheEngineSays_data()
    {
        QTest::addColumn<uint>("window");
        QTest::newRow("uniform") << 0U;
        QTest::newRow("a sliding layer") << 100U;
    }
    void aContextTakesWhatTheEngineSays()
    {
        QFETCH(uint, window);
        const QString path = write(twoLayers(window));
        const auto model = load(path);
        QVERIFY(model);
        const ModelDescription description = makeEngineBackend()->describe(path);
        QVERIFY2(!description.problem, qPrintable(description.problem ? description.problem->text : QString()));
        QCOMPARE(description.kv.size(), qsizetype(kKvTypes));
        for (const KvCost &cost : description.kv) {
            QCOMPARE(cost.shares.size(), window == 0 ? 1 : 2);
            for (int context = 1; context <= 8192; context += context < 1000 ? 1 : 97) {
                const auto need = vibrant::memory_need(
                    *model, static_cast<std::uint32_t>(context), vibrant::Fidelity::kDefault, kvTypeOf(cost.type));
                QCOMPARE(cost.bytes(context), need.kv_bytes);
            }
        }
    }

    void theContextThatSuitsIsTheEngines_data() { aContextTakesWhatTheEngineSays_data(); }
    void theContextThatSuitsIsTheEngines()
    {
        QFETCH(uint, window);
        const QString path = write(twoLayers(window));
        const auto model = load(path);
        QVERIFY(model);
        const auto engine = makeEngineBackend();
        const FakeBackend fake;
        const ModelDescription description = engine->describe(path);
        for (const KvCost &cost : description.kv) {
            const auto expected = vibrant::state_cost(*model, vibrant::Fidelity::kDefault, kvTypeOf(cost.type));
            for (quint64 available = 0; available < 8'000'000; available += 98'765) {
                const int context = engine->defaultContext(cost, description.trainedContext, available);
                QCOMPARE(context, static_cast<int>(vibrant::default_context(expected, 8192, available)));
                QCOMPARE(fake.defaultContext(cost, description.trainedContext, available), context);
                QVERIFY(context == 256 || cost.bytes(context) <= available / 2);
                QVERIFY(context == 8192 || cost.bytes(context + 1) > available / 2);
            }
        }
        // And it is what a session gets: all there is room for here.
        const auto loaded = engine->load(path, {}, [](const LoadProgress &) { }, {});
        QVERIFY(loaded.has_value());
        QCOMPARE((*loaded)->info().contextSize,
            engine->defaultContext(
                description.kv.first(), description.trainedContext, std::numeric_limits<quint32>::max()));
    }
};

QTEST_GUILESS_MAIN(TestEngineValues)
#include "tst_enginevalues.moc"
