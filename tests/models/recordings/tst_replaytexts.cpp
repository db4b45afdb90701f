// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/recordings/replaytexts.h"

#include <QLocale>

using namespace flowglass;
using namespace flowglass::models;
using namespace std::chrono_literals;
using State = ReplayPicture::State;

namespace {

// 2026-11-20 10:04:05.250 in New York.
constexpr domain::UnixMs kMorning{1'795'187'045'250};

ReplayPicture hour()
{
    ReplayPicture picture;
    picture.state = State::Playing;
    picture.first = domain::toNs(kMorning);
    picture.last = domain::toNs(kMorning + 1h);
    picture.position = picture.first;
    picture.name = QStringLiteral("nvda.fgr");
    return picture;
}

QStringList textsOf(const std::vector<TimeTick>& ticks)
{
    QStringList texts;
    for (const TimeTick& tick : ticks)
        texts << tick.text;
    return texts;
}

} // namespace

class TestReplayTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void speeds_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<QString>("text");
        QTest::newRow("half") << 0.5 << QStringLiteral("0.5×");
        QTest::newRow("as it was") << 1.0 << QStringLiteral("1×");
        QTest::newRow("many times") << 200.0 << QStringLiteral("200×");
        QTest::newRow("as fast as it goes") << 0.0 << QStringLiteral("max");
    }
    void speeds()
    {
        QFETCH(double, speed);
        QTEST(replaySpeedText(speed), "text");
    }

    void thePositionIsSaidWithItsZone()
    {
        const domain::UnixNs t = domain::toNs(kMorning);
        QCOMPARE(replayDateText(t, domain::ZoneTime::newYork()), QStringLiteral("Fri 2026-11-20"));
        QCOMPARE(replayTimeText(t, domain::ZoneTime::newYork()), QStringLiteral("10:04:05.250 New York"));
        QCOMPARE(replayTimeText(t, domain::ZoneTime::utc()), QStringLiteral("15:04:05.250 UTC"));
        QCOMPARE(replaySpoken(hour(), domain::ZoneTime::newYork()), QStringLiteral("Fri 2026-11-20 10:04:05 New York"));
    }

    void withoutASpanOnlyTheStateIsSaid()
    {
        ReplayPicture picture;
        picture.message = QStringLiteral("43 %");
        QCOMPARE(replaySpoken(picture, domain::ZoneTime::newYork()), QStringLiteral("Opening"));
        QCOMPARE(replayMessage(picture), QStringLiteral("Opening · 43 %"));
    }

    void everyStateHasItsWord()
    {
        QSet<QString> words;
        for (const State state : {State::Opening, State::Paused, State::Playing, State::Seeking, State::Ended, State::Failed})
            words << replayStateText(state);
        QCOMPARE(words.size(), 6);
        QVERIFY(!words.contains(QString()));
    }

    void theTipNamesWhatStandsThere()
    {
        ReplayPicture picture = hour();
        picture.density = {1'000, 2'000, 3'000, 4'000};
        picture.anomalies = {kMorning + 20min, kMorning + 40min, kMorning + 40min};
        picture.gaps = {{{kMorning + 10min, kMorning + 15min, QStringLiteral("connection lost")}, {}}};
        const auto tip = [&](std::chrono::minutes at) {
            return replayTip(picture, domain::toNs(kMorning + at), 30s, domain::ZoneTime::newYork()).split(QLatin1Char('\n'));
        };
        QCOMPARE(tip(0min).size(), 2);
        QCOMPARE(tip(0min).first(), QStringLiteral("Fri 2026-11-20 10:04:05"));
        QVERIFY(tip(0min).at(1).startsWith(QStringLiteral("1,000 ")));
        QVERIFY(tip(16min).at(1).startsWith(QStringLiteral("2,000 ")));
        QVERIFY(tip(60min).at(1).startsWith(QStringLiteral("4,000 ")));
        QVERIFY(tip(20min).at(2).startsWith(QStringLiteral("1 ")));
        QVERIFY(tip(40min).at(2).startsWith(QStringLiteral("2 ")));
        QCOMPARE(tip(12min).at(2), QStringLiteral("Gap: 10:14:05 – 10:19:05, connection lost"));
        QCOMPARE(tip(16min).size(), 2);
        using Fill = tape::GapFill;
        picture.gaps[0].fill = {Fill::State::Filled, Fill::Judging::Done, 1'200, {}};
        QCOMPARE(tip(12min).at(2),
                 QStringLiteral("Gap: 10:14:05 – 10:19:05, connection lost; filled (trades fetched: 1,200)"));
    }

    void ticks_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<int>("most");
        QTest::addColumn<QStringList>("texts");
        const auto row = [](const char* name, qint64 seconds, int most, const char* texts) {
            QTest::newRow(name) << seconds << most << QString::fromLatin1(texts).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        row("half a minute", 30, 4, "10:04:10 10:04:20 10:04:30");
        row("an hour", 3'600, 5, "10:15 10:30 10:45 11:00");
        row("a session", 23'400, 8, "11:00 12:00 13:00 14:00 15:00 16:00");
        row("over midnight", 15 * 3'600, 5, "12:00 16:00 20:00 11-21 ");
        row("a week", 7 * 86'400, 8, "11-21 11-22 11-23 11-24 11-25 11-26 11-27");
        row("no span", 0, 8, "");
        row("no room", 3'600, 0, "");
    }
    void ticks()
    {
        QFETCH(qint64, seconds);
        QFETCH(int, most);
        const auto ticks = timeTicks(kMorning, kMorning + std::chrono::seconds(seconds), most, domain::ZoneTime::newYork());
        QTEST(textsOf(ticks), "texts");
    }

    void ticksStayRoundOverAChangeOfTheClock()
    {
        // 2026-11-01 00:00 in New York, two hours before the clock goes back.
        const domain::UnixMs midnight{1'793'505'600'000};
        const QStringList texts = textsOf(timeTicks(midnight, midnight + 26h, 5, domain::ZoneTime::newYork()));
        QCOMPARE(texts, QString::fromLatin1("11-01 06:00 12:00 18:00 11-02").split(QLatin1Char(' ')));
    }
};

QTEST_GUILESS_MAIN(TestReplayTexts)
#include "tst_replaytexts.moc"
