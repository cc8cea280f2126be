// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "testapp.h"

#include <QAccessible>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QMimeData>
#include <QQmlComponent>
#include <QQmlEngine>

namespace
{
QString accessibleName(QQuickItem *item)
{
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(item);
    return interface ? interface->text(QAccessible::Name) : QString();
}

// A row of a list that is itself a stop of the Tab key: Up and Down lead to it.
bool isReachedByArrows(const QQuickItem *item)
{
    for (const QQuickItem *parent = item->parentItem(); parent; parent = parent->parentItem()) {
        if (parent->inherits("QQuickListView")) {
            return item->inherits("QQuickItemDelegate") && parent->activeFocusOnTab();
        }
    }
    return false;
}

QStringList announced; // in the process: QAccessible has one handler

void recordAnnouncement(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Announcement) {
        announced << static_cast<QAccessibleAnnouncementEvent *>(event)->message();
    }
}

template <typename Visitor> void visitVisible(QQuickItem *item, Visitor &&visit)
{
    if (!item->isVisible()) {
        return;
    }
    visit(item);
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children) {
        visitVisible(child, visit);
    }
}
}

TestApp::TestApp(QObject *parent)
    : QObject(parent)
{
    QAccessible::setActive(true);
    QAccessible::installUpdateHandler(recordAnnouncement);
    QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "openAddress");
    QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "openAddress");
}

TestApp::~TestApp()
{
    QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
}

void TestApp::classBegin()
{
}

void TestApp::componentComplete()
{
    FakeOptions options;
    options.tokensPerSecond = m_tokensPerSecond;
    options.prefillTokensPerSecond = 0;
    options.loadTime = std::chrono::milliseconds { 0 };
    options.answers = m_longAnswer > 0 ? QStringList { FakeBackend::longAnswer(m_longAnswer) } : m_answers;
    options.failures.insert(QStringLiteral("broken.gguf"),
        { InferenceError::Code::Truncated,
            QStringLiteral("broken.gguf: the tensor data ends too early at byte 4096 "
                           "(found 4096, allowed 8192)") });
    options.holdLoadAt = m_holdLoadAt;
    options.holdPrefillAt = m_holdPrefillAt;
    options.holdAfterTokens = m_holdAfterTokens;
    options.failAfterTokens = m_failAfterTokens;
    options.generationError
        = { InferenceError::Code::Numeric, QStringLiteral("model.gguf: a logit is not a number at position 17") };

    options.availableMemory = static_cast<quint64>(m_availableMemory);

    m_backend = std::make_shared<FakeBackend>(options);
    const QString settingsPath = m_folder.filePath(QStringLiteral("vibrantrc"));
    {
        Settings settings(settingsPath);
        settings.setReducedMotion(true);
        settings.setRecentFiles(m_recentFiles);
    }
    for (const QString &name : std::as_const(m_libraryFiles)) {
        QDir().mkpath(libraryPath({}));
        QFile file(libraryPath(name));
        if (file.open(QIODevice::WriteOnly)) {
            file.resize(name.contains(u"14b") ? 9'000'000'000 : name.contains(u"3b") ? 2'600'000'000 : 4'700'000'000);
        }
    }
    if (m_blockStorage) {
        QDir(m_folder.path()).mkdir(QStringLiteral("chats.db")); // a folder where the file should be
    }
    m_app = std::make_unique<Composition>(m_backend, settingsPath);
    if (!m_libraryFiles.isEmpty()) {
        m_app->library.setKnownPlaces({ { LibraryPlace::Kind::LmStudio, libraryPath({}) } });
    }
}

ModelController *TestApp::models() const
{
    return &m_app->models;
}

ModelLibrary *TestApp::library() const
{
    return &m_app->library;
}

ModelStore *TestApp::modelStore() const
{
    return &m_app->modelStore;
}

LoadPlan *TestApp::plan() const
{
    return &m_app->plan;
}

ActionModel *TestApp::actions() const
{
    return &m_app->actions;
}

ChatController *TestApp::chat() const
{
    return &m_app->chat;
}

ChatsController *TestApp::chats() const
{
    return &m_app->chats;
}

StatusController *TestApp::status() const
{
    return &m_app->status;
}

Settings *TestApp::settings() const
{
    return &m_app->settings;
}

QQuickWindow *TestApp::openWindow(int width, int height)
{
    announced.clear();
    QQmlComponent main(qmlEngine(this), QStringLiteral("Vibrant"), QStringLiteral("Main"));
    QVariantMap properties = m_app->initialProperties();
    properties.insert(QStringLiteral("width"), width);
    properties.insert(QStringLiteral("height"), height);
    m_window.reset(main.createWithInitialProperties(properties));
    auto *window = qobject_cast<QQuickWindow *>(m_window.get());
    if (!window) {
        qWarning("%s", qPrintable(main.errorString()));
        return nullptr;
    }
    QQmlEngine::setObjectOwnership(window, QQmlEngine::CppOwnership);
    window->requestActivate();
    return window;
}

void TestApp::release()
{
    m_backend->release();
}

QString TestApp::libraryPath(const QString &fileName) const
{
    return m_folder.filePath(QStringLiteral("Models/") + fileName);
}

QString TestApp::modelPath(const QString &fileName) const
{
    const QString path = m_folder.filePath(fileName);
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly)) {
        file.write("GGUF");
    }
    return path;
}

