// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/parts/linereader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstring>

namespace flowglass::recording {

namespace {

constexpr QByteArrayView kMagic("\x28\xB5\x2F\xFD"); // of zstd

QString translated(const char* text)
{
    return QCoreApplication::translate("flowglass::recording", text);
}

domain::Error unreadable(const QString& name, const QString& reason)
{
    return {domain::Error::Code::Unreadable, QStringLiteral("cannot read %1: %2").arg(name, reason),
            translated(QT_TRANSLATE_NOOP("flowglass::recording", "Cannot read %1: %2")).arg(name, reason)};
}

bool isHeaderLine(QByteArrayView line)
{
    return line.startsWith('{') && parseHeaderLine(line).has_value();
}

} // namespace

LineReader::LineReader(std::unique_ptr<QIODevice> device) : m_device(std::move(device)), m_blocks(*m_device)
{
}

domain::Result<std::unique_ptr<LineReader>> LineReader::open(const QString& path)
{
    const QString name = QDir::toNativeSeparators(path);
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(name, file->errorString());
    return open(std::move(file), name);
}

domain::Result<std::unique_ptr<LineReader>> LineReader::open(std::unique_ptr<QIODevice> device,
                                                             const QString& name)
{
    std::unique_ptr<LineReader> reader(new LineReader(std::move(device)));
    if (const std::optional<domain::Error> error = reader->readHeader(name))
        return *error;
    return reader;
}

std::optional<domain::Error> LineReader::readHeader(const QString& name)
{
    if (total() == 0)
        return unreadable(name, translated(QT_TRANSLATE_NOOP("flowglass::recording", "the file is empty")));
    const bool isCompressed = m_device->peek(kMagic.size()) == kMagic;
    while (m_headerAhead && m_passed < kPatience) {
        if (const std::optional<QByteArrayView> line = takeLine()) {
            const domain::Result<RecordingHeader> header = parseHeaderLine(*line);
            if (!header)
                return unreadable(name, header.error().text);
            m_header = *header;
            m_since = m_header.created;
            m_headerAhead = false;
            return std::nullopt;
        }
        if (!advance())
            break;
    }
    // The header is lost. What follows can be read only if it is a recording all the same.
    m_headerAhead = false;
    m_first = next();
    if (m_first)
        return std::nullopt;
    const std::vector<Loss> lost = losses();
    const bool damaged = isCompressed && lost.size() == 1 && lost.front().bytes == total();
    return unreadable(name, damaged ? lost.front().reason
                                    : translated(QT_TRANSLATE_NOOP("flowglass::recording",
                                                                   "this is not a recording of Flowglass")));
}

std::optional<RecordedLine> LineReader::next()
{
    if (m_first)
        return std::exchange(m_first, std::nullopt);
    m_passed = 0;
    while (m_passed < kPatience) {
        const std::optional<QByteArrayView> line = takeLine();
        if (!line && !advance())
            return std::nullopt;
        if (!line)
            continue;
        if (std::optional<RecordedLine> entry = entryAt(*line))
            return entry;
    }
    return std::nullopt;
}

void LineReader::reject()
{
    loseLine(m_lastBytes);
}

void LineReader::seek(qint64 offset)
{
    m_blocks.seek(offset);
    m_first.reset();
    m_piece = {};
    m_carry.clear();
    m_skipping = false;
    m_atEnd = false;
    m_block.reset();
    m_since = {};
    m_lost.clear();
}

bool LineReader::advance()
{
    const std::optional<BlockReader::Item> item = m_blocks.next();
    if (!item) {
        // Without its break nobody knows whether it is whole.
        if (!m_carry.isEmpty())
            loseLine(m_carry.size());
        m_carry.clear();
        m_atEnd = true;
        return false;
    }
    if (const auto* loss = std::get_if<Loss>(&*item))
        lose(*loss);
    else
        begin(std::get<BlockReader::Piece>(*item));
    return true;
}

void LineReader::begin(const BlockReader::Piece& piece)
{
    m_piece = piece;
    if (piece.begins && m_carry.isEmpty() && !m_skipping)
        m_block = piece.frame;
}

void LineReader::lose(const Loss& loss)
{
    m_losses.add(loss);
    m_lost = loss.reason;
    m_carry.clear();
    m_piece = {};
    m_block.reset();
    m_headerAhead = false;
    // What follows may begin within a line, and the end of one can look like another.
    m_skipping = m_linesCross;
}

void LineReader::loseLine(qsizetype bytes)
{
    m_losses.addLine(m_piece.frame, bytes);
    m_lost = translated(QT_TRANSLATE_NOOP("flowglass::recording", "lines that cannot be read"));
}

// Empty when the piece holds no whole line any more.
std::optional<QByteArrayView> LineReader::takeLine()
{
    QByteArrayView& rest = m_piece.text;
    if (rest.isEmpty())
        return std::nullopt;
    const void* hit = std::memchr(rest.data(), '\n', std::size_t(rest.size()));
    if (!hit) {
        keepRest();
        return std::nullopt;
    }
    const QByteArrayView line = rest.first(static_cast<const char*>(hit) - rest.data());
    rest = rest.sliced(line.size() + 1);
    m_passed += line.size() + 1;
    if (std::exchange(m_skipping, false))
        return takeLine();
    if (m_carry.isEmpty())
        return line;
    m_joined = std::exchange(m_carry, {});
    m_joined.append(line);
    return m_joined;
}

void LineReader::keepRest()
{
    const QByteArrayView rest = std::exchange(m_piece.text, {});
    m_passed += rest.size();
    m_linesCross = m_linesCross || m_piece.ends;
    if (m_skipping)
        return;
    m_carry.append(rest);
    if (m_carry.size() <= kMaxLine)
        return;
    loseLine(m_carry.size());
    m_carry.clear();
    m_skipping = true;
}

std::optional<RecordedLine> LineReader::entryAt(QByteArrayView line)
{
    const std::optional<domain::UnixNs> time = lineTime(line);
    if (!time) {
        // Recordings may be joined: each brings its header.
        if (!line.isEmpty() && !isEventLine(line) && !isHeaderLine(line))
            loseLine(line.size());
        return std::nullopt;
    }
    RecordedLine entry{line, *time, std::exchange(m_block, std::nullopt), std::nullopt};
    if (!m_lost.isEmpty())
        entry.gap = gapBefore(*time);
    m_since = *time;
    m_lastBytes = line.size();
    return entry;
}

domain::FeedGap LineReader::gapBefore(domain::UnixNs time)
{
    // A clock that was set back leaves the times out of order.
    const bool known = m_since.value > 0 && m_since.value < time.value;
    return {lossyToMs(known ? m_since : time), lossyToMs(time), std::exchange(m_lost, {})};
}

} // namespace flowglass::recording
