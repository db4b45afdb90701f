// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

// The rules of the tree that a linker does not enforce: who includes whom, sizes, headers.
class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void layersIncludeDownwardsOnly();
    void widgetsStayInViews();
    void everyFileNamesItsLicence();
    void headersAreGuarded();
    void filesStaySmall();
    void functionsStaySmall();
    void foldersStaySmall();
    void nothingBlocksTheEventLoop();
    void lambdasInConnectHaveAContext();
    void topLevelHoldsOnlyWhatItShould();

private:
    struct File
    {
        QString path; // below the project, "src/feed/backoff.h"
        QStringList lines;
    };
    std::vector<File> below(const QString& folder, const QStringList& patterns) const;
    static QString layerOf(const QString& path) { return path.section(QLatin1Char('/'), 1, 1); }

    QDir m_root{QStringLiteral(FLOWGLASS_SOURCE_DIR)};
    std::vector<File> m_sources;
};

std::vector<TestLayering::File> TestLayering::below(const QString& folder, const QStringList& patterns) const
{
    std::vector<File> files;
    QDirIterator walk(m_root.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        files.push_back({m_root.relativeFilePath(file.fileName()),
                         QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))});
    }
    std::ranges::sort(files, {}, &File::path);
    return files;
}

void TestLayering::initTestCase()
{
    m_sources = below(QStringLiteral("src"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")});
    QVERIFY2(m_sources.size() > 60, "the sources must be found, or every check here passes on nothing");
}

void TestLayering::layersIncludeDownwardsOnly()
{
    const QMap<QString, QStringList> allowed = {
        {QStringLiteral("domain"), {}},
        {QStringLiteral("feed"), {QStringLiteral("domain")}},
        {QStringLiteral("contracts"), {QStringLiteral("domain")}},
        {QStringLiteral("tape"), {QStringLiteral("domain")}},
        {QStringLiteral("detect"), {QStringLiteral("domain")}},
        {QStringLiteral("recording"), {QStringLiteral("domain")}},
        {QStringLiteral("exporting"), {QStringLiteral("domain")}},
        {QStringLiteral("market"), {QStringLiteral("domain")}},
        {QStringLiteral("settings"), {QStringLiteral("domain")}},
        {QStringLiteral("session"),
         QStringLiteral("domain feed contracts tape detect recording exporting market settings").split(QLatin1Char(' '))},
        {QStringLiteral("models"), QStringLiteral("domain tape detect").split(QLatin1Char(' '))},
        {QStringLiteral("views"),
         QStringLiteral("domain tape detect models settings").split(QLatin1Char(' '))},
        {QStringLiteral("app"),
         QStringLiteral("domain feed contracts tape detect recording exporting market settings session models views")
             .split(QLatin1Char(' '))},
    };
    static const QRegularExpression include(QStringLiteral("^#include \"([a-z]+)/"));
    QStringList wrong;
    for (const File& file : m_sources) {
        const QString layer = layerOf(file.path);
        QVERIFY2(allowed.contains(layer), qPrintable(file.path));
        for (const QString& line : file.lines) {
            const QString target = include.match(line).captured(1);
            if (allowed.contains(target) && target != layer && !allowed[layer].contains(target))
                wrong << file.path + QStringLiteral(" includes ") + target;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLayering::widgetsStayInViews()
{
    static const QRegularExpression widgets(QStringLiteral(
        "#include <(QtWidgets|QtCharts|QWidget|QApplication|QMessageBox|QDialog|QTableView|QLabel|QChart)"));
    QStringList wrong;
    for (const File& file : m_sources) {
        const QString layer = layerOf(file.path);
        if (layer == QLatin1String("views") || layer == QLatin1String("app"))
            continue;
        if (file.lines.indexOf(widgets) >= 0)
            wrong << file.path;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLayering::everyFileNamesItsLicence()
{
    QStringList wrong;
    std::vector<File> all = m_sources;
    for (const char* folder : {"tests", "resources", "translations"}) {
        const auto more = below(QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h"),
                                                        QStringLiteral("CMakeLists.txt")});
        all.insert(all.end(), more.begin(), more.end());
    }
    for (const File& file : all) {
        if (!file.lines.mid(0, 3).join(QLatin1Char('\n')).contains(
                QLatin1String("SPDX-License-Identifier: GPL-3.0-or-later")))
            wrong << file.path;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLayering::headersAreGuarded()
{
    QStringList wrong;
    for (const File& file : m_sources) {
        if (file.path.endsWith(QLatin1String(".h")) && !file.lines.contains(QStringLiteral("#pragma once")))
            wrong << file.path;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLayering::filesStaySmall()
{
    QStringList wrong;
    std::vector<qsizetype> lengths;
    for (const File& file : m_sources) {
        const bool header = file.path.endsWith(QLatin1String(".h"));
        if (!header)
            lengths.push_back(file.lines.size());
        const bool window = file.path.endsWith(QLatin1String("mainwindow.cpp"));
        if (file.lines.size() > (header ? 121 : window ? 401 : 501))
            wrong << QStringLiteral("%1: %2 lines").arg(file.path).arg(file.lines.size());
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    std::ranges::sort(lengths);
    const qsizetype median = lengths[lengths.size() / 2];
    QVERIFY2(median <= 150, qPrintable(QStringLiteral("median of the .cpp files: %1").arg(median)));
}

// A function is what stands between a brace alone in column 0 and the next closing one: the house format.
void TestLayering::functionsStaySmall()
{
    QStringList wrong;
    for (const File& file : m_sources) {
        qsizetype begin = -1;
        for (qsizetype i = 0; i < file.lines.size(); ++i) {
            if (file.lines[i] == QLatin1String("{"))
                begin = i;
            if (file.lines[i].startsWith(QLatin1Char('}')) && begin >= 0) {
                const bool function = file.lines[i] == QLatin1String("}");
                if (function && i - begin - 1 > 50)
                    wrong << QStringLiteral("%1:%2: %3 lines").arg(file.path).arg(begin).arg(i - begin - 1);
                begin = -1;
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLayering::foldersStaySmall()
{
    std::vector<File> all = below(QStringLiteral("tests"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")});
    all.insert(all.end(), m_sources.begin(), m_sources.end());
    QMap<QString, int> count;
    for (const File& file : all)
        ++count[file.path.section(QLatin1Char('/'), 0, -2)];
    QStringList wrong;
    for (auto folder = count.cbegin(); folder != count.cend(); ++folder) {
        if (folder.value() > 25)
            wrong << QStringLiteral("%1: %2 files").arg(folder.key()).arg(folder.value());
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLayering::nothingBlocksTheEventLoop()
{
    static const QRegularExpression blocking(QStringLiteral(
        "processEvents|QEventLoop|waitFor(ReadyRead|Connected|BytesWritten|Disconnected|Finished|Started)|"
        "QThread::(m|u)?sleep|sleep_for|\\bsender\\(\\)|SIGNAL\\(|SLOT\\("));
    QStringList wrong;
    for (const File& file : m_sources) {
        for (qsizetype i = 0; i < file.lines.size(); ++i) {
            if (file.lines[i].contains(blocking) && !file.lines[i].trimmed().startsWith(QLatin1String("//")))
                wrong << QStringLiteral("%1:%2: %3").arg(file.path).arg(i + 1).arg(file.lines[i].trimmed());
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLayering::lambdasInConnectHaveAContext()
{
    static const QRegularExpression contextless(
        QStringLiteral("connect\\([^,;]+,\\s*&[A-Za-z_:]+,\\s*\\["));
    QStringList wrong;
    for (const File& file : m_sources) {
        if (file.lines.join(QLatin1Char('\n')).contains(contextless))
            wrong << file.path;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLayering::topLevelHoldsOnlyWhatItShould()
{
    const QStringList folders = m_root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    QStringList unexpected;
    for (const QString& folder : folders) {
        static const QStringList kKnown = {QStringLiteral("src"),       QStringLiteral("ui"),
                                           QStringLiteral("resources"), QStringLiteral("tests"),
                                           QStringLiteral("translations"), QStringLiteral("build")};
        if (!kKnown.contains(folder))
            unexpected << folder;
    }
    QVERIFY2(unexpected.isEmpty(), qPrintable(unexpected.join(QLatin1Char(' '))));
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
