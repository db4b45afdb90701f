// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/anomalytext.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTranslator>
#include <QXmlStreamReader>

#include <algorithm>

using namespace flowglass;

// The catalogues are whole, keep their placeholders and are compiled in.
class TestCatalogues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void germanIsWhole();
    void englishHoldsEveryPlural();
    void placeholdersSurvive();
    void everyContextIsAskedFor();
    void compiledInAndUsed();
    void fixedEnglishIgnoresTheCatalogue();

private:
    struct Message
    {
        QString context;
        QString source;
        QStringList translations; // one a plural form
        bool plural = false;
        bool finished = true;
    };
    static std::vector<Message> read(const char* name);
};

std::vector<TestCatalogues::Message> TestCatalogues::read(const char* name)
{
    QFile file(QStringLiteral(FLOWGLASS_SOURCE_DIR "/translations/") + QLatin1String(name));
    std::vector<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto element = xml.name();
        if (element == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (element == QLatin1String("message")) {
            messages.emplace_back();
            messages.back().context = context;
            messages.back().plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
        } else if (element == QLatin1String("source")) {
            messages.back().source = xml.readElementText();
        } else if (element == QLatin1String("translation")) {
            messages.back().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!messages.back().plural)
                messages.back().translations << xml.readElementText();
        } else if (element == QLatin1String("numerusform")) {
            messages.back().translations << xml.readElementText();
        }
    }
    return messages;
}

void TestCatalogues::germanIsWhole()
{
    const auto messages = read("flowglass_de.ts");
    QVERIFY(messages.size() > 500);
    for (const Message& message : messages) {
        QVERIFY2(message.finished, qPrintable(message.source));
        QCOMPARE(message.translations.size(), message.plural ? 2 : 1);
        for (const QString& translation : message.translations)
            QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
    }
}

void TestCatalogues::englishHoldsEveryPlural()
{
    const auto german = read("flowglass_de.ts");
    const auto english = read("flowglass_en.ts");
    const auto plurals = std::ranges::count_if(german, &Message::plural);
    QVERIFY(plurals > 5);
    QCOMPARE(qsizetype(english.size()), qsizetype(plurals));
    for (const Message& message : english) {
        QVERIFY(message.plural && message.finished);
        for (const QString& form : message.translations)
            QVERIFY2(!form.contains(QLatin1String("(s)")), qPrintable(form));
    }
}

void TestCatalogues::placeholdersSurvive()
{
    static const QRegularExpression placeholder(QStringLiteral("%(L?\\d|L?n)"));
    for (const char* name : {"flowglass_de.ts", "flowglass_en.ts"}) {
        for (const Message& message : read(name)) {
            const auto set = [](const QString& text) {
                QStringList found;
                for (auto match = placeholder.globalMatch(text); match.hasNext();)
                    found << match.next().captured();
                found.sort();
                return found;
            };
            for (const QString& translation : message.translations)
                QVERIFY2(set(translation) == set(message.source), qPrintable(translation));
        }
    }
}

// A class that the extraction does not recognise is filed without its namespace, where tr() does not look.
void TestCatalogues::everyContextIsAskedFor()
{
    QStringList sources;
    QDirIterator files(QStringLiteral(FLOWGLASS_SOURCE_DIR "/src"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        sources << QString::fromUtf8(file.readAll());
    }
    QVERIFY(sources.size() > 100);
    QSet<QString> contexts;
    for (const Message& message : read("flowglass_de.ts"))
        contexts.insert(message.context);
    contexts.removeIf([](const QString& context) { return context.contains(QLatin1String("::")); });
    QVERIFY(contexts.size() > 5);
    for (const QString& context : std::as_const(contexts)) {
        const QString literal = QLatin1Char('"') + context + QLatin1Char('"');
        const QString declared = QLatin1String("Q_DECLARE_TR_FUNCTIONS(") + context + QLatin1Char(')');
        QVERIFY2(std::ranges::any_of(sources, [&](const QString& source) {
            return source.contains(literal) || source.contains(declared);
        }), qPrintable(context));
    }
}

void TestCatalogues::compiledInAndUsed()
{
    QTranslator german;
    QVERIFY(german.load(QLocale(QLocale::German), QStringLiteral("flowglass"), QStringLiteral("_"),
                        QStringLiteral(":/i18n")));
    QVERIFY(QCoreApplication::installTranslator(&german));
    QCOMPARE(domain::kindName(domain::AnomalyKind::Size, domain::Wording::Translated), QStringLiteral("Größe"));
    domain::Evidence evidence;
    evidence.kind = domain::AnomalyKind::Activity;
    evidence.value = 1;
    evidence.window = std::chrono::seconds(60);
    QVERIFY(domain::sentence(evidence, domain::Wording::Translated).startsWith(QLatin1String("1 Order ")));
    evidence.value = 26;
    QVERIFY(domain::sentence(evidence, domain::Wording::Translated).startsWith(QLatin1String("26 Orders ")));
}

void TestCatalogues::fixedEnglishIgnoresTheCatalogue()
{
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/i18n/flowglass_de")));
    QVERIFY(QCoreApplication::installTranslator(&german));
    QCOMPARE(domain::kindName(domain::AnomalyKind::Size, domain::Wording::FixedEnglish), QStringLiteral("Size"));
}

QTEST_GUILESS_MAIN(TestCatalogues)
#include "tst_catalogues.moc"
