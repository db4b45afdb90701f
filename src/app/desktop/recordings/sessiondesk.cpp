// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/recordings/sessiondesk.h"

#include "app/desktop/beside.h"
#include "app/desktop/recordings/sessionrows.h"
#include "app/sessionsetup.h"
#include "recording/recordingindex.h"
#include "session/replay/opensource.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace flowglass::app {

namespace {

using domain::Result;
using session::RecordedRun;

constexpr QLatin1Char kBetweenPaths('\n');

struct Compared
{
    Result<RecordedRun> before;
    Result<RecordedRun> after;
};

} // namespace

SessionDesk::SessionDesk(settings::Settings& settings, QObject* parent)
    : QObject(parent), m_settings(settings)
{
    m_pool.setMaxThreadCount(1);
}

SessionDesk::~SessionDesk()
{
    m_stop = true;
    m_pool.clear();
    m_pool.waitForDone();
}

void SessionDesk::open(QWidget* window)
{
    using views::SessionBrowser;
    if (!m_browser) {
        m_browser = new SessionBrowser(m_settings.recording, window);
        m_browser->setAttribute(Qt::WA_DeleteOnClose);
        m_browser->setModel(&m_model);
        connect(m_browser, &SessionBrowser::openRequested, this,
                [this](const QStringList& paths) { request(paths.first()); });
        connect(m_browser, &SessionBrowser::analyseRequested, this, &SessionDesk::analyse);
        connect(m_browser, &SessionBrowser::cancelRequested, this, &SessionDesk::cancel);
        connect(m_browser, &SessionBrowser::compareRequested, this, &SessionDesk::compare);
        connect(m_browser, &SessionBrowser::importRequested, this, &SessionDesk::import);
        connect(m_browser, &SessionBrowser::deleteRequested, this, &SessionDesk::remove);
        connect(m_browser, &SessionBrowser::folderRequested, this, &SessionDesk::showInFolder);
    }
    m_browser->setFolder(m_settings.recording.folderInUse());
    refresh();
    m_browser->show();
    m_browser->raise();
    m_browser->activateWindow();
}

void SessionDesk::setZone(const domain::ZoneTime& zone)
{
    m_zone = zone;
    m_model.setZone(zone);
}

void SessionDesk::refresh()
{
    const QString folder = m_settings.recording.folderInUse();
    const QStringList imported =
        m_settings.recording.imported.value().split(kBetweenPaths, Qt::SkipEmptyParts);
    runBeside(
        this, &m_pool, [folder, imported] { return session::listSessions(folder, imported); },
        [this](const auto& sessions) { onListed(sessions); });
}

void SessionDesk::onListed(const std::vector<session::CataloguedSession>& sessions)
{
    std::vector<models::SessionRow> rows;
    for (const session::CataloguedSession& session : sessions) {
        const models::SessionRow* known = m_model.find(session.path);
        rows.push_back(sessionRow(session, known));
    }
    m_model.setRows(std::move(rows));
    for (const session::CataloguedSession& session : sessions)
        if (!session.facts && session.problem.isEmpty() && session::isRecording(session.path))
            readIndex(session.path);
}

// What is not known without judging the recording is left open.
void SessionDesk::readIndex(const QString& path)
{
    runBeside(
        this, &m_pool,
        [this, path] { return recording::loadIndex(path, [this](qint64, qint64) { return !m_stop; }); },
        [this, path](const Result<recording::RecordingIndex>& index) {
            if (const models::SessionRow* row = m_model.find(path))
                m_model.updateRow(withIndex(*row, index));
        });
}

// As a replay would judge it now.
session::RunSettings SessionDesk::asSet() const
{
    session::RunSettings how;
    how.otherwise = detectSettings(m_settings.detect.choice());
    return how;
}

void SessionDesk::analyse(const QStringList& paths)
{
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    for (const QString& path : paths) {
        setBusy(path, true, 0);
        runBeside(
            this, &m_pool,
            [this, path, how = asSet()] { return analysed(path, sourceOf(path), how, progressOf(path)); },
            [this, path](const Result<session::SessionFacts>& facts) { onAnalysed(path, facts); });
    }
}

void SessionDesk::onAnalysed(const QString& path, const Result<session::SessionFacts>& facts)
{
    const models::SessionRow* row = m_model.find(path);
    if (!row)
        return;
    models::SessionRow next = *row;
    next.busy = false;
    if (facts)
        next = withFacts(next, *facts);
    else if (facts.error().code != domain::Error::Code::Cancelled)
        next.note = facts.error().text;
    m_model.updateRow(next);
}

void SessionDesk::cancel(const QStringList&)
{
    *m_cancel = true; // those that wait give up as soon as they begin
}

