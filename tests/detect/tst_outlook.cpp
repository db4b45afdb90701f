// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/enginefixture.h"

#include <cmath>

using namespace flowglass;
using detect::Engine;
using detect::Outlook;
using detect::Settings;
using domain::AnomalyKind;
using domain::KindSet;
using tests::EngineFixture;
using tests::SyntheticTape;
using tests::TapeText;

namespace {

constexpr std::size_t kPrints = 80'000;

domain::Premium dollars(std::int64_t amount)
{
    return domain::Premium::fromUnits(amount * domain::kUnitsPerDollar);
}

KindSet without(std::initializer_list<AnomalyKind> off)
{
    KindSet kinds = KindSet::all();
    for (const AnomalyKind kind : off)
        kinds.remove(kind);
    return kinds;
}

} // namespace

// What other settings would have made of the day, said before they are set, beside what they make of it.
class TestOutlook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void otherSettingsGiveWhatWasSaid_data();
    void otherSettingsGiveWhatWasSaid();
    void settingThemKeepsTheWord_data() { otherSettingsGiveWhatWasSaid_data(); }
    void settingThemKeepsTheWord();
    void whatHasNotSpokenCountsForNothing();
    void aBurstOverTwoMinutesIsOneAnomaly();
    void aRunningPeriodIsCountedOnceWhenSettingsChange();
    void onlyTodayIsCounted();

