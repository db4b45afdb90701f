// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/beside.h"

#include <QSemaphore>
#include <QThread>
#include <QtTest/QtTest>

#include <memory>

using namespace flowglass;

class TestBeside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theResultComesBackToTheOwnersThread()
    {
        QThreadPool pool;
        QObject owner;
        QThread* worked = nullptr;
        int got = 0;
        QThread* told = nullptr;
        app::runBeside(
            &owner, &pool,
            [&worked] {
                worked = QThread::currentThread();
                return 7;
            },
            [&](int value) {
                got = value;
                told = QThread::currentThread();
            });
        QTRY_COMPARE(got, 7);
        QCOMPARE(told, QThread::currentThread());
        QVERIFY(worked && worked != told);
        QTRY_VERIFY(owner.children().isEmpty()); // nothing is left behind
    }

    void whatIsToldMayEndTheOwner()
    {
        QThreadPool pool;
        auto owner = std::make_unique<QObject>();
        app::runBeside(
            owner.get(), &pool, [] { return 7; }, [&owner](int) { owner.reset(); });
        QTRY_VERIFY(!owner);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void anOwnerThatGoesFirstIsToldNothing()
    {
        QThreadPool pool;
        QSemaphore go;
        bool told = false;
        auto owner = std::make_unique<QObject>();
        app::runBeside(
            owner.get(), &pool,
            [&go] {
                go.acquire();
                return 7;
            },
            [&told](int) { told = true; });
        owner.reset();
        go.release();
        QVERIFY(pool.waitForDone(10'000));
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QVERIFY(!told);
    }
};

QTEST_GUILESS_MAIN(TestBeside)
#include "tst_beside.moc"
