// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/faults/fault.h"

#include <QCoreApplication>

#include <array>

namespace flowglass::market {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using K = FaultKind;

constexpr auto Feed = FaultSide::Feed;
constexpr auto Rest = FaultSide::Rest;
constexpr milliseconds kAtOnce{0};
constexpr milliseconds kWhile{10'000};

#define ABOUT(text) QT_TRANSLATE_NOOP("FaultKind", text)

// kind, side, word, about, what the number is, usual, least, most, takes text, lasts
constexpr std::array kKinds{
    FaultKindInfo{K::Drop, Feed, "drop", ABOUT("Drop the link without a close frame"), "", 0, 0, 0, false, kAtOnce},
    FaultKindInfo{K::Close, Feed, "close", ABOUT("Close the link with a code"), "close code", 1001, 1000, 4999, true,
                  kAtOnce},
    FaultKindInfo{K::Refuse, Feed, "refuse", ABOUT("Drop the link and refuse connections"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::Stall, Feed, "stall", ABOUT("Stay connected and answer nothing, not even pings"), "", 0, 0, 0,
                  false, 25s},
    FaultKindInfo{K::Mute, Feed, "mute", ABOUT("Answer pings and send no data"), "", 0, 0, 0, false, 25s},
    FaultKindInfo{K::Lag, Feed, "lag", ABOUT("Hold everything back, then send it all at once"), "", 0, 0, 0, false, 5s},
    FaultKindInfo{K::HalfFrame, Feed, "half-frame", ABOUT("Stop in the middle of a frame for good"), "", 0, 0, 0, false,
                  kAtOnce},
    FaultKindInfo{K::GarbageFrame, Feed, "garbage-frame", ABOUT("Send bytes that are no WebSocket frame"), "", 0, 0, 0,
                  false, kAtOnce},
    FaultKindInfo{K::BadUtf8, Feed, "bad-utf8", ABOUT("Send text that is not UTF-8"), "", 0, 0, 0, false, kAtOnce},
    FaultKindInfo{K::HugeFrame, Feed, "huge-frame", ABOUT("Send a frame over 1 MiB"), "", 0, 0, 0, false, kAtOnce},
    FaultKindInfo{K::NotJson, Feed, "not-json", ABOUT("Send a frame that is not JSON"), "", 0, 0, 0, false, kAtOnce},
    FaultKindInfo{K::ObjectFrame, Feed, "object-frame", ABOUT("Send an object where an array belongs"), "", 0, 0, 0,
                  false, kAtOnce},
    FaultKindInfo{K::BinaryFrame, Feed, "binary-frame", ABOUT("Send a binary frame"), "", 0, 0, 0, false, kAtOnce},
    FaultKindInfo{K::Burst, Feed, "burst", ABOUT("Send many trades at once"), "trades", 10'000, 1, 1'000'000, false,
                  kAtOnce},
    FaultKindInfo{K::Duplicates, Feed, "duplicates", ABOUT("Repeat the latest trades"), "trades", 100, 1, 1'000, false,
                  kAtOnce},
    FaultKindInfo{K::OutOfOrder, Feed, "out-of-order", ABOUT("Send the next trades in reverse"), "trades", 100, 2,
                  1'000, false, kAtOnce},
    FaultKindInfo{K::Absurd, Feed, "absurd", ABOUT("Send trades with impossible prices, sizes and times"), "", 0, 0, 0,
                  false, kAtOnce},
    FaultKindInfo{K::UnknownEvents, Feed, "unknown-events", ABOUT("Send events of kinds nobody knows"), "", 0, 0, 0,
                  false, kAtOnce},
    FaultKindInfo{K::UnknownFields, Feed, "unknown-fields", ABOUT("Add fields nobody knows to every trade"), "", 0, 0,
                  0, false, kWhile},
    FaultKindInfo{K::NoGreeting, Feed, "no-greeting", ABOUT("Accept connections and say nothing"), "", 0, 0, 0, false,
                  kWhile},
    FaultKindInfo{K::NoAuthAnswer, Feed, "no-auth-answer", ABOUT("Leave the authentication unanswered"), "", 0, 0, 0,
                  false, kWhile},
    FaultKindInfo{K::AuthFailed, Feed, "auth-failed", ABOUT("Refuse the API key"), "", 0, 0, 0, true, kWhile},
    FaultKindInfo{K::AuthTimeout, Feed, "auth-timeout", ABOUT("Say that no authentication came in time"), "", 0, 0, 0,
                  false, kWhile},
    FaultKindInfo{K::MaxConnections, Feed, "max-connections", ABOUT("Give the connection to another program"), "", 0, 0,
                  0, false, kWhile},
    FaultKindInfo{K::NoAcks, Feed, "no-acks", ABOUT("Confirm no subscription"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::PartialAcks, Feed, "partial-acks", ABOUT("Confirm only the first channel of a subscription"), "",
                  0, 0, 0, false, kWhile},
    FaultKindInfo{K::NotAuthorized, Feed, "not-authorized", ABOUT("Say that the plan lacks these trades"), "", 0, 0, 0,
                  false, kWhile},
    FaultKindInfo{K::DelayedOnly, Feed, "delayed-only", ABOUT("Say that the plan has delayed data only"), "", 0, 0, 0,
                  false, kWhile},
    FaultKindInfo{K::SlowUpgrade, Feed, "slow-upgrade", ABOUT("Accept connections and answer the handshake late"), "",
                  0, 0, 0, false, kWhile},
    FaultKindInfo{K::Upgrade, Feed, "upgrade", ABOUT("Answer the handshake with an HTTP status"), "HTTP status", 403,
                  300, 599, false, kWhile},
    FaultKindInfo{K::WrongAccept, Feed, "wrong-accept", ABOUT("Answer the handshake with a wrong key"), "", 0, 0, 0,
                  false, kWhile},
    FaultKindInfo{K::RestStatus, Rest, "status", ABOUT("Answer with an HTTP status"), "HTTP status", 503, 400, 599,
                  false, kWhile},
    FaultKindInfo{K::RestLimit, Rest, "limit", ABOUT("Answer 429 with a time to wait"), "seconds to wait", 2, 0, 86'400,
                  false, kWhile},
    FaultKindInfo{K::RestHang, Rest, "hang", ABOUT("Take requests and never answer"), "", 0, 0, 0, false, 30s},
    FaultKindInfo{K::RestSlow, Rest, "slow", ABOUT("Answer a byte at a time"), "ms per byte", 50, 1, 10'000, false,
                  kWhile},
    FaultKindInfo{K::RestTruncated, Rest, "truncated", ABOUT("Break off in the middle of an answer"), "", 0, 0, 0,
                  false, kWhile},
    FaultKindInfo{K::RestReset, Rest, "reset", ABOUT("Hang up on every request"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::RestHtml, Rest, "html", ABOUT("Answer with a web page"), "HTTP status", 200, 200, 599, false,
                  kWhile},
    FaultKindInfo{K::RestWrongType, Rest, "wrong-type", ABOUT("Call good JSON an image"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::RestBadJson, Rest, "bad-json", ABOUT("Answer with broken JSON"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::RestEmpty, Rest, "empty", ABOUT("Answer with an empty object"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::RestNulls, Rest, "nulls", ABOUT("Answer with null for every result"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::RestWrongId, Rest, "wrong-id", ABOUT("Answer for another contract"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::RestHuge, Rest, "huge", ABOUT("Answer with 8 MiB"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::RestRedirect, Rest, "redirect", ABOUT("Redirect to another address"), "HTTP status", 302, 301, 308,
                  false, kWhile},
    FaultKindInfo{K::RestForeignNext, Rest, "foreign-next", ABOUT("Continue answers at another address"), "", 0, 0, 0,
                  false, kWhile},
    FaultKindInfo{K::RestClockSkew, Rest, "clock-skew", ABOUT("Date answers wrongly"), "seconds ahead", 86'400,
                  -1'000'000, 1'000'000, false, kWhile},
};
#undef ABOUT

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        if (std::size_t(kKinds[i].kind) != i)
            return false;
    }
    return kKinds.size() == std::size_t(FaultKind::Count);
}
static_assert(isInOrder());

} // namespace

std::span<const FaultKindInfo> faultKinds() { return kKinds; }

const FaultKindInfo& infoOf(FaultKind kind) { return kKinds[std::size_t(kind)]; }

QString aboutText(const FaultKindInfo& info) { return QCoreApplication::translate("FaultKind", info.about); }

Fault usualFault(FaultKind kind)
{
    const FaultKindInfo& info = infoOf(kind);
    return {kind, info.number, {}, info.lasts};
}

} // namespace flowglass::market