QQuickItem *TestApp::find(const QString &name) const
{
    QQuickItem *found = nullptr;
    visitVisible(qobject_cast<QQuickWindow *>(m_window.get())->contentItem(), [&](QQuickItem *item) {
        if (!found && accessibleName(item) == name) {
            found = item;
        }
    });
    return found;
}

QStringList TestApp::inaccessible() const
{
    QStringList problems;
    visitVisible(qobject_cast<QQuickWindow *>(m_window.get())->contentItem(), [&](QQuickItem *item) {
        const bool button = item->inherits("QQuickAbstractButton");
        const bool field = item->inherits("QQuickTextEdit") || item->inherits("QQuickTextField")
            || item->inherits("QQuickComboBox") || item->inherits("QQuickSpinBox");
        if (!button && !field) {
            return;
        }
        const QString type = QString::fromLatin1(item->metaObject()->className());
        if (accessibleName(item).isEmpty()) {
            problems.append(type + QStringLiteral(": no accessible name"));
        }
        if (button && item->isEnabled() && !item->activeFocusOnTab() && !isReachedByArrows(item)) {
            problems.append(type + QStringLiteral(": not reachable with Tab, ") + accessibleName(item));
        }
        if (button && (item->width() < 24 || item->height() < 24)) {
            problems.append(type + QStringLiteral(": smaller than 24 px, ") + accessibleName(item));
        }
    });
    return problems;
}

namespace
{
std::unique_ptr<QMimeData> fileData(const QString &path)
{
    auto data = std::make_unique<QMimeData>();
    data->setUrls({ QUrl::fromLocalFile(path) });
    return data;
}
}

void TestApp::dragFile(const QString &path)
{
    auto *window = qobject_cast<QQuickWindow *>(m_window.get());
    const QPoint middle(window->width() / 2, window->height() / 2);
    const auto data = fileData(path);
    QDragEnterEvent enter(middle, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window, &enter);
    QDragMoveEvent move(middle, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window, &move);
}

void TestApp::dropFile(const QString &path)
{
    auto *window = qobject_cast<QQuickWindow *>(m_window.get());
    const auto data = fileData(path);
    QDropEvent drop(
        QPoint(window->width() / 2, window->height() / 2), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window, &drop);
}

void TestApp::dragLeave()
{
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(m_window.get(), &leave);
}

QString TestApp::textFile(const QString &name, const QString &text) const
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(text.toUtf8());
    }
    return file.fileName();
}

QUrl TestApp::folderUrl(const QString &name) const
{
    QDir(m_folder.path()).mkpath(name);
    return QUrl::fromLocalFile(m_folder.filePath(name));
}

QString TestApp::readFile(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestApp::setClipboard(const QString &text) const
{
    QGuiApplication::clipboard()->setText(text);
}

void TestApp::addChats(int count)
{
    QList<ChatContents> chats;
    for (int i = 1; i <= count; ++i) {
        ChatContents chat;
        chat.chat.summary.title = QStringLiteral("Chat %1").arg(i);
        chats << chat;
    }
    m_app->store.insert(chats).waitForFinished();
}

double TestApp::addLongChat(int messages)
{
    ChatContents contents;
    contents.chat.summary.title = QStringLiteral("Long chat");
    for (int i = 1; i <= messages; ++i) {
        MessageRecord message;
        message.id = i;
        message.parent = i - 1;
        message.role = i % 2 ? MessageRole::User : MessageRole::Assistant;
        message.text = i % 2 ? QStringLiteral("Question %1").arg(i) : FakeBackend::longAnswer(200);
        contents.messages << message;
    }
    m_app->store.insert({ contents }).waitForFinished();
    return static_cast<double>(m_app->store.page({}, 1).result().first().id);
}

double TestApp::addInterruptedChat()
{
    ChatContents contents;
    contents.chat.summary.title = QStringLiteral("Interrupted chat");
    MessageRecord question, answer;
    question.id = 1;
    question.text = QStringLiteral("A long question");
    answer.id = 2;
    answer.parent = 1;
    answer.role = MessageRole::Assistant;
    answer.state = MessageState::Interrupted;
    answer.text = QStringLiteral("The beginning of");
    contents.messages = { question, answer };
    m_app->store.insert({ contents }).waitForFinished();
    return static_cast<double>(m_app->store.page({}, 1).result().first().id);
}

void TestApp::unblockStorage()
{
    QDir(m_folder.path()).rmdir(QStringLiteral("chats.db"));
}

void TestApp::setRightToLeft()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
}

QList<QObject *> TestApp::popups() const
{
    QList<QObject *> found = m_window->findChildren<QObject *>();
    found.removeIf([](const QObject *object) { return !object->inherits("QQuickPopup"); });
    return found;
}

int TestApp::blockModels() const
{
    return m_app->chat.current()->messages()->blockModels();
}

QString TestApp::clipboard() const
{
    return QGuiApplication::clipboard()->text();
}

QStringList TestApp::announcements() const
{
    return announced;
}
