// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/qualityfixture.h"
#include "bench/quality/random/portablemath.h"
#include "bench/quality/tape/pricer.h"
#include "bench/quality/tape/sessions.h"
#include "support/testmain.h"

#include <cmath>
#include <map>

using namespace flowglass;
using namespace flowglass::quality;

class TestQualityTape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_tape = generateTape(tests::smallTape()); }
    void portableMathAgreesWithTheLibrary();
    void normalTailsReachFarOut();
    void aSeedGivesTheSameTapeEverywhere();
    void anotherSeedGivesAnother();
    void timesRiseAndStayInTheSession();
    void conditionsComeInTheirShares();
    void legsOfAPackageShareMomentAndExchange();
    void callsAndPutsAgreeWithTheSpot();
    void pricesFollowTheTicks();
    void cancelsNameOnePrint();
    void aCleanTapeHasTheSameOrdinaryPrints();

private:
    Tape m_tape;
};

static std::uint64_t hashOf(const Tape& tape)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    const auto mix = [&hash](std::uint64_t value) { hash = (hash ^ value) * 0x100000001B3ULL; };
    for (const Print& print : tape.prints) {
        mix(std::uint64_t(print.ms));
        mix(print.contract);
        mix(print.size);
        mix(std::uint64_t(print.cents));
        mix(print.exchange);
        mix(print.condition);
    }
    for (const PlantedEvent& event : tape.events)
        mix(event.rows.front());
    return hash;
}

static bool isCancel(const Print& print)
{
    return print.condition == 201 || print.condition == 203 || print.condition == 205 ||
           print.condition == 207;
}

void TestQualityTape::portableMathAgreesWithTheLibrary()
{
    for (double x = -30.0; x <= 30.0; x += 0.37) {
        QVERIFY(std::fabs(portable::exp(x) / std::exp(x) - 1.0) < 1e-13);
        QVERIFY(std::fabs(portable::log(std::exp(x)) - x) < 1e-13 * std::max(1.0, std::fabs(x)));
        QVERIFY(std::fabs(portable::normalCdf(x) - 0.5 * std::erfc(-x / std::sqrt(2.0))) < 1e-7);
    }
    QCOMPARE(portable::exp(-800.0), 0.0);
}

void TestQualityTape::normalTailsReachFarOut()
{
    for (double z = 0.0; z < 12.0; z += 0.31) {
        const double exact = 0.5 * std::erfc(z / std::sqrt(2.0));
        QVERIFY(std::fabs(portable::normalTail(z) / exact - 1.0) < 1e-4);
        QVERIFY(std::fabs(portable::normalTailQuantile(exact) - z) < 1e-4);
    }
}

void TestQualityTape::aSeedGivesTheSameTapeEverywhere()
{
    // When this changes, every figure that was ever quoted is of another tape.
    QCOMPARE(QString::number(hashOf(m_tape), 16), QStringLiteral("a7904eeed7e03235"));
}

void TestQualityTape::anotherSeedGivesAnother()
{
    QVERIFY(hashOf(generateTape(tests::smallTape(8))) != hashOf(m_tape));
}

void TestQualityTape::timesRiseAndStayInTheSession()
{
    QVERIFY(m_tape.prints.size() > 90'000 && m_tape.prints.size() < 115'000);
    for (std::size_t row = 0; row < m_tape.prints.size(); ++row) {
        const Print& print = m_tape.prints[row];
        const std::int32_t day = sessions::dayOf(print.ms);
        QVERIFY(print.ms >= sessions::openMs(day) && print.ms < sessions::closeMs(day));
        QCOMPARE(day == sessions::kScoredDay, row >= m_tape.scoredFrom);
        if (row > 0) {
            const Print& before = m_tape.prints[row - 1];
            QVERIFY(before.ms < print.ms || (before.ms == print.ms && before.contract <= print.contract));
        }
    }
}

void TestQualityTape::conditionsComeInTheirShares()
{
    std::map<int, double> part;
    for (const Print& print : m_tape.prints)
        part[print.condition] += 1.0 / double(m_tape.prints.size());
    const double multiLeg = part[232] + part[233] + part[236] + part[238];
    QVERIFY(std::fabs(part[209] - 0.47) < 0.03);
    QVERIFY(std::fabs(part[227] + part[228] - 0.235) < 0.02);
    QVERIFY(std::fabs(part[219] - 0.06) < 0.02);
    QVERIFY(std::fabs(multiLeg - 0.23) < 0.02);
    QVERIFY(std::fabs(part[229] + part[230] + part[231] - 0.0025) < 0.0015);
    QVERIFY(part[202] + part[204] > 0.0 && part[202] + part[204] < 0.001);
}

