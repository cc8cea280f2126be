// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Files that go along with a message, folders of them, and what sending will cost.
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "chat/composercontroller.h"
#include "chat/contextfit.h"
#include "chat/messagemodel.h"
#include "chats/prompttext.h"
#include "files/attachmentsmodel.h"
#include "files/draftcost.h"
#include "files/foldercollector.h"
#include "files/textfile.h"
#include "inference/enginehost.h"
#include "inference/fakebackend.h"

namespace
{
void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QStringList namesOf(const CollectedFolder &folder)
{
    QStringList names;
    for (const CollectedFolder::File &file : folder.files) {
        names << file.name;
    }
    return names;
}

struct Rig {
    explicit Rig(FakeOptions options = {})
        : backend(std::make_shared<FakeBackend>(quick(std::move(options))))
        , host(backend)
    {
    }
    static FakeOptions quick(FakeOptions options)
    {
        options.tokensPerSecond = options.prefillTokensPerSecond = 0;
        options.loadTime = std::chrono::milliseconds(0);
        return options;
    }
    void load()
    {
        QSignalSpy loaded(&host, &EngineHost::loaded);
        host.load(QStringLiteral("/models/a.gguf"));
        QVERIFY(loaded.wait());
    }
    std::shared_ptr<FakeBackend> backend;
    EngineHost host;
};
}

class TestAttachments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFiles();
    void refusesWithWords();
    void readsFolders();
    void folderRules();
    void folderLimits();
    void pricesFollowTheModel();
    void countsWhileGenerating();
    void longPastesAreFiles();
    void composerWaitsForFiles();
    void costOfADraft();
    void costKnowsTheCache();
    void tooLongDrafts();
    void leavesOutTheOldest();
    void namesWhatMayGo();
    void promptsAreStable();
};

void TestAttachments::readsFiles()
{
    QTemporaryDir folder;
    const QString a = folder.filePath(QStringLiteral("a.unheard-of")), b = folder.filePath(QStringLiteral("b"));
    write(a, "int x;\r\n");
    write(b,
        "gr\xF6\xDF"
        "e");
    Rig rig;
    rig.load();
    AttachmentsModel model(rig.host);
    QAbstractItemModelTester tester(&model);
    model.add({ QUrl::fromLocalFile(a), QUrl::fromLocalFile(b), QUrl::fromLocalFile(a) });
    QCOMPARE(model.count(), 2); // the same file comes in once
    QVERIFY(model.reading());
    QCOMPARE(model.tokens(), -1);
    QTRY_VERIFY(!model.reading());
    QTRY_VERIFY(model.tokens() > 0);
    QCOMPARE(model.text(0), QStringLiteral("int x;\n"));
    QCOMPARE(model.text(1), QStringLiteral("größe"));
    QCOMPARE(model.name(0), QStringLiteral("a.unheard-of"));
    QCOMPARE(model.notice(), QString());
    const QList<Attachment> taken = model.take();
    QCOMPARE(taken.size(), 2);
    QCOMPARE(model.count(), 0);
    QCOMPARE(model.tokens(), 0);
}

void TestAttachments::refusesWithWords()
{
    QTemporaryDir folder;
    const auto path = [&folder](const char *name) { return folder.filePath(QString::fromLatin1(name)); };
    write(path("photo.txt"), QByteArray("\x89PNG\r\n\x1A\n\0\0", 10)); // by what it is, not by its suffix
    write(path("large.txt"), QByteArray(static_cast<qsizetype>(TextFile::kMaxBytes) + 1, 'a'));
    Rig rig;
    AttachmentsModel model(rig.host);
    const auto refused = [&](const QUrl &url, const char *word) {
        model.add({ url });
        QTRY_VERIFY(!model.reading());
        QCOMPARE(model.count(), 0);
        QVERIFY2(model.notice().contains(QString::fromLatin1(word)), qPrintable(model.notice()));
    };
    refused(QUrl::fromLocalFile(path("photo.txt")), "not a text file");
    refused(QUrl::fromLocalFile(path("large.txt")), "too large");
    refused(QUrl::fromLocalFile(path("nowhere.txt")), "not there");
    refused(QUrl::fromLocalFile(QStringLiteral("/dev/zero")), "not an ordinary file");
    refused(QUrl(QStringLiteral("https://a.b/c.txt")), "not a file on this computer");
    model.dismissNotice();
    QCOMPARE(model.notice(), QString());
}

