// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "settings/keystore.h"
#include "settings/systemkeybackend.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace flowglass;
using namespace flowglass::settings;

namespace {

constexpr QLatin1String kSecret("s3cret-key");

// What stands in for the system keychain, and outlives the backend that is handed to the store.
struct Vault
{
    enum class Mood { Working, Broken, Silent };
    Mood mood = Mood::Working;
    QString key;
    int calls = 0;
};

class MemoryBackend final : public KeyBackend
{
public:
    explicit MemoryBackend(Vault& vault) : m_vault(vault) {}

    void read(QObject* context, Answer answer) override
    {
        const bool found = !m_vault.key.isEmpty();
        later(context, {found ? KeyAnswer::Outcome::Done : KeyAnswer::Outcome::NotFound, m_vault.key, {}},
              answer);
    }
    void write(const QString& key, QObject* context, Answer answer) override
    {
        if (m_vault.mood == Vault::Mood::Working)
            m_vault.key = key;
        later(context, {KeyAnswer::Outcome::Done, {}, {}}, answer);
    }
    void forget(QObject* context, Answer answer) override
    {
        const bool found = !std::exchange(m_vault.key, QString()).isEmpty();
        later(context, {found ? KeyAnswer::Outcome::Done : KeyAnswer::Outcome::NotFound, {}, {}}, answer);
    }

private:
    void later(QObject* context, KeyAnswer result, const Answer& answer)
    {
        ++m_vault.calls;
        if (m_vault.mood == Vault::Mood::Silent)
            return;
        if (m_vault.mood == Vault::Mood::Broken)
            result = {KeyAnswer::Outcome::Failed, {}, QStringLiteral("the vault is stuck")};
        QMetaObject::invokeMethod(
            context, [answer, result] { answer(result); }, Qt::QueuedConnection);
    }

    Vault& m_vault;
};

struct Spies
{
    explicit Spies(KeyStore& store)
        : read(&store, &KeyStore::keyRead)
        , written(&store, &KeyStore::keyWritten)
        , forgotten(&store, &KeyStore::keyForgotten)
        , failed(&store, &KeyStore::failed)
    {
    }
    qsizetype total() const { return read.size() + written.size() + forgotten.size() + failed.size(); }
    domain::Error error() const { return failed.last().first().value<domain::Error>(); }
    QSignalSpy read, written, forgotten, failed;
};

} // namespace

class TestKeyStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsReadsAndForgets();
    void trimsWhatIsPasted();
    void emptyKeyIsForgotten();
    void failureSaysForThisRunOnly_data();
    void failureSaysForThisRunOnly();
    void silentKeychainCountsAsNone();
    void deletingTheStoreEndsItsCalls();
    void systemWithoutKeychainFailsQuickly();
    void environment_data();
    void environment();

private:
    Vault m_vault;
    std::unique_ptr<KeyStore> make(std::chrono::milliseconds patience = std::chrono::seconds(10))
    {
        return std::make_unique<KeyStore>(std::make_unique<MemoryBackend>(m_vault),
                                          KeyStore::Config{patience});
    }

public Q_SLOTS:
    void init() { m_vault = {}; }
};

void TestKeyStore::keepsReadsAndForgets()
{
    const auto store = make();
    Spies spies(*store);
    QCOMPARE(store->availability(), KeyStore::Availability::Unknown);
    store->read();
    QVERIFY(spies.read.wait());
    QCOMPARE(spies.read.last().first().toString(), QString()); // none yet
    QCOMPARE(store->availability(), KeyStore::Availability::Available);
    store->write(kSecret);
    QVERIFY(spies.written.wait());
    store->read();
    QVERIFY(spies.read.wait());
    QCOMPARE(spies.read.last().first().toString(), kSecret);
    store->forget();
    QVERIFY(spies.forgotten.wait());
    store->forget(); // once more is no failure
    QVERIFY(spies.forgotten.wait());
    QCOMPARE(m_vault.key, QString());
    QCOMPARE(spies.total(), 5);
}

void TestKeyStore::trimsWhatIsPasted()
{
    const auto store = make();
    Spies spies(*store);
    store->write(QStringLiteral("  %1\n").arg(kSecret));
    QVERIFY(spies.written.wait());
    QCOMPARE(m_vault.key, kSecret);
}

