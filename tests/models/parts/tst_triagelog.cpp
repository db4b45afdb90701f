// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/parts/triagelog.h"

using namespace flowglass::models;

class TestTriageLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsNewUntilTouched()
    {
        TriageLog log;
        QCOMPARE(int(log.of(1)), int(Triage::New));
        QCOMPARE(int(log.of(0)), int(Triage::New));
        QVERIFY(!log.canUndo());
        QVERIFY(log.undo().empty());
    }

    void oneStepUndoesAllThatItChanged()
    {
        TriageLog log;
        log.set({2}, Triage::Starred);
        QVERIFY((log.set({1, 2, 3}, Triage::Dismissed) == std::vector<std::uint32_t>{1, 2, 3}));
        QCOMPARE(log.touched(), std::size_t(3));
        QVERIFY((log.undo() == std::vector<std::uint32_t>{1, 2, 3}));
        QCOMPARE(int(log.of(1)), int(Triage::New));
        QCOMPARE(int(log.of(2)), int(Triage::Starred));
        QCOMPARE(log.touched(), std::size_t(1));
    }

    void settingWhatIsSetAlreadyIsNoStep()
    {
        TriageLog log;
        log.set({4}, Triage::Starred);
        QVERIFY(log.set({4}, Triage::Starred).empty());
        log.undo();
        QVERIFY(!log.canUndo());
    }

    void seeingIsNoStepAndOnlyForNewOnes()
    {
        TriageLog log;
        QVERIFY(log.markSeen(1));
        QVERIFY(!log.markSeen(1));
        log.set({2}, Triage::Starred);
        QVERIFY(!log.markSeen(2));
        log.undo();
        QVERIFY(!log.canUndo());
        QCOMPARE(int(log.of(1)), int(Triage::Seen));
    }

    void undoRemembersAHundredSteps()
    {
        TriageLog log;
        for (std::uint32_t id = 1; id <= 150; ++id)
            log.set({id}, Triage::Dismissed);
        int steps = 0;
        while (log.canUndo()) {
            log.undo();
            ++steps;
        }
        QCOMPARE(steps, int(TriageLog::kMaxUndo));
        QCOMPARE(int(log.of(50)), int(Triage::Dismissed));
        QCOMPARE(int(log.of(51)), int(Triage::New));
    }
};

QTEST_GUILESS_MAIN(TestTriageLog)
#include "tst_triagelog.moc"
