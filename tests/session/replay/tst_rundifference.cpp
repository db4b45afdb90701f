// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/enginefixture.h"
#include "session/replay/rundifference.h"

#include <algorithm>

using namespace flowglass;
using session::JudgedAnomaly;
using session::RecordedRun;
using session::RunDifference;
using tests::EngineFixture;
using Fate = RunDifference::Fate;

namespace {

// Three hours of a market, blocks that keep one contract's cool-down running when small ones are flagged too, and a
// burst.
RecordedRun run(double flagsPer100k)
{
    EngineFixture f(flagsPer100k);
    constexpr std::int64_t kHoursMs = 3 * 3'600'000;
    f.market(0, kHoursMs, 300.0, 7);
    for (int block = 0; block < 12; ++block) {
        domain::Trade trade = f.text(QStringLiteral("13:00:00.000 O:XYZ261218C00139000 5.90 x%1 @305 209")
                                         .arg(block % 3 == 0 ? 4'000 : 70));
        trade.setTime({EngineFixture::kTenMs + kHoursMs + block / 3 * 75'000 + block % 3 * 40'000});
        f.feed(trade);
    }
    domain::Trade trade = f.text(QStringLiteral("13:20:00.000 O:XYZ261218C00120000 5.90 x2 @305 209"));
    for (int at = 0; at < 80; ++at) {
        trade.setTime({EngineFixture::kTenMs + kHoursMs + 1'200'000 + at * 1'500LL});
        f.feed(trade);
    }
    RecordedRun judged;
    for (std::uint32_t id = 1; id <= f.engine.count(); ++id) {
        const domain::Anomaly& anomaly = f.engine.anomaly(id);
        judged.anomalies.push_back(
            {anomaly, anomaly.contract ? f.text.contracts()[*anomaly.contract].ticker : anomaly.root});
    }
    return judged;
}

bool holds(const RecordedRun& run, const JudgedAnomaly& wanted)
{
    const auto sharesPrint = [&wanted](const JudgedAnomaly& held) {
        return held.subject == wanted.subject &&
               std::ranges::any_of(held.anomaly.prints, [&wanted](const domain::AnomalyPrint& print) {
                   return std::ranges::count(wanted.anomaly.prints, print.row, &domain::AnomalyPrint::row) > 0;
               });
    };
    return std::ranges::any_of(run.anomalies, sharesPrint);
}

} // namespace

class TstRunDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsStillFlaggedIsNotLostAndWhatWasIsNotNew_data();
    void whatIsStillFlaggedIsNotLostAndWhatWasIsNotNew();
    void oneOfSeveralIsChanged();
    void aBurstWithOtherPrintsIsTheSame();
    void anotherTimeOrContractIsAnother();
};

void TstRunDifference::whatIsStillFlaggedIsNotLostAndWhatWasIsNotNew_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("second");
    QTest::newRow("many more flags") << 10.0 << 1'000.0;
    QTest::newRow("far fewer flags") << 1'000.0 << 10.0;
    QTest::newRow("more flags") << 20.0 << 300.0;
    QTest::newRow("fewer flags") << 300.0 << 20.0;
}

void TstRunDifference::whatIsStillFlaggedIsNotLostAndWhatWasIsNotNew()
{
    QFETCH(double, first);
    QFETCH(double, second);
    const RecordedRun before = run(first);
    const RecordedRun after = run(second);
    std::size_t ofBefore = 0;
    std::size_t ofAfter = 0;
    for (const RunDifference& difference : session::differences(before, after)) {
        QVERIFY(difference.fate != Fate::Lost || !holds(after, *difference.before));
        QVERIFY(difference.fate != Fate::New || !holds(before, *difference.after));
        QCOMPARE(difference.before == nullptr, difference.fate == Fate::New);
        QCOMPARE(difference.after == nullptr, difference.fate == Fate::Lost);
        ofBefore += difference.before && !difference.isPartOfBefore ? 1 : 0;
        ofAfter += difference.after && !difference.isPartOfAfter ? 1 : 0;
        if (first < second)
            QVERIFY(difference.fate != Fate::Lost); // all that few flags find, many find too
        else
            QVERIFY(difference.fate != Fate::New);
    }
    QCOMPARE(ofBefore, before.anomalies.size());
    QCOMPARE(ofAfter, after.anomalies.size());
}

namespace {

JudgedAnomaly made(const char* subject, std::initializer_list<std::int64_t> secondsOfPrints)
{
    JudgedAnomaly judged;
    judged.subject = subject;
    judged.anomaly.contract = domain::ContractId{1};
    for (const std::int64_t second : secondsOfPrints) {
        domain::AnomalyPrint print;
        print.trade.setTime({1'795'186'800'000 + second * 1'000});
        judged.anomaly.prints.push_back(print);
    }
    judged.anomaly.time = judged.anomaly.prints.front().trade.time();
    judged.anomaly.lastTime = judged.anomaly.prints.back().trade.time();
    return judged;
}

std::vector<RunDifference> between(const RecordedRun& before, const RecordedRun& after)
{
    return session::differences(before, after);
}

} // namespace

void TstRunDifference::oneOfSeveralIsChanged()
{
    RecordedRun apart;
    apart.anomalies = {made("O:A", {0, 5}), made("O:A", {100}), made("O:A", {200})};
    RecordedRun merged;
    merged.anomalies = {made("O:A", {0, 5, 50, 100, 150, 200})};
    std::vector<RunDifference> all = between(apart, merged);
    QCOMPARE(all.size(), std::size_t(3));
    QVERIFY(std::ranges::all_of(all, [](const RunDifference& each) { return each.fate == Fate::Changed; }));
    QVERIFY(!all[0].isPartOfAfter && all[1].isPartOfAfter && all[2].isPartOfAfter);
    QCOMPARE(all[2].before, &apart.anomalies[2]);
    all = between(merged, apart);
    QCOMPARE(all.size(), std::size_t(3));
    QVERIFY(std::ranges::all_of(all, [](const RunDifference& each) { return each.fate == Fate::Changed; }));
    QVERIFY(!all[0].isPartOfBefore && all[1].isPartOfBefore && all[2].isPartOfBefore);
    QCOMPARE(all[2].after, &apart.anomalies[2]);
}

void TstRunDifference::aBurstWithOtherPrintsIsTheSame()
{
    RecordedRun before;
    before.anomalies = {made("O:A", {0, 7})};
    RecordedRun after;
    after.anomalies = {made("O:A", {30, 40})};
    QCOMPARE(between(before, after).size(), std::size_t(1));
    QCOMPARE(between(before, after).front().fate, Fate::Changed);
}

void TstRunDifference::anotherTimeOrContractIsAnother()
{
    RecordedRun before;
    before.anomalies = {made("O:A", {0, 7})};
    RecordedRun after;
    after.anomalies = {made("O:A", {68}), made("O:B", {0, 7})};
    const std::vector<RunDifference> all = between(before, after);
    QCOMPARE(all.size(), std::size_t(3));
    QCOMPARE(std::ranges::count(all, Fate::Lost, &RunDifference::fate), 1);
    QCOMPARE(std::ranges::count(all, Fate::New, &RunDifference::fate), 2);
}

QTEST_GUILESS_MAIN(TstRunDifference)
#include "tst_rundifference.moc"
