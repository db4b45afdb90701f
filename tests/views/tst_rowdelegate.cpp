// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/tapefixture.h"
#include "models/tradetapemodel.h"
#include "views/look/rowtable.h"
#include "views/look/theme.h"
#include "views/tape/tapedelegate.h"

#include <QApplication>
#include <QHeaderView>

using namespace flowglass;
using namespace flowglass::test;
using namespace flowglass::views;
using Column = models::TradeTapeModel::Column;

namespace {

bool holds(const QImage& image, const QRect& where, QRgb colour)
{
    for (int y = where.top(); y <= where.bottom(); ++y) {
        for (int x = where.left(); x <= where.right(); ++x) {
            if (image.pixel(x, y) == colour)
                return true;
        }
    }
    return false;
}

} // namespace

// What a row looks like: read back from the pixels of a real view.
class TestRowDelegate : public QObject
{
    Q_OBJECT

private:
    struct Shown
    {
        Tape tape;
        models::TradeTapeModel model{tape.store, tape.contracts, tape.engine};
        RowTable table;
        explicit Shown(const Theme& theme = kLight)
        {
            table.setPalette(paletteOf(theme));
            table.setRowDelegate(new TapeDelegate(
                &table, {.contract = int(Column::Contract), .flag = int(Column::Flag), .size = int(Column::Size)}));
            table.setModel(&model);
            table.resize(1000, 300);
        }
        QImage picture()
        {
            model.flush();
            return table.viewport()->grab().toImage();
        }
        QRect cell(int row, Column column) const
        {
            return table.visualRect(model.index(row, int(column)));
        }
    };

private Q_SLOTS:
    void aFetchedRowHasATintAndASign()
    {
        Shown shown;
        shown.tape.add({.size = 3});
        shown.tape.store.appendFetched(shown.tape.trade({.size = 3}), std::nullopt);
        const QImage image = shown.picture();
        const QRect fetched = shown.cell(0, Column::Time);
        const QRect plain = shown.cell(2, Column::Time); // behind the marker
        QVERIFY(holds(image, fetched, kLight.fetchedTint));
        QVERIFY(!holds(image, plain, kLight.fetchedTint));
        QVERIFY(shown.model.rowCount() == 3);
    }

    void aFlaggedRowHasTintBarAndWords()
    {
        Shown shown;
        shown.tape.add({.size = 3});
        shown.tape.add({.size = Tape::kHuge, .atMs = 2000});
        shown.tape.handOver(shown.model);
        const QImage image = shown.picture();
        const QRect flagged = shown.cell(0, Column::Flag);
        const QRect plain = shown.cell(1, Column::Flag);
        QVERIFY(!cellText(shown.model, 0, int(Column::Flag)).isEmpty());
        QVERIFY(holds(image, flagged, kLight.flagTint));
        QVERIFY(!holds(image, plain, kLight.flagTint));
        QCOMPARE(image.pixel(1, flagged.center().y()), kLight.flagBar);
        QVERIFY(image.pixel(1, plain.center().y()) != kLight.flagBar);
    }

    void aSizeThatIsLargeForItsContractHasABar()
    {
        for (const Theme* theme : {&kLight, &kDark, &kHighContrast}) {
            Shown shown(*theme);
            for (int i = 0; i < 40; ++i)
                shown.tape.add({.size = 1 + std::uint32_t(i % 10)});
            shown.tape.add({.size = 10});  // larger than nine in ten
            shown.tape.add({.size = 11});  // than all
            shown.tape.add({.size = 2});
            const QImage image = shown.picture();
            const QRgb heat = mixed(theme->base, theme->accent, 0.6).rgb();
            const auto length = [&](int row) {
                const QRect cell = shown.cell(row, Column::Size);
                int pixels = 0;
                for (int x = cell.left(); x <= cell.right(); ++x)
                    pixels += image.pixel(x, cell.bottom() - 1) == heat ? 1 : 0;
                return pixels;
            };
            QCOMPARE(length(0), 0);
            QVERIFY(length(2) > 5);
            QVERIFY(length(1) > length(2));
            static_cast<TapeDelegate*>(shown.table.itemDelegate())->setHeat(false);
            QVERIFY(!holds(shown.picture(), shown.cell(1, Column::Size), heat));
        }
    }

    void callsAndPutsPointUpAndDown()
    {
        Shown shown;
        shown.tape.add({.ticker = "O:NVDA261218P00140000"});
        shown.tape.add({.ticker = "O:NVDA261218C00150000"});
        const QImage image = shown.picture();
        // The arrow's wide side is below for a call and above for a put.
        const auto rowsOf = [&](const QRect& cell, QRgb colour) {
            std::pair<int, int> counts{0, 0};
            const QRect sign(cell.left() + 7, cell.top(), 16, cell.height());
            for (int y = sign.top(); y <= sign.bottom(); ++y) {
                for (int x = sign.left(); x <= sign.right(); ++x) {
                    if (image.pixel(x, y) == colour)
                        ++(y < sign.center().y() ? counts.first : counts.second);
                }
            }
            return counts;
        };
        const auto call = rowsOf(shown.cell(0, Column::Contract), kLight.call);
        const auto put = rowsOf(shown.cell(1, Column::Contract), kLight.put);
        QVERIFY(call.second > call.first);
        QVERIFY(put.first > put.second);
    }

