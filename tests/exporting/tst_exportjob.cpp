// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "exporting/exportfixture.h"
#include "exporting/exportjob.h"
#include "exporting/exportwriter.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

using namespace flowglass;
using namespace flowglass::exporting;

class TestExportJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesManyRowsWithProgress();
    void cancelKeepsTheOlderFile();
    void deletingCancelsAndJoins();
    void failureComesAsAnError();
    void signalsComeInThisThread();

private:
    QString csv() const { return m_folder->filePath(QStringLiteral("out.csv")); }
    std::unique_ptr<QTemporaryDir> m_folder;
    static constexpr qint64 kRows = 200'000;
};

void TestExportJob::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestExportJob::writesManyRowsWithProgress()
{
    ExportJob job(fixture::order(csv(), kRows));
    QSignalSpy progressed(&job, &ExportJob::progressed);
    QSignalSpy finished(&job, &ExportJob::finished);
    QSignalSpy failed(&job, &ExportJob::failed);
    QCOMPARE(job.total(), kRows);
    QElapsedTimer timer;
    timer.start();
    job.start();
    job.start(); // a second time has no effect
    QVERIFY(finished.wait(60'000));
    qInfo("%lld rows in %lld ms", kRows, timer.elapsed());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().toLongLong(), kRows);
    QCOMPARE(failed.size(), 0);
    QVERIFY(progressed.size() >= kRows / kProgressRows);
    qint64 before = -1;
    for (const QList<QVariant>& step : progressed) {
        QVERIFY(step[0].toLongLong() > before);
        before = step[0].toLongLong();
        QCOMPARE(step[1].toLongLong(), kRows);
    }
    QCOMPARE(before, kRows);

    const QByteArray written = fixture::contentOf(csv());
    QCOMPARE(written.count('\n'), kRows + 1);
    const QJsonObject json = QJsonDocument::fromJson(fixture::contentOf(manifestPath(csv()))).object();
    QCOMPARE(json[QStringLiteral("rows")].toInteger(), kRows);
    QCOMPARE(json[QStringLiteral("csv_sha256")].toString().toLatin1(),
             QCryptographicHash::hash(written, QCryptographicHash::Sha256).toHex());
}

void TestExportJob::cancelKeepsTheOlderFile()
{
    QVERIFY(fixture::place(csv(), "old csv"));
    ExportJob job(fixture::order(csv(), kRows));
    QSignalSpy finished(&job, &ExportJob::finished);
    QSignalSpy failed(&job, &ExportJob::failed);
    connect(&job, &ExportJob::progressed, &job, &ExportJob::cancel);
    job.start();
    QVERIFY(failed.wait(60'000));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<domain::Error>().code, domain::Error::Code::Cancelled);
    QCOMPARE(finished.size(), 0);
    QCOMPARE(fixture::contentOf(csv()), QByteArray("old csv"));
    QCOMPARE(fixture::filesIn(m_folder->path()), QStringList{QStringLiteral("out.csv")});
}

void TestExportJob::deletingCancelsAndJoins()
{
    QVERIFY(fixture::place(csv(), "old csv"));
    auto job = std::make_unique<ExportJob>(fixture::order(csv(), kRows));
    QSignalSpy progressed(job.get(), &ExportJob::progressed);
    job->start();
    QVERIFY(progressed.wait(60'000));
    job.reset();
    QCOMPARE(fixture::contentOf(csv()), QByteArray("old csv"));
    QCOMPARE(fixture::filesIn(m_folder->path()), QStringList{QStringLiteral("out.csv")});
}

void TestExportJob::failureComesAsAnError()
{
    ExportJob job(fixture::order(m_folder->filePath(QStringLiteral("missing/out.csv")), 10));
    QSignalSpy failed(&job, &ExportJob::failed);
    job.start();
    QVERIFY(failed.wait(60'000));
    const auto error = failed.first().first().value<domain::Error>();
    QCOMPARE(error.code, domain::Error::Code::Unwritable);
    QVERIFY(error.text.contains(QLatin1String("missing/out.csv")));
}

void TestExportJob::signalsComeInThisThread()
{
    ExportJob job(fixture::order(csv(), 10));
    QSet<QThread*> threads;
    const auto note = [&threads] { threads.insert(QThread::currentThread()); };
    connect(&job, &ExportJob::progressed, &job, note, Qt::DirectConnection);
    connect(&job, &ExportJob::finished, &job, note, Qt::DirectConnection);
    QSignalSpy finished(&job, &ExportJob::finished);
    job.start();
    QVERIFY(finished.wait(60'000));
    QCOMPARE(threads, QSet<QThread*>{QThread::currentThread()});
}

QTEST_GUILESS_MAIN(TestExportJob)
#include "tst_exportjob.moc"
