// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statustexts.h"

#include "models/numbertext.h"

#include <QCoreApplication>

#include <algorithm>

namespace flowglass::models {

using domain::FeedPhase;
using domain::FeedStatus;

namespace {

QString say(const char* text) { return QCoreApplication::translate("StatusText", text); }

Severity severityOf(FeedPhase phase)
{
    switch (phase) {
    case FeedPhase::Live:
    case FeedPhase::Delayed:
        return Severity::Good;
    case FeedPhase::Connecting:
    case FeedPhase::Authenticating:
    case FeedPhase::Subscribing:
        return Severity::Waiting;
    case FeedPhase::Offline:
    case FeedPhase::Stalled:
    case FeedPhase::Reconnecting:
        return Severity::Warning;
    case FeedPhase::Refused:
    case FeedPhase::Replaced:
        return Severity::Bad;
    }
    return Severity::Warning;
}

// Whole seconds, rounded up, so that it never says 0 before it happens.
qint64 secondsLeft(const FeedStatus& status, domain::UnixMs now)
{
    if (!status.nextTry || *status.nextTry <= now)
        return 0;
    return ((*status.nextTry - now).count() + 999) / 1000;
}

QString reconnecting(const FeedStatus& status, domain::UnixMs now)
{
    const qint64 seconds = secondsLeft(status, now);
    return seconds == 0 ? say(QT_TRANSLATE_NOOP("StatusText", "Reconnecting…"))
                        : say(QT_TRANSLATE_NOOP("StatusText", "Reconnecting in %1 s")).arg(seconds);
}

QString phaseText(const FeedStatus& status, domain::UnixMs now)
{
    switch (status.phase) {
    case FeedPhase::Offline:
        return say(QT_TRANSLATE_NOOP("StatusText", "Offline"));
    case FeedPhase::Connecting:
        return say(QT_TRANSLATE_NOOP("StatusText", "Connecting…"));
    case FeedPhase::Authenticating:
        return say(QT_TRANSLATE_NOOP("StatusText", "Signing in…"));
    case FeedPhase::Subscribing:
        return say(QT_TRANSLATE_NOOP("StatusText", "Subscribing…"));
    case FeedPhase::Live:
        return say(QT_TRANSLATE_NOOP("StatusText", "Live"));
    case FeedPhase::Delayed:
        return say(QT_TRANSLATE_NOOP("StatusText", "Delayed 15 min"));
    case FeedPhase::Stalled:
        return say(QT_TRANSLATE_NOOP("StatusText", "Silent"));
    case FeedPhase::Reconnecting:
        return reconnecting(status, now);
    case FeedPhase::Refused:
        return say(QT_TRANSLATE_NOOP("StatusText", "Refused"));
    case FeedPhase::Replaced:
        return say(QT_TRANSLATE_NOOP("StatusText", "Replaced by another client"));
    }
    return {};
}

QString explained(const FeedStatus& status, domain::UnixMs now)
{
    switch (status.phase) {
    case FeedPhase::Offline:
        return say(QT_TRANSLATE_NOOP("StatusText", "Not connected."));
    case FeedPhase::Connecting:
        return say(QT_TRANSLATE_NOOP("StatusText", "Opening the connection to the feed."));
    case FeedPhase::Authenticating:
        return say(QT_TRANSLATE_NOOP("StatusText", "Connected; the provider is checking the key."));
    case FeedPhase::Subscribing:
        return say(QT_TRANSLATE_NOOP("StatusText", "Signed in; waiting for the channels to be confirmed."));
    case FeedPhase::Live:
        return say(QT_TRANSLATE_NOOP("StatusText", "Trades arrive as they are reported."));
    case FeedPhase::Delayed:
        return say(QT_TRANSLATE_NOOP("StatusText", "The provider holds these trades back for 15 minutes."));
    case FeedPhase::Stalled:
        return say(QT_TRANSLATE_NOOP("StatusText", "Connected, but nothing has arrived for too long."));
    case FeedPhase::Reconnecting:
        return say(QT_TRANSLATE_NOOP("StatusText", "The connection was lost; it is tried again by itself."));
    case FeedPhase::Refused:
        return say(QT_TRANSLATE_NOOP("StatusText", "The provider refused; it is not tried again by itself."));
    case FeedPhase::Replaced: {
        const QString text = say(QT_TRANSLATE_NOOP("StatusText", "Another client of this account took the connection."));
        const qint64 seconds = secondsLeft(status, now);
        if (seconds == 0)
            return text;
        return text + QLatin1Char(' ') + say(QT_TRANSLATE_NOOP("StatusText", "Next try in %1 s.")).arg(seconds);
    }
    }
    return {};
}

QString badgeText(FeedBadge badge)
{
    switch (badge) {
    case FeedBadge::RealTime:
        return {};
    case FeedBadge::Delayed:
        return say(QT_TRANSLATE_NOOP("StatusText", "delayed"));
    case FeedBadge::Demo:
        return say(QT_TRANSLATE_NOOP("StatusText", "demo"));
    }
    return {};
}

} // namespace

StatusText feedStateText(const FeedStatus& status, domain::UnixMs now, FeedBadge badge)
{
    StatusText text{phaseText(status, now), explained(status, now), severityOf(status.phase)};
    const QString badgeWord = status.phase == FeedPhase::Delayed && badge == FeedBadge::Delayed
                                  ? QString() // the state says it already
                                  : badgeText(badge);
    if (!badgeWord.isEmpty())
        text.brief = say(QT_TRANSLATE_NOOP("StatusText", "%1 (%2)")).arg(text.brief, badgeWord);
    if (badge == FeedBadge::Demo)
        text.full += QLatin1Char(' ')
                     + say(QT_TRANSLATE_NOOP("StatusText", "This is the simulated market, not real trades."));
    if (!status.reason.isEmpty())
        text.full += QLatin1Char('\n') + say(QT_TRANSLATE_NOOP("StatusText", "Reason: %1")).arg(status.reason);
    if (status.channelsWanted > 0)
        text.full += QLatin1Char('\n')
                     + say(QT_TRANSLATE_NOOP("StatusText", "Channels confirmed: %1 of %2"))
                           .arg(status.channelsConfirmed)
                           .arg(status.channelsWanted);
    return text;
}

StatusText rateText(double tradesPerSecond)
{
    const NumberText numbers;
    const QString rate = tradesPerSecond >= 9.95 || tradesPerSecond <= 0.0
                             ? numbers.whole(std::uint64_t(std::max(0.0, tradesPerSecond) + 0.5))
                             : numbers.decimal(tradesPerSecond, 1);
    return {say(QT_TRANSLATE_NOOP("StatusText", "%1 trades/s")).arg(rate),
            say(QT_TRANSLATE_NOOP("StatusText", "Trades that arrived per second, watched or not")), Severity::Good};
}

StatusText backlogText(std::size_t frames, std::chrono::nanoseconds age)
{
    using namespace std::chrono_literals;
    const NumberText numbers;
    const QString full = say(QT_TRANSLATE_NOOP("StatusText", "Frames received and not yet decoded, and how long the "
                                                             "oldest has waited. Nothing is dropped."));
    if (frames == 0)
        return {say(QT_TRANSLATE_NOOP("StatusText", "No backlog")), full, Severity::Good};
    return {say(QT_TRANSLATE_NOOP("StatusText", "Backlog %1, %2")).arg(numbers.whole(frames), numbers.duration(age)),
            full, age < 100ms ? Severity::Good : age < 1s ? Severity::Warning : Severity::Bad};
}

StatusText stallText(std::chrono::nanoseconds worst)
{
    using namespace std::chrono_literals;
    return {say(QT_TRANSLATE_NOOP("StatusText", "Worst stall %1")).arg(NumberText().duration(worst)),
            say(QT_TRANSLATE_NOOP("StatusText", "The longest that this window was busy without a break, this session")),
            worst < 50ms ? Severity::Good : worst < 250ms ? Severity::Warning : Severity::Bad};
}

StatusText latencyText(std::chrono::nanoseconds p50, std::chrono::nanoseconds p99, std::chrono::nanoseconds screenP50,
                       std::chrono::nanoseconds screenP99)
{
    using namespace std::chrono_literals;
    const NumberText numbers;
    QString full = say(QT_TRANSLATE_NOOP("StatusText", "From the receipt of a frame to its trades judged: median, and what "
                                                       "99 of 100 stay under"));
    if (screenP99.count() > 0)
        full += QLatin1Char('\n') + say(QT_TRANSLATE_NOOP("StatusText", "To the screen %1, 99%: %2"))
                                        .arg(numbers.duration(screenP50), numbers.duration(screenP99));
    return {say(QT_TRANSLATE_NOOP("StatusText", "Latency %1, 99%: %2")).arg(numbers.duration(p50), numbers.duration(p99)),
            full,
            p99 < 50ms ? Severity::Good : p99 < 500ms ? Severity::Warning : Severity::Bad};
}

QString newRowsText(int pending)
{
    if (pending <= 0)
        return {};
    return QCoreApplication::translate("StatusText", "%n new", nullptr, pending);
}

} // namespace flowglass::models
