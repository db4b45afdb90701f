// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/plancard.h"

#include <QCoreApplication>

#include <algorithm>

namespace flowglass::models {

using domain::FeedPhase;
using domain::FeedStatus;
using domain::PlanAccess;
using domain::PlanAnswer;
using domain::PlanData;
using domain::PlanReport;
using domain::Timeliness;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PlanCard)
};

QString nameOf(PlanData data)
{
    switch (data) {
    case PlanData::Terms:
        return Texts::tr("Contract terms");
    case PlanData::Snapshot:
        return Texts::tr("Quotes, greeks, open interest");
    case PlanData::Chain:
        return Texts::tr("All contracts of an underlying at once");
    case PlanData::Trades:
        return Texts::tr("Trades by REST (filling of gaps)");
    case PlanData::Quotes:
        return Texts::tr("Past quotes");
    case PlanData::MarketStatus:
        break;
    }
    return Texts::tr("Holidays and market hours");
}

QString allowedText(const PlanAnswer& answer)
{
    if (answer.lacksQuotes)
        return Texts::tr("yes, without quotes");
    if (answer.timeliness == Timeliness::RealTime)
        return Texts::tr("yes, real time");
    return answer.timeliness == Timeliness::Delayed ? Texts::tr("yes, 15 minutes late") : Texts::tr("yes");
}

QString answerText(const PlanAnswer& answer)
{
    switch (answer.access) {
    case PlanAccess::Waiting:
        return Texts::tr("asking…");
    case PlanAccess::NotAsked:
        return Texts::tr("not asked");
    case PlanAccess::Allowed:
        return allowedText(answer);
    case PlanAccess::NotInPlan:
        return Texts::tr("not in your plan");
    case PlanAccess::BadKey:
        return Texts::tr("key not accepted");
    case PlanAccess::RateLimited:
        return Texts::tr("not known: request limit reached");
    case PlanAccess::Unreachable:
        return Texts::tr("no answer");
    case PlanAccess::Failed:
        break;
    }
    return answer.error.text;
}

QString feedText(FeedPhase phase)
{
    switch (phase) {
    case FeedPhase::Live:
        return Texts::tr("yes, real time");
    case FeedPhase::Delayed:
        return Texts::tr("yes, 15 minutes late, as chosen in the settings");
    case FeedPhase::Stalled:
        return Texts::tr("connected, nothing comes at present");
    case FeedPhase::Refused:
        return Texts::tr("refused");
    case FeedPhase::Replaced:
        return Texts::tr("another program has the connection");
    case FeedPhase::Offline:
    case FeedPhase::Connecting:
    case FeedPhase::Authenticating:
    case FeedPhase::Subscribing:
    case FeedPhase::Reconnecting:
        break;
    }
    return Texts::tr("not known: not connected");
}

CardRow feedRow(const FeedStatus& feed)
{
    const bool isThere = feed.phase == FeedPhase::Live || feed.phase == FeedPhase::Delayed;
    return {Texts::tr("Live trades"), feedText(feed.phase), isThere, isThere ? QString() : feed.reason};
}

const PlanAnswer* firstOf(const PlanReport& report, PlanAccess access)
{
    const auto found = std::ranges::find(report.answers, access, &PlanAnswer::access);
    return found == report.answers.end() ? nullptr : &*found;
}

QString troubleText(const PlanReport& report)
{
    if (const PlanAnswer* refused = firstOf(report, PlanAccess::BadKey))
        return refused->error.text;
    if (const PlanAnswer* silent = firstOf(report, PlanAccess::Unreachable))
        return silent->error.text;
    if (firstOf(report, PlanAccess::RateLimited))
        return Texts::tr("The provider's limit of requests was reached before all was asked. Test again in a minute.");
    return {};
}

} // namespace

CardGroup planCard(const PlanReport& report, const FeedStatus& feed)
{
    CardGroup card;
    card.title = Texts::tr("What your plan includes");
    const bool isWaiting = firstOf(report, PlanAccess::Waiting) != nullptr;
    card.state = isWaiting ? CardState::Loading : CardState::Ready;
    card.stateText = isWaiting ? Texts::tr("asking…") : QString();
    card.errorText = troubleText(report);
    card.rows.push_back(feedRow(feed));
    for (std::size_t i = 0; i < domain::kPlanDataCount; ++i) {
        const PlanAnswer& answer = report.answers[i];
        card.rows.push_back({nameOf(PlanData(i)), answerText(answer), answer.access == PlanAccess::Allowed,
                             answer.error.text});
    }
    return card;
}

} // namespace flowglass::models
