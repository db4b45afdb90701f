// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/contract/contractchart.h"

#include "views/contract/chartoverlay.h"
#include "views/look/theme.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QMouseEvent>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

namespace flowglass::views {

namespace {

constexpr double kShortest = 2'000.0; // ms that can be zoomed to
constexpr double kLeastSpan = 60'000.0; // shown when all prints lie closer together
constexpr double kVolumeShare = 0.28; // of the height, for the highest bar
constexpr int kTimeLabels = 5;

// Steps between time labels, ms.
constexpr std::array<double, 15> kSteps{1e3,   2e3,    5e3,    10e3,   15e3,    30e3,    60e3,   120e3,
                                        300e3, 600e3, 900e3, 1800e3, 3600e3, 7200e3, 14400e3};

} // namespace

ContractChart::ContractChart(QWidget* parent)
    : QChartView(parent), m_prices(new QLineSeries(this)), m_barTops(new QLineSeries(this)),
      m_bars(new QAreaSeries(m_barTops)), m_timeAxis(new QCategoryAxis(this)), m_priceAxis(new QValueAxis(this)),
      m_volumeAxis(new QValueAxis(this)), m_overlay(new ChartOverlay(chart()))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setToolTip(tr("Ctrl and mouse wheel zoom, dragging moves, double click shows all"));
    chart()->legend()->hide();
    chart()->setBackgroundRoundness(0);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setMargins(QMargins(4, 4, 4, 2));
    chart()->addSeries(m_bars);
    chart()->addSeries(m_prices);
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_priceAxis, Qt::AlignRight);
    chart()->addAxis(m_volumeAxis, Qt::AlignLeft);
    m_timeAxis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_volumeAxis->setVisible(false);
    m_priceAxis->setTickCount(4);
    m_bars->attachAxis(m_timeAxis);
    m_bars->attachAxis(m_volumeAxis);
    m_prices->attachAxis(m_timeAxis);
    m_prices->attachAxis(m_priceAxis);
    m_overlay->setEmptyText(tr("No trades of this contract today yet."));
    connect(chart(), &QChart::plotAreaChanged, this, &ContractChart::placeOverlay);
    applyTheme();
}

void ContractChart::present(const models::ContractSeries& series, std::optional<bool> call,
                            const domain::ZoneTime& zone)
{
    m_zone = zone;
    m_overlay->setZone(zone);
    m_overlay->setDots(series.dots(), series.maxSize(), call);
    if (series.isEmpty()) {
        m_barTops->clear();
        return placeOverlay();
    }
    QList<QPointF> tops;
    const auto width = double(series.barWidth().count());
    for (const models::ContractSeries::Bar& bar : series.bars()) {
        const auto from = double(bar.from.value);
        const auto volume = double(bar.volume);
        tops << QPointF(from + width * 0.08, 0) << QPointF(from + width * 0.08, volume)
             << QPointF(from + width * 0.92, volume) << QPointF(from + width * 0.92, 0);
    }
    m_barTops->replace(tops);
    m_volumeAxis->setRange(0, std::max<double>(1.0, double(series.maxBarVolume())) / kVolumeShare);
    const double from = double(series.first().value);
    const double to = double(series.last().value);
    const double spare = std::max((to - from) * 0.04, (kLeastSpan - (to - from)) / 2.0);
    m_whole = {from - spare, to + spare};
    const double room = std::max((series.highest().lossyDollars() - series.lowest().lossyDollars()) * 0.12, 0.01);
    m_low = std::max(0.0, series.lowest().lossyDollars() - room * 2.5);
    m_high = series.highest().lossyDollars() + room;
    applyRange();
}

void ContractChart::setGaps(std::vector<models::GapBand> gaps)
{
    QStringList texts;
    for (const models::GapBand& gap : gaps)
        texts << gap.text;
    setAccessibleDescription(texts.join(QLatin1Char('\n')));
    m_overlay->setGaps(std::move(gaps));
}

void ContractChart::showAll()
{
    m_zoom.reset();
    applyRange();
}

void ContractChart::applyRange()
{
    const Span span = shown();
    m_timeAxis->setRange(span.from, span.to);
    m_priceAxis->setRange(m_low, m_high);
    const int decimals = m_high - m_low < 0.05 ? 3 : 2;
    m_priceAxis->setLabelFormat(QStringLiteral("%.%1f").arg(decimals));
    labelTimes(span);
    placeOverlay();
}

