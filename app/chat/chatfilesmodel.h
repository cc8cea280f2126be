// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// All code of a chat as files: each block of each answer under the name it most likely has, made distinct. With
// `everything` also other versions of the answers and the files the user attached: what code can be compared with.
//
// Read anew by refresh(), from the texts of the messages; costs O(their characters), and no message gets its blocks built
// for it. At most kMaxFiles.
#pragma once

#include <QAbstractListModel>
#include <QPointer>
#include <QtQmlIntegration>

#include "chat/messagemodel.h"

class ChatFilesModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(MessageModel *messages READ messages WRITE setMessages NOTIFY messagesChanged)
    Q_PROPERTY(bool everything READ everything WRITE setEverything NOTIFY messagesChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int ticked READ ticked NOTIFY tickedChanged) // how many are to be saved

public:
    static constexpr int kMaxFiles = 2000;
    // A block without a name of its own and with fewer lines is not ticked at first: a command, not a file.
    static constexpr int kShort = 5;

    enum Role {
        NameRole = Qt::UserRole, // string: relative path, safe and distinct
        TitleRole, // string: name and where it comes from, for a menu
        DetailsRole, // string: "answer 2, 14 lines"
        LanguageRole, // string: display name, may be empty
        TickedRole, // bool
    };
    Q_ENUM(Role)

    explicit ChatFilesModel(QObject *parent = nullptr);

    [[nodiscard]] MessageModel *messages() const;
    void setMessages(MessageModel *messages);
    [[nodiscard]] bool everything() const;
    void setEverything(bool everything);
    [[nodiscard]] int count() const;
    [[nodiscard]] int ticked() const;

    Q_INVOKABLE void refresh();
    Q_INVOKABLE [[nodiscard]] QString name(int row) const;
    Q_INVOKABLE [[nodiscard]] QString title(int row) const;
    Q_INVOKABLE [[nodiscard]] QString text(int row) const;
    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE [[nodiscard]] QStringList tickedNames() const;
    Q_INVOKABLE [[nodiscard]] QStringList tickedTexts() const;
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString &text) const; // the newest, -1 = none
    // What code is best compared with: the newest other text of the same name, else of the same ending, else any; -1 = none.
    Q_INVOKABLE [[nodiscard]] int counterpartOf(const QString &name, const QString &text) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void messagesChanged();
    void countChanged();
    void tickedChanged();

private:
    struct File {
        QString name;
        QString given; // before it was made distinct
        QString text;
        QString origin; // "answer 2"
        QString language;
        bool ticked = false;
    };
    void addAnswer(const QString &source, const QString &origin);
    void addFile(const QString &name, const QString &text, const QString &origin, const QString &language);
    [[nodiscard]] static QString details(const File &file);

    QPointer<MessageModel> m_messages;
    bool m_everything = false;
    QList<File> m_files;
};
