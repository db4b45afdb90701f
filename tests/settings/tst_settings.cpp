// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "settings/settings.h"

#include <QDir>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace flowglass;
using namespace flowglass::settings;

namespace {

// Something for every type and check in use. For each setting the first that is accepted and differs from
// its value is taken.
const QVariantList& candidates()
{
    static const QVariantList list = {
        QStringLiteral("AAPL,MSFT"),
        QStringLiteral("delayed-business"),
        QStringLiteral("wss://feed.example.com/options"),
        QStringLiteral("https://api.example.com"),
        QStringLiteral("5/min"),
        QStringLiteral("0.25"),
        QStringLiteral("25"),
        QStringLiteral("size,surge"),
        QDir::root().filePath(QStringLiteral("recordings")),
        QStringLiteral("false"),
        QStringLiteral("true"),
        QStringLiteral("utc"),
        QByteArray::fromHex("00ff0a0d22275c3b2c253d5b5d40"),
        QStringLiteral("compact"),
        QStringLiteral("dark"),
        QStringLiteral("de"),
    };
    return list;
}

bool change(SettingBase& setting)
{
    const QVariant before = setting.stored();
    return std::ranges::any_of(candidates(), [&setting, &before](const QVariant& value) {
        return setting.setStored(value) && setting.stored() != before;
    });
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keysAreUniqueAndGrouped();
    void everySettingComesBackFromTheFile();
    void everySettingCanBeReset();
    void defaults();
    void valuesOutsideTheirRangeFallBack_data();
    void valuesOutsideTheirRangeFallBack();
    void refusedValuesChangeNothing();
    void changesAreTold();
    void oddTextsComeBack_data();
    void oddTextsComeBack();
    void listsEditedByHandAreOneText();
    void wordsAreTheCommandLines();
    void recordingsHaveAPlaceUntilOneIsChosen();
    void theChoiceOfDetectorsIsAValue();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("flowglass.ini")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSettings::keysAreUniqueAndGrouped()
{
    SettingsStore store(path());
    const Settings settings(store);
    QSet<QString> keys;
    for (const SettingBase* setting : store.settings()) {
        QVERIFY2(!keys.contains(setting->key()), qPrintable(setting->key()));
        QCOMPARE(setting->key().count(QLatin1Char('/')), 1);
        keys.insert(setting->key());
    }
    QVERIFY(keys.size() >= 30);
}

void TestSettings::everySettingComesBackFromTheFile()
{
    QHash<QString, QVariant> changed;
    {
        SettingsStore store(path());
        const Settings settings(store);
        for (SettingBase* setting : store.settings()) {
            QVERIFY2(change(*setting), qPrintable(setting->key()));
            changed.insert(setting->key(), setting->stored());
        }
    }
    SettingsStore store(path());
    const Settings settings(store);
    QCOMPARE(store.loadNotice(), QString());
    for (const SettingBase* setting : store.settings())
        QVERIFY2(setting->stored() == changed[setting->key()], qPrintable(setting->key()));
}

void TestSettings::everySettingCanBeReset()
{
    SettingsStore store(path());
    Settings settings(store);
    QHash<QString, QVariant> defaults;
    for (SettingBase* setting : store.settings()) {
        defaults.insert(setting->key(), setting->stored());
        QVERIFY(change(*setting));
    }
    store.resetAll();
    for (const SettingBase* setting : store.settings())
        QVERIFY2(setting->stored() == defaults[setting->key()], qPrintable(setting->key()));
}

void TestSettings::defaults()
{
    SettingsStore store(path());
    const Settings settings(store);
    QCOMPARE(settings.watch.underlyings.value(), QStringLiteral("NVDA"));
    QCOMPARE(settings.feed.host.value(), FeedHost::RealTime);
    QVERIFY(settings.feed.feedUrl.value().isEmpty());
    QCOMPARE(settings.feed.ratePlan.value(), RatePlan::Learn);
    QCOMPARE(settings.detect.sensitivity.value(), 10.0);
    QCOMPARE(settings.tape.newestFirst.value(), true);
    QCOMPARE(settings.tape.zone.value(), TapeZone::NewYork);
    QCOMPARE(settings.window.theme.value(), Theme::System);
    QCOMPARE(settings.recording.alwaysOn.value(), false);
    QCOMPARE(settings.recording.retentionDays.value(), 0);
    QCOMPARE(settings.recording.fileMegabytes.value(), 500);
    QCOMPARE(settings.recording.capGigabytes.value(), 50);
    QCOMPARE(settings.recording.journal.value(), false);
    QVERIFY2(!QFile::exists(path()), "reading makes no file");
}

void TestSettings::valuesOutsideTheirRangeFallBack_data()
{
    QTest::addColumn<QByteArray>("ini");
    const auto row = [](const char* name, const char* ini) { QTest::newRow(name) << QByteArray(ini); };
    row("too sensitive", "[detect]\nsensitivity=10001\n");
    row("not sensitive at all", "[detect]\nsensitivity=0\n");
    row("a sensitivity that is no number", "[detect]\nsensitivity=much\n");
    row("a sensitivity without end", "[detect]\nsensitivity=inf\n");
    row("a detector that does not exist", "[detect]\nkinds=\"size,magic\"\n");
    row("no detector at all", "[detect]\nkinds=\n");
    row("less than no premium", "[detect]\nleastPremium=-1\n");
    row("a host that does not exist", "[feed]\nhost=tomorrow\n");
    row("a plan that does not exist", "[feed]\nratePlan=7/h\n");
    row("an address in the clear", "[feed]\nfeedUrl=ws://feed.example.com/options\n");
    row("an address of another kind", "[feed]\napiUrl=file:///etc/passwd\n");
    row("underlyings that are none", "[watch]\nunderlyings=\"NVDA,!!\"\n");
    row("a truth that is none", "[tape]\nnewestFirst=perhaps\n");
    row("a state that is text", "[tape]\nheader=abc\n");
    row("a language not spoken", "[window]\nlanguage=tlh\n");
    row("a folder that depends on where one stands", "[recording]\nfolder=recordings\n");
    row("kept for less than no time", "[recording]\nretentionDays=-1\n");
    row("files of nothing", "[recording]\nfileMegabytes=0\n");
    row("a cap that is no number", "[recording]\ncapGigabytes=all\n");
}

void TestSettings::valuesOutsideTheirRangeFallBack()
{
    QFETCH(QByteArray, ini);
    QVariantHash defaults;
    {
        SettingsStore store(m_folder->filePath(QStringLiteral("none.ini")));
        const Settings settings(store);
        for (const SettingBase* setting : store.settings())
            defaults.insert(setting->key(), setting->stored());
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(ini) == ini.size());
    file.close();
    SettingsStore store(path());
    const Settings settings(store);
    QCOMPARE(store.loadNotice(), QString());
    for (const SettingBase* setting : store.settings())
        QVERIFY2(setting->stored() == defaults[setting->key()], qPrintable(setting->key()));
}

void TestSettings::refusedValuesChangeNothing()
{
    SettingsStore store(path());
    Settings settings(store);
    QSignalSpy changed(&store, &SettingsStore::changed);
    QVERIFY(!settings.detect.sensitivity.setValue(0.0));
    QVERIFY(!settings.watch.underlyings.setValue(QStringLiteral("!!")));
    QVERIFY(!settings.feed.apiUrl.setValue(QUrl(QStringLiteral("http://example.com"))));
    QCOMPARE(settings.detect.sensitivity.value(), 10.0);
    QCOMPARE(changed.size(), 0);
}

void TestSettings::changesAreTold()
{
    SettingsStore store(path());
    Settings settings(store);
    QSignalSpy changed(&store, &SettingsStore::changed);
    QVERIFY(settings.detect.sensitivity.setValue(25.0));
    QVERIFY(settings.detect.sensitivity.setValue(25.0)); // the same again is no change
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toString(), settings.detect.sensitivity.key());
    settings.detect.sensitivity.reset();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(settings.detect.sensitivity.value(), 10.0);
}

void TestSettings::oddTextsComeBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("an empty text") << QString();
    QTest::newRow("with comma, semicolon and quotes") << QStringLiteral("a,b;c \"d\" 'e'");
    QTest::newRow("with signs of the file format") << QStringLiteral("[x] = %1 \\ # ;");
    QTest::newRow("with an at sign in front") << QStringLiteral("@ByteArray(x)");
    QTest::newRow("with line breaks") << QStringLiteral("a\nb\r\nc\t");
    QTest::newRow("beyond Latin") << QString::fromUtf8("größer ≥ 5 €");
    QTest::newRow("with spaces at the ends") << QStringLiteral("  premium > 5  ");
}

