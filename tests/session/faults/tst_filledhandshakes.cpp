// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "filledrun.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using flowglass::test::FilledRun;

// The link is lost, and the way back goes wrong; REST gives back what was missed meanwhile: in the end the flags are
// those of a session that heard every trade.
class TstFilledHandshakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"flowglass.feed.warning=false\nflowglass.feed.info=false"_s); }
    void theDigestIsThatOfACleanRun_data();
    void theDigestIsThatOfACleanRun();
};

void TstFilledHandshakes::theDigestIsThatOfACleanRun_data()
{
    QTest::addColumn<QString>("script");
    const auto row = [](const char* name, const QString& script) { QTest::newRow(name) << script; };
    row("no greeting", u"0s feed no-greeting for 700ms"_s);
    row("no answer to the key", u"0s feed no-auth-answer for 700ms"_s);
    row("the key is refused", u"0s feed auth-failed for 300ms"_s);
    row("no authentication seen in time", u"0s feed auth-timeout for 300ms"_s);
    row("another program takes the connection", u"0s feed max-connections for 200ms"_s);
    row("no channel is confirmed", u"0s feed no-acks for 700ms"_s);
    row("the plan lacks these trades", u"0s feed not-authorized for 300ms"_s);
    row("the plan has delayed data only", u"0s feed delayed-only for 300ms"_s);
    row("a handshake that takes too long", u"0s feed slow-upgrade for 700ms"_s);
    row("a handshake that takes its time", u"0s feed slow-upgrade for 200ms"_s);
    row("302 in place of an upgrade", u"0s feed upgrade 302 for 300ms"_s);
    row("503 in place of an upgrade", u"0s feed upgrade 503 for 300ms"_s);
    row("a wrong accept key", u"0s feed wrong-accept for 300ms"_s);
}

void TstFilledHandshakes::theDigestIsThatOfACleanRun()
{
    QFETCH(QString, script);
    constexpr int kPatience = 30'000; // ms
    FilledRun run;
    QTRY_VERIFY(run.hasHeard(50));
    run.simulate(script);
    QTRY_VERIFY_WITH_TIMEOUT(run.isFilled(1), kPatience);
    const std::uint64_t then = run.session().counters().watched;
    QTRY_VERIFY(run.hasHeard(then + 20) && run.session().engine().count() > 0);
    run.stop();
    const flowglass::domain::Counters& counters = run.session().counters();
    QVERIFY(counters.balanced());
    QVERIFY(counters.backfilled > 0);
    QCOMPARE(run.difference(), QString());
}

QTEST_GUILESS_MAIN(TstFilledHandshakes)
#include "tst_filledhandshakes.moc"