void SessionDesk::compare(const QStringList& paths)
{
    if (paths.size() != 2)
        return;
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    for (const QString& path : paths)
        setBusy(path, true, 0);
    const auto judged = [this, how = asSet()](const QString& path) {
        return session::judgeRecording(sourceOf(path), how, progressOf(path));
    };
    runBeside(
        this, &m_pool,
        [judged, paths] {
            return Compared{judged(paths[0]), judged(paths[1])};
        },
        [this, paths](const Compared& both) {
            for (const QString& path : paths)
                setBusy(path, false, 0);
            showDifference(both.before, both.after, paths, m_browser);
        });
}

void SessionDesk::tryOn(const QString& file, const detect::Settings& settings, QWidget* window)
{
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    const QString folder = m_settings.recording.folderInUse();
    Q_EMIT told(tr("Judging the recording twice…"));
    struct Tried
    {
        QString file;
        Compared runs;
    };
    runBeside(
        this, &m_pool,
        [this, file, folder, settings, how = asSet()] {
            const QString path = file.isEmpty() ? session::newestSession(folder) : file;
            session::RunSettings changed = how;
            changed.detect = settings;
            const session::OpenSource source = sourceOf(path);
            return Tried{path,
                         {session::judgeRecording(source, how, progressOf(path)),
                          session::judgeRecording(source, changed, progressOf(path))}};
        },
        [this, window = QPointer<QWidget>(window)](const Tried& tried) {
            Q_EMIT told(tried.file.isEmpty() ? tr("There is no recording to try it on yet.") : QString());
            if (!tried.file.isEmpty())
                showDifference(tried.runs.before, tried.runs.after, {tried.file, tried.file}, window);
        });
}

void SessionDesk::showDifference(const Result<RecordedRun>& before, const Result<RecordedRun>& after,
                                 const QStringList& files, QWidget* window)
{
    if (before && after) {
        auto* dialog = new views::CompareDialog(m_settings.recording, window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->present(comparison(*before, *after, files), m_zone);
        dialog->show();
        return;
    }
    const domain::Error& error = before ? after.error() : before.error();
    if (error.code == domain::Error::Code::Cancelled)
        return;
    if (m_browser)
        m_browser->setNotice(error.text);
    Q_EMIT told(error.text);
}

void SessionDesk::remove(const QStringList& paths)
{
    QStringList imported = m_settings.recording.imported.value().split(kBetweenPaths, Qt::SkipEmptyParts);
    for (const QString& path : paths)
        imported.removeAll(path);
    m_settings.recording.imported.setValue(imported.join(kBetweenPaths));
    runBeside(
        this, &m_pool,
        [paths] {
            QStringList problems;
            for (const QString& path : paths)
                if (const Result<bool> removed = session::removeSession(path); !removed)
                    problems << removed.error().text;
            return problems;
        },
        [this](const QStringList& problems) {
            if (m_browser)
                m_browser->setNotice(problems.join(QLatin1Char(' ')));
            refresh();
        });
}

void SessionDesk::import(const QStringList& paths)
{
    QStringList imported = m_settings.recording.imported.value().split(kBetweenPaths, Qt::SkipEmptyParts);
    for (const QString& path : paths)
        if (!imported.contains(path))
            imported << path;
    m_settings.recording.imported.setValue(imported.join(kBetweenPaths));
    refresh();
    if (paths.size() == 1)
        request(paths.first());
}

void SessionDesk::request(const QString& path)
{
    Q_EMIT openRequested(path);
    if (m_browser)
        m_browser->close();
}

void SessionDesk::showInFolder(const QStringList& paths) const
{
    const QString folder =
        paths.isEmpty() ? m_settings.recording.folderInUse() : QFileInfo(paths.first()).absolutePath();
    QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
}

void SessionDesk::setBusy(const QString& path, bool busy, int percent)
{
    const models::SessionRow* row = m_model.find(path);
    if (!row)
        return;
    models::SessionRow next = *row;
    next.busy = busy;
    next.percent = percent;
    m_model.updateRow(next);
}

session::OpenSource SessionDesk::sourceOf(const QString& path) const
{
    const Result<domain::WatchList> watch = domain::WatchList::parse(m_settings.watch.underlyings.value());
    return session::openReplayFile(path, watch ? *watch : domain::WatchList());
}

// Called on the worker thread.
recording::Progress SessionDesk::progressOf(const QString& path)
{
    return [this, path, cancelled = m_cancel, last = -1](qint64 done, qint64 total) mutable {
        const int percent = total > 0 ? int(done * 100 / total) : 0;
        if (std::exchange(last, percent) != percent) {
            QMetaObject::invokeMethod(
                this, [this, path, percent] { setBusy(path, true, percent); }, Qt::QueuedConnection);
        }
        return !m_stop && !*cancelled;
    };
}

} // namespace flowglass::app
