// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/feedstatus.h"
#include "recording/parts/blockreader.h"
#include "recording/parts/losslist.h"
#include "recording/recordingheader.h"

namespace flowglass::recording {

// One line of a recording that begins like an entry.
struct RecordedLine
{
    QByteArrayView text; // without its break; until the next one is read
    domain::UnixNs time;
    std::optional<qint64> block; // set: the first line of the zstd frame here, so reading can begin with it
    std::optional<domain::FeedGap> gap; // what was lost between the line before and this one
};

// The lines of a recording, with what is missing between them: joins those that lie across zstd frames, takes
// the header off, passes over comments. Memory is bounded whatever the file holds. One thread.
class LineReader
{
public:
    static constexpr qsizetype kMaxLine = BlockReader::kMaxBlock;
    static constexpr qsizetype kPatience = qsizetype(8) << 20; // bytes of text

    // `device` is open and random access; `name` is for the Error: Unreadable, as for
    // RecordingReader::open().
    static domain::Result<std::unique_ptr<LineReader>> open(const QString& path);
    static domain::Result<std::unique_ptr<LineReader>> open(std::unique_ptr<QIODevice> device,
                                                            const QString& name);

    const RecordingHeader& header() const { return m_header; }
    // Empty: at the end, or nothing in the last kPatience of text, so that the caller can give up on it.
    std::optional<RecordedLine> next();
    bool atEnd() const { return m_atEnd; }
    void reject(); // the line read last is no entry after all
    void seek(qint64 offset);

    std::vector<Loss> losses() const { return m_losses.all(); }
    qint64 done() const { return m_blocks.position(); }
    qint64 total() const { return m_blocks.total(); }

private:
    explicit LineReader(std::unique_ptr<QIODevice> device);
    std::optional<domain::Error> readHeader(const QString& name);
    bool advance();
    void begin(const BlockReader::Piece& piece);
    void lose(const Loss& loss);
    void loseLine(qsizetype bytes);
    std::optional<QByteArrayView> takeLine();
    void keepRest();
    std::optional<RecordedLine> entryAt(QByteArrayView line);
    domain::FeedGap gapBefore(domain::UnixNs time);

    std::unique_ptr<QIODevice> m_device;
    BlockReader m_blocks;
    RecordingHeader m_header;
    bool m_headerAhead = true;
    std::optional<RecordedLine> m_first; // read by open(), not yet handed out
    BlockReader::Piece m_piece;          // its text: what is left of it
    QByteArray m_carry;                  // the begin of a line, from the pieces before
    QByteArray m_joined;                 // a line from several pieces
    bool m_skipping = false;             // up to the next line break
    bool m_linesCross = false;           // some line lies across zstd frames
    std::optional<qint64> m_block;       // of the next line, when it is the first of its zstd frame
    domain::UnixNs m_since; // time of the line read last, at first that of the header; 0: not known
    qsizetype m_lastBytes = 0;
    qsizetype m_passed = 0; // bytes of text since next() was called
    bool m_atEnd = false;
    QString m_lost; // why something is missing since then; empty: nothing is
    LossList m_losses;
};

} // namespace flowglass::recording
