// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/anomalymodel.h"
#include "models/tapefixture.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QSignalSpy>

using namespace flowglass;
using namespace flowglass::test;
using models::AnomalyModel;
using models::Triage;
using Column = models::AnomalyModel::Column;
using Ids = std::vector<quint32>;

namespace {

// Raises one anomaly, of a contract of its own: number n of a long row of strikes.
void raise(Tape& tape, int n)
{
    Print print;
    print.ticker = "O:NVDA261218C" + std::to_string(100'000'000 + n * 1000).substr(1);
    print.size = Tape::kHuge;
    tape.add(print);
}

constexpr double kEager = 10'000.0; // flags per 100,000 prints: as many as the engine allows

void warmUp(Tape& tape)
{
    std::mt19937 random(1);
    for (int i = 0; i < 4'000; ++i)
        tape.add({"O:NVDA261218P00140000", 25'000, 1 + std::uint32_t(random() % 10)});
    tape.updated.clear();
}

template <class Model>
void handOverAnomalies(Tape& tape, Model& model)
{
    for (const std::uint32_t id : tape.updated)
        model.onUpdated(id);
    tape.updated.clear();
}

} // namespace

class TestAnomalyModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void marksShowInTheList()
    {
        Tape tape(1'000'000, kEager);
        warmUp(tape);
        AnomalyModel model(tape.engine, tape.contracts);
        raise(tape, 1);
        handOverAnomalies(tape, model);
        model.flush();
        const QModelIndex premium = model.index(0, int(Column::Premium));
        QVERIFY(!premium.data(models::HeatRole).isValid()); // no tiers yet
        domain::PremiumMarks marks;
        marks.tiers = *domain::PremiumMarks::tiersOf(QStringLiteral("1k, 1000m"));
        model.setMarks(marks);
        QCOMPARE(premium.data(models::HeatRole).toInt(), 50);
        QVERIFY(premium.data(Qt::ToolTipRole).toString().contains(QStringLiteral("$1,000 and more")));
        domain::TagSet tags;
        tags.add(domain::AnomalyTag::Opening);
        QSignalSpy changed(&model, &AnomalyModel::dataChanged);
        model.setTags(model.idAt(premium), tags);
        model.flush();
        QCOMPARE(changed.count(), 1);
        QVERIFY(model.index(0, int(Column::Kinds)).data().toString().endsWith(QStringLiteral("(opening)")));
    }

    void randomWalk()
    {
        for (unsigned seed = 1; seed <= 4; ++seed) {
            std::mt19937 random(seed);
            Tape tape(1'000'000, kEager);
            warmUp(tape);
            AnomalyModel model(tape.engine, tape.contracts);
            QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
            int strikes = 0;
            quint32 flushed = 0;
            for (int step = 0; step < 300; ++step) {
                const Ids shown = model.ids();
                const quint32 some = shown.empty() ? 0 : shown[random() % shown.size()];
                switch (random() % 7) {
                case 0:
                    model.setShowDismissed(!model.showsDismissed());
                    break;
                case 1:
                    model.setTriage({some, some / 2 + 1}, Triage::Dismissed);
                    break;
                case 2:
                    model.undo();
                    break;
                case 3:
                    if (some != 0)
                        model.setTriage({some}, Triage::Starred);
                    break;
                default:
                    raise(tape, random() % 3 == 0 && strikes > 0 ? int(random() % unsigned(strikes)) : strikes++);
                    handOverAnomalies(tape, model);
                    model.flush();
                    flushed = tape.engine.count();
                }
                Ids expected;
                for (quint32 id = flushed; id > 0; --id) {
                    if (model.showsDismissed() || model.triage(id) != Triage::Dismissed)
                        expected.push_back(id);
                }
                QCOMPARE(model.ids(), expected);
                QCOMPARE(std::size_t(model.rowCount()), expected.size());
            }
            QVERIFY(flushed > 30);
        }
    }

    void aTickIsOneInsertionAndFewChanges()
    {
        Tape tape(1'000'000, kEager);
        warmUp(tape);
        AnomalyModel model(tape.engine, tape.contracts);
        for (int n = 0; n < 60; ++n)
            raise(tape, n);
        handOverAnomalies(tape, model);
        model.flush();
        const int before = model.rowCount();
        QVERIFY(before >= 50);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        for (int n = 0; n < 60; n += 3)
            raise(tape, n); // merges into the open anomaly
        for (int n = 60; n < 66; ++n)
            raise(tape, n);
        handOverAnomalies(tape, model);
        model.flush();
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.front().at(1).toInt(), 0);
        QCOMPARE(removed.size(), 0);
        QVERIFY(!changed.isEmpty());
        QVERIFY(changed.size() <= 8);
        QCOMPARE(model.ids().front(), tape.engine.count());
        model.flush();
        QCOMPARE(inserted.size(), 1);
    }

    void anUpdateKeepsItsPlace()
    {
        Tape tape(1'000'000, kEager);
        warmUp(tape);
        AnomalyModel model(tape.engine, tape.contracts);
        raise(tape, 1);
        raise(tape, 2);
        handOverAnomalies(tape, model);
        model.flush();
        const Ids before = model.ids();
        const QString size = cellText(model, model.rowCount() - 1, int(Column::Size));
        raise(tape, 1);
        handOverAnomalies(tape, model);
        model.flush();
        QCOMPARE(model.ids(), before);
        QCOMPARE(size, QStringLiteral("60,000"));
        QCOMPARE(cellText(model, model.rowCount() - 1, int(Column::Size)), QStringLiteral("120,000"));
    }

    void whatTheCellsSay()
    {
        Tape tape(1'000'000, kEager);
        warmUp(tape);
        AnomalyModel model(tape.engine, tape.contracts);
        tape.add({"O:NVDA261218C00150000", 25'000, Tape::kHuge, 304, {209}, 120'123});
        handOverAnomalies(tape, model);
        model.flush();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cellText(model, 0, int(Column::Time)), QStringLiteral("10:06:05.123"));
        QCOMPARE(cellText(model, 0, int(Column::Contract)), QStringLiteral("NVDA 18 Dec 26 150 C"));
        QVERIFY(cellText(model, 0, int(Column::Kinds)).contains(QStringLiteral("Size")));
        const double score = tape.engine.anomaly(1).score;
        QCOMPARE(cellText(model, 0, int(Column::Score)), QString::number(score, 'f', 2));
        QCOMPARE(cellText(model, 0, int(Column::Premium)), QStringLiteral("$15.00M"));
        QCOMPARE(cellText(model, 0, int(Column::State)), QStringLiteral("New"));
        QCOMPARE(cell(model, 0, 0, models::RightRole).toInt(), int(models::RowRight::Call));
        QCOMPARE(cell(model, 0, 0, models::AnomalyIdRole).toUInt(), 1U);
        QVERIFY(cell(model, 0, 0, Qt::ToolTipRole).toString().contains(QStringLiteral("60,000")));
        QCOMPARE(cell(model, 0, int(Column::Contract), Qt::AccessibleTextRole).toString(),
                 QStringLiteral("NVDA 18 Dec 26 150 call"));
        QCOMPARE(cell(model, 0, int(Column::Kinds), models::ValueRole).toString().left(4), QStringLiteral("size"));
        QVERIFY(!cell(model, 0, 0, Qt::FontRole).isValid());

        model.setSharesPerContract(*tape.engine.anomaly(1).contract, 10);
        QCOMPARE(cellText(model, 0, int(Column::Premium)), QStringLiteral("$1.50M"));
        QCOMPARE(cell(model, 0, int(Column::Premium), models::ValueRole).toDouble(), 1'500'000.0);
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Time (New York)"));
        model.setZone(domain::ZoneTime::utc());
        QCOMPARE(cellText(model, 0, int(Column::Time)), QStringLiteral("15:06:05.123"));
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Time (UTC)"));
        for (int column = 0; column < int(Column::Count); ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }

    void aWithdrawnOneIsStruckAndSaysSo()
    {
        Tape tape(1'000'000, kEager);
        warmUp(tape);
        AnomalyModel model(tape.engine, tape.contracts);
        tape.add({"O:NVDA261218C00150000", 25'000, Tape::kHuge});
        tape.add({"O:NVDA261218C00150000", 25'000, Tape::kHuge, 304, {201}});
        handOverAnomalies(tape, model);
        model.flush();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cell(model, 0, 0, models::CancelledRole).toBool(), true);
        QVERIFY(cell(model, 0, 0, Qt::FontRole).value<QFont>().strikeOut());
        QCOMPARE(cellText(model, 0, int(Column::State)), QStringLiteral("New, withdrawn"));
        QVERIFY(cellText(model, 0, int(Column::Kinds)).startsWith(QStringLiteral("busted: ")));
        QVERIFY(!cell(model, 0, int(Column::Kinds), Qt::FontRole).isValid());
        QCOMPARE(cell(model, 0, 0, models::FlagRole).toUInt(), 0U);
        QCOMPARE(cellText(model, 0, int(Column::Size)), QStringLiteral("60,000")); // what it was about
    }

    void dismissingHidesAndUndoBringsBack()
    {
        Tape tape(1'000'000, kEager);
        warmUp(tape);
        AnomalyModel model(tape.engine, tape.contracts);
        for (int n = 0; n < 5; ++n)
            raise(tape, n);
        handOverAnomalies(tape, model);
        model.flush();
        const Ids all = model.ids();
        QCOMPARE(model.unseen(), int(all.size()));
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setTriage({all[1], all[2]}, Triage::Dismissed);
        QCOMPARE(removed.size(), 1); // neighbours go together
        QVERIFY(!model.indexOf(all[1]).isValid());
        QCOMPARE(model.indexOf(all[3]).row(), 1);
        QCOMPARE(model.unseen(), int(all.size()) - 2);

        model.setShowDismissed(true);
        QCOMPARE(model.ids(), all);
        QCOMPARE(cellText(model, 1, int(Column::State)), QStringLiteral("Dismissed"));
        QCOMPARE(cell(model, 1, 0, models::StateRole).toInt(), int(Triage::Dismissed));
        model.setShowDismissed(false);
        QVERIFY(model.undo());
        QCOMPARE(model.ids(), all);
        QVERIFY(!model.undo());
    }

    void aDismissedOneStaysHiddenWhenItGrows()
    {
        Tape tape(1'000'000, kEager);
        warmUp(tape);
        AnomalyModel model(tape.engine, tape.contracts);
        raise(tape, 1);
        handOverAnomalies(tape, model);
        model.flush();
        model.setTriage(model.ids(), Triage::Dismissed);
        raise(tape, 1);
        handOverAnomalies(tape, model);
        model.flush();
        QCOMPARE(model.rowCount(), 0);
    }

    void lookingAtOneMarksItSeenButKeepsAStar()
    {
        Tape tape(1'000'000, kEager);
        warmUp(tape);
        AnomalyModel model(tape.engine, tape.contracts);
        raise(tape, 1);
        raise(tape, 2);
        handOverAnomalies(tape, model);
        model.flush();
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.markSeen(1);
        model.markSeen(1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(int(model.triage(1)), int(Triage::Seen));
        model.setTriage({2}, Triage::Starred);
        model.markSeen(2);
        QCOMPARE(int(model.triage(2)), int(Triage::Starred));
        QCOMPARE(model.idAt(model.indexOf(2)), 2U);
        QCOMPARE(model.idAt({}), 0U);
    }
};

QTEST_MAIN(TestAnomalyModel)
#include "tst_anomalymodel.moc"
