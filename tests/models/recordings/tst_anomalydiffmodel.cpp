// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/recordings/anomalydiffmodel.h"
#include "models/roles.h"

#include <QAbstractItemModelTester>
#include <QLocale>

using namespace flowglass;
using models::AnomalyDiffModel;
using models::AnomalyDiffRow;
using Column = models::AnomalyDiffModel::Column;
using Fate = models::AnomalyDiffRow::Fate;

namespace {

AnomalyDiffRow row(Fate fate, std::int64_t ms)
{
    AnomalyDiffRow row;
    row.fate = fate;
    row.time = {ms};
    row.contract = QStringLiteral("NVDA 18 Dec 26 150 C");
    row.kinds = QStringLiteral("Size");
    if (fate != Fate::New)
        row.scoreBefore = 5.25;
    if (fate != Fate::Lost)
        row.scoreAfter = 6.0;
    row.explanation = QStringLiteral("850 contracts; half of all orders are of 6 or fewer.");
    return row;
}

QString cell(const AnomalyDiffModel& model, int row, Column column, int role = Qt::DisplayRole)
{
    return model.index(row, int(column)).data(role).toString();
}

} // namespace

class TestAnomalyDiffModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void rowsStandInOrderOfTime()
    {
        AnomalyDiffModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({row(Fate::Kept, 3'000), row(Fate::Lost, 1'000), row(Fate::New, 2'000)});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, 0).data(models::FateRole).toInt(), int(Fate::Lost));
        QCOMPARE(model.index(2, 0).data(models::FateRole).toInt(), int(Fate::Kept));
        model.setZone(domain::ZoneTime::utc());
        QCOMPARE(cell(model, 0, Column::Time), QStringLiteral("1970-01-01 00:00:01.000"));
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void whatTheCellsSay()
    {
        AnomalyDiffModel model;
        model.setRows({row(Fate::Lost, 1'000), row(Fate::New, 2'000), row(Fate::Changed, 3'000)});
        QCOMPARE(cell(model, 0, Column::Fate), QStringLiteral("Lost"));
        QCOMPARE(cell(model, 0, Column::Before), QStringLiteral("5.25"));
        QCOMPARE(cell(model, 0, Column::After), QStringLiteral("–"));
        QCOMPARE(cell(model, 0, Column::After, Qt::AccessibleTextRole), QStringLiteral("none"));
        QVERIFY(!model.index(0, int(Column::After)).data(models::ValueRole).isValid());
        QCOMPARE(cell(model, 1, Column::Before), QStringLiteral("–"));
        QCOMPARE(cell(model, 1, Column::After), QStringLiteral("6.00"));
        QCOMPARE(cell(model, 2, Column::Fate), QStringLiteral("Changed"));
        QCOMPARE(cell(model, 2, Column::Contract), QStringLiteral("NVDA 18 Dec 26 150 C"));
        QVERIFY(cell(model, 2, Column::Kinds, Qt::ToolTipRole).startsWith(QLatin1String("850 contracts")));
        for (int column = 0; column < int(Column::Count); ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }

    void theHeadlineAddsUp()
    {
        AnomalyDiffModel model;
        std::vector<AnomalyDiffRow> rows;
        const auto add = [&rows](Fate fate, int count) {
            for (int i = 0; i < count; ++i)
                rows.push_back(row(fate, i));
        };
        add(Fate::Kept, 30);
        add(Fate::Changed, 2);
        add(Fate::Lost, 380);
        add(Fate::New, 5);
        model.setRows(std::move(rows));
        QCOMPARE(diffHeadline(model.counts()),
                 QStringLiteral("412 → 37 anomalies: 30 kept, 2 changed, 380 lost, 5 new"));
        AnomalyDiffRow merged = row(Fate::Changed, 1);
        merged.isPartOfAfter = true;
        AnomalyDiffRow split = row(Fate::Changed, 2);
        split.isPartOfBefore = true;
        model.setRows({row(Fate::Changed, 0), merged, split, split});
        QCOMPARE(diffHeadline(model.counts()), QStringLiteral("2 → 3 anomalies: 0 kept, 4 changed, 0 lost, 0 new"));
        quint64 sum = 0;
        for (const Fate fate : {Fate::Kept, Fate::Changed, Fate::Lost, Fate::New})
            sum += model.counts().of(fate);
        QCOMPARE(sum, quint64(model.rowCount()));
    }
};

QTEST_GUILESS_MAIN(TestAnomalyDiffModel)
#include "tst_anomalydiffmodel.moc"
