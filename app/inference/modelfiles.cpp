// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/modelfiles.h"

#include <algorithm>

quint64 KvCost::bytes(int context) const
{
    const auto tokens = static_cast<quint32>(std::max(context, 0));
    quint64 bytes = fixedBytes;
    for (const Share &share : shares) {
        bytes += share.bytesPerToken * std::min(tokens, share.mostTokens);
    }
    return bytes;
}

int KvCost::largestContext(quint64 bytes, int most) const
{
    if (most <= 0 || this->bytes(most) <= bytes) {
        return std::max(most, 0);
    }
    int fits = 0, tooLarge = most;
    while (tooLarge - fits > 1) {
        const int middle = fits + (tooLarge - fits) / 2;
        (this->bytes(middle) <= bytes ? fits : tooLarge) = middle;
    }
    return fits;
}
