// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parts/feednotice.h"

#include <QCoreApplication>

#include <algorithm>

namespace flowglass::models {

using domain::FeedPhase;
using domain::FeedStatus;

namespace {

QString say(const char* text) { return QCoreApplication::translate("FeedNotice", text); }

QString replacedText(const FeedStatus& status, domain::UnixMs now)
{
    const auto left = status.nextTry ? std::max(*status.nextTry - now, std::chrono::milliseconds(0))
                                     : std::chrono::milliseconds(0);
    return say(QT_TRANSLATE_NOOP("FeedNotice", "Another program took over the connection of this account. It is tried "
                                               "again in %1 s. Close the other program, or connect here instead: then "
                                               "the other one loses it."))
        .arg(std::chrono::ceil<std::chrono::seconds>(left).count());
}

} // namespace

FeedNotice feedNotice(const FeedStatus& status, domain::UnixMs now, bool canUseDelayed, bool canUseDemo,
                      const std::optional<StatusText>& closed)
{
    FeedNotice notice;
    const bool refused = status.phase == FeedPhase::Refused;
    if (refused || status.phase == FeedPhase::Replaced) {
        notice.text = refused ? say(QT_TRANSLATE_NOOP("FeedNotice", "The provider refused the connection."))
                              : replacedText(status, now);
        if (!status.reason.isEmpty())
            notice.text += QLatin1Char(' ') + status.reason;
        notice.retry = retryText(status.phase);
        notice.asksForKey = refused;
        notice.offersDelayed = refused && canUseDelayed;
        notice.offersDemo = canUseDemo;
    } else if (closed) {
        notice.text = closed->brief + QStringLiteral(". ")
                      + say(QT_TRANSLATE_NOOP("FeedNotice", "Replay a recorded session meanwhile, or try the demo."));
        notice.isCalm = true;
        notice.offersReplay = true;
        notice.offersDemo = canUseDemo;
    }
    return notice;
}

QString retryText(FeedPhase phase)
{
    switch (phase) {
    case FeedPhase::Reconnecting:
    case FeedPhase::Refused:
    case FeedPhase::Stalled:
        return say(QT_TRANSLATE_NOOP("FeedNotice", "Retry now"));
    case FeedPhase::Replaced:
        return say(QT_TRANSLATE_NOOP("FeedNotice", "Connect here instead"));
    case FeedPhase::Offline:
    case FeedPhase::Connecting:
    case FeedPhase::Authenticating:
    case FeedPhase::Subscribing:
    case FeedPhase::Live:
    case FeedPhase::Delayed:
        return {};
    }
    return {};
}

} // namespace flowglass::models
