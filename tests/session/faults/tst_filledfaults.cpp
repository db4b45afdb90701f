// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "filledrun.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using flowglass::test::FilledRun;

// The simulated market does wrong by script, REST gives back what was missed: in the end the flags are those of a
// session that heard every trade.
class TstFilledFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"flowglass.feed.warning=false\nflowglass.feed.info=false"_s); }
    void theDigestIsThatOfACleanRun_data();
    void theDigestIsThatOfACleanRun();
};

void TstFilledFaults::theDigestIsThatOfACleanRun_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("gaps");
    const auto row = [](const char* name, const QString& script, int gaps = 1) { QTest::newRow(name) << script << gaps; };
    row("nothing", QString(), 0);
    row("a dropped link", u"0s feed drop"_s);
    row("a polite close", u"0s feed close 1000 \"bye\""_s);
    row("a server that goes away", u"0s feed close 1001 \"going away\""_s);
    row("a policy violation", u"0s feed close 1008 \"slow\""_s);
    row("an internal error", u"0s feed close 1011 \"oops\""_s);
    row("a restart", u"0s feed close 1012"_s);
    row("try again later", u"0s feed close 1013 \"try again later\""_s);
    row("half a frame", u"0s feed half-frame"_s);
    row("bytes that are no frame", u"0s feed garbage-frame"_s);
    row("text that is not UTF-8", u"0s feed bad-utf8"_s);
    row("connections refused", u"0s feed refuse for 700ms"_s);
    row("a stall until it is given up", u"0s feed stall for 2s"_s);
    row("a frame over 1 MiB", u"0s feed huge-frame"_s);
    row("two drops, and trades sent twice", u"0s feed drop\n400ms feed drop\n2500ms feed duplicates"_s, 2);
}

void TstFilledFaults::theDigestIsThatOfACleanRun()
{
    QFETCH(QString, script);
    QFETCH(int, gaps);
    constexpr int kPatience = 30'000; // ms
    FilledRun run;
    QTRY_VERIFY(run.hasHeard(50));
    run.simulate(script);
    QTRY_VERIFY_WITH_TIMEOUT(run.isFilled(std::size_t(gaps)), kPatience);
    if (script.contains(u"duplicates")) // of trades behind the gaps: one of a gap would come late, not twice
        QTRY_VERIFY(run.session().counters().duplicates > 0);
    const std::uint64_t then = run.session().counters().watched;
    QTRY_VERIFY(run.hasHeard(then + 20) && run.session().engine().count() > 0);
    run.stop();
    const flowglass::domain::Counters& counters = run.session().counters();
    QVERIFY(counters.balanced());
    QCOMPARE(counters.backfilled > 0, gaps > 0);
    QCOMPARE(run.difference(), QString());
}

QTEST_GUILESS_MAIN(TstFilledFaults)
#include "tst_filledfaults.moc"
