// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/tapefixture.h"
#include "models/tradetapemodel.h"

#include <QFont>
#include <QSignalSpy>

using namespace flowglass;
using namespace flowglass::test;
using models::TradeTapeModel;
using Column = models::TradeTapeModel::Column;

// What the cells and headers of the tape say.
class TestTapeTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void cellsOfAPrint_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("toolTip");
        const auto row = [](Column column, const char* text, const char* toolTip) {
            QTest::addRow("%s", QMetaEnum::fromType<Column>().valueToKey(int(column)))
                << column << QString::fromUtf8(text) << QString::fromUtf8(toolTip);
        };
        row(Column::Time, "10:04:05.123", "2026-11-20T10:04:05.123-05:00");
        row(Column::Contract, "NVDA 18 Dec 26 150 C", "O:NVDA261218C00150000");
        row(Column::Dte, "28", "");
        row(Column::Price, "2.50", "");
        row(Column::Size, "4,178", "");
        row(Column::Premium, "$1.04M", "$1,044,500.00 = 2.50 × 4,178 contracts × 100 shares");
        row(Column::Exchange, "Cboe EDGX", "EDGO (304)");
        row(Column::Conditions, "Intermarket sweep, Multi-leg", "ISOI;MLET");
        row(Column::Flag, "", "");
    }
    void cellsOfAPrint()
    {
        QFETCH(Column, column);
        Tape tape;
        tape.store.append(tape.trade({"O:NVDA261218C00150000", 25'000, 4178, 304, {219, 232}, 123}));
        TradeTapeModel model(tape.store, tape.contracts, tape.engine);
        QTEST(cellText(model, 0, int(column)), "text");
        QTEST(cell(model, 0, int(column), Qt::ToolTipRole).toString(), "toolTip");
    }

    void oddPrints_data()
    {
        QTest::addColumn<std::string>("ticker");
        QTest::addColumn<int>("exchange");
        QTest::addColumn<int>("condition");
        QTest::addColumn<Column>("column");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* ticker, int exchange, int condition, Column column,
                            const char* text) {
            QTest::newRow(name) << std::string(ticker) << exchange << condition << column << QString::fromUtf8(text);
        };
        const char* nvda = "O:NVDA261218C00150000";
        row("a symbol that cannot be read is shown as received", "O:AAPL211022C000150000", 304, 209, Column::Contract,
            "O:AAPL211022C000150000");
        row("and has no days to expiry", "O:AAPL211022C000150000", 304, 209, Column::Dte, "");
        row("an adjusted contract says so", "O:NVDA1261218C00150000", 304, 209, Column::Contract,
            "NVDA1 18 Dec 26 150 C (adj.)");
        row("an unknown exchange shows its number", nvda, 330, 209, Column::Exchange, "#330");
        row("no exchange is empty", nvda, 0, 209, Column::Exchange, "");
        row("an unknown condition shows its number", nvda, 304, 211, Column::Conditions, "#211");
        row("no condition is empty", nvda, 304, 0, Column::Conditions, "");
        row("expiry today", "O:NVDA261120C00150000", 304, 209, Column::Dte, "0");
        row("expired", "O:NVDA261119C00150000", 304, 209, Column::Dte, "-1");
    }
    void oddPrints()
    {
        QFETCH(std::string, ticker);
        QFETCH(int, exchange);
        QFETCH(int, condition);
        QFETCH(Column, column);
        Tape tape;
        Print print{ticker, 25'000, 1, std::uint16_t(exchange), {}};
        if (condition != 0)
            print.conditions = {condition};
        else
            print.conditions.clear();
        tape.store.append(tape.trade(print));
        TradeTapeModel model(tape.store, tape.contracts, tape.engine);
        QTEST(cellText(model, 0, int(column)), "text");
    }

    void rolesOfAPrint()
    {
        Tape tape;
        tape.add({"O:NVDA1261218P00150000", 25'000, 40});
        TradeTapeModel model(tape.store, tape.contracts, tape.engine);
        QCOMPARE(cell(model, 0, 0, models::RightRole).toInt(), int(models::RowRight::Put));
        QCOMPARE(cell(model, 0, 0, models::AdjustedRole).toBool(), true);
        QCOMPARE(cell(model, 0, 0, models::CancelledRole).toBool(), false);
        QCOMPARE(cell(model, 0, 0, models::HighlightRole).toBool(), false);
        QCOMPARE(cell(model, 0, 0, models::RowKindRole).toInt(), int(models::RowKind::Trade));
        QCOMPARE(cell(model, 0, int(Column::Time), models::ValueRole).toLongLong(), kMorning.value + 5);
        QCOMPARE(cell(model, 0, int(Column::Price), models::ValueRole).toDouble(), 2.5);
        QCOMPARE(cell(model, 0, int(Column::Premium), models::ValueRole).toDouble(), 10'000.0);
        QCOMPARE(cell(model, 0, int(Column::Contract), Qt::AccessibleTextRole).toString(),
                 QStringLiteral("NVDA1 18 Dec 26 150 put, adjusted"));
        QVERIFY(!cell(model, 0, 0, Qt::DecorationRole).isValid());
    }

    void numbersStandRight()
    {
        Tape tape;
        tape.add({});
        TradeTapeModel model(tape.store, tape.contracts, tape.engine);
        for (int column = 0; column < int(Column::Count); ++column) {
            const bool number = column == int(Column::Dte) || column == int(Column::Price)
                                || column == int(Column::Size) || column == int(Column::Premium);
            const int expected = int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
            QCOMPARE(cell(model, 0, column, Qt::TextAlignmentRole).toInt(), expected);
            QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt(), expected);
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        }
        QVERIFY(!model.headerData(int(Column::Count), Qt::Horizontal, Qt::DisplayRole).isValid());
    }

    void theHeaderNamesTheZone()
    {
        Tape tape;
        tape.add({});
        TradeTapeModel model(tape.store, tape.contracts, tape.engine);
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Time (New York)"));
        QSignalSpy header(&model, &QAbstractItemModel::headerDataChanged);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setZone(domain::ZoneTime::utc());
        QCOMPARE(header.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Time (UTC)"));
        QCOMPARE(cellText(model, 0, 0), QStringLiteral("15:04:05.005"));
    }

    void premiumsFollowTheSharesPerContract()
    {
        Tape tape;
        tape.add({"O:NVDA1261218P00150000", 25'000, 40});
        TradeTapeModel model(tape.store, tape.contracts, tape.engine);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setSharesPerContract({0}, 10);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(cellText(model, 0, int(Column::Premium)), QStringLiteral("$1,000"));
        model.setSharesPerContract({0}, 10);
        model.setSharesPerContract({0}, 0); // terms that cannot be true
        QCOMPARE(changed.size(), 1);
    }

    void aFlagIsSaidInWordsEverywhere()
    {
        Tape tape;
        std::mt19937 random(1);
        for (int i = 0; i < 400; ++i)
            tape.add({"O:NVDA261218C00150000", 25'000, 1 + std::uint32_t(random() % 10)});
        const std::uint64_t row = tape.add({"O:NVDA261218C00150000", 25'000, Tape::kHuge});
        QVERIFY(!tape.updated.empty());
        TradeTapeModel model(tape.store, tape.contracts, tape.engine);
        const int at = model.rowOf(row);
        QCOMPARE(cell(model, at, 0, models::FlagRole).toUInt(), *tape.engine.anomalyOfRow(row));
        QVERIFY(cell(model, at, 0, models::KindsRole).toUInt() != 0);
        QVERIFY(cellText(model, at, int(Column::Flag)).contains(QStringLiteral("Size")));
        QVERIFY(cell(model, at, int(Column::Flag), Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(QStringLiteral("Flagged: ")));
        QVERIFY(cell(model, at, int(Column::Flag), Qt::ToolTipRole).toString().contains(QStringLiteral("60,000")));
        QCOMPARE(cell(model, at + 1, int(Column::Flag), Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Not flagged"));
        QCOMPARE(cell(model, at + 1, 0, models::FlagRole).toUInt(), 0U);
    }

    void aCancelStrikesThePrintAndTakesItsFlag()
    {
        Tape tape;
        std::mt19937 random(1);
        for (int i = 0; i < 400; ++i)
            tape.add({"O:NVDA261218C00150000", 25'000, 1 + std::uint32_t(random() % 10)});
        const std::uint64_t row = tape.add({"O:NVDA261218C00150000", 25'000, Tape::kHuge});
        TradeTapeModel model(tape.store, tape.contracts, tape.engine);
        tape.handOver(model);
        model.flush();
        const quint32 id = cell(model, model.rowOf(row), 0, models::FlagRole).toUInt();
        QVERIFY(id != 0);

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        tape.add({"O:NVDA261218C00150000", 25'000, Tape::kHuge, 304, {201}});
        QVERIFY(tape.engine.isCancelledRow(row));
        tape.handOver(model);
        model.flush();
        QCOMPARE(changed.size(), 1);
        const int at = model.rowOf(row);
        QCOMPARE(cell(model, at, 0, models::CancelledRole).toBool(), true);
        QVERIFY(cell(model, at, 0, Qt::FontRole).value<QFont>().strikeOut());
        QCOMPARE(cell(model, at, 0, models::FlagRole).toUInt(), 0U);
        QCOMPARE(cellText(model, at, int(Column::Flag)), QStringLiteral("Cancelled"));
        QCOMPARE(cell(model, at, int(Column::Flag), Qt::AccessibleTextRole).toString(), QStringLiteral("Cancelled"));
    }
};

QTEST_MAIN(TestTapeTexts)
#include "tst_tapetexts.moc"
