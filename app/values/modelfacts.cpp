// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "values/modelfacts.h"

#include <QCoreApplication>
#include <QStringList>

#include "values/format.h"

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ModelFacts)
};
}

QString ModelFacts::parametersText() const
{
    return parameters > 0 ? Format::parameters(parameters) : QString();
}

QString ModelFacts::trainedContextText() const
{
    return trainedContext > 0 ? Format::contextSize(trainedContext) : QString();
}

QString ModelFacts::templateText() const
{
    return chatTemplate ? Tr::tr("in the file", "where the chat template is")
                        : Tr::tr("none: a plain form is used", "where the chat template is");
}

QString ModelFacts::filesText() const
{
    if (fileBytes == 0) {
        return {};
    }
    return parts > 1
        ? Tr::tr("%1 in %2 files", "size of a model and its parts").arg(Format::bytes(fileBytes)).arg(parts)
        : Format::bytes(fileBytes);
}

QString ModelFacts::summary(bool usable) const
{
    QStringList facts { architecture, quantisation, usable ? parametersText() : QString() };
    facts.removeAll(QString());
    return facts.join(QStringLiteral(" · "));
}
