// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What happens to chats, statement by statement, on a database in memory.
#include <QJsonDocument>

#include "tests/app/chats/storerig.h"

class TestChatTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void messagesAreATree();
    void whatIsNotChosenStaysSo();
    void everyFieldComesBack();
    void figuresOfAnAnswer();
    void pagesInOrder();
    void pagesUseTheIndex();
    void trashAndRestore();
    void removeLeavesNothing();
    void searchWords_data();
    void searchWords();
    void searchFollowsTheText();
    void snippetsAreOnePlainLine();
    void interruptedAnswers();
    void unsentChats();
    void everyStateComesBack();
    void aChatDeeperThanATrigger();
    void presets();
    void strangeValues();
    void hostileText_data();
    void hostileText();

private:
    [[nodiscard]] int hits(const QString &text)
    {
        return static_cast<int>(m_tables->search(text, 100).value_or(QList<SearchHit>()).size());
    }

    std::unique_ptr<Database> m_database;
    std::unique_ptr<ChatTables> m_tables;
};

#define OK(call) QVERIFY2((call).has_value(), #call)

void TestChatTables::init()
{
    m_database = Database::inMemory({});
    m_tables = std::make_unique<ChatTables>(*m_database);
    OK(m_tables->insert(chatRecord(1, QStringLiteral("First"))));
}

void TestChatTables::messagesAreATree()
{
    OK(m_tables->append({ messageRecord(10, 1, 0, QStringLiteral("q")),
        messageRecord(11, 1, 10, QStringLiteral("a"), MessageRole::Assistant) }));
    OK(m_tables->append({ messageRecord(12, 1, 10, QStringLiteral("another a"), MessageRole::Assistant) }));
    OK(m_tables->append({ messageRecord(13, 1, 0, QStringLiteral("another q")) }));
    auto chat = m_tables->contents(1);
    OK(chat);
    QCOMPARE(chat->messages.size(), 4);
    QCOMPARE(chat->chat.activeRoot, 13);
    QCOMPARE(chat->messages[0].activeChild, 12);
    QCOMPARE(chat->chat.summary.activity, 13);
    OK(m_tables->choose(1, 0, 10));
    OK(m_tables->choose(1, 10, 11));
    chat = m_tables->contents(1);
    QCOMPARE(chat->chat.activeRoot, 10);
    QCOMPARE(chat->messages[0].activeChild, 11);
    QVERIFY(!m_tables->append({ messageRecord(10, 1, 0, QStringLiteral("an id twice")) }).has_value());
}

void TestChatTables::whatIsNotChosenStaysSo()
{
    const SamplingOptions nothing;
    QCOMPARE(SamplingOptions::fromJson(nothing.toJson()), nothing);
    QVERIFY(!nothing.toJson().contains(u"temperature"));
    // The defaults, chosen.
    const SamplingDefaults values;
    const SamplingOptions chosen { .temperature = values.temperature,
        .topK = values.topK,
        .topP = values.topP,
        .minP = values.minP,
        .repeatPenalty = values.repeatPenalty };
    QCOMPARE(SamplingOptions::fromJson(chosen.toJson()), chosen);
    QCOMPARE(SamplingOptions::fromJson(chosen.toJson()).temperature, 0.7);

    // What was written before a value could be left to the model: all of them, and a default counts as not chosen.
    const auto old = [](const char *json) {
        return SamplingOptions::fromJson(QJsonDocument::fromJson(QByteArray(json)).object());
    };
    QCOMPARE(
        old(R"({"temperature":0.7,"topK":40,"topP":0.95,"minP":0,"repeatPenalty":1,"maxTokens":0,"fixedSeed":false,)"
            R"("seed":"0"})"),
        nothing);
    QCOMPARE(old(R"({"temperature":0.2,"topK":0,"topP":1,"minP":0.1,"repeatPenalty":1.1,"maxTokens":9})"),
        (SamplingOptions {
            .temperature = 0.2, .topK = 0, .topP = 1, .minP = 0.1, .repeatPenalty = 1.1, .maxTokens = 9 }));
    QCOMPARE(old(R"({"onlyChosen":true,"temperature":"hot","topK":[],"topP":null,"minP":7,"repeatPenalty":{}})"),
        (SamplingOptions { .minP = 1 }));
}

