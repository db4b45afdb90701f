// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "session/framescrubber.h"

using flowglass::session::FrameScrubber;

class TstFrameScrubber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blotsTheKeyOnly_data();
    void blotsTheKeyOnly();
};

void TstFrameScrubber::blotsTheKeyOnly_data()
{
    QTest::addColumn<QString>("frame");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char* name, const char* frame, const char* kept) {
        QTest::newRow(name) << QString::fromUtf8(frame) << QString::fromUtf8(kept);
    };
    const char* trade = R"([{"ev":"T","sym":"O:NVDA261218C00150000","p":1}])";
    row("a trade", trade, trade);
    row("a status", R"([{"ev":"status","message":"bad key k3y/+of+me, k3y%2F%2Bof%2Bme"}])",
        R"([{"ev":"status","message":"bad key ***, ***"}])");
    row("a status behind a trade", R"([{"ev":"T","p":1},{"ev":"status","message":"k3y/+of+me"}])",
        R"([{"ev":"T","p":1},{"ev":"status","message":"***"}])");
    row("no JSON", "k3y/+of+me", "***");
    row("escaped in a trade", R"([{"ev":"T","sym":"\u006b3y\/+\u006F\u0066+me","p":1}])",
        R"([{"ev":"T","sym":"***","p":1}])");
    row("another escape in a trade", R"([{"ev":"T","sym":"\u006b3z\/","p":1}])", R"([{"ev":"T","sym":"\u006b3z\/","p":1}])");
}

void TstFrameScrubber::blotsTheKeyOnly()
{
    QFETCH(QString, frame);
    QFETCH(QString, kept);
    QCOMPARE(FrameScrubber(QStringLiteral("k3y/+of+me")).scrubbed(frame), kept);
    QCOMPARE(FrameScrubber(QString()).scrubbed(frame), frame);
}

QTEST_GUILESS_MAIN(TstFrameScrubber)
#include "tst_framescrubber.moc"