void TestSettings::oddTextsComeBack()
{
    QFETCH(QString, text);
    {
        SettingsStore store(path());
        Settings settings(store);
        QVERIFY(settings.tape.filter.setValue(QStringLiteral("x")));
        QVERIFY(settings.tape.filter.setValue(text));
    }
    SettingsStore store(path());
    const Settings settings(store);
    QCOMPARE(settings.tape.filter.value(), text);
}

void TestSettings::listsEditedByHandAreOneText()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[watch]\nunderlyings=NVDA, AAPL\n") > 0);
    file.close();
    SettingsStore store(path());
    const Settings settings(store);
    QCOMPARE(settings.watch.underlyings.value(), QStringLiteral("NVDA,AAPL"));
}

void TestSettings::wordsAreTheCommandLines()
{
    QCOMPARE(wordOf(FeedHost::DelayedBusiness), QStringLiteral("delayed-business"));
    QCOMPARE(fromWord<FeedHost>(QStringLiteral("realtime")), std::optional(FeedHost::RealTime));
    QCOMPARE(fromWord<FeedHost>(QStringLiteral("Realtime")), std::optional<FeedHost>());
    QCOMPARE(wordOf(RatePlan::HundredPerSecond), QStringLiteral("100/s"));
}

void TestSettings::recordingsHaveAPlaceUntilOneIsChosen()
{
    SettingsStore store(path());
    RecordingSettings recording(store);
    QVERIFY(QDir::isAbsolutePath(recording.folderInUse()));
    QVERIFY(QDir::isAbsolutePath(recording.journalFolderInUse()));
    QVERIFY(recording.folderInUse() != recording.journalFolderInUse());
    QVERIFY(recording.folder.setValue(m_folder->path()));
    QCOMPARE(recording.folderInUse(), m_folder->path());
    QVERIFY(!recording.folder.setValue(QStringLiteral("here")));
}

void TestSettings::theChoiceOfDetectorsIsAValue()
{
    SettingsStore store(path());
    DetectSettings detect(store);
    QCOMPARE(detect.choice(), DetectChoice());
    DetectChoice choice{2.5, domain::KindSet::of(domain::AnomalyKind::Repeat), 250};
    choice.kinds.add(domain::AnomalyKind::Size);
    detect.setChoice(choice);
    QCOMPARE(detect.choice(), choice);
    QCOMPARE(detect.kinds.value(), QStringLiteral("size,repeat"));
    QVERIFY(kindsOf(QStringLiteral(" surge , size ")).has_value());
    QVERIFY(!kindsOf(QString()).has_value());
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