private:
    void judgeAll(Engine& engine) const
    {
        for (std::size_t row = 0; row < m_tape.size(); ++row)
            engine.judge(m_tape[row], row);
    }

    domain::ContractTable m_table;
    std::vector<domain::Trade> m_tape;
    const Settings m_present{200.0, KindSet::all(), dollars(10'000)};
    Engine m_engine{m_table, m_present}; // has judged the tape
};

void TestOutlook::initTestCase()
{
    SyntheticTape::Config config;
    config.seed = 6;
    config.startMs = TapeText::kMidnightMs + 34'200'000;
    config.underlyings = 5;
    SyntheticTape tape(config, m_table);
    while (m_tape.size() < kPrints)
        m_tape.push_back(tape.next());
    judgeAll(m_engine);
}

void TestOutlook::otherSettingsGiveWhatWasSaid_data()
{
    QTest::addColumn<Settings>("settings");
    const auto row = [](const char* name, double flags, KindSet kinds, std::int64_t least) {
        QTest::newRow(name) << Settings{flags, kinds, dollars(least)};
    };
    using enum AnomalyKind;
    row("the present ones", 200.0, KindSet::all(), 10'000);
    row("fewer flags", 20.0, KindSet::all(), 10'000);
    row("more flags", 1'000.0, KindSet::all(), 10'000);
    row("any money", 200.0, KindSet::all(), 0);
    row("a million dollars", 200.0, KindSet::all(), 1'000'000);
    row("size alone", 100.0, KindSet::of(Size), 10'000);
    row("surge alone", 200.0, KindSet::of(Surge), 10'000);
    row("no size, no sweep, more flags, more money", 500.0, without({Size, Sweep}), 50'000);
    row("all but size, as many flags", 200.0, without({Size}), 10'000);
}

// The rest of the difference: a run with these settings found its threshold while it went on, and merges by the second.
void TestOutlook::otherSettingsGiveWhatWasSaid()
{
    QFETCH(Settings, settings);
    const Outlook said = m_engine.outlook(settings);
    Engine other(m_table, settings);
    judgeAll(other);
    const QString figures = QStringLiteral("said %1 at %2, was %3 at %4")
                                .arg(said.anomalies)
                                .arg(said.threshold)
                                .arg(other.count())
                                .arg(other.threshold());
    QVERIFY2(std::fabs(said.threshold - other.threshold()) < 0.05, qPrintable(figures));
    QVERIFY2(std::fabs(double(said.anomalies) - other.count()) <= 5.0 + 0.3 * other.count(), qPrintable(figures));
    QVERIFY(!said.isLeast);
    QCOMPARE(said.judged, other.warmup().judged);
}

void TestOutlook::settingThemKeepsTheWord()
{
    QFETCH(Settings, settings);
    const Outlook said = m_engine.outlook(settings);
    const Outlook before = m_engine.outlook(m_present);
    m_engine.setSettings(settings);
    QCOMPARE(m_engine.threshold(), said.threshold);
    QCOMPARE(m_engine.outlook(settings).anomalies, said.anomalies);
    QCOMPARE(m_engine.outlook(settings).threshold, said.threshold);
    m_engine.setSettings(m_present); // and back
    QCOMPARE(m_engine.threshold(), before.threshold);
    QCOMPARE(m_engine.outlook(m_present).anomalies, before.anomalies);
}

void TestOutlook::whatHasNotSpokenCountsForNothing()
{
    EngineFixture f;
    f.background(50);
    f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x9000 @305 209"));
    Settings settings = EngineFixture::anyMoney(10.0);
    QCOMPARE(f.engine.outlook(settings).anomalies, std::uint64_t(1));
    settings.leastPremium = dollars(3'600'001); // the block is worth 3.6 million
    QCOMPARE(f.engine.outlook(settings).anomalies, std::uint64_t(0));
    settings.leastPremium = dollars(3'600'000);
    QCOMPARE(f.engine.outlook(settings).anomalies, std::uint64_t(1));
    settings.kinds = without({AnomalyKind::Size, AnomalyKind::Sweep});
    QCOMPARE(f.engine.outlook(settings).anomalies, std::uint64_t(0));
}

void TestOutlook::aBurstOverTwoMinutesIsOneAnomaly()
{
    EngineFixture f;
    f.background(60);
    domain::Trade trade = f.text(QStringLiteral("11:00:00.000 O:XYZ261218C00139000 5.90 x2 @305 209"));
    for (int at = 0; at < 120; ++at) {
        trade.setTime({EngineFixture::kTenMs + 3'600'000 + at * 1'500LL});
        f.feed(trade);
    }
    Settings settings = EngineFixture::anyMoney(10.0);
    settings.kinds = KindSet::of(AnomalyKind::Activity);
    QCOMPARE(f.engine.count(), 1U);
    QCOMPARE(f.engine.outlook(settings).anomalies, std::uint64_t(1));
}

void TestOutlook::aRunningPeriodIsCountedOnceWhenSettingsChange()
{
    EngineFixture f;
    f.background(50);
    Settings rich = EngineFixture::anyMoney(10.0);
    rich.leastPremium = dollars(100'000'000);
    f.engine.setSettings(rich);
    f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x9000 @305 209"));
    f.engine.setSettings(EngineFixture::anyMoney(10.0));
    f.feed(QStringLiteral("11:00:10.000 O:XYZ261218C00120000 4.00 x90000 @305 209"));
    const double once = f.engine.outlook(EngineFixture::anyMoney(10.0)).threshold;

    EngineFixture same;
    same.background(50);
    same.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x9000 @305 209"));
    same.feed(QStringLiteral("11:00:10.000 O:XYZ261218C00120000 4.00 x90000 @305 209"));
    QCOMPARE(once, same.engine.outlook(EngineFixture::anyMoney(10.0)).threshold);
}

void TestOutlook::onlyTodayIsCounted()
{
    EngineFixture f(200.0);
    f.market(0, 3'600'000, 300.0, 7);
    const std::uint64_t yesterday = f.engine.warmup().judged;
    QVERIFY(f.engine.outlook(f.engine.settings()).anomalies > 0);
    f.market(86'400'000, 86'400'000 + 600'000, 300.0, 8);
    const Outlook today = f.engine.outlook(f.engine.settings());
    QCOMPARE(today.judged, f.engine.warmup().judged - yesterday);
    QVERIFY(today.anomalies <= f.engine.count());
}

QTEST_GUILESS_MAIN(TestOutlook)
#include "tst_outlook.moc"
