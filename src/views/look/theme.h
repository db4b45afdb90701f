// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace flowglass::views {

// Every colour of the window, in one place. Calls, puts and flags are told apart by hue (blue, orange and
// yellow after Okabe and Ito, which colour-blind people can tell apart) and always by a second sign as well.
// A test keeps every text colour at a contrast of 4.5 or more on every background it appears on.
struct Theme
{
    bool dark;
    QRgb window;    // behind panels
    QRgb base;      // behind rows and fields
    QRgb alternate; // every second row
    QRgb raised;    // buttons, headers
    QRgb line;      // separators, frames, chart grid: no text
    QRgb selection;
    QRgb flagTint;  // behind a flagged row
    QRgb fetchedTint; // behind a row that was fetched after a gap
    QRgb flagBar;   // at the edge of a flagged row: no text
    QRgb text;
    QRgb muted;
    QRgb call;
    QRgb put;
    QRgb flag;
    QRgb good;
    QRgb warn;
    QRgb bad;
    QRgb accent;    // links, focus, the primary button
};

inline constexpr Theme kLight{
    .dark = false,
    .window = 0xffeef0f3,
    .base = 0xffffffff,
    .alternate = 0xfff6f7f9,
    .raised = 0xfff9fafb,
    .line = 0xffd3d8de,
    .selection = 0xffcfe6f5,
    .flagTint = 0xfffff4cc,
    .fetchedTint = 0xffe9f0fa,
    .flagBar = 0xffe0a800,
    .text = 0xff1b1f24,
    .muted = 0xff545c66,
    .call = 0xff005a91,
    .put = 0xffa33d00,
    .flag = 0xff6b5000,
    .good = 0xff00614a,
    .warn = 0xff7a4f00,
    .bad = 0xffa8321a,
    .accent = 0xff0067a3,
};

inline constexpr Theme kDark{
    .dark = true,
    .window = 0xff262b32,
    .base = 0xff1a1e23,
    .alternate = 0xff20252b,
    .raised = 0xff30363f,
    .line = 0xff3d4650,
    .selection = 0xff23425a,
    .flagTint = 0xff3a3312,
    .fetchedTint = 0xff222c3a,
    .flagBar = 0xfff2c200,
    .text = 0xffe4e8ec,
    .muted = 0xffa3adb8,
    .call = 0xff7cc7f2,
    .put = 0xffffa06b,
    .flag = 0xfff2d54a,
    .good = 0xff45cfa4,
    .warn = 0xfff0b84a,
    .bad = 0xffff9a80,
    .accent = 0xff6cc0f0,
};

// White and pure hues on black, bright frames: for eyes that need more than kDark gives.
inline constexpr Theme kHighContrast{
    .dark = true,
    .window = 0xff202020,
    .base = 0xff000000,
    .alternate = 0xff0e0e0e,
    .raised = 0xff2c2c2c,
    .line = 0xffb4b4b4,
    .selection = 0xff003a66,
    .flagTint = 0xff332b00,
    .fetchedTint = 0xff0d1c2e,
    .flagBar = 0xffffd800,
    .text = 0xffffffff,
    .muted = 0xffdcdcdc,
    .call = 0xff8fd8ff,
    .put = 0xffffb380,
    .flag = 0xffffe866,
    .good = 0xff66f0c0,
    .warn = 0xffffcc66,
    .bad = 0xffffb09c,
    .accent = 0xff8fd8ff,
};

// The theme a widget is shown in, told by its palette.
const Theme& themeOf(const QPalette& palette);
QPalette paletteOf(const Theme& theme);
// Ratio of luminance as WCAG defines it, 1 to 21.
double contrast(QRgb a, QRgb b);
// `over` mixed into `under`; share 0 to 1.
QColor mixed(QRgb under, QRgb over, double share);

} // namespace flowglass::views
