// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/enginefixture.h"

#include <algorithm>

using namespace flowglass;
using detect::BaselineInfo;
using detect::Engine;
using domain::AnomalyKind;
using tests::EngineFixture;
using tests::SyntheticTape;
using tests::TapeText;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int32_t kFriday = 20'777; // 20 November 2026

// What was raised from a row on, without ids, which begin anew.
QStringList raisedFrom(const Engine& engine, std::uint64_t firstRow)
{
    QStringList lines;
    for (std::uint32_t id = 1; id <= engine.count(); ++id) {
        const domain::Anomaly& anomaly = engine.anomaly(id);
        if (anomaly.prints.front().row < firstRow)
            continue;
        QString line = QStringLiteral("%1 %2 %3 %4")
                           .arg(anomaly.time.value)
                           .arg(anomaly.contract ? int(anomaly.contract->value) : -1)
                           .arg(domain::kindWords(anomaly.kinds, QLatin1Char(';')),
                                QString::number(anomaly.score, 'g', 12));
        for (const domain::AnomalyPrint& print : anomaly.prints)
            line += QStringLiteral(" %1").arg(print.row);
        lines += line + QLatin1Char(' ') + domain::explanation(anomaly, domain::Wording::FixedEnglish);
    }
    return lines;
}

QString block(const char* time, int size, const char* ticker = "O:XYZ261218C00120000")
{
    return QStringLiteral("%1 %2 4.00 x%3 @305 209")
        .arg(QLatin1String(time), QLatin1String(ticker))
        .arg(size);
}

} // namespace

class TestBaselines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextDayIsAsIfNothingHadStopped();
    void savingChangesNothingAndIsTheSameEachTime();
    void anEmptyEngineSavesToo();
    void whatCannotBeReadLeavesTheEngineFresh_data();
    void whatCannotBeReadLeavesTheEngineFresh();
    void oneFlippedBitIsFound();
    void onlyAFreshEngineLoads();
    void tellsWhatItKnows();
    void contractsThatDoNotTradeAreKept();
    void expiredContractsAreNot();
    void aRunningOrderIsLearntAsItStands();
    void sizesFadeByHalfEachWeek();
    void anotherRunOfTheSameDayGoesOn();
};

