// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <cstdint>
#include <span>

namespace flowglass::market {

enum class FaultSide : std::uint8_t { Feed, Rest };

// What the simulated provider can be made to do wrong. In the order of faultKinds().
enum class FaultKind : std::uint8_t {
    Drop,
    Close,
    Refuse,
    Stall,
    Mute,
    Lag,
    HalfFrame,
    GarbageFrame,
    BadUtf8,
    HugeFrame,
    NotJson,
    ObjectFrame,
    BinaryFrame,
    Burst,
    Duplicates,
    OutOfOrder,
    Absurd,
    UnknownEvents,
    UnknownFields,
    NoGreeting,
    NoAuthAnswer,
    AuthFailed,
    AuthTimeout,
    MaxConnections,
    NoAcks,
    PartialAcks,
    NotAuthorized,
    DelayedOnly,
    SlowUpgrade,
    Upgrade,
    WrongAccept,
    RestStatus,
    RestLimit,
    RestHang,
    RestSlow,
    RestTruncated,
    RestReset,
    RestHtml,
    RestWrongType,
    RestBadJson,
    RestEmpty,
    RestNulls,
    RestWrongId,
    RestHuge,
    RestRedirect,
    RestForeignNext,
    RestClockSkew,
    Count
};

// One fault, with what it needs. A value.
struct Fault
{
    FaultKind kind = FaultKind::Drop;
    int number = 0;                  // a code, a count: what FaultKindInfo::numberIs says
    QString text;                    // the provider's words
    std::chrono::milliseconds lasts{0}; // 0: it happens and is over
    bool operator==(const Fault&) const = default;
};

// How a kind is written in a script, and what it does.
struct FaultKindInfo
{
    FaultKind kind;
    FaultSide side;
    const char* word;
    const char* about;    // one line; translated in the context "FaultKind"
    const char* numberIs; // "" when it takes none
    int number;           // the usual one
    int least;
    int most;
    bool takesText;
    std::chrono::milliseconds lasts; // usually; 0: takes no duration

    bool takesNumber() const { return *numberIs != '\0'; }
};

std::span<const FaultKindInfo> faultKinds();
const FaultKindInfo& infoOf(FaultKind kind);
QString aboutText(const FaultKindInfo& info); // translated
Fault usualFault(FaultKind kind);             // with the number and the duration of the table

} // namespace flowglass::market
