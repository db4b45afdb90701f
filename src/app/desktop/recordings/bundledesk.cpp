// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/recordings/bundledesk.h"

#include "contracts/apierror.h"
#include "domain/time/markettime.h"
#include "settings/setting.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

namespace flowglass::app {

namespace {

QString proposedFile(const QString& folder, domain::UnixMs now)
{
    QString time = domain::ZoneTime::newYork().isoText(now).left(19);
    time.remove(QLatin1Char('-')).remove(QLatin1Char(':'));
    return QDir(folder).filePath(QStringLiteral("flowglass-report-%1.fgr").arg(time));
}

// Whoever reads the report need not know the key, nor the name of the person's home folder.
QString scrubbed(const QString& text, const QString& key)
{
    return contracts::withoutKey(text, key).replace(QDir::homePath(), QStringLiteral("~"));
}

} // namespace

BundleDesk::BundleDesk(const settings::SettingsStore& store, const domain::Clock& clock, QObject* parent)
    : QObject(parent), m_store(store), m_clock(clock)
{
}

BundleDesk::~BundleDesk() = default;

void BundleDesk::save(Stream& stream, std::optional<domain::UnixMs> moment, const QString& folder, const QString& key)
{
    using Phase = recording::RecorderState::Phase;
    if (m_recorder && m_recorder->state().phase == Phase::Stopping)
        return;
    const session::FlightLog& flight = stream.session().flightLog();
    const domain::UnixNs middle = moment ? domain::toNs(*moment) : flight.newest();
    const std::vector<recording::Entry> entries = flight.around(middle, kSpan);
    if (entries.empty())
        return Q_EMIT told(tr("Nothing is kept of that time any more: a report holds the last minute at most."));
    QDir().mkpath(folder);
    recording::RecorderConfig config;
    config.path = proposedFile(folder, domain::lossyToMs(m_clock.now()));
    config.header = {m_clock.now(), stream.session().config().sourceName, stream.session().config().feedName,
                     stream.session().watch().entries(), stream.session().config().detect.flagsPer100k,
                     QStringLiteral(FLOWGLASS_VERSION)};
    m_recorder = std::make_unique<recording::Recorder>(std::move(config), m_clock);
    connect(m_recorder.get(), &recording::Recorder::stopped, this, &BundleDesk::onStopped);
    const domain::Result<bool> started = m_recorder->start();
    if (!started)
        return Q_EMIT told(started.error().text);
    m_recorder->add({middle, QStringLiteral("bundle"), circumstances(stream, key)});
    for (const recording::Entry& entry : entries) {
        if (const auto* frame = std::get_if<recording::FrameEntry>(&entry))
            m_recorder->add(contracts::withoutKey(frame->text, key), frame->received);
        else
            m_recorder->add(std::get<recording::EventEntry>(entry));
    }
    const std::optional<recording::EventEntry> gap = stream.session().lastingGap();
    if (gap && stream.session().store().openGap()->gap.from <= domain::lossyToMs(middle) + kSpan / 2)
        m_recorder->add(*gap);
    m_recorder->stop();
}

QJsonObject BundleDesk::circumstances(Stream& stream, const QString& key) const
{
    QJsonObject settings;
    for (const settings::SettingBase* setting : m_store.settings()) {
        if (setting->stored().typeId() == QMetaType::QByteArray)
            continue; // the places of columns
        settings.insert(setting->key(), scrubbed(setting->stored().toString(), key));
    }
    return {{QStringLiteral("version"), QStringLiteral(FLOWGLASS_VERSION)},
            {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("system"), QSysInfo::prettyProductName()},
            {QStringLiteral("counters"), QJsonDocument::fromJson(stream.session().statsJson()).object()},
            {QStringLiteral("settings"), settings}};
}

void BundleDesk::onStopped()
{
    const recording::RecorderState& state = m_recorder->state();
    Q_EMIT told(state.error ? state.error->text
                            : tr("Report saved: %1").arg(QDir::toNativeSeparators(state.path)));
}

} // namespace flowglass::app
