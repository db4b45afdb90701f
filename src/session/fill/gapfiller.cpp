// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fill/gapfiller.h"

#include "contracts/gap/gapnames.h"
#include "domain/conditions.h"
#include "session/fill/knowncontracts.h"
#include "session/fill/missingtrades.h"
#include "session/pipeline.h"
#include "session/pump.h"
#include "session/routing/printset.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

namespace flowglass::session {

namespace {

using contracts::GapOrder;
using domain::Error;
using Check = tape::GapFill::Check;
using State = tape::GapFill::State;

constexpr std::chrono::milliseconds kPoll{250};
constexpr std::chrono::seconds kLatestArrival{60}; // prints of a contract come at most so much out of order
constexpr qsizetype kTolerated = 10; // one contract in so many may be missing for the detectors

// Without those that were fetched for `gap`.
std::vector<domain::Trade> storedBetween(const tape::TradeStore& store, domain::ContractId contract,
                                         const contracts::GapOrder& order, std::size_t gap)
{
    std::vector<domain::Trade> found;
    const std::span<const std::uint32_t> rows = store.rowsOf(contract);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        const domain::Trade& trade = store[*row];
        const tape::TradeStore::Fetched* const part = store.fetchedPart(*row);
        if (trade.time() < order.from + -kLatestArrival && !part)
            break;
        const bool isOfGap = part && part->gap == gap;
        if (!isOfGap && trade.time() >= order.from && trade.time() <= order.to)
            found.push_back(trade);
    }
    return found;
}

// Event time of the first watched print that came by itself.
std::optional<domain::UnixMs> firstAfter(const tape::TradeStore& store, std::size_t gap)
{
    std::uint64_t row = std::max(store.gaps()[gap].beforeRow, store.begin());
    while (row < store.end() && store.isFetched(row))
        ++row;
    return row < store.end() ? std::optional(store[row].time()) : std::nullopt;
}

bool isContract(const QString& name)
{
    return name.startsWith(QLatin1String("O:"));
}

Backfill::Outcome outcomeOf(const contracts::GapOutcome& fetched)
{
    Backfill::Outcome outcome;
    const bool hasChains = std::ranges::all_of(fetched.missing, isContract);
    outcome.judged = fetched.complete || (hasChains && fetched.missing.size() * kTolerated <= fetched.asked);
    outcome.state = fetched.complete ? State::Filled : fetched.asked > 0 ? State::Partly : State::Failed;
    if (fetched.error)
        outcome.reason = fetched.error->text;
    return outcome;
}

domain::Trade tradeOf(const contracts::HistoricTrade& historic)
{
    domain::Trade trade;
    trade.setTime(domain::lossyToMs(historic.time));
    trade.setExchange(historic.exchange);
    trade.price = historic.price;
    trade.size = historic.size;
    trade.conditions = historic.conditions;
    trade.sequence = historic.sequence;
    return trade;
}

// A glance at the newest trades: of a root that is not among them nothing is said. What reports no trade of that
// time does not show in a chain.
QStringList heardBehind(const Pipeline& pipeline, const contracts::GapOrder& order)
{
    constexpr std::uint64_t kGlance = 5'000; // rows
    const tape::TradeStore& store = pipeline.store();
    std::vector<std::string> silent;
    std::ranges::transform(order.underlyings, std::back_inserter(silent), &QString::toStdString);
    QStringList heard;
    std::uint64_t row = store.end();
    const std::uint64_t stop = std::max(store.begin(), row - std::min(row, kGlance));
    while (row-- > stop && !silent.empty()) {
        const domain::Trade& trade = store[row];
        const auto& symbol = pipeline.contracts()[trade.contract].symbol;
        if (trade.time() < order.to || store.isFetched(row) || !symbol || !updatesVolume(trade.conditions))
            continue;
        const auto means = [&symbol](const std::string& name) { return contracts::isOfRoot(*symbol, name); };
        const auto said = std::ranges::partition(silent, std::not_fn(means));
        std::ranges::transform(said, std::back_inserter(heard), &QString::fromStdString);
        silent.erase(said.begin(), said.end());
    }
    return heard;
}

// Those of the order of which something is missing.
QStringList shortOf(const contracts::GapOrder& order, const QStringList& missing)
{
    QStringList names;
    for (const QString& name : order.underlyings) {
        const auto isOf = [&name](const QString& it) { return it == name || contracts::isWithin(it, name); };
        if (std::ranges::any_of(missing, isOf))
            names << name;
    }
    return names;
}

QStringList united(QStringList names, const QStringList& more)
{
    names += more;
    names.removeDuplicates();
    return names;
}

std::optional<domain::WatchList> watchOf(const QStringList& names)
{
    const domain::Result<domain::WatchList> watch = domain::WatchList::parse(names.join(QLatin1Char(',')));
    return watch ? std::optional(*watch) : std::nullopt;
}

// What traded before the first print that was heard was not missed.
domain::UnixMs beginning(const tape::TradeStore& store)
{
    return store.begin() == store.end() ? domain::UnixMs() : store[store.begin()].time();
}

} // namespace

