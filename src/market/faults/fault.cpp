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

// kind, side, word, about, what the number is, usual, least, most, takes text, lasts
constexpr std::array kKinds{
    FaultKindInfo{K::Drop, Feed, "drop",
                  QT_TRANSLATE_NOOP("FaultKind", "Drop the link without a close frame"), "", 0, 0, 0, false, kAtOnce},
    FaultKindInfo{K::Close, Feed, "close",
                  QT_TRANSLATE_NOOP("FaultKind", "Close the link with a code"), "close code", 1001, 1000, 4999, true,
                  kAtOnce},
    FaultKindInfo{K::Refuse, Feed, "refuse",
                  QT_TRANSLATE_NOOP("FaultKind", "Drop the link and refuse connections"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::Stall, Feed, "stall",
                  QT_TRANSLATE_NOOP("FaultKind", "Stay connected and answer nothing, not even pings"), "", 0, 0, 0,
                  false, 25s},
    FaultKindInfo{K::Mute, Feed, "mute",
                  QT_TRANSLATE_NOOP("FaultKind", "Answer pings and send no data"), "", 0, 0, 0, false, 25s},
    FaultKindInfo{K::Lag, Feed, "lag",
                  QT_TRANSLATE_NOOP("FaultKind", "Hold everything back, then send it all at once"), "", 0, 0, 0, false, 5s},
    FaultKindInfo{K::HalfFrame, Feed, "half-frame",
                  QT_TRANSLATE_NOOP("FaultKind", "Stop in the middle of a frame for good"), "", 0, 0, 0, false,
                  kAtOnce},
    FaultKindInfo{K::GarbageFrame, Feed, "garbage-frame",
                  QT_TRANSLATE_NOOP("FaultKind", "Send bytes that are no WebSocket frame"), "", 0, 0, 0,
                  false, kAtOnce},
    FaultKindInfo{K::BadUtf8, Feed, "bad-utf8",
                  QT_TRANSLATE_NOOP("FaultKind", "Send text that is not UTF-8"), "", 0, 0, 0, false, kAtOnce},
    FaultKindInfo{K::HugeFrame, Feed, "huge-frame",
                  QT_TRANSLATE_NOOP("FaultKind", "Send a frame over 1 MiB"), "", 0, 0, 0, false, kAtOnce},
    FaultKindInfo{K::NotJson, Feed, "not-json",
                  QT_TRANSLATE_NOOP("FaultKind", "Send a frame that is not JSON"), "", 0, 0, 0, false, kAtOnce},
    FaultKindInfo{K::ObjectFrame, Feed, "object-frame",
                  QT_TRANSLATE_NOOP("FaultKind", "Send an object where an array belongs"), "", 0, 0, 0,
                  false, kAtOnce},
    FaultKindInfo{K::BinaryFrame, Feed, "binary-frame",
                  QT_TRANSLATE_NOOP("FaultKind", "Send a binary frame"), "", 0, 0, 0, false, kAtOnce},
    FaultKindInfo{K::Burst, Feed, "burst",
                  QT_TRANSLATE_NOOP("FaultKind", "Send many trades at once"), "trades", 10'000, 1, 1'000'000, false,
                  kAtOnce},
    FaultKindInfo{K::Duplicates, Feed, "duplicates",
                  QT_TRANSLATE_NOOP("FaultKind", "Repeat the latest trades"), "trades", 100, 1, 1'000, false,
                  kAtOnce},
    FaultKindInfo{K::OutOfOrder, Feed, "out-of-order",
                  QT_TRANSLATE_NOOP("FaultKind", "Send the next trades in reverse"), "trades", 100, 2,
                  1'000, false, kAtOnce},
    FaultKindInfo{K::Absurd, Feed, "absurd",
                  QT_TRANSLATE_NOOP("FaultKind", "Send trades with impossible prices, sizes and times"), "", 0, 0, 0,
                  false, kAtOnce},
    FaultKindInfo{K::UnknownEvents, Feed, "unknown-events",
                  QT_TRANSLATE_NOOP("FaultKind", "Send events of kinds nobody knows"), "", 0, 0, 0,
                  false, kAtOnce},
    FaultKindInfo{K::UnknownFields, Feed, "unknown-fields",
                  QT_TRANSLATE_NOOP("FaultKind", "Add fields nobody knows to every trade"), "", 0, 0,
                  0, false, kWhile},
    FaultKindInfo{K::NoGreeting, Feed, "no-greeting",
                  QT_TRANSLATE_NOOP("FaultKind", "Accept connections and say nothing"), "", 0, 0, 0, false,
                  kWhile},
    FaultKindInfo{K::NoAuthAnswer, Feed, "no-auth-answer",
                  QT_TRANSLATE_NOOP("FaultKind", "Leave the authentication unanswered"), "", 0, 0, 0,
                  false, kWhile},
    FaultKindInfo{K::AuthFailed, Feed, "auth-failed",
                  QT_TRANSLATE_NOOP("FaultKind", "Refuse the API key"), "", 0, 0, 0, true, kWhile},
    FaultKindInfo{K::AuthTimeout, Feed, "auth-timeout",
                  QT_TRANSLATE_NOOP("FaultKind", "Say that no authentication came in time"), "", 0, 0, 0,
                  false, kWhile},
    FaultKindInfo{K::MaxConnections, Feed, "max-connections",
                  QT_TRANSLATE_NOOP("FaultKind", "Give the connection to another program"), "", 0, 0,
                  0, false, kWhile},
    FaultKindInfo{K::NoAcks, Feed, "no-acks",
                  QT_TRANSLATE_NOOP("FaultKind", "Confirm no subscription"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::PartialAcks, Feed, "partial-acks",
                  QT_TRANSLATE_NOOP("FaultKind", "Confirm only the first channel of a subscription"), "",
                  0, 0, 0, false, kWhile},
    FaultKindInfo{K::NotAuthorized, Feed, "not-authorized",
                  QT_TRANSLATE_NOOP("FaultKind", "Say that the plan lacks these trades"), "", 0, 0, 0,
                  false, kWhile},
    FaultKindInfo{K::DelayedOnly, Feed, "delayed-only",
                  QT_TRANSLATE_NOOP("FaultKind", "Say that the plan has delayed data only"), "", 0, 0, 0,
                  false, kWhile},
    FaultKindInfo{K::SlowUpgrade, Feed, "slow-upgrade",
                  QT_TRANSLATE_NOOP("FaultKind", "Accept connections and answer the handshake late"), "",
                  0, 0, 0, false, kWhile},
    FaultKindInfo{K::Upgrade, Feed, "upgrade",
                  QT_TRANSLATE_NOOP("FaultKind", "Answer the handshake with an HTTP status"), "HTTP status", 403,
                  300, 599, false, kWhile},
    FaultKindInfo{K::WrongAccept, Feed, "wrong-accept",
                  QT_TRANSLATE_NOOP("FaultKind", "Answer the handshake with a wrong key"), "", 0, 0, 0,
                  false, kWhile},
    FaultKindInfo{K::RestStatus, Rest, "status",
                  QT_TRANSLATE_NOOP("FaultKind", "Answer with an HTTP status"), "HTTP status", 503, 400, 599,
                  false, kWhile},
    FaultKindInfo{K::RestLimit, Rest, "limit",
                  QT_TRANSLATE_NOOP("FaultKind", "Answer 429 with a time to wait"), "seconds to wait", 2, 0, 86'400,
                  false, kWhile},
    FaultKindInfo{K::RestHang, Rest, "hang",
                  QT_TRANSLATE_NOOP("FaultKind", "Take requests and never answer"), "", 0, 0, 0, false, 30s},
    FaultKindInfo{K::RestSlow, Rest, "slow",
                  QT_TRANSLATE_NOOP("FaultKind", "Answer a byte at a time"), "ms per byte", 50, 1, 10'000, false,
                  kWhile},
    FaultKindInfo{K::RestTruncated, Rest, "truncated",
                  QT_TRANSLATE_NOOP("FaultKind", "Break off in the middle of an answer"), "", 0, 0, 0,
                  false, kWhile},
    FaultKindInfo{K::RestReset, Rest, "reset",
                  QT_TRANSLATE_NOOP("FaultKind", "Hang up on every request"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::RestHtml, Rest, "html",
                  QT_TRANSLATE_NOOP("FaultKind", "Answer with a web page"), "HTTP status", 200, 200, 599, false,
                  kWhile},
    FaultKindInfo{K::RestWrongType, Rest, "wrong-type",
                  QT_TRANSLATE_NOOP("FaultKind", "Call good JSON an image"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::RestBadJson, Rest, "bad-json",
                  QT_TRANSLATE_NOOP("FaultKind", "Answer with broken JSON"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::RestEmpty, Rest, "empty",
                  QT_TRANSLATE_NOOP("FaultKind", "Answer with an empty object"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::RestNulls, Rest, "nulls",
                  QT_TRANSLATE_NOOP("FaultKind", "Answer with null for every result"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::RestWrongId, Rest, "wrong-id",
                  QT_TRANSLATE_NOOP("FaultKind", "Answer for another contract"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::RestHuge, Rest, "huge",
                  QT_TRANSLATE_NOOP("FaultKind", "Answer with 8 MiB"), "", 0, 0, 0, false, kWhile},
    FaultKindInfo{K::RestRedirect, Rest, "redirect",
                  QT_TRANSLATE_NOOP("FaultKind", "Redirect to another address"), "HTTP status", 302, 301, 308,
                  false, kWhile},
    FaultKindInfo{K::RestForeignNext, Rest, "foreign-next",
                  QT_TRANSLATE_NOOP("FaultKind", "Continue answers at another address"), "", 0, 0, 0,
                  false, kWhile},
    FaultKindInfo{K::RestClockSkew, Rest, "clock-skew",
                  QT_TRANSLATE_NOOP("FaultKind", "Date answers wrongly"), "seconds ahead", 86'400,
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
