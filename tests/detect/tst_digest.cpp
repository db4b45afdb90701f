// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/digest.h"
#include "detect/enginefixture.h"

#include <QCryptographicHash>

using namespace flowglass;
using tests::EngineFixture;

class TestDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noAnomaliesIsTheHashOfNothing();
    void isTheHashOfTheDocumentedText();
    void leavesRevisionsOut();
};

void TestDigest::noAnomaliesIsTheHashOfNothing()
{
    const EngineFixture f;
    QCOMPARE(detect::anomalyDigest(f.engine, f.text.contracts()),
             QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}

void TestDigest::isTheHashOfTheDocumentedText()
{
    EngineFixture f;
    f.background(50);
    QCOMPARE(f.engine.count(), 0U);
    f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x9000 @305 209 q71"));
    f.feed(QStringLiteral("11:00:00.010 O:XYZ261218C00120000 4.00 x800 @306 209"));
    f.feed(QStringLiteral("11:00:09.000 O:XYZ261218C00120000 4.00 x9000 @305 201 q73"));
    QCOMPARE(f.engine.count(), 1U);
    const domain::Anomaly& anomaly = f.engine.anomaly(1);
    const QString text =
        QStringLiteral("1|open|%1|O:XYZ261218C00120000|%2|%3|s71x,t%4|800|3200000000\n")
            .arg(anomaly.time.value)
            .arg(domain::kindWords(anomaly.kinds, QLatin1Char(';')), QString::number(anomaly.score, 'f', 2))
            .arg(anomaly.time.value + 10);
    QCOMPARE(detect::anomalyDigest(f.engine, f.text.contracts()),
             QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

void TestDigest::leavesRevisionsOut()
{
    EngineFixture f;
    f.background(50);
    f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x9000 @305 209 q71"));
    const QByteArray before = detect::anomalyDigest(f.engine, f.text.contracts());
    f.engine.touch(1);
    QCOMPARE(f.engine.anomaly(1).revision, 2U);
    QCOMPARE(detect::anomalyDigest(f.engine, f.text.contracts()), before);
}

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
