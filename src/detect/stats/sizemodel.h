// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/printclass.h"
#include "detect/stats/contractsizes.h"
#include "detect/stats/tailhist.h"

#include <array>
#include <cstdint>

namespace flowglass::detect {

struct UnderlyingSizes
{
    std::array<TailHist, kJudgedClasses> ofClass;
    void fade()
    {
        for (TailHist& hist : ofClass)
            hist.fade();
    }
    template <class Pipe>
    void archive(Pipe& pipe)
    {
        for (TailHist& hist : ofClass)
            hist.archive(pipe);
    }
};

// How likely an order of at least some size is: contract within underlying within market within the
// shipped prior, each class of prints on its own. Contracts keep single-leg orders only; the sizes of
// multi-leg and crossed prints never touch theirs. Owns the market's level; the lower levels live with
// their underlying and contract.
class SizeModel
{
public:
    static constexpr std::uint32_t kMarketExceedances = 60;

    SizeModel();

    double tail(PrintClass printClass, std::uint32_t size, const UnderlyingSizes& underlying,
                const ContractSizes& contract) const;
    void learn(PrintClass printClass, std::uint32_t size, UnderlyingSizes& underlying,
               ContractSizes& contract);
    void unlearn(PrintClass printClass, std::uint32_t size, UnderlyingSizes& underlying,
                 ContractSizes& contract);
    std::uint32_t marketOrders(PrintClass printClass) const;

    void fade(); // of the market; the lower levels fade by themselves
    template <class Pipe>
    void archive(Pipe& pipe)
    {
        for (Market& market : m_markets) {
            market.hist.archive(pipe);
            pipe(market.tailIndex);
        }
    }

private:
    struct Market
    {
        TailHist hist{kMarketExceedances};
        double tailIndex = 0.0; // kept, and made anew every 256 orders
        std::array<double, sizebins::kBins> prior{};
    };
    std::array<Market, kJudgedClasses> m_markets;
};

} // namespace flowglass::detect
