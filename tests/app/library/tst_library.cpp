// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The library as the window sees it: what is found, in which order, how it changes, what is kept between two starts.
#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

#include "library/descriptioncache.h"
#include "library/modelstore.h"
#include "tests/app/apprig.h"
#include "tests/app/library/modelfolder.h"
#include "tests/app/library/urlcatcher.h"

using namespace Qt::StringLiterals;
using Kind = LibraryPlace::Kind;

class TestLibrary : public QObject
{
    Q_OBJECT

private:
    // An app over `disk`, whose settings and cache lie there as well, so that a second one is a second start.
    struct Start {
        explicit Start(const ModelFolder &disk, const FakeOptions &options = fast())
            : backend(std::make_shared<FakeBackend>(options))
            , parts(backend, disk.at(u"home/rc"_s))
            , tester(parts.library.view(), QAbstractItemModelTester::FailureReportingMode::QtTest)
            , listTester(parts.library.view()->sourceModel(), QAbstractItemModelTester::FailureReportingMode::QtTest)
        {
            parts.library.setKnownPlaces({ { Kind::HuggingFace, disk.at(u"hub"_s) },
                { Kind::LmStudio, disk.at(u"lm"_s) }, { Kind::Ollama, disk.at(u"ollama"_s) } });
        }
        void load(const QString &path)
        {
            parts.models.openPath(path);
            QTRY_COMPARE(parts.models.filePath(), path);
        }
        void refresh()
        {
            parts.library.refresh();
            QVERIFY(parts.library.searching());
            QTRY_VERIFY(!parts.library.searching());
        }
        [[nodiscard]] QStringList titles() const
        {
            QStringList titles;
            for (int row = 0; row < view()->rowCount(); ++row) {
                titles.append(data(row, ModelListModel::TitleRole).toString());
            }
            return titles;
        }
        [[nodiscard]] LibraryView *view() const { return const_cast<Composition &>(parts).library.view(); }
        [[nodiscard]] QVariant data(int row, int role) const { return view()->index(row, 0).data(role); }

        std::shared_ptr<FakeBackend> backend;
        Composition parts;
        QAbstractItemModelTester tester;
        QAbstractItemModelTester listTester; // what the view sorts and filters
    };

