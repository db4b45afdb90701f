// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/framesource.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

struct ZSTD_DCtx_s;

namespace flowglass::recording {

// The text of a file of zstd frames, frame by frame, whatever bytes it is made of. A frame of up to kMaxBlock
// bytes is handed out once it is whole and its checksum holds; a larger one, and the torn only frame of a
// file, in parts as they come. Behind damage it goes on at the next frame that can be read.
class BlockReader
{
public:
    static constexpr qsizetype kMaxBlock = qsizetype(64) << 20; // bytes of text

    struct Piece
    {
        qint64 frame = 0;    // its offset in the file
        QByteArrayView text; // until the next call
        bool begins = true;  // the frame begins, ends with this piece
        bool ends = true;
    };
    using Item = std::variant<Piece, Loss>;

    // `device` is open, random access, borrowed.
    explicit BlockReader(QIODevice& device);
    ~BlockReader();

    std::optional<Item> next(); // empty at the end
    void seek(qint64 offset);   // of a frame
    qint64 position() const { return m_base + m_at; }
    qint64 total() const { return m_total; }

private:
    enum class Outcome { Whole, More, Damaged, Torn };

    Outcome beginFrame(qint64 offset);
    Outcome decode(qsizetype limit);
    bool makeRoom(qsizetype limit);
    Item piece(Outcome outcome, bool begins);
    Item goOn();
    Item recover(qint64 from, Outcome outcome);
    std::optional<Item> salvage(qint64 from, Outcome outcome);
    std::optional<qint64> findMagic(qint64 from);
    void moveTo(qint64 offset);
    bool fill(qsizetype wanted);
    const char* ahead() const { return m_in.data() + m_at; }
    qsizetype bytesAhead() const { return m_end - m_at; }
    QString reason(Outcome outcome) const;

    QIODevice& m_device;
    std::unique_ptr<ZSTD_DCtx_s, std::size_t (*)(ZSTD_DCtx_s*)> m_zstd;
    qint64 m_total;
    std::vector<char> m_in; // the file from m_base on
    qsizetype m_end = 0;    // of what was read into it
    qsizetype m_at = 0;     // in it
    qint64 m_base = 0;
    QByteArray m_text;
    qsizetype m_filled = 0;       // of m_text
    qint64 m_frame = 0;           // the one being read
    bool m_inFrame = false;       // parts of it were handed out
    qint64 m_handedOut = 0;       // position up to which they were
    bool m_any = false;           // a piece was handed out
    std::optional<Piece> m_found; // behind a loss, not yet handed out
    qint64 m_wasted = 0;          // bytes gone through in vain, looking for a frame behind damage
    QString m_deviceError;
};

} // namespace flowglass::recording
