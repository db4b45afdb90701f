// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/qualityfixture.h"
#include "bench/quality/scoring/labels.h"
#include "bench/quality/tape/sessions.h"
#include "support/testmain.h"

#include <set>

using namespace flowglass;
using namespace flowglass::quality;

// What is planted is where the labels say and is what they say.
class TestQualityEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_tape = generateTape(tests::smallTape()); }
    void everyKindAndGradeIsThere();
    void rowsHoldTheEventsPrints();
    void blocksAreOneLargePrint();
    void sweepsHitEachExchangeOnce();
    void repeatsAreOfOneSizeAndApart();
    void strongerEventsAreLarger();
    void offPricesAreSmallAndFew();
    void contractsAreUsedOnceADay();
    void labelsTellTheTape();

private:
    std::vector<const PlantedEvent*> ofKind(EventKind kind) const;
    std::vector<Print> printsOf(const PlantedEvent& event) const;

    Tape m_tape;
};

std::vector<const PlantedEvent*> TestQualityEvents::ofKind(EventKind kind) const
{
    std::vector<const PlantedEvent*> events;
    for (const PlantedEvent& event : m_tape.events) {
        if (event.kind == kind)
            events.push_back(&event);
    }
    return events;
}

std::vector<Print> TestQualityEvents::printsOf(const PlantedEvent& event) const
{
    std::vector<Print> prints;
    for (const std::uint32_t row : event.rows)
        prints.push_back(m_tape.prints[row]);
    return prints;
}

void TestQualityEvents::everyKindAndGradeIsThere()
{
    for (std::size_t kind = 0; kind < kEventKinds; ++kind) {
        for (std::size_t grade = 0; grade < kGrades; ++grade) {
            int scored = 0;
            int warmup = 0;
            for (const PlantedEvent& event : m_tape.events) {
                if (event.kind == EventKind(kind) && event.grade == Grade(grade))
                    ++(sessions::dayOf(event.fromMs) == sessions::kScoredDay ? scored : warmup);
            }
            QCOMPARE(scored, EventKind(kind) == EventKind::Underlying ? 3 : 4);
            QCOMPARE(warmup, 1);
        }
    }
}

void TestQualityEvents::rowsHoldTheEventsPrints()
{
    std::size_t planted = 0;
    for (const Print& print : m_tape.prints)
        planted += print.event >= 0 ? 1U : 0U;
    for (std::size_t at = 0; at < m_tape.events.size(); ++at) {
        const PlantedEvent& event = m_tape.events[at];
        QVERIFY(!event.rows.empty());
        planted -= event.rows.size();
        for (const Print& print : printsOf(event)) {
            QCOMPARE(print.event, std::int32_t(at));
            QVERIFY(print.ms >= event.fromMs && print.ms <= event.toMs);
            QCOMPARE(m_tape.universe.contracts[print.contract].root, event.root);
            if (event.contract != PlantedEvent::kNone)
                QCOMPARE(print.contract, event.contract);
        }
        QCOMPARE(m_tape.prints[event.rows.front()].ms, event.fromMs);
        QCOMPARE(m_tape.prints[event.rows.back()].ms, event.toMs);
    }
    QCOMPARE(planted, std::size_t(0));
}

void TestQualityEvents::blocksAreOneLargePrint()
{
    for (const PlantedEvent* event : ofKind(EventKind::Block)) {
        QCOMPARE(event->rows.size(), std::size_t(1));
        QVERIFY(m_tape.prints[event->rows.front()].size > 100);
    }
}

void TestQualityEvents::sweepsHitEachExchangeOnce()
{
    for (const PlantedEvent* event : ofKind(EventKind::Sweep)) {
        std::set<std::uint16_t> venues;
        std::uint32_t size = 0;
        for (const Print& print : printsOf(*event)) {
            venues.insert(print.exchange);
            size += print.size;
        }
        QCOMPARE(venues.size(), event->rows.size());
        QVERIFY(venues.size() >= 3);
        QVERIFY(size > 100);
        QVERIFY(event->toMs - event->fromMs < 600);
    }
}

void TestQualityEvents::repeatsAreOfOneSizeAndApart()
{
    constexpr std::array<std::size_t, kGrades> kCounts = {5, 9, 18};
    for (const PlantedEvent* event : ofKind(EventKind::Repeat)) {
        const std::vector<Print> prints = printsOf(*event);
        QCOMPARE(prints.size(), kCounts[std::size_t(event->grade)]);
        for (std::size_t at = 1; at < prints.size(); ++at) {
            QCOMPARE(prints[at].size, prints[0].size);
            QVERIFY(prints[at].ms - prints[at - 1].ms >= 10'000);
        }
    }
}

void TestQualityEvents::strongerEventsAreLarger()
{
    // Blocks by size in units of their contract's institutional median; bursts by orders beyond the usual.
    const auto mean = [this](EventKind kind, Grade grade, const auto& strength) {
        double sum = 0.0;
        int count = 0;
        for (const PlantedEvent* event : ofKind(kind)) {
            if (event->grade != grade)
                continue;
            sum += strength(*event);
            ++count;
        }
        return sum / count;
    };
    const auto lots = [this](const PlantedEvent& event) {
        return m_tape.prints[event.rows.front()].size /
               m_tape.universe.contracts[event.contract].sizes.median;
    };
    const auto prints = [](const PlantedEvent& event) { return double(event.rows.size()); };
    QVERIFY(mean(EventKind::Block, Grade::Strong, lots) > 3.0 * mean(EventKind::Block, Grade::Medium, lots));
    QVERIFY(mean(EventKind::Block, Grade::Medium, lots) > 1.5 * mean(EventKind::Block, Grade::Weak, lots));
    QVERIFY(mean(EventKind::Burst, Grade::Strong, prints) > mean(EventKind::Burst, Grade::Weak, prints));
}

void TestQualityEvents::offPricesAreSmallAndFew()
{
    for (const PlantedEvent* event : ofKind(EventKind::Price)) {
        QVERIFY(event->rows.size() >= 2 && event->rows.size() <= 4);
        QVERIFY(event->toMs - event->fromMs < 20'000);
        for (const Print& print : printsOf(*event))
            QVERIFY(print.size <= 10);
    }
}

void TestQualityEvents::contractsAreUsedOnceADay()
{
    std::set<std::pair<std::int32_t, std::uint32_t>> used;
    for (const PlantedEvent& event : m_tape.events) {
        if (event.contract != PlantedEvent::kNone)
            QVERIFY(used.insert({sessions::dayOf(event.fromMs), event.contract}).second);
    }
}

void TestQualityEvents::labelsTellTheTape()
{
    const Labels labels = labelsOf(m_tape);
    QCOMPARE(labels.scoredPrints, std::uint64_t(m_tape.scoredPrints()));
    QCOMPARE(labels.events.size(), m_tape.events.size());
    QCOMPARE(labels.news.size(), std::size_t(6));
    for (std::size_t at = 0; at < labels.events.size(); ++at) {
        const LabelledEvent& event = labels.events[at];
        QCOMPARE(event.ticker.empty(), event.kind == EventKind::Underlying);
        for (const LabelledPrint& print : event.prints) {
            const Print& taped = m_tape.prints[print.sequence - 1];
            QCOMPARE(print.ns, taped.ms * 1'000'000);
            QCOMPARE(print.size, taped.size);
            QCOMPARE(std::lround(print.price * 100.0), long(taped.cents));
            QCOMPARE(print.ticker, m_tape.universe.contracts[taped.contract].ticker);
        }
    }
}

QTEST_GUILESS_MAIN(TestQualityEvents)
#include "tst_qualityevents.moc"
