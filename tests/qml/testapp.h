// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The whole app on a FakeBackend, for Qt Quick Test: the same composition as main(), with the backend's knobs as
// properties that are read once, when the element is complete. Destroying it closes its window first.
#pragma once

#include <memory>

#include <QObject>
#include <QQmlParserStatus>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QtQmlIntegration>

#include "inference/fakebackend.h"
#include "window/composition.h"

class TestApp : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(QStringList answers MEMBER m_answers) // empty: the built-in ones
    Q_PROPERTY(int longAnswer MEMBER m_longAnswer) // tokens; 0 = use `answers`
    Q_PROPERTY(double tokensPerSecond MEMBER m_tokensPerSecond) // 0 = as fast as possible
    Q_PROPERTY(double holdLoadAt MEMBER m_holdLoadAt) // 0..1, see FakeOptions
    Q_PROPERTY(int holdPrefillAt MEMBER m_holdPrefillAt) // tokens
    Q_PROPERTY(int holdAfterTokens MEMBER m_holdAfterTokens)
    Q_PROPERTY(int failAfterTokens MEMBER m_failAfterTokens)
    Q_PROPERTY(QStringList recentFiles MEMBER m_recentFiles) // paths, newest first
    Q_PROPERTY(QStringList libraryFiles MEMBER m_libraryFiles) // names of model files in a folder of the user's
    Q_PROPERTY(double availableMemory MEMBER m_availableMemory) // bytes
    Q_PROPERTY(bool blockStorage MEMBER m_blockStorage) // the file of the chats cannot be made
    Q_PROPERTY(ActionModel *actions READ actions CONSTANT)
    Q_PROPERTY(ModelController *models READ models CONSTANT)
    Q_PROPERTY(ModelLibrary *library READ library CONSTANT)
    Q_PROPERTY(ModelStore *modelStore READ modelStore CONSTANT)
    Q_PROPERTY(LoadPlan *plan READ plan CONSTANT)
    Q_PROPERTY(ChatController *chat READ chat CONSTANT)
    Q_PROPERTY(ChatsController *chats READ chats CONSTANT)
    Q_PROPERTY(StatusController *status READ status CONSTANT)
    Q_PROPERTY(Settings *settings READ settings CONSTANT)

public:
    explicit TestApp(QObject *parent = nullptr);
    ~TestApp() override;

    void classBegin() override;
    void componentComplete() override;

    [[nodiscard]] ModelController *models() const;
    [[nodiscard]] ModelLibrary *library() const;
    [[nodiscard]] ActionModel *actions() const;
    [[nodiscard]] ModelStore *modelStore() const;
    [[nodiscard]] LoadPlan *plan() const;
    [[nodiscard]] ChatController *chat() const;
    [[nodiscard]] ChatsController *chats() const;
    [[nodiscard]] StatusController *status() const;
    [[nodiscard]] Settings *settings() const;

    // Main.qml, shown and active; null with a printed reason if it does not load.
    Q_INVOKABLE QQuickWindow *openWindow(int width, int height);
    Q_INVOKABLE void release(); // the backend's holds

    // In the folder of libraryFiles: sparse, of the size a model of that name would have.
    Q_INVOKABLE [[nodiscard]] QString libraryPath(const QString &fileName) const;
    // "broken.gguf" in a temporary folder does not load; any other name does.
    Q_INVOKABLE [[nodiscard]] QString modelPath(const QString &fileName) const;
    // The visible item of the window with this accessible name, popups included; null if there is none.
    Q_INVOKABLE [[nodiscard]] QQuickItem *find(const QString &accessibleName) const;
    // Interactive items a screen reader or the keyboard could not use: "<type>: <what is missing>".
    Q_INVOKABLE [[nodiscard]] QStringList inaccessible() const;
    // Drags a file over the middle of the window and leaves it there, drops it, or takes it away again.
    Q_INVOKABLE void dragFile(const QString &path);
    Q_INVOKABLE void dropFile(const QString &path);
    Q_INVOKABLE void dragLeave();
    // Addresses that the window would have opened in other programs.
    Q_INVOKABLE [[nodiscard]] QStringList openedAddresses() const { return m_opened; }
    // A file of the temporary folder: written (U+0000 as a zero byte), as the address of a folder, read.
    Q_INVOKABLE [[nodiscard]] QString textFile(const QString &name, const QString &text) const;
    Q_INVOKABLE [[nodiscard]] QUrl folderUrl(const QString &name) const;
    Q_INVOKABLE [[nodiscard]] QString readFile(const QString &name) const;
    Q_INVOKABLE void setClipboard(const QString &text) const;
    // Stored chats: many short ones, or one of `messages` messages whose id is returned.
    Q_INVOKABLE void addChats(int count);
    Q_INVOKABLE double addLongChat(int messages);
    Q_INVOKABLE [[nodiscard]] double addInterruptedChat(); // the program ended in the middle of its answer
    Q_INVOKABLE void unblockStorage();
    // The direction of the desktop's language, until this goes.
    Q_INVOKABLE void setRightToLeft();
    // Every popup there is in the window, open or not.
    Q_INVOKABLE [[nodiscard]] QList<QObject *> popups() const;
    Q_INVOKABLE [[nodiscard]] int blockModels() const; // made so far in the chat that is shown
    // What a screen reader was told to say since the window was opened.
    Q_INVOKABLE [[nodiscard]] QStringList announcements() const;
    // The text the system's clipboard holds.
    Q_INVOKABLE [[nodiscard]] QString clipboard() const;

public Q_SLOTS:
    void openAddress(const QUrl &address) { m_opened << address.toString(); } // instead of QDesktopServices

private:
    QStringList m_answers, m_recentFiles, m_libraryFiles;
    double m_availableMemory = 12e9;
    bool m_blockStorage = false;
    QStringList m_opened;
    int m_longAnswer = 0;
    double m_tokensPerSecond = 0, m_holdLoadAt = -1;
    int m_holdPrefillAt = -1, m_holdAfterTokens = -1, m_failAfterTokens = -1;

    QTemporaryDir m_folder;
    std::shared_ptr<FakeBackend> m_backend;
    std::unique_ptr<Composition> m_app;
    std::unique_ptr<QObject> m_window; // last, so that it goes first
};
