// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/markettime.h"
#include "models/contractseries.h"
#include "models/gaps/coverage.h"
#include "models/numbertext.h"

#include <QGraphicsItem>
#include <QPointF>

#include <optional>
#include <vector>

namespace flowglass::views {

struct Theme;

// Draws what a chart series cannot do cheaply, over the plot area of the contract's chart: each print as a
// dot sized by its volume, the anomaly's as diamonds, and the crosshair with its values. Scene coordinates
// are those of the chart; the area maps time (ms) and price (dollars) to them. GUI thread.
class ChartOverlay : public QGraphicsItem
{
public:
    struct Area
    {
        QRectF plot;
        double fromMs = 0.0;
        double toMs = 1.0;
        double low = 0.0; // dollars
        double high = 1.0;
        QPointF at(double ms, double dollars) const;
        bool operator==(const Area&) const = default;
    };

    explicit ChartOverlay(QGraphicsItem* parent);
    void setDots(std::vector<models::ContractSeries::Dot> dots, std::uint32_t maxSize, std::optional<bool> call);
    void setGaps(std::vector<models::GapBand> gaps);
    void setArea(const Area& area);
    void setZone(const domain::ZoneTime& zone) { m_zone = zone; }
    void setCursor(std::optional<QPointF> cursor);
    void setEmptyText(const QString& text) { m_emptyText = text; }

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const models::ContractSeries::Dot* nearest() const;
    QPointF placeOf(const models::ContractSeries::Dot& dot) const;
    double radiusOf(std::uint32_t size) const;
    void paintGaps(QPainter& painter, const Theme& theme) const;
    void paintDots(QPainter& painter, const Theme& theme) const;
    void paintCrosshair(QPainter& painter, const Theme& theme) const;
    void paintNote(QPainter& painter, const Theme& theme, const QPointF& at, const QString& text) const;

    std::vector<models::ContractSeries::Dot> m_dots; // largest first, so that small ones stay visible
    std::vector<models::GapBand> m_gaps;
    std::uint32_t m_maxSize = 1;
    std::optional<bool> m_call;
    Area m_area;
    QRectF m_bounds;
    domain::ZoneTime m_zone = domain::ZoneTime::newYork();
    std::optional<QPointF> m_cursor;
    QString m_emptyText;
    models::NumberText m_numbers;
};

} // namespace flowglass::views
