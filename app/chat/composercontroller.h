// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The text being written, and the history of what was sent (newest last, this run only).
#pragma once

#include <QObject>
#include <QStringList>
#include <QtQmlIntegration>

class ComposerController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the ChatController")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(bool sendable READ sendable NOTIFY sendableChanged) // there is something to send

public:
    static constexpr int kHistory = 100; // entries

    explicit ComposerController(QObject *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    [[nodiscard]] bool sendable() const;

    // Walk through what was sent; the unsent draft comes back at the newest end. True if the text changed.
    Q_INVOKABLE bool historyPrevious();
    Q_INVOKABLE bool historyNext();

    // The text to send; remembers it and empties the composer.
    [[nodiscard]] QString take();

Q_SIGNALS:
    void textChanged();
    void sendableChanged();

private:
    void show(const QString &text);

    QString m_text;
    QString m_draft; // what was there before walking back
    QStringList m_history;
    qsizetype m_position = 0; // in m_history; size() = the draft
};
