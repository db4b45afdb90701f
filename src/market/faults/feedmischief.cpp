// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/faults/feedmischief.h"

#include "market/stream/feedclient.h"

#include <array>

namespace flowglass::market {

namespace {

constexpr qsizetype kTooLarge = (1 << 20) + 4096;

// The head of a text frame of 256 bytes, and ten of them.
QByteArray halfFrame() { return QByteArray::fromHex("817e0100") + "[{\"ev\":\"T\""; }
// A frame of a kind that is not defined, with reserved bits set.
QByteArray garbageFrame() { return QByteArray::fromHex("f305") + "hello"; }
QByteArray badUtf8() { return QByteArray::fromHex("8104fffefdfc"); }

QString hugeFrame() { return QLatin1Char('[') + QString(kTooLarge, QLatin1Char(' ')) + QLatin1Char(']'); }

// Price, size, time and sequence as they stand in an event.
QString trade(const char* price, const char* size, const char* time)
{
    return QStringLiteral(R"({"ev":"T","sym":"O:NVDA261218C00150000","x":304,"p":%1,"s":%2,"c":[209],"t":%3,"q":1})")
        .arg(QLatin1String(price), QLatin1String(size), QLatin1String(time));
}

} // namespace

QString absurdTrades()
{
    constexpr auto kTime = "1795186800000";
    const QStringList events{trade("-2.5", "1", kTime),    trade("1e300", "1", kTime),
                             trade("999999999999", "1", kTime), trade("\"cheap\"", "1", kTime),
                             trade("null", "1", kTime),    trade("2.5", "-1", kTime),
                             trade("2.5", "0", kTime),     trade("2.5", "99999999999999999999", kTime),
                             trade("2.5", "1.5", kTime),   trade("2.5", "1", "0"),
                             trade("2.5", "1", "-5"),      trade("2.5", "1", "99999999999999999"),
                             trade("2.5", "1", "946684800000"), trade("2.5", "1", "9999999999999")};
    Q_ASSERT(events.size() == kAbsurdTrades);
    return QLatin1Char('[') + events.join(QLatin1Char(',')) + QLatin1Char(']');
}

QString unknownEvents()
{
    return QStringLiteral(R"([{"ev":"Q","sym":"O:NVDA261218C00150000","bp":2.4,"ap":2.6,"bs":10,"as":12,"t":1},)"
                          R"({"ev":"AM","sym":"O:NVDA261218C00150000","v":2,"o":2,"c":2},)"
                          R"({"ev":"FMV","fmv":2.5,"sym":"O:NVDA261218C00150000","t":1},)"
                          R"({"ev":"XX","what":{"nested":[1,2,{"deep":null}]}},{"ev":"","sym":""}])");
}

void beginOn(FeedClient& client, const Fault& fault)
{
    switch (fault.kind) {
    case FaultKind::Close:
        return client.close(fault.number, fault.text);
    case FaultKind::Stall:
        return client.stall();
    case FaultKind::Lag:
        return client.hold();
    case FaultKind::Mute:
        return client.mute();
    case FaultKind::HalfFrame:
        client.sendBytes(halfFrame());
        return client.stall();
    case FaultKind::GarbageFrame:
        return client.sendBytes(garbageFrame());
    case FaultKind::BadUtf8:
        return client.sendBytes(badUtf8());
    case FaultKind::HugeFrame:
        return client.sendText(hugeFrame());
    case FaultKind::NotJson:
        return client.sendText(QStringLiteral("The provider is being restarted."));
    case FaultKind::ObjectFrame:
        return client.sendText(trade("2.5", "1", "1795186800000"));
    case FaultKind::BinaryFrame:
        return client.sendBinary("[{\"ev\":\"XX\"}]");
    case FaultKind::Absurd:
        return client.sendText(absurdTrades());
    case FaultKind::UnknownEvents:
        return client.sendText(unknownEvents());
    case FaultKind::MaxConnections:
        return client.replace();
    case FaultKind::Drop:
    case FaultKind::Refuse:
    case FaultKind::NoGreeting:
    case FaultKind::NoAuthAnswer:
    case FaultKind::AuthFailed:
    case FaultKind::AuthTimeout:
    case FaultKind::NoAcks:
    case FaultKind::PartialAcks:
    case FaultKind::NotAuthorized:
    case FaultKind::DelayedOnly:
    case FaultKind::SlowUpgrade:
    case FaultKind::Upgrade:
    case FaultKind::WrongAccept:
        return client.drop(); // what concerns the handshake is met on the way back
    default:
        return; // of the tape, or of REST
    }
}

} // namespace flowglass::market
