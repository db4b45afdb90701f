// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/conditions.h"
#include "market/generator/listing.h"
#include "market/generator/pricer.h"
#include "market/tapegenerator.h"

#include <algorithm>
#include <map>
#include <set>

using namespace flowglass;
using namespace flowglass::market;

namespace {

constexpr std::int64_t kFridayMorning = 1'795'189'500'000; // 2026-11-20, 10:45 in New York

MarketConfig config(std::uint64_t seed = 1, double rate = 400)
{
    MarketConfig made;
    made.seed = seed;
    made.tradesPerSecond = rate;
    made.start = {kFridayMorning};
    return made;
}

std::vector<TapePrint> prints(TapeGenerator& generator, std::size_t count)
{
    std::vector<TapePrint> made;
    made.reserve(count);
    while (made.size() < count)
        made.push_back(generator.next());
    return made;
}

domain::ConditionTraits traits(const TapePrint& print)
{
    domain::Conditions conditions;
    conditions.add(print.condition);
    return domain::traitsOf(conditions);
}

} // namespace

class TestTapeGenerator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameSeedGivesTheSameTape();
    void otherSeedsGiveOtherTapes();
    void meanRate_data();
    void meanRate();
    void askingEarlyLosesNothing();
    void timeNeverRunsBackAndSequencesIncreaseWithGaps();
    void sizesAreHeavyTailedWithClumps();
    void underlyingsHaveTheirShares();
    void pricesStandOnTicks();
    void classesHaveTheirMix();
    void legsComeInPairs();
    void splitOrdersUseDifferentVenues();
    void cancelsTakeBackAnEarlierPrint();
    void ordersExciteMoreOrders();
    void plantedAnomaliesAreLabelled();
    void plantedAnomaliesAreGraded();
    void burstsAreFasterThanUsual();
    void expiredContractsDoNotTrade();
    void quotesHoldTheTrades();
    void convertsToTrades();
};

