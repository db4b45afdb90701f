// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidence/evidencepicture.h"

#include <QPainter>
#include <QRectF>

namespace flowglass::views {

struct Theme;

// Draw one picture into `area`, with the numbers of its axes. What is this anomaly's own has the colour of flags
// and a sign (a diamond, an outline), so that it is not told by colour alone.
void drawSizes(QPainter& painter, const QRectF& area, const models::SizePicture& picture, const Theme& theme);
void drawCounts(QPainter& painter, const QRectF& area, const models::CountPicture& picture, const Theme& theme);
void drawTrack(QPainter& painter, const QRectF& area, const models::PriceTrack& track, const Theme& theme);

} // namespace flowglass::views
