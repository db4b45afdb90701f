// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "exporting/atomicfile.h"
#include "exporting/exportfixture.h"
#include "exporting/exportwriter.h"

#include <QTemporaryDir>

#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

using namespace flowglass;
using namespace flowglass::exporting;

namespace {

bool always(qint64)
{
    return true;
}

// No file may grow beyond this while it lives: what a full disk looks like, for root too.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

// Someone without rights, also when the tests run as root.
class Nobody
{
public:
    Nobody() : m_before(geteuid()), m_dropped(m_before != 0 || seteuid(65534) == 0) {}
    ~Nobody()
    {
        if (geteuid() != m_before && seteuid(m_before) != 0)
            qFatal("cannot become root again");
    }
    bool dropped() const { return m_dropped; }

private:
    uid_t m_before;
    bool m_dropped;
};

} // namespace

class TestExportWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void replacesOlderFiles();
    void unwritablePathsNameThemselves_data();
    void unwritablePathsNameThemselves();
    void missingPermissionIsNamed();
    void fullDiskLeavesOlderFiles();
    void cancelLeavesOlderFiles_data();
    void cancelLeavesOlderFiles();
    void failedSecondRenameRestoresTheManifest_data();
    void failedSecondRenameRestoresTheManifest();
    void askedAsItGoes();
    void checkWritableTouchesNothing();
    void writeWholeReplacesOrKeeps();

private:
    QString csv() const { return m_folder->filePath(QStringLiteral("out.csv")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestExportWriter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestExportWriter::replacesOlderFiles()
{
    QVERIFY(fixture::place(csv(), "old csv that is much longer than nothing"));
    QVERIFY(fixture::place(manifestPath(csv()), "old manifest"));
    QVERIFY(writeExport(fixture::order(csv(), 1), always).has_value());
    QCOMPARE(fixture::contentOf(csv()).count('\n'), 2);
    QVERIFY(fixture::contentOf(manifestPath(csv())).contains("csv_sha256"));
    QCOMPARE(fixture::filesIn(m_folder->path()),
             (QStringList{QStringLiteral("out.csv"), QStringLiteral("out.csv.json")}));
}

void TestExportWriter::unwritablePathsNameThemselves_data()
{
    QTest::addColumn<QString>("relative");
    QTest::newRow("the folder is missing") << QStringLiteral("missing/out.csv");
    QTest::newRow("the folder is a file") << QStringLiteral("file/out.csv");
    QTest::newRow("the file is a folder") << QStringLiteral("folder");
    QTest::newRow("the manifest is a folder") << QStringLiteral("taken.csv");
}

void TestExportWriter::unwritablePathsNameThemselves()
{
    QFETCH(QString, relative);
    QVERIFY(fixture::place(m_folder->filePath(QStringLiteral("file")), "x"));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("folder")));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("taken.csv.json")));
    const QStringList before = fixture::filesIn(m_folder->path());
    const QString path = m_folder->filePath(relative);
    const auto rows = writeExport(fixture::order(path, 1), always);
    QVERIFY(!rows.has_value());
    QCOMPARE(rows.error().code, domain::Error::Code::Unwritable);
    QVERIFY2(rows.error().text.contains(path), qPrintable(rows.error().text));
    QVERIFY2(rows.error().text.size() > path.size() + 20, qPrintable(rows.error().text));
    QCOMPARE(fixture::filesIn(m_folder->path()), before);
}

void TestExportWriter::missingPermissionIsNamed()
{
    domain::Error write, check;
    bool tried = false;
    {
        const Nobody nobody;
        tried = nobody.dropped() && access(qPrintable(m_folder->path()), W_OK | X_OK) == 0 &&
                eaccess(qPrintable(m_folder->path()), W_OK | X_OK) != 0;
        if (tried) {
            write = writeExport(fixture::order(csv(), 1), always).error();
            check = checkWritable(csv()).error();
        }
    }
    if (!tried)
        QSKIP("needs root, to become somebody without rights");
    QVERIFY2(write.text.contains(csv()) && write.text.contains(QLatin1String("denied")),
             qPrintable(write.text));
    QVERIFY2(check.text.contains(csv()) && check.text.contains(QLatin1String("denied")),
             qPrintable(check.text));
}

