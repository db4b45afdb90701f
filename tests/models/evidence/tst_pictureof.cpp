// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/evidence/pictureof.h"
#include "models/evidence/storedorders.h"
#include "models/evidencecard.h"
#include "models/tapefixture.h"

#include <numeric>

using namespace flowglass;
using namespace flowglass::test;
using namespace flowglass::models;
using namespace std::chrono_literals;
using domain::AnomalyKind;

namespace {

const std::string kCall = "O:NVDA261218C00150000";
const std::string kPut = "O:NVDA261218P00140000";
const std::string kOther = "O:AAPL261120C00200000";

// An anomaly over these rows, with one reason.
domain::Anomaly anomalyOf(const Tape& tape, AnomalyKind kind, const std::vector<std::uint64_t>& rows)
{
    domain::Anomaly anomaly;
    anomaly.id = 1;
    anomaly.root = "NVDA";
    for (const std::uint64_t row : rows)
        anomaly.prints.push_back({tape.store[row], row, false});
    anomaly.time = anomaly.prints.front().trade.time();
    anomaly.lastTime = anomaly.prints.back().trade.time();
    if (kind != AnomalyKind::Surge)
        anomaly.contract = anomaly.prints.front().trade.contract;
    anomaly.kinds.add(kind);
    domain::Evidence reason;
    reason.kind = kind;
    reason.time = anomaly.lastTime;
    reason.value = 500;
    reason.baseline = 2.0;
    reason.window = 60s;
    anomaly.evidence = {reason};
    return anomaly;
}

EvidencePicture pictureFor(const Tape& tape, const domain::Anomaly& anomaly)
{
    return pictureOf(anomaly, anomaly.evidence[0].kind, tape.store, tape.contracts);
}

} // namespace

