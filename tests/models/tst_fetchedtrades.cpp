// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/anomalymodel.h"
#include "models/contractprintsmodel.h"
#include "models/parts/triagelog.h"
#include "models/tapefixture.h"
#include "models/tradetapemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace flowglass;
using namespace flowglass::test;
using models::AnomalyModel;
using models::TradeTapeModel;
using models::Triage;
using tape::GapFill;
using Rows = std::vector<qulonglong>;

namespace {

constexpr TradeTapeModel::Config kPatient{std::chrono::hours(1)};
constexpr auto kReport = QAbstractItemModelTester::FailureReportingMode::QtTest;

void addGap(Tape& tape)
{
    tape.store.addGap({kMorning, kMorning + std::chrono::seconds(14), QStringLiteral("connection lost")}, kMorning);
}

// Strike number n, far apart in time.
std::string strike(int n)
{
    return "O:NVDA261218C" + std::to_string(100'000'000 + (n + 100) * 1'000).substr(1);
}

// The rows of `from` judged by `engine`, row by row; those `without` left out.
void judge(Tape& from, detect::Engine& engine, std::uint64_t without)
{
    for (std::uint64_t row = 0; row < from.store.end(); ++row)
        if (row != without)
            engine.judge(from.store[row], row);
}

} // namespace

// Trades that came by REST after a gap, in the tables.
class TestFetchedTrades : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void theyStandBehindAMarker()
    {
        Tape tape;
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kPatient);
        QAbstractItemModelTester tester(&model, kReport);
        model.setNewestFirst(false);
        tape.add({});
        addGap(tape);
        tape.add({});
        model.flush();
        tape.store.appendFetched(tape.trade({}), 0);
        tape.store.appendFetched(tape.trade({}), 0);
        model.flush();
        tape.add({});
        tape.store.appendFetched(tape.trade({}), 0); // the rest, without another marker
        model.flush();
        QCOMPARE(shownRows(model), (Rows{0, kGapRow, 1, kGapRow, 2, 3, 4, 5}));
        QCOMPARE(cellText(model, 3, int(TradeTapeModel::Column::Contract)),
                 QStringLiteral("Fetched for the gap 10:04:05 – 10:04:19"));
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(cell(model, row, 0, models::FetchedRole).toBool(), row == 4 || row == 5 || row == 7);
        model.setNewestFirst(true);
        model.setFilter(domain::TradeFilter::parse(QStringLiteral("size>=1000")).value());
        QCOMPARE(shownRows(model), (Rows{kGapRow, kGapRow}));
    }

    void theyAreToldInWords()
    {
        Tape tape;
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kPatient);
        tape.add({});
        tape.store.appendFetched(tape.trade({}), std::nullopt); // of a gap before the recording
        model.flush();
        const QString plain = cell(model, 2, 0, Qt::AccessibleTextRole).toString();
        const QString spoken = cell(model, 0, 0, Qt::AccessibleTextRole).toString();
        QVERIFY(!plain.contains(QLatin1String("back-filled")));
        QVERIFY(spoken.endsWith(QLatin1String(", back-filled")));
        QVERIFY(cell(model, 0, 1, Qt::ToolTipRole).toString().contains(QLatin1String("the feed missed this trade")));
        QCOMPARE(cellText(model, 1, int(TradeTapeModel::Column::Contract)), QStringLiteral("Fetched for an earlier gap"));
        models::ContractPrintsModel prints(tape.store, tape.contracts, tape.engine);
        QAbstractItemModelTester tester(&prints, kReport);
        prints.setContract(tape.store[0].contract);
        prints.flush();
        QVERIFY(cell(prints, 0, 0, models::FetchedRole).toBool());
        QVERIFY(!cell(prints, 1, 0, models::FetchedRole).toBool());
        QVERIFY(cell(prints, 0, 0, Qt::AccessibleTextRole).toString().endsWith(QLatin1String(", back-filled")));
    }

    void unusualOnesSayWhyTheyAreThere()
    {
        Tape tape;
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kPatient);
        QAbstractItemModelTester tester(&model, kReport);
        tape.add({});
        addGap(tape);
        tape.add({});
        tape.store.appendFetched(tape.trade({}), 0, true);
        tape.store.setFill(0, {GapFill::State::Failed, {}, 0, {}, GapFill::Check::Done, 1});
        model.flush();
        QCOMPARE(shownRows(model), (Rows{2, kGapRow, 1, kGapRow, 0}));
        QVERIFY(cell(model, 0, 0, models::FetchedRole).toBool());
        const QString why = QStringLiteral("lists it among the unusual ones");
        QVERIFY(cell(model, 0, 1, Qt::ToolTipRole).toString().contains(why));
        QVERIFY(cell(model, 1, 1, Qt::ToolTipRole).toString().contains(why));
        QVERIFY(cell(model, 3, 1, Qt::ToolTipRole).toString().endsWith(QLatin1String("The others are missing.")));
        models::ContractPrintsModel prints(tape.store, tape.contracts, tape.engine);
        prints.setContract(tape.store[0].contract);
        prints.flush();
        QVERIFY(cell(prints, 0, 0, Qt::ToolTipRole).toString().contains(why));
        QVERIFY(!cell(prints, 1, 0, Qt::ToolTipRole).toString().contains(why));
    }

    void theGapSaysWhatBecameOfIt_data()
    {
        using State = GapFill::State;
        using Judging = GapFill::Judging;
        using Check = GapFill::Check;
        QTest::addColumn<GapFill>("fill");
        QTest::addColumn<QString>("text");
        const QString reason = QStringLiteral("no answer");
        QTest::newRow("nothing") << GapFill() << QString();
        QTest::newRow("fetching") << GapFill{State::Fetching, {}, 0, {}} << "; what was missed is being fetched";
        QTest::newRow("judging") << GapFill{State::Filled, Judging::Waiting, 1'234, {}}
                                 << "; filled (trades fetched: 1,234); being judged";
        QTest::newRow("filled") << GapFill{State::Filled, Judging::Done, 1'234, {}} << "; filled (trades fetched: 1,234)";
        QTest::newRow("empty") << GapFill{State::Filled, Judging::Done, 0, {}} << "; filled: no trade was missed";
        QTest::newRow("partly") << GapFill{State::Partly, Judging::Done, 1'234, reason}
                                << "; partly filled (trades fetched: 1,234): no answer";
        QTest::newRow("too few") << GapFill{State::Partly, Judging::TooFew, 4, reason}
                                 << "; partly filled (trades fetched: 4): no answer; not judged, because too much is "
                                    "missing still";
        QTest::newRow("failed") << GapFill{State::Failed, Judging::None, 0, reason}
                                << "; could not be filled: no answer";
        QTest::newRow("evicted") << GapFill{State::Filled, Judging::Evicted, 5, {}}
                                 << "; filled (trades fetched: 5); not judged, because older trades have left memory";
        QTest::newRow("stopped") << GapFill{State::Filled, Judging::Stopped, 5, {}}
                                 << "; filled (trades fetched: 5); not judged, because the run ended before";
        QTest::newRow("being checked") << GapFill{State::Failed, Judging::None, 0, reason, Check::Waiting}
                                       << "; could not be filled: no answer; is being checked for unusual trades";
        QTest::newRow("checked") << GapFill{State::Failed, Judging::None, 0, reason, Check::Done, 1'234}
                                 << "; could not be filled: no answer; checked for unusual trades: 1,234 found; other "
                                    "trades of this gap are missing";
        QTest::newRow("partly filled, partly checked")
            << GapFill{State::Partly, Judging::TooFew, 4, reason, Check::Partly, 2}
            << "; partly filled (trades fetched: 4): no answer; not judged, because too much is missing still; checked in "
               "part for unusual trades: 2 found; other trades of this gap are missing";
    }

    void theGapSaysWhatBecameOfIt()
    {
        QFETCH(GapFill, fill);
        QFETCH(QString, text);
        Tape tape;
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kPatient);
        tape.add({});
        addGap(tape);
        tape.add({});
        model.flush();
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        tape.store.setFill(0, fill);
        model.flush();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.front().front().toModelIndex().row(), 1);
        QCOMPARE(cellText(model, 1, int(TradeTapeModel::Column::Contract)),
                 QString(QStringLiteral("Gap: 10:04:05 – 10:04:19, connection lost") + text));
        model.flush();
        QCOMPARE(changed.count(), 1);
    }

    // One finding more in the middle: the others move on, and what the person did with them goes along.
    void theListFollowsTheNewIds()
    {
        Tape tape;
        for (int i = 0; i < 4; ++i)
            tape.add({.ticker = strike(i), .size = Tape::kHuge, .atMs = 100'000 * (i + 1)});
        detect::Engine second(tape.contracts, tape.engine.settings());
        judge(tape, second, std::uint64_t(-1));
        detect::Engine first(tape.contracts, tape.engine.settings());
        judge(tape, first, 1);
        QCOMPARE(first.count(), 3U);
        QCOMPARE(second.count(), 4U);
        AnomalyModel model(first, tape.contracts);
        QAbstractItemModelTester tester(&model, kReport);
        for (quint32 id = 1; id <= 3; ++id)
            model.onUpdated(id);
        model.flush();
        model.setTriage({1}, Triage::Seen);
        model.setTriage({2}, Triage::Starred);
        model.setTriage({3}, Triage::Dismissed);
        second.markLate(2);
        first.swap(second);
        model.onJudgedAgain({1, 3, 4});
        QCOMPARE(model.ids(), (std::vector<quint32>{3, 2, 1}));
        QCOMPARE(model.triage(1), Triage::Seen);
        QCOMPARE(model.triage(2), Triage::New);
        QCOMPARE(model.triage(3), Triage::Starred);
        QCOMPARE(model.triage(4), Triage::Dismissed);
        QCOMPARE(model.unseen(), 1);
        QCOMPARE(model.renumbered(2), 3U);
        QVERIFY(cellText(model, 1, int(AnomalyModel::Column::Kinds)).endsWith(QLatin1String(", late")));
        QVERIFY(!cellText(model, 0, int(AnomalyModel::Column::Kinds)).contains(QLatin1String("late")));
        QVERIFY(model.undo()); // of what is called 4 now
        QCOMPARE(model.ids(), (std::vector<quint32>{4, 3, 2, 1}));
        model.onJudgedAgain({1, 0, 2, 3}); // and one less
        QCOMPARE(model.triage(2), Triage::Starred);
        QCOMPARE(model.renumbered(2), 0U);
    }

    void theFlagsOfTheTapeFollow()
    {
        Tape tape;
        for (int i = 0; i < 4; ++i)
            tape.add({.ticker = strike(i), .size = Tape::kHuge, .atMs = 100'000 * (i + 1)});
        detect::Engine second(tape.contracts, tape.engine.settings());
        judge(tape, second, 1);
        TradeTapeModel all(tape.store, tape.contracts, tape.engine, kPatient);
        TradeTapeModel flagged(tape.store, tape.contracts, tape.engine, kPatient);
        QAbstractItemModelTester tester(&flagged, kReport);
        flagged.setFilter(domain::TradeFilter::parse(QStringLiteral("flagged")).value());
        QCOMPARE(flagged.rowCount(), 4);
        QSignalSpy changed(&all, &QAbstractItemModel::dataChanged);
        all.onAnomalyUpdated(4); // an id that is none in a moment
        flagged.onAnomalyUpdated(4);
        tape.engine.swap(second);
        all.onJudgedAgain();
        flagged.onJudgedAgain();
        all.flush();
        flagged.flush();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(shownRows(flagged), (Rows{3, 2, 0}));
        QCOMPARE(cell(all, 2, 0, models::FlagRole).toUInt(), 0U);
    }
};

QTEST_MAIN(TestFetchedTrades)
#include "tst_fetchedtrades.moc"
