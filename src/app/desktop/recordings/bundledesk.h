// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/stream.h"
#include "recording/recorder.h"
#include "settings/settingsstore.h"

#include <QObject>

#include <memory>
#include <optional>

namespace flowglass::app {

// Saves what happened within 15 s of a moment as one file to be sent with a bug report: a recording (so it can be
// replayed) of the frames, begun by a `bundle` event with counters, settings and versions. The API key is blotted
// out everywhere. Written by a thread of its own.
class BundleDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kSpan{30};

    BundleDesk(const settings::SettingsStore& store, const domain::Clock& clock, QObject* parent = nullptr);
    ~BundleDesk() override;

    // moment: empty: now. `key` is what is blotted out. One at a time: another one waits for nobody and is refused.
    void save(Stream& stream, std::optional<domain::UnixMs> moment, const QString& folder, const QString& key);

Q_SIGNALS:
    void told(const QString& text); // saved, or why not, for the person

private:
    QJsonObject circumstances(Stream& stream, const QString& key) const;
    void onStopped();

    const settings::SettingsStore& m_store;
    const domain::Clock& m_clock;
    std::unique_ptr<recording::Recorder> m_recorder; // of the bundle being written, or of the last one
};

} // namespace flowglass::app