void TestChatTables::everyFieldComesBack()
{
    ChatRecord chat = chatRecord(2, QStringLiteral("Zwei"));
    chat.summary.pinned = true;
    chat.options = { .systemPrompt = QStringLiteral("Be brief"),
        .sampling = {},
        .preset = QStringLiteral("Exact"),
        .modelPath = QStringLiteral("/m.gguf") };
    chat.options.sampling = { .temperature = 0.25,
        .topK = 7,
        .topP = 0.5,
        .minP = 0.125,
        .repeatPenalty = 1.5,
        .maxTokens = 99,
        .fixedSeed = true,
        .seed = 18446744073709551615ULL };
    chat.draft = QStringLiteral("half a thought");
    OK(m_tables->insert(chat));
    auto back = m_tables->contents(2);
    OK(back);
    QCOMPARE(back->chat.summary, chat.summary);
    QCOMPARE(back->chat.createdMs, chat.createdMs);
    QCOMPARE(back->chat.options, chat.options);
    QCOMPARE(back->chat.draft, chat.draft);
    OK(m_tables->setOptions(2, {}));
    OK(m_tables->setDraft(2, {}));
    OK(m_tables->setPinned(2, false));
    back = m_tables->contents(2);
    QCOMPARE(back->chat.options, ChatOptions());
    QCOMPARE(back->chat.draft, QString());
    QCOMPARE(back->chat.summary.pinned, false);
}

void TestChatTables::figuresOfAnAnswer()
{
    MessageRecord answer
        = messageRecord(11, 1, 10, QStringLiteral("partial"), MessageRole::Assistant, MessageState::Partial);
    OK(m_tables->append({ messageRecord(10, 1, 0, QStringLiteral("q")), answer }));
    OK(m_tables->saveText(11, QStringLiteral("partial and more")));
    OK(m_tables->saveText(10, QStringLiteral("is not being written"))); // no effect
    QCOMPARE(m_tables->contents(1)->messages[0].text, QStringLiteral("q"));
    QCOMPARE(m_tables->contents(1)->messages[1].text, QStringLiteral("partial and more"));
    answer.text = QStringLiteral("partial and more, done");
    answer.state = MessageState::Stopped;
    answer.error = QStringLiteral("why");
    answer.model = QStringLiteral("qwen");
    answer.seed = 0x8000'0000'0000'0001ULL;
    answer.figures = { .promptTokens = 1,
        .cachedTokens = 2,
        .generatedTokens = 3,
        .timeToFirstTokenMs = 4.5,
        .prefillTokensPerSecond = 5.5,
        .decodeTokensPerSecond = 6.5,
        .contextUsed = 7,
        .contextSize = 8 };
    answer.thinkingSeconds = 9;
    OK(m_tables->finish(answer));
    const MessageRecord back = m_tables->contents(1)->messages[1];
    QCOMPARE(back.text, answer.text);
    QCOMPARE(back.state, answer.state);
    QCOMPARE(back.error, answer.error);
    QCOMPARE(back.model, answer.model);
    QCOMPARE(back.seed, answer.seed);
    QCOMPARE(back.figures.promptTokens, 1);
    QCOMPARE(back.figures.cachedTokens, 2);
    QCOMPARE(back.figures.generatedTokens, 3);
    QCOMPARE(back.figures.timeToFirstTokenMs, 4.5);
    QCOMPARE(back.figures.prefillTokensPerSecond, 5.5);
    QCOMPARE(back.figures.decodeTokensPerSecond, 6.5);
    QCOMPARE(back.figures.contextUsed, 7);
    QCOMPARE(back.figures.contextSize, 8);
    QCOMPARE(back.thinkingSeconds, 9);
    QCOMPARE(m_tables->contents(1)->messages[0].thinkingSeconds, -1);
}

void TestChatTables::pagesInOrder()
{
    for (ChatId id = 2; id <= 50; ++id) {
        OK(m_tables->insert(chatRecord(id, QString::number(id))));
    }
    OK(m_tables->setPinned(3, true));
    OK(m_tables->setPinned(40, true));
    OK(m_tables->moveToTrash(5));
    OK(m_tables->append({ messageRecord(1000, 7, 0, QStringLiteral("now")) })); // the latest activity
    QList<ChatId> seen;
    ChatTables::Cursor cursor;
    for (int pages = 0; pages < 10; ++pages) {
        const auto page = m_tables->page(cursor, 10);
        OK(page);
        for (const ChatSummary &chat : *page) {
            seen << chat.id;
            cursor = { chat.pinned, chat.activity };
        }
    }
    QList<ChatId> expected = { 40, 3, 7 };
    for (ChatId id = 50; id >= 1; --id) {
        if (id != 40 && id != 3 && id != 7 && id != 5) {
            expected << id;
        }
    }
    QCOMPARE(seen, expected);
}

