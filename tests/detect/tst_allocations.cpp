// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/enginefixture.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::uint64_t> g_allocations{0};

void* counted(std::size_t size)
{
    ++g_allocations;
    if (void* memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}

} // namespace

void* operator new(std::size_t size)
{
    return counted(size);
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

using namespace flowglass;
using tests::SyntheticTape;
using tests::TapeText;

class TestAllocations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgingATradeAllocatesNothing();
};

// Memory is taken when a contract trades first, when an anomaly is raised, and in blocks; not by each trade.
void TestAllocations::judgingATradeAllocatesNothing()
{
    domain::ContractTable table;
    SyntheticTape::Config config;
    config.seed = 6;
    config.startMs = TapeText::kMidnightMs + 34'200'000;
    config.underlyings = 3;
    SyntheticTape tape(config, table);
    std::vector<domain::Trade> trades;
    while (trades.size() < 120'000)
        trades.push_back(tape.next());
    detect::Engine engine(table, tests::EngineFixture::anyMoney(0.01));
    std::size_t row = 0;
    for (; row < 100'000; ++row)
        engine.judge(trades[row], row);
    const std::uint64_t before = g_allocations;
    for (; row < trades.size(); ++row)
        engine.judge(trades[row], row);
    const std::uint64_t after = g_allocations;
    QVERIFY2(after - before < 200, qPrintable(QString::number(after - before)));
    QVERIFY(before > 0);
}

QTEST_GUILESS_MAIN(TestAllocations)
#include "tst_allocations.moc"