void TestAttachments::readsFolders()
{
    QTemporaryDir folder;
    const QString project = folder.filePath(QStringLiteral("project"));
    write(project + QStringLiteral("/.gitignore"), "build/\n*.o\n");
    write(project + QStringLiteral("/main.c"), "int main;");
    write(project + QStringLiteral("/main.o"), "text, but left out");
    write(project + QStringLiteral("/build/x.c"), "int x;");
    write(project + QStringLiteral("/src/a.c"), "int a;");
    write(project + QStringLiteral("/logo.png"), QByteArray("\x89PNG\0", 5));
    Rig rig;
    rig.load();
    AttachmentsModel model(rig.host);
    QAbstractItemModelTester tester(&model);
    model.add({ QUrl::fromLocalFile(project) });
    QTRY_VERIFY(!model.reading());
    QCOMPARE(model.count(), 3);
    QCOMPARE(model.name(0), QStringLiteral("project/.gitignore"));
    QCOMPARE(model.name(1), QStringLiteral("project/main.c"));
    QCOMPARE(model.name(2), QStringLiteral("project/src/a.c"));
    QTRY_VERIFY(model.tokens() > 0);
    model.remove(0);
    QCOMPARE(model.count(), 2);
    QTemporaryDir empty;
    model.add({ QUrl::fromLocalFile(empty.path()) });
    QTRY_VERIFY(model.notice().contains(QStringLiteral("no text files")));
}

void TestAttachments::folderRules()
{
    QTemporaryDir folder;
    const QString root = folder.path() + QStringLiteral("/repo");
    write(root + QStringLiteral("/.git/config"), "x");
    write(root + QStringLiteral("/.git/info/exclude"), "private.txt\n");
    write(root + QStringLiteral("/.gitignore"), "*.log\n/sub/skip\n");
    write(root + QStringLiteral("/sub/.gitignore"), "!keep.log\n");
    write(root + QStringLiteral("/sub/a.txt"), "a");
    write(root + QStringLiteral("/sub/b.log"), "b");
    write(root + QStringLiteral("/sub/keep.log"), "k");
    write(root + QStringLiteral("/sub/skip/c.txt"), "c");
    write(root + QStringLiteral("/sub/private.txt"), "p");
    write(root + QStringLiteral("/sub/.hidden/h.txt"), "h");
    write(folder.filePath(QStringLiteral("outside.txt")), "o");
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("outside.txt")), root + QStringLiteral("/sub/link.txt")));
    QVERIFY(QFile::link(root, root + QStringLiteral("/sub/loop")));
    // Of a folder inside of the repository, whose rules come from above.
    QCOMPARE(namesOf(collectFolder(root + QStringLiteral("/sub"))),
        QStringList({ QStringLiteral("sub/.gitignore"), QStringLiteral("sub/a.txt"), QStringLiteral("sub/keep.log") }));
    QCOMPARE(namesOf(collectFolder(root)).filter(QStringLiteral(".git/")), QStringList());
    QCOMPARE(namesOf(collectFolder(QStringLiteral("/no/such/folder"))), QStringList());
}

void TestAttachments::folderLimits()
{
    QTemporaryDir folder;
    for (int i = 0; i < 50; ++i) {
        write(folder.filePath(QStringLiteral("%1.txt").arg(i, 2, 10, QLatin1Char('0'))), QByteArray(100, 'a'));
    }
    CollectedFolder found = collectFolder(folder.path(), { .files = 10 });
    QCOMPARE(found.files.size(), 10);
    QVERIFY(found.truncated);
    found = collectFolder(folder.path(), { .totalBytes = 1050 });
    QCOMPARE(found.files.size(), 10);
    QVERIFY(found.truncated);
    found = collectFolder(folder.path(), { .fileBytes = 99 });
    QCOMPARE(found.files.size(), 0);
    QCOMPARE(found.tooLarge, 50);
    QVERIFY(collectFolder(folder.path(), { .entries = 20 }).truncated);
    QString deep = folder.path();
    for (int i = 0; i < 40; ++i) {
        deep += QStringLiteral("/d");
    }
    write(deep + QStringLiteral("/x.txt"), "x");
    QCOMPARE(collectFolder(folder.path()).files.size(), 50);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(collectFolder(folder.path(), {}, stop.get_token()).files.size(), 0);
}

