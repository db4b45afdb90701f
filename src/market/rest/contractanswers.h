// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/generator/listing.h"
#include "market/rest/restanswer.h"
#include "market/rest/restquery.h"

#include <cstdint>
#include <vector>

namespace flowglass::market {

// Reference data of contracts: one by ticker, and lists with filters and pages, which the chain snapshot
// shares. Holds a reference to the listing.
class ContractAnswers
{
public:
    explicit ContractAnswers(const Listing& listing);

    // /v3/reference/options/contracts/{ticker}; today: day number in New York
    RestBody one(const QString& ticker, RestQuery& query, std::int32_t today) const;
    // /v3/reference/options/contracts
    RestBody list(RestQuery& query, const QUrl& base, std::int32_t today) const;

    struct Page
    {
        std::vector<std::uint32_t> contracts;
        std::int64_t next = 0; // mark of the next page; 0: this was the last
    };
    // Of `candidates` those that the filters let through, sorted and cut to the page. Check query.error().
    Page page(RestQuery& query, std::vector<std::uint32_t> candidates, int mostPerPage) const;

private:
    QJsonObject terms(std::uint32_t contract) const;
    const Listing& m_listing;
};

} // namespace flowglass::market