    static void fill(ModelFolder &disk)
    {
        disk.huggingFace(u"hub"_s, u"Qwen/Qwen2.5-Coder-7B-GGUF"_s, u"qwen2.5-coder-7b-Q4_K_M.gguf"_s, 4'700'000'000);
        disk.file(u"lm/meta/llama/Llama-3.2-3B-Q6_K.gguf"_s, 2'600'000'000);
        disk.file(u"lm/broken.gguf"_s, 10);
        disk.ollama(u"ollama"_s, u"registry.ollama.ai/library/qwen2.5-coder/14b"_s, 9'000'000'000);
    }

private Q_SLOTS:
    void looksNowhereUnasked()
    {
        ModelFolder disk;
        fill(disk);
        const Start start(disk);
        QTest::qWait(50);
        QCOMPARE(start.backend->describedFiles(), 0);
        QVERIFY(!start.parts.library.searching() && !start.parts.library.searched());
    }

    void findsDescribesAndExplains()
    {
        ModelFolder disk;
        fill(disk);
        Start start(disk);
        start.parts.library.setOrder(LibraryView::Name);
        start.refresh();
        // What cannot be loaded comes last, whatever the order.
        QCOMPARE(start.titles(),
            (QStringList {
                u"Llama-3.2-3B-Q6_K"_s, u"qwen2.5-coder-7b-Q4_K_M"_s, u"qwen2.5-coder:14b"_s, u"broken"_s }));
        QCOMPARE(start.data(0, ModelListModel::FactsRole).toString().section(u" · "_s, 0, 1), u"llama · Q6_K"_s);
        QCOMPARE(start.data(0, ModelListModel::PlaceRole).toString(), u"LM Studio"_s);
        QCOMPARE(start.data(1, ModelListModel::OriginRole).toString(), u"Qwen/Qwen2.5-Coder-7B-GGUF"_s);
        QCOMPARE(start.data(1, ModelListModel::ContextRole).toString(), u"32k"_s);
        QVERIFY(start.data(1, ModelListModel::UsableRole).toBool());
        QVERIFY(!start.data(3, ModelListModel::UsableRole).toBool());
        QCOMPARE(
            start.data(3, ModelListModel::ProblemRole).toString(), wordsFor(InferenceError::Code::Truncated).title);
        QCOMPARE(start.data(3, ModelListModel::ReasonRole).toString(), u"broken.gguf: ends at byte 7"_s);
        QCOMPARE(start.parts.library.places().size(), 3);
        QCOMPARE(start.parts.library.places().at(1).name, u"LM Studio"_s);
        QVERIFY(start.parts.library.places().at(1).note.startsWith(u'2'));
    }

    // A projector beside a model is neither listed nor counted.
    void listsModelsOnly()
    {
        ModelFolder disk;
        const QString model = disk.file(u"own/model.gguf"_s);
        disk.file(u"own/vision.gguf"_s);
        FakeOptions options = fast();
        options.failures.insert(
            u"vision.gguf"_s, { InferenceError::Code::AnotherKind, u"vision.gguf: this is the projector"_s });
        Start start(disk, options);
        QVERIFY(start.parts.library.addFolder(QUrl::fromLocalFile(disk.at(u"own"_s))));
        QTRY_VERIFY(!start.parts.library.searching());
        QCOMPARE(start.titles(), QStringList { u"model"_s });
        QCOMPARE(start.parts.library.places().value(0).note, u"1 model"_s);
        // It is known from then on, and not even seen for a moment.
        Start second(disk, options);
        QSignalSpy inserted(second.parts.library.view()->sourceModel(), &QAbstractItemModel::rowsInserted);
        second.refresh();
        QCOMPARE(second.titles(), QStringList { u"model"_s });
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(second.backend->describedFiles(), 0);
    }

    void sortsAndFilters()
    {
        ModelFolder disk;
        fill(disk);
        Start start(disk);
        start.load(disk.at(u"lm/meta/llama/Llama-3.2-3B-Q6_K.gguf"_s));
        start.refresh();
        QCOMPARE(start.parts.library.order(), LibraryView::Recent);
        QCOMPARE(start.titles().first(), u"Llama-3.2-3B-Q6_K"_s);
        QVERIFY(start.data(0, ModelListModel::CurrentRole).toBool());
        start.parts.library.setOrder(LibraryView::Size);
        QCOMPARE(start.titles().first(), u"qwen2.5-coder:14b"_s);
        QSignalSpy counts(start.view(), &LibraryView::countChanged);
        start.view()->setWords(u"QWEN  hugging"_s); // every word, anywhere
        QCOMPARE(start.titles(), QStringList { u"qwen2.5-coder-7b-Q4_K_M"_s });
        QCOMPARE(start.view()->rowOf(disk.at(u"nothing"_s)), -1);
        QVERIFY(counts.size() > 0);
        start.view()->setWords({});
        QCOMPARE(start.view()->count(), 4);
    }

    void followsTheDisk()
    {
        ModelFolder disk;
        fill(disk);
        Start start(disk);
        start.refresh();
        QVERIFY(QFile::remove(disk.at(u"lm/broken.gguf"_s)));
        disk.file(u"lm/new.gguf"_s, 50);
        disk.file(u"lm/meta/llama/Llama-3.2-3B-Q6_K.gguf"_s, 1'300'000'000);
        start.refresh();
        QCOMPARE(start.parts.library.total(), 4);
        QVERIFY(start.titles().contains(u"new"_s) && !start.titles().contains(u"broken"_s));
        const int row = start.view()->rowOf(disk.at(u"lm/meta/llama/Llama-3.2-3B-Q6_K.gguf"_s));
        QCOMPARE(start.data(row, ModelListModel::SizeRole).toString(), u"1.3 GB"_s);
    }

    void aSecondStartOpensNoModel()
    {
        ModelFolder disk;
        fill(disk);
        {
            Start first(disk);
            first.refresh();
            QCOMPARE(first.backend->describedFiles(), 4);
            first.refresh();
            QCOMPARE(first.backend->describedFiles(), 5); // the broken one again: its download may have gone on
        }
        QVERIFY(QFile::remove(disk.at(u"lm/broken.gguf"_s)));
        Start second(disk);
        second.refresh();
        QCOMPARE(second.backend->describedFiles(), 0);
        QCOMPARE(second.parts.library.total(), 3);
        QVERIFY(second.data(0, ModelListModel::FactsRole).toString().contains(u"Q"_s));
        // Another size or date is another file.
        disk.file(u"lm/meta/llama/Llama-3.2-3B-Q6_K.gguf"_s, 77);
        second.refresh();
        QCOMPARE(second.backend->describedFiles(), 1);
    }

    void damagedCaches_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray(1000, '\0');
        QTest::newRow("another version") << QByteArray(R"({"version":99,"engine":"","models":[]})");
        QTest::newRow("wrong types") << QByteArray(
            R"({"version":1,"engine":"","models":[7,null,{"path":"relative"},{"path":"/x","description":{"kv":[[9,1]]}}]})");
        QTest::newRow("numbers out of range") << QByteArray(
            R"({"version":1,"engine":"","models":[{"path":"/x","bytes":-1,"modified":1e300,"description":{"architecture":"a",)"
            R"("fileBytes":1e300,"trainedContext":1e300,"parts":-7,"kv":[[0,1e300]]}}]})");
    }
    void damagedCaches()
    {
        QFETCH(QByteArray, content);
        ModelFolder disk;
        fill(disk);
        disk.text(u"home/library.json"_s, content);
        Start start(disk);
        start.refresh();
        QCOMPARE(start.parts.library.total(), 4);
        QCOMPARE(start.backend->describedFiles(), 4);
    }

    void foldersAreAddedAndRemoved()
    {
        ModelFolder disk;
        disk.file(u"mine/a.gguf"_s);
        Start start(disk);
        QVERIFY(!start.parts.library.addFolder(QUrl::fromLocalFile(disk.at(u"mine/a.gguf"_s))));
        QVERIFY(!start.parts.library.addFolder(QUrl(u"https://example.invalid/models"_s)));
        QVERIFY(start.parts.library.addFolder(QUrl::fromLocalFile(disk.at(u"mine/"_s))));
        QVERIFY(!start.parts.library.addFolder(QUrl::fromLocalFile(disk.at(u"mine"_s)))); // already there
        QTRY_VERIFY(!start.parts.library.searching());
        QCOMPARE(start.titles(), QStringList { u"a"_s });
        QVERIFY(start.parts.library.places().first().removable);
        {
            Start again(disk);
            again.refresh();
            QCOMPARE(again.titles(), QStringList { u"a"_s });
        }
        start.parts.library.removeFolder(disk.at(u"mine"_s));
        QTRY_VERIFY(!start.parts.library.searching());
        QCOMPARE(start.parts.library.total(), 0);
        QVERIFY(QFile::exists(disk.at(u"mine/a.gguf"_s))); // only the list forgets it
    }

    void aNewSearchEndsTheOld()
    {
        ModelFolder disk;
        fill(disk);
        Start start(disk);
        for (int i = 0; i < 20; ++i) {
            start.parts.library.refresh();
        }
        QTRY_VERIFY(!start.parts.library.searching());
        QCOMPARE(start.parts.library.total(), 4);
        start.parts.library.refresh();
        start.parts.library.stop();
        QVERIFY(!start.parts.library.searching());
        QTest::qWait(50);
        QCOMPARE(start.parts.library.total(), 4);
    }

    void showsAFolder()
    {
        ModelFolder disk;
        const QString file = disk.file(u"lm/a.gguf"_s);
        Start start(disk);
        UrlCatcher catcher;
        start.parts.library.showInFolder(file);
        QCOMPARE(catcher.urls, QList<QUrl> { QUrl::fromLocalFile(disk.at(u"lm"_s)) });
    }

    void detailsOfAFile()
    {
        ModelFolder disk;
        fill(disk);
        Start start(disk);
        ModelDetails &details = start.parts.details;
        QAbstractItemModelTester metadataTester(
            details.metadata(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester tensorTester(
            details.tensors(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        details.show(disk.at(u"lm/meta/llama/Llama-3.2-3B-Q6_K.gguf"_s));
        QVERIFY(details.reading());
        QTRY_VERIFY(!details.reading());
        QVERIFY(details.metadata()->rowCount() > 8 && details.tensors()->rowCount() > 8);
        details.setWords(u"ROPE freq"_s);
        QCOMPARE(details.metadata()->rowCount(), 1);
        QCOMPARE(details.metadata()->index(0).data(MetadataModel::KeyRole).toString(), u"llama.rope.freq_base"_s);
        details.setWords(u"attn_v q6"_s);
        QCOMPARE(details.tensors()->rowCount(), 28);
        QVERIFY(details.text().contains(u"llama.rope.freq_base (f32) = 1e+06\n"_s));
        QVERIFY(details.text().contains(u"blk.0.attn_q.weight Q4_K [3584, 3584]"_s));
        details.clear();
        QCOMPARE(details.metadata()->rowCount(), 0);
        QVERIFY(details.words().isEmpty());

        details.show(disk.at(u"lm/broken.gguf"_s));
        QTRY_VERIFY(!details.problem().isEmpty());
        QVERIFY(details.problem().contains(u"ends at byte 7"_s));
        // The answer of the first question is not taken for that of the second.
        details.show(disk.at(u"lm/broken.gguf"_s));
        details.show(disk.at(u"lm/meta/llama/Llama-3.2-3B-Q6_K.gguf"_s));
        QTRY_VERIFY(!details.reading());
        QVERIFY(details.problem().isEmpty());
        QVERIFY(details.metadata()->rowCount() > 8);
    }

    void storeSurvivesAnything()
    {
        ModelFolder disk;
        const QString path = disk.at(u"models.json"_s);
        const LoadOptions options { .contextSize = 4096, .threads = 3, .kv = KvType::Int8 };
        {
            ModelStore store(path);
            store.setOptions(u"/a.gguf"_s, options);
            store.setFolders({ u"/models"_s });
            store.setIdleMinutes(15);
            store.setOrder(u"Size"_s);
        }
        {
            ModelStore store(path);
            QCOMPARE(store.options(u"/a.gguf"_s), options);
            QCOMPARE(store.options(u"/b.gguf"_s), LoadOptions {});
            QCOMPARE(store.folders(), QStringList { u"/models"_s });
            QCOMPARE(store.idleMinutes(), 15);
            QCOMPARE(store.order(), u"Size"_s);
            store.setOptions(u"/b.gguf"_s, options);
            store.forgetOptions();
            QCOMPARE(store.options(u"/b.gguf"_s), LoadOptions {});
            store.setOptions(u"/a.gguf"_s, options);
            store.setOptions(u"/a.gguf"_s, { .anyway = true }); // the defaults, which nobody need remember
        }
        QVERIFY(!QString::fromUtf8(read(path)).contains(u"a.gguf"_s));

        disk.text(u"models.json"_s, "{\"version\":1,"); // cut off
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged"_s));
        QCOMPARE(ModelStore(path).idleMinutes(), 0);
        QCOMPARE(read(path + u".broken"_s), QByteArray("{\"version\":1,"));

        const QByteArray later
            = R"({"version":7,"idleMinutes":30,"future":true,"models":[{"path":"/a.gguf","context":-5,"threads":1e9,"kv":"q1"}]})";
        disk.text(u"models.json"_s, later);
        {
            ModelStore store(path);
            QCOMPARE(store.idleMinutes(), 30);
            QCOMPARE(store.options(u"/a.gguf"_s).contextSize, 0);
            QVERIFY(store.options(u"/a.gguf"_s).threads <= ModelStore::kMostThreads);
            store.setIdleMinutes(5);
            QCOMPARE(store.idleMinutes(), 5); // for now
        }
        QCOMPARE(read(path), later); // not written over
    }

    void storeForgetsTheOldest()
    {
        ModelFolder disk;
        const QString path = disk.at(u"models.json"_s);
        {
            QJsonArray models;
            for (int i = 0; i < ModelStore::kMostModels; ++i) {
                models.append(QJsonObject { { u"path"_s, u"/%1.gguf"_s.arg(i) }, { u"context"_s, 4096 } });
            }
            disk.text(
                u"models.json"_s, QJsonDocument(QJsonObject { { u"version"_s, 1 }, { u"models"_s, models } }).toJson());
            ModelStore store(path);
            store.setOptions(u"/0.gguf"_s, { .contextSize = 8192 });
            store.setOptions(u"/new.gguf"_s, { .contextSize = 8192 });
        }
        const ModelStore store(path);
        QCOMPARE(store.options(u"/0.gguf"_s).contextSize, 8192);
        QCOMPARE(store.options(u"/new.gguf"_s).contextSize, 8192);
        QCOMPARE(store.options(u"/1.gguf"_s).contextSize, 0);
        QCOMPARE(store.options(u"/2.gguf"_s).contextSize, 4096);
    }

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_MAIN(TestLibrary)
#include "tst_library.moc"