void TestAttachments::pricesFollowTheModel()
{
    Rig rig;
    AttachmentsModel model(rig.host);
    model.addText(QStringLiteral("word ").repeated(100));
    QTest::qWait(50);
    QCOMPARE(model.tokens(), -1); // nobody can count yet
    rig.load();
    QTRY_COMPARE(model.tokens(), 125);
    QCOMPARE(model.data(model.index(0), AttachmentsModel::DetailsRole).toString(), QStringLiteral("125 token(s)"));
}

void TestAttachments::countsWhileGenerating()
{
    FakeOptions options;
    options.holdAfterTokens = 3;
    Rig rig(options);
    rig.load();
    QSignalSpy text(&rig.host, &EngineHost::textArrived), counted(&rig.host, &EngineHost::tokensCounted);
    ChatRequest request;
    request.turns = { { ChatTurn::Role::User, QStringLiteral("hello") } };
    rig.host.generate(request);
    QVERIFY(text.wait());
    const RequestId id
        = rig.host.countTokens({ .prompts = { request.turns }, .texts = { QStringLiteral("12345678"), QString() } });
    QVERIFY(counted.wait()); // the answer is still held
    QCOMPARE(counted.first().first().toULongLong(), id);
    const auto counts = counted.first().at(1).value<TokenCounts>();
    QVERIFY(counts.known);
    QCOMPARE(counts.texts, (QList<int> { 2, 0 }));
    QVERIFY(counts.prompts.first().tokens > 0 && counts.prompts.first().cached == 0); // nothing had ended before
    rig.backend->release();
}

void TestAttachments::longPastesAreFiles()
{
    Rig rig;
    ComposerController composer(rig.host, [] { return QList<ChatTurn>(); });
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->setText(QStringLiteral("short"));
    QVERIFY(!composer.pasteAsAttachment());
    clipboard->setText(QStringLiteral("x").repeated(ComposerController::kLongPaste));
    QVERIFY(!composer.pasteAsAttachment());
    clipboard->setText(QStringLiteral("x").repeated(ComposerController::kLongPaste + 1));
    QVERIFY(composer.pasteAsAttachment());
    QVERIFY(composer.pasteAsAttachment());
    QCOMPARE(composer.attachments()->count(), 2);
    QCOMPARE_NE(composer.attachments()->name(0), composer.attachments()->name(1));
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.py"));
    write(file, "x = 1");
    auto *files = new QMimeData;
    files->setUrls({ QUrl::fromLocalFile(file) });
    clipboard->setMimeData(files);
    QVERIFY(composer.pasteAsAttachment());
    QCOMPARE(composer.attachments()->name(2), QStringLiteral("a.py"));
    auto *pages = new QMimeData;
    pages->setUrls({ QUrl(QStringLiteral("https://a.b")) });
    clipboard->setMimeData(pages);
    QVERIFY(!composer.pasteAsAttachment());
    clipboard->clear();
    QVERIFY(!composer.pasteAsAttachment());
}

void TestAttachments::composerWaitsForFiles()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.py"));
    write(file, "x = 1");
    Rig rig;
    ComposerController composer(rig.host, [] { return QList<ChatTurn>(); });
    QSignalSpy sendable(&composer, &ComposerController::sendableChanged);
    QVERIFY(!composer.sendable());
    composer.setText(QStringLiteral("look"));
    QVERIFY(composer.sendable());
    composer.attachments()->add({ QUrl::fromLocalFile(file) });
    QVERIFY(!composer.sendable());
    QTRY_VERIFY(composer.sendable());
    QCOMPARE(sendable.count(), 3);
    QCOMPARE(composer.take(), QStringLiteral("look"));
    QVERIFY(composer.sendable()); // a file alone is a message
    QCOMPARE(composer.takeAttachments().size(), 1);
    QVERIFY(!composer.sendable());
}

