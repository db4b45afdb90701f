// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/flatfile.h"

#include "recording/flat/eventtext.h"
#include "recording/flat/import.h"

#include <QFileInfo>

namespace flowglass::recording {

namespace {

using domain::Result;

// What arrives together on a stream: enough for a frame to be worth its cost, too little to be noticed.
constexpr std::int64_t kFrameNs = 5'000'000;
constexpr int kFrameTrades = 100;
constexpr qsizetype kReadCharacters = qsizetype(128) << 10;

class FlatFileSource : public FrameSource
{
public:
    FlatFileSource(flat::Imported imported, RecordingHeader header)
        : m_imported(std::move(imported)), m_header(std::move(header))
    {
    }

    const RecordingHeader& header() const override { return m_header; }
    Result<bool> read(std::vector<Entry>& out) override;
    std::vector<Loss> losses() const override { return m_imported.losses; }
    domain::UnixNs last() const override { return {m_imported.last}; }
    qint64 done() const override { return m_done; }
    qint64 total() const override { return m_imported.count; }

private:
    Result<FrameEntry> nextFrame();

    flat::Imported m_imported;
    RecordingHeader m_header;
    qint64 m_done = 0; // rows handed out; also the sequence of the last one
    std::string m_text;
};

Result<bool> FlatFileSource::read(std::vector<Entry>& out)
{
    qsizetype characters = 0;
    while (characters < kReadCharacters && m_imported.rows->front() != nullptr) {
        Result<FrameEntry> frame = nextFrame();
        if (!frame)
            return frame.error();
        characters += frame->text.size();
        out.emplace_back(std::move(frame).value());
    }
    return characters > 0;
}

Result<FrameEntry> FlatFileSource::nextFrame()
{
    m_text = '[';
    const std::int64_t first = m_imported.rows->front()->time;
    std::int64_t last = first;
    for (int trades = 0; trades < kFrameTrades; ++trades) {
        const flat::Row* const row = m_imported.rows->front();
        if (row == nullptr || row->time - first > kFrameNs)
            break;
        if (trades > 0)
            m_text += ',';
        last = row->time;
        flat::appendEvent(m_text, *row, m_imported.tickers[row->ticker],
                          m_imported.conditions[row->conditions], std::uint64_t(++m_done));
        const Result<bool> popped = m_imported.rows->pop();
        if (!popped)
            return popped.error();
    }
    m_text += ']';
    return FrameEntry{{last}, QString::fromLatin1(m_text.data(), qsizetype(m_text.size()))};
}

RecordingHeader headerOf(const FlatFileConfig& config, const flat::Imported& imported)
{
    const flat::Row* const first = imported.rows->front();
    RecordingHeader header;
    header.created = {first != nullptr ? first->time : 0};
    header.source = QFileInfo(config.path).fileName();
    header.feed = QStringLiteral("flatfile");
    header.underlyings = config.underlyings;
    return header;
}

} // namespace

Result<std::unique_ptr<FrameSource>> openFlatFile(const FlatFileConfig& config)
{
    Result<std::unique_ptr<flat::TextInput>> input = flat::TextInput::open(config.path);
    if (!input)
        return input.error();
    Result<flat::Imported> imported = flat::Import(config, std::move(input).value()).run();
    if (!imported)
        return imported.error();
    RecordingHeader header = headerOf(config, *imported);
    return std::unique_ptr<FrameSource>(
        std::make_unique<FlatFileSource>(std::move(imported).value(), std::move(header)));
}

} // namespace flowglass::recording