void ContractChart::labelTimes(const Span& span)
{
    const auto enough = std::ranges::find_if(kSteps, [&](double step) { return span.width() / step <= kTimeLabels; });
    const double step = enough == kSteps.end() ? kSteps.back() : *enough;
    const auto offset = double(std::chrono::milliseconds(m_zone.offset({std::int64_t(span.from)})).count());
    const QStringList old = m_timeAxis->categoriesLabels();
    for (const QString& label : old)
        m_timeAxis->remove(label);
    m_timeAxis->setStartValue(span.from);
    for (double t = std::ceil((span.from + offset) / step) * step - offset; t < span.to; t += step)
        m_timeAxis->append(m_zone.timeText({std::int64_t(t)}).left(step < 60e3 ? 8 : 5), t);
}

void ContractChart::placeOverlay()
{
    const Span span = shown();
    m_overlay->setArea({chart()->plotArea(), span.from, span.to, m_low, m_high});
}

void ContractChart::setZoom(Span span)
{
    const double width = std::max(span.width(), kShortest);
    if (width >= m_whole.width())
        return showAll();
    const double from = std::clamp(span.from, m_whole.from, m_whole.to - width);
    m_zoom = Span{from, from + width};
    applyRange();
}

void ContractChart::zoom(double factor, double share)
{
    const Span span = shown();
    const double fixed = span.from + share * span.width();
    const double width = span.width() * factor;
    setZoom({fixed - share * width, fixed + (1 - share) * width});
}

void ContractChart::applyTheme()
{
    const Theme& theme = themeOf(palette());
    chart()->setBackgroundBrush(QColor(theme.base));
    chart()->setBackgroundPen(hasFocus() ? QPen(QColor(theme.accent), 2.0) : QPen(Qt::NoPen));
    setBackgroundBrush(QColor(theme.base));
    m_bars->setPen(Qt::NoPen);
    m_bars->setBrush(mixed(theme.base, theme.muted, 0.32));
    for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(m_timeAxis), static_cast<QAbstractAxis*>(m_priceAxis)}) {
        axis->setLabelsColor(QColor(theme.muted));
        axis->setLinePen(QPen(QColor(theme.line)));
        axis->setGridLinePen(QPen(QColor(theme.line), 1.0, Qt::DotLine));
        axis->setLabelsFont(font());
    }
}

void ContractChart::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
}

void ContractChart::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    placeOverlay();
}

// Without Ctrl the wheel belongs to the pane that scrolls.
void ContractChart::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    const QRectF plot = chart()->plotArea();
    const double share = std::clamp((event->position().x() - plot.left()) / std::max(plot.width(), 1.0), 0.0, 1.0);
    zoom(std::pow(0.85, event->angleDelta().y() / 120.0), share);
    event->accept();
}

void ContractChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_dragFrom = event->position().x();
    setFocus(Qt::MouseFocusReason);
}

void ContractChart::mouseMoveEvent(QMouseEvent* event)
{
    m_overlay->setCursor(event->position());
    if (!event->buttons().testFlag(Qt::LeftButton) || !m_dragFrom || !m_zoom)
        return;
    const double moved = (event->position().x() - *m_dragFrom) / std::max(chart()->plotArea().width(), 1.0);
    m_dragFrom = event->position().x();
    const double shift = moved * m_zoom->width();
    setZoom({m_zoom->from - shift, m_zoom->to - shift});
}

void ContractChart::mouseDoubleClickEvent(QMouseEvent*) { showAll(); }

void ContractChart::leaveEvent(QEvent* event)
{
    m_overlay->setCursor(std::nullopt);
    QChartView::leaveEvent(event);
}

void ContractChart::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    applyTheme(); // the frame shows the focus
}

void ContractChart::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    applyTheme();
}

void ContractChart::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(0.7, 0.5);
    case Qt::Key_Minus:
        return zoom(1.4, 0.5);
    case Qt::Key_0:
        return showAll();
    default:
        QChartView::keyPressEvent(event);
    }
}

} // namespace flowglass::views