void TestAttachments::costOfADraft()
{
    Rig rig;
    QList<ChatTurn> prompt;
    DraftCost cost(rig.host, [&prompt] { return prompt; });
    QSignalSpy changed(&cost, &DraftCost::changed);
    prompt = { { ChatTurn::Role::User, QStringLiteral("x").repeated(400) } };
    cost.invalidate();
    QVERIFY(changed.wait());
    QVERIFY(!cost.known()); // no model
    QVERIFY(cost.fits());
    rig.load();
    QTRY_VERIFY(cost.known());
    QCOMPARE(cost.promptTokens(), 112);
    QCOMPARE(cost.newTokens(), 112);
    QCOMPARE(cost.contextSize(), 8192);
    QCOMPARE(cost.seconds(), -1.0); // no speed measured yet
    QVERIFY(cost.text().contains(QStringLiteral("112")));
    QVERIFY(cost.text().contains(QStringLiteral("1 %")));
    // Many changes are counted once, or twice when they come in the middle.
    QSignalSpy counted(&rig.host, &EngineHost::tokensCounted);
    for (int i = 0; i < 200; ++i) {
        cost.invalidate();
    }
    QTest::qWait(2 * DraftCost::kDelay + 100);
    QCOMPARE_LE(counted.count(), 2);
    prompt.clear();
    cost.invalidate();
    QTRY_VERIFY(!cost.known());
    QCOMPARE(cost.text(), QString());
}

void TestAttachments::costKnowsTheCache()
{
    FakeOptions options;
    options.answers = { QStringLiteral("An answer of some length, to be read again.") };
    Rig rig(options);
    rig.load();
    QList<ChatTurn> prompt = { { ChatTurn::Role::User, QStringLiteral("question ").repeated(50) } };
    DraftCost cost(rig.host, [&prompt] { return prompt; });
    QSignalSpy finished(&rig.host, &EngineHost::finished);
    const ChatRequest request { .turns = prompt, .sampling = {} };
    rig.host.generate(request);
    QVERIFY(finished.wait());
    const int used = finished.first().at(1).value<GenerationOutcome>().figures.contextUsed;
    prompt.append({ ChatTurn::Role::Assistant, options.answers.first() });
    prompt.append({ ChatTurn::Role::User, QStringLiteral("and now ").repeated(10) });
    cost.invalidate();
    QTRY_VERIFY(cost.known());
    QCOMPARE(cost.newTokens(), cost.promptTokens() - used); // the rest is in the cache
    QVERIFY(cost.seconds() > 0);
    QVERIFY(cost.text().contains(QStringLiteral("first token")));
    // Another chat begins anew; one that parts later has its beginning.
    const int whole = cost.promptTokens();
    prompt.first().text.prepend(QStringLiteral("other "));
    cost.invalidate();
    QTRY_COMPARE_NE(cost.promptTokens(), whole);
    QCOMPARE(cost.newTokens(), cost.promptTokens());
    prompt = { request.turns.first(), { ChatTurn::Role::Assistant, QStringLiteral("edited") },
        { ChatTurn::Role::User, QStringLiteral("so?") } };
    cost.invalidate();
    QTRY_VERIFY(cost.newTokens() < cost.promptTokens());
    rig.host.generate({ .turns = prompt, .sampling = {} }); // finds what the model said
    QVERIFY(finished.wait());
    const GenerationFigures found = finished.last().at(1).value<GenerationOutcome>().figures;
    QCOMPARE(found.promptTokens - found.cachedTokens, cost.newTokens());
}

void TestAttachments::tooLongDrafts()
{
    FakeOptions options;
    options.contextSize = 512;
    Rig rig(options);
    QList<ChatTurn> prompt = { { ChatTurn::Role::User, QStringLiteral("x").repeated(4 * 430) } };
    DraftCost cost(rig.host, [&prompt] { return prompt; });
    rig.load();
    cost.invalidate();
    QTRY_VERIFY(cost.known());
    QCOMPARE(cost.roomForPrompt(), 448);
    QVERIFY(cost.fits());
    prompt.first().text += QStringLiteral("x").repeated(40 * 4);
    cost.invalidate();
    QTRY_VERIFY(!cost.fits());
    QVERIFY(cost.share() < 1); // it is the room for the answer that lacks
}

