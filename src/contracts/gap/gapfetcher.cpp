// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/gap/gapfetcher.h"

#include "contracts/apierror.h"
#include "contracts/gap/gapnames.h"
#include "contracts/gap/tradespage.h"
#include "contracts/jsonanswer.h"
#include "contracts/restcall.h"
#include "domain/optionsymbol.h"

#include <QUrlQuery>

#include <algorithm>

namespace flowglass::contracts {

using domain::Error;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::nanoseconds kWorthSaying = 500ms;

bool mayPass(Error::Code code)
{
    return code == Error::Code::Unreachable || code == Error::Code::ServerError ||
           code == Error::Code::TimedOut || code == Error::Code::RateLimited;
}

// Whatever is asked next will be answered the same. A provider without a list of unusual trades does not find it;
// one that told a page of it has the list.
bool endsEverything(Error::Code code, const GapTask& task)
{
    if (task.kind == GapTask::Kind::Unusual && task.visited.size() > 1)
        return false;
    return code == Error::Code::NotInPlan || code == Error::Code::BadKey ||
           (code == Error::Code::NotFound && task.kind == GapTask::Kind::Unusual);
}

// Of a root: its contracts and the adjusted ones, whose tickers go on with a digit. No other filter is documented.
void filterByName(QUrlQuery& query, const QString& name)
{
    if (name == QLatin1String("*"))
        return;
    if (domain::OptionSymbol::parse(name.toStdString())) {
        query.addQueryItem(QStringLiteral("ticker"), name);
        return;
    }
    query.addQueryItem(QStringLiteral("ticker.gte"), QLatin1String("O:") + name + QLatin1Char('0'));
    query.addQueryItem(QStringLiteral("ticker.lt"), QLatin1String("O:") + name + QLatin1Char('A'));
}

QUrl firstPage(const RestClient& client, const GapTask& task, const GapOrder& order, const GapFetchConfig& config)
{
    QUrlQuery query;
    if (task.kind == GapTask::Kind::Chain) {
        query.addQueryItem(QStringLiteral("limit"), QStringLiteral("250"));
        return client.urlOf(QStringLiteral("/v3/snapshot/options/") + task.name, query);
    }
    const QString firstNs = QString::number(domain::toNs(order.from).value);
    const QString lastNs = QString::number(domain::toNs(order.to).value + 999'999); // of that millisecond
    if (task.kind == GapTask::Kind::Unusual) {
        filterByName(query, task.name);
        query.addQueryItem(QStringLiteral("sip_timestamp.gte"), firstNs);
        query.addQueryItem(QStringLiteral("sip_timestamp.lte"), lastNs);
        query.addQueryItem(QStringLiteral("limit"), QString::number(config.unusualPerPage));
        return client.urlOf(QStringLiteral("/options/v1/unusual-trades"), query);
    }
    query.addQueryItem(QStringLiteral("timestamp.gte"), firstNs);
    query.addQueryItem(QStringLiteral("timestamp.lte"), lastNs);
    query.addQueryItem(QStringLiteral("order"), QStringLiteral("asc"));
    query.addQueryItem(QStringLiteral("limit"), QString::number(config.tradesPerPage));
    return client.urlOf(QStringLiteral("/v3/trades/") + task.name, query);
}

int mostPages(GapTask::Kind kind, const GapFetchConfig& config)
{
    switch (kind) {
    case GapTask::Kind::Chain:
        return config.maxChainPages;
    case GapTask::Kind::Trades:
        return config.maxTradePages;
    case GapTask::Kind::Unusual:
        break;
    }
    return config.maxUnusualPages;
}

bool isEarlier(const HistoricTrade& a, const HistoricTrade& b)
{
    return a.time < b.time;
}

// What a server that reads the range in its own way sends too much, or in another order.
void tidy(std::vector<HistoricTrade>& trades, const GapOrder& order)
{
    std::erase_if(trades, [&order](const HistoricTrade& trade) {
        const domain::UnixMs time = lossyToMs(trade.time);
        return time < order.from || time > order.to;
    });
    if (!std::ranges::is_sorted(trades, isEarlier))
        std::ranges::stable_sort(trades, isEarlier);
}

} // namespace

struct GapFetcher::Running
{
    GapTask task;
    quint64 serial = 0;
    RestCall* call = nullptr;
    std::optional<RestAnswer> answer; // not looked at yet
    std::optional<TradesPage> page;   // being decoded
};

GapFetcher::GapFetcher(CallLine& line, const domain::Clock& clock, GapFetchConfig config, QObject* parent)
    : QObject(parent), m_line(line), m_clock(clock), m_config(config)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &GapFetcher::pump);
    connect(&m_line, &CallLine::spare, this, &GapFetcher::wakeSoon);
}

GapFetcher::~GapFetcher()
{
    abortAll();
}

