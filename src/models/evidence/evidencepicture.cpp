// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/evidencepicture.h"

#include "domain/evidence/speaker.h"
#include "models/numbertext.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <cmath>

namespace flowglass::models {

namespace {

constexpr std::size_t kSlots = 30;
constexpr std::int64_t kWindowsShown = 5;
constexpr std::chrono::milliseconds kLongest = std::chrono::minutes(15);
constexpr double kTick = 0.01; // dollars: less than this is no move

QString say(const char* text) { return QCoreApplication::translate("EvidencePicture", text); }

std::size_t binOf(std::uint32_t size) { return std::size_t(std::bit_width(std::max(size, 1U)) - 1); }

std::uint64_t atLeast(std::span<const std::uint32_t> sizes, std::uint32_t size)
{
    return std::uint64_t(std::ranges::count_if(sizes, [size](std::uint32_t n) { return n >= size; }));
}

QString sizesText(std::span<const std::uint32_t> own, std::span<const std::uint32_t> underlying, std::uint32_t marked)
{
    const NumberText numbers;
    const QString contract = own.empty()
                                 ? say(QT_TRANSLATE_NOOP("EvidencePicture", "No earlier order of this contract."))
                                 : say(QT_TRANSLATE_NOOP("EvidencePicture", "Of %1 earlier orders of this contract, "
                                                                            "%2 were as large."))
                                       .arg(numbers.whole(own.size()), numbers.whole(atLeast(own, marked)));
    return say(QT_TRANSLATE_NOOP("EvidencePicture", "This order: %1 contracts. %2 Of %3 orders of its underlying's "
                                                    "other contracts, %4 were as large."))
        .arg(numbers.whole(marked), contract, numbers.whole(underlying.size()),
             numbers.whole(atLeast(underlying, marked)));
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0.0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

// The flagged ones left out: they are what is to be compared.
double usualStep(std::span<const PriceTrack::Point> points)
{
    std::vector<double> steps;
    const PriceTrack::Point* before = nullptr;
    for (const PriceTrack::Point& point : points) {
        if (point.marked)
            continue;
        if (before)
            steps.push_back(std::abs(point.dollars - before->dollars));
        before = &point;
    }
    return std::max(median(std::move(steps)), kTick);
}

} // namespace

EvidencePicture sizePicture(std::span<const std::uint32_t> own, std::span<const std::uint32_t> underlying,
                            std::uint32_t marked)
{
    if (own.empty() && underlying.empty())
        return {};
    SizePicture picture;
    picture.size = marked;
    picture.marked = binOf(marked);
    std::size_t bins = picture.marked + 1;
    for (const auto& sizes : {own, underlying}) {
        if (!sizes.empty())
            bins = std::max(bins, binOf(*std::ranges::max_element(sizes)) + 1);
    }
    picture.bins.resize(bins);
    for (const std::uint32_t size : own)
        ++picture.bins[binOf(size)].own;
    for (const std::uint32_t size : underlying)
        ++picture.bins[binOf(size)].ofUnderlying;
    const NumberText numbers;
    EvidencePicture drawn;
    drawn.caption = say(QT_TRANSLATE_NOOP("EvidencePicture", "Earlier orders by size: %1 here (narrow), %2 elsewhere "
                                                             "(wide)"))
                        .arg(numbers.whole(own.size()), numbers.whole(underlying.size()));
    drawn.description = sizesText(own, underlying, marked);
    drawn.shape = std::move(picture);
    return drawn;
}

EvidencePicture countPicture(std::span<const std::int64_t> timesMs, const CountSpan& span, const QString& what)
{
    const std::int64_t whole = std::min(span.window.count() * kWindowsShown, kLongest.count());
    if (whole <= 0 || timesMs.empty())
        return {};
    CountPicture picture;
    picture.slotWidth = std::chrono::milliseconds(std::max<std::int64_t>(whole / std::int64_t(kSlots), 1));
    const std::int64_t width = picture.slotWidth.count();
    const std::int64_t known = (span.endMs - span.fromMs) / width + 1;
    const auto slots = std::size_t(std::clamp<std::int64_t>(known, 1, std::int64_t(kSlots)));
    const auto burst = std::size_t(std::max<std::int64_t>(span.window.count() / width, 1));
    picture.slots.resize(slots);
    for (std::size_t at = slots - std::min(burst, slots); at < slots; ++at)
        picture.slots[at].marked = true;
    for (const std::int64_t time : timesMs) {
        const std::int64_t back = (span.endMs - time) / width;
        if (time > span.endMs || back >= std::int64_t(slots))
            continue;
        ++picture.slots[slots - 1 - std::size_t(back)].count;
    }
    picture.expected = span.expected * double(width) / double(span.window.count());
    const NumberText numbers;
    EvidencePicture drawn;
    drawn.caption = say(QT_TRANSLATE_NOOP("EvidencePicture", "%1 in each %2; the line is what is usual"))
                        .arg(what, numbers.duration(picture.slotWidth));
    drawn.description = say(QT_TRANSLATE_NOOP("EvidencePicture", "%1: %2 in the last %3, expected %4. Shown: %5."))
                            .arg(what, numbers.whole(span.seen), numbers.duration(span.window),
                                 domain::Speaker(domain::Wording::Translated).expected(span.expected),
                                 numbers.duration(picture.slotWidth * std::int64_t(slots)));
    drawn.shape = std::move(picture);
    return drawn;
}

EvidencePicture priceTrack(std::span<const PriceTrack::Point> points, double expected)
{
    const auto marked = std::ranges::find_if(points, &PriceTrack::Point::marked);
    if (marked == points.end() || points.size() < 2)
        return {};
    PriceTrack track;
    track.points.assign(points.begin(), points.end());
    std::ranges::stable_sort(track.points, {}, &PriceTrack::Point::ms);
    track.expected = expected;
    track.tolerance = 2.0 * usualStep(track.points);
    const NumberText numbers;
    EvidencePicture drawn;
    drawn.caption = say(QT_TRANSLATE_NOOP("EvidencePicture", "Last %1 prices; the band is what was to be expected"))
                        .arg(numbers.whole(points.size()));
    drawn.description = say(QT_TRANSLATE_NOOP("EvidencePicture", "Traded at %1; to be expected was %2, give or take "
                                                                 "%3, twice the usual step from print to print."))
                            .arg(numbers.dollars(marked->dollars), numbers.dollars(expected),
                                 numbers.dollars(track.tolerance));
    drawn.shape = std::move(track);
    return drawn;
}

} // namespace flowglass::models
