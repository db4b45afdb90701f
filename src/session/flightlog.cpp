// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/flightlog.h"

#include <utility>

namespace flowglass::session {

namespace {

const QLatin1String kBaselines("baselines"); // megabytes, and no news

std::size_t bytesOf(const recording::Entry& entry)
{
    const auto* frame = std::get_if<recording::FrameEntry>(&entry);
    return sizeof(entry) + (frame ? std::size_t(frame->text.size()) * sizeof(QChar) : 0);
}

} // namespace

void FlightLog::add(recording::Entry entry)
{
    if (const auto* event = std::get_if<recording::EventEntry>(&entry); event && event->kind == kBaselines)
        return;
    m_bytes += bytesOf(entry);
    m_entries.push_back(std::move(entry));
    const domain::UnixNs now = newest();
    while (!m_entries.empty() && (m_bytes > m_capacity || now - timeOf(m_entries.front()) > kSpan)) {
        m_bytes -= bytesOf(m_entries.front());
        m_entries.pop_front();
    }
}

std::vector<recording::Entry> FlightLog::around(domain::UnixNs middle, std::chrono::nanoseconds span) const
{
    std::vector<recording::Entry> found;
    for (const recording::Entry& entry : m_entries) {
        const std::chrono::nanoseconds distance = timeOf(entry) - middle;
        if (distance <= span / 2 && -distance <= span / 2)
            found.push_back(entry);
    }
    return found;
}

domain::UnixNs FlightLog::newest() const
{
    return m_entries.empty() ? domain::UnixNs() : timeOf(m_entries.back());
}

} // namespace flowglass::session
