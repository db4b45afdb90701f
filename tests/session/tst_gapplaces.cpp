// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/gaps/minutecoverage.h"
#include "session/pipeline.h"
#include "tradestream.h"

using namespace flowglass;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr domain::UnixMs kMidnight{1'795'150'800'000}; // of 2026-11-20, a Friday, in New York

// The whole market comes in, and one quiet root of it is watched.
class Market
{
public:
    explicit Market(milliseconds late = 0ms)
        : m_pipeline({domain::WatchList::parse(QStringLiteral("NVDA")).value(), {}}), m_late(late)
    {
    }

    void quiet(milliseconds at) { print("O:NVDA261218C00150000", at); }
    void others(milliseconds at) { print("O:SPY261218C00700000", at); }
    // As the feed tells it: by the wall, which the trades are behind.
    void gap(milliseconds from, milliseconds to)
    {
        m_pipeline.apply(domain::FeedGap{kMidnight + from + m_late, kMidnight + to + m_late, {}});
    }
    models::MinuteCoverage day() const
    {
        return models::minuteCoverage(m_pipeline.store(), m_calendar).value();
    }
    double share() const { return models::coverage(m_pipeline.store(), m_calendar).value(); }
    bool isTold() const { return models::toldSpan(m_pipeline.store()).has_value(); }
    std::optional<double> minute(milliseconds at) const
    {
        return day().shares.at(std::size_t((at - (9h + 30min)) / 1min));
    }

private:
    void print(const char* ticker, milliseconds at)
    {
        feed::DecodedFrame frame;
        m_pipeline.decode(test::frame({test::tradeEvent({.ticker = QString::fromLatin1(ticker),
                                                         .sequence = ++m_sequence,
                                                         .timeMs = (kMidnight + at).value})}),
                          domain::toNs(kMidnight + at + m_late), frame);
        for (const domain::Trade& trade : frame.trades)
            m_pipeline.route(trade);
    }

    session::Pipeline m_pipeline;
    milliseconds m_late;
    std::int64_t m_sequence = 0;
    domain::MarketCalendar m_calendar;
};

} // namespace

// Where a gap is placed by the trades of the whole feed, most of which nobody watches.
class TstGapPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuietRootDoesNotMoveTheGap_data()
    {
        QTest::addColumn<qint64>("lateMinutes");
        QTest::newRow("real time") << qint64(0);
        QTest::newRow("delayed") << qint64(15);
    }
    void aQuietRootDoesNotMoveTheGap()
    {
        QFETCH(const qint64, lateMinutes);
        Market market{std::chrono::minutes(lateMinutes)};
        market.quiet(10h + 20min);
        market.quiet(10h + 27min);
        market.others(10h + 30min);
        market.gap(10h + 30min, 10h + 30min + 30s);
        market.others(10h + 30min + 31s);
        market.quiet(10h + 40min);
        QCOMPARE(*market.minute(10h + 27min), 1.0);
        QCOMPARE(*market.minute(10h + 30min), 0.5);
        QCOMPARE(market.share(), 1.0 - 0.5 / 20.0);
    }

    void aGapIsOfItsOwnDay()
    {
        Market market;
        market.quiet(15h + 30min);
        constexpr milliseconds kMonday = 72h;
        market.others(kMonday + 10h + 30min);
        market.gap(kMonday + 10h + 30min, kMonday + 10h + 31min);
        market.quiet(kMonday + 11h);
        QCOMPARE(*market.minute(10h + 29min), 1.0);
        QCOMPARE(*market.minute(10h + 30min), 0.0);
        QCOMPARE(*market.minute(10h + 31min), 1.0);
    }

    void aGapOfTheEveningLosesNothing()
    {
        Market market;
        market.quiet(15h);
        market.quiet(15h + 30min);
        market.others(16h + 15min);
        market.gap(16h + 15min, 18h);
        market.quiet(72h + 9h + 31min);
        QCOMPARE(market.share(), 1.0);
    }

    void aGapBeforeTheFirstWatchedPrintIsNotItsLoss()
    {
        Market market;
        market.others(10h);
        market.gap(10h, 10h + 10min);
        market.quiet(10h + 5min); // late, of the time that is missing
        market.quiet(10h + 15min);
        QCOMPARE(market.share(), 0.5);
        QVERIFY(!market.minute(10h + 4min));
        QCOMPARE(*market.minute(10h + 5min), 0.0);
    }

    void aGapBeforeAnyTradeStandsWhereTheWallHasIt_data()
    {
        QTest::addColumn<qint64>("lateMinutes");
        QTest::newRow("real time") << qint64(0);
        QTest::newRow("delayed") << qint64(15); // the first trade shows by how much
    }
    // Started before the open, and away across it.
    void aGapBeforeAnyTradeStandsWhereTheWallHasIt()
    {
        QFETCH(const qint64, lateMinutes);
        Market market{std::chrono::minutes(lateMinutes)};
        market.gap(9h + 20min, 9h + 40min);
        market.quiet(9h + 40min);
        market.quiet(9h + 50min);
        QCOMPARE(market.share(), 0.5);
        QCOMPARE(*market.minute(9h + 30min), 0.0);
        QCOMPARE(*market.minute(9h + 39min), 0.0);
        QCOMPARE(*market.minute(9h + 40min), 1.0);
    }

    void whatTheLinkWasUpForAfterSuchAGapIsTold()
    {
        Market market;
        market.gap(10h, 10h + 5min);
        market.gap(10h + 6min, 10h + 7min);
        market.quiet(10h + 12min);
        QCOMPARE(market.share(), 0.5);
        QVERIFY(!market.minute(9h + 59min));
        QCOMPARE(*market.minute(10h + 5min), 1.0);
        QCOMPARE(*market.minute(10h + 6min), 0.0);
        QCOMPARE(*market.minute(10h + 7min), 1.0);
    }

    void aGapThatNoTradeFollowedIsNowhere()
    {
        Market market;
        market.gap(10h, 10h + 5min);
        QVERIFY(!market.isTold());
    }

    void gapsBehindTheSamePrintKeepTheirDistance()
    {
        Market market;
        market.quiet(10h);
        market.others(10h + 4min);
        market.gap(10h + 4min, 10h + 5min);
        market.gap(10h + 6min, 10h + 7min);
        market.others(10h + 8min);
        market.gap(10h + 8min, 10h + 9min);
        market.quiet(10h + 10min);
        for (const auto& [at, share] :
             {std::pair(3, 1.0), {4, 0.0}, {5, 1.0}, {6, 0.0}, {7, 1.0}, {8, 0.0}, {9, 1.0}})
            QCOMPARE(*market.minute(10h + std::chrono::minutes(at)), share);
    }
};

QTEST_GUILESS_MAIN(TstGapPlaces)
#include "tst_gapplaces.moc"
