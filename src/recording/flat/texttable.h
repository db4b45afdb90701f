// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace flowglass::recording::flat {

// Numbers texts that repeat, dense from 0 in order of first sight; no more than `capacity` of them.
class TextTable
{
public:
    explicit TextTable(std::size_t capacity) : m_capacity(capacity) {}
    TextTable(TextTable&&) = default; // a copy would look into the original's texts

    std::optional<std::uint32_t> find(std::string_view text) const
    {
        const auto known = m_numbers.find(text);
        return known == m_numbers.end() ? std::nullopt : std::optional(known->second);
    }
    // Empty when the table is full.
    std::optional<std::uint32_t> intern(std::string_view text)
    {
        if (const auto known = find(text))
            return known;
        if (m_texts.size() >= m_capacity)
            return std::nullopt;
        const auto number = std::uint32_t(m_texts.size());
        m_texts.push_back(keep(text));
        m_numbers.emplace(m_texts.back(), number);
        return number;
    }
    std::string_view operator[](std::uint32_t number) const { return m_texts[number]; }

private:
    static constexpr std::size_t kPageBytes = std::size_t(64) << 10;

    std::string_view keep(std::string_view text)
    {
        if (m_pages.empty() || m_pages.back().capacity() - m_pages.back().size() < text.size())
            m_pages.emplace_back().reserve(std::max(kPageBytes, text.size()));
        std::string& page = m_pages.back();
        page += text;
        return std::string_view(page).substr(page.size() - text.size());
    }

    std::size_t m_capacity;
    // The texts close together, for they are looked up in random order. A page never grows beyond what was
    // reserved, so the views stay valid.
    std::deque<std::string> m_pages;
    std::vector<std::string_view> m_texts;
    std::unordered_map<std::string_view, std::uint32_t> m_numbers;
};

} // namespace flowglass::recording::flat
