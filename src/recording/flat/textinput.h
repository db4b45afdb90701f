// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QFile>

#include <memory>

struct z_stream_s;

namespace flowglass::recording::flat {

// A piece of a file's text, with the bytes of the file it was read from.
struct TextBlock
{
    static constexpr std::size_t kCapacity = std::size_t(256) << 10; // stays in a core's cache on its way
    std::unique_ptr<char[]> data;                                    // kCapacity, from the first filling on
    std::size_t size = 0;
    qint64 begin = 0;
    qint64 end = 0;
};

// Reads a text file, inflating it when its first bytes are gzip's, whatever its name; several gzip members in
// a row are one text. Blocking; one thread at a time.
class TextInput
{
public:
    // Unreadable: names the file and the reason.
    static domain::Result<std::unique_ptr<TextInput>> open(const QString& path);
    ~TextInput();

    bool isCompressed() const { return m_stream != nullptr; }
    qint64 fileBytes() const { return m_file.size(); }
    // Fills the block, all but the last to its capacity. False at the end. Unreadable: the file cannot be
    // read on, or its compressed data is damaged or cut off; names the file, the offset and the reason.
    domain::Result<bool> read(TextBlock& block);

private:
    struct InflateEnd
    {
        void operator()(z_stream_s* stream) const;
    };

    explicit TextInput(const QString& path);
    domain::Result<bool> start();
    domain::Result<qint64> readFile(char* to, std::size_t bytes);
    domain::Result<bool> readPlain(TextBlock& block);
    domain::Result<bool> readCompressed(TextBlock& block);
    domain::Result<bool> inflateSome();
    bool startMember();
    qint64 consumed() const;
    domain::Error unreadable(const QString& detail, const QString& reason) const;

    QFile m_file;
    qint64 m_read = 0;                                // of the file
    std::unique_ptr<char[]> m_buffer;                 // compressed bytes
    std::unique_ptr<z_stream_s, InflateEnd> m_stream; // empty: the file is not compressed
    bool m_betweenMembers = false;
    bool m_ended = false;
};

} // namespace flowglass::recording::flat
