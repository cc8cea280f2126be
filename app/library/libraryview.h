// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The library as it is shown: sorted, filtered by words, what cannot be loaded always behind what can.
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QtQmlIntegration>

class LibraryView : public QSortFilterProxyModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the ModelLibrary")
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY wordsChanged) // every one must occur somewhere in the row
    Q_PROPERTY(Order order READ order WRITE setOrder NOTIFY orderChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Order {
        Name,
        Size, // largest first
        Recent, // opened last first, then by the file's date
    };
    Q_ENUM(Order)

    explicit LibraryView(QObject *parent = nullptr);
    void showUsableOnly(); // leaves out what cannot be loaded

    [[nodiscard]] QString words() const;
    void setWords(const QString &words);
    [[nodiscard]] Order order() const;
    void setOrder(Order order);
    [[nodiscard]] int count() const;
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString &path) const; // -1 if it is not shown

Q_SIGNALS:
    void wordsChanged();
    void orderChanged();
    void countChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_text;
    QStringList m_words;
    Order m_order = Recent;
    bool m_usableOnly = false;
    QCollator m_collator;
};
