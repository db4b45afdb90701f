// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/plan/keytest.h"

#include "contracts/restcall.h"

namespace flowglass::contracts {

using domain::PlanAccess;
using domain::PlanAnswer;
using domain::PlanData;
using domain::Timeliness;

namespace {

QString pathTo(PlanData data, const QString& contract)
{
    switch (data) {
    case PlanData::Terms:
        return QStringLiteral("/v3/reference/options/contracts");
    case PlanData::Snapshot:
        return QStringLiteral("/v3/snapshot/options/NVDA/") + contract;
    case PlanData::Chain:
        return QStringLiteral("/v3/snapshot/options/NVDA");
    case PlanData::Trades:
        return QStringLiteral("/v3/trades/") + contract;
    case PlanData::Quotes:
        return QStringLiteral("/v3/quotes/") + contract;
    case PlanData::MarketStatus:
        break;
    }
    return QStringLiteral("/v1/marketstatus/now");
}

QUrlQuery queryFor(PlanData data)
{
    QUrlQuery query;
    if (data == PlanData::Terms)
        query.addQueryItem(QStringLiteral("underlying_ticker"), QStringLiteral("NVDA"));
    if (data != PlanData::Snapshot && data != PlanData::MarketStatus)
        query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1"));
    return query;
}

bool needsContract(PlanData data)
{
    return data == PlanData::Snapshot || data == PlanData::Trades || data == PlanData::Quotes;
}

void learn(Timeliness& known, Timeliness said)
{
    if (said != Timeliness::Unsaid)
        known = said;
}

} // namespace

KeyTest::KeyTest(const RestConfig& config, const QString& apiKey, const domain::Clock& clock, QObject* parent)
    : QObject(parent), m_client(config, apiKey, clock), m_deadline(config.giveUpAfter)
{
}

void KeyTest::start() { ask(); }

void KeyTest::ask()
{
    const RestCall* call = m_client.get(pathTo(m_asking, m_contract), queryFor(m_asking), m_deadline);
    connect(call, &RestCall::finished, this, &KeyTest::onAnswer);
}

void KeyTest::onAnswer(const RestAnswer& answer)
{
    PlanAnswer& told = m_report[m_asking];
    told = planAnswer(answer);
    if (told.access == PlanAccess::Allowed)
        noteBody(told, *answer.body);
    if (!findNext()) {
        Q_EMIT finished(m_report);
        return;
    }
    ask();
    Q_EMIT progressed(m_report);
}

// Trades and quotes themselves do not say how late they are; the snapshot's last ones do.
void KeyTest::noteBody(PlanAnswer& answer, const QByteArray& body)
{
    if (m_asking == PlanData::Terms)
        m_contract = firstContract(body);
    if (m_asking == PlanData::Snapshot || m_asking == PlanData::Chain) {
        const SnapshotSigns signs = snapshotSigns(body);
        learn(m_quotes, signs.quotes);
        learn(m_trades, signs.trades);
        answer.lacksQuotes = signs.lacksQuotes;
        answer.timeliness = signs.quotes == Timeliness::Unsaid ? signs.trades : signs.quotes;
    }
    if (m_asking == PlanData::Trades)
        answer.timeliness = m_trades;
    if (m_asking == PlanData::Quotes)
        answer.timeliness = m_quotes;
}

bool KeyTest::isPointless(PlanData data) const
{
    return m_report[m_asking].access == PlanAccess::BadKey || (needsContract(data) && m_contract.isEmpty());
}

bool KeyTest::findNext()
{
    for (std::size_t next = std::size_t(m_asking) + 1; next < domain::kPlanDataCount; ++next) {
        if (!isPointless(PlanData(next))) {
            m_asking = PlanData(next);
            return true;
        }
        m_report.answers[next].access = PlanAccess::NotAsked;
    }
    return false;
}

} // namespace flowglass::contracts
