// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The files that go along with the message being written: each with its size and its price in tokens.
//
// Reading happens on a thread of the pool, counting on the engine's; a row appears at once and fills in. What cannot be
// attached (a picture, a program, too large a file) is not there in the end, and `notice` says why.
#pragma once

#include <stop_token>

#include <QAbstractListModel>
#include <QUrl>
#include <QtQmlIntegration>

#include "chats/chatrecords.h"
#include "files/foldercollector.h"

class EngineHost;
struct TokenCounts;

class AttachmentsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a ComposerController")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool reading READ reading NOTIFY changed) // something is still being read
    Q_PROPERTY(int tokens READ tokens NOTIFY changed) // of all; -1 = not known yet
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged) // why something is not attached; empty = nothing

public:
    static constexpr int kMaxFiles = 200;
    static constexpr qsizetype kMaxChars = 4 * 1024 * 1024; // of all together

    enum Role {
        NameRole = Qt::UserRole, // string: file name, or path within the folder that was attached
        DetailsRole, // string: "340 tokens", "reading…"
        TokensRole, // int: -1 = not known
        ReadingRole, // bool
    };
    Q_ENUM(Role)

    explicit AttachmentsModel(EngineHost &engine, QObject *parent = nullptr);
    ~AttachmentsModel() override;

    [[nodiscard]] int count() const;
    [[nodiscard]] bool reading() const;
    [[nodiscard]] int tokens() const;
    [[nodiscard]] QString notice() const;

    Q_INVOKABLE void add(const QList<QUrl> &files); // folders too
    Q_INVOKABLE void addText(const QString &text); // a long paste
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void clear();
    Q_INVOKABLE void dismissNotice();
    Q_INVOKABLE [[nodiscard]] QString name(int row) const;
    Q_INVOKABLE [[nodiscard]] QString text(int row) const;

    [[nodiscard]] QList<Attachment> files() const; // without those still being read
    [[nodiscard]] QList<Attachment> take(); // and forgets them

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed();
    void noticeChanged();

private:
    struct File {
        quint64 id = 0;
        QString name;
        QString source; // the path it was read from, so that it comes in once
        QString text;
        int tokens = -1;
        bool reading = false;
    };
    void read(const QString &path);
    void finishFile(quint64 id, const QString &text, const QString &problem);
    void finishFolder(quint64 id, const CollectedFolder &folder);
    [[nodiscard]] bool append(File file); // false when there is no room
    void removeRow(int row);
    [[nodiscard]] int rowOf(quint64 id) const;
    void countTokens(const QList<quint64> &ids);
    void onCounted(RequestId request, const TokenCounts &counts);
    void setNotice(const QString &notice);
    [[nodiscard]] qsizetype characters() const;

    EngineHost &m_engine;
    QList<File> m_files;
    quint64 m_lastId = 0;
    QHash<RequestId, QList<quint64>> m_counting;
    QString m_notice;
    std::stop_source m_stop;
};