    void aGapSpansTheWholeRow()
    {
        Shown shown;
        shown.tape.add({});
        shown.tape.store.addGap({kMorning, kMorning + std::chrono::seconds(5), QStringLiteral("link lost")}, kMorning);
        shown.tape.add({.atMs = 6000});
        const QImage image = shown.picture();
        QCOMPARE(shown.model.rowCount(), 3);
        const QRgb hatch = mixed(kLight.base, kLight.warn, 0.28).rgb();
        for (const Column column : {Column::Exchange, Column::Flag})
            QVERIFY(holds(image, shown.cell(1, column), hatch));
        QVERIFY(!holds(image, shown.cell(0, Column::Flag), hatch));
        // The text begins at the left edge, whatever column its model keeps it in.
        QVERIFY(holds(image, shown.cell(1, Column::Time), kLight.warn));
    }

    void movedColumnsKeepTheBarAtTheEdge()
    {
        Shown shown;
        shown.tape.add({.size = Tape::kHuge});
        shown.tape.handOver(shown.model);
        shown.table.horizontalHeader()->moveSection(int(Column::Flag), 0);
        const QImage image = shown.picture();
        QCOMPARE(image.pixel(1, shown.cell(0, Column::Flag).center().y()), kLight.flagBar);
    }

    void aRowKeepsItsShadeWhenNewOnesCome()
    {
        Shown shown;
        shown.tape.add({});
        const QImage before = shown.picture();
        const auto shadeOf = [&shown](const QImage& image, int row) {
            return image.pixel(shown.cell(row, Column::Time).topRight() + QPoint(-2, 1));
        };
        const QRgb shade = shadeOf(before, 0);
        for (int i = 0; i < 3; ++i)
            shown.tape.add({});
        const QImage after = shown.picture();
        QCOMPARE(shadeOf(after, 3), shade);
        QVERIFY(shadeOf(after, 2) != shade);
    }

    void rowsAreOfOneFixedHeight()
    {
        Shown shown;
        shown.tape.addUnjudged(50);
        shown.picture();
        const QHeaderView* rows = shown.table.verticalHeader();
        QCOMPARE(rows->sectionResizeMode(0), QHeaderView::Fixed);
        QCOMPARE(rows->sectionSize(7), rows->defaultSectionSize());
        QVERIFY(rows->defaultSectionSize() >= shown.table.fontMetrics().height() + 2);
    }

    void darkRowsAreDark()
    {
        Shown shown(kDark);
        shown.tape.add({});
        const QImage image = shown.picture();
        const QRgb ground = image.pixel(999 - 20, shown.cell(0, Column::Time).top() + 1);
        QVERIFY(ground == kDark.base || ground == kDark.alternate);
    }

    void lettersAreNoSearch() // they are commands: the current row must not jump to a match
    {
        Shown shown;
        shown.tape.addUnjudged(20);
        shown.picture();
        shown.table.setCurrentIndex(shown.model.index(4, 1));
        QTest::keyClick(&shown.table, Qt::Key_N);
        QCOMPARE(shown.table.currentIndex().row(), 4);
    }

    void paintingOneFrame_data()
    {
        QTest::addColumn<bool>("live");
        QTest::newRow("of the live tape, three new rows each") << true;
        QTest::newRow("of the same rows again") << false;
    }
    void paintingOneFrame() // for its figure; goal in a release build: 1.5 ms at 1440x900
    {
        QFETCH(bool, live);
        Shown shown;
        shown.table.resize(840, 820);
        shown.tape.addUnjudged(2000);
        shown.picture();
        QPixmap pixmap(shown.table.viewport()->size());
        QBENCHMARK {
            if (live)
                shown.tape.addUnjudged(3);
            shown.model.flush();
            shown.table.viewport()->render(&pixmap);
        }
    }

    void aNumberIsShownWholeOrNotAtAll() // "1,2…" would read as another number
    {
        Shown shown;
        shown.tape.add({.size = 1234});
        shown.tape.add({.size = 1299});
        shown.table.setColumnWidth(int(Column::Size), 34);
        const QImage image = shown.picture();
        const auto cellImage = [&](int row) { return image.copy(shown.cell(row, Column::Size).adjusted(1, 1, -1, -1)); };
        QVERIFY(shown.table.fontMetrics().horizontalAdvance(QStringLiteral("1,234")) > 24);
        QImage first = cellImage(0);
        QImage second = cellImage(1);
        // Nothing but the dots, at the foot of the cell: the same for both numbers, whatever the row's shade.
        const auto inkRows = [](const QImage& cell) {
            QList<int> rows;
            for (int y = 0; y < cell.height(); ++y) {
                for (int x = 0; x < cell.width(); ++x) {
                    if (qGray(cell.pixel(x, y)) < 128 && !rows.contains(y))
                        rows << y;
                }
            }
            return rows;
        };
        QCOMPARE(inkRows(first), inkRows(second));
        QVERIFY(inkRows(first).size() <= 4);
    }

    void emptyTablesSayWhy()
    {
        Shown shown;
        const QImage blank = shown.picture();
        shown.table.setEmptyText(QStringLiteral("Waiting"));
        QVERIFY(shown.picture() != blank);
    }
};

QTEST_MAIN(TestRowDelegate)
#include "tst_rowdelegate.moc"
