// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Reads text files by what is in them (decodedtext.h), on a thread of the pool.
#pragma once

#include <expected>

#include <QObject>
#include <QUrl>
#include <QtQmlIntegration>

class TextFile : public QObject
{
    Q_OBJECT
    QML_ELEMENT

public:
    static constexpr qint64 kMaxBytes = 2 * 1024 * 1024; // about 500 000 tokens: more than any context

    struct Content {
        QString text;
        QString encoding;
        qint64 bytes = 0;
    };
    // The reading itself, on any thread; the error is a sentence for the user.
    [[nodiscard]] static std::expected<Content, QString> read(const QString &path);

    explicit TextFile(QObject *parent = nullptr);

    // Ends with one of the signals.
    Q_INVOKABLE void load(const QUrl &file);

Q_SIGNALS:
    void loaded(const QString &fileName, const QString &content);
    void failed(const QString &reason);
};