void TestQualityTape::legsOfAPackageShareMomentAndExchange()
{
    std::map<std::tuple<std::int64_t, std::uint16_t, std::uint32_t>, int> legs;
    for (const Print& print : m_tape.prints) {
        if (print.condition >= 232)
            ++legs[{print.ms, print.exchange, m_tape.universe.contracts[print.contract].root}];
    }
    QVERIFY(legs.size() > 1'000);
    for (const auto& [where, count] : legs)
        QCOMPARE(count % 2, 0);
}

void TestQualityTape::callsAndPutsAgreeWithTheSpot()
{
    const MarketPath path(m_tape.universe, m_tape.config);
    const Pricer pricer(m_tape.universe, path);
    const std::int64_t noon = sessions::openMs(sessions::kScoredDay) + 9'000'000;
    const Root& root = m_tape.universe.roots[3];
    const double spot = portable::exp(path.logSpot(3, noon));
    int compared = 0;
    for (std::uint32_t at = root.first; at < root.first + root.contractCount(); ++at) {
        const ListedContract& call = m_tape.universe.contracts[at];
        const ListedContract& put = m_tape.universe.contracts[m_tape.universe.neighbour(at, 0, 0, true)];
        if (!call.call || call.expiryDay < sessions::kScoredDay || std::fabs(call.strike / spot - 1.0) > 0.1)
            continue;
        QCOMPARE(put.strike, call.strike);
        const double parity =
            pricer.fair(at, noon) - pricer.fair(m_tape.universe.neighbour(at, 0, 0, true), noon);
        QVERIFY(std::fabs(parity - (spot - call.strike)) < 0.02);
        ++compared;
    }
    QVERIFY(compared > 10);
}

void TestQualityTape::pricesFollowTheTicks()
{
    int checked = 0;
    for (const Print& print : m_tape.prints) {
        QVERIFY(print.cents >= 1);
        QVERIFY(print.size >= 1);
        const bool clear = print.cents > 350 || (print.cents > 10 && print.cents < 250); // of the step at $3
        if (!clear || print.condition != 209 || print.busted || print.event >= 0)
            continue;
        const TickRule rule = m_tape.universe.roots[m_tape.universe.contracts[print.contract].root].ticks;
        const int high = rule == TickRule::PenniesBelow3 ? 5 : 10;
        const int tick = rule == TickRule::Pennies         ? 1
                         : print.cents > 300               ? high
                         : rule == TickRule::NickelsBelow3 ? 5
                                                           : 1;
        checked += tick > 1 ? 1 : 0;
        const int off = print.cents % tick; // nothing, or the middle of a quote, rounded either way
        QVERIFY(off == 0 || off == tick / 2 || off == (tick + 1) / 2);
    }
    QVERIFY(checked > 100);
}

void TestQualityTape::cancelsNameOnePrint()
{
    int cancels = 0;
    for (std::size_t row = 0; row < m_tape.prints.size(); ++row) {
        const Print& cancel = m_tape.prints[row];
        if (!isCancel(cancel))
            continue;
        ++cancels;
        int matches = 0;
        for (std::size_t at = 0; at < row; ++at) {
            const Print& print = m_tape.prints[at];
            if (print.contract == cancel.contract && print.cents == cancel.cents &&
                print.size == cancel.size && print.exchange == cancel.exchange && !isCancel(print) &&
                sessions::dayOf(print.ms) == sessions::dayOf(cancel.ms)) {
                ++matches;
                QVERIFY(print.busted);
            }
        }
        QCOMPARE(matches, 1);
    }
    QVERIFY(cancels >= 5);
}

void TestQualityTape::aCleanTapeHasTheSameOrdinaryPrints()
{
    TapeConfig config = tests::smallTape();
    config.planted = false;
    const Tape clean = generateTape(config);
    QVERIFY(clean.events.empty());
    std::vector<Print> ordinary;
    std::ranges::copy_if(m_tape.prints, std::back_inserter(ordinary),
                         [](const Print& print) { return print.event < 0; });
    QCOMPARE(ordinary.size(), clean.prints.size());
    std::size_t moved = 0; // by quotes that follow an event
    for (std::size_t row = 0; row < ordinary.size(); ++row) {
        QCOMPARE(ordinary[row].ms, clean.prints[row].ms);
        QCOMPARE(ordinary[row].contract, clean.prints[row].contract);
        moved += ordinary[row].cents != clean.prints[row].cents ? 1U : 0U;
    }
    QVERIFY(moved < ordinary.size() / 50);
}

QTEST_GUILESS_MAIN(TestQualityTape)
#include "tst_qualitytape.moc"
