// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/stats/sizemodel.h"

#include "detect/stats/sizeprior.h"

namespace flowglass::detect {

namespace {

constexpr std::uint32_t kIndexEvery = 256;

} // namespace

SizeModel::SizeModel()
{
    for (std::size_t at = 0; at < kJudgedClasses; ++at) {
        Market& market = m_markets[at];
        market.tailIndex = kPriorTailIndex;
        for (std::size_t bin = 0; bin < sizebins::kBins; ++bin)
            market.prior[bin] = priorTail(PrintClass(at), std::uint32_t(sizebins::middle(bin)));
    }
}

double SizeModel::tail(PrintClass printClass, std::uint32_t size, const UnderlyingSizes& underlying,
                       const ContractSizes& contract) const
{
    const Market& market = m_markets[std::size_t(printClass)];
    const auto ofPrior = [&market](std::uint32_t x) { return market.prior[sizebins::binOf(x)]; };
    const auto ofMarket = [&market, &ofPrior](std::uint32_t x) {
        return market.hist.tail(x, kPriorTailIndex, ofPrior);
    };
    const double p = underlying.ofClass[std::size_t(printClass)].tail(size, market.tailIndex, ofMarket);
    return printClass == PrintClass::SingleLeg ? contract.tail(size, p) : p;
}

void SizeModel::learn(PrintClass printClass, std::uint32_t size, UnderlyingSizes& underlying,
                      ContractSizes& contract)
{
    Market& market = m_markets[std::size_t(printClass)];
    market.hist.add(size);
    if (market.hist.count() % kIndexEvery == 0)
        market.tailIndex = market.hist.tailIndex(kPriorTailIndex);
    underlying.ofClass[std::size_t(printClass)].add(size);
    if (printClass == PrintClass::SingleLeg)
        contract.add(size);
}

void SizeModel::unlearn(PrintClass printClass, std::uint32_t size, UnderlyingSizes& underlying,
                        ContractSizes& contract)
{
    m_markets[std::size_t(printClass)].hist.remove(size);
    underlying.ofClass[std::size_t(printClass)].remove(size);
    if (printClass == PrintClass::SingleLeg)
        contract.remove(size);
}

void SizeModel::fade()
{
    for (Market& market : m_markets)
        market.hist.fade();
}

std::uint32_t SizeModel::marketOrders(PrintClass printClass) const
{
    return m_markets[std::size_t(printClass)].hist.count();
}

} // namespace flowglass::detect
