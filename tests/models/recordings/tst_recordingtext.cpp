// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/recordings/recordingtext.h"

#include <QLocale>

using namespace flowglass::models;
using namespace std::chrono_literals;
using Phase = RecordingFigures::Phase;

namespace {

RecordingFigures running(Phase phase)
{
    RecordingFigures figures;
    figures.phase = phase;
    figures.elapsed = 12min + 34s;
    figures.bytes = 18'200'000;
    figures.freeBytes = 1'500'000'000;
    figures.path = QStringLiteral("/data/nvda.fgr");
    figures.error = QStringLiteral("/data/nvda.fgr: the disk is gone");
    return figures;
}

} // namespace

class TestRecordingText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void phases_data()
    {
        QTest::addColumn<int>("phase");
        QTest::addColumn<QString>("brief");
        QTest::addColumn<QString>("inFull");
        QTest::addColumn<int>("severity");
        const auto row = [](const char* name, Phase phase, const char* brief, const char* inFull, Severity severity) {
            QTest::newRow(name) << int(phase) << QString::fromUtf8(brief) << QString::fromUtf8(inFull) << int(severity);
        };
        row("nothing when idle", Phase::Idle, "", "", Severity::Good);
        row("time and size", Phase::Recording, "REC 00:12:34 · 18 MB", "/data/nvda.fgr", Severity::Good);
        row("a disk nearly full is said in words", Phase::LowDisk, "REC 00:12:34 · disk nearly full", "1.5 GB",
            Severity::Warning);
        row("finishing", Phase::Stopping, "Finishing · 18 MB", "/data/nvda.fgr", Severity::Waiting);
        row("a failure gives its reason", Phase::Failed, "Recording failed", "the disk is gone", Severity::Bad);
    }
    void phases()
    {
        QFETCH(int, phase);
        QFETCH(QString, inFull);
        const StatusText text = recordingText(running(Phase(phase)));
        QTEST(text.brief, "brief");
        QVERIFY2(text.full.contains(inFull), qPrintable(text.full));
        QTEST(int(text.severity), "severity");
    }

    void anUnknownDiskIsNotSaidToBeEmpty()
    {
        RecordingFigures figures = running(Phase::Recording);
        figures.freeBytes = -1;
        QVERIFY(!recordingText(figures).full.contains(QLatin1String("Free")));
    }
};

QTEST_GUILESS_MAIN(TestRecordingText)
#include "tst_recordingtext.moc"
