// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "feed/framebacklog.h"

#include <QRandomGenerator>

#include <deque>

using namespace std::chrono_literals;
using flowglass::feed::FrameBacklog;

class TestFrameBacklog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsEmpty();
    void handsOutOldestFirst();
    void saysWhenItIsFullAndStillKeepsTheFrame();
    void behavesLikeAQueueUnderRandomUse();
};

void TestFrameBacklog::startsEmpty()
{
    const FrameBacklog backlog;
    QVERIFY(backlog.isEmpty());
    QCOMPARE(backlog.size(), std::size_t(0));
    QCOMPARE(backlog.bytes(), std::size_t(0));
    QCOMPARE(backlog.peak(), std::size_t(0));
}

void TestFrameBacklog::handsOutOldestFirst()
{
    FrameBacklog backlog;
    QVERIFY(backlog.push(QStringLiteral("first"), 10ns, {}));
    QVERIFY(backlog.push(QStringLiteral("second"), 20ns, {}));
    QCOMPARE(backlog.oldest(), 10ns);
    const FrameBacklog::Frame first = backlog.take();
    QCOMPARE(first.text, QStringLiteral("first"));
    QCOMPARE(first.received, 10ns);
    QCOMPARE(backlog.oldest(), 20ns);
    QCOMPARE(backlog.take().text, QStringLiteral("second"));
    QVERIFY(backlog.isEmpty());
    QCOMPARE(backlog.bytes(), std::size_t(0));
    QCOMPARE(backlog.peak(), std::size_t(2));
}

void TestFrameBacklog::saysWhenItIsFullAndStillKeepsTheFrame()
{
    FrameBacklog backlog(100); // bytes: 50 characters
    QVERIFY(backlog.push(QString(40, u'a'), 1ns, {}));
    QVERIFY(!backlog.push(QString(10, u'b'), 2ns, {}));
    QVERIFY(!backlog.push(QString(500, u'c'), 3ns, {}));
    QCOMPARE(backlog.size(), std::size_t(3));
    QCOMPARE(backlog.bytes(), std::size_t(1100));
    backlog.take();
    backlog.take();
    QCOMPARE(backlog.take().text, QString(500, u'c'));
    QVERIFY(backlog.push(QStringLiteral("room again"), 4ns, {}));
}

void TestFrameBacklog::behavesLikeAQueueUnderRandomUse()
{
    QRandomGenerator random(7);
    FrameBacklog backlog;
    std::deque<FrameBacklog::Frame> model;
    std::size_t bytes = 0;
    std::size_t peak = 0;
    for (int step = 0; step < 20'000; ++step) {
        // Longer and longer runs in one direction, so that the ring wraps and grows.
        const bool push = model.empty() || random.bounded(1000) < 500 + 300 * ((step / 1000) % 2);
        if (push) {
            const QString text = QString::number(step).repeated(random.bounded(4));
            backlog.push(text, std::chrono::nanoseconds(step), {step});
            model.push_back({text, std::chrono::nanoseconds(step), {step}});
            bytes += std::size_t(text.size()) * 2;
        } else {
            const FrameBacklog::Frame frame = backlog.take();
            QCOMPARE(frame.text, model.front().text);
            QCOMPARE(frame.received, model.front().received);
            bytes -= std::size_t(frame.text.size()) * 2;
            model.pop_front();
        }
        peak = std::max(peak, model.size());
        QCOMPARE(backlog.size(), model.size());
        QCOMPARE(backlog.bytes(), bytes);
        if (!model.empty())
            QCOMPARE(backlog.oldest(), model.front().received);
    }
    QCOMPARE(backlog.peak(), peak);
    QVERIFY(peak > 1000);
}

QTEST_GUILESS_MAIN(TestFrameBacklog)
#include "tst_framebacklog.moc"
