// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "platform/nonetwork.h"

#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkRequest>

Q_LOGGING_CATEGORY(lcNetwork, "vibrant.network")

namespace
{
class NoNetwork : public QNetworkAccessManager
{
public:
    using QNetworkAccessManager::QNetworkAccessManager;

protected:
    QNetworkReply *createRequest(Operation, const QNetworkRequest &request, QIODevice *) override
    {
        qCWarning(lcNetwork) << "refused a request to" << request.url().scheme() << request.url().host();
        return QNetworkAccessManager::createRequest(
            GetOperation, QNetworkRequest()); // an empty address: Qt fails the request
    }
};
}

QNetworkAccessManager *NoNetworkFactory::create(QObject *parent)
{
    return new NoNetwork(parent);
}