void TestChatTables::pagesUseTheIndex()
{
    auto plan = m_database->run(
        QStringLiteral("EXPLAIN QUERY PLAN SELECT id FROM chats WHERE deleted_ms = 0 AND (pinned, activity) < (1, 5) "
                       "ORDER BY pinned DESC, activity DESC LIMIT 5"));
    OK(plan);
    QStringList steps;
    while (plan->next()) {
        steps << plan->text(3);
    }
    QVERIFY2(steps.join(QLatin1Char('\n')).contains(QStringLiteral("chats_in_order")),
        qPrintable(steps.join(QLatin1Char('\n'))));
    QVERIFY(!steps.join(QLatin1Char('\n')).contains(QStringLiteral("TEMP B-TREE"))); // nothing is sorted
}

void TestChatTables::trashAndRestore()
{
    OK(m_tables->append({ messageRecord(10, 1, 0, QStringLiteral("needle")) }));
    OK(m_tables->moveToTrash(1));
    QCOMPARE(m_tables->page({}, 10)->size(), 0);
    QCOMPARE(m_tables->trash(10)->size(), 1);
    QVERIFY(m_tables->trash(10)->first().deletedMs > 0);
    QCOMPARE(hits(QStringLiteral("needle")), 0);
    QVERIFY(m_tables->contents(1).has_value()); // it can still be looked at
    OK(m_tables->restore(1));
    QCOMPARE(m_tables->page({}, 10)->size(), 1);
    QCOMPARE(hits(QStringLiteral("needle")), 1);
    OK(m_tables->moveToTrash(1));
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QCOMPARE(m_tables->emptyTrash(now - 60'000).value(), 0);
    QCOMPARE(m_tables->emptyTrash(now + 60'000).value(), 1);
    QVERIFY(!m_tables->contents(1).has_value());
}

void TestChatTables::removeLeavesNothing()
{
    MessageRecord question = messageRecord(10, 1, 0, QStringLiteral("needle"));
    question.attachments = { { QStringLiteral("a.txt"), QStringLiteral("content") } };
    OK(m_tables->append(
        { question, messageRecord(11, 1, 10, QStringLiteral("half"), MessageRole::Assistant, MessageState::Partial) }));
    OK(m_tables->remove(1));
    for (const char *table : { "chats", "messages", "attachments" }) {
        auto rows = m_database->run(QStringLiteral("SELECT count(*) FROM %1").arg(QString::fromLatin1(table)));
        QVERIFY(rows->next());
        QCOMPARE(rows->integer(0), 0);
    }
    for (const char *index : { "message_index", "title_index" }) {
        const QString name = QString::fromLatin1(index);
        OK(m_database->run(QStringLiteral("INSERT INTO %1 (%1, rank) VALUES ('integrity-check', 1)").arg(name)));
        auto rows = m_database->run(
            QStringLiteral("SELECT count(*) FROM %1 WHERE %1 MATCH 'needle OR First OR half'").arg(name));
        QVERIFY(rows->next());
        QCOMPARE(rows->integer(0), 0);
    }
}

void TestChatTables::searchWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("found");
    QTest::newRow("a word") << QStringLiteral("quick") << 1;
    QTest::newRow("its beginning") << QStringLiteral("qui") << 1;
    QTest::newRow("not its middle") << QStringLiteral("uick") << 0;
    QTest::newRow("any case, any order") << QStringLiteral("FOX Quick") << 1;
    QTest::newRow("all words") << QStringLiteral("quick dog") << 0;
    QTest::newRow("without accents") << QStringLiteral("uber") << 1;
    QTest::newRow("an identifier") << QStringLiteral("parse_header") << 1;
    QTest::newRow("a call") << QStringLiteral("parse_header(int)") << 1;
    QTest::newRow("greek") << QStringLiteral("καλη") << 1;
    QTest::newRow("the title") << QStringLiteral("first") << 1;
    QTest::newRow("operators are words") << QStringLiteral("quick OR dog") << 0;
    QTest::newRow("quotes") << QStringLiteral("\"quick") << 1;
    QTest::newRow("syntax") << QStringLiteral("text:quick* (^") << 0;
    QTest::newRow("only signs") << QStringLiteral("*** ()") << 0;
    QTest::newRow("nothing") << QStringLiteral("  ") << 0;
    QTest::newRow("a nul") << QStringLiteral("qu") + QChar(0) + QStringLiteral("ick") << 1;
}

void TestChatTables::searchWords()
{
    QFETCH(QString, words);
    QFETCH(int, found);
    OK(m_tables->append(
        { messageRecord(10, 1, 0, QStringLiteral("The quick brown fox. Über `parse_header(int x)`. Καλημέρα")) }));
    QCOMPARE(hits(words), found);
}

void TestChatTables::searchFollowsTheText()
{
    MessageRecord answer
        = messageRecord(11, 1, 10, QStringLiteral("alpha"), MessageRole::Assistant, MessageState::Partial);
    OK(m_tables->append({ messageRecord(10, 1, 0, QStringLiteral("question")), answer }));
    QCOMPARE(hits(QStringLiteral("alpha")), 0); // not before it is complete
    answer.text = QStringLiteral("alpha beta");
    answer.state = MessageState::Stopped;
    OK(m_tables->finish(answer));
    QCOMPARE(hits(QStringLiteral("alpha")), 1);
    OK(m_tables->reopen(11));
    QCOMPARE(hits(QStringLiteral("alpha")), 0);
    answer.text = QStringLiteral("alpha beta gamma");
    answer.state = MessageState::Complete;
    OK(m_tables->finish(answer));
    QCOMPARE(hits(QStringLiteral("gamma")), 1);
    QCOMPARE(hits(QStringLiteral("alpha")), 1);
    OK(m_tables->rename(1, QStringLiteral("Delta")));
    QCOMPARE(hits(QStringLiteral("first")), 0);
    QCOMPARE(hits(QStringLiteral("delta")), 1);
    OK(m_database->run(
        QStringLiteral("INSERT INTO message_index (message_index, rank) VALUES ('integrity-check', 1)")));
    OK(m_database->run(QStringLiteral("INSERT INTO title_index (title_index, rank) VALUES ('integrity-check', 1)")));
}

void TestChatTables::snippetsAreOnePlainLine()
{
    OK(m_tables->append({ messageRecord(10, 1, 0,
        QStringLiteral("filler ").repeated(100) + QStringLiteral("<b>needle</b>\n\n\tand a needle")
            + QStringLiteral(" tail").repeated(100)) }));
    const auto found = m_tables->search(QStringLiteral("needle"), 10);
    OK(found);
    QCOMPARE(found->size(), 1);
    const SearchHit &hit = found->first();
    QCOMPARE(hit.message, 10);
    QVERIFY2(hit.snippet.contains(QStringLiteral("<b>needle</b> and a needle")), qPrintable(hit.snippet));
    QVERIFY(hit.snippet.size() < 300);
    QCOMPARE(hit.marks.size(), 2);
    for (const SearchHit::Range &mark : hit.marks) {
        QCOMPARE(hit.snippet.sliced(mark.start, mark.length), QStringLiteral("needle"));
    }
}

void TestChatTables::interruptedAnswers()
{
    OK(m_tables->append({ messageRecord(10, 1, 0, QStringLiteral("q")),
        messageRecord(11, 1, 10, QStringLiteral("needle"), MessageRole::Assistant, MessageState::Partial) }));
    QCOMPARE(m_tables->closeInterrupted().value(), 1);
    QCOMPARE(m_tables->closeInterrupted().value(), 0);
    QCOMPARE(m_tables->contents(1)->messages[1].state, MessageState::Interrupted);
    QCOMPARE(hits(QStringLiteral("needle")), 1);
}

// SQLite follows 1000 levels of foreign keys and no more.
void TestChatTables::unsentChats()
{
    ChatRecord chat = chatRecord(20, {});
    chat.draft = QStringLiteral("half a thou");
    chat.options.systemPrompt = QStringLiteral("Be brief.");
    chat.options.sampling.topK = 7;
    OK(m_tables->saveUnsent(chat));
    chat.draft = QStringLiteral("half a thought");
    OK(m_tables->saveUnsent(chat)); // again, longer
    auto found = m_tables->unsent();
    OK(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().summary.id, 20);
    QCOMPARE(found->first().draft, chat.draft);
    QCOMPARE(found->first().options, chat.options);
    QCOMPARE(m_tables->lastId().value(), 20);
    QCOMPARE(m_tables->page({}, 10)->size(), 1); // it is no chat yet
    QCOMPARE(hits(QStringLiteral("thought")), 0);
    OK(m_tables->insert(chat)); // now it is
    QCOMPARE(m_tables->unsent()->size(), 0);
    QCOMPARE(m_tables->page({}, 10)->size(), 2);
    chat.summary.id = 21;
    OK(m_tables->saveUnsent(chat));
    chat.draft.clear();
    OK(m_tables->saveUnsent(chat));
    QCOMPARE(m_tables->unsent()->size(), 0);
}

void TestChatTables::everyStateComesBack()
{
    MessageId parent = 0;
    for (int state = 0; state <= static_cast<int>(MessageState::TooLong); ++state) {
        const MessageRecord message = messageRecord(10 + state, 1, parent, QStringLiteral("a"), MessageRole::Assistant,
            static_cast<MessageState::State>(state));
        OK(m_tables->append({ message }));
        parent = message.id;
    }
    OK(m_tables->setHiddenUpTo(1, 12));
    const auto chat = m_tables->contents(1);
    OK(chat);
    QCOMPARE(chat->chat.hiddenUpTo, 12);
    for (qsizetype i = 0; i < chat->messages.size(); ++i) {
        QCOMPARE(static_cast<int>(chat->messages[i].state), static_cast<int>(i));
    }
}

void TestChatTables::aChatDeeperThanATrigger()
{
    QList<MessageRecord> messages;
    for (int i = 0; i < 3000; ++i) {
        messages << messageRecord(10 + i, 1, i == 0 ? 0 : 9 + i, QStringLiteral("text"));
    }
    OK(m_tables->append(messages));
    const quint64 before = m_database->statements();
    QCOMPARE(m_tables->contents(1)->messages.size(), 3000);
    QCOMPARE(m_database->statements() - before, 3u);
    OK(m_tables->remove(1));
    QVERIFY(!m_tables->contents(1).has_value());
}

void TestChatTables::presets()
{
    const Preset exact { QStringLiteral("Exact"), QStringLiteral("Only code."), { .temperature = 0 } };
    OK(m_tables->savePreset(exact));
    OK(m_tables->savePreset({ QStringLiteral("brainstorm"), {}, { .temperature = 1.2 } }));
    OK(m_tables->savePreset(exact)); // replaced
    QCOMPARE(m_tables->presets()->size(), 2);
    QCOMPARE(m_tables->presets()->at(1), exact);
    OK(m_tables->removePreset(QStringLiteral("Exact")));
    QCOMPARE(m_tables->presets()->size(), 1);
}

// A file that someone has edited, or that a later version wrote some rows of: everything is still listed and opens.
void TestChatTables::strangeValues()
{
    OK(m_database->run(
        QStringLiteral("UPDATE chats SET sampling = '[1, {]', preset = x'00ff', draft = 5 WHERE id = 1")));
    OK(m_database->run(QStringLiteral("INSERT INTO messages (id, chat_id, parent_id, role, state, text, prompt_tokens) "
                                      "VALUES (10, 1, 99, 7, -3, x'c328', 99999999999)")));
    QCOMPARE(m_tables->page({}, 10)->size(), 1);
    const auto chat = m_tables->contents(1);
    OK(chat);
    QCOMPARE(chat->chat.options.sampling, SamplingOptions());
    QCOMPARE(chat->messages.size(), 1);
    QCOMPARE(chat->messages[0].role, MessageRole::User);
    QCOMPARE(chat->messages[0].state, MessageState::Complete);
    QCOMPARE(chat->messages[0].figures.promptTokens, std::numeric_limits<int>::max());
}

void TestChatTables::hostileText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("sql") << QStringLiteral("'); DROP TABLE chats; --");
    QTest::newRow("marks of the snippet") << QStringLiteral("a\u0003\u0002 needle \u0003\u0003\u0002");
    QTest::newRow("half a pair") << QStringLiteral("needle ") + QChar(0xD800);
    QTest::newRow("one long word") << QStringLiteral("needle ") + QStringLiteral("x").repeated(500'000);
    QTest::newRow("bidi") << QStringLiteral("needle \u202e\u2066");
}

void TestChatTables::hostileText()
{
    QFETCH(QString, text);
    OK(m_tables->append({ messageRecord(10, 1, 0, text) }));
    OK(m_tables->rename(1, text.first(std::min<qsizetype>(100, text.size()))));
    QCOMPARE(m_tables->contents(1)->messages[0].text.size(), text.size());
    const auto found = m_tables->search(QStringLiteral("needle"), 10);
    OK(found);
    for (const SearchHit &hit : *found) {
        for (const SearchHit::Range &mark : hit.marks) {
            QVERIFY(mark.start >= 0 && mark.length > 0 && mark.start + mark.length <= hit.snippet.size());
        }
    }
    OK(m_tables->remove(1));
}

QTEST_GUILESS_MAIN(TestChatTables)
#include "tst_chattables.moc"
