// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/recordings/sessionlistmodel.h"
#include "models/roles.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QLocale>
#include <QSignalSpy>

#include <random>

using namespace flowglass;
using models::SessionListModel;
using models::SessionRow;
using Column = models::SessionListModel::Column;

namespace {

// 2026-11-20 09:30 in New York.
constexpr std::int64_t kOpening = 1'795'185'000'000;

SessionRow session(int n)
{
    SessionRow row;
    row.path = QStringLiteral("/data/%1.fgr").arg(n);
    row.name = QStringLiteral("%1.fgr").arg(n);
    row.first = domain::toNs({kOpening + n * 86'400'000LL});
    row.last = domain::toNs({kOpening + n * 86'400'000LL + 23'400'000});
    row.created = row.first;
    row.source = QStringLiteral("socket.example.com");
    row.feed = QStringLiteral("realtime");
    row.underlyings = {QStringLiteral("NVDA"), QStringLiteral("AAPL")};
    row.trades = 1'234'567;
    row.gaps = 2;
    row.bytes = 36'000'000;
    return row;
}

QStringList names(const SessionListModel& model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.rowAt(model.index(row, 0))->name.left(1);
    return names;
}

QString cell(const SessionListModel& model, int row, Column column, int role = Qt::DisplayRole)
{
    return model.index(row, int(column)).data(role).toString();
}

} // namespace

class TestSessionListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void randomWalk()
    {
        for (unsigned seed = 1; seed <= 4; ++seed) {
            std::mt19937 random(seed);
            SessionListModel model;
            QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
            std::map<QString, quint64> expected; // path and trades
            for (int step = 0; step < 300; ++step) {
                SessionRow row = session(int(random() % 12));
                row.trades = random() % 1'000;
                switch (random() % 4) {
                case 0:
                    model.sort(int(random() % unsigned(Column::Count)), random() % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
                    break;
                case 1:
                    model.removeRow(row.path);
                    expected.erase(row.path);
                    break;
                case 2: {
                    std::vector<SessionRow> rows;
                    expected.clear();
                    for (int n = 0; n < 12; n += 1 + int(random() % 4)) {
                        rows.push_back(session(n));
                        expected[rows.back().path] = *rows.back().trades;
                    }
                    model.setRows(std::move(rows));
                    break;
                }
                default:
                    model.updateRow(row);
                    expected[row.path] = *row.trades;
                }
                QCOMPARE(std::size_t(model.rowCount()), expected.size());
                for (const auto& [path, trades] : expected)
                    QCOMPARE(*model.find(path)->trades, trades);
            }
        }
    }

    void newestFirstUntilSortedOtherwise()
    {
        SessionListModel model;
        model.setRows({session(1), session(3), session(2)});
        QCOMPARE(names(model), QStringList({QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("1")}));
        model.sort(int(Column::Date), Qt::AscendingOrder);
        QCOMPARE(names(model), QStringList({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
    }

    void numbersSortAsNumbersAndWhatIsNotKnownComesLast()
    {
        SessionListModel model;
        SessionRow few = session(1);
        few.anomalies = 9;
        SessionRow many = session(2);
        many.anomalies = 100;
        model.setRows({session(3), few, many});
        model.sort(int(Column::Anomalies), Qt::DescendingOrder);
        QCOMPARE(names(model), QStringList({QStringLiteral("2"), QStringLiteral("1"), QStringLiteral("3")}));
        model.sort(int(Column::Anomalies), Qt::AscendingOrder);
        QCOMPARE(names(model), QStringList({QStringLiteral("3"), QStringLiteral("1"), QStringLiteral("2")}));
        few.anomalies = 101; // while it is analysed
        model.updateRow(few);
        QCOMPARE(names(model), QStringList({QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("1")}));
    }

    void theSelectionStaysWithItsRecording()
    {
        SessionListModel model;
        model.setRows({session(1), session(2), session(3)});
        QItemSelectionModel selection(&model);
        selection.select(model.indexOf(session(2).path), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRows({session(5), session(3), session(2)});
        model.sort(int(Column::Date), Qt::AscendingOrder);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(model.rowAt(selection.selectedRows().first())->path, session(2).path);
        model.removeRow(session(2).path);
        QVERIFY(!selection.hasSelection());
    }

    void readAgainWithoutChangeNothingHappens()
    {
        SessionListModel model;
        model.setRows({session(1), session(2)});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
        model.setRows({session(1), session(2)});
        QCOMPARE(changed.count() + layout.count(), 0);
    }

    void whatTheCellsSay()
    {
        SessionListModel model;
        SessionRow row = session(0);
        row.anomalies = 41;
        row.digest = QByteArray(64, 'a').replace(0, 8, "0123abcd");
        row.note = QStringLiteral("torn: 3 KB lost");
        model.setRows({row});
        QCOMPARE(cell(model, 0, Column::Date), QStringLiteral("2026-11-20 09:30"));
        QCOMPARE(cell(model, 0, Column::Source), QStringLiteral("Real time"));
        QCOMPARE(cell(model, 0, Column::Source, Qt::ToolTipRole), QStringLiteral("socket.example.com"));
        QCOMPARE(cell(model, 0, Column::Watched), QStringLiteral("NVDA, AAPL"));
        QCOMPARE(cell(model, 0, Column::Length), QStringLiteral("06:30:00"));
        QCOMPARE(cell(model, 0, Column::Trades), QStringLiteral("1,234,567"));
        QCOMPARE(cell(model, 0, Column::Gaps), QStringLiteral("2"));
        QCOMPARE(cell(model, 0, Column::Anomalies), QStringLiteral("41"));
        QCOMPARE(cell(model, 0, Column::Digest), QStringLiteral("0123abcd"));
        QCOMPARE(cell(model, 0, Column::Digest, Qt::ToolTipRole).size(), 64);
        QCOMPARE(cell(model, 0, Column::Size), QStringLiteral("36 MB"));
        QCOMPARE(cell(model, 0, Column::Note), QStringLiteral("torn: 3 KB lost"));
        row.busy = true;
        row.percent = 43;
        model.updateRow(row);
        QCOMPARE(cell(model, 0, Column::Note), QStringLiteral("Analysing, 43%"));
        QVERIFY(model.index(0, 0).data(models::BusyRole).toBool());
        model.setZone(domain::ZoneTime::utc());
        QCOMPARE(cell(model, 0, Column::Date), QStringLiteral("2026-11-20 14:30"));
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Date (UTC)"));
        for (int column = 0; column < int(Column::Count); ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }

    void whatIsNotKnownIsADashAndSpokenInWords()
    {
        SessionListModel model;
        SessionRow row;
        row.path = QStringLiteral("/data/broken.fgr");
        row.created = domain::toNs({kOpening});
        row.feed = QStringLiteral("carrier pigeon");
        row.underlyings = {QStringLiteral("*")};
        model.setRows({row});
        for (const Column column : {Column::Length, Column::Trades, Column::Gaps, Column::Anomalies, Column::Digest}) {
            QCOMPARE(cell(model, 0, column), QStringLiteral("–"));
            QCOMPARE(cell(model, 0, column, Qt::AccessibleTextRole), QStringLiteral("not known yet"));
        }
        QCOMPARE(cell(model, 0, Column::Date), QStringLiteral("2026-11-20 09:30"));
        QCOMPARE(cell(model, 0, Column::Source), QStringLiteral("carrier pigeon"));
        QCOMPARE(cell(model, 0, Column::Watched), QStringLiteral("whole market"));
    }

    void theDetailsLeaveOutWhatIsEmpty()
    {
        SessionRow row = session(0);
        const auto value = [&row](const char* label) {
            for (const auto& [name, text] : sessionDetails(row, domain::ZoneTime::newYork())) {
                if (name == QLatin1String(label))
                    return text;
            }
            return QStringLiteral("(none)");
        };
        QCOMPARE(value("File"), QStringLiteral("/data/0.fgr"));
        QCOMPARE(value("Recorded"), QStringLiteral("2026-11-20 09:30:00 – 16:00:00 New York"));
        QCOMPARE(value("Source"), QStringLiteral("Real time · socket.example.com"));
        QCOMPARE(value("Found"), QStringLiteral("trades: 1,234,567, gaps: 2, anomalies: not known yet"));
        QCOMPARE(value("Digest"), QStringLiteral("not analysed yet"));
        QCOMPARE(value("Sensitivity"), QStringLiteral("(none)"));
        QCOMPARE(value("Note"), QStringLiteral("(none)"));
        row.sensitivity = 2.5;
        row.last = domain::toNs({kOpening + 86'400'000});
        QCOMPARE(value("Sensitivity"), QStringLiteral("2.5 flags per 100,000 trades"));
        QCOMPARE(value("Recorded"), QStringLiteral("2026-11-20 09:30:00 – 2026-11-21 09:30:00 New York"));
    }
};

QTEST_GUILESS_MAIN(TestSessionListModel)
#include "tst_sessionlistmodel.moc"
