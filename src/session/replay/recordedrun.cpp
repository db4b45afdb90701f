// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/replay/recordedrun.h"

#include "detect/digest.h"
#include "session/pipeline.h"
#include "session/replay/recordedbackfill.h"
#include "session/replay/recordedevent.h"

#include <algorithm>
#include <utility>

namespace flowglass::session {

namespace {

class Judge
{
public:
    Judge(const recording::RecordingHeader& header, const RunSettings& settings)
        : m_settings(settings), m_pipeline(configFor(header, settings))
    {
        m_run.header = header;
    }

    void play(const recording::Entry& entry)
    {
        if (const auto* frame = std::get_if<recording::FrameEntry>(&entry))
            playFrame(*frame);
        else if (const auto event = replayedForm(std::get<recording::EventEntry>(entry)))
            playEvent(*event);
    }
    RecordedRun result(std::vector<recording::Loss> losses) &&
    {
        m_pipeline.endFrames();
        m_run.flagsPer100k = m_pipeline.engine().settings().flagsPer100k;
        m_run.counters = m_pipeline.counters();
        m_run.digest = detect::anomalyDigest(m_pipeline.engine(), m_pipeline.contracts());
        m_run.losses = std::move(losses);
        for (std::uint32_t id = 1; id <= m_pipeline.engine().count(); ++id) {
            const domain::Anomaly& anomaly = m_pipeline.engine().anomaly(id);
            m_run.anomalies.push_back({anomaly, anomaly.contract ? m_pipeline.contracts()[*anomaly.contract].ticker
                                                                   : anomaly.root});
        }
        return std::move(m_run);
    }

private:
    static PipelineConfig configFor(const recording::RecordingHeader& header, const RunSettings& settings)
    {
        PipelineConfig config;
        const domain::Result<domain::WatchList> recorded =
            domain::WatchList::parse(header.underlyings.join(QLatin1Char(',')));
        if (settings.watch)
            config.watch = *settings.watch;
        else if (recorded)
            config.watch = *recorded;
        config.detect = settings.otherwise;
        if (header.sensitivity)
            config.detect.flagsPer100k = *header.sensitivity;
        config.detect = settings.detect.value_or(config.detect);
        return config;
    }
    void playFrame(const recording::FrameEntry& frame)
    {
        m_run.first = m_run.first.value == 0 ? frame.received : m_run.first;
        m_run.last = std::max(m_run.last, frame.received);
        ++m_pipeline.counters().frames;
        m_frame.clear();
        m_pipeline.decode(frame.text, frame.received, m_frame);
        for (const domain::Trade& trade : m_frame.trades)
            m_pipeline.route(trade);
    }
    void playEvent(const StreamEvent& event)
    {
        const bool overruled = (m_settings.watch && std::holds_alternative<domain::WatchList>(event)) ||
                               (m_settings.detect && std::holds_alternative<detect::Settings>(event));
        if (const auto* fill = std::get_if<Backfill>(&event); fill && m_settings.watch)
            m_pipeline.apply(byWatchOfNow(*fill));
        else if (!overruled)
            m_pipeline.apply(event);
    }

    const RunSettings& m_settings;
    Pipeline m_pipeline;
    feed::DecodedFrame m_frame;
    RecordedRun m_run;
};

domain::Error cancelled()
{
    return {domain::Error::Code::Cancelled, QStringLiteral("cancelled"), {}};
}

} // namespace

domain::Result<RecordedRun> judgeRecording(const OpenSource& open, const RunSettings& settings,
                                           const recording::Progress& progress)
{
    const domain::Result<std::unique_ptr<recording::FrameSource>> source = open(progress);
    if (!source)
        return source.error();
    recording::FrameSource& frames = *source.value();
    Judge judge(frames.header(), settings);
    std::vector<recording::Entry> entries;
    for (bool more = true; more;) {
        entries.clear();
        const domain::Result<bool> read = frames.read(entries);
        if (!read)
            return read.error();
        for (const recording::Entry& entry : entries)
            judge.play(entry);
        more = *read;
        if (!progress(frames.done(), frames.total()))
            return cancelled();
    }
    return std::move(judge).result(frames.losses());
}

} // namespace flowglass::session