GapFiller::GapFiller(Pipeline& pipeline, const Pump* pump, std::chrono::milliseconds margin,
                     std::chrono::milliseconds delay, QObject* parent)
    : QObject(parent), m_pipeline(pipeline), m_pump(pump), m_margin(margin), m_delay(delay)
{
    m_poll.setInterval(kPoll);
    connect(&m_poll, &QTimer::timeout, this, &GapFiller::poll);
    connect(&m_give, &QTimer::timeout, this, &GapFiller::give);
}

void GapFiller::addGap(const QStringList& watched)
{
    addJob(watched, std::nullopt);
}

void GapFiller::checkGap(const QStringList& watched, const QString& reason)
{
    if (m_lacksUnusual)
        refuseGap(reason);
    else
        addJob(watched, reason);
}

// Of gaps with nothing between them the newest says what can be done; what was watched in any of them is fetched.
void GapFiller::addJob(const QStringList& watched, const std::optional<QString>& refusal)
{
    if (m_jobs.empty() || m_jobs.back().routed != m_pipeline.routed())
        beginJob();
    Job& job = m_jobs.back();
    const bool isRefused = refusal || job.isCheck();
    job.order.underlyings = isRefused ? watched : united(job.order.underlyings, watched);
    job.watch = watchOf(job.order.underlyings);
    job.order.what = refusal ? GapOrder::What::Unusual : GapOrder::What::Trades;
    job.outcome.reset();
    if (refusal)
        job.outcome = {State::Failed, false, *refusal};
    job.gaps.push_back(m_pipeline.store().gaps().size() - 1);
    using Fill = tape::GapFill;
    const Fill fill = refusal ? Fill{State::Failed, {}, 0, *refusal, Check::Waiting} : Fill{State::Fetching, {}, 0, {}};
    for (const std::size_t gap : job.gaps)
        m_pipeline.store().setFill(gap, fill);
    m_poll.start();
}

void GapFiller::beginJob()
{
    if (!m_jobs.empty()) { // what came before this gap belongs before it
        Job& last = m_jobs.back();
        bound(last);
        last.order.to = std::min(last.order.to, m_pipeline.newest());
        last.due = true;
    }
    Job job;
    job.before = m_pipeline.newest();
    job.order.from = std::max(job.before + -m_margin, beginning(m_pipeline.store()));
    job.routed = m_pipeline.routed();
    m_jobs.push_back(std::move(job));
}

void GapFiller::refuseGap(const QString& reason)
{
    m_pipeline.store().setFill(m_pipeline.store().gaps().size() - 1, {State::Failed, {}, 0, reason});
}

void GapFiller::bound(Job& job) const
{
    if (job.bounded || job.routed == m_pipeline.routed())
        return;
    const domain::UnixMs first = firstAfter(m_pipeline.store(), job.gaps.front()).value_or(m_pipeline.newest());
    job.order.to = std::max(job.before, first) + m_margin;
    if (job.before.value == 0)
        job.order.from = beginningByWall(job);
    job.bounded = true;
}

