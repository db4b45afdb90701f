// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "session/keptfiles.h"
#include "session/openinterest/openinterestfile.h"
#include "session/openinterest/openinterestrecord.h"
#include "session/session.h"
#include "support/fakeapi.h"
#include "support/fakeclock.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace std::chrono_literals;
using namespace flowglass;
using domain::OpenInterestOfDay;
using session::OpenInterestRecord;
using test::FakeApi;
using test::FakeClock;

namespace {

const QString kTicker = QStringLiteral("O:NVDA261218C00150000");
constexpr std::int32_t kDay = 20'776; // 2026-11-19, the trading day before FakeClock::kMorning
using Days = std::vector<OpenInterestOfDay>;

} // namespace

// Values come from REST as a session asks it, and are in the file of the next run.
class TstOpenInterestRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void snapshotsAndChainsAreKept();
    void aSecondDayIsAnotherValue();
    void theLastWordOfADayIsInTheFile();
    void whatIsToldWhileTheFileIsReadWins();
    void closedBeforeTheFileIsReadNothingIsLost();
    void ofTwoProgramsTheFirstOneWrites();
    void beforeTheMarketOpensItMayBeOfTwoDays();
    void noOpenInterestIsNotKept();
    void withoutALiveSessionTheFileIsLeftAlone();
    void aDamagedFileIsToldAndKeptAside();
    void aFolderThatCannotBeIsTold();

private:
    std::unique_ptr<session::Session> session();
    Days daysInFile() const;
    void runOnce(double contracts, std::chrono::nanoseconds later);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    FakeApi m_api;
    FakeClock m_clock{FakeClock::kMorning, FakeClock::Steady::Running};
};

void TstOpenInterestRecord::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = session::openInterestPath(m_folder->filePath(QStringLiteral("settings.ini")));
    m_clock.setNow(FakeClock::kMorning);
    m_api.setHandler(FakeApi::anyContract);
}

std::unique_ptr<session::Session> TstOpenInterestRecord::session()
{
    session::SessionConfig config;
    config.watch = domain::WatchList::parse(QStringLiteral("NVDA")).value();
    config.rest.base = m_api.url();
    config.rest.giveUpAfter = 5s;
    config.apiKey = QStringLiteral("a-test-key");
    return std::make_unique<session::Session>(std::move(config), m_clock);
}

Days TstOpenInterestRecord::daysInFile() const
{
    const auto text = session::readKept(m_path);
    return text ? session::readOpenInterest(*text, kDay).history.of(kTicker.toStdString()) : Days();
}

// One run of the program that hears one value, after that time.
void TstOpenInterestRecord::runOnce(double contracts, std::chrono::nanoseconds later)
{
    m_clock.advance(later);
    const auto live = session();
    OpenInterestRecord record(m_path, m_clock);
    QSignalSpy loaded(&record, &OpenInterestRecord::loaded);
    record.follow(*live);
    QVERIFY(loaded.wait());
    record.add(kTicker, contracts, m_clock.now());
    record.close();
}

