// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "market/faults/faultscript.h"
#include "market/faults/feedmischief.h"
#include "market/generator/listing.h"
#include "market/marketserver.h"
#include "market/tapegenerator.h"
#include "session/session.h"

#include <QElapsedTimer>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace flowglass;
using Code = domain::Error::Code;
using contracts::Priority;
using domain::FeedPhase;
using session::Session;
using Terms = domain::Fetched<domain::ContractTerms>;

Q_DECLARE_METATYPE(Code)

namespace {

const QString kKey = QStringLiteral("a-test-key");

market::MarketConfig marketConfig()
{
    market::MarketConfig config;
    config.seed = 11;
    config.tradesPerSecond = 1'000.0;
    config.start = domain::lossyToMs(domain::SystemClock().now()); // what is listed depends on the day
    return config;
}

} // namespace

// A real session on the simulated market while REST does wrong by script: what is said of the contract that
// was asked for, that it can be had afterwards, and that the tape has not noticed.
class TstRestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aLookUpFails_data();
    void aLookUpFails();
    void aLookUpSucceedsAllTheSame_data();
    void aLookUpSucceedsAllTheSame();
    void stoppingWaitsForNoAnswer();

private:
    void begin(const QString& fault);
    Terms terms() const;
    bool hasTermsAfterRetry();

    domain::SystemClock m_clock;
    std::unique_ptr<market::MarketServer> m_market;
    std::unique_ptr<Session> m_session;
    QString m_ticker;
};

void TstRestFaults::initTestCase()
{
    QLoggingCategory::setFilterRules(u"flowglass.feed.warning=false"_s);
    const market::TapeGenerator generator(marketConfig());
    m_ticker = QString::fromStdString(generator.listing().contracts().back().ticker); // not watched, so never asked for
}

void TstRestFaults::init()
{
    m_market = std::make_unique<market::MarketServer>(marketConfig());
    QVERIFY(m_market->start().has_value());
    session::SessionConfig config;
    config.watch = domain::WatchList::parse(u"NVDA"_s).value();
    config.feed.url = m_market->feedUrl();
    config.rest.base = m_market->apiUrl();
    config.rest.giveUpAfter = 500ms;
    config.rest.firstRetry = 20ms;
    config.rest.plan = contracts::RatePlan::HundredPerSecond; // nothing is learnt from a 429 for a minute
    config.apiKey = kKey;
    m_session = std::make_unique<Session>(config, m_clock);
    m_session->start();
    QTRY_VERIFY(m_session->counters().trades > 0);
}

void TstRestFaults::cleanup()
{
    m_session.reset();
    m_market.reset();
}

// Returns when the fault is there: events of the feed that come behind it have arrived.
void TstRestFaults::begin(const QString& fault)
{
    const auto script = market::FaultScript::parse(u"0s rest %1\n0s feed unknown-events"_s.arg(fault));
    QVERIFY2(script.has_value(), script ? "" : qPrintable(script.error().text));
    m_market->simulate(*script);
    QTRY_VERIFY(m_session->counters().other >= std::uint64_t(market::kUnknownEvents));
}

Terms TstRestFaults::terms() const
{
    const domain::ContractDetail* detail = m_session->contractService().detail(m_ticker);
    return detail != nullptr ? detail->terms : Terms();
}

bool TstRestFaults::hasTermsAfterRetry()
{
    if (terms().state == Terms::State::Failed)
        m_session->contractService().retry(m_ticker);
    return terms().state == Terms::State::Ready;
}