// Where nothing came before the gap: by the wall clock, or as long before what came first as the gap was, where that
// clock was fast. It may have been set by years since.
domain::UnixMs GapFiller::beginningByWall(const Job& job) const
{
    const std::vector<tape::TradeStore::Gap>& gaps = m_pipeline.store().gaps();
    const domain::UnixMs lost = gaps[job.gaps.front()].gap.from;
    const std::chrono::milliseconds length = gaps[job.gaps.back()].gap.to - lost;
    const domain::UnixMs newest = m_pipeline.newest();
    return std::max(std::min(lost + -m_delay, newest + -length), newest + -TimeGate::kBehind);
}

void GapFiller::poll()
{
    for (Job& job : m_jobs)
        bound(job);
    if (m_jobs.empty())
        return;
    Job& first = m_jobs.front();
    if (first.isOrdered || !first.bounded || (!first.due && m_pipeline.newest() < first.order.to + m_margin))
        return;
    order(first);
}

void GapFiller::order(Job& job)
{
    if (!std::exchange(job.isOrdered, true))
        job.compared = m_pipeline.store().end();
    job.order.id = ++m_lastOrder;
    if (!job.isCheck()) {
        job.order.known = knownContracts(m_pipeline, job.order);
        job.expired = rootsWithExpired(job.order, m_pipeline.newest());
    }
    job.order.heardBehind = heardBehind(m_pipeline, job.order);
    job.isUnderWay = !job.isCheck() || !m_lacksUnusual;
    if (job.isUnderWay)
        Q_EMIT ordered(job.order);
    else
        m_give.start();
}

GapFiller::Job* GapFiller::jobOf(quint64 order)
{
    return m_jobs.empty() || m_jobs.front().order.id != order ? nullptr : &m_jobs.front();
}

void GapFiller::onTrades(quint64 order, const QString& ticker, const std::vector<contracts::HistoricTrade>& trades)
{
    Job* job = jobOf(order);
    if (!job)
        return;
    strikeArrived(*job);
    std::vector<domain::Trade> stored;
    if (const auto contract = m_pipeline.contracts().find(ticker.toStdString()))
        stored = storedBetween(m_pipeline.store(), *contract, job->order, job->gaps.front());
    std::vector<contracts::HistoricTrade>& known = job->known[ticker];
    std::ranges::transform(known, std::back_inserter(stored), tradeOf);
    const auto missing = missingTrades(trades, stored, job->isCheck() ? Compare::AsGiven : Compare::Exactly);
    for (const contracts::HistoricTrade& trade : missing)
        job->fetched.push_back({trade, ticker, job->isCheck()});
    known.insert(known.end(), missing.begin(), missing.end());
}

void GapFiller::onFinished(quint64 order, const contracts::GapOutcome& outcome)
{
    Job* job = jobOf(order);
    if (!job)
        return;
    job->isUnderWay = false;
    if (job->isCheck())
        endCheck(*job, outcome);
    else
        job->outcome = outcomeOf(outcome);
    sortFetched(*job);
    m_give.start();
    const bool isShort = !outcome.complete || !job->expired.isEmpty();
    if (!job->isCheck() && isShort && job->outcome->state == State::Filled) {
        job->outcome->state = State::Partly;
        job->outcome->reason = tr("contracts that have expired since are not listed any more");
    }
    if (job->isCheck() || !isShort || !wantsCheck(outcome))
        return;
    job->order.what = GapOrder::What::Unusual;
    job->order.underlyings = shortOf(job->order, outcome.missing + job->expired);
    this->order(*job);
}

// What the feed has told after all, since it was compared with what was fetched, is not missing.
void GapFiller::strikeArrived(Job& job) const
{
    const tape::TradeStore& store = m_pipeline.store();
    PrintSet arrived;
    for (std::uint64_t row = std::max(job.compared, store.begin()); row < store.end(); ++row) {
        const domain::Trade& trade = store[row];
        if (trade.time() >= job.order.from && trade.time() <= job.order.to && !store.isFetched(row))
            arrived.add(trade);
    }
    job.compared = store.end();
    if (arrived.isEmpty())
        return;
    const auto hasArrived = [&](const Found& found) {
        const auto contract = m_pipeline.contracts().find(found.ticker.toStdString());
        domain::Trade trade = tradeOf(found.trade);
        trade.contract = contract.value_or(trade.contract);
        if (!contract || !arrived.strike(trade))
            return false;
        std::vector<contracts::HistoricTrade>& known = job.known[found.ticker];
        known.erase(std::ranges::find(known, found.trade));
        return true;
    };
    std::erase_if(job.fetched, hasArrived);
    const auto left = std::remove_if(job.found.begin() + std::ptrdiff_t(job.given), job.found.end(), hasArrived);
    job.found.erase(left, job.found.end());
}

