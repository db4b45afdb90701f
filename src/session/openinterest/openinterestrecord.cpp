// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/openinterest/openinterestrecord.h"

#include "session/keptfiles.h"
#include "session/openinterest/openinterestfile.h"
#include "session/session.h"

#include <cmath>
#include <utility>

namespace flowglass::session {

namespace {
constexpr std::chrono::seconds kCheckEvery{2};
constexpr double kMostContracts = 1e12; // more is no open interest
} // namespace

OpenInterestRecord::OpenInterestRecord(QString path, const domain::Clock& clock, QObject* parent)
    : QObject(parent), m_path(std::move(path)), m_clock(clock), m_lock(m_path + QStringLiteral(".lock"))
{
    m_lock.setStaleLockTime(0); // it is held for days; a dead owner is noticed all the same
    m_worker.setMaxThreadCount(1);
    m_check.setInterval(kCheckEvery);
    connect(&m_check, &QTimer::timeout, this, &OpenInterestRecord::checkSink);
}

OpenInterestRecord::~OpenInterestRecord() = default;

void OpenInterestRecord::follow(Session& session)
{
    const contracts::ContractService* service = &session.contractService();
    connect(service, &contracts::ContractService::detailChanged, this,
            [this, service](const QString& ticker) { onDetail(ticker, service->detail(ticker)); });
    connect(&session, &Session::chainFetched, this, &OpenInterestRecord::onChain);
    if (std::exchange(m_hasBegun, true))
        return;
    m_read = std::make_shared<KeptOpenInterest>();
    const std::int32_t today = m_newYork.day(domain::lossyToMs(m_clock.now()));
    m_worker.start([this, read = m_read, today] {
        makeFolderOf(m_path);
        const bool isTaken = !m_lock.tryLock(0) && m_lock.error() == QLockFile::LockFailedError;
        *read = isTaken ? lookAtOpenInterest(m_path, today) : loadOpenInterest(m_path, today);
        QMetaObject::invokeMethod(this, &OpenInterestRecord::takeRead, Qt::QueuedConnection);
    });
}

void OpenInterestRecord::add(const QString& ticker, std::optional<double> contracts, domain::UnixNs told)
{
    if (!contracts || !(*contracts >= 0.0 && *contracts <= kMostContracts))
        return;
    const std::optional<std::int32_t> day = domain::openInterestDay(told, m_newYork);
    if (!day)
        return;
    const std::string name = ticker.toStdString();
    const domain::OpenInterestOfDay value{*day, std::llround(*contracts)};
    if (m_history.add(name, value, told) && m_sink)
        m_sink->write(openInterestLine(name, value));
}

void OpenInterestRecord::close()
{
    m_worker.waitForDone();
    takeRead();
    m_check.stop();
    const std::unique_ptr<exporting::LineSink> sink = std::move(m_sink);
    const domain::Result<bool> closed = sink ? sink->close() : domain::Result<bool>(true);
    if (!closed)
        Q_EMIT failed(closed.error().text);
}

void OpenInterestRecord::onDetail(const QString& ticker, const domain::ContractDetail* detail)
{
    if (detail && detail->snapshot.value)
        add(ticker, detail->snapshot.value->openInterest, detail->snapshot.fetchedAt);
}

void OpenInterestRecord::onChain(const std::vector<contracts::ChainRow>& rows)
{
    const domain::UnixNs now = m_clock.now();
    for (const contracts::ChainRow& row : rows)
        add(row.ticker, row.openInterest, now);
}

// What was told while the file was being read is newer than all in it.
void OpenInterestRecord::takeRead()
{
    const std::shared_ptr<KeptOpenInterest> kept = std::move(m_read);
    if (!kept)
        return; // close() did
    const OpenInterestHistory since = std::exchange(m_history, std::move(kept->history));
    m_history.add(since);
    if (kept->mayGoOn) {
        m_sink = exporting::LineSink::appending(m_path, openInterestHead());
        m_sink->open(); // what goes wrong shows in checkSink()
        m_check.start();
        since.forEach([this](const std::string& ticker, const domain::OpenInterestOfDay& value) {
            m_sink->write(openInterestLine(ticker, value));
        });
    }
    if (!kept->notice.isEmpty())
        Q_EMIT failed(kept->notice);
    Q_EMIT loaded();
}

void OpenInterestRecord::checkSink()
{
    if (m_sink && m_sink->error())
        close();
}

} // namespace flowglass::session
