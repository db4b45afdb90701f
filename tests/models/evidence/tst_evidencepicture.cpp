// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/evidence/evidencepicture.h"

#include <QLocale>

#include <numeric>

using namespace flowglass;
using namespace flowglass::models;
using namespace std::chrono_literals;

namespace {

using Sizes = std::vector<std::uint32_t>;
using Times = std::vector<std::int64_t>;

const CountPicture& counts(const EvidencePicture& picture) { return std::get<CountPicture>(picture.shape); }

} // namespace

class TestEvidencePicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void sizesFallIntoDoublingBins()
    {
        const EvidencePicture picture = sizePicture(Sizes{1, 2, 3, 4, 7, 8}, Sizes{1, 1, 1000}, 100);
        const auto& sizes = std::get<SizePicture>(picture.shape);
        QCOMPARE(sizes.bins.size(), std::size_t(10)); // 512 to 1023 is the last
        QCOMPARE(sizes.bins[0].own, std::uint64_t(1));
        QCOMPARE(sizes.bins[1].own, std::uint64_t(2));
        QCOMPARE(sizes.bins[2].own, std::uint64_t(2));
        QCOMPARE(sizes.bins[3].own, std::uint64_t(1));
        QCOMPARE(sizes.bins[0].ofUnderlying, std::uint64_t(2));
        QCOMPARE(sizes.bins[9].ofUnderlying, std::uint64_t(1));
        QCOMPARE(sizes.marked, std::size_t(6)); // 64 to 127
        QCOMPARE(SizePicture::lowerEdge(sizes.marked), 64U);
        QVERIFY2(picture.description.contains(QStringLiteral("Of 6 earlier orders of this contract, 0")),
                 qPrintable(picture.description));
        QVERIFY(picture.description.contains(QStringLiteral("1 were as large")));
    }

    void theMarkedSizeHasItsBinThoughNobodyWasThere()
    {
        const EvidencePicture picture = sizePicture(Sizes{}, Sizes{1}, 5000);
        QCOMPARE(std::get<SizePicture>(picture.shape).bins.size(), std::size_t(13));
        QVERIFY(picture.description.contains(QStringLiteral("No earlier order")));
    }

    void nothingToCompareWithIsNoPicture()
    {
        QVERIFY(sizePicture({}, {}, 5).isEmpty());
        QVERIFY(countPicture({}, {0, 1000, 60s, 1.0}, QStringLiteral("Orders")).isEmpty());
        QVERIFY(countPicture(Times{5}, {0, 1000, 0s, 1.0}, QStringLiteral("Orders")).isEmpty());
        const std::vector<PriceTrack::Point> unmarked = {{0, 1.0, false}, {1, 2.0, false}};
        QVERIFY(priceTrack(unmarked, 1.0).isEmpty());
        const std::vector<PriceTrack::Point> alone = {{0, 1.0, true}};
        QVERIFY(priceTrack(alone, 1.0).isEmpty());
    }

    void theBurstIsTheEndOfTheCounts()
    {
        const std::int64_t end = 10'000'000;
        Times times;
        for (int i = 0; i < 26; ++i)
            times.push_back(end - i * 2'000); // 0 to 50 s back
        times.push_back(end - 100'000);
        times.push_back(end - 299'999);
        times.push_back(end - 300'001); // before what is shown
        times.push_back(end + 1);       // behind it
        const EvidencePicture picture = countPicture(times, {0, end, 60s, 1.4, 26}, QStringLiteral("Orders"));
        const CountPicture& drawn = counts(picture);
        QCOMPARE(drawn.slotWidth, 10'000ms);
        QCOMPARE(drawn.slots.size(), std::size_t(30));
        QVERIFY(!drawn.slots[23].marked);
        QVERIFY(drawn.slots[24].marked && drawn.slots[29].marked);
        const std::uint32_t all = std::accumulate(drawn.slots.begin(), drawn.slots.end(), 0U,
                                                  [](std::uint32_t n, const auto& slot) { return n + slot.count; });
        QCOMPARE(all, 28U);
        QCOMPARE(drawn.slots[0].count, 1U);
        QVERIFY(std::abs(drawn.expected - 1.4 / 6) < 1e-9);
        QVERIFY2(picture.description.contains(QStringLiteral("26 in the last 60 s, expected 1.4")),
                 qPrintable(picture.description));
    }

    void whatIsNotKnownIsNotDrawnAsQuiet()
    {
        const EvidencePicture picture
            = countPicture(Times{95'000, 100'000}, {60'000, 100'000, 30s, 1.0}, QStringLiteral("Orders"));
        QCOMPARE(counts(picture).slots.size(), std::size_t(9)); // 40 s in slots of 5
    }

    void aBurstLongerThanTheDrawingFillsIt()
    {
        const EvidencePicture picture
            = countPicture(Times{5}, {-10'000'000, 100'000, std::chrono::hours(2), 10.0}, QStringLiteral("Orders"));
        for (const CountPicture::Slot& slot : counts(picture).slots)
            QVERIFY(slot.marked);
    }

    void theBandIsTwiceTheUsualStep()
    {
        const std::vector<PriceTrack::Point> points
            = {{3, 2.15, false}, {0, 2.00, false}, {1, 2.05, false}, {2, 2.10, false}, {4, 2.95, true}};
        const EvidencePicture picture = priceTrack(points, 2.12);
        const auto& track = std::get<PriceTrack>(picture.shape);
        QVERIFY(std::abs(track.tolerance - 0.10) < 1e-9);
        QCOMPARE(track.points[0].ms, 0);
        QVERIFY(track.points[4].marked);
        QVERIFY2(picture.description.contains(QStringLiteral("Traded at 2.95")), qPrintable(picture.description));
    }

    void pricesThatStandStillHaveABandOfTwoTicks()
    {
        const std::vector<PriceTrack::Point> points = {{0, 2.0, false}, {1, 2.0, false}, {2, 2.4, true}};
        QVERIFY(std::abs(std::get<PriceTrack>(priceTrack(points, 2.0).shape).tolerance - 0.02) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestEvidencePicture)
#include "tst_evidencepicture.moc"
