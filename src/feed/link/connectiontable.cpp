// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/link/connectiontable.h"

#include <array>
#include <cstddef>

namespace flowglass::feed {

namespace {

constexpr std::size_t kStages = std::size_t(LinkStage::Count);
constexpr std::size_t kEvents = std::size_t(LinkEvent::Count);

constexpr LinkStage no = LinkStage::Count; // the event means nothing there
constexpr LinkStage Off = LinkStage::Offline;
constexpr LinkStage Wait = LinkStage::Waiting;
constexpr LinkStage Rep = LinkStage::Replaced;
constexpr LinkStage Ref = LinkStage::Refused;
constexpr LinkStage Open = LinkStage::Opening;
constexpr LinkStage Greet = LinkStage::Greeting;
constexpr LinkStage Auth = LinkStage::Authenticating;
constexpr LinkStage Sub = LinkStage::Subscribing;
constexpr LinkStage Live = LinkStage::Live;
constexpr LinkStage Mute = LinkStage::Silent;
constexpr LinkStage Dry = LinkStage::Dry;

using Row = std::array<LinkStage, kStages>;

// clang-format off
constexpr std::array<Row, kEvents> kTable{{
    // in:              Offline Waiting Replaced Refused Opening Greeting Auth. Subscr. Live  Silent Dry
    /* Start         */ {Open,  no,     no,      no,     no,     no,      no,   no,     no,   no,    no},
    /* Stop          */ {no,    Off,    Off,     Off,    Off,    Off,     Off,  Off,    Off,  Off,   Off},
    /* Retry         */ {no,    Open,   Open,    Open,   no,     no,      no,   no,     no,   Open,  Open},
    /* Forbidden     */ {Ref,   no,     no,      Ref,    no,     no,      no,   no,     no,   no,    no},
    /* Opened        */ {no,    no,     no,      no,     Greet,  no,      no,   no,     no,   no,    no},
    /* Greeted       */ {no,    no,     no,      no,     no,     Auth,    no,   no,     no,   no,    no},
    /* Authenticated */ {no,    no,     no,      no,     no,     no,      Sub,  no,     no,   no,    no},
    /* Settled       */ {no,    no,     no,      no,     no,     no,      no,   Live,   no,   no,    no},
    /* Unconfirmed   */ {no,    no,     no,      no,     no,     no,      no,   Wait,   Wait, Wait,  Wait},
    /* Due           */ {no,    Open,   Open,    no,     Wait,   Wait,    Wait, Sub,    Live, Mute,  Dry},
    /* Lost          */ {no,    no,     no,      no,     Wait,   Wait,    Wait, Wait,   Wait, Wait,  Wait},
    /* Refusal       */ {no,    Ref,    Ref,     no,     Ref,    Ref,     Ref,  Ref,    Ref,  Ref,   Ref},
    /* Taken         */ {no,    Rep,    Rep,     no,     Rep,    Rep,     Rep,  Rep,    Rep,  Rep,   Rep},
    /* TurnedAway    */ {no,    no,     no,      no,     no,     Rep,     Rep,  Rep,    Rep,  Rep,   Rep},
    /* Silence       */ {no,    no,     no,      no,     no,     no,      no,   no,     Mute, no,    Mute},
    /* Inbound       */ {no,    no,     no,      no,     no,     no,      no,   no,     no,   Live,  no},
    /* Data          */ {no,    no,     no,      no,     no,     no,      no,   no,     no,   Live,  Live},
    /* DataStall     */ {no,    no,     no,      no,     no,     no,      no,   no,     Dry,  no,    Dry},
    /* DataDead      */ {no,    no,     no,      no,     no,     no,      no,   no,     Wait, Wait,  Wait},
    /* MarketClosed  */ {no,    no,     no,      no,     no,     no,      no,   no,     no,   no,    Live},
    /* Woken         */ {no,    Open,   no,      no,     Open,   Open,    Open, Open,   Open, Open,  Open},
    /* NetworkBack   */ {no,    Open,   no,      no,     Open,   Greet,   Auth, Sub,    Live, Mute,  Dry},
}};
// clang-format on

} // namespace

std::optional<LinkStage> nextStage(LinkStage stage, LinkEvent event)
{
    const LinkStage next = kTable[std::size_t(event)][std::size_t(stage)];
    return next == no ? std::nullopt : std::optional(next);
}

domain::FeedPhase phaseOf(LinkStage stage, bool delayed)
{
    using domain::FeedPhase;
    switch (stage) {
    case LinkStage::Offline:
        return FeedPhase::Offline;
    case LinkStage::Waiting:
        return FeedPhase::Reconnecting;
    case LinkStage::Replaced:
        return FeedPhase::Replaced;
    case LinkStage::Refused:
        return FeedPhase::Refused;
    case LinkStage::Opening:
    case LinkStage::Greeting:
        return FeedPhase::Connecting;
    case LinkStage::Authenticating:
        return FeedPhase::Authenticating;
    case LinkStage::Subscribing:
        return FeedPhase::Subscribing;
    case LinkStage::Live:
        return delayed ? FeedPhase::Delayed : FeedPhase::Live;
    case LinkStage::Silent:
    case LinkStage::Dry:
        return FeedPhase::Stalled;
    case LinkStage::Count:
        break;
    }
    return FeedPhase::Offline;
}

} // namespace flowglass::feed
