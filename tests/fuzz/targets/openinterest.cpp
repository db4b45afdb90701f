// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "session/openinterest/openinterestfile.h"

namespace flowglass::fuzz {

namespace {

// With the checksums that its lines need, or no mutation would ever be looked at.
QByteArray sealed(const QByteArray& plain)
{
    QByteArray text = session::openInterestHead();
    text += '\n';
    const QList<QByteArray> lines = plain.split('\n');
    for (const QByteArray& line : lines) {
        text += line;
        text += ' ';
        text += QByteArray::number(qChecksum(line), 16).rightJustified(4, '0');
        text += '\n';
    }
    return text;
}

} // namespace

// The first byte: whether the rest is the file or its lines without their checksums.
const char* openinterest(Input input)
{
    if (input.empty())
        return nullptr;
    const QByteArray rest = bytesOf(input.subspan(1));
    const session::ReadOpenInterest read = session::readOpenInterest(input[0] % 2 == 0 ? sealed(rest) : rest, 0);
    if (read.history.size() > read.lines || (read.foreign && read.lines + read.damaged > 0))
        return "every value has a line";
    const QByteArray written = session::openInterestText(read.history);
    const session::ReadOpenInterest again = session::readOpenInterest(written, 0);
    if (again.foreign || again.damaged > 0 || again.history.size() != read.history.size())
        return "what is written can be read";
    return session::openInterestText(again.history) == written ? nullptr : "what is read is what was written";
}

} // namespace flowglass::fuzz
