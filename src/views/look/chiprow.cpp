// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/chiprow.h"

#include "views/look/theme.h"

#include <QPainter>

#include <algorithm>

namespace flowglass::views {

namespace {
constexpr int kPadding = 8;
constexpr int kGap = 5;
} // namespace

Chip::Chip(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Chip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * kPadding, fontMetrics().height() + 4};
}

void Chip::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QColor(theme.line));
    painter.setBrush(QColor(theme.raised));
    painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2);
    painter.setPen(QColor(theme.text));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

ChipRow::ChipRow(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipRow::present(const std::vector<Item>& items)
{
    m_used = items.size();
    while (m_chips.size() < m_used)
        m_chips.push_back(new Chip(this));
    for (std::size_t at = 0; at < m_chips.size(); ++at) {
        m_chips[at]->setVisible(at < m_used);
        if (at >= m_used)
            continue;
        m_chips[at]->setText(items[at].text);
        m_chips[at]->setToolTip(items[at].toolTip);
        m_chips[at]->setAccessibleName(items[at].text);
        m_chips[at]->setAccessibleDescription(items[at].toolTip);
    }
    place(width(), true);
    updateGeometry();
}

int ChipRow::place(int width, bool move) const
{
    int x = 0;
    int y = 0;
    int line = 0;
    for (std::size_t at = 0; at < m_used; ++at) {
        const QSize size = m_chips[at]->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line + kGap;
            line = 0;
        }
        if (move)
            m_chips[at]->setGeometry({{x, y}, size});
        x += size.width() + kGap;
        line = std::max(line, size.height());
    }
    return y + line;
}

int ChipRow::heightForWidth(int width) const { return place(width, false); }

QSize ChipRow::sizeHint() const { return {0, place(std::max(width(), 1), false)}; }

void ChipRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place(width(), true);
}

} // namespace flowglass::views
