// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordings/sessionlistmodel.h"
#include "session/replay/catalogue.h"
#include "session/replay/rundifference.h"
#include "settings/settings.h"
#include "views/dialogs/comparedialog.h"
#include "views/dialogs/sessionbrowser.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <set>

namespace flowglass::app {

// The browser of recordings and imported days: lists them, judges them, compares two, deletes. All of it is done
// on one worker thread, one job after the other, and comes back as values.
class SessionDesk : public QObject
{
    Q_OBJECT

public:
    explicit SessionDesk(settings::Settings& settings, QObject* parent = nullptr);
    ~SessionDesk() override; // gives up what is being done

    void open(QWidget* window);
    void setZone(const domain::ZoneTime& zone);
    // Judges a recording as it was and with these settings, and shows the difference. Empty `file`: the newest.
    void tryOn(const QString& file, const detect::Settings& settings, QWidget* window);

Q_SIGNALS:
    void openRequested(const QString& file);
    void told(const QString& text);

private:
    session::RunSettings asSet() const;
    void refresh();
    void onListed(const std::vector<session::CataloguedSession>& sessions);
    void readIndex(const QString& path);
    void analyse(const QStringList& paths);
    void onAnalysed(const QString& path, const domain::Result<session::SessionFacts>& facts);
    void cancel(const QStringList& paths);
    void compare(const QStringList& paths);
    void showDifference(const domain::Result<session::RecordedRun>& before,
                        const domain::Result<session::RecordedRun>& after, const QStringList& files, QWidget* window);
    void remove(const QStringList& paths);
    void import(const QStringList& paths);
    void request(const QString& path);
    void showInFolder(const QStringList& paths) const;
    void setBusy(const QString& path, bool busy, int percent);
    session::OpenSource sourceOf(const QString& path) const;
    recording::Progress progressOf(const QString& path);

    settings::Settings& m_settings;
    models::SessionListModel m_model;
    QPointer<views::SessionBrowser> m_browser;
    domain::ZoneTime m_zone = domain::ZoneTime::newYork();
    std::atomic<bool> m_stop{false};      // everything
    std::shared_ptr<std::atomic<bool>> m_cancel = std::make_shared<std::atomic<bool>>(false); // the analysis under way
    QThreadPool m_pool;
};

} // namespace flowglass::app
