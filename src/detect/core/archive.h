// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace flowglass::detect {

// Two ends of one pipe: a state names its fields once, in archive(pipe), and is written or read by it. Whole
// numbers are written in seven bits a byte, floating ones as they are, little end first.
class ArchiveWriter
{
public:
    static constexpr bool kReads = false;

    template <class T>
    void operator()(T& value)
    {
        if constexpr (std::is_floating_point_v<T>)
            raw(value);
        else if constexpr (std::is_signed_v<T>)
            number(std::uint64_t(value) << 1 ^ std::uint64_t(std::int64_t(value) >> 63));
        else
            number(std::uint64_t(value));
    }
    void bytes(const char* data, std::size_t size) { m_bytes.append(data, qsizetype(size)); }
    const QByteArray& result() const { return m_bytes; }

private:
    template <class T>
    void raw(T value)
    {
        char data[sizeof(T)];
        std::memcpy(data, &value, sizeof(T));
        m_bytes.append(data, qsizetype(sizeof(T)));
    }
    void number(std::uint64_t value)
    {
        for (; value > 0x7F; value >>= 7)
            m_bytes.append(char(value | 0x80));
        m_bytes.append(char(value));
    }

    QByteArray m_bytes;
};

// After the first thing that cannot be right (the end, a number too large, one that is not finite) everything
// reads as 0 and failed() is true.
class ArchiveReader
{
public:
    static constexpr bool kReads = true;

    explicit ArchiveReader(QByteArrayView bytes) : m_bytes(bytes) {}

    template <class T>
    void operator()(T& value)
    {
        if constexpr (std::is_floating_point_v<T>) {
            char data[sizeof(T)] = {};
            bytes(data, sizeof(T));
            std::memcpy(&value, data, sizeof(T));
            m_failed = m_failed || !std::isfinite(value);
            value = m_failed ? T(0) : value;
        } else if constexpr (std::is_signed_v<T>) {
            const std::uint64_t coded = number();
            const auto wide = std::int64_t(coded >> 1) ^ -std::int64_t(coded & 1);
            value = T(wide);
            m_failed = m_failed || std::int64_t(value) != wide;
        } else {
            const std::uint64_t wide = number();
            value = T(wide);
            m_failed = m_failed || std::uint64_t(value) != wide;
        }
    }
    void bytes(char* data, std::size_t size)
    {
        if (m_failed || std::size_t(m_bytes.size()) < size) {
            m_failed = true;
            std::memset(data, 0, size);
            return;
        }
        std::memcpy(data, m_bytes.data(), size);
        m_bytes = m_bytes.sliced(qsizetype(size));
    }
    bool failed() const { return m_failed; }
    qsizetype left() const { return m_bytes.size(); } // bytes not read yet

private:
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            char byte = 0;
            bytes(&byte, 1);
            value |= std::uint64_t(std::uint8_t(byte) & 0x7F) << shift;
            if ((std::uint8_t(byte) & 0x80) == 0)
                return value;
        }
        m_failed = true;
        return 0;
    }

    QByteArrayView m_bytes;
    bool m_failed = false;
};

} // namespace flowglass::detect