class TestPictureOf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsOfOneOrderAreOneOrder()
    {
        Tape tape;
        tape.add({.ticker = kCall, .size = 10, .exchange = 300, .atMs = 0});
        tape.add({.ticker = kOther, .size = 1, .atMs = 10});
        tape.add({.ticker = kCall, .size = 20, .exchange = 301, .atMs = 50});
        tape.add({.ticker = kCall, .size = 5, .exchange = 300, .atMs = 5'000});
        const StoredOrders stored = ordersOf(tape.store, *tape.contracts.find(kCall), tape.store.end(), 100);
        QCOMPARE(stored.orders.size(), std::size_t(2));
        QCOMPARE(stored.orders[0].order.size, 30U);
        QCOMPARE(stored.orders[1].order.size, 5U);
        QCOMPARE(stored.fromMs, kMorning.value);
    }

    void lateAndCancelledPrintsAreNoOrders()
    {
        Tape tape;
        tape.add({.ticker = kCall, .size = 10, .atMs = 0});
        tape.add({.ticker = kCall, .size = 3, .conditions = {202}, .atMs = 1'000});
        tape.add({.ticker = kCall, .size = 10, .conditions = {201}, .atMs = 2'000});
        QVERIFY(ordersOf(tape.store, *tape.contracts.find(kCall), tape.store.end(), 100).orders.empty());
    }

    void lookingBackHasALimitAndSaysHowFar()
    {
        Tape tape;
        for (int i = 0; i < 20; ++i)
            tape.add({.ticker = kCall, .atMs = i * 1'000});
        const StoredOrders stored = ordersOf(tape.store, *tape.contracts.find(kCall), 15, 5);
        QCOMPARE(stored.orders.size(), std::size_t(5));
        QCOMPARE(stored.fromMs, kMorning.value + 10'000);
        const StoredOrders all = ordersOfRoot(tape.store, tape.contracts, "NVDA", 15, 5);
        QCOMPARE(all.orders.size(), std::size_t(5));
        QVERIFY(ordersOfRoot(tape.store, tape.contracts, "NVDA", 0, 5).orders.empty());
    }

    void aSizeIsComparedWithWhatCameBeforeIt()
    {
        Tape tape;
        for (int i = 0; i < 40; ++i) {
            tape.add({.ticker = kCall, .size = 4, .atMs = i * 3'000});
            tape.add({.ticker = kPut, .size = 9, .atMs = i * 3'000 + 1'000});
            tape.add({.ticker = kOther, .size = 900, .atMs = i * 3'000 + 2'000});
        }
        tape.add({.ticker = kCall, .size = 70, .conditions = {232}, .atMs = 121'000}); // another class
        const std::uint64_t row = tape.add({.ticker = kCall, .size = 500, .atMs = 125'000});
        tape.add({.ticker = kCall, .size = 5000, .atMs = 130'000}); // later
        const EvidencePicture picture = pictureFor(tape, anomalyOf(tape, AnomalyKind::Size, {row}));
        const auto& sizes = std::get<SizePicture>(picture.shape);
        QCOMPARE(sizes.size, 500U);
        QCOMPARE(sizes.bins.size(), std::size_t(9));
        QCOMPARE(sizes.bins[2].own, std::uint64_t(40));
        QCOMPARE(sizes.bins[3].ofUnderlying, std::uint64_t(40));
        QCOMPARE(sizes.bins[6].own, std::uint64_t(0));
        QCOMPARE(sizePictureOf(row, 500, tape.store, tape.contracts), picture);
    }

    void anOrderIsNotComparedWithItsOwnParts()
    {
        Tape tape;
        for (int i = 0; i < 40; ++i)
            tape.add({.ticker = kCall, .size = 4, .atMs = i * 3'000});
        tape.add({.ticker = kCall, .size = 9'000, .exchange = 305, .atMs = 130'000});
        tape.add({.ticker = kCall, .size = 6, .exchange = 305, .conditions = {232}, .atMs = 130'005}); // a leg between
        const std::uint64_t row = tape.add({.ticker = kCall, .size = 10, .exchange = 306, .atMs = 130'010});
        const EvidencePicture picture = sizePictureOf(row, 9'010, tape.store, tape.contracts);
        const auto& sizes = std::get<SizePicture>(picture.shape);
        QCOMPARE(sizes.size, 9'010U);
        QCOMPARE(sizes.bins[sizes.marked].own, std::uint64_t(0));
        QVERIFY2(picture.description.startsWith(QStringLiteral("This order: 9,010 contracts. Of 40 earlier orders of "
                                                               "this contract, 0 were as large.")),
                 qPrintable(picture.description));
        // One on the same exchange is another order: the parts are earlier ones then.
        const std::uint64_t next = tape.add({.ticker = kCall, .size = 10, .exchange = 306, .atMs = 130'020});
        QVERIFY(sizePictureOf(next, 10, tape.store, tape.contracts)
                    .description.contains(QStringLiteral("Of 41 earlier orders of this contract, 1 were")));
    }

    void theBurstStandsWhereTheEvidenceSays()
    {
        Tape tape;
        for (int i = 0; i < 10; ++i)
            tape.add({.ticker = kCall, .atMs = i * 30'000});
        std::vector<std::uint64_t> rows;
        for (int i = 0; i < 25; ++i)
            rows.push_back(tape.add({.ticker = kCall, .atMs = 300'000 + i * 1'000}));
        tape.add({.ticker = kCall, .atMs = 325'100}); // too close to the one before to count
        rows.push_back(tape.add({.ticker = kCall, .atMs = 500'000}));
        domain::Anomaly anomaly = anomalyOf(tape, AnomalyKind::Activity, rows);
        anomaly.evidence[0].time = {kMorning.value + 324'000};
        anomaly.evidence[0].value = 26; // as many as there were in that minute
        const EvidencePicture picture = pictureFor(tape, anomaly);
        const auto& counts = std::get<CountPicture>(picture.shape);
        std::uint32_t marked = 0;
        for (const CountPicture::Slot& slot : counts.slots)
            marked += slot.marked ? slot.count : 0;
        QCOMPARE(marked, 26U);
        QVERIFY2(picture.description.contains(QStringLiteral("26 in the last 60 s, expected 2.0")),
                 qPrintable(picture.description));
        QVERIFY(counts.slots.back().count > 0);
    }

    void aRepeatCountsItsSizeOnly()
    {
        Tape tape;
        std::vector<std::uint64_t> rows;
        for (int i = 0; i < 30; ++i) {
            tape.add({.ticker = kCall, .size = 2, .atMs = i * 10'000});
            if (i % 3 == 0)
                rows.push_back(tape.add({.ticker = kCall, .size = 45, .atMs = i * 10'000 + 5'000}));
        }
        domain::Anomaly anomaly = anomalyOf(tape, AnomalyKind::Repeat, rows);
        anomaly.evidence[0].size = 45;
        const EvidencePicture picture = pictureFor(tape, anomaly);
        const auto& counts = std::get<CountPicture>(picture.shape);
        const std::uint32_t all = std::accumulate(counts.slots.begin(), counts.slots.end(), 0U,
                                                  [](std::uint32_t n, const auto& slot) { return n + slot.count; });
        QCOMPARE(all, 10U);
        QVERIFY(picture.caption.contains(QStringLiteral("45")));
    }

    void aSurgeCountsAllContractsOfItsUnderlying()
    {
        Tape tape;
        std::vector<std::uint64_t> rows;
        for (int i = 0; i < 30; ++i) {
            rows.push_back(tape.add({.ticker = i % 2 == 0 ? kCall : kPut, .atMs = i * 1'000}));
            tape.add({.ticker = kOther, .atMs = i * 1'000 + 500});
        }
        const EvidencePicture picture = pictureFor(tape, anomalyOf(tape, AnomalyKind::Surge, rows));
        const auto& counts = std::get<CountPicture>(picture.shape);
        const std::uint32_t all = std::accumulate(counts.slots.begin(), counts.slots.end(), 0U,
                                                  [](std::uint32_t n, const auto& slot) { return n + slot.count; });
        QCOMPARE(all, 30U);
        QVERIFY(counts.slots.size() < 30); // the tape is 30 s long
    }

    void aPriceIsTheEndOfATrack()
    {
        Tape tape;
        for (int i = 0; i < 200; ++i)
            tape.add({.ticker = kCall, .price = 20'000 + (i % 2) * 500, .atMs = i * 1'000});
        tape.add({.ticker = kCall, .price = 90'000, .conditions = {232}, .atMs = 200'500});
        const std::uint64_t row = tape.add({.ticker = kCall, .price = 29'500, .atMs = 201'000});
        const EvidencePicture picture = pictureFor(tape, anomalyOf(tape, AnomalyKind::Price, {row}));
        const auto& track = std::get<PriceTrack>(picture.shape);
        QCOMPARE(track.points.size(), std::size_t(120));
        QVERIFY(track.points.back().marked);
        QCOMPARE(track.points.back().dollars, 2.95);
        QVERIFY(!track.points[118].marked && track.points[118].dollars < 2.10); // the leg has no price of its own
        QVERIFY(std::abs(track.tolerance - 0.10) < 1e-9);
    }

    void withoutTheReasonOrItsPrintsThereIsNoPicture()
    {
        Tape tape(1);
        const std::uint64_t row = tape.add({.ticker = kCall});
        domain::Anomaly anomaly = anomalyOf(tape, AnomalyKind::Size, {row});
        QVERIFY(pictureOf(anomaly, AnomalyKind::Price, tape.store, tape.contracts).isEmpty());
        tape.addUnjudged(3 * int(tape::TradeStore::kBlockRows));
        QVERIFY(tape.store.begin() > row);
        QVERIFY(pictureFor(tape, anomaly).isEmpty());
        anomaly.prints.clear();
        QVERIFY(pictureFor(tape, anomaly).isEmpty());
    }

    void aCardShowsEachDrawingOnce()
    {
        Tape tape;
        tape.add({.ticker = kCall, .size = 4});
        const std::uint64_t row = tape.add({.ticker = kCall, .size = 500, .atMs = 125'000});
        domain::Anomaly anomaly = anomalyOf(tape, AnomalyKind::Size, {row});
        anomaly.evidence.push_back(anomaly.evidence[0]);
        anomaly.evidence[1].kind = AnomalyKind::Sweep;
        EvidenceCard card = evidenceCard(anomaly, tape.contracts[*anomaly.contract], domain::ZoneTime::newYork());
        QVERIFY(card.evidence[0].picture.isEmpty());
        addPictures(card, anomaly, tape.store, tape.contracts);
        QVERIFY(!card.evidence[0].picture.isEmpty());
        QVERIFY(card.evidence[1].picture.isEmpty());
    }

    void drawingIsQuick()
    {
        Tape tape;
        tape.addUnjudged(30'000);
        const domain::Anomaly anomaly = anomalyOf(tape, AnomalyKind::Size, {29'999});
        QBENCHMARK { pictureFor(tape, anomaly); }
    }
};

QTEST_GUILESS_MAIN(TestPictureOf)
#include "tst_pictureof.moc"
