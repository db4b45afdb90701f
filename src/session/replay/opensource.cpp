// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/replay/opensource.h"

#include "recording/flatfile.h"
#include "recording/recordingreader.h"

#include <QFile>

namespace flowglass::session {

namespace {

using domain::Result;
using recording::FrameSource;

const QByteArray kZstdMagic = QByteArrayLiteral("\x28\xB5\x2F\xFD");

Result<std::unique_ptr<FrameSource>> openAsFlatFile(const QString& path, const domain::WatchList& watch,
                                                    const recording::Progress& progress)
{
    recording::FlatFileConfig config;
    config.path = path;
    config.underlyings = watch.entries();
    config.progress = progress;
    if (!watch.watchesEverything()) {
        config.wanted = [watch](std::string_view ticker) {
            return watch.watches({std::string(ticker), domain::OptionSymbol::parse(ticker)});
        };
    }
    return recording::openFlatFile(config);
}

} // namespace

bool isRecording(const QString& path)
{
    if (path.endsWith(QLatin1String(".fgr"), Qt::CaseInsensitive))
        return true; // a damaged one is still meant to be one
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(kZstdMagic.size()) == kZstdMagic;
}

OpenSource openReplayFile(const QString& path, const domain::WatchList& watch)
{
    return [path, watch](const recording::Progress& progress) -> Result<std::unique_ptr<FrameSource>> {
        if (!isRecording(path))
            return openAsFlatFile(path, watch, progress);
        Result<std::unique_ptr<recording::RecordingReader>> reader = recording::RecordingReader::open(path);
        if (!reader)
            return reader.error();
        return std::unique_ptr<FrameSource>(std::move(reader).value());
    };
}

} // namespace flowglass::session
