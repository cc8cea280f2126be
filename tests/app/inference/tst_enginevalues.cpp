// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the window makes of the engine's values, with files made here: the sampling that a file recommends.
#include <QTemporaryDir>
#include <QTest>

#include "inference/enginebackend.h"
#include "inference/enginevalues.h"
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
};

QTEST_GUILESS_MAIN(TestEngineValues)
#include "tst_enginevalues.moc"
