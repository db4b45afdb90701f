// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/tagchips.h"

#include "models/numbertext.h"

#include <QCoreApplication>

#include <array>

namespace flowglass::models {

namespace {

struct Words
{
    const char* text;
    const char* toolTip;
};

// In order of AnomalyTag.
constexpr std::array<Words, std::size_t(domain::AnomalyTag::Count)> kWords = {{
    {QT_TRANSLATE_NOOP("TagChips", "ISO"),
     QT_TRANSLATE_NOOP("TagChips", "Reported as an intermarket sweep order. That is an order type which market makers "
                                   "use too, not proof of a sweep.")},
    {QT_TRANSLATE_NOOP("TagChips", "Auction"),
     QT_TRANSLATE_NOOP("TagChips", "Traded in a price-improvement auction: mostly retail orders, often inside the "
                                   "spread.")},
    {QT_TRANSLATE_NOOP("TagChips", "Cross"),
     QT_TRANSLATE_NOOP("TagChips", "Both sides were arranged before. Such trades are often part of a hedge, and judged "
                                   "by size only, against their own kind.")},
    {QT_TRANSLATE_NOOP("TagChips", "Floor"),
     QT_TRANSLATE_NOOP("TagChips", "Traded by open outcry. Judged by size only, against other floor trades.")},
    {QT_TRANSLATE_NOOP("TagChips", "Multi-leg"),
     QT_TRANSLATE_NOOP("TagChips", "A leg of a spread or another package: its price is a share of the price of the "
                                   "whole, and the direction of one leg says little.")},
    {QT_TRANSLATE_NOOP("TagChips", "With stock"),
     QT_TRANSLATE_NOOP("TagChips", "Traded together with stock, as a package: mostly hedged.")},
    {QT_TRANSLATE_NOOP("TagChips", "0DTE"), QT_TRANSLATE_NOOP("TagChips", "Expires on the day of the trade.")},
    {QT_TRANSLATE_NOOP("TagChips", "Adjusted"),
     QT_TRANSLATE_NOOP("TagChips", "Adjusted after a corporate action: it does not deliver the standard 100 shares.")},
    {QT_TRANSLATE_NOOP("TagChips", "Opening"),
     QT_TRANSLATE_NOOP("TagChips", "Larger than all that could be closed: yesterday's open interest and everything "
                                   "traded today before it. At least a part opens positions.")},
    {QT_TRANSLATE_NOOP("TagChips", "Volume > OI"),
     QT_TRANSLATE_NOOP("TagChips", "The day's volume exceeds yesterday's open interest.")},
    {QT_TRANSLATE_NOOP("TagChips", "Above ask"),
     QT_TRANSLATE_NOOP("TagChips", "Traded above the ask of a quote within two seconds: an eager buyer.")},
    {QT_TRANSLATE_NOOP("TagChips", "At ask"),
     QT_TRANSLATE_NOOP("TagChips", "Traded at the ask of a quote within two seconds: probably bought.")},
    {QT_TRANSLATE_NOOP("TagChips", "Inside"),
     QT_TRANSLATE_NOOP("TagChips", "Traded between bid and ask of a quote within two seconds: the side is unknown.")},
    {QT_TRANSLATE_NOOP("TagChips", "At bid"),
     QT_TRANSLATE_NOOP("TagChips", "Traded at the bid of a quote within two seconds: probably sold.")},
    {QT_TRANSLATE_NOOP("TagChips", "Below bid"),
     QT_TRANSLATE_NOOP("TagChips", "Traded below the bid of a quote within two seconds: an eager seller.")},
    {QT_TRANSLATE_NOOP("TagChips", "Late"),
     QT_TRANSLATE_NOOP("TagChips", "Found late: it holds trades that the feed missed and that were fetched afterwards.")},
    {QT_TRANSLATE_NOOP("TagChips", "Golden"),
     QT_TRANSLATE_NOOP("TagChips", "A large sweep in a contract that traded more today than its open interest.")},
}};

} // namespace

std::vector<TagChip> tagChips(domain::TagSet tags)
{
    std::vector<TagChip> chips;
    for (std::size_t tag = 0; tag < kWords.size(); ++tag) {
        if (tags.has(domain::AnomalyTag(tag)))
            chips.push_back({QCoreApplication::translate("TagChips", kWords[tag].text),
                             QCoreApplication::translate("TagChips", kWords[tag].toolTip)});
    }
    return chips;
}

std::vector<TagChip> tagChips(domain::TagSet tags, const domain::PremiumMarks& marks, domain::Premium premium)
{
    const NumberText numbers;
    std::vector<TagChip> chips = tagChips(tags);
    if (tags.has(domain::AnomalyTag::Golden))
        chips.back().toolTip = QCoreApplication::translate("TagChips", "A sweep of at least %1 in a contract that traded "
                                                                       "more today than its open interest. The amount is "
                                                                       "set in the settings, under Detection.")
                                   .arg(numbers.money(marks.golden));
    const int tier = marks.tier(premium);
    if (tier > 0) {
        const QString limit = numbers.money(marks.tiers[std::size_t(tier) - 1]);
        chips.push_back({QCoreApplication::translate("TagChips", "%1 and more").arg(limit),
                         QCoreApplication::translate("TagChips", "Premium of at least %1: tier %2 of %3, as set in the "
                                                                 "settings, under Detection.")
                             .arg(limit)
                             .arg(tier)
                             .arg(marks.tiers.size())});
    }
    return chips;
}

} // namespace flowglass::models
