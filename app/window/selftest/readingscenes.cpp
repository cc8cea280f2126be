// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "window/selftest/readingscenes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QQmlEngine>
#include <QWheelEvent>

#include "documents/blockmodel.h"

namespace
{
const QString kFirstCode = QStringLiteral(R"(#include "ring.h"

bool Ring::push(int value) {
    if (size == capacity) {
        return false;
    }
    slots[(first + size) % capacity] = value;
    ++size;
    return true;
}
)");
const QString kSecondCode = QStringLiteral(R"(#include "ring.h"

#include <cassert>

bool Ring::push(int value) {
    assert(capacity > 0);
    if (size == capacity) {
        return false;
    }
    slots[(first + size++) % capacity] = value;
    return true;
}
)");
const QString kTestCode = QStringLiteral(R"(TEST(Ring, RefusesWhatDoesNotFit) {
    Ring ring(2);
    EXPECT_TRUE(ring.push(1));
    EXPECT_TRUE(ring.push(2));
    EXPECT_FALSE(ring.push(3));
}
)");

QString fenced(const QString &info, const QString &code)
{
    return QStringLiteral("```%1\n%2```\n").arg(info, code);
}

// The answers of a chat in which a file is written and then changed.
QStringList ringAnswers()
{
    return { QStringLiteral("Put this into `ring.cpp`:\n\n") + fenced(QStringLiteral("cpp ring.cpp"), kFirstCode),
        QStringLiteral("With an assertion, and one line less:\n\n")
            + fenced(QStringLiteral("cpp ring.cpp"), kSecondCode) + QStringLiteral("\nand its test:\n\n")
            + fenced(QStringLiteral("cpp ring_test.cpp"), kTestCode) };
}

const QStringList kRingPrompts = { QStringLiteral("A ring buffer of fixed capacity, please."),
    QStringLiteral("Make it shorter, and add a test.") };

const QString kThinking = QStringLiteral(R"md(<think>
The user wants to know whether the loop can run past the end. `i <= n` visits n + 1 elements.

Two fixes are possible: `i < n`, or a range-for. The second cannot be wrong, so it comes first.
</think>
It runs one element past the end: `i <= n` visits **n + 1** of them. A range-for cannot get that wrong:

```cpp
for (const Row& row : rows) {
    total += row.size;
}
```
)md");

const QString kMaths = QStringLiteral(R"md(With a window of $k$ elements the mean moves in constant time:

$$\bar{x}_{t+1} = \bar{x}_t + \frac{x_{t+1} - x_{t-k+1}}{k}$$

- The error after $n$ steps grows like $O(\sqrt{n} \cdot \varepsilon)$, because the rounding errors $\delta_i$ are independent.
- For $k \geq 2^{24}$ in single precision the sum $\sum_{i=1}^{k} x_i$ no longer changes at all.

Where that matters, keep $\alpha \leq \frac{1}{2}$ and add the $\delta_i$ up as well.
)md");

void turnWheelBack(QQuickWindow *window)
{
    const QPointF middle(window->width() / 2, window->height() / 2);
    QWheelEvent event(
        middle, window->mapToGlobal(middle), {}, { 0, 600 }, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(window, &event);
}

QUrl writeFile(const QString &name, const QString &text)
{
    QFile file(QDir::home().filePath(name));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(text.toUtf8());
    }
    return QUrl::fromLocalFile(file.fileName());
}

Scene asked(Scene scene, const char *name, const QStringList &prompts, const QStringList &answers)
{
    scene.name = QString::fromLatin1(name);
    scene.prompts = prompts;
    scene.options.answers = answers;
    return scene;
}
}

