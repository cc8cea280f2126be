// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What the real engine says about files before it loads them: the same as after loading, the memory to the byte, and no
// memory where there is none.
#include <limits>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "inference/enginebackend.h"
#include "inference/inferencebackend.h"
#include "library/modeldetails.h"

using namespace Qt::StringLiterals;
using Code = InferenceError::Code;

class TestModelFiles : public QObject
{
    Q_OBJECT

private:
    static QString shared(const QString &name)
    {
        const QString folder = qEnvironmentVariable("VIBRANT_TEST_DATA");
        return folder.isEmpty() ? QString() : folder + u'/' + name;
    }
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(content);
        }
        return file.fileName();
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void ignore(const LoadProgress &) { }

    QTemporaryDir m_folder;
    std::shared_ptr<InferenceBackend> m_engine = makeEngineBackend();

private Q_SLOTS:
    void init()
    {
        if (!QFile::exists(shared(u"golden/models/qwen2-Q4_K_M.gguf"_s))) {
            QSKIP("VIBRANT_TEST_DATA does not name a folder with golden/models");
        }
    }

    void describesWhatLoadingFinds_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : { "golden/models/qwen2-Q4_K_M.gguf", "golden/models/llama-Q4_K_M.gguf",
                 "golden/models/qwen2-Q8_0.gguf", "models/stories260K.gguf" }) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void describesWhatLoadingFinds()
    {
        QFETCH(QString, file);
        const QString path = shared(file);
        const ModelDescription description = m_engine->describe(path);
        QVERIFY2(!description.problem, qPrintable(description.problem ? description.problem->text : QString()));
        const auto loaded = m_engine->load(path, {}, ignore, {});
        QVERIFY(loaded.has_value());
        const ModelInfo info = (*loaded)->info();
        QCOMPARE(description.name, info.name);
        QCOMPARE(description.architecture, info.architecture);
        QCOMPARE(description.quantisation, info.quantisation);
        QCOMPARE(description.trainedContext, info.trainedContext);
        QCOMPARE(description.parameters, info.parameters);
        QCOMPARE(description.fileBytes, info.fileBytes);
        QCOMPARE(description.fileBytes, static_cast<quint64>(QFile(path).size()));
        QCOMPARE(description.kv.first().type, LoadOptions {}.kv);
    }

    void memoryIsExact_data()
    {
        QTest::addColumn<int>("context");
        QTest::addColumn<KvType>("type");
        for (const int context : { 512, 600, 1024 }) {
            QTest::addRow("%d exact", context) << context << KvType::F16;
            QTest::addRow("%d compact", context) << context << KvType::Int8;
        }
    }
    void memoryIsExact()
    {
        QFETCH(int, context);
        QFETCH(KvType, type);
        const QString path = shared(u"golden/models/llama-Q4_K_M.gguf"_s);
        const ModelDescription description = m_engine->describe(path);
        if (description.trainedContext < context) {
            QSKIP("the model was trained for less");
        }
        const auto loaded = m_engine->load(path, { .contextSize = context, .kv = type }, ignore, {});
        QVERIFY2(loaded.has_value(), qPrintable(loaded ? QString() : loaded.error().text));
        QCOMPARE((*loaded)->info().contextSize, context);
        const MemoryFigures memory = (*loaded)->memory();
        const auto cost = std::ranges::find(description.kv, type, &KvCost::type);
        QVERIFY(cost != description.kv.end());
        QCOMPARE(memory.kv, cost->bytes(context));
        // Buffers are planned for the default number of threads.
        QVERIFY(memory.buffers <= description.bufferBytes * 2 && memory.buffers * 2 >= description.bufferBytes);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Code>("code");
        QTest::newRow("empty") << QByteArray() << Code::NotAModel;
        QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html>") << Code::NotAModel;
        QTest::newRow("header only") << QByteArray("GGUF\3\0\0\0", 8) << Code::Truncated;
        QTest::newRow("huge counts") << QByteArray("GGUF\3\0\0\0", 8) + QByteArray(16, '\x7f') << Code::Malformed;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, content);
        QFETCH(Code, code);
        const ModelDescription description = m_engine->describe(write(u"bad.gguf"_s, content));
        QVERIFY(description.problem.has_value());
        QCOMPARE(description.problem->code, code);
        QVERIFY(description.problem->text.startsWith(u"bad.gguf: "));
        QCOMPARE(description.name, u"bad"_s);
        QVERIFY(!m_engine->contents(m_folder.filePath(u"bad.gguf"_s)));
    }

    void aCutFileKeepsItsReason()
    {
        const QByteArray whole = read(shared(u"golden/models/qwen2-Q4_K_M.gguf"_s));
        const ModelDescription description = m_engine->describe(write(u"cut.gguf"_s, whole.first(whole.size() / 2)));
        QCOMPARE(description.problem->code, Code::Truncated);
        QCOMPARE(m_engine->describe(m_folder.filePath(u"missing.gguf"_s)).problem->code, Code::NotFound);
    }

    void aFileOfAnotherKindIsToldByName()
    {
        QByteArray content = read(shared(u"golden/models/qwen2-Q4_K_M.gguf"_s));
        QVERIFY(content.contains("general.name"));
        content.replace("general.name", "adapter.type"); // of the same length
        const ModelDescription description = m_engine->describe(write(u"adapter.gguf"_s, content));
        QCOMPARE(description.problem->code, Code::AnotherKind);
        QVERIFY2(description.problem->text.contains(u"LoRA adapter"_s), qPrintable(description.problem->text));
    }

    void anUnsupportedFileStillTellsWhatItIs()
    {
        // The same length, so that nothing else is wrong with it.
        QByteArray content = read(shared(u"golden/models/qwen2-Q4_K_M.gguf"_s));
        const qsizetype at = content.indexOf("qwen2", content.indexOf("general.architecture"));
        QVERIFY(at > 0);
        content.replace(at, 5, "qwenX");
        const QString path = write(u"odd.gguf"_s, content);
        const ModelDescription description = m_engine->describe(path);
        QCOMPARE(description.problem->code, Code::Unsupported);
        QCOMPARE(description.architecture, u"qwenX"_s);
        QVERIFY(description.parameters > 0 && description.fileBytes > 0);
        QVERIFY(m_engine->contents(path).has_value()); // its metadata can be looked at
    }

    void whatNothingReadsIsMarked()
    {
        QByteArray content = read(shared(u"golden/models/qwen2-Q4_K_M.gguf"_s));
        QVERIFY(content.contains("tokenizer.ggml.bos_token_id"));
        content.replace("tokenizer.ggml.bos_token_id", "tokenizer.ggml.bos_tokenXid");
        const auto contents = m_engine->contents(write(u"surprise.gguf"_s, content));
        QVERIFY(contents.has_value());
        QStringList unread;
        for (const MetadataEntry &entry : contents->metadata) {
            if (entry.unread) {
                unread.append(entry.key);
            }
        }
        QCOMPARE(unread, QStringList { u"tokenizer.ggml.bos_tokenXid"_s });
        MetadataModel model;
        model.set(contents->metadata);
        QCOMPARE(model.index(0).data(MetadataModel::TypeRole).toString(), u"string"_s);
        const auto at = std::ranges::find(contents->metadata, true, &MetadataEntry::unread);
        const int row = static_cast<int>(at - contents->metadata.begin());
        QCOMPARE(model.index(row).data(MetadataModel::TypeRole).toString(), u"u32 · not used"_s);
    }

    void contentsAreWhole()
    {
        const auto contents = m_engine->contents(shared(u"golden/models/qwen2-Q4_K_M.gguf"_s));
        QVERIFY(contents.has_value());
        const auto architecture = std::ranges::find(contents->metadata, u"general.architecture"_s, &MetadataEntry::key);
        QVERIFY(architecture != contents->metadata.end());
        QCOMPARE(architecture->value, u"qwen2"_s);
        QCOMPARE(architecture->type, u"string"_s);
        const auto tokens = std::ranges::find(contents->metadata, u"tokenizer.ggml.tokens"_s, &MetadataEntry::key);
        QVERIFY(tokens != contents->metadata.end());
        QVERIFY(tokens->value.startsWith(u'[') && tokens->value.size() < 400); // not all of them
        QVERIFY(contents->tensors.size() > 10);
        QVERIFY(std::ranges::all_of(
            contents->tensors, [](const TensorEntry &t) { return t.bytes > 0 && t.shape.startsWith(u'['); }));
        // The vocabulary alone is no model, but it can be looked at.
        QVERIFY(m_engine->contents(shared(u"models/qwen2.5-vocab.gguf"_s)).has_value());
        QVERIFY(m_engine->describe(shared(u"models/qwen2.5-vocab.gguf"_s)).problem.has_value());
    }

    void refusesBeforeItReadsWhatCannotFit()
    {
        const QString path = shared(u"golden/models/llama-Q4_K_M.gguf"_s);
        const ModelDescription description = m_engine->describe(path);
        // A context that takes more than there is, whatever the machine has.
        const quint64 tokens = m_engine->availableMemory() / description.kv.first().bytes(1) + 1000;
        if (tokens > std::numeric_limits<int>::max()) {
            QSKIP("this machine has too much memory for so small a model");
        }
        QList<LoadProgress::Phase> phases;
        const auto loaded = m_engine->load(path, { .contextSize = static_cast<int>(tokens) },
            [&](const LoadProgress &progress) { phases.append(progress.phase); }, {});
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, Code::OutOfMemory);
        QVERIFY2(loaded.error().text.contains(u"needs "_s) && loaded.error().text.contains(u"free"_s),
            qPrintable(loaded.error().text));
        QVERIFY(!phases.contains(LoadProgress::Phase::Weights));
    }

    void availableMemoryIsPlausible() { QVERIFY(m_engine->availableMemory() > 1'000'000); }
};

QTEST_MAIN(TestModelFiles)
#include "tst_modelfiles.moc"
