// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Where models lie and how they are found there: every layout, every way round, and what strangers may put in the way.
#include <QTest>

#include "library/modelfinder.h"
#include "library/ollamamanifest.h"
#include "tests/app/library/modelfolder.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using Kind = LibraryPlace::Kind;
using Outcome = ModelFinder::Outcome;

class TestModelFinder : public QObject
{
    Q_OBJECT

private:
    struct Result {
        QList<FoundModel> models;
        Outcome outcome = Outcome::Searched;
        [[nodiscard]] QStringList titles() const
        {
            QStringList titles;
            for (const FoundModel &model : models) {
                titles.append(model.title);
            }
            return titles;
        }
    };
    static Result search(const QList<LibraryPlace> &places, const std::stop_token &stop = {})
    {
        Result result;
        ModelFinder finder([&](const FoundModel &model) { result.models.append(model); }, stop);
        for (const LibraryPlace &place : places) {
            result.outcome = finder.search(place);
        }
        return result;
    }

private Q_SLOTS:
    void knownPlacesFollowTheEnvironment()
    {
        QProcessEnvironment environment;
        const auto pathOf = [&](Kind kind) {
            QStringList paths;
            for (const LibraryPlace &place : knownPlaces(environment, u"/home/ada"_s)) {
                if (place.kind == kind) {
                    paths.append(place.path);
                }
            }
            return paths;
        };
        QCOMPARE(pathOf(Kind::HuggingFace), QStringList { u"/home/ada/.cache/huggingface/hub"_s });
        QCOMPARE(pathOf(Kind::LmStudio),
            (QStringList { u"/home/ada/.lmstudio/models"_s, u"/home/ada/.cache/lm-studio/models"_s }));
        QCOMPARE(pathOf(Kind::Ollama),
            (QStringList { u"/home/ada/.ollama/models"_s, u"/usr/share/ollama/.ollama/models"_s }));
        QCOMPARE(pathOf(Kind::LlamaCpp), QStringList { u"/home/ada/.cache/llama.cpp"_s });
        QCOMPARE(pathOf(Kind::Gpt4All), QStringList { u"/home/ada/.local/share/nomic.ai/GPT4All"_s });

        environment.insert(u"XDG_CACHE_HOME"_s, u"/fast/cache"_s);
        QCOMPARE(pathOf(Kind::HuggingFace), QStringList { u"/fast/cache/huggingface/hub"_s });
        QCOMPARE(pathOf(Kind::LlamaCpp), QStringList { u"/fast/cache/llama.cpp"_s });
        environment.insert(u"HF_HOME"_s, u"/data/hf"_s);
        QCOMPARE(pathOf(Kind::HuggingFace), QStringList { u"/data/hf/hub"_s });
        environment.insert(u"HF_HUB_CACHE"_s, u"/data/hub/"_s);
        QCOMPARE(pathOf(Kind::HuggingFace), QStringList { u"/data/hub"_s });
        environment.insert(u"OLLAMA_MODELS"_s, u"/data/ollama"_s);
        QCOMPARE(pathOf(Kind::Ollama).first(), u"/data/ollama"_s);
        // A relative path would depend on where we were started.
        environment.insert(u"OLLAMA_MODELS"_s, u"../../etc"_s);
        environment.insert(u"XDG_CACHE_HOME"_s, u"relative"_s);
        QCOMPARE(pathOf(Kind::Ollama).first(), u"/home/ada/.ollama/models"_s);
        QCOMPARE(pathOf(Kind::LlamaCpp), QStringList { u"/home/ada/.cache/llama.cpp"_s });
    }

    void findsEveryLayout()
    {
        ModelFolder disk;
        disk.file(u"own/a.gguf"_s, 10);
        disk.file(u"own/deep/er/B.GGUF"_s, 20);
        disk.file(u"own/readme.txt"_s);
        disk.file(u"own/.hidden/c.gguf"_s);
        disk.huggingFace(u"hub"_s, u"Qwen/Qwen2.5-Coder-7B-GGUF"_s, u"qwen-q4_k_m.gguf"_s, 30);
        disk.file(u"hub/version.txt"_s);
        disk.file(u"lm/publisher/repo/lm.gguf"_s, 40);
        disk.ollama(u"ollama"_s, u"registry.ollama.ai/library/qwen2.5-coder/7b"_s, 50);
        const Result found = search({ { Kind::Folder, disk.at(u"own"_s) }, { Kind::HuggingFace, disk.at(u"hub"_s) },
            { Kind::LmStudio, disk.at(u"lm"_s) }, { Kind::Ollama, disk.at(u"ollama"_s) } });
        QCOMPARE(found.titles(), (QStringList { u"a"_s, u"B"_s, u"qwen-q4_k_m"_s, u"lm"_s, u"qwen2.5-coder:7b"_s }));
        QCOMPARE(found.models[1].bytes, 20u);
        QCOMPARE(found.models[2].origin, u"Qwen/Qwen2.5-Coder-7B-GGUF"_s);
        QCOMPARE(found.models[2].bytes, 30u); // of the blob, not of the link
        QVERIFY(
            found.models[2].path.endsWith(u"/snapshots/0123abcd/qwen-q4_k_m.gguf"_s)); // parts have their names there
        QVERIFY(found.models[4].path.contains(u"/blobs/sha256-"_s));
        QCOMPARE(found.models[4].place.kind, Kind::Ollama);
    }

