// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "feed/link/dataprobe.h"

using flowglass::feed::DataProbe;

class TestDataProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyATradeIsData_data();
    void onlyATradeIsData();
};

void TestDataProbe::onlyATradeIsData_data()
{
    QTest::addColumn<QString>("frame");
    QTest::addColumn<bool>("data");
    const auto row = [](const char* name, bool data, const char* frame) {
        QTest::newRow(name) << QString::fromUtf8(frame) << data;
    };
    row("a trade", true, R"([{"ev":"T","sym":"O:NVDA261218C00150000","p":5.5,"s":1,"t":1765227583506}])");
    row("a trade with blanks, its kind last", true,
        R"( [ { "sym" : "O:NVDA261218C00150000", "p" : 5.5, "s" : 1, "t" : 1765227583506, "ev" : "T" } ])");
    row("a trade behind a status", true,
        R"([{"ev":"status","status":"success"},{"ev":"T","sym":"O:X","p":5.5,"s":1,"t":1765227583506}])");
    row("a trade, then nonsense", true, R"([{"ev":"T","sym":"O:X","p":5.5,"s":1,"t":1765227583506},{"ev")");
    row("a status", false, R"([{"ev":"status","status":"connected"}])");
    row("a status with blanks", false, R"([ { "ev": "status", "status": "auth_success" } ])");
    row("a trade without a price", false, R"([{"ev":"T","sym":"O:X","s":1,"t":1765227583506}])");
    row("half a trade", false, R"([{"ev":"T","sym":"O:X","p":5.5)");
    row("another kind", false, R"([{"ev":"Q","sym":"O:X","bp":5.5}])");
    row("an object", false, R"({"ev":"T","sym":"O:X","p":5.5,"s":1,"t":1765227583506})");
    row("no JSON", false, "hello");
    row("an empty array", false, "[]");
    row("nothing", false, "");
}

void TestDataProbe::onlyATradeIsData()
{
    QFETCH(QString, frame);
    QFETCH(bool, data);
    DataProbe probe; // QTest::failOnWarning: it logs nothing
    for (int again = 0; again < 2; ++again)
        QCOMPARE(probe.holdsTrade(frame), data);
}

QTEST_GUILESS_MAIN(TestDataProbe)
#include "tst_dataprobe.moc"
