// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/plan/plananswers.h"

#include "contracts/jsonanswer.h"
#include "domain/optionsymbol.h"

namespace flowglass::contracts {

using domain::Error;
using domain::PlanAccess;
using domain::PlanAnswer;
using domain::Timeliness;

namespace {

PlanAccess accessAfter(Error::Code code)
{
    switch (code) {
    case Error::Code::NotInPlan:
        return PlanAccess::NotInPlan;
    case Error::Code::BadKey:
        return PlanAccess::BadKey;
    case Error::Code::RateLimited:
        return PlanAccess::RateLimited;
    case Error::Code::Unreachable:
    case Error::Code::TimedOut:
        return PlanAccess::Unreachable;
    default:
        return PlanAccess::Failed;
    }
}

PlanAnswer refused(const Error& error)
{
    PlanAnswer answer;
    answer.access = accessAfter(error.code);
    answer.error = error;
    return answer;
}

Timeliness timelinessOf(const std::optional<Members>& part)
{
    const QString word = part ? part->text("timeframe") : QString();
    if (word == QLatin1String("REAL-TIME"))
        return Timeliness::RealTime;
    return word == QLatin1String("DELAYED") ? Timeliness::Delayed : Timeliness::Unsaid;
}

} // namespace

PlanAnswer planAnswer(const RestAnswer& answer)
{
    if (!answer.body)
        return refused(answer.body.error());
    const auto envelope = JsonAnswer(*answer.body).envelope();
    if (!envelope)
        return refused(badAnswer(QStringLiteral("not a JSON object")));
    PlanAnswer allowed;
    allowed.access = PlanAccess::Allowed;
    return allowed;
}

QString firstContract(const QByteArray& body)
{
    const JsonAnswer answer(body);
    const auto result = answer.result();
    const QString ticker = result ? result->text("ticker") : QString();
    return domain::OptionSymbol::parse(ticker.toStdString()) ? ticker : QString();
}

SnapshotSigns snapshotSigns(const QByteArray& body)
{
    const JsonAnswer answer(body);
    const auto result = answer.result();
    if (!result)
        return {};
    const auto quote = result->object("last_quote");
    return {!quote, timelinessOf(quote), timelinessOf(result->object("last_trade"))};
}

} // namespace flowglass::contracts
