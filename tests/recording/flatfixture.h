// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/testmain.h"

#include "feed/tradedecoder.h"
#include "recording/flatfile.h"

#include <QDir>
#include <QTemporaryDir>

#include <zlib.h>

#include <memory>

namespace flowglass::tests {

using recording::FlatFileConfig;
using recording::FrameEntry;
using recording::FrameSource;

constexpr char kSevenColumns[] = "ticker,conditions,correction,exchange,price,sip_timestamp,size\n";

// One gzip member.
inline QByteArray gzipped(const QByteArray& text)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray input = text;
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(input.size()))) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = uInt(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

// What frames say, by the decoder that the program uses: "O:A 1.5 x3 @302 t1779458509681 q1 c227,12".
struct Played
{
    QStringList trades;
    QStringList frames; // "received text"
    std::vector<std::int64_t> received;
    domain::Counters counters;
};

class FlatFixture
{
public:
    FlatFixture() { QDir(m_folder.path()).mkdir(QStringLiteral("tmp")); }

    QString write(const QByteArray& content, const char* name = "day.csv") const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the test's file");
        return file.fileName();
    }
    QString temporaryFolder() const { return m_folder.filePath(QStringLiteral("tmp")); }
    bool leftNothing() const
    {
        return QDir(temporaryFolder()).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot);
    }

    FlatFileConfig config(const QByteArray& content, const char* name = "day.csv") const
    {
        FlatFileConfig config;
        config.path = write(content, name);
        config.temporaryFolder = temporaryFolder();
        config.memoryBytes = std::size_t(1) << 20;
        return config;
    }

private:
    QTemporaryDir m_folder;
};

inline QString textOf(const domain::Trade& trade, const domain::ContractTable& contracts)
{
    QStringList codes;
    for (const std::uint8_t code : trade.conditions.codes()) {
        if (code != 0)
            codes << QString::number(code);
    }
    return QStringLiteral("%1 %2 x%3 @%4 t%5 q%6 c%7")
        .arg(QString::fromStdString(contracts[trade.contract].ticker),
             domain::decimalText(trade.price.units()))
        .arg(trade.size)
        .arg(trade.exchange().value)
        .arg(trade.time().value)
        .arg(trade.sequence)
        .arg(codes.join(QLatin1Char(',')));
}

// Reads to the end.
inline Played play(FrameSource& source)
{
    Played played;
    domain::ContractTable contracts;
    feed::TradeDecoder decoder(contracts);
    feed::DecodedFrame decoded;
    std::vector<recording::Entry> entries;
    while (*source.read(entries)) {
    }
    for (const recording::Entry& entry : entries) {
        const auto& frame = std::get<FrameEntry>(entry);
        played.frames << QString::number(frame.received.value) + QLatin1Char(' ') + frame.text;
        played.received.push_back(frame.received.value);
        decoder.decode(frame.text, decoded, played.counters);
    }
    for (const domain::Trade& trade : decoded.trades)
        played.trades << textOf(trade, contracts);
    return played;
}

inline Played play(const FlatFileConfig& config)
{
    auto source = recording::openFlatFile(config);
    if (!source)
        return {{QStringLiteral("error: ") + source.error().text}, {}, {}, {}};
    return play(**source);
}

} // namespace flowglass::tests