void TestExportWriter::fullDiskLeavesOlderFiles()
{
    QVERIFY(fixture::place(csv(), "old csv"));
    QVERIFY(fixture::place(manifestPath(csv()), "old manifest"));
    const ExportOrder order = fixture::order(csv(), 20'000);
    const auto rows = [&order] {
        const SmallDisk disk(1'000'000);
        return writeExport(order, always);
    }();
    QVERIFY(!rows.has_value());
    QCOMPARE(rows.error().code, domain::Error::Code::Unwritable);
    QVERIFY2(rows.error().text.contains(csv()) && rows.error().text.contains(QLatin1String("too large")),
             qPrintable(rows.error().text));
    QCOMPARE(fixture::contentOf(csv()), QByteArray("old csv"));
    QCOMPARE(fixture::contentOf(manifestPath(csv())), QByteArray("old manifest"));
    QCOMPARE(fixture::filesIn(m_folder->path()).size(), 2);
}

void TestExportWriter::cancelLeavesOlderFiles_data()
{
    QTest::addColumn<qint64>("stopAt");
    QTest::newRow("before the first row") << qint64(0);
    QTest::newRow("in the middle") << 2 * kProgressRows;
    QTest::newRow("after the last row, before the files are put in place") << qint64(10'000);
}

void TestExportWriter::cancelLeavesOlderFiles()
{
    QFETCH(qint64, stopAt);
    QVERIFY(fixture::place(csv(), "old csv"));
    const auto rows =
        writeExport(fixture::order(csv(), 10'000), [stopAt](qint64 done) { return done < stopAt; });
    QVERIFY(!rows.has_value());
    QCOMPARE(rows.error().code, domain::Error::Code::Cancelled);
    QCOMPARE(fixture::contentOf(csv()), QByteArray("old csv"));
    QCOMPARE(fixture::filesIn(m_folder->path()), QStringList{QStringLiteral("out.csv")});
}

void TestExportWriter::failedSecondRenameRestoresTheManifest_data()
{
    QTest::addColumn<bool>("hadManifest");
    QTest::newRow("an older manifest comes back") << true;
    QTest::newRow("a new manifest is taken away") << false;
}

void TestExportWriter::failedSecondRenameRestoresTheManifest()
{
    QFETCH(bool, hadManifest);
    if (hadManifest)
        QVERIFY(fixture::place(manifestPath(csv()), "old manifest"));
    // A folder that takes the CSV's name while it is being written: the rename of the manifest works, that
    // of the CSV cannot.
    const QString path = csv();
    const auto rows = writeExport(fixture::order(path, 1), [&path](qint64) {
        QDir().mkpath(path);
        return true;
    });
    QVERIFY(!rows.has_value());
    QCOMPARE(rows.error().code, domain::Error::Code::Unwritable);
    QVERIFY2(rows.error().text.contains(path), qPrintable(rows.error().text));
    if (hadManifest)
        QCOMPARE(fixture::contentOf(manifestPath(path)), QByteArray("old manifest"));
    QCOMPARE(fixture::filesIn(m_folder->path()).size(), hadManifest ? 2 : 1);
}

void TestExportWriter::askedAsItGoes()
{
    std::vector<qint64> asked;
    const auto rows = writeExport(fixture::order(csv(), 2 * kProgressRows + 1), [&asked](qint64 done) {
        asked.push_back(done);
        return true;
    });
    QVERIFY(rows.has_value());
    QCOMPARE(asked, (std::vector<qint64>{0, kProgressRows, 2 * kProgressRows, 2 * kProgressRows + 1}));
}

void TestExportWriter::checkWritableTouchesNothing()
{
    QVERIFY(fixture::place(csv(), "old csv"));
    QVERIFY(checkWritable(csv()).has_value());
    QVERIFY(checkWritable(m_folder->filePath(QStringLiteral("new.csv"))).has_value());
    QCOMPARE(fixture::contentOf(csv()), QByteArray("old csv"));
    QCOMPARE(fixture::filesIn(m_folder->path()), QStringList{QStringLiteral("out.csv")});

    QVERIFY(!checkWritable(QString()).has_value());
    QVERIFY(!checkWritable(m_folder->path()).has_value());
    const auto missing = checkWritable(m_folder->filePath(QStringLiteral("no/out.csv")));
    QVERIFY(!missing.has_value());
    QVERIFY2(missing.error().text.contains(QLatin1String("no/out.csv")), qPrintable(missing.error().text));
    QVERIFY2(missing.error().text.contains(QLatin1String("No such file")), qPrintable(missing.error().text));
}

void TestExportWriter::writeWholeReplacesOrKeeps()
{
    QVERIFY(writeWhole(csv(), "one").has_value());
    QVERIFY(writeWhole(csv(), "two").has_value());
    QCOMPARE(fixture::contentOf(csv()), QByteArray("two"));
    const auto tooLarge = [this] {
        const SmallDisk disk(1000);
        return writeWhole(csv(), QByteArray(100'000, 'x'));
    }();
    QVERIFY(!tooLarge.has_value());
    QCOMPARE(fixture::contentOf(csv()), QByteArray("two"));
    QCOMPARE(fixture::filesIn(m_folder->path()).size(), 1);
}

QTEST_GUILESS_MAIN(TestExportWriter)
#include "tst_exportwriter.moc"
