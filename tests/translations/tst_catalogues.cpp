// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/anomalytext.h"

#include <QRegularExpression>
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
    void compiledInAndUsed();
    void fixedEnglishIgnoresTheCatalogue();

private:
    struct Message
    {
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
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto element = xml.name();
        if (element == QLatin1String("message")) {
            messages.emplace_back();
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
