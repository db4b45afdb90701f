// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/flat/textinput.h"

#include <QCoreApplication>
#include <QDir>

#include <zlib.h>

#include <cstring>

namespace flowglass::recording::flat {

namespace {

constexpr std::size_t kReadBytes = std::size_t(1) << 20;
constexpr int kGzip = 15 + 16; // zlib: largest window, gzip header and checksum

Bytef* bytes(char* data)
{
    return reinterpret_cast<Bytef*>(data);
}

QString translated(const char* text)
{
    return QCoreApplication::translate("flowglass::recording", text);
}

} // namespace

void TextInput::InflateEnd::operator()(z_stream_s* stream) const
{
    inflateEnd(stream);
    delete stream;
}

TextInput::TextInput(const QString& path) : m_file(path) {}

TextInput::~TextInput() = default;

domain::Error TextInput::unreadable(const QString& detail, const QString& reason) const
{
    const QString name = QDir::toNativeSeparators(m_file.fileName());
    return {domain::Error::Code::Unreadable, QStringLiteral("cannot read %1: %2").arg(name, detail),
            translated(QT_TRANSLATE_NOOP("flowglass::recording", "Cannot read %1: %2")).arg(name, reason)};
}

domain::Result<std::unique_ptr<TextInput>> TextInput::open(const QString& path)
{
    std::unique_ptr<TextInput> input(new TextInput(path));
    const domain::Result<bool> started = input->start();
    if (!started)
        return started.error();
    return input;
}

domain::Result<bool> TextInput::start()
{
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(m_file.errorString(), m_file.errorString());
    m_buffer = std::make_unique_for_overwrite<char[]>(kReadBytes);
    const domain::Result<qint64> count = readFile(m_buffer.get(), kReadBytes);
    if (!count)
        return count.error();
    const bool compressed = *count >= 2 && std::memcmp(m_buffer.get(), "\x1f\x8b", 2) == 0;
    if (!compressed) {
        m_buffer.reset();
        m_read = 0;
        return m_file.seek(0) ? domain::Result<bool>(true)
                              : unreadable(m_file.errorString(), m_file.errorString());
    }
    m_stream.reset(new z_stream_s());
    m_stream->next_in = bytes(m_buffer.get());
    m_stream->avail_in = uInt(*count);
    if (const int state = inflateInit2(m_stream.get(), kGzip); state != Z_OK)
        return unreadable(QString::fromLatin1(zError(state)), QString::fromLatin1(zError(state)));
    return true;
}

domain::Result<qint64> TextInput::readFile(char* to, std::size_t bytes)
{
    const qint64 count = m_file.read(to, qint64(bytes));
    if (count < 0) {
        const QString at = QString::number(m_read);
        return unreadable(QStringLiteral("at byte %1: %2").arg(at, m_file.errorString()),
                          translated(QT_TRANSLATE_NOOP("flowglass::recording", "at byte %1: %2"))
                              .arg(at, m_file.errorString()));
    }
    m_read += count;
    return count;
}

qint64 TextInput::consumed() const
{
    return m_read - qint64(m_stream ? m_stream->avail_in : 0);
}

domain::Result<bool> TextInput::read(TextBlock& block)
{
    if (!block.data)
        block.data = std::make_unique_for_overwrite<char[]>(TextBlock::kCapacity);
    block.begin = consumed();
    domain::Result<bool> filled = isCompressed() ? readCompressed(block) : readPlain(block);
    block.end = consumed();
    return filled;
}

domain::Result<bool> TextInput::readPlain(TextBlock& block)
{
    const domain::Result<qint64> count = readFile(block.data.get(), TextBlock::kCapacity);
    if (!count)
        return count.error();
    block.size = std::size_t(*count);
    return block.size > 0;
}

domain::Result<bool> TextInput::readCompressed(TextBlock& block)
{
    m_stream->next_out = bytes(block.data.get());
    m_stream->avail_out = uInt(TextBlock::kCapacity);
    while (m_stream->avail_out > 0 && !m_ended) {
        const domain::Result<bool> some = inflateSome();
        if (!some)
            return some.error();
    }
    block.size = TextBlock::kCapacity - m_stream->avail_out;
    return block.size > 0;
}

domain::Result<bool> TextInput::inflateSome()
{
    if (m_stream->avail_in == 0) {
        const domain::Result<qint64> count = readFile(m_buffer.get(), kReadBytes);
        if (!count)
            return count.error();
        m_stream->next_in = bytes(m_buffer.get());
        m_stream->avail_in = uInt(*count);
        m_ended = *count == 0;
        if (m_ended && !m_betweenMembers) {
            const QString at = QString::number(m_read);
            return unreadable(QStringLiteral("compressed data cut off at byte %1").arg(at),
                              translated(QT_TRANSLATE_NOOP("flowglass::recording",
                                                           "its compressed data is cut off at byte %1"))
                                  .arg(at));
        }
    }
    if (m_betweenMembers && !startMember())
        return true;
    const int state = inflate(m_stream.get(), Z_NO_FLUSH);
    if (state == Z_STREAM_END) {
        m_betweenMembers = true;
    } else if (state != Z_OK) {
        const QString at = QString::number(consumed());
        const QString reason = QString::fromLatin1(m_stream->msg != nullptr ? m_stream->msg : zError(state));
        return unreadable(QStringLiteral("compressed data damaged at byte %1: %2").arg(at, reason),
                          translated(QT_TRANSLATE_NOOP("flowglass::recording",
                                                       "its compressed data is damaged at byte %1 (%2)"))
                              .arg(at, reason));
    }
    return true;
}

// False when only padding with zeros was left in the buffer.
bool TextInput::startMember()
{
    while (m_stream->avail_in > 0 && *m_stream->next_in == 0) {
        ++m_stream->next_in;
        --m_stream->avail_in;
    }
    if (m_stream->avail_in == 0)
        return false;
    m_betweenMembers = false;
    inflateReset(m_stream.get());
    return true;
}

} // namespace flowglass::recording::flat