// In the order of the market, venues that report in the same nanosecond by their numbers.
void GapFiller::sortFetched(Job& job)
{
    std::ranges::stable_sort(job.fetched, [](const Found& a, const Found& b) {
        return std::tie(a.trade.time, a.trade.sequence, a.ticker) < std::tie(b.trade.time, b.trade.sequence, b.ticker);
    });
    std::ranges::move(std::exchange(job.fetched, {}), std::back_inserter(job.found));
}

// A provider that cannot be reached, or is at its limit, will not tell more of another list.
bool GapFiller::wantsCheck(const contracts::GapOutcome& outcome) const
{
    const Error::Code code = outcome.error ? outcome.error->code : Error::Code::BadAnswer;
    return code != Error::Code::BadKey && code != Error::Code::Unreachable && code != Error::Code::RateLimited;
}

void GapFiller::endCheck(Job& job, const contracts::GapOutcome& outcome)
{
    job.outcome->check = outcome.complete ? Check::Done : job.fetched.empty() ? Check::None : Check::Partly;
    const Error::Code code = outcome.error ? outcome.error->code : Error::Code::BadAnswer;
    const bool isNowhere = outcome.asked == 0 && job.fetched.empty();
    m_lacksUnusual = isNowhere && (code == Error::Code::NotInPlan || code == Error::Code::NotFound);
}

void GapFiller::give()
{
    if (m_pump != nullptr && !m_pump->isIdle())
        return;
    Job& job = m_jobs.front();
    strikeArrived(job);
    if (job.given < job.found.size())
        return givePart(job);
    m_give.stop();
    if (job.isUnderWay)
        return;
    const Job done = std::move(m_jobs.front());
    m_jobs.pop_front();
    if (m_jobs.empty())
        m_poll.stop();
    giveOutcome(done);
}

void GapFiller::givePart(Job& job)
{
    const Backfill part = nextPart(job);
    job.given += part.rows.size();
    Q_EMIT posted(part);
}

Backfill GapFiller::nextPart(const Job& job) const
{
    const domain::FeedGap& gap = m_pipeline.store().gaps()[job.gaps.front()].gap;
    Backfill part{gap.from, gap.to, {}, {}, std::nullopt, job.found[job.given].unusual, job.watch};
    const std::size_t end = std::min(job.found.size(), job.given + kRowsPerPart);
    for (std::size_t at = job.given; at < end && job.found[at].unusual == part.unusual; ++at) {
        const std::string ticker = job.found[at].ticker.toStdString();
        const auto known = std::ranges::find(part.tickers, ticker);
        const auto number = std::uint32_t(known - part.tickers.begin());
        if (known == part.tickers.end())
            part.tickers.push_back(ticker);
        part.rows.push_back({number, tradeOf(job.found[at].trade)});
    }
    return part;
}

void GapFiller::giveOutcome(const Job& job)
{
    for (const std::size_t number : job.gaps) {
        const domain::FeedGap& gap = m_pipeline.store().gaps()[number].gap;
        Q_EMIT posted(Backfill{gap.from, gap.to, {}, {}, job.outcome});
    }
}

void GapFiller::stop()
{
    m_poll.stop();
    m_give.stop();
    const std::deque<Job> jobs = std::exchange(m_jobs, {});
    for (Job job : jobs) {
        if (!job.outcome) {
            job.outcome = {State::Failed, false, tr("the run ended before everything was there")};
        } else if (job.isUnderWay) {
            job.outcome->check = job.fetched.empty() ? Check::None : Check::Partly;
            sortFetched(job);
        }
        strikeArrived(job);
        while (job.given < job.found.size())
            givePart(job);
        giveOutcome(job);
    }
}

} // namespace flowglass::session