QList<Scene> readingScenes(const Scene &ready)
{
    QList<Scene> list;

    Scene thinking = asked(ready, "thinking", { QStringLiteral("Does this loop run past the end?") }, { kThinking });
    thinking.finish = [](Composition &app, QQuickWindow *) {
        const MessageModel *messages = app.chat.current()->messages();
        messages->data(messages->index(1), MessageModel::BlocksRole).value<BlockModel *>()->setThinkingShown(true);
    };
    list << thinking;

    Scene thought = asked(ready, "thought", thinking.prompts, { kThinking });
    list << thought << asked(ready, "maths", { QStringLiteral("How does a moving average drift?") }, { kMaths });

    Scene files = asked(ready, "files-in-chat", kRingPrompts, ringAnswers());
    files.finish = [](Composition &app, QQuickWindow *) { app.actions.trigger(ActionModel::ShowChatFiles); };
    list << files;

    Scene compare = asked(ready, "compare", kRingPrompts, ringAnswers());
    compare.finish = [](Composition &app, QQuickWindow *) {
        app.actions.trigger(ActionModel::CompareCode,
            QVariantMap { { QStringLiteral("name"), QStringLiteral("ring.cpp") },
                { QStringLiteral("text"), kSecondCode.chopped(1) } });
    };
    list << compare;
    Scene mirrored = files;
    mirrored.name = QStringLiteral("right-to-left-files");
    mirrored.direction = Qt::RightToLeft;
    list << mirrored;
    compare.name = QStringLiteral("compare-narrow");
    compare.size = { 460, 760 };
    list << compare;

    Scene away = asked(ready, "jump-to-newest", { QStringLiteral("Tell me everything about iterators.") },
        { FakeBackend::longAnswer(500) });
    away.options.tokensPerSecond = 400;
    away.options.holdAfterTokens = 420;
    away.reached = [](const Composition &app) {
        return app.chat.current()->phase() == ChatPhase::Generating && app.status.contextUsed() > 420;
    };
    away.finish = [](Composition &, QQuickWindow *window) { turnWheelBack(window); };
    list << away;

    Scene attached = asked(ready, "attachments", {}, {});
    attached.finish = [](Composition &app, QQuickWindow *) {
        app.chat.composer()->attachments()->add({ writeFile(QStringLiteral("ring.cpp"), kFirstCode.repeated(12)),
            writeFile(QStringLiteral("a-file-with-a-name-that-is-far-too-long-for-its-chip_test.cpp"), kTestCode) });
        app.chat.composer()->setText(QStringLiteral("Why does the second test fail?"));
    };
    attached.finished = [](Composition &app) {
        const int tokens = app.chat.composer()->attachments()->tokens();
        return tokens > 0 && app.chat.composer()->cost()->newTokens() >= tokens;
    };
    list << attached;

    const QStringList shortAnswers = { QStringLiteral("A ring buffer keeps **two positions** and wraps both."),
        QStringLiteral("It is full when one slot is left."), QStringLiteral("Then `push()` returns `false`.") };
    const QStringList shortPrompts
        = { QStringLiteral("What is a ring buffer?"), QStringLiteral("When is it full?"), QStringLiteral("And then?") };
    Scene viewStart = asked(ready, "view-start", shortPrompts, shortAnswers);
    viewStart.finish = [](Composition &app, QQuickWindow *) { app.chat.current()->messages()->setViewStart(2); };
    list << viewStart;

    Scene fit = asked(ready, "fit-sheet", shortPrompts, shortAnswers);
    fit.options.contextSize = 384;
    fit.finish = [](Composition &app, QQuickWindow *window) {
        const DraftCost *cost = app.chat.composer()->cost();
        QObject::connect(cost, &DraftCost::changed, window, [cost, &app] {
            if (!cost->fits()) {
                app.actions.trigger(ActionModel::ChooseWhatFits);
            }
        });
        app.chat.composer()->setText(QStringLiteral("Review this:\n\n") + kFirstCode.repeated(6));
    };
    fit.finished = [](Composition &app) {
        return app.chat.composer()->fit()->start() > 0 && app.chat.composer()->fit()->tokens() > 0;
    };
    list << fit;

    Scene asleep = asked(ready, "asleep", { shortPrompts.first() }, { shortAnswers.first() });
    asleep.finish = [](Composition &app, QQuickWindow *) { app.models.sleep(); };
    asleep.finished = [](Composition &app) { return app.models.asleep(); };
    list << asleep;

    Scene starter = ready;
    starter.name = QStringLiteral("starter");
    starter.recentFiles.clear();
    starter.options.starter = QStringLiteral("/usr/share/vibrant/models/vibrant-starter.gguf");
    starter.act = [path = starter.options.starter](Composition &app, const QString &) { app.models.openPath(path); };
    list << starter;
    return list;
}
