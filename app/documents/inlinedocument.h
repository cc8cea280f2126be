// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Fills a TextEdit's document with the inline Markdown of one block: bold, italic, strike-through, code, links.
//
// Characters and formats are written with QTextCursor; nothing passes through an HTML or Markdown importer of Qt, so
// no text can load an image, a file or a page. Images appear as their alternative text and address. Links only to http,
// https and mailto; others are plain text. A change rewrites from the first character that differs.
#pragma once

#include <QColor>
#include <QFont>
#include <QPointer>
#include <QQmlParserStatus>
#include <QQuickTextDocument>
#include <QTextCharFormat>
#include <QtQmlIntegration>

#include "text/inlinemarkdown.h"

class InlineDocument : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *textDocument READ textDocument WRITE setTextDocument NOTIFY textDocumentChanged)
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(bool plain READ plain WRITE setPlain NOTIFY sourceChanged) // the source as it is: a user's own message
    Q_PROPERTY(QFont codeFont READ codeFont WRITE setCodeFont NOTIFY styleChanged)
    Q_PROPERTY(QColor codeColor READ codeColor WRITE setCodeColor NOTIFY styleChanged)
    Q_PROPERTY(QColor codeBackground READ codeBackground WRITE setCodeBackground NOTIFY styleChanged)
    Q_PROPERTY(QColor linkColor READ linkColor WRITE setLinkColor NOTIFY styleChanged)
    Q_PROPERTY(qreal lineHeight READ lineHeight WRITE setLineHeight NOTIFY styleChanged) // factor, 1.5
    Q_PROPERTY(QString plainText READ plainText NOTIFY sourceChanged) // for accessibility
    Q_PROPERTY(int linkCount READ linkCount NOTIFY sourceChanged)

public:
    explicit InlineDocument(QObject *parent = nullptr);

    void classBegin() override;
    void componentComplete() override;

    [[nodiscard]] QQuickTextDocument *textDocument() const;
    void setTextDocument(QQuickTextDocument *document);
    [[nodiscard]] QString source() const;
    void setSource(const QString &source);
    [[nodiscard]] bool plain() const;
    void setPlain(bool plain);
    [[nodiscard]] QFont codeFont() const;
    void setCodeFont(const QFont &font);
    [[nodiscard]] QColor codeColor() const;
    void setCodeColor(const QColor &color);
    [[nodiscard]] QColor codeBackground() const;
    void setCodeBackground(const QColor &color);
    [[nodiscard]] QColor linkColor() const;
    void setLinkColor(const QColor &color);
    [[nodiscard]] qreal lineHeight() const;
    void setLineHeight(qreal factor);
    [[nodiscard]] QString plainText() const;

    [[nodiscard]] int linkCount() const;

    // The link at a document position, for TextEdit.positionAt(); -1 where there is none.
    Q_INVOKABLE [[nodiscard]] int linkAt(int position) const;
    Q_INVOKABLE [[nodiscard]] QString linkAddress(int link) const; // empty for -1
    Q_INVOKABLE [[nodiscard]] QString linkText(int link) const;
    Q_INVOKABLE [[nodiscard]] QString linkHost(int link) const; // as the network sees it: "xn--…"
    Q_INVOKABLE [[nodiscard]] int linkBegin(int link) const; // document positions
    Q_INVOKABLE [[nodiscard]] int linkEnd(int link) const;
    // The visible text does not say where it leads: ask first.
    Q_INVOKABLE [[nodiscard]] bool linkSurprises(int link) const;
    // Opens an http, https or mailto address in the user's program; anything else is refused.
    Q_INVOKABLE bool openLink(const QString &address) const;

Q_SIGNALS:
    void textDocumentChanged();
    void sourceChanged();
    void styleChanged();

private:
    void rebuild(bool fromScratch);
    struct Link {
        int begin = 0, end = 0; // document positions
        QString address;
        QString text;
    };
    void findLinks();
    [[nodiscard]] const Link &link(int number) const;
    [[nodiscard]] QTextCharFormat formatOf(const InlineRun &run) const;

    QPointer<QQuickTextDocument> m_document;
    QString m_source;
    bool m_plain = false;
    bool m_complete = true; // false while QML sets the properties one by one
    QFont m_codeFont;
    QColor m_codeColor, m_codeBackground, m_linkColor;
    qreal m_lineHeight = 1.0;
    QList<InlineRun> m_runs; // what the document holds
    QList<Link> m_links;
};