void TstRestFaults::aLookUpFails_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const QString& fault, Code code, const QString& said) {
        QTest::newRow(name) << fault << code << said;
    };
    row("400: a bad request", u"status 400 for 1s"_s, Code::BadAnswer, u"HTTP 400"_s);
    row("401: the key is unknown", u"status 401 for 1s"_s, Code::BadKey, u"does not accept the API key"_s);
    row("403: not in the plan", u"status 403 for 1s"_s, Code::NotInPlan, u"not entitled"_s);
    row("404: no such contract", u"status 404 for 1s"_s, Code::NotFound, u"does not know this contract"_s);
    row("429 without a time to wait", u"status 429 for 1s"_s, Code::RateLimited, u"request limit"_s);
    row("429 with a time to wait", u"limit 1 for 1s"_s, Code::RateLimited, u"request limit"_s);
    row("500: the server is broken", u"status 500 for 1s"_s, Code::ServerError, u"HTTP 500"_s);
    row("502 as a web page", u"html 502 for 1s"_s, Code::ServerError, u"HTTP 502"_s);
    row("503: not available", u"status 503 for 1s"_s, Code::ServerError, u"HTTP 503"_s);
    row("no answer at all", u"hang for 1s"_s, Code::TimedOut, u"No complete answer within"_s);
    row("a byte at a time", u"slow 20 for 1s"_s, Code::TimedOut, u"No complete answer within"_s);
    row("half an answer", u"truncated for 1s"_s, Code::Unreachable, u"cannot be reached"_s);
    row("the line goes dead at once", u"reset for 1s"_s, Code::Unreachable, u"cannot be reached"_s);
    row("a web page instead of JSON", u"html 200 for 1s"_s, Code::BadAnswer, {});
    row("broken JSON", u"bad-json for 1s"_s, Code::BadAnswer, {});
    row("an empty object", u"empty for 1s"_s, Code::NotFound, {});
    row("null in place of the terms", u"nulls for 1s"_s, Code::NotFound, {});
    row("the terms of another contract", u"wrong-id for 1s"_s, Code::BadAnswer, {});
    row("an answer of 8 MiB", u"huge for 1s"_s, Code::BadAnswer, u"too large"_s);
    row("a redirect to another address", u"redirect 302 for 1s"_s, Code::BadAnswer, u"not followed"_s);
    row("a permanent redirect elsewhere", u"redirect 308 for 1s"_s, Code::BadAnswer, u"not followed"_s);
}

void TstRestFaults::aLookUpFails()
{
    QFETCH(QString, fault);
    QFETCH(QString, said);
    begin(fault);
    m_session->contractService().request(m_ticker, Priority::Clicked);
    QTRY_COMPARE(terms().state, Terms::State::Failed);
    QTEST(terms().error->code, "code");
    QVERIFY(!terms().error->text.isEmpty());
    QVERIFY2(terms().error->text.contains(said), qPrintable(terms().error->text));
    QVERIFY(!terms().error->text.contains(kKey));

    QTRY_VERIFY_WITH_TIMEOUT(hasTermsAfterRetry(), 10'000);
    QCOMPARE(terms().value->ticker, m_ticker);
    const domain::Counters& counters = m_session->counters();
    QVERIFY(counters.balanced() && counters.gaps == 0 && counters.rejected == 0);
    QCOMPARE(m_session->feedStatus().phase, FeedPhase::Live);
}

void TstRestFaults::aLookUpSucceedsAllTheSame_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("JSON that is called an image") << u"wrong-type for 1s"_s;
    QTest::newRow("a date of tomorrow") << u"clock-skew 86400 for 1s"_s;
    QTest::newRow("a date of last week") << u"clock-skew -604800 for 1s"_s;
    QTest::newRow("a next page elsewhere") << u"foreign-next for 1s"_s;
    QTest::newRow("a server that is back before the look-up is given up") << u"status 503 for 150ms"_s;
}

void TstRestFaults::aLookUpSucceedsAllTheSame()
{
    QFETCH(QString, fault);
    begin(fault);
    m_session->contractService().request(m_ticker, Priority::Clicked);
    QTRY_VERIFY(terms().state == Terms::State::Ready || terms().state == Terms::State::Failed);
    QVERIFY2(terms().state == Terms::State::Ready, qPrintable(terms().error ? terms().error->detail : QString()));
    QCOMPARE(terms().value->ticker, m_ticker);
    QVERIFY(m_session->counters().balanced());
}

void TstRestFaults::stoppingWaitsForNoAnswer()
{
    begin(u"hang for 30s"_s);
    m_session->contractService().request(m_ticker, Priority::Clicked);
    QTRY_COMPARE(m_session->contractService().inFlight(), 1);
    QElapsedTimer stopping;
    stopping.start();
    m_session->stop();
    m_market->stop();
    QVERIFY(stopping.elapsed() < 1'000);
}

QTEST_GUILESS_MAIN(TstRestFaults)
#include "tst_restfaults.moc"
