// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "text/textplaces.h"

QList<int> placesIn(const QString &text, const QString &query)
{
    QList<int> places;
    for (qsizetype at = query.isEmpty() ? -1 : text.indexOf(query, 0, Qt::CaseInsensitive);
        at >= 0 && places.size() < kMostPlaces; at = text.indexOf(query, at + query.size(), Qt::CaseInsensitive)) {
        places << static_cast<int>(at);
    }
    return places;
}
