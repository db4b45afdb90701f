// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/gap/chainpage.h"
#include "domain/contract.h"
#include "domain/time/clock.h"
#include "exporting/linesink.h"
#include "session/openinterest/openinteresthistory.h"

#include <QLockFile>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>

namespace flowglass::session {

struct KeptOpenInterest;
class Session;

// Keeps the open interest of every contract that REST tells of during live sessions, day by day, in a file,
// because the provider keeps no past. Once the file is read each value is handed to the system as it comes, so a
// crash loses at most the last half-written one. Of two programs with one file the first one writes. Reading and
// writing are other threads' business. GUI thread.
class OpenInterestRecord : public QObject
{
    Q_OBJECT

public:
    OpenInterestRecord(QString path, const domain::Clock& clock, QObject* parent = nullptr);
    ~OpenInterestRecord() override; // waits for what is being read or written

    void follow(Session& session); // a live one, from now on while it lives; reads the file at the first
    void add(const QString& ticker, std::optional<double> contracts, domain::UnixNs told);
    void close(); // hands out what was told, waiting for the file to be read; nothing told later is kept
    // As far as it is read and was told since; at the same place as long as this.
    const OpenInterestHistory& history() const { return m_history; }

Q_SIGNALS:
    void loaded();
    void failed(const QString& text); // something could not be read or written, for the person

private:
    void onDetail(const QString& ticker, const domain::ContractDetail* detail);
    void onChain(const std::vector<contracts::ChainRow>& rows);
    void takeRead();
    void checkSink();

    const QString m_path;
    const domain::Clock& m_clock;
    const domain::ZoneTime m_newYork = domain::ZoneTime::newYork();
    OpenInterestHistory m_history;
    std::unique_ptr<exporting::LineSink> m_sink; // from loaded() on, until it failed
    QTimer m_check;
    bool m_hasBegun = false;
    QLockFile m_lock;                         // of the worker
    std::shared_ptr<KeptOpenInterest> m_read; // by the worker; from follow() to loaded()
    QThreadPool m_worker;                     // last: ends first
};

} // namespace flowglass::session
