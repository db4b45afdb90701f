// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/markettime.h"
#include "exporting/exportorder.h"

#include <QByteArray>

namespace flowglass::exporting {

// One line of the CSV of flagged trades (interfaces.md section 2): RFC 4180, UTF-8, CRLF, C locale. One
// thread, because the zones cache their offsets.
class CsvRow
{
public:
    static QByteArray header(); // with its line end
    void append(QByteArray& out, const ExportRow& row) const;

private:
    domain::ZoneTime m_utc = domain::ZoneTime::utc();
    domain::ZoneTime m_newYork = domain::ZoneTime::newYork();
};

// A field as it stands between the commas: quoted where needed, and with a ' before what a spreadsheet
// would take for a formula (=, +, -, @, tab, CR in front, unless the field is a number).
QByteArray csvField(const QByteArray& utf8);

} // namespace flowglass::exporting