    void aSplitModelIsOneModel()
    {
        ModelFolder disk;
        disk.file(u"big-00001-of-00003.gguf"_s, 100);
        disk.file(u"big-00002-of-00003.gguf"_s, 200);
        disk.file(u"big-00003-of-00003.gguf"_s, 300);
        disk.file(u"half-00002-of-00002.gguf"_s, 5);
        const Result found = search({ { Kind::Folder, disk.root() } });
        QCOMPARE(found.titles(), (QStringList { u"big"_s, u"half"_s }));
        QCOMPARE(found.models[0].bytes, 600u);
        QCOMPARE(found.models[0].path, disk.at(u"big-00001-of-00003.gguf"_s));
        // Named after the part that is missing, so that opening it says what is missing.
        QCOMPARE(found.models[1].path, disk.at(u"half-00001-of-00002.gguf"_s));

        // Any part opened before stands for the whole.
        const Result recent = search({ { Kind::Recent, disk.at(u"big-00002-of-00003.gguf"_s) } });
        QCOMPARE(recent.models.size(), 1);
        QCOMPARE(recent.models[0].path, disk.at(u"big-00001-of-00003.gguf"_s));
        QCOMPARE(recent.models[0].bytes, 600u);
    }

    void aFileReachedTwiceIsFoundOnce()
    {
        ModelFolder disk;
        const QString file = disk.file(u"models/a.gguf"_s);
        disk.link(file, u"models/link.gguf"_s);
        disk.link(disk.at(u"models"_s), u"models/again"_s); // a folder in itself
        QCOMPARE(
            ::link(QFile::encodeName(file).constData(), QFile::encodeName(disk.at(u"models/hard.gguf"_s)).constData()),
            0);
        const Result found = search({ { Kind::Folder, disk.at(u"models"_s) }, { Kind::Folder, disk.root() },
            { Kind::Recent, disk.at(u"models/link.gguf"_s) } });
        QCOMPARE(found.titles(), QStringList { u"a"_s });
        const Result roundabout = search({ { Kind::Folder, disk.root() + u"/./models//"_s } });
        QCOMPARE(roundabout.models[0].path, file);
    }

