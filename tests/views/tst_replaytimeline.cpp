// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "views/look/theme.h"
#include "views/replay/replaytimeline.h"
#include "views/replayfixture.h"

#include <QAccessible>
#include <QSet>
#include <QToolTip>

using namespace flowglass;
using namespace flowglass::test;
using namespace flowglass::views;
using namespace std::chrono_literals;
using State = models::ReplayPicture::State;

namespace {

const domain::ZoneTime kNewYork = domain::ZoneTime::newYork();

struct Shown
{
    ReplayTimeline timeline;
    explicit Shown(const models::ReplayPicture& picture = sessionPicture())
    {
        timeline.resize(812, timeline.sizeHint().height());
        timeline.present(picture, kNewYork);
        timeline.show();
    }
    QPoint at(std::chrono::minutes after) const
    {
        return {int(std::lround(timeline.scale().xOf(domain::toNs(kOpening + after)))), 20};
    }
};

std::chrono::seconds since(const QSignalSpy& seeks)
{
    const auto time = seeks.last().first().value<domain::UnixNs>();
    return std::chrono::duration_cast<std::chrono::seconds>(time - domain::toNs(kOpening));
}

} // namespace

class TestReplayTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void aClickSeeksWhenTheButtonIsLetGo()
    {
        Shown shown;
        QSignalSpy seeks(&shown.timeline, &ReplayTimeline::seekRequested);
        QTest::mousePress(&shown.timeline, Qt::LeftButton, {}, shown.at(120min));
        QCOMPARE(seeks.count(), 0);
        QTest::mouseRelease(&shown.timeline, Qt::LeftButton, {}, shown.at(120min));
        QCOMPARE(seeks.count(), 1);
        QVERIFY(std::chrono::abs(since(seeks) - 120min) <= 30s); // a pixel is half a minute
        QTest::mouseClick(&shown.timeline, Qt::RightButton, {}, shown.at(60min));
        QCOMPARE(seeks.count(), 1);
    }

    void aDragShowsWhereAndSeeksOnce()
    {
        Shown shown;
        QSignalSpy seeks(&shown.timeline, &ReplayTimeline::seekRequested);
        QTest::mousePress(&shown.timeline, Qt::LeftButton, {}, shown.at(60min));
        QTest::mouseMove(&shown.timeline, shown.at(200min));
        const domain::UnixNs dragged = shown.timeline.handle();
        QVERIFY(dragged > sessionPicture().position);
        shown.timeline.present(sessionPicture(), kNewYork); // a tick in between takes nothing away
        QCOMPARE(shown.timeline.handle().value, dragged.value);
        QTest::mouseMove(&shown.timeline, {5'000, 20}); // beyond the end
        QTest::mouseRelease(&shown.timeline, Qt::LeftButton, {}, {5'000, 20});
        QCOMPARE(seeks.count(), 1);
        QCOMPARE(since(seeks), std::chrono::seconds(390min));
    }

    void keysMove_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("seconds"); // since the start; it stands at 3600
        QTest::newRow("right") << int(Qt::Key_Right) << 3'610;
        QTest::newRow("left") << int(Qt::Key_Left) << 3'590;
        QTest::newRow("up") << int(Qt::Key_Up) << 3'610;
        QTest::newRow("down") << int(Qt::Key_Down) << 3'590;
        QTest::newRow("page up") << int(Qt::Key_PageUp) << 3'900;
        QTest::newRow("page down") << int(Qt::Key_PageDown) << 3'300;
        QTest::newRow("home") << int(Qt::Key_Home) << 0;
        QTest::newRow("end") << int(Qt::Key_End) << 390 * 60;
    }
    void keysMove()
    {
        QFETCH(int, key);
        QFETCH(int, seconds);
        Shown shown;
        QSignalSpy seeks(&shown.timeline, &ReplayTimeline::seekRequested);
        QTest::keyClick(&shown.timeline, Qt::Key(key));
        QCOMPARE(seeks.count(), 1);
        QCOMPARE(since(seeks).count(), seconds);
    }

    void keysCountOnWhileItSeeks() // from where it will arrive, not from where it is
    {
        Shown shown;
        QSignalSpy seeks(&shown.timeline, &ReplayTimeline::seekRequested);
        QTest::keyClick(&shown.timeline, Qt::Key_PageUp);
        models::ReplayPicture picture = sessionPicture();
        picture.state = State::Seeking;
        shown.timeline.present(picture, kNewYork);
        QTest::keyClick(&shown.timeline, Qt::Key_PageUp);
        QCOMPARE(since(seeks), std::chrono::seconds(70min));
        picture.state = State::Playing;
        picture.position = domain::toNs(kOpening + 71min);
        shown.timeline.present(picture, kNewYork);
        QCOMPARE(shown.timeline.handle().value, picture.position.value);
    }

    void aShortRecordingHasShortSteps()
    {
        models::ReplayPicture picture = sessionPicture();
        picture.last = domain::toNs(kOpening + 30s);
        picture.position = picture.first;
        Shown shown(picture);
        QSignalSpy seeks(&shown.timeline, &ReplayTimeline::seekRequested);
        QTest::keyClick(&shown.timeline, Qt::Key_PageUp);
        QCOMPARE(since(seeks), 3s);
    }

    void nothingSeeksBeforeItIsOpenOrAfterItFailed_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("opening") << int(State::Opening);
        QTest::newRow("failed") << int(State::Failed);
    }
    void nothingSeeksBeforeItIsOpenOrAfterItFailed()
    {
        QFETCH(int, state);
        models::ReplayPicture picture = sessionPicture();
        picture.state = State(state);
        Shown shown(picture);
        QSignalSpy seeks(&shown.timeline, &ReplayTimeline::seekRequested);
        QTest::mouseClick(&shown.timeline, Qt::LeftButton, {}, shown.at(120min));
        QTest::keyClick(&shown.timeline, Qt::Key_Home);
        QCOMPARE(seeks.count(), 0);
    }

    void hoveringTellsTheTime()
    {
        Shown shown;
        QTest::mouseMove(&shown.timeline, shown.at(195min));
        QVERIFY2(QToolTip::text().contains(QStringLiteral("2026-11-20 12:4")), qPrintable(QToolTip::text()));
        QVERIFY2(QToolTip::text().contains(QStringLiteral("connection lost")), qPrintable(QToolTip::text()));
        QTest::mouseMove(&shown.timeline, shown.at(90min));
        QVERIFY2(QToolTip::text().contains(QStringLiteral("1 anomaly")), qPrintable(QToolTip::text()));
    }

    // Shapes, not only hues: gaps are hatched, anomalies are triangles in a lane of their own.
    void marksAreSeenInEveryTheme_data()
    {
        QTest::addColumn<const Theme*>("theme");
        QTest::newRow("light") << &kLight;
        QTest::newRow("dark") << &kDark;
        QTest::newRow("high contrast") << &kHighContrast;
    }
    void marksAreSeenInEveryTheme()
    {
        QFETCH(const Theme*, theme);
        Shown shown;
        shown.timeline.setPalette(paletteOf(*theme));
        const QImage image = shown.timeline.grab().toImage();
        const TimelineScale scale = shown.timeline.scale();
        const auto pixel = [&](std::chrono::minutes after, int y) { return image.pixel(shown.at(after).x(), y); };
        const auto seen = [&](QRgb mark) { return contrast(mark, theme->base) >= 3.0; };
        const int lane = scale.plot.top() + 3;
        const int foot = scale.plot.bottom() - 3;
        QCOMPARE(pixel(40min, lane), theme->base);
        QVERIFY2(seen(pixel(90min, lane)), "an anomaly");
        QVERIFY2(seen(pixel(40min, foot)), "trades played");
        QVERIFY2(seen(pixel(120min, foot)), "trades to come");
        QVERIFY2(pixel(40min, foot) != pixel(120min, foot), "where it is");
        QVERIFY2(seen(pixel(60min, lane + 8)), "the handle");
        const int middle = shown.at(195min).x();
        QSet<QRgb> hatching;
        int edges = 0;
        for (int x = middle - 25; x < middle + 25; ++x)
            hatching << image.pixel(x, lane);
        for (int x = shown.at(178min).x(); x < middle; ++x)
            edges += image.pixel(x, lane) == theme->warn ? 1 : 0;
        QVERIFY2(hatching.size() >= 2, "a gap is hatched");
        QVERIFY2(edges >= 1, "and has an edge");
    }

    void aFilledGapHasEdgesOnly()
    {
        models::ReplayPicture picture = sessionPicture();
        picture.density.clear();
        Shown shown(picture);
        shown.timeline.setPalette(paletteOf(kLight));
        const int lane = shown.timeline.scale().plot.top() + 3;
        const auto coloursOf = [&] {
            const QImage image = shown.timeline.grab().toImage();
            QSet<QRgb> colours;
            for (int x = shown.at(183min).x(); x < shown.at(207min).x(); ++x)
                colours << image.pixel(x, lane);
            return colours;
        };
        QVERIFY(coloursOf().size() >= 2);
        picture.gaps[0].fill.state = tape::GapFill::State::Filled;
        shown.timeline.present(picture, kNewYork);
        QCOMPARE(coloursOf(), QSet<QRgb>{kLight.base});
        const auto edge = int(shown.timeline.scale().xOf(domain::toNs(kOpening + 180min)));
        QCOMPARE(shown.timeline.grab().toImage().pixel(edge, lane), kLight.warn);
    }

    void withoutAnySpanItSaysWhy()
    {
        models::ReplayPicture picture;
        Shown shown(picture);
        const QImage before = shown.timeline.grab().toImage();
        picture.state = State::Failed;
        picture.message = QStringLiteral("x.fgr is not a recording");
        shown.timeline.present(picture, kNewYork);
        QVERIFY(shown.timeline.grab().toImage() != before);
    }

    void assistiveTechnologySeesASlider()
    {
        Shown shown;
        QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&shown.timeline);
        QVERIFY(access);
        QCOMPARE(access->role(), QAccessible::Slider);
        QCOMPARE(access->text(QAccessible::Value), QStringLiteral("Fri 2026-11-20 10:30:00 New York"));
        QAccessibleValueInterface* value = access->valueInterface();
        QVERIFY(value);
        QCOMPARE(value->minimumValue().toInt(), 0);
        QCOMPARE(value->maximumValue().toInt(), 390 * 60);
        QCOMPARE(value->currentValue().toInt(), 3'600);
        QSignalSpy seeks(&shown.timeline, &ReplayTimeline::seekRequested);
        value->setCurrentValue(7'200);
        QCOMPARE(since(seeks), std::chrono::seconds(2h));
        QVERIFY(!access->state().readOnly);
        shown.timeline.present({}, kNewYork);
        QVERIFY(access->state().readOnly);
    }
};

QTEST_MAIN(TestReplayTimeline)
#include "tst_replaytimeline.moc"
