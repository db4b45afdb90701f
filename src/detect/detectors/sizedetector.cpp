// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/detectors/sizedetector.h"

#include "detect/stats/sizeprior.h"

#include <algorithm>
#include <cmath>

namespace flowglass::detect {

Finding SizeDetector::judge(const Observation& seen, ContractState&, UnderlyingState&)
{
    return -std::log10(std::max(seen.sizeTail, 1e-20));
}

domain::Evidence SizeDetector::evidence(const Observation& seen, const ContractState&,
                                        const UnderlyingState&) const
{
    const TailHist& underlying = seen.underlyingSizes.ofClass[std::size_t(seen.printClass)];
    domain::Evidence evidence;
    evidence.kind = kKind;
    evidence.value = seen.order.size;
    evidence.baseline = underlying.median();
    evidence.seen = underlying.count();
    evidence.peers = seen.printClass == PrintClass::SingleLeg  ? domain::SizePeers::Contract
                     : seen.printClass == PrintClass::MultiLeg ? domain::SizePeers::MultiLeg
                                                               : domain::SizePeers::CrossFloor;
    if (seen.printClass == PrintClass::SingleLeg) {
        evidence.contractSeen = seen.contractSizes.count();
        evidence.low = seen.contractSizes.low();
        evidence.high = seen.contractSizes.high();
    }
    evidence.oneIn = 1.0 / std::max(seen.sizeTail, 1e-20);
    return evidence;
}

void SizeDetector::explain(const Observation& now, const ContractState&, const UnderlyingState&,
                           domain::DetectorExplanation& told) const
{
    const TailHist& underlying = now.underlyingSizes.ofClass[std::size_t(now.printClass)];
    told.value = now.order.size;
    if (underlying.count() > 0)
        told.baseline = underlying.median();
    told.contractSeen = now.printClass == PrintClass::SingleLeg ? now.contractSizes.count() : 0;
}

QJsonObject SizeDetector::rules()
{
    return {{QStringLiteral("bins"), int(sizebins::kBins)},
            {QStringLiteral("pseudo_exceedances"), 1},
            {QStringLiteral("market_tail_exceedances"), int(SizeModel::kMarketExceedances)},
            {QStringLiteral("underlying_tail_exceedances"), 12},
            {QStringLiteral("prior_tail_index"), kPriorTailIndex}};
}

} // namespace flowglass::detect
