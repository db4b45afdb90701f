// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/flagjournal.h"

#include <QDir>

namespace flowglass::exporting {

namespace {

QByteArray withoutLineEnd(QByteArray line)
{
    line.chop(2); // CR LF
    return line;
}

QByteArray firstLine()
{
    QByteArray line = withoutLineEnd(CsvRow::header());
    line += ",run_utc,state\r";
    return line;
}

} // namespace

FlagJournal::FlagJournal(QString folder, domain::UnixMs run)
    : m_folder(std::move(folder)), m_run(domain::ZoneTime::utc().isoText(run).toLatin1())
{
}

void FlagJournal::add(const ExportRow& row, State state)
{
    const std::int32_t day = m_newYork.day(row.trade.time());
    if (day != m_day)
        openDay(day);
    QByteArray line;
    m_csv.append(line, row);
    line = withoutLineEnd(std::move(line));
    line += ',';
    line += m_run;
    line += state == State::Flagged ? ",flagged\r" : state == State::Cancelled ? ",cancelled\r" : ",withdrawn\r";
    m_sink->write(line);
}

domain::Result<bool> FlagJournal::close()
{
    if (m_sink) {
        const domain::Result<bool> closed = m_sink->close();
        if (!closed && !m_error)
            m_error = closed.error();
    }
    m_sink.reset();
    m_day = 0;
    return m_error ? domain::Result<bool>(*m_error) : domain::Result<bool>(true);
}

std::optional<domain::Error> FlagJournal::error() const
{
    return m_error ? m_error : m_sink ? m_sink->error() : std::nullopt;
}

void FlagJournal::openDay(std::int32_t day)
{
    close();
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    m_path = QDir(m_folder).filePath(QStringLiteral("flagged-%1.csv").arg(domain::isoDate(date)));
    m_sink = LineSink::appending(m_path, firstLine());
    m_sink->open();
    m_day = day;
}

} // namespace flowglass::exporting
