// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "feed/link/networkwatch.h"

#include <QSignalSpy>

using flowglass::feed::NetworkWatch;
using Reachability = NetworkWatch::Reachability;

class TestNetworkWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnceThatItCameBack()
    {
        NetworkWatch watch;
        QSignalSpy back(&watch, &NetworkWatch::cameBack);
        watch.note(Reachability::Online); // first known state: nothing came back
        watch.note(Reachability::Online);
        QCOMPARE(back.size(), 0);
        watch.note(Reachability::Disconnected);
        QCOMPARE(back.size(), 0);
        watch.note(Reachability::Unknown); // neither here nor gone
        watch.note(Reachability::Online);
        QCOMPARE(back.size(), 1);
        watch.note(Reachability::Online);
        QCOMPARE(back.size(), 1);
    }

    void aNetworkWithoutTheWorldIsNotYetBackButAStep()
    {
        NetworkWatch watch;
        QSignalSpy back(&watch, &NetworkWatch::cameBack);
        watch.note(Reachability::Disconnected);
        watch.note(Reachability::Local); // a loopback or a portal: worth a try
        QCOMPARE(back.size(), 1);
        watch.note(Reachability::Online);
        QCOMPARE(back.size(), 2);
        watch.note(Reachability::Site);
        QCOMPARE(back.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestNetworkWatch)
#include "tst_networkwatch.moc"
