// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// SVG path data (SVG 1.1, section 8.3) as a QPainterPath: M L H V C S A Z in both cases, which is what our icons use.
// Parsing stops at the first thing it does not know; what was read until then is returned.
#pragma once

#include <QPainterPath>
#include <QStringView>

[[nodiscard]] QPainterPath parseSvgPath(QStringView data);
