// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/markettime.h"
#include "models/contractseries.h"
#include "models/gaps/coverage.h"

#include <QChartView>

#include <optional>

class QAreaSeries;
class QCategoryAxis;
class QLineSeries;
class QValueAxis;

namespace flowglass::views {

class ChartOverlay;

// The contract's newest trading day: prints as dots over volume bars, with a crosshair. Ctrl and wheel, or
// + and -, zoom in time; dragging moves; a double click or 0 shows all again. Stays where it was zoomed
// while new trades come. Draws only what the series hands it, so its cost does not grow with the day.
class ContractChart : public QChartView
{
    Q_OBJECT

public:
    explicit ContractChart(QWidget* parent = nullptr);
    // call: hue of the dots; empty: neither call nor put.
    void present(const models::ContractSeries& series, std::optional<bool> call, const domain::ZoneTime& zone);
    void setGaps(std::vector<models::GapBand> gaps);
    void showAll();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Span // of time, ms since the epoch
    {
        double from = 0.0;
        double to = 1.0;
        double width() const { return to - from; }
    };
    void applyTheme();
    void applyRange();
    void labelTimes(const Span& span);
    void placeOverlay();
    void zoom(double factor, double share); // share: of the plot's width that stays in place
    void setZoom(Span span);
    Span shown() const { return m_zoom.value_or(m_whole); }

    QLineSeries* m_prices; // empty; gives the price axis something to hold
    QLineSeries* m_barTops;
    QAreaSeries* m_bars;
    QCategoryAxis* m_timeAxis;
    QValueAxis* m_priceAxis;
    QValueAxis* m_volumeAxis;
    ChartOverlay* m_overlay; // child item of the chart
    domain::ZoneTime m_zone = domain::ZoneTime::newYork();
    Span m_whole;
    std::optional<Span> m_zoom;
    double m_low = 0.0; // dollars
    double m_high = 1.0;
    std::optional<double> m_dragFrom; // x of the mouse
};

} // namespace flowglass::views
