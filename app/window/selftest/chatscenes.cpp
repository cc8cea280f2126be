// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The scenes of chats: many chats, versions, search, trash, and a disk that does not play along.
#include <QFile>
#include <QQuickItem>

#include "window/selftest/scenes.h"

using namespace std::chrono_literals;

namespace
{
const QString kModel = QStringLiteral("/Qwen2.5-Coder-7B-Instruct-Q4_K_M.gguf");
constexpr qint64 kDayMs = 86'400'000;

struct Past {
    const char *title;
    int daysAgo;
    bool pinned;
};
constexpr Past kPast[] = {
    { "Review checklist for parsers", 20, true },
    { "Reject lengths that do not fit", 0, false },
    { "Why is my lambda copied?", 0, false },
    { "Rust: borrow across await", 0, false },
    { "Bash: loop over files with spaces", 1, false },
    { "SQL window functions by example", 1, false },
    { "Unit tests for ISO 8601 dates", 3, false },
    { "CMake presets for sanitizers", 4, false },
    { "Explain this assembly of a dot product, one instruction after the other", 6, false },
    { "Python generators or lists?", 12, false },
    { "Regex for semantic versions", 17, false },
    { "A ring buffer of fixed capacity", 25, false },
    { "Parse GGUF metadata in Go", 45, false },
    { "Sort a list of naïve strings", 75, false },
    { "מיון רשימה", 80, false },
};

MessageRecord message(MessageId id, MessageId parent, MessageRole role, const QString &text)
{
    MessageRecord record;
    record.id = id;
    record.parent = parent;
    record.role = role;
    record.text = text;
    return record;
}

// Chats of the last months, oldest first; the newest has versions.
void fill(Composition &app)
{
    const qint64 now = app.store.nowMs();
    QList<ChatContents> chats;
    for (auto past = std::rbegin(kPast); past != std::rend(kPast); ++past) {
        ChatContents chat;
        chat.chat.summary.title = QString::fromUtf8(past->title);
        chat.chat.summary.pinned = past->pinned;
        chat.chat.summary.updatedMs = now - past->daysAgo * kDayMs;
        chat.messages = { message(1, 0, MessageRole::User,
                              QString::fromUtf8(past->title)
                                  + QStringLiteral("\n\nHow would you write the ring buffer here?")),
            message(2, 1, MessageRole::Assistant,
                QStringLiteral(
                    "A **ring buffer** keeps two positions and wraps them; the ring is full when one slot is left.")) };
        chats << chat;
    }
    app.store.insert(chats).waitForFinished();
}

Scene withChats(const QString &name)
{
    Scene scene;
    scene.name = name;
    scene.options.tokensPerSecond = 0;
    scene.options.prefillTokensPerSecond = 0;
    scene.options.loadTime = 0ms;
    scene.act = [](Composition &app, const QString &folder) {
        fill(app);
        app.models.openPath(folder + kModel);
    };
    scene.prompts = { QStringLiteral("This reads a length from the file and allocates it. Make it reject lengths that "
                                     "don't fit the bytes that remain.") };
    scene.reached
        = [](const Composition &app) { return app.models.ready() && app.chat.current()->phase() == ChatPhase::Idle; };
    return scene;
}

void type(QQuickWindow *window, const char *field, const QString &text)
{
    if (auto *item = window->findChild<QQuickItem *>(QString::fromLatin1(field))) {
        item->setProperty("text", text);
    }
}
}

QList<Scene> chatScenes()
{
    QList<Scene> list;
    list << withChats(QStringLiteral("chats"));

    Scene search = withChats(QStringLiteral("search-results"));
    search.finish = [](Composition &app, QQuickWindow *) { app.chats.search()->setQuery(QStringLiteral("ring buf")); };
    search.finished = [](Composition &app) { return app.chats.search()->count() > 3; };
    list << search;

    Scene find = withChats(QStringLiteral("find-in-chat"));
    find.finish = [](Composition &app, QQuickWindow *window) {
        app.actions.trigger(ActionModel::FindInChat);
        type(window, "findField", QStringLiteral("length"));
    };
    list << find;

    Scene menu = withChats(QStringLiteral("chat-menu"));
    menu.popup = QStringLiteral("chatMenu");
    list << menu;

    Scene undo = withChats(QStringLiteral("trash-undo"));
    undo.finish = [](Composition &app, QQuickWindow *) {
        app.chats.moveToTrash(static_cast<double>(app.chats.list()->chatAt(3)));
    };
    undo.finished = [](Composition &app) {
        return !app.chats.undoText().isEmpty() && app.chats.list()->count() == static_cast<int>(std::size(kPast));
    };
    list << undo;

    Scene trash = withChats(QStringLiteral("trash"));
    trash.finish = [](Composition &app, QQuickWindow *window) {
        for (const int row : { 9, 6, 4 }) {
            app.store.moveToTrash(app.chats.list()->chatAt(row)).waitForFinished();
        }
        if (auto *sidebar = window->findChild<QQuickItem *>(QStringLiteral("sidebar"))) {
            sidebar->setProperty("trashShown", true);
        }
    };
    trash.finished = [](Composition &app) { return app.chats.trash()->count() == 3; };
    list << trash;

    Scene versions = withChats(QStringLiteral("versions"));
    versions.finish = [](Composition &app, QQuickWindow *) {
        app.chat.current()->editAnswer(1,
            QStringLiteral("Compare by division, never by multiplication:\n\n```cpp\nif (length > remaining / size) "
                           "{\n    return fail();\n}\n```\n"));
        app.chat.editQuestion(0, QStringLiteral("And now without exceptions, please."));
    };
    versions.finished = [](Composition &app) { return app.chat.current()->phase() == ChatPhase::Idle; };
    list << versions;

    Scene settings = withChats(QStringLiteral("chat-settings"));
    settings.finish = [](Composition &app, QQuickWindow *) {
        app.chat.current()->setSystemPrompt(QStringLiteral(
            "You review C++ for robustness. Answer with the shortest code that is correct, then one sentence why."));
        SamplingOptions sampling = app.chat.current()->sampling();
        sampling.temperature = 0.2;
        app.chat.current()->setSampling(sampling);
        app.chats.savePreset(QStringLiteral("Review"));
        app.actions.trigger(ActionModel::ShowChatSettings);
    };
    list << settings;

    Scene queued = withChats(QStringLiteral("queued"));
    queued.options.holdAfterTokens = 60;
    queued.options.tokensPerSecond = 120;
    queued.prompts = {};
    queued.reached = [](const Composition &app) { return app.models.ready(); };
    queued.finish = [](Composition &app, QQuickWindow *) {
        for (const char *question :
            { "Explain this function, step by step.", "And what would a test of it look like?" }) {
            app.chat.newChat();
            app.chat.composer()->setText(QString::fromLatin1(question));
            app.chat.send();
        }
    };
    queued.finished = [](Composition &app) {
        return app.chat.current()->phase() == ChatPhase::Queued && app.chats.list()->count() > 16;
    };
    list << queued;

    Scene temporary = withChats(QStringLiteral("temporary-chat"));
    temporary.finish = [](Composition &app, QQuickWindow *) { app.chat.newTemporaryChat(); };
    list << temporary;

    Scene problem = withChats(QStringLiteral("storage-problem"));
    problem.blockStorage = true;
    list << problem;

    Scene narrow = withChats(QStringLiteral("chats-narrow"));
    narrow.size = { 420, 760 };
    narrow.popup = QStringLiteral("drawer");
    list << narrow;
    return list;
}
