// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "session/keptfiles.h"
#include "session/baselinewriter.h"
#include "session/session.h"
#include "support/fakeclock.h"
#include "tradestream.h"

#include <QDateTime>
#include <QDir>
#include <QTemporaryDir>

using namespace flowglass;
using namespace std::chrono_literals;
using session::BaselineWriter;

namespace {

// A session without a feed that has judged a few trades.
struct Rig
{
    Rig() : session(config(), clock) {}
    void judge(int trades)
    {
        session.ingest(test::frame(test::TradeStream(1).next(trades)), clock.now());
        session.flush();
    }
    static session::SessionConfig config()
    {
        session::SessionConfig made;
        made.watch = domain::WatchList::parse(QStringLiteral("*")).value();
        return made;
    }
    test::FakeClock clock;
    session::Session session;
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("baselines.fgb"));
};

} // namespace

class TstBaselineWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whileItRunsWhatIsLearntIsKept();
    void whatIsKeptIsToldAsTheFileHasIt();
    void nothingLearntIsNothingKept();
    void resettingRemovesWhatIsStillBeingWritten();
    void theFirstRunMakesTheFolder();
    void anUnwritableFileIsTold();
    void aBadFileIsKeptAside();
};

void TstBaselineWriter::whileItRunsWhatIsLearntIsKept()
{
    Rig rig;
    rig.judge(500);
    BaselineWriter writer(rig.path, 5ms);
    writer.follow(rig.session);
    QTRY_VERIFY(QFile::exists(rig.path));
    writer.stop();
    const auto text = session::readKept(rig.path);
    QVERIFY(text);
    QCOMPARE(*text, rig.session.engine().saveBaselines());
    domain::ContractTable contracts;
    detect::Engine next(contracts, {});
    QVERIFY(next.loadBaselines(*text));
    QCOMPARE(next.baselines().days, 1);
}

void TstBaselineWriter::whatIsKeptIsToldAsTheFileHasIt()
{
    Rig rig;
    rig.judge(500);
    BaselineWriter writer(rig.path);
    std::optional<session::KeptBaselines> kept;
    connect(&writer, &BaselineWriter::kept, this, [&kept](const session::KeptBaselines& file) { kept = file; });
    writer.write(rig.session);
    QTRY_VERIFY(kept);
    QCOMPARE(kept->time.value, QFileInfo(rig.path).lastModified().toMSecsSinceEpoch());
    domain::ContractTable contracts;
    detect::Engine next(contracts, {});
    const auto loaded = next.loadBaselines(*session::readKept(rig.path));
    QVERIFY(loaded);
    QCOMPARE(kept->info.bytes, std::uint64_t(QFileInfo(rig.path).size()));
    QVERIFY(kept->info == *loaded);
    QVERIFY(kept->info.contracts > 0);
}

void TstBaselineWriter::nothingLearntIsNothingKept()
{
    Rig rig;
    {
        BaselineWriter writer(rig.path);
        writer.write(rig.session);
    }
    QVERIFY(!QFile::exists(rig.path));
}

void TstBaselineWriter::resettingRemovesWhatIsStillBeingWritten()
{
    Rig rig;
    rig.judge(500);
    {
        BaselineWriter writer(rig.path);
        for (int i = 0; i < 5; ++i)
            writer.write(rig.session);
        writer.remove();
    }
    QVERIFY(QDir(rig.folder.path()).isEmpty());
}

void TstBaselineWriter::theFirstRunMakesTheFolder()
{
    Rig rig;
    rig.judge(10);
    const QString path = rig.folder.filePath(QStringLiteral("new/folder/baselines.fgb"));
    {
        BaselineWriter writer(path);
        writer.write(rig.session);
    }
    QVERIFY(QFile::exists(path));
}

void TstBaselineWriter::anUnwritableFileIsTold()
{
    Rig rig;
    rig.judge(10);
    QFile inTheWay(rig.folder.filePath(QStringLiteral("file")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    BaselineWriter writer(rig.folder.filePath(QStringLiteral("file/baselines.fgb")));
    QStringList told; // a QSignalSpy would listen on the worker's thread
    connect(&writer, &BaselineWriter::failed, this, [&told](const QString& text) { told << text; });
    writer.write(rig.session);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told.first().contains(QStringLiteral("baselines.fgb")));
}

void TstBaselineWriter::aBadFileIsKeptAside()
{
    Rig rig;
    QFile bad(rig.path);
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("nonsense") == 8);
    bad.close();
    {
        BaselineWriter writer(rig.path);
        writer.keepAside();
    }
    QCOMPARE(QDir(rig.folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("baselines.fgb.corrupt")});
}

QTEST_GUILESS_MAIN(TstBaselineWriter)
#include "tst_baselinewriter.moc"
