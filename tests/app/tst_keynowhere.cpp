// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "program.h"
#include "recording/recordingreader.h"
#include "support/fakeapi.h"
#include "support/fakefeed.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QUrl>

using flowglass::test::Ended;
using flowglass::test::FakeApi;
using flowglass::test::FakeFeed;
using flowglass::test::Program;

namespace {

// With characters that look different in an address, a header and JSON.
const QString kPeculiar = QStringLiteral("aZ/9+q=Peculiar%Key~0123456789");

// As JSON may write it: every n-th character by its number.
QByteArray escaped(const QString& text, qsizetype nth, bool capitals)
{
    QByteArray json;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QByteArray hex = QByteArray::number(text[at].unicode(), 16).rightJustified(4, '0');
        if (at % nth == 0)
            json += "\\u" + (capitals ? hex.toUpper() : hex);
        else
            json += text[at].toLatin1();
    }
    return json;
}

// Every way in which a server could write the key.
QList<QByteArray> forms()
{
    const QByteArray key = kPeculiar.toUtf8();
    return {key,
            key.toPercentEncoding(),
            key.toBase64(QByteArray::OmitTrailingEquals),
            key.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
            escaped(kPeculiar, 1, false),
            escaped(kPeculiar, 1, true),
            escaped(kPeculiar, 3, true),
            QByteArray(key).replace("/", "\\/")};
}

QString everyForm() { return QString::fromUtf8(forms().join(" and ")); }

