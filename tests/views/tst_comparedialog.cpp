// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/roles.h"
#include "settings/settings.h"
#include "views/dialogs/comparedialog.h"
#include "views/look/pill.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTableView>

using namespace flowglass;
using namespace flowglass::views;
using models::AnomalyDiffRow;
using Fate = models::AnomalyDiffRow::Fate;
using Column = models::AnomalyDiffModel::Column;

namespace {

CompareDialog::Comparison comparison()
{
    CompareDialog::Comparison comparison;
    comparison.before = QStringLiteral("nvda.fgr, 10 flags per 100,000 trades");
    comparison.after = QStringLiteral("nvda.fgr, 1 flag per 100,000 trades");
    comparison.digestBefore = QByteArray(64, 'a');
    comparison.digestAfter = QByteArray(64, 'b');
    std::int64_t ms = 1'795'185'000'000;
    for (const Fate fate : {Fate::Lost, Fate::Kept, Fate::Lost, Fate::New, Fate::Changed, Fate::Lost}) {
        AnomalyDiffRow row;
        row.fate = fate;
        row.time = {ms += 60'000};
        row.contract = QStringLiteral("NVDA 18 Dec 26 150 C");
        row.kinds = QStringLiteral("Size");
        if (fate != Fate::New)
            row.scoreBefore = 9.0 + double(ms % 7);
        if (fate != Fate::Lost)
            row.scoreAfter = 10.5;
        row.explanation = QStringLiteral("850 contracts");
        comparison.rows.push_back(row);
    }
    return comparison;
}

struct Shown
{
    QTemporaryDir folder;
    settings::SettingsStore store{folder.filePath(QStringLiteral("s.ini"))};
    settings::Settings settings{store};
    CompareDialog dialog{settings.recording};

    explicit Shown(const CompareDialog::Comparison& what = comparison())
    {
        dialog.present(what, domain::ZoneTime::newYork());
        dialog.show();
    }
    template <class T>
    T* part(const char* name) const
    {
        T* found = dialog.findChild<T*>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QTableView* table() const { return part<QTableView>("compareTable"); }
    QString cell(int row, Column column) const { return table()->model()->index(row, int(column)).data().toString(); }
};

} // namespace

class TestCompareDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void theResultIsOneSentence()
    {
        Shown shown;
        QCOMPARE(shown.part<QLabel>("headlineLabel")->text(),
                 QStringLiteral("5 → 3 anomalies: 1 kept, 1 changed, 3 lost, 1 new"));
        QCOMPARE(shown.part<QLabel>("beforeLabel")->text(), comparison().before);
        QCOMPARE(shown.part<QLabel>("afterLabel")->text(), comparison().after);
    }

    void digests_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("tone");
        const QByteArray a(64, 'a');
        const QByteArray b(64, 'b');
        QTest::newRow("equal") << a << a << QStringLiteral("Digests equal: aaaaaaaa") << int(Pill::Tone::Good);
        QTest::newRow("different") << a << b << QStringLiteral("Digests differ: aaaaaaaa, bbbbbbbb") << int(Pill::Tone::Warn);
        QTest::newRow("one is missing") << a << QByteArray() << QStringLiteral("No digest to compare") << int(Pill::Tone::Neutral);
        QTest::newRow("both are missing") << QByteArray() << QByteArray() << QStringLiteral("No digest to compare") << int(Pill::Tone::Neutral);
    }
    void digests()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        CompareDialog::Comparison what = comparison();
        what.digestBefore = before;
        what.digestAfter = after;
        Shown shown(what);
        auto* pill = shown.part<Pill>("digestPill");
        QTEST(pill->text(), "text");
        QTEST(int(pill->tone()), "tone");
        QVERIFY(before.isEmpty() || pill->toolTip().contains(QString::fromLatin1(before)));
    }

    void fatesAreHiddenAndShown()
    {
        Shown shown;
        QAbstractItemModelTester tester(shown.table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(shown.table()->model()->rowCount(), 6);
        auto* lost = shown.part<QCheckBox>("lostCheck");
        QCOMPARE(lost->text(), QStringLiteral("Lost (3)"));
        lost->setFocus();
        QTest::keyClick(lost, Qt::Key_Space);
        QCOMPARE(shown.table()->model()->rowCount(), 3);
        for (int row = 0; row < 3; ++row)
            QVERIFY(shown.cell(row, Column::Fate) != QStringLiteral("Lost"));
        for (const char* name : {"newCheck", "changedCheck", "keptCheck"})
            shown.part<QCheckBox>(name)->click();
        QCOMPARE(shown.table()->model()->rowCount(), 0);
        lost->click();
        QCOMPARE(shown.table()->model()->rowCount(), 3);
        shown.dialog.present(comparison(), domain::ZoneTime::utc()); // again: what is hidden stays so
        QCOMPARE(shown.table()->model()->rowCount(), 3);
    }

    void scoresSortAsNumbers()
    {
        Shown shown;
        QAbstractItemModelTester tester(shown.table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        shown.table()->sortByColumn(int(Column::Before), Qt::DescendingOrder);
        double last = 1e9;
        int known = 0;
        for (int row = 0; row < shown.table()->model()->rowCount(); ++row) {
            const QVariant score = shown.table()->model()->index(row, int(Column::Before)).data(models::ValueRole);
            if (!score.isValid())
                continue;
            ++known;
            QVERIFY(score.toDouble() <= last);
            last = score.toDouble();
        }
        QCOMPARE(known, 5);
    }

    void rowsAreCopied()
    {
        Shown shown;
        QTest::mouseClick(shown.part<QPushButton>("copyButton"), Qt::LeftButton);
        QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 7); // the sentence, and every row shown
        QVERIFY(lines.first().startsWith(QStringLiteral("5 → 3")));
        QCOMPARE(lines.at(1).split(QLatin1Char('\t')).size(), int(Column::Count));
        shown.table()->selectRow(3);
        shown.table()->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&shown.dialog));
        QTest::keyClick(shown.table(), Qt::Key_C, Qt::ControlModifier);
        lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.at(1).startsWith(QStringLiteral("New\t2026-11-20 09:34:00.000\t")));
    }
};

QTEST_MAIN(TestCompareDialog)
#include "tst_comparedialog.moc"