void TestAttachments::leavesOutTheOldest()
{
    FakeOptions options;
    options.contextSize = 512; // 448 for a prompt
    Rig rig(options);
    MessageModel messages;
    for (MessageId id = 1; id <= 6; ++id) { // three questions and answers of 100 tokens each
        MessageRecord message;
        message.id = id;
        message.parent = id - 1;
        message.role = id % 2 == 1 ? MessageRole::User : MessageRole::Assistant;
        message.text = QStringLiteral("%1 ").arg(id) + QStringLiteral("x").repeated(398);
        messages.add(message);
    }
    const auto history = [&messages] { return messages.turnsTo(6); };
    QList<ChatTurn> draft = { { ChatTurn::Role::User, QStringLiteral("so?") } };
    DraftCost cost(rig.host, [&] { return history() + draft; });
    ContextFit fit(rig.host, cost, history, [&draft] { return draft; });
    QAbstractItemModelTester tester(&fit);
    rig.load();
    cost.invalidate();
    QTRY_VERIFY(cost.known());
    QVERIFY(!cost.fits());
    fit.refresh(&messages);
    QTRY_VERIFY(fit.tokens() >= 0);
    QTRY_COMPARE(fit.start(), 2); // the first question and its answer go, and no half of a pair
    QVERIFY(fit.fits());
    QVERIFY(!fit.data(fit.index(1), ContextFit::SeenRole).toBool());
    QVERIFY(fit.data(fit.index(2), ContextFit::SeenRole).toBool());
    fit.setStart(0);
    QVERIFY(!fit.fits());
    fit.setStart(2);
    QSignalSpy moved(&messages, &MessageModel::viewStartChanged);
    fit.apply();
    QCOMPARE(messages.viewStart(), 2);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(messages.turnsTo(6).size(), 4);
    QTRY_VERIFY(cost.fits()); // counted again, by what is really sent
    QVERIFY(fit.tokens() <= fit.room());
    QVERIFY(!fit.exhausted());
    // Everything may go, and come back.
    fit.refresh(&messages);
    fit.setStart(99);
    fit.apply();
    QCOMPARE(messages.viewStart(), 6);
    QCOMPARE(messages.turnsTo(6).size(), 0);
    messages.setViewStart(0);
    QCOMPARE(messages.turnsTo(6).size(), 6);
    // Without a draft it is about the question that waits for an answer: that one stays.
    draft.clear();
    fit.refresh(&messages);
    QVERIFY(fit.counting());
    QTRY_VERIFY(!fit.counting());
    QCOMPARE(fit.start(), 2);
    fit.setStart(99);
    QCOMPARE(fit.start(), 4);
    QVERIFY(!fit.exhausted());
    // Who chooses before it is counted is not corrected.
    fit.refresh(&messages);
    fit.setStart(4);
    QTRY_VERIFY(!fit.counting());
    QCOMPARE(fit.start(), 4);
    // And where nothing helps, it says so.
    draft = { { ChatTurn::Role::User, QStringLiteral("x").repeated(4000) } };
    fit.refresh(&messages);
    QTRY_VERIFY(fit.exhausted());
    QCOMPARE(fit.start(), 6);
}

void TestAttachments::namesWhatMayGo()
{
    Rig rig;
    MessageModel messages;
    for (MessageId id = 1; id <= 3; ++id) {
        MessageRecord message;
        message.id = id;
        message.parent = id - 1;
        message.role = id == 2 ? MessageRole::Assistant : MessageRole::User;
        message.text = id == 1 ? QStringLiteral("\n  First\nsecond")
            : id == 2          ? QStringLiteral("<think>\nhm\n</think>\n**Seven** of `n`.")
                               : QString();
        message.attachments
            = id == 1 ? QList<Attachment>() : QList<Attachment> { { QStringLiteral("a.py"), QStringLiteral("x") } };
        messages.add(message);
    }
    const auto none = [] { return QList<ChatTurn>(); };
    DraftCost cost(rig.host, none);
    ContextFit fit(rig.host, cost, none, none);
    fit.refresh(&messages);
    QStringList names;
    for (int row = 0; row < fit.rowCount(); ++row) {
        names << fit.data(fit.index(row), ContextFit::PreviewRole).toString();
    }
    QCOMPARE(names, QStringList({ QStringLiteral("First"), QStringLiteral("Seven of n."), QStringLiteral("a.py:") }));
    QTRY_VERIFY(!fit.counting());
    QCOMPARE(fit.tokens(), -1); // no model
    QVERIFY(!fit.exhausted());
}

void TestAttachments::promptsAreStable()
{
    QCOMPARE(promptText({}, QStringLiteral("hi")), QStringLiteral("hi"));
    QCOMPARE(promptText({ { QStringLiteral("a.py"), QStringLiteral("x") } }, QStringLiteral("hi")),
        QStringLiteral("a.py:\n```\nx\n```\n\nhi"));
    const QString inner = QStringLiteral("```\n````\n");
    QVERIFY(promptText({ { QStringLiteral("a.md"), inner } }, QString()).startsWith(QStringLiteral("a.md:\n`````\n")));
}

QTEST_MAIN(TestAttachments)
#include "tst_attachments.moc"
