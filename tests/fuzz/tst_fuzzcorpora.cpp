// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "fuzz/fuzz.h"

#include <QDir>
#include <QLoggingCategory>

using namespace flowglass;

Q_DECLARE_METATYPE(fuzz::Target)

// What the fuzzers found worth keeping, through the same readers, on every run of the suite.
class TestFuzzCorpora : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("flowglass.*=false")); }
    void everyPropertyHolds_data();
    void everyPropertyHolds();
};

void TestFuzzCorpora::everyPropertyHolds_data()
{
    QTest::addColumn<fuzz::Target>("target");
    QTest::addColumn<QString>("folder");
    for (const fuzz::NamedTarget& target : fuzz::allTargets()) {
        QTest::newRow(target.name) << target.run
                                   << QStringLiteral(FLOWGLASS_FUZZ_CORPORA "/") + QLatin1String(target.name);
    }
}

void TestFuzzCorpora::everyPropertyHolds()
{
    QFETCH(fuzz::Target, target);
    QFETCH(QString, folder);
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
    QVERIFY2(files.size() >= 3, "the corpus must be found, or nothing is tested");
    for (const QFileInfo& info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const char* broken = target({reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())});
        QVERIFY2(broken == nullptr, qPrintable(info.fileName() + QStringLiteral(": ") + QLatin1String(broken)));
    }
}

QTEST_GUILESS_MAIN(TestFuzzCorpora)

#include "tst_fuzzcorpora.moc"