void GapFetcher::fetch(const GapOrder& order)
{
    m_orders.push_back(order);
    wakeSoon();
}

void GapFetcher::abortAll()
{
    m_timer.stop();
    for (const auto& running : m_running) {
        if (running->call)
            running->call->abort();
    }
    m_running.clear();
    m_orders.clear();
    m_ready.clear();
    m_queue.reset();
}

// One answer or slice, or the calls that may go out; then the event loop has its turn. Everything that
// emits does so as the last thing: a listener may abort, or end the session.
void GapFetcher::pump()
{
    if (!m_queue && !startNextOrder())
        return;
    if (!m_ready.empty()) {
        wakeSoon();
        giveNext();
        return;
    }
    if (!m_running.empty()) {
        const auto toDo = std::ranges::find_if(
            m_running, [](const auto& item) { return item->answer.has_value() || item->page.has_value(); });
        if (toDo != m_running.end()) {
            wakeSoon();
            workOn(std::size_t(toDo - m_running.begin()));
            return;
        }
    }
    if (m_queue->isEmpty()) {
        endOrder(std::nullopt);
        return;
    }
    sendCalls();
    scheduleWake();
}

bool GapFetcher::startNextOrder()
{
    if (m_orders.empty())
        return false;
    m_queue.emplace(m_orders.front(), m_config.retryBudget);
    m_orders.pop_front();
    return true;
}

void GapFetcher::workOn(std::size_t index)
{
    Running& running = *m_running[index];
    if (running.answer && running.answer->body && running.task.kind != GapTask::Kind::Chain) {
        const bool isOfMany = running.task.kind == GapTask::Kind::Unusual;
        running.page.emplace(*running.answer->body, isOfMany ? QString() : running.task.name);
        running.answer.reset();
    }
    if (running.page && running.page->read(m_config.rowsPerTurn, running.task.trades))
        return;
    const auto done = std::move(m_running[index]);
    m_running.erase(m_running.begin() + std::ptrdiff_t(index));
    if (done->page)
        onTradesPage(std::move(done->task), *done->page);
    else if (done->answer->body)
        onChainPage(std::move(done->task), *done->answer->body);
    else
        onFailedCall(std::move(done->task), *done->answer);
}

void GapFetcher::sendCalls()
{
    const auto now = m_clock.steady();
    while (int(m_running.size()) < m_config.maxInFlight) {
        const auto at = m_line.spareAt(now);
        if (!at || *at > now)
            return;
        auto task = m_queue->take(now);
        if (!task)
            return;
        send(std::move(*task));
    }
}

void GapFetcher::scheduleWake()
{
    const auto now = m_clock.steady();
    auto wake = m_queue->nextDelayed();
    const bool wantsTurn = int(m_running.size()) < m_config.maxInFlight && m_queue->hasReady(now);
    const auto turn = wantsTurn ? m_line.spareAt(now) : std::nullopt; // empty: spare() will tell
    if (turn)
        wake = wake ? std::min(*wake, *turn) : turn;
    if (wake)
        m_timer.start(std::max(std::chrono::ceil<std::chrono::milliseconds>(*wake - now), 0ms));
    const bool waits = turn && *turn - now >= kWorthSaying && m_line.limiter().isSlowed(now);
    report(waits ? turn : std::nullopt);
}

void GapFetcher::send(GapTask task)
{
    m_line.limiter().onCall(m_clock.steady());
    if (task.page.isEmpty())
        task.page = firstPage(m_line.client(), task, m_queue->order(), m_config);
    task.visited.insert(task.page);
    auto running = std::make_unique<Running>();
    running->serial = ++m_serial;
    running->call = m_line.client().get(task.page, m_config.pageTimeout, m_config.maxPageBytes);
    running->task = std::move(task);
    connect(running->call, &RestCall::finished, this,
            [this, serial = running->serial](const RestAnswer& answer) { onAnswer(serial, answer); });
    m_running.push_back(std::move(running));
}

void GapFetcher::onAnswer(quint64 serial, const RestAnswer& answer)
{
    const auto found = std::ranges::find_if(m_running, [serial](const auto& item) { return item->serial == serial; });
    Running& running = **found;
    running.call = nullptr;
    running.answer = answer;
    m_line.noteAnswer(answer, m_clock.steady());
    wakeSoon();
}

