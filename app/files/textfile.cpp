// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "files/textfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>

#include "text/decodedtext.h"
#include "values/format.h"

TextFile::TextFile(QObject *parent)
    : QObject(parent)
{
}

std::expected<TextFile::Content, QString> TextFile::read(const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.isFile()) { // a pipe or a device might never end
        return std::unexpected(info.exists() ? tr("%1 is not an ordinary file", "a file name").arg(name)
                                             : tr("%1 is not there any more", "a file name").arg(name));
    }
    if (info.size() > kMaxBytes) {
        return std::unexpected(tr("%1 is too large: %2, and up to %3 can be read", "a file name, its size, the most")
                .arg(name, Format::bytes(static_cast<quint64>(info.size())), Format::bytes(kMaxBytes)));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(
            tr("%1 cannot be read: %2", "a file name, the system's reason").arg(name, file.errorString()));
    }
    const QByteArray bytes = file.read(kMaxBytes + 1); // it may have grown since
    if (file.error() != QFileDevice::NoError || bytes.size() > kMaxBytes) {
        return std::unexpected(
            tr("%1 cannot be read: %2", "a file name, the system's reason").arg(name, file.errorString()));
    }
    std::optional<DecodedText> decoded = decodeText(bytes);
    if (!decoded) {
        return std::unexpected(tr("%1 is not a text file", "a file name").arg(name));
    }
    return Content { std::move(decoded->text), std::move(decoded->encoding), bytes.size() };
}

void TextFile::load(const QUrl &file)
{
    const QString path = file.toLocalFile();
    if (path.isEmpty()) {
        Q_EMIT failed(tr("%1 is not a file on this computer", "an address").arg(file.toDisplayString()));
        return;
    }
    QThreadPool::globalInstance()->start([self = QPointer(this), path] {
        const auto content = read(path);
        QMetaObject::invokeMethod(
            qApp,
            [self, path, content] {
                if (!self) {
                    return;
                }
                if (content) {
                    Q_EMIT self->loaded(QFileInfo(path).fileName(), content->text);
                } else {
                    Q_EMIT self->failed(content.error());
                }
            },
            Qt::QueuedConnection);
    });
}
