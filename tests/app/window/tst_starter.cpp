// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A newcomer's first minutes: the real window, the real engine, the starter model, and no file of the user's. They ask for
// a function in C++, see the highlighted block arrive, stop a second answer midway, and ask again. The next day the chat is
// there as it was, and goes on.
#include <QElapsedTimer>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickTextDocument>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include "inference/enginebackend.h"
#include "window/composition.h"

namespace
{
constexpr int kPatience = 60'000; // ms, for a busy machine

// The app as main() puts it together, in a profile that nobody has used before.
struct Stage {
    explicit Stage(const QString &rc)
        : app(makeEngineBackend(), rc)
    {
        app.settings.rememberWindowSize(1360, 860);
        engine.setInitialProperties(app.initialProperties());
        engine.loadFromModule("Vibrant", "Main");
        app.models.openFirst();
    }
    ~Stage() { delete window(); } // items before the objects they are bound to
    Q_DISABLE_COPY_MOVE(Stage)

    [[nodiscard]] QQuickWindow *window() const { return qobject_cast<QQuickWindow *>(engine.rootObjects().value(0)); }
    void type(const QString &text) const
    {
        for (const QChar c : text) {
            QTest::sendKeyEvent(QTest::Click, window(), Qt::Key_unknown, c, Qt::NoModifier);
        }
    }
    void ask(const QString &question) const
    {
        type(question);
        QTest::keyClick(window(), Qt::Key_Return);
    }
    [[nodiscard]] QStringList texts()
    {
        QStringList all;
        for (int row = 0; row < app.chat.current()->messages()->count(); ++row) {
            all.append(app.chat.current()->messages()->copyText(row));
        }
        return all;
    }
    [[nodiscard]] QString lastAnswer()
    {
        return app.chat.current()->messages()->copyText(app.chat.current()->messages()->count() - 1);
    }
    [[nodiscard]] MessageState::State lastState()
    {
        const MessageModel *messages = app.chat.current()->messages();
        return static_cast<MessageState::State>(
            messages->data(messages->index(messages->count() - 1), MessageModel::MessageStateRole).toInt());
    }

    Composition app;
    QQmlApplicationEngine engine;
};

// Visible items of that name, in the order of the tree.
QList<QQuickItem *> itemsNamed(QQuickItem *root, const QString &name)
{
    QList<QQuickItem *> found;
    if (root->isVisible() && root->objectName() == name) {
        found.append(root);
    }
    for (QQuickItem *child : root->childItems()) {
        found += itemsNamed(child, name);
    }
    return found;
}

// How many different colours the text of a document is shown in.
qsizetype colours(const QTextDocument &document)
{
    QSet<QRgb> found;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
            found.insert(range.format.foreground().color().rgb());
        }
    }
    return found.size();
}
}

class TestStarter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void firstMinutes();
    void theNextDay();
    void itCanDoWhatTheWindowOffers();
    void neverAgainOnceAnotherWasOpened();

private:
    QTemporaryDir m_folder;
    QStringList m_firstChat; // its messages, in turn
};

void TestStarter::initTestCase()
{
    QVERIFY2(!makeEngineBackend()->starterModel().isEmpty(), "the starter model is not beside the programs");
    QQuickStyle::setStyle(QStringLiteral("Basic"));
}

