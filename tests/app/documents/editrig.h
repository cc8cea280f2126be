// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A TextEdit without a window: it is what owns a QQuickTextDocument.
#pragma once

#include <memory>

#include <QEventLoop>
#include <QQuickTextDocument>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTimer>
#include <QtQml>

struct Edit {
    Edit()
    {
        QQmlComponent component(&engine);
        component.setData("import QtQuick\nTextEdit { textFormat: TextEdit.PlainText }", {});
        item.reset(component.create());
        quick = item->property("textDocument").value<QQuickTextDocument *>();
        document = quick->textDocument();
    }
    [[nodiscard]] bool isColoured() const
    {
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            if (!block.layout()->formats().isEmpty()) {
                return true;
            }
        }
        return false;
    }
    void nextTurn() const
    {
        QEventLoop turn;
        QTimer::singleShot(0, &turn, &QEventLoop::quit);
        turn.exec();
    }
    QQmlEngine engine;
    std::unique_ptr<QObject> item;
    QQuickTextDocument *quick = nullptr;
    QTextDocument *document = nullptr;
};