void TestBaselines::theNextDayIsAsIfNothingHadStopped()
{
    domain::ContractTable table;
    SyntheticTape::Config config;
    config.seed = 4;
    config.startMs = TapeText::kMidnightMs + 34'200'000;
    config.tradesPerSecond = 1.5;
    config.underlyings = 6;
    SyntheticTape tape(config, table);
    std::vector<domain::Trade> trades;
    while (trades.size() < 150'000)
        trades.push_back(tape.next());
    const auto night =
        std::size_t(std::ranges::lower_bound(trades, TapeText::kMidnightMs + 86'400'000, {},
                                             [](const domain::Trade& trade) { return trade.time().value; }) -
                    trades.begin());
    QVERIFY(night > 60'000 && night < 130'000);

    const detect::Settings settings = EngineFixture::anyMoney(200.0);
    Engine continuous(table, settings);
    Engine firstDay(table, settings);
    for (std::size_t row = 0; row < night; ++row) {
        continuous.judge(trades[row], row);
        firstDay.judge(trades[row], row);
    }
    const QByteArray saved = firstDay.saveBaselines();
    qInfo("%zu contracts and %zu underlyings in %lld bytes", std::size_t(firstDay.baselines().contracts),
          std::size_t(firstDay.baselines().underlyings), qlonglong(saved.size()));
    Engine nextDay(table, settings);
    QVERIFY(nextDay.loadBaselines(saved));
    for (std::size_t row = night; row < trades.size(); ++row) {
        continuous.judge(trades[row], row);
        nextDay.judge(trades[row], row);
    }
    const QStringList expected = raisedFrom(continuous, night);
    QVERIFY2(expected.size() > 20, qPrintable(QString::number(expected.size())));
    QCOMPARE(raisedFrom(nextDay, night), expected);
    QCOMPARE(nextDay.threshold(), continuous.threshold());
}

void TestBaselines::savingChangesNothingAndIsTheSameEachTime()
{
    EngineFixture f;
    f.background(30);
    const QByteArray saved = f.engine.saveBaselines();
    QCOMPARE(f.engine.saveBaselines(), saved);
    Engine other(f.text.contracts(), EngineFixture::anyMoney(10.0));
    QVERIFY(other.loadBaselines(saved));
    QCOMPARE(other.saveBaselines(), saved);
    EngineFixture g;
    g.background(30);
    g.engine.saveBaselines();
    f.market(30 * kMinute, 40 * kMinute, 1'500.0, 3);
    g.market(30 * kMinute, 40 * kMinute, 1'500.0, 3);
    QCOMPARE(f.engine.saveBaselines(), g.engine.saveBaselines());
    QVERIFY(f.engine.saveBaselines() != saved);
}

void TestBaselines::anEmptyEngineSavesToo()
{
    EngineFixture f;
    const QByteArray saved = f.engine.saveBaselines();
    EngineFixture g;
    const auto info = g.engine.loadBaselines(saved);
    QVERIFY(info.has_value());
    QCOMPARE(info->days, 0);
    QCOMPARE(info->contracts, std::uint64_t(0));
}

void TestBaselines::whatCannotBeReadLeavesTheEngineFresh_data()
{
    EngineFixture f;
    f.background(5);
    const QByteArray saved = f.engine.saveBaselines();
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("something else") << QByteArray(4'000, 'x');
    QTest::newRow("the head alone") << saved.left(40);
    QTest::newRow("half of it") << saved.left(saved.size() / 2);
    QTest::newRow("more than it") << saved + QByteArray("more");
    QByteArray later = saved;
    later[6] = char(2);
    QTest::newRow("another version") << later;
}

void TestBaselines::whatCannotBeReadLeavesTheEngineFresh()
{
    QFETCH(QByteArray, text);
    EngineFixture f;
    const auto info = f.engine.loadBaselines(text);
    QVERIFY(!info.has_value());
    QCOMPARE(info.error().code, domain::Error::Code::Unreadable);
    QVERIFY(info.error().detail.startsWith(QLatin1String("baselines: ")));
    QVERIFY(!info.error().text.isEmpty());
    QVERIFY(f.engine.baselines() == BaselineInfo{});
    EngineFixture untouched;
    f.background(30);
    untouched.background(30);
    QCOMPARE(f.engine.saveBaselines(), untouched.engine.saveBaselines());
}

void TestBaselines::oneFlippedBitIsFound()
{
    EngineFixture f;
    f.background(5);
    const QByteArray saved = f.engine.saveBaselines();
    for (qsizetype at = 0; at < saved.size(); at += std::max<qsizetype>(1, saved.size() / 97)) {
        QByteArray flipped = saved;
        flipped[at] = char(flipped[at] ^ 4);
        EngineFixture g;
        QVERIFY2(!g.engine.loadBaselines(flipped).has_value(), qPrintable(QString::number(at)));
    }
}

void TestBaselines::onlyAFreshEngineLoads()
{
    EngineFixture f;
    f.background(5);
    const QByteArray saved = f.engine.saveBaselines();
    QVERIFY(!f.engine.loadBaselines(saved).has_value());
    QCOMPARE(f.engine.saveBaselines(), saved);
}

void TestBaselines::tellsWhatItKnows()
{
    EngineFixture f;
    QVERIFY(f.engine.baselines() == BaselineInfo{});
    f.background(30);
    f.feed(QStringLiteral("10:30:01.000 O:ABC261218C00120000 4.00 x5 @305 209"));
    f.feed(QStringLiteral("+3d 10:00:00.000 O:ABC261218C00120000 4.00 x5 @305 209"));
    const BaselineInfo now = f.engine.baselines();
    QCOMPARE(now.days, 2);
    QCOMPARE(now.firstDay, kFriday);
    QCOMPARE(now.lastDay, kFriday + 3);
    QCOMPARE(now.contracts, std::uint64_t(41));
    QCOMPARE(now.underlyings, std::uint64_t(2));
    QCOMPARE(now.bytes, std::uint64_t(0));
    const QByteArray saved = f.engine.saveBaselines();
    Engine other(f.text.contracts(), EngineFixture::anyMoney(10.0));
    const auto loaded = other.loadBaselines(saved);
    QVERIFY(loaded.has_value());
    BaselineInfo expected = now;
    expected.bytes = std::uint64_t(saved.size());
    QVERIFY(*loaded == expected);
    QVERIFY(other.baselines() == expected);
    QCOMPARE(other.warmup().judged, std::uint64_t(0));
}

void TestBaselines::contractsThatDoNotTradeAreKept()
{
    EngineFixture f;
    f.background(60);
    const QByteArray first = f.engine.saveBaselines();
    // A day on which one contract trades, in a run that has never heard of the others.
    EngineFixture g;
    QVERIFY(g.engine.loadBaselines(first));
    g.feed(QStringLiteral("+1d 10:00:00.000 O:XYZ261218C00139000 5.90 x5 @305 209"));
    const QByteArray second = g.engine.saveBaselines();
    EngineFixture h;
    const auto info = h.engine.loadBaselines(second);
    QVERIFY(info.has_value());
    QCOMPARE(info->contracts, std::uint64_t(40));
    QCOMPARE(info->days, 2);
    const auto ids = h.feed(QStringLiteral("+2d 11:00:00.000 O:XYZ261218C00120000 4.00 x9000 @305 209"));
    QCOMPARE(ids.size(), std::size_t(1));
    QVERIFY(h.evidence(ids[0], AnomalyKind::Size)->contractSeen > 30); // of the first day
}

void TestBaselines::expiredContractsAreNot()
{
    EngineFixture f;
    f.feed(QStringLiteral("10:00:00.000 O:XYZ261120C00120000 4.00 x5 @305 209"));
    f.feed(QStringLiteral("10:00:01.000 O:XYZ261218C00120000 4.00 x5 @305 209"));
    EngineFixture g;
    QCOMPARE(g.engine.loadBaselines(f.engine.saveBaselines())->contracts,
             std::uint64_t(2)); // it is still that day
    g.feed(QStringLiteral("+3d 10:00:00.000 O:XYZ261218C00125000 4.00 x5 @305 209"));
    EngineFixture h;
    QCOMPARE(h.engine.loadBaselines(g.engine.saveBaselines())->contracts, std::uint64_t(2)); // 120 and 125
}

void TestBaselines::aRunningOrderIsLearntAsItStands()
{
    EngineFixture f;
    f.background(50);
    f.feed(block("11:00:00.000", 9'000));
    EngineFixture g;
    QVERIFY(g.engine.loadBaselines(f.engine.saveBaselines()));
    const auto ids = g.feed(QStringLiteral("+3d 11:00:00.000 O:XYZ261218C00120000 4.00 x90000 @305 209"));
    QCOMPARE(ids.size(), std::size_t(1));
    QCOMPARE(g.evidence(ids[0], AnomalyKind::Size)->high, 9'000.0);
}

void TestBaselines::sizesFadeByHalfEachWeek()
{
    EngineFixture f;
    f.background(120);
    const auto sizeOf = [&f](const char* day) {
        const auto ids = f.feed(QLatin1String(day) + QLatin1Char(' ') +
                                block("11:00:00.000", 900'000, "O:XYZ261218C00120000"));
        return ids.empty() ? nullptr : f.evidence(ids[0], AnomalyKind::Size);
    };
    const std::uint64_t before = f.engine.explain(f.trades.back(), f.lastRow()).detectors[0].contractSeen;
    QVERIFY(before > 20);
    const domain::Evidence* saturday = sizeOf("+1d"); // the same week
    QVERIFY(saturday != nullptr);
    const std::uint64_t seen = saturday->seen;
    const domain::Evidence* monday = sizeOf("+3d");
    QVERIFY(monday != nullptr);
    QVERIFY2(monday->seen < seen * 6 / 10 && monday->seen > seen * 3 / 10,
             qPrintable(QString::number(monday->seen)));
    QVERIFY(monday->contractSeen < saturday->contractSeen * 6 / 10 + 1);
    const domain::Evidence* tuesday = sizeOf("+4d");
    QVERIFY(tuesday != nullptr);
    QVERIFY(tuesday->seen > monday->seen);
}

// The program was closed at eleven and is back a minute later: what is usual has not changed.
void TestBaselines::anotherRunOfTheSameDayGoesOn()
{
    EngineFixture f;
    f.background(60);
    const domain::Trade last = f.trades.back();
    const auto usual = [&last](const Engine& engine, std::uint64_t row) {
        return engine.explain(last, row).detectors[std::size_t(AnomalyKind::Surge)].baseline.value_or(0.0);
    };
    const double before = usual(f.engine, f.lastRow());
    EngineFixture g;
    QVERIFY(g.engine.loadBaselines(f.engine.saveBaselines()));
    domain::Trade again = last;
    again.setTime({last.time().value + 1'000});
    again.contract = g.text.id(f.text.contracts()[last.contract].ticker.c_str());
    g.feed(again);
    const double after =
        g.engine.explain(again, 0).detectors[std::size_t(AnomalyKind::Surge)].baseline.value_or(0.0);
    QVERIFY2(after > 0.7 * before && after < 1.4 * before,
             qPrintable(QStringLiteral("%1, %2").arg(before).arg(after)));
}

QTEST_GUILESS_MAIN(TestBaselines)
#include "tst_baselines.moc"
