// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/pastdesk.h"
#include "app/desktop/stream.h"
#include "settings/detectsettings.h"

#include <QObject>
#include <QPointer>

namespace flowglass::views {
class DetectionPage;
class WhyNotDialog;
}

namespace flowglass::app {

// Answers what a person asks of the detectors: why a print was not flagged, what other settings would mean. Borrows
// the stream and what was learnt.
class DetectionDesk : public QObject
{
    Q_OBJECT

public:
    // past: null when the stream neither brings nor leaves what was learnt.
    DetectionDesk(Stream& stream, const PastDesk* past, QWidget* window, const domain::Clock& clock,
                  QObject* parent = nullptr);
    ~DetectionDesk() override;

    void explain(domain::ContractId contract, quint64 storeRow);
    void setZone(const domain::ZoneTime& zone) { m_zone = zone; }
    // The page asks for previews from now on, as long as both live.
    void serve(views::DetectionPage& page);
    void tick(views::DetectionPage* page, double watchedPerSecond); // null: it is not open

private:
    Stream& m_stream;
    const PastDesk* m_past;
    QWidget* m_window;
    const domain::Clock& m_clock;
    domain::ZoneTime m_zone = domain::ZoneTime::newYork();
    double m_watchedPerSecond = 0.0;
    QPointer<views::WhyNotDialog> m_dialog;
};

} // namespace flowglass::app
