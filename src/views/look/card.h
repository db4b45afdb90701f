// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace flowglass::views {

// A panel on its own ground with a thin edge; marked ones carry a bar in the colour of flags.
class Card : public QFrame
{
    Q_OBJECT

public:
    using QFrame::QFrame;
    void setMarked(bool marked);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_marked = false;
};

} // namespace flowglass::views
