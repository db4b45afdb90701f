// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <optional>

namespace flowglass::views {

// A score as a bar on its way to a mark, where it flags. Beyond the mark it has the colour of flags.
class ThresholdBar : public QWidget
{
    Q_OBJECT

public:
    explicit ThresholdBar(QWidget* parent = nullptr);
    // No score: an empty bar. `name`: of the detector, for assistive technology.
    void present(const QString& name, std::optional<double> score, double threshold);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<double> m_score;
    double m_threshold = 0.0;
};

} // namespace flowglass::views
