// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/linktarget.h"

#include <QUrl>

namespace
{
// What two spellings of one address have in common.
QString bare(QString address)
{
    address = std::move(address).trimmed();
    for (const QLatin1StringView scheme :
        { QLatin1StringView("https://"), QLatin1StringView("http://"), QLatin1StringView("mailto:") }) {
        if (address.startsWith(scheme, Qt::CaseInsensitive)) {
            address.remove(0, scheme.size());
            break;
        }
    }
    while (address.endsWith(u'/')) {
        address.chop(1);
    }
    return address;
}
}

QString LinkTarget::host(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.scheme() == u"mailto" ? url.path(QUrl::FullyEncoded) : url.host(QUrl::FullyEncoded);
}

bool LinkTarget::surprises(const QString &address, const QString &text)
{
    const QUrl url(address, QUrl::StrictMode);
    const QString real = url.host(QUrl::FullyEncoded);
    const bool lookAlike = real.contains(QLatin1StringView("xn--")) || !url.userInfo().isEmpty();
    return lookAlike || bare(address) != bare(text);
}