QString flaggedFrame()
{
    QStringList events;
    for (int i = 0; i <= 100; ++i) {
        events << QStringLiteral(
                      R"({"ev":"T","sym":"O:NVDA261218C00150000","x":312,"p":2.5,"s":%1,"c":[209],"t":%2,"q":%3})")
                      .arg(i == 100 ? 5'000 : 1 + i % 4)
                      .arg(1'795'186'800'000LL + i * 100)
                      .arg(100 + i);
    }
    return QLatin1Char('[') + events.join(QLatin1Char(',')) + QLatin1Char(']');
}

// Echoes the key in what it says, in a redirect to elsewhere and in the address of the next page.
FakeApi::Answer echo(const FakeApi::Request& request)
{
    if (request.path.contains("snapshot"))
        return FakeApi::redirect(QUrl(QStringLiteral("http://127.0.0.2:9/?apiKey=")
                                      + QString::fromLatin1(QUrl::toPercentEncoding(kPeculiar))));
    const QJsonObject body{{QStringLiteral("status"), QStringLiteral("ERROR")},
                           {QStringLiteral("error"), QString(QStringLiteral("unknown key ") + everyForm())},
                           {QStringLiteral("next_url"), QString(QStringLiteral("http://x/?apiKey=") + everyForm())}};
    return FakeApi::json(QJsonDocument(body).toJson(), 403);
}

QByteArray contentOf(const QString& path)
{
    QByteArray content;
    if (path.endsWith(QLatin1String(".fgr"))) {
        const auto reader = flowglass::recording::RecordingReader::open(path);
        std::vector<flowglass::recording::Entry> entries;
        while (reader && *(*reader)->read(entries)) {}
        for (const auto& entry : entries) {
            if (const auto* frame = std::get_if<flowglass::recording::FrameEntry>(&entry))
                flowglass::recording::appendLine(content, frame->text, frame->received);
            else
                flowglass::recording::appendLine(content, std::get<flowglass::recording::EventEntry>(entry));
        }
        return content;
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// The API key stands in nothing that the program writes, whatever the servers say.
class TstKeyNowhere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWrittenHoldsTheKey();
    void aRefusalThatEchoesTheKeyDoesNotShowIt();

private:
    void verifyClean(const Ended& end, const QString& folder, const QStringList& expected);
};

void TstKeyNowhere::verifyClean(const Ended& end, const QString& folder, const QStringList& expected)
{
    QStringList looked;
    QList<QPair<QString, QByteArray>> texts{{QStringLiteral("stdout"), end.out}, {QStringLiteral("stderr"), end.err}};
    for (QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); walk.hasNext();) {
        const QString path = walk.next();
        texts.append({path, contentOf(path)});
        looked << QFileInfo(path).fileName();
    }
    for (const QString& name : expected)
        QVERIFY2(looked.contains(name), qPrintable(name + QStringLiteral(" not among ") + looked.join(QLatin1Char(' '))));
    for (const auto& [name, text] : texts) {
        for (const QByteArray& form : forms())
            QVERIFY2(!text.contains(form), qPrintable(name + QStringLiteral(": ") + QString::fromUtf8(form)));
    }
}

void TstKeyNowhere::nothingWrittenHoldsTheKey()
{
    const QTemporaryDir folder;
    FakeFeed feed;
    feed.setScript({.acceptedKey = kPeculiar});
    FakeApi api;
    api.setHandler(&echo);
    connect(&feed, &FakeFeed::subscribed, &feed, [&feed] {
        feed.send(flaggedFrame());
        feed.sendStatus(QStringLiteral("error"), everyForm());
        feed.send(QStringLiteral("no JSON: ") + everyForm());
        feed.send(QStringLiteral(R"([{"ev":"T","sym":"%1","p":-1}])").arg(everyForm()));
    });
    Program program(folder.path());
    program.key = kPeculiar;
    const auto file = [&folder](const char* name) { return folder.filePath(QLatin1String(name)); };
    program.start({QStringLiteral("--headless"), QStringLiteral("--feed-url"), feed.url().toString(),
                   QStringLiteral("--api-url"), api.url().toString(), QStringLiteral("--record"), file("day.fgr"),
                   QStringLiteral("--export"), file("flags.csv"), QStringLiteral("--anomalies"), file("flags.jsonl"),
                   QStringLiteral("--stats"), file("stats.json"), QStringLiteral("--log-level"),
                   QStringLiteral("debug"), QStringLiteral("--settings"), file("flowglass.conf"),
                   QStringLiteral("--duration"), QStringLiteral("3")});
    const Ended end = program.ended();
    QCOMPARE(end.code, 0);
    QVERIFY(api.requests().size() > 0);
    QVERIFY2(end.err.contains("***") || end.err.contains("[key]"), end.err.constData()); // it was said, and blotted
    QVERIFY(contentOf(file("day.fgr")).contains("no JSON: ***"));
    verifyClean(end, folder.path(),
                {QStringLiteral("day.fgr"), QStringLiteral("flags.csv"), QStringLiteral("flags.csv.json"),
                 QStringLiteral("flags.jsonl"), QStringLiteral("stats.json"), QStringLiteral("baselines.fgb"),
                 QStringLiteral("flowglass.log")});
}

void TstKeyNowhere::aRefusalThatEchoesTheKeyDoesNotShowIt()
{
    const QTemporaryDir folder;
    FakeFeed feed;
    FakeFeed::Script silent;
    silent.auth = FakeFeed::Auth::Never;
    feed.setScript(silent);
    FakeApi api;
    connect(&feed, &FakeFeed::clientSaid, &feed,
            [&feed] { feed.sendStatus(QStringLiteral("auth_failed"), everyForm()); });
    Program program(folder.path());
    program.key = kPeculiar;
    program.start({QStringLiteral("--headless"), QStringLiteral("--feed-url"), feed.url().toString(),
                   QStringLiteral("--api-url"), api.url().toString(), QStringLiteral("--log-level"),
                   QStringLiteral("debug"), QStringLiteral("--duration"), QStringLiteral("10")});
    const Ended end = program.ended();
    QCOMPARE(end.code, 3);
    QVERIFY2(end.err.contains("***"), end.err.constData());
    verifyClean(end, folder.path(), {QStringLiteral("flowglass.log")});
}

QTEST_GUILESS_MAIN(TstKeyNowhere)
#include "tst_keynowhere.moc"