void TstOpenInterestRecord::snapshotsAndChainsAreKept()
{
    const auto live = session();
    OpenInterestRecord record(m_path, m_clock);
    record.follow(*live);
    live->contractService().request(kTicker, contracts::Priority::Clicked);
    QTRY_COMPARE(record.history().size(), std::size_t(1));
    QVERIFY(record.history().of(kTicker.toStdString()) == (Days{{kDay, 8'133}}));
    contracts::ChainRow row;
    row.ticker = QStringLiteral("O:NVDA261218P00150000");
    row.openInterest = 77.0;
    Q_EMIT live->chainFetched({row, {}});
    QVERIFY(record.history().of(row.ticker.toStdString()) == (Days{{kDay, 77}}));
    QTRY_COMPARE(session::readOpenInterest(*session::readKept(m_path), kDay).history.size(), std::size_t(2)); // at once
}

void TstOpenInterestRecord::aSecondDayIsAnotherValue()
{
    runOnce(100, 0s);
    runOnce(120, 72h); // Friday to Monday: told of Thursday and Friday
    QVERIFY(daysInFile() == (Days{{kDay, 100}, {kDay + 1, 120}}));
}

void TstOpenInterestRecord::theLastWordOfADayIsInTheFile()
{
    runOnce(100, 0s);
    runOnce(100, 1h);
    runOnce(130, 1h);
    QVERIFY(daysInFile() == (Days{{kDay, 130}}));
}

void TstOpenInterestRecord::whatIsToldWhileTheFileIsReadWins()
{
    runOnce(100, 0s);
    const auto live = session();
    OpenInterestRecord record(m_path, m_clock);
    QSignalSpy loaded(&record, &OpenInterestRecord::loaded);
    record.follow(*live);
    record.add(kTicker, 130, m_clock.now());
    QVERIFY(loaded.wait());
    QVERIFY(record.history().of(kTicker.toStdString()) == (Days{{kDay, 130}}));
    record.close();
    QVERIFY(daysInFile() == (Days{{kDay, 130}}));
}

void TstOpenInterestRecord::closedBeforeTheFileIsReadNothingIsLost()
{
    runOnce(100, 0s);
    const auto live = session();
    OpenInterestRecord record(m_path, m_clock);
    QSignalSpy loaded(&record, &OpenInterestRecord::loaded);
    record.follow(*live);
    record.add(kTicker, 130, m_clock.now());
    record.close();
    QCOMPARE(loaded.count(), 1);
    QVERIFY(daysInFile() == (Days{{kDay, 130}}));
    QCoreApplication::processEvents();
    QCOMPARE(loaded.count(), 1);
}

void TstOpenInterestRecord::ofTwoProgramsTheFirstOneWrites()
{
    const auto live = session();
    OpenInterestRecord first(m_path, m_clock);
    QSignalSpy firstLoaded(&first, &OpenInterestRecord::loaded);
    first.follow(*live);
    QVERIFY(firstLoaded.wait());
    first.add(kTicker, 100, m_clock.now());
    QTRY_COMPARE(daysInFile().size(), std::size_t(1));
    {
        OpenInterestRecord second(m_path, m_clock);
        QSignalSpy secondLoaded(&second, &OpenInterestRecord::loaded);
        QSignalSpy told(&second, &OpenInterestRecord::failed);
        second.follow(*live);
        QVERIFY(secondLoaded.wait());
        QCOMPARE(told.count(), 1);
        QVERIFY(second.history().of(kTicker.toStdString()) == (Days{{kDay, 100}}));
        second.add(kTicker, 200, m_clock.now());
        second.close();
    }
    QVERIFY(daysInFile() == (Days{{kDay, 100}}));
    first.add(kTicker, 130, m_clock.now());
    first.close();
    QVERIFY(daysInFile() == (Days{{kDay, 130}}));
}

void TstOpenInterestRecord::beforeTheMarketOpensItMayBeOfTwoDays()
{
    runOnce(100, 0s);
    runOnce(120, 20h); // the night to Saturday
    QVERIFY(daysInFile() == (Days{{kDay, 100}}));
}

void TstOpenInterestRecord::noOpenInterestIsNotKept()
{
    OpenInterestRecord record(m_path, m_clock);
    record.add(kTicker, std::nullopt, m_clock.now());
    record.add(kTicker, -1.0, m_clock.now());
    record.add(kTicker, 1e300, m_clock.now());
    QCOMPARE(record.history().size(), std::size_t(0));
}

void TstOpenInterestRecord::withoutALiveSessionTheFileIsLeftAlone()
{
    {
        OpenInterestRecord record(m_path, m_clock);
        record.add(kTicker, 100, m_clock.now());
    }
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TstOpenInterestRecord::aDamagedFileIsToldAndKeptAside()
{
    runOnce(100, 0s);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::Append) && file.write("O:NVDA\n") > 0);
    file.close();
    const auto live = session();
    OpenInterestRecord record(m_path, m_clock);
    QSignalSpy failed(&record, &OpenInterestRecord::failed);
    record.follow(*live);
    QVERIFY(failed.wait());
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("kept aside")));
    QVERIFY(QFile::exists(m_path + QStringLiteral(".corrupt")));
    record.add(kTicker, 120, {m_clock.now().value + 1});
    record.close();
    QVERIFY(daysInFile() == (Days{{kDay, 120}}));
}

void TstOpenInterestRecord::aFolderThatCannotBeIsTold()
{
    const auto live = session();
    QFile inTheWay(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    OpenInterestRecord record(m_folder->filePath(QStringLiteral("file/openinterest.txt")), m_clock);
    QSignalSpy failed(&record, &OpenInterestRecord::failed);
    record.follow(*live);
    record.add(kTicker, 100, m_clock.now());
    QVERIFY(failed.wait(10'000));
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("openinterest.txt")));
    record.add(kTicker, 120, {m_clock.now().value + 1}); // still shown in this run
    QVERIFY(record.history().of(kTicker.toStdString()) == (Days{{kDay, 120}}));
}

QTEST_GUILESS_MAIN(TstOpenInterestRecord)
#include "tst_openinterestrecord.moc"
