// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/files/flatfile.h"

#include <QFile>

#include <zlib.h>

#include <algorithm>
#include <numeric>

namespace flowglass::quality {

namespace {

domain::Error unwritable(const QString& path, const QString& reason)
{
    const QString text = QStringLiteral("cannot write %1: %2").arg(path, reason);
    return {domain::Error::Code::Unwritable, text, text};
}

void appendRow(QByteArray& out, const std::string& ticker, const Print& print)
{
    out += ticker.c_str();
    out += ',';
    out += QByteArray::number(print.condition);
    out += ",0,";
    out += QByteArray::number(print.exchange);
    out += ',';
    out += QByteArray::number(print.cents / 100);
    const int cents = print.cents % 100;
    if (cents != 0) {
        out += '.';
        out += char('0' + cents / 10);
        if (cents % 10 != 0)
            out += char('0' + cents % 10);
    }
    out += ',';
    out += QByteArray::number(qlonglong(print.ms));
    out += "000000,";
    out += QByteArray::number(print.size);
    out += '\n';
}

} // namespace

QByteArray flatFileText(const Tape& tape)
{
    std::vector<std::uint32_t> rows(tape.prints.size());
    std::iota(rows.begin(), rows.end(), 0U);
    // Contracts are numbered in the order of their tickers.
    std::ranges::stable_sort(rows, {}, [&tape](std::uint32_t row) { return tape.prints[row].contract; });
    QByteArray out("ticker,conditions,correction,exchange,price,sip_timestamp,size\n");
    out.reserve(qsizetype(tape.prints.size()) * 64);
    for (const std::uint32_t row : rows)
        appendRow(out, tape.universe.contracts[tape.prints[row].contract].ticker, tape.prints[row]);
    return out;
}

std::optional<domain::Error> writeFlatFile(const Tape& tape, const QString& path)
{
    const QByteArray text = flatFileText(tape);
    const bool zipped = path.endsWith(QLatin1String(".gz"));
    gzFile file = gzopen(QFile::encodeName(path).constData(), zipped ? "wb6" : "wbT");
    if (file == nullptr)
        return unwritable(path, QStringLiteral("it cannot be opened"));
    const bool written = gzwrite(file, text.constData(), unsigned(text.size())) == int(text.size());
    const bool closed = gzclose(file) == Z_OK;
    if (!written || !closed)
        return unwritable(path, QStringLiteral("the disk may be full"));
    return std::nullopt;
}

} // namespace flowglass::quality
