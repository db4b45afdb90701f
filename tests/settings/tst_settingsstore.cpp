// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "settings/detectsettings.h"
#include "settings/settingsstore.h"

#include <QTemporaryDir>

using namespace flowglass;
using namespace flowglass::settings;

namespace {

bool place(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

} // namespace

class TestSettingsStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void damagedFileIsKeptAside_data();
    void damagedFileIsKeptAside();
    void everyDamagedFileIsKept();
    void folderIsLeftAlone();
    void fileThatCannotBePutAsideIsLeftAlone();
    void newerSchemaIsKept();
    void unknownKeysAreKept();
    void schemaStandsInTheFile();
    void saveNamesTheFile();
    void writesAtTheLatestWhenDeleted();
    void emptyNameIsTheUsersFile();
    void settingsLeaveTheStoreWhenDeleted();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("flowglass.ini")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettingsStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSettingsStore::damagedFileIsKeptAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text that is no settings file") << QByteArray("this is\na letter\n");
    QTest::newRow("a line cut off by a crash") << QByteArray("[detect]\nsensitivity=5\n[tape]\nhea");
    QTest::newRow("zeros after a power loss") << QByteArray(4096, '\0');
    QTest::newRow("a good file with zeros at its end")
        << QByteArray("[detect]\nsensitivity=5\n") + QByteArray(64, '\0');
}

void TestSettingsStore::damagedFileIsKeptAside()
{
    QFETCH(QByteArray, content);
    QVERIFY(place(path(), content));
    {
        SettingsStore store(path());
        DetectSettings detect(store);
        QCOMPARE(detect.sensitivity.value(), 10.0);
        QVERIFY2(store.loadNotice().contains(path()), qPrintable(store.loadNotice()));
        QVERIFY2(store.loadNotice().contains(QLatin1String("flowglass.ini.corrupt-1")),
                 qPrintable(store.loadNotice()));
        QVERIFY(store.isWritable());
        QVERIFY(detect.sensitivity.setValue(25));
    }
    QCOMPARE(contentOf(path() + QStringLiteral(".corrupt-1")), content);
    SettingsStore store(path());
    const DetectSettings detect(store);
    QCOMPARE(store.loadNotice(), QString());
    QCOMPARE(detect.sensitivity.value(), 25.0);
}

void TestSettingsStore::everyDamagedFileIsKept()
{
    for (const char* content : {"first\n", "second\n", "third\n"}) {
        QVERIFY(place(path(), content));
        const SettingsStore store(path());
        QVERIFY(!store.loadNotice().isEmpty());
    }
    QCOMPARE(contentOf(path() + QStringLiteral(".corrupt-1")), QByteArray("first\n"));
    QCOMPARE(contentOf(path() + QStringLiteral(".corrupt-2")), QByteArray("second\n"));
    QCOMPARE(contentOf(path() + QStringLiteral(".corrupt-3")), QByteArray("third\n"));
}

void TestSettingsStore::folderIsLeftAlone()
{
    SettingsStore store(m_folder->path());
    DetectSettings detect(store);
    QVERIFY(!store.loadNotice().isEmpty());
    QVERIFY(!store.isWritable());
    QVERIFY(!store.save().has_value());
    QVERIFY(detect.sensitivity.setValue(25)); // holds for this run
    QCOMPARE(detect.sensitivity.value(), 25.0);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestSettingsStore::fileThatCannotBePutAsideIsLeftAlone()
{
    const QString device = QStringLiteral("/proc/self/cmdline"); // holds zeros, cannot be renamed
    if (!QFile::exists(device))
        QSKIP("needs /proc");
    SettingsStore store(device);
    const DetectSettings detect(store);
    QVERIFY2(store.loadNotice().contains(QLatin1String("nothing is remembered")),
             qPrintable(store.loadNotice()));
    QVERIFY(!store.isWritable());
    QCOMPARE(detect.sensitivity.value(), 10.0);
}

void TestSettingsStore::newerSchemaIsKept()
{
    QVERIFY(place(path(), "[General]\nschema=99\n[detect]\nsensitivity=5\n"));
    {
        SettingsStore store(path());
        DetectSettings detect(store);
        QVERIFY(store.loadNotice().contains(QLatin1String("newer")));
        QCOMPARE(detect.sensitivity.value(), 5.0);
        QVERIFY(detect.sensitivity.setValue(6));
    }
    QVERIFY2(contentOf(path()).contains("schema=99"), contentOf(path()).constData());
    QVERIFY(contentOf(path()).contains("sensitivity=6"));
}

void TestSettingsStore::unknownKeysAreKept()
{
    QVERIFY(place(path(), "[later]\nthing=5\n"));
    {
        SettingsStore store(path());
        DetectSettings detect(store);
        QVERIFY(detect.sensitivity.setValue(6));
    }
    QVERIFY(contentOf(path()).contains("thing=5"));
}

void TestSettingsStore::schemaStandsInTheFile()
{
    {
        SettingsStore store(path());
        DetectSettings detect(store);
        QVERIFY(detect.sensitivity.setValue(6));
        QVERIFY(store.save().has_value());
    }
    QVERIFY(
        contentOf(path()).contains(QByteArray("schema=").append(QByteArray::number(SettingsStore::kSchema))));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("flowglass.ini")});
}

void TestSettingsStore::saveNamesTheFile()
{
    const QString file = m_folder->filePath(QStringLiteral("blocked/x/flowglass.ini"));
    QVERIFY(place(m_folder->filePath(QStringLiteral("blocked")), "a file where a folder should be"));
    SettingsStore store(file);
    DetectSettings detect(store);
    QVERIFY(!store.isWritable());
    QVERIFY(detect.sensitivity.setValue(6));
    const auto saved = store.save();
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().code, domain::Error::Code::Unwritable);
    QVERIFY2(saved.error().text.contains(file), qPrintable(saved.error().text));
}

void TestSettingsStore::writesAtTheLatestWhenDeleted()
{
    auto store = std::make_unique<SettingsStore>(path());
    {
        DetectSettings detect(*store);
        QVERIFY(detect.sensitivity.setValue(6));
    }
    store.reset();
    QVERIFY(contentOf(path()).contains("sensitivity=6"));
}

void TestSettingsStore::emptyNameIsTheUsersFile()
{
    qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
    const SettingsStore store;
    QVERIFY2(store.fileName().endsWith(QLatin1String("/flowglass/flowglass.ini")),
             qPrintable(store.fileName()));
    QVERIFY(!QFile::exists(store.fileName()) || store.isWritable());
}

void TestSettingsStore::settingsLeaveTheStoreWhenDeleted()
{
    SettingsStore store(path());
    {
        const DetectSettings detect(store);
        QCOMPARE(store.settings().size(), 5U);
    }
    QVERIFY(store.settings().empty());
    const DetectSettings again(store);
    QCOMPARE(store.settings().size(), 5U);
}

QTEST_GUILESS_MAIN(TestSettingsStore)
#include "tst_settingsstore.moc"
