// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/pictureof.h"

#include "models/evidence/storedorders.h"
#include "models/numbertext.h"
#include "tape/tradestore.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <optional>

namespace flowglass::models {

using domain::Anomaly;
using domain::AnomalyKind;
using domain::Evidence;

namespace {

constexpr std::size_t kTrackPoints = 120;
constexpr std::int64_t kRefractoryMs = 500; // orders of one contract closer than this count once, as in the score
constexpr std::chrono::milliseconds kRepeatWindow = std::chrono::minutes(5); // that a shorter series is expected in

QString say(const char* text) { return QCoreApplication::translate("EvidencePicture", text); }

// The first print of the anomaly that is still stored.
std::optional<std::uint64_t> firstRow(const Anomaly& anomaly, const tape::TradeStore& store)
{
    for (const domain::AnomalyPrint& print : anomaly.prints) {
        if (print.row >= store.begin() && print.row < store.end())
            return print.row;
    }
    return std::nullopt;
}

// Without the one that the print itself joins: only the newest still runs.
std::vector<StoredOrder> ordersBefore(std::uint64_t row, domain::ContractId contract, const tape::TradeStore& store)
{
    const domain::Trade& trade = store[row];
    std::vector<StoredOrder> orders = ordersOf(store, contract, row, kPictureRows).orders;
    const auto newest = std::find_if(orders.rbegin(), orders.rend(), [](const StoredOrder& order) {
        return order.order.printClass == detect::PrintClass::SingleLeg;
    });
    if (newest != orders.rend()
        && detect::ordermerger::joins(newest->order, trade, detect::classOf(trade.conditions)))
        orders.erase(std::next(newest).base());
    return orders;
}

EvidencePicture sizesBefore(std::uint64_t row, domain::ContractId contract, std::uint32_t marked,
                            const tape::TradeStore& store, const domain::ContractTable& contracts)
{
    const detect::PrintClass printClass = detect::classOf(store[row].conditions);
    const auto sizesOf = [printClass](const std::vector<StoredOrder>& orders, auto wanted) {
        std::vector<std::uint32_t> sizes;
        for (const StoredOrder& order : orders) {
            if (order.order.printClass == printClass && wanted(order))
                sizes.push_back(order.order.size);
        }
        return sizes;
    };
    const std::vector<std::uint32_t> own
        = sizesOf(ordersBefore(row, contract, store), [](const StoredOrder&) { return true; });
    const auto& symbol = contracts[contract].symbol;
    if (!symbol)
        return sizePicture(own, {}, marked);
    const std::vector<std::uint32_t> others
        = sizesOf(ordersOfRoot(store, contracts, symbol->rootText(), row, kPictureRows).orders,
                  [contract](const StoredOrder& order) { return order.contract != contract; });
    return sizePicture(own, others, marked);
}

// Of each contract at most one order in half a second.
std::vector<std::int64_t> countedTimes(const std::vector<StoredOrder>& orders, std::optional<double> size)
{
    std::vector<std::int64_t> times;
    for (const StoredOrder& order : orders) {
        const bool wanted = order.order.printClass == detect::PrintClass::SingleLeg
                            && (!size || double(order.order.size) == *size);
        if (wanted && (size || times.empty() || order.order.startMs - times.back() >= kRefractoryMs))
            times.push_back(order.order.startMs);
    }
    return times;
}

std::vector<std::int64_t> allTimes(const std::vector<StoredOrder>& orders)
{
    std::vector<std::int64_t> times;
    for (const StoredOrder& order : orders) {
        if (order.order.printClass == detect::PrintClass::SingleLeg)
            times.push_back(order.order.startMs);
    }
    return times;
}

EvidencePicture countsOf(const Anomaly& anomaly, const Evidence& reason, const tape::TradeStore& store,
                         const domain::ContractTable& contracts)
{
    const std::uint64_t end = anomaly.prints.back().row + 1;
    const bool repeat = reason.kind == AnomalyKind::Repeat;
    const StoredOrders stored
        = anomaly.isOfUnderlying() ? ordersOfRoot(store, contracts, anomaly.root, end, kPictureRows)
                                   : ordersOf(store, anomaly.leadingContract(), end, kPictureRows);
    const std::vector<std::int64_t> times
        = anomaly.isOfUnderlying() ? allTimes(stored.orders)
                                   : countedTimes(stored.orders, repeat ? std::optional(reason.size) : std::nullopt);
    CountSpan span;
    const std::chrono::milliseconds window = reason.window.value_or(std::chrono::minutes(1));
    span.window = repeat ? std::max(kRepeatWindow, window) : window;
    span.expected = reason.baseline;
    span.seen = std::uint64_t(std::llround(reason.value));
    span.endMs = reason.time.value;
    span.fromMs = stored.fromMs;
    const NumberText numbers;
    return countPicture(times, span,
                        repeat ? say(QT_TRANSLATE_NOOP("EvidencePicture", "Orders of %1 contracts"))
                                     .arg(numbers.whole(std::uint64_t(std::llround(reason.size))))
                        : anomaly.isOfUnderlying()
                            ? say(QT_TRANSLATE_NOOP("EvidencePicture", "Orders of all %1 options"))
                                  .arg(QString::fromStdString(anomaly.root))
                            : say(QT_TRANSLATE_NOOP("EvidencePicture", "Orders of this contract")));
}

EvidencePicture trackOf(const Anomaly& anomaly, const Evidence& reason, const tape::TradeStore& store)
{
    const auto rows = store.rowsOf(anomaly.leadingContract());
    const auto stop = std::size_t(std::ranges::upper_bound(rows, anomaly.prints.back().row) - rows.begin());
    std::vector<PriceTrack::Point> points;
    for (std::size_t at = stop; at > 0 && stop - at < kPictureRows && points.size() < kTrackPoints; --at) {
        const std::uint64_t row = rows[at - 1];
        const domain::Trade& trade = store[row];
        if (detect::classOf(trade.conditions) != detect::PrintClass::SingleLeg || store.isTakenBack(row))
            continue;
        const bool marked = std::ranges::any_of(anomaly.prints,
                                                [row](const domain::AnomalyPrint& print) { return print.row == row; });
        points.push_back({trade.time().value, trade.price.lossyDollars(), marked});
    }
    std::ranges::reverse(points);
    return priceTrack(points, reason.baseline);
}

} // namespace

EvidencePicture pictureOf(const Anomaly& anomaly, AnomalyKind kind, const tape::TradeStore& store,
                          const domain::ContractTable& contracts)
{
    const auto reason = std::ranges::find(anomaly.evidence, kind, &Evidence::kind);
    const std::optional<std::uint64_t> row = firstRow(anomaly, store);
    if (reason == anomaly.evidence.end() || !row)
        return {};
    switch (kind) {
    case AnomalyKind::Size:
    case AnomalyKind::Sweep:
        return sizesBefore(*row, anomaly.leadingContract(),
                           std::uint32_t(std::llround(std::max(reason->value, 1.0))), store, contracts);
    case AnomalyKind::Activity:
    case AnomalyKind::Repeat:
    case AnomalyKind::Surge:
        return countsOf(anomaly, *reason, store, contracts);
    case AnomalyKind::Price:
        return trackOf(anomaly, *reason, store);
    case AnomalyKind::Count:
        break;
    }
    return {};
}

EvidencePicture sizePictureOf(std::uint64_t row, std::uint32_t size, const tape::TradeStore& store,
                              const domain::ContractTable& contracts)
{
    if (row < store.begin() || row >= store.end())
        return {};
    return sizesBefore(row, store[row].contract, size, store, contracts);
}

} // namespace flowglass::models
