// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "session/routing/printset.h"

using namespace flowglass;
using session::PrintSet;

namespace {

constexpr std::int64_t kTime = 1'795'186'800'000;

domain::Trade fetched(std::int64_t afterMs = 0)
{
    domain::Trade trade;
    trade.setTime({kTime + afterMs});
    trade.setExchange({302});
    trade.contract = {7};
    trade.price = domain::Price::fromUnits(12'500);
    trade.size = 3;
    trade.conditions.add(209);
    return trade;
}

domain::Trade told(std::uint64_t sequence = 11)
{
    domain::Trade trade = fetched();
    trade.sequence = sequence;
    return trade;
}

} // namespace

// Prints that REST told, against what the feed tells of them afterwards.
class TstPrintSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asManyAreStruckAsWereAdded();
    void whatDiffersIsAnother_data();
    void whatDiffersIsAnother();
    void whatWasNotGivenDoesNotDiffer();
    void theMostAlikeIsStruck();
    void theOldestAreForgotten();
};

void TstPrintSet::asManyAreStruckAsWereAdded()
{
    PrintSet prints;
    QVERIFY(!prints.strike(told()));
    prints.add(fetched());
    prints.add(fetched());
    QVERIFY(prints.strike(told(11)));
    QVERIFY(prints.strike(told(12)));
    QVERIFY(!prints.strike(told(13)));
    QVERIFY(prints.isEmpty());
}

void TstPrintSet::whatDiffersIsAnother_data()
{
    QTest::addColumn<int>("what");
    const char* const names[] = {"contract", "time", "price", "size", "venue", "conditions", "sequence"};
    for (int what = 0; what < 7; ++what)
        QTest::newRow(names[what]) << what;
}

void TstPrintSet::whatDiffersIsAnother()
{
    QFETCH(const int, what);
    domain::Trade other = told();
    switch (what) {
    case 0: other.contract = {8}; break;
    case 1: other.setTime({kTime - 1}); break;
    case 2: other.price = domain::Price::fromUnits(12'501); break;
    case 3: other.size = 4; break;
    case 4: other.setExchange({303}); break;
    case 5: other.conditions.add(219); break;
    default: other.sequence = 12; break;
    }
    PrintSet prints;
    prints.add(what == 6 ? told() : fetched());
    QVERIFY(!prints.strike(other));
    QVERIFY(prints.strike(told()));
}

void TstPrintSet::whatWasNotGivenDoesNotDiffer()
{
    domain::Trade bare = fetched();
    bare.setExchange({});
    bare.conditions = {};
    PrintSet prints;
    prints.add(bare);
    QVERIFY(prints.strike(told()));
    prints.add(told());
    QVERIFY(prints.strike(fetched())); // the feed numbers nothing
}

void TstPrintSet::theMostAlikeIsStruck()
{
    domain::Trade bare = fetched();
    bare.conditions = {};
    PrintSet prints;
    prints.add(bare);
    prints.add(fetched());
    QVERIFY(prints.strike(told()));
    domain::Trade other = told(12);
    other.conditions = {};
    other.conditions.add(219);
    QVERIFY(prints.strike(other)); // the bare one is left
}

void TstPrintSet::theOldestAreForgotten()
{
    PrintSet prints;
    for (std::size_t i = 0; i <= PrintSet::kCapacity; ++i)
        prints.add(fetched(std::int64_t(i)));
    QCOMPARE(prints.size(), PrintSet::kCapacity);
    QVERIFY(!prints.strike(told()));
    prints.add(fetched(25 * 3'600'000));
    QCOMPARE(prints.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TstPrintSet)
#include "tst_printset.moc"