void GapFetcher::onFailedCall(GapTask task, const RestAnswer& answer)
{
    const Error& error = answer.body.error();
    if (endsEverything(error.code, task)) {
        endOrder(error);
        return;
    }
    const bool isAtLimit = error.code == Error::Code::RateLimited;
    if (!mayPass(error.code) || (!isAtLimit && task.retries >= m_config.retriesPerPage)) {
        failTask(std::move(task), error);
        return;
    }
    if (!m_queue->spendRetry()) {
        if (task.kind == GapTask::Kind::Unusual)
            failTask(std::move(task), error);
        else
            endOrder(error);
        return;
    }
    std::chrono::nanoseconds wait{0}; // at the limit the line holds it back
    if (!isAtLimit)
        wait = m_config.firstRetry * (1 << std::min(task.retries++, 10));
    if (!isAtLimit && answer.retryAfter)
        wait = std::max<std::chrono::nanoseconds>(wait, *answer.retryAfter);
    m_queue->putBack(std::move(task), m_clock.steady() + wait);
}

void GapFetcher::onChainPage(GapTask task, const QByteArray& body)
{
    const auto page = decodeChainPage(body);
    if (!page) {
        failTask(std::move(task), page.error());
        return;
    }
    m_queue->countBadRows(page->badRows);
    m_queue->addContracts(page->rows);
    task.newest = std::max(task.newest, newestSign(page->rows));
    goOn(std::move(task), page->nextUrl);
    Q_EMIT chainFetched(page->rows);
}

// By an old snapshot contracts that traded in the gap did not, so it is asked for anew when it may have been
// renewed. What it tells of some is not wrong, and kept.
void GapFetcher::onChainEnd(const GapTask& task)
{
    if (!m_queue->isOld(task))
        return m_queue->finish(task);
    if (task.wasOld || !m_queue->spendRetry())
        return m_queue->fail(task, oldSnapshotError());
    GapTask again;
    again.name = task.name;
    again.wasOld = true;
    m_queue->putBack(std::move(again), m_clock.steady() + m_config.oldChainRetry);
}

void GapFetcher::onTradesPage(GapTask task, const TradesPage& page)
{
    if (page.error()) {
        failTask(std::move(task), *page.error());
        return;
    }
    m_queue->countBadRows(page.badRows());
    const bool isBehind = task.kind == GapTask::Kind::Trades && !task.trades.empty() &&
                          lossyToMs(task.trades.begin()->second.back().time) > m_queue->order().to;
    goOn(std::move(task), isBehind ? QString() : page.nextUrl());
}

void GapFetcher::goOn(GapTask task, const QString& nextUrl)
{
    if (nextUrl.isEmpty()) {
        finishTask(std::move(task));
        return;
    }
    const QUrl next(nextUrl, QUrl::StrictMode);
    const int most = mostPages(task.kind, m_config);
    if (!m_line.client().isOwnOrigin(next)) {
        failTask(std::move(task), foreignRedirectError(m_line.client().scrubbed(next.host())));
    } else if (task.visited.contains(next) || task.visited.size() >= most) {
        failTask(std::move(task), badAnswer(QStringLiteral("pages without end")));
    } else {
        task.page = next;
        task.retries = 0;
        m_queue->putBack(std::move(task), m_clock.steady());
    }
}

void GapFetcher::finishTask(GapTask task)
{
    if (task.kind == GapTask::Kind::Chain)
        return onChainEnd(task);
    m_queue->finish(task);
    give(std::move(task));
}

// Part of the trades of a contract would pass for all; a list of unusual ones is never taken for all.
void GapFetcher::failTask(GapTask task, const Error& error)
{
    m_queue->fail(task, error);
    if (task.kind == GapTask::Kind::Unusual)
        give(std::move(task));
}

void GapFetcher::give(GapTask&& task)
{
    for (auto& [ticker, trades] : task.trades) {
        if (isWithin(ticker, task.name))
            m_ready.emplace_back(ticker, std::move(trades));
    }
    giveNext();
}

void GapFetcher::giveNext()
{
    while (!m_ready.empty()) {
        auto [ticker, trades] = std::move(m_ready.front());
        m_ready.pop_front();
        tidy(trades, m_queue->order());
        if (!trades.empty()) {
            Q_EMIT tradesFetched(m_queue->order().id, ticker, trades);
            return;
        }
    }
}

void GapFetcher::endOrder(const std::optional<Error>& error)
{
    for (const auto& running : m_running) {
        if (running->call)
            running->call->abort();
    }
    m_running.clear();
    const GapOutcome outcome = m_queue->outcome(error);
    const quint64 order = m_queue->order().id;
    m_queue.reset();
    wakeSoon();
    Q_EMIT finished(order, outcome);
}

void GapFetcher::report(std::optional<std::chrono::nanoseconds> waitingUntil)
{
    GapProgress progress = m_queue->progress();
    if (waitingUntil) {
        progress.state = GapProgress::State::WaitingForLimit;
        const domain::UnixNs until{m_clock.now().value + (*waitingUntil - m_clock.steady()).count()};
        progress.until = {(lossyToMs(until).value / 1'000 + 1) * 1'000};
    }
    if (progress == m_reported)
        return;
    m_reported = progress;
    Q_EMIT progressed(progress);
}

} // namespace flowglass::contracts
