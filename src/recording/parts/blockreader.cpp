// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/parts/blockreader.h"

#include <QCoreApplication>
#include <QtEndian>

#include <zstd.h>

#include <algorithm>
#include <cstring>

namespace flowglass::recording {

namespace {

constexpr qsizetype kMagicBytes = 4;
constexpr qsizetype kInput = qsizetype(512) << 10;
constexpr qsizetype kReadAhead = qsizetype(128) << 10; // so that most frames lie in the input as a whole
constexpr qsizetype kPart = qsizetype(256) << 10;      // of a large frame
constexpr qsizetype kLeastText = qsizetype(64) << 10;
constexpr qint64 kWastePerByte = 8;
constexpr qint64 kWasteAllowed = qint64(1) << 30;

bool isFrameMagic(quint32 magic)
{
    return magic == ZSTD_MAGICNUMBER || (magic & ZSTD_MAGIC_SKIPPABLE_MASK) == ZSTD_MAGIC_SKIPPABLE_START;
}

} // namespace

BlockReader::BlockReader(QIODevice& device)
    : m_device(device)
    , m_zstd(ZSTD_createDCtx(), &ZSTD_freeDCtx)
    , m_total(device.size())
    , m_in(std::size_t(std::clamp<qint64>(m_total, kMagicBytes, kReadAhead + kInput)))
{
}

BlockReader::~BlockReader() = default;

std::optional<BlockReader::Item> BlockReader::next()
{
    if (m_found)
        return *std::exchange(m_found, std::nullopt);
    if (m_inFrame)
        return goOn();
    while (position() < m_total) {
        const qint64 from = position();
        const Outcome outcome = beginFrame(from);
        if (outcome == Outcome::Damaged || outcome == Outcome::Torn)
            return recover(from, outcome);
        if (m_filled > 0)
            return piece(outcome, true);
    }
    return std::nullopt;
}

void BlockReader::seek(qint64 offset)
{
    m_found.reset();
    m_inFrame = false;
    m_wasted = 0;
    m_any = true; // what is torn then is a tail
    moveTo(std::clamp<qint64>(offset, 0, m_total));
}

BlockReader::Outcome BlockReader::beginFrame(qint64 offset)
{
    moveTo(offset);
    m_frame = offset;
    m_filled = 0;
    fill(kReadAhead);
    if (bytesAhead() < kMagicBytes)
        return Outcome::Torn;
    // Asked here, as the library may know frames of its first versions too.
    if (!isFrameMagic(qFromLittleEndian<quint32>(ahead())))
        return Outcome::Damaged;
    ZSTD_DCtx_reset(m_zstd.get(), ZSTD_reset_session_only);
    const unsigned long long size = ZSTD_getFrameContentSize(ahead(), std::size_t(bytesAhead()));
    const bool known = size != ZSTD_CONTENTSIZE_ERROR && size <= static_cast<unsigned long long>(kMaxBlock);
    const qsizetype room = std::max(kLeastText, known ? qsizetype(size) : 0);
    if (m_text.size() < room)
        m_text = QByteArray(room, Qt::Uninitialized);
    return decode(kMaxBlock);
}

// Until the frame ends or `limit` bytes of text are there.
BlockReader::Outcome BlockReader::decode(qsizetype limit)
{
    while (makeRoom(limit)) {
        if (bytesAhead() == 0 && !fill(kInput))
            return Outcome::Torn;
        const std::size_t space = std::size_t(std::min(limit, m_text.size()) - m_filled);
        ZSTD_outBuffer out{m_text.data() + m_filled, space, 0};
        ZSTD_inBuffer in{ahead(), std::size_t(bytesAhead()), 0};
        const std::size_t result = ZSTD_decompressStream(m_zstd.get(), &out, &in);
        m_at += qsizetype(in.pos);
        m_filled += qsizetype(out.pos);
        if (ZSTD_isError(result))
            return Outcome::Damaged;
        if (result == 0)
            return Outcome::Whole;
    }
    return Outcome::More;
}

bool BlockReader::makeRoom(qsizetype limit)
{
    if (m_filled == m_text.size() && m_filled < limit)
        m_text.resize(std::min(limit, 2 * m_filled));
    return m_filled < limit;
}

BlockReader::Item BlockReader::piece(Outcome outcome, bool begins)
{
    m_any = true;
    m_inFrame = outcome != Outcome::Whole;
    m_handedOut = position();
    return Piece{m_frame, QByteArrayView(m_text).first(m_filled), begins, !m_inFrame};
}

BlockReader::Item BlockReader::goOn()
{
    m_filled = 0;
    const Outcome outcome = decode(kPart);
    if (outcome == Outcome::Damaged || outcome == Outcome::Torn)
        return recover(m_handedOut, outcome);
    return piece(outcome, false);
}

BlockReader::Item BlockReader::recover(qint64 from, Outcome outcome)
{
    m_inFrame = false;
    const QString why = reason(outcome);
    const qint64 allowed = kWasteAllowed + kWastePerByte * m_total;
    for (std::optional<qint64> at = findMagic(from + 1); at && m_wasted < allowed; at = findMagic(*at + 1)) {
        const Outcome here = beginFrame(*at);
        if (here == Outcome::Whole || here == Outcome::More) {
            m_found = std::get<Piece>(piece(here, true));
            return Loss{from, *at - from, why};
        }
        m_wasted += position() - *at + m_filled;
    }
    if (const std::optional<Item> saved = salvage(from, outcome))
        return *saved;
    moveTo(m_total);
    return Loss{from, m_total - from, why};
}

// The torn only frame of a file: what comes out of it is better than nothing.
std::optional<BlockReader::Item> BlockReader::salvage(qint64 from, Outcome outcome)
{
    if (m_any || from != 0 || outcome != Outcome::Torn)
        return std::nullopt;
    beginFrame(from);
    if (m_filled == 0)
        return std::nullopt;
    return piece(Outcome::More, true);
}

std::optional<qint64> BlockReader::findMagic(qint64 from)
{
    const quint32 magic = qToLittleEndian<quint32>(ZSTD_MAGICNUMBER);
    moveTo(std::min(from, m_total));
    while (fill(kReadAhead) || bytesAhead() >= kMagicBytes) {
        const void* hit = ::memmem(ahead(), std::size_t(bytesAhead()), &magic, sizeof magic);
        if (hit) {
            m_at += static_cast<const char*>(hit) - ahead();
            return position();
        }
        m_at = std::max(m_at, m_end - kMagicBytes + 1);
    }
    return std::nullopt;
}

void BlockReader::moveTo(qint64 offset)
{
    if (offset < m_base || offset > m_base + m_end) {
        m_base = offset;
        m_end = 0;
    }
    m_at = qsizetype(offset - m_base);
}

// Reads on unless `wanted` bytes (at most kReadAhead, or none lie ahead) are there. False: nothing came.
bool BlockReader::fill(qsizetype wanted)
{
    if (bytesAhead() >= wanted || m_base + m_end >= m_total)
        return false;
    std::copy(m_in.begin() + m_at, m_in.begin() + m_end, m_in.begin());
    m_base += m_at;
    m_end -= std::exchange(m_at, 0);
    const qsizetype room = std::min(kInput, qsizetype(m_in.size()) - m_end);
    const qint64 got = m_device.seek(m_base + m_end) ? m_device.read(m_in.data() + m_end, room) : -1;
    if (got < 0)
        m_deviceError = m_device.errorString();
    m_end += std::max<qint64>(got, 0);
    return got > 0;
}

QString BlockReader::reason(Outcome outcome) const
{
    if (!m_deviceError.isEmpty())
        return m_deviceError;
    if (outcome == Outcome::Torn)
        return QCoreApplication::translate("flowglass::recording", "the file ends in the middle of a block");
    return QCoreApplication::translate("flowglass::recording", "a part of the file is damaged");
}

} // namespace flowglass::recording