    void whatIsNoFileIsLeftOut()
    {
        ModelFolder disk;
        QDir(disk.root()).mkdir(u"folder.gguf"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(disk.at(u"pipe.gguf"_s)).constData(), 0600), 0);
        disk.link(u"/nowhere"_s, u"dangling.gguf"_s);
        disk.link(u"loop.gguf"_s, u"loop.gguf"_s);
        QCOMPARE(search({ { Kind::Folder, disk.root() } }).models.size(), 0);
        QCOMPARE(search({ { Kind::Recent, disk.root() } }).models.size(), 0);
    }

    void namesAreNotTrusted()
    {
        ModelFolder disk;
        const QString name = u"<img src=x>\u202e\n"_s + QString(180, u'x') + u".gguf"_s;
        disk.file(name);
        const Result found = search({ { Kind::Folder, disk.root() } });
        QCOMPARE(found.models.size(), 1);
        QCOMPARE(found.models[0].path, disk.at(name)); // the very file; it is shown as plain text
    }

    void saysWhyAPlaceIsEmpty()
    {
        ModelFolder disk;
        QCOMPARE(search({ { Kind::Folder, disk.at(u"nothing"_s) } }).outcome, Outcome::Absent);
        disk.file(u"deep/1/2/3/4/5/6/7/8/9/10/11/12/13/a.gguf"_s);
        const Result deep = search({ { Kind::Folder, disk.at(u"deep"_s) } });
        QCOMPARE(deep.outcome, Outcome::Cut);
        QCOMPARE(deep.models.size(), 0);
        if (::geteuid() == 0) {
            QSKIP("root may read everything");
        }
        disk.file(u"locked/a.gguf"_s);
        QVERIFY(QFile::setPermissions(disk.at(u"locked"_s), QFileDevice::WriteOwner));
        QCOMPARE(search({ { Kind::Folder, disk.at(u"locked"_s) } }).outcome, Outcome::Unreadable);
        QVERIFY(QFile::setPermissions(
            disk.at(u"locked"_s), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    }

    void stopsWhenAsked()
    {
        ModelFolder disk;
        for (int i = 0; i < 20; ++i) {
            disk.file(u"%1.gguf"_s.arg(i));
        }
        std::stop_source stop;
        int found = 0;
        ModelFinder finder(
            [&](const FoundModel &) {
                if (++found == 3) {
                    stop.request_stop();
                }
            },
            stop.get_token());
        QCOMPARE(finder.search({ Kind::Folder, disk.root() }), Outcome::Stopped);
        QCOMPARE(found, 3);
    }

    void manifests_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("blob");
        const QByteArray hex(64, 'a');
        QTest::newRow("model") << ModelFolder::manifest("sha256:" + hex) << u"sha256-"_s + QString::fromLatin1(hex);
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("not JSON") << QByteArray("\x7f"
                                                "ELF")
                                  << QString();
        QTest::newRow("cut off") << ModelFolder::manifest("sha256:" + hex).chopped(40) << QString();
        QTest::newRow("an array") << QByteArray("[1,2,3]") << QString();
        QTest::newRow("layers is a number") << QByteArray(R"({"layers":7})") << QString();
        QTest::newRow("a layer is a string") << QByteArray(R"({"layers":["x",null,7]})") << QString();
        QTest::newRow("no model") << QByteArray(
            R"({"layers":[{"mediaType":"application/vnd.ollama.image.params","digest":"sha256:)" + hex + R"("}]})")
                                  << QString();
        QTest::newRow("out of the folder") << ModelFolder::manifest("sha256:../../../../etc/passwd") << QString();
        QTest::newRow("an absolute path") << ModelFolder::manifest("/etc/passwd") << QString();
        QTest::newRow("short digest") << ModelFolder::manifest("sha256:" + hex.chopped(1)) << QString();
        QTest::newRow("long digest") << ModelFolder::manifest("sha256:" + hex + "a") << QString();
        QTest::newRow("capitals") << ModelFolder::manifest("sha256:" + QByteArray(64, 'A')) << QString();
        QTest::newRow("digits of another script")
            << ModelFolder::manifest("sha256:" + QByteArray("\xD9\xA1").repeated(64)) << QString();
        QTest::newRow("a NUL inside") << ModelFolder::manifest("sha256:" + hex.chopped(6) + "\\u0000") << QString();
        QTest::newRow("deeply nested") << QByteArray("[").repeated(100'000) << QString();
        QTest::newRow("too large") << QByteArray(OllamaManifest::kMostBytes, ' ')
                + ModelFolder::manifest("sha256:" + hex)
                                   << QString();
    }
    void manifests()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, blob);
        const auto manifest = parseOllamaManifest(json);
        QCOMPARE(manifest ? manifest->modelBlob : QString(), blob);
    }

    void ollamaNames()
    {
        QCOMPARE(ollamaModelName({ u"registry.ollama.ai"_s, u"library"_s, u"qwen"_s, u"7b"_s }), u"qwen:7b"_s);
        QCOMPARE(ollamaModelName({ u"registry.ollama.ai"_s, u"ada"_s, u"qwen"_s, u"7b"_s }), u"ada/qwen:7b"_s);
        QCOMPARE(ollamaModelName({ u"hf.co"_s, u"bartowski"_s, u"Q-GGUF"_s, u"Q4"_s }), u"hf.co/bartowski/Q-GGUF:Q4"_s);
        QCOMPARE(ollamaModelName({ u"stray"_s }), QString());
    }

    void hostileOllamaFolder()
    {
        ModelFolder disk;
        const QString base = u"o/manifests/registry.ollama.ai/library/"_s;
        disk.ollama(u"o"_s, u"registry.ollama.ai/library/good/1b"_s, 7);
        disk.text(base + u"bad/json"_s, "{");
        disk.text(base + u"bad/huge"_s, QByteArray(2 << 20, '{'));
        disk.text(base + u"bad/away"_s, ModelFolder::manifest("sha256:../../secret.gguf"));
        disk.text(base + u"bad/gone"_s, ModelFolder::manifest("sha256:" + QByteArray(64, 'f')));
        disk.file(u"o/secret.gguf"_s);
        disk.link(disk.at(u"o/manifests"_s), base + u"loop"_s);
        disk.link(u"/dev/zero"_s, base + u"bad/zero"_s);
        disk.link(u"/dev"_s, base + u"devices"_s); // a read from some of them never ends
        disk.text(u"o/manifests/stray"_s, ModelFolder::manifest("sha256:" + QByteArray(64, 'f')));
        const Result found = search({ { Kind::Ollama, disk.at(u"o"_s) } });
        QCOMPARE(found.titles(), QStringList { u"good:1b"_s });
        QCOMPARE(found.outcome, Outcome::Searched);
    }
};

QTEST_GUILESS_MAIN(TestModelFinder)
#include "tst_modelfinder.moc"