void TestStarter::firstMinutes()
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    Stage stage(m_folder.filePath(QStringLiteral("first")));
    QVERIFY(stage.window());
    QVERIFY(QTest::qWaitForWindowExposed(stage.window()));
    QTRY_VERIFY_WITH_TIMEOUT(stage.app.models.ready(), kPatience);
    QVERIFY(stage.app.models.starter());
    QVERIFY(stage.app.models.notice().contains(u"starter"));

    stage.ask(QStringLiteral("Write a function in C++ that reverses a string"));
    QTRY_VERIFY_WITH_TIMEOUT(stage.app.chat.current()->busy(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!stage.lastAnswer().isEmpty(), kPatience);
    qInfo("first text %lld ms after the start", sinceStart.elapsed());
    QTRY_VERIFY_WITH_TIMEOUT(!stage.app.chat.current()->busy(), kPatience);
    QCOMPARE(stage.lastState(), MessageState::Complete);
    QVERIFY2(stage.lastAnswer().contains(u"```cpp"), qPrintable(stage.lastAnswer()));

    // The block is on the screen, in colours.
    QList<QQuickItem *> blocks;
    QTRY_VERIFY(!(blocks = itemsNamed(stage.window()->contentItem(), QStringLiteral("codeEdit"))).isEmpty());
    const auto *document = blocks.last()->property("textDocument").value<QQuickTextDocument *>();
    QVERIFY(document && document->textDocument());
    QVERIFY(document->textDocument()->toPlainText().contains(u"std::string"));
    QTRY_VERIFY(colours(*document->textDocument()) > 2);

    // The second answer, stopped midway with Esc. The starter writes it within some 20 ms, so the moment is searched for:
    // from the first on, a millisecond later each time that nothing was written yet or it was through.
    stage.ask(QStringLiteral("now in Rust"));
    QTRY_COMPARE_WITH_TIMEOUT(stage.app.chat.current()->messages()->count(), 4, kPatience);
    for (int moment = 0; moment < 100; ++moment) {
        QTest::qWait(moment);
        QTest::keyClick(stage.window(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!stage.app.chat.current()->busy(), kPatience);
        if (stage.lastState() == MessageState::Stopped && !stage.lastAnswer().isEmpty()) {
            break;
        }
        stage.app.chat.regenerate();
    }
    QCOMPARE(stage.lastState(), MessageState::Stopped);
    QVERIFY(!stage.lastAnswer().isEmpty());

    const int before = stage.app.chat.current()->messages()->count();
    stage.ask(QStringLiteral("Who are you?"));
    QTRY_COMPARE_WITH_TIMEOUT(stage.app.chat.current()->messages()->count(), before + 2, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!stage.app.chat.current()->busy(), kPatience);
    QVERIFY2(stage.lastAnswer().contains(u"starter"), qPrintable(stage.lastAnswer()));
    QVERIFY(stage.app.models.recentFiles()->rowCount() == 0); // it is no file of the user's
    m_firstChat = stage.texts();
}

void TestStarter::theNextDay()
{
    QVERIFY(m_firstChat.size() >= 6);
    Stage stage(m_folder.filePath(QStringLiteral("first")));
    QTRY_VERIFY_WITH_TIMEOUT(stage.app.models.starter() && stage.app.models.ready(), kPatience);
    ChatListModel *list = stage.app.chats.list();
    QTRY_COMPARE(list->count(), 1);
    stage.app.chat.open(list->data(list->index(0), ChatListModel::ChatIdRole).toDouble());
    QTRY_COMPARE(stage.texts(), m_firstChat);

    stage.ask(QStringLiteral("Write a Python function that returns the largest number of a list"));
    QTRY_COMPARE_WITH_TIMEOUT(
        stage.app.chat.current()->messages()->count(), static_cast<int>(m_firstChat.size()) + 2, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!stage.app.chat.current()->busy(), kPatience);
    QCOMPARE(stage.lastState(), MessageState::Complete);
    QVERIFY2(stage.lastAnswer().contains(u"```python"), qPrintable(stage.lastAnswer()));
}

void TestStarter::itCanDoWhatTheWindowOffers()
{
    Stage stage(m_folder.filePath(QStringLiteral("examples")));
    QTRY_VERIFY_WITH_TIMEOUT(stage.app.models.starter() && stage.app.models.ready(), kPatience);
    QList<QQuickItem *> empty;
    QTRY_COMPARE((empty = itemsNamed(stage.window()->contentItem(), QStringLiteral("emptyChat"))).size(), 1);
    const QStringList offered = empty.first()->property("starterPrompts").toStringList();
    QCOMPARE(offered.size(), 3);
    for (const QString &prompt : offered) {
        stage.app.chat.newChat();
        stage.app.chat.composer()->setText(prompt);
        stage.app.chat.send();
        QTRY_COMPARE_WITH_TIMEOUT(stage.app.chat.current()->messages()->count(), 2, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!stage.app.chat.current()->busy(), kPatience);
        QCOMPARE(stage.lastState(), MessageState::Complete);
        QVERIFY2(stage.lastAnswer().contains(u"```"), qPrintable(stage.lastAnswer()));
    }
}

void TestStarter::neverAgainOnceAnotherWasOpened()
{
    const QString rc = m_folder.filePath(QStringLiteral("second"));
    const QString own = m_folder.filePath(QStringLiteral("own.gguf"));
    // The user's own model: any other file without the mark. The same weights do, under a name and key of their own.
    QFile starter(makeEngineBackend()->starterModel());
    QVERIFY(starter.open(QIODevice::ReadOnly));
    QByteArray content = starter.readAll();
    QCOMPARE(content.count("vibrant.starter"), 1);
    content.replace("vibrant.starter", "vibrant.another");
    QFile file(own);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    {
        Stage stage(rc);
        QTRY_VERIFY_WITH_TIMEOUT(stage.app.models.starter(), kPatience);
        stage.app.models.openPath(own);
        QTRY_COMPARE_WITH_TIMEOUT(stage.app.models.filePath(), own, kPatience);
        QVERIFY(!stage.app.models.starter());
    }
    Stage stage(rc);
    QTest::qWait(200);
    QCOMPARE(stage.app.models.state(), ModelController::NoModel);
    stage.app.models.recentFiles()->clear(); // no longer remembered, but it was
    Stage later(rc);
    QTest::qWait(200);
    QCOMPARE(later.app.models.state(), ModelController::NoModel);
}

QTEST_MAIN(TestStarter)
#include "tst_starter.moc"
