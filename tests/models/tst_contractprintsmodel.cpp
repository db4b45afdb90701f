// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/contractprintsmodel.h"
#include "models/tapefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace flowglass;
using namespace flowglass::test;
using models::ContractPrintsModel;
using Column = models::ContractPrintsModel::Column;
using Rows = std::vector<qulonglong>;

namespace {

Rows expectedRows(const Tape& tape, domain::ContractId contract)
{
    Rows rows;
    for (std::uint64_t row = tape.store.end(); row > tape.store.begin(); --row) {
        if (tape.store[row - 1].contract == contract)
            rows.push_back(row - 1);
    }
    return rows;
}

} // namespace

class TestContractPrintsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void randomWalk()
    {
        std::mt19937 random(7);
        Tape tape;
        ContractPrintsModel model(tape.store, tape.contracts, tape.engine);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.flush();
        QCOMPARE(model.rowCount(), 0);
        tape.addRandom(100, random);
        for (int step = 0; step < 100; ++step) {
            if (random() % 10 == 0)
                model.setContract(domain::ContractId{std::uint32_t(random() % tape.contracts.size())});
            if (random() % 30 == 0)
                model.setContract(std::nullopt);
            if (random() % 5 == 0)
                model.setHighlight({random() % 100, random() % 100});
            tape.addRandom(int(random() % 5), random);
            tape.handOver(model);
            model.flush();
            QCOMPARE(shownRows(model), model.contract() ? expectedRows(tape, *model.contract()) : Rows());
        }
    }

    void evictedPrintsGo()
    {
        Tape tape(131'072);
        ContractPrintsModel model(tape.store, tape.contracts, tape.engine);
        tape.addUnjudged(100);
        model.setContract(domain::ContractId{1});
        for (int step = 0; step < 12; ++step) {
            tape.addUnjudged(30'000);
            if (step % 2 == 0 && model.rowCount() > 0)
                QVERIFY(cell(model, 0, 0).isValid() || model.storeRow(0) < tape.store.begin());
            QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
            QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
            model.flush();
            QVERIFY(inserted.size() <= 1);
            QVERIFY(removed.size() <= 1);
            QCOMPARE(shownRows(model), expectedRows(tape, {1}));
        }
        QVERIFY(tape.store.begin() > 0);
    }

    void everyPrintOfTheContractEvictedBetweenTwoTicks()
    {
        Tape tape(131'072);
        tape.add({"O:NVDA261218C00150000"});
        ContractPrintsModel model(tape.store, tape.contracts, tape.engine);
        model.setContract(domain::ContractId{0});
        QCOMPARE(model.rowCount(), 1);
        const domain::Trade other = tape.trade({"O:AAPL261120C00200000"});
        for (int i = 0; i < 200'000; ++i)
            tape.store.append(other);
        QVERIFY(!cell(model, 0, 0).isValid());
        model.flush();
        QCOMPARE(model.rowCount(), 0);
    }

    void theAnomalysPrintsAreHighlighted()
    {
        Tape tape;
        for (int i = 0; i < 5; ++i)
            tape.add({});
        ContractPrintsModel model(tape.store, tape.contracts, tape.engine);
        model.setContract(domain::ContractId{0});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setHighlight({1, 3});
        QCOMPARE(changed.size(), 1);
        model.setHighlight({3, 1});
        QCOMPARE(changed.size(), 1);
        for (std::uint64_t row = 0; row < 5; ++row) {
            QCOMPARE(cell(model, model.rowOf(row), 0, models::HighlightRole).toBool(), row == 1 || row == 3);
        }
        QVERIFY(cell(model, model.rowOf(3), 0, Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("part of this anomaly")));
        QVERIFY(!cell(model, model.rowOf(2), 0, Qt::AccessibleTextRole)
                     .toString()
                     .contains(QStringLiteral("part of this anomaly")));
        QCOMPARE(model.rowOf(99), -1);
        QVERIFY(!model.storeRow(5));
    }

    void cellsAndHeaders()
    {
        Tape tape;
        tape.store.append(tape.trade({"O:NVDA261218C00150000", 25'000, 4178, 304, {219}, 123}));
        ContractPrintsModel model(tape.store, tape.contracts, tape.engine);
        model.setContract(domain::ContractId{0});
        const QStringList expected = {QStringLiteral("10:04:05.123"), QStringLiteral("2.50"),
                                      QStringLiteral("4,178"),        QStringLiteral("$1.04M"),
                                      QStringLiteral("Cboe EDGX"),    QStringLiteral("Intermarket sweep"),
                                      QString()};
        for (int column = 0; column < int(Column::Count); ++column) {
            QCOMPARE(cellText(model, 0, column), expected[column]);
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        }
        model.setSharesPerContract({0}, 10);
        QCOMPARE(cellText(model, 0, int(Column::Premium)), QStringLiteral("$104,450"));
        model.setZone(domain::ZoneTime::utc());
        QCOMPARE(cellText(model, 0, int(Column::Time)), QStringLiteral("15:04:05.123"));
    }
};

QTEST_MAIN(TestContractPrintsModel)
#include "tst_contractprintsmodel.moc"