void TestTapeGenerator::sameSeedGivesTheSameTape()
{
    TapeGenerator a(config(42));
    TapeGenerator b(config(42));
    for (int i = 0; i < 50'000; ++i)
        QCOMPARE(a.next() == b.next(), true);
    QCOMPARE(a.planted().size(), b.planted().size());
}

void TestTapeGenerator::otherSeedsGiveOtherTapes()
{
    TapeGenerator a(config(1));
    TapeGenerator b(config(2));
    int same = 0;
    for (int i = 0; i < 1'000; ++i)
        same += a.next() == b.next() ? 1 : 0;
    QCOMPARE(same, 0);
}

void TestTapeGenerator::meanRate_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("count");
    QTest::newRow("a quiet market") << 100.0 << 12'000;
    QTest::newRow("the usual pace") << 400.0 << 48'000;
    QTest::newRow("the usual pace from the first seconds") << 400.0 << 8'000;
    QTest::newRow("a busy market") << 10'000.0 << 200'000;
    QTest::newRow("a flood") << 200'000.0 << 600'000;
}

void TestTapeGenerator::meanRate()
{
    QFETCH(double, rate);
    QFETCH(int, count);
    TapeGenerator generator(config(3, rate));
    const std::vector<TapePrint> tape = prints(generator, std::size_t(count));
    const double measured = count * 1000.0 / double(tape.back().offsetMs + 1);
    QVERIFY2(std::abs(measured / rate - 1.0) < 0.10, qPrintable(QString::number(measured)));
}

void TestTapeGenerator::askingEarlyLosesNothing()
{
    TapeGenerator whole(config(9));
    TapeGenerator parts(config(9));
    const std::vector<TapePrint> expected = prints(whole, 2'000);
    std::vector<TapePrint> got;
    TapePrint print;
    for (std::int64_t now = 0; got.size() < expected.size(); now += 7) {
        while (got.size() < expected.size() && parts.nextUntil(now, print)) {
            QVERIFY(print.offsetMs <= now);
            got.push_back(print);
        }
        QVERIFY(!parts.nextUntil(now - 7, print) || got.size() == expected.size());
    }
    QCOMPARE(got == expected, true);
}

void TestTapeGenerator::timeNeverRunsBackAndSequencesIncreaseWithGaps()
{
    TapeGenerator generator(config());
    std::map<std::uint32_t, std::uint64_t> last;
    std::int64_t time = 0;
    int gaps = 0;
    for (const TapePrint& print : prints(generator, 60'000)) {
        QVERIFY(print.offsetMs >= time);
        time = print.offsetMs;
        std::uint64_t& before = last[print.contract];
        QVERIFY(print.sequence > before);
        gaps += before != 0 && print.sequence > before + 1 ? 1 : 0;
        before = print.sequence;
    }
    QVERIFY(gaps > 1'000);
}

void TestTapeGenerator::sizesAreHeavyTailedWithClumps()
{
    TapeGenerator generator(config(5));
    std::vector<std::uint32_t> sizes;
    std::map<std::uint32_t, int> counts;
    double sum = 0;
    for (const TapePrint& print : prints(generator, 200'000)) {
        QVERIFY(print.size >= 1 && print.size <= 100'000);
        sizes.push_back(print.size);
        ++counts[print.size];
        sum += print.size;
    }
    std::ranges::sort(sizes);
    const auto at = [&](double q) { return sizes[std::size_t(q * double(sizes.size()))]; };
    QVERIFY(at(0.5) <= 3);
    QVERIFY(at(0.999) >= 100 * at(0.5));
    QVERIFY(sizes.back() > 3 * at(0.999));
    QVERIFY(sum / double(sizes.size()) > 3.0 * at(0.5)); // a few orders hold most of the volume
    for (const std::uint32_t clump : {10U, 20U, 25U, 50U, 100U})
        QVERIFY2(counts[clump] > 2 * counts[clump + 1], qPrintable(QString::number(clump)));
}

void TestTapeGenerator::underlyingsHaveTheirShares()
{
    TapeGenerator generator(config(6));
    std::map<std::string, int> counts;
    constexpr int kCount = 60'000;
    for (const TapePrint& print : prints(generator, kCount)) {
        const auto symbol = domain::OptionSymbol::parse(generator.ticker(print));
        QVERIFY(symbol.has_value());
        ++counts[std::string(symbol->rootText())];
    }
    QVERIFY(std::abs(counts["NVDA"] / double(kCount) - 0.35) < 0.03);
    QCOMPARE(counts.size(), underlyings().size());
    QVERIFY(counts["NVDA1"] > 100); // the adjusted chain is there
    QVERIFY(counts["SPXW"] > counts["TSLA"]);
}

void TestTapeGenerator::pricesStandOnTicks()
{
    TapeGenerator generator(config(7));
    for (const TapePrint& print : prints(generator, 80'000)) {
        QVERIFY(print.price.units() >= Pricer::kPenny);
        QCOMPARE(print.price.units() % Pricer::kPenny, 0); // auctions and legs are in pennies everywhere
        const TickRule rule = generator.listing().profile(print.contract).ticks;
        if (print.condition == 209 || print.condition == 219)
            QCOMPARE(print.price.units() % tickAt(rule, print.price.lossyDollars()), 0);
    }
}

void TestTapeGenerator::classesHaveTheirMix()
{
    TapeGenerator generator(config(8));
    constexpr int kCount = 400'000;
    int automatic = 0, auction = 0, sweep = 0, legs = 0, aside = 0, late = 0, cancel = 0;
    for (const TapePrint& print : prints(generator, kCount)) {
        const domain::ConditionTraits is = traits(print);
        automatic += print.condition == 209;
        sweep += print.condition == 219;
        auction += is.auction && !is.multiLeg;
        legs += is.multiLeg;
        aside += (is.cross || is.floor) && !is.multiLeg;
        late += is.late;
        cancel += is.cancel;
    }
    const auto near = [](int count, double percent, double within) {
        return std::abs(100.0 * count / kCount - percent) < within;
    };
    QVERIFY(near(automatic, 47.0, 1.5));
    QVERIFY(near(auction, 23.5, 1.0));
    QVERIFY(near(sweep, 6.0, 0.7));
    QVERIFY(near(legs, 23.0, 1.0));
    QVERIFY(near(aside, 0.25, 0.1));
    QVERIFY(late > 20 && late < 400);
    QVERIFY(cancel > 5 && cancel < 150);
}

void TestTapeGenerator::legsComeInPairs()
{
    TapeGenerator generator(config(10));
    std::map<std::tuple<std::int64_t, std::uint32_t, std::uint16_t, std::uint8_t>, int> packages;
    for (const TapePrint& print : prints(generator, 50'000)) {
        if (traits(print).multiLeg)
            ++packages[{print.offsetMs, generator.listing()[print.contract].underlying, print.exchange.value,
                        print.condition}];
    }
    QVERIFY(packages.size() > 4'000);
    std::size_t odd = 0;
    for (const auto& [key, count] : packages)
        odd += std::size_t(count % 2);
    QVERIFY(odd <= 1); // the last package may be cut off
}

void TestTapeGenerator::splitOrdersUseDifferentVenues()
{
    TapeGenerator generator(config(11));
    std::size_t sweeps = 0;
    const std::vector<TapePrint> tape = prints(generator, 300'000);
    for (std::uint32_t id = 1; id <= generator.planted().size(); ++id) {
        const PlantedAnomaly& label = generator.planted()[id - 1];
        if (label.kind != PlantedAnomaly::Kind::Sweep)
            continue;
        std::set<std::uint16_t> venues;
        std::size_t count = 0;
        std::int64_t first = -1, last = 0;
        for (const TapePrint& print : tape) {
            if (print.planted != id)
                continue;
            venues.insert(print.exchange.value);
            first = first < 0 ? print.offsetMs : first;
            last = print.offsetMs;
            ++count;
        }
        QCOMPARE(venues.size(), count);
        QVERIFY(count >= 4 && last - first < 600);
        ++sweeps;
    }
    QVERIFY(sweeps >= 3);
}

void TestTapeGenerator::cancelsTakeBackAnEarlierPrint()
{
    TapeGenerator generator(config(12, 2'000));
    std::map<std::uint32_t, std::vector<TapePrint>> live; // per contract, trades not taken back
    int cancels = 0;
    int ofTheLast = 0;
    for (const TapePrint& print : prints(generator, 400'000)) {
        std::vector<TapePrint>& earlier = live[print.contract];
        if (!traits(print).cancel) {
            earlier.push_back(print);
            continue;
        }
        ++cancels;
        const auto match = std::find_if(earlier.rbegin(), earlier.rend(), [&](const TapePrint& trade) {
            return trade.price == print.price && trade.size == print.size && trade.exchange == print.exchange;
        });
        QVERIFY(match != earlier.rend());
        QVERIFY(print.offsetMs - match->offsetMs >= 0 && print.offsetMs - match->offsetMs < 25'000);
        QVERIFY(print.condition == 201 || print.condition == 203);
        if (print.condition == 203)
            QVERIFY(match == earlier.rbegin());
        ofTheLast += print.condition == 203;
        earlier.erase(std::next(match).base());
    }
    QVERIFY(cancels >= 10);
    QVERIFY(ofTheLast > 0 && ofTheLast < cancels);
}

void TestTapeGenerator::ordersExciteMoreOrders()
{
    TapeGenerator generator(config(13));
    std::map<std::int64_t, int> perSecond;
    for (const TapePrint& print : prints(generator, 120'000))
        ++perSecond[print.offsetMs / 1000];
    double sum = 0, squares = 0;
    for (const auto& [second, count] : perSecond) {
        sum += count;
        squares += double(count) * count;
    }
    const double mean = sum / double(perSecond.size());
    const double dispersion = (squares / double(perSecond.size()) - mean * mean) / mean;
    QVERIFY2(dispersion > 1.3, qPrintable(QString::number(dispersion))); // a Poisson stream has 1
}

void TestTapeGenerator::plantedAnomaliesAreLabelled()
{
    TapeGenerator generator(config(14));
    std::map<std::uint32_t, std::vector<std::uint64_t>> seen;
    const std::vector<TapePrint> tape = prints(generator, 400'000); // 1,000 s
    for (const TapePrint& print : tape) {
        if (print.planted == 0)
            continue;
        seen[print.planted].push_back(print.sequence);
        QCOMPARE(generator.ticker(print), generator.planted()[print.planted - 1].ticker);
    }
    const std::vector<PlantedAnomaly>& labels = generator.planted();
    QVERIFY(labels.size() >= 30 && labels.size() <= 55); // about one every 25 s
    const std::int64_t first = labels.front().from.value - kFridayMorning;
    QVERIFY(first >= 5'000 && first <= 8'000);
    QVERIFY(labels.front().kind == PlantedAnomaly::Kind::Sweep);
    QVERIFY(labels.front().strength == PlantedAnomaly::Strength::Strong);
    std::size_t nvda = 0;
    std::set<PlantedAnomaly::Kind> kinds;
    for (std::uint32_t id = 1; id <= labels.size(); ++id) {
        const PlantedAnomaly& label = labels[id - 1];
        QVERIFY(id == labels.size() || !label.sequences.empty());
        QVERIFY(seen[id].size() <= label.sequences.size());
        QVERIFY(std::equal(seen[id].begin(), seen[id].end(), label.sequences.begin()));
        nvda += label.ticker.starts_with("O:NVDA2") ? 1U : 0U;
        kinds.insert(label.kind);
    }
    QVERIFY(2 * nvda >= labels.size());
    QVERIFY(nvda < labels.size());
    QCOMPARE(kinds.size(), std::size_t(4));
}

void TestTapeGenerator::plantedAnomaliesAreGraded()
{
    std::map<PlantedAnomaly::Strength, std::pair<double, int>> sizes; // of blocks
    std::map<PlantedAnomaly::Strength, std::set<std::size_t>> venues; // of sweeps
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        TapeGenerator generator(config(seed, 50));
        for (const TapePrint& print : prints(generator, 75'000)) {
            if (print.planted == 0)
                continue;
            const PlantedAnomaly& label = generator.planted()[print.planted - 1];
            if (label.kind == PlantedAnomaly::Kind::Block) {
                sizes[label.strength].first += std::log(print.size);
                ++sizes[label.strength].second;
            }
        }
        for (const PlantedAnomaly& label : generator.planted()) {
            if (label.kind == PlantedAnomaly::Kind::Sweep)
                venues[label.strength].insert(label.sequences.size());
        }
    }
    using S = PlantedAnomaly::Strength;
    const auto mean = [&](S strength) { return sizes[strength].first / sizes[strength].second; };
    QVERIFY(sizes[S::Weak].second > 3 && sizes[S::Strong].second > 3);
    QVERIFY(mean(S::Weak) + 0.3 < mean(S::Medium));
    QVERIFY(mean(S::Medium) + 0.3 < mean(S::Strong));
    QCOMPARE(venues[S::Weak], std::set<std::size_t>{4});
    QCOMPARE(venues[S::Medium], std::set<std::size_t>{6});
    QCOMPARE(venues[S::Strong], std::set<std::size_t>{9});
}

void TestTapeGenerator::burstsAreFasterThanUsual()
{
    TapeGenerator generator(config(15));
    const std::vector<TapePrint> tape = prints(generator, 400'000);
    std::map<std::uint32_t, int> perContract;
    for (const TapePrint& print : tape)
        perContract[print.contract] += print.planted == 0 ? 1 : 0;
    const double wholeSeconds = double(tape.back().offsetMs) / 1000.0;
    int bursts = 0;
    for (const PlantedAnomaly& label : generator.planted()) {
        const double seconds = double((label.to - label.from).count()) / 1000.0;
        if (label.kind != PlantedAnomaly::Kind::Burst || label.sequences.size() < 12)
            continue;
        ++bursts;
        const double usual = perContract[*generator.listing().find(label.ticker)] / wholeSeconds;
        QVERIFY(double(label.sequences.size()) / seconds > 2.0 * usual);
    }
    QVERIFY(bursts >= 3);
}

void TestTapeGenerator::expiredContractsDoNotTrade()
{
    MarketConfig late = config(16, 40);
    late.start = {kFridayMorning + 4 * 3'600'000 + 40 * 60'000}; // 15:25: today's contracts still trade
    TapeGenerator generator(late);
    int expiringToday = 0;
    TapePrint print;
    while (generator.nextUntil(60 * 60'000, print)) {
        const ListedContract& contract = generator.listing()[print.contract];
        if (!traits(print).cancel)
            QVERIFY(generator.time(print) < contract.expiry + std::chrono::milliseconds(400)); // a split order's tail
        expiringToday += contract.expiry.value < late.start.value + 36 * 60'000 ? 1 : 0;
    }
    QVERIFY(expiringToday > 1'000);
}

void TestTapeGenerator::quotesHoldTheTrades()
{
    TapeGenerator generator(config(17));
    int inside = 0;
    int automatic = 0;
    for (int i = 0; i < 20'000; ++i) {
        const TapePrint print = generator.next();
        if (print.condition != 209 || print.planted != 0)
            continue;
        const Quote quote = generator.quote(print.contract);
        QVERIFY(quote.bid < quote.ask);
        QVERIFY(generator.spot(generator.listing()[print.contract].underlying) > 0.0);
        inside += print.price >= quote.bid && print.price <= quote.ask ? 1 : 0;
        ++automatic;
    }
    QVERIFY(inside > automatic * 95 / 100); // but for split orders and slips the market holds them
}

void TestTapeGenerator::convertsToTrades()
{
    TapeGenerator generator(config(18));
    const TapePrint print = generator.next();
    const domain::Trade trade = generator.toTrade(print, {77});
    QCOMPARE(trade.contract.value, 77U);
    QCOMPARE(trade.price.units(), print.price.units());
    QCOMPARE(trade.size, print.size);
    QCOMPARE(trade.sequence, print.sequence);
    QCOMPARE(trade.time(), (domain::UnixMs{kFridayMorning + print.offsetMs}));
    QCOMPARE(trade.exchange().value, print.exchange.value);
    QCOMPARE(trade.conditions.codes()[0], print.condition);
}

QTEST_GUILESS_MAIN(TestTapeGenerator)
#include "tst_tapegenerator.moc"