void TestKeyStore::emptyKeyIsForgotten()
{
    m_vault.key = kSecret;
    const auto store = make();
    Spies spies(*store);
    store->write(QStringLiteral(" \n"));
    QVERIFY(spies.forgotten.wait());
    QCOMPARE(m_vault.key, QString());
}

void TestKeyStore::failureSaysForThisRunOnly_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("reading") << 0 << int(domain::Error::Code::Unreadable)
                             << QStringLiteral("for this run only");
    QTest::newRow("writing") << 1 << int(domain::Error::Code::Unwritable)
                             << QStringLiteral("for this run only");
    QTest::newRow("forgetting") << 2 << int(domain::Error::Code::Unwritable)
                                << QStringLiteral("not be removed");
}

void TestKeyStore::failureSaysForThisRunOnly()
{
    QFETCH(int, call);
    QFETCH(int, code);
    QFETCH(QString, words);
    m_vault.mood = Vault::Mood::Broken;
    const auto store = make();
    Spies spies(*store);
    if (call == 0)
        store->read();
    else if (call == 1)
        store->write(kSecret);
    else
        store->forget();
    QVERIFY(spies.failed.wait());
    QCOMPARE(spies.total(), 1);
    QCOMPARE(int(spies.error().code), code);
    QVERIFY2(spies.error().text.contains(words), qPrintable(spies.error().text));
    QVERIFY(spies.error().text.contains(QLatin1String("the vault is stuck")));
    const QString told = spies.error().text + spies.error().detail;
    QVERIFY(!told.contains(kSecret));
    QCOMPARE(store->availability(), KeyStore::Availability::Missing);
}

void TestKeyStore::silentKeychainCountsAsNone()
{
    m_vault.mood = Vault::Mood::Silent;
    const auto store = make(std::chrono::milliseconds(20));
    Spies spies(*store);
    store->read();
    QVERIFY(spies.failed.wait());
    QVERIFY2(spies.error().text.contains(QLatin1String("does not answer")), qPrintable(spies.error().text));
    QCOMPARE(m_vault.calls, 1);
    QCOMPARE(spies.total(), 1);
}

void TestKeyStore::deletingTheStoreEndsItsCalls()
{
    auto store = make();
    Spies spies(*store);
    store->read();
    store->write(kSecret);
    store.reset();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(spies.total(), 0);
}

void TestKeyStore::systemWithoutKeychainFailsQuickly()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    KeyStore store(std::make_unique<SystemKeyBackend>(), KeyStore::Config{std::chrono::seconds(20)});
    Spies spies(store);
    QElapsedTimer timer;
    timer.start();
    store.read();
    QVERIFY2(timer.elapsed() < 1000, "asking must not block");
    QVERIFY(spies.failed.wait(10'000));
    QVERIFY2(!spies.error().text.contains(QLatin1String("does not answer")), qPrintable(spies.error().text));
    store.write(kSecret);
    QVERIFY(spies.failed.wait(10'000));
    store.forget();
    QVERIFY(spies.failed.wait(10'000));
    QCOMPARE(spies.total(), 3);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void TestKeyStore::environment_data()
{
    QTest::addColumn<QByteArray>("massive");
    QTest::addColumn<QByteArray>("polygon");
    QTest::addColumn<QString>("key");
    QTest::newRow("neither") << QByteArray() << QByteArray() << QString();
    QTest::newRow("the newer name") << QByteArray("m") << QByteArray() << QStringLiteral("m");
    QTest::newRow("the older name") << QByteArray() << QByteArray("p") << QStringLiteral("p");
    QTest::newRow("both: the newer one") << QByteArray("m") << QByteArray("p") << QStringLiteral("m");
    QTest::newRow("white space around it") << QByteArray(" m\n") << QByteArray() << QStringLiteral("m");
    QTest::newRow("only white space is none") << QByteArray("  ") << QByteArray("p") << QStringLiteral("p");
}

void TestKeyStore::environment()
{
    QFETCH(QByteArray, massive);
    QFETCH(QByteArray, polygon);
    QFETCH(QString, key);
    qputenv("MASSIVE_API_KEY", massive);
    qputenv("POLYGON_API_KEY", polygon);
    const QString found = keyFromEnvironment();
    qunsetenv("MASSIVE_API_KEY");
    qunsetenv("POLYGON_API_KEY");
    QCOMPARE(found, key);
}

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_keystore.moc"
