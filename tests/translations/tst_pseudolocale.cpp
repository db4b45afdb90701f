// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "settings/settings.h"
#include "settings/settingsstore.h"
#include "views/window/mainwindow.h"
#include "views/window/windowactions.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>

using namespace flowglass;

namespace {

// Every text comes back longer by a third, in brackets and with accents, so that what was not sent through
// tr() and what is cut off can be found.
class PseudoTranslator : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        QString text = QString::fromUtf8(source);
        const qsizetype longer = text.size() / 3;
        text.replace(QLatin1Char('a'), QChar(0x00e4)).replace(QLatin1Char('o'), QChar(0x00f6));
        return QLatin1Char('[') + text + QString(longer, QLatin1Char('~')) + QLatin1Char(']');
    }
};

bool isPseudo(const QString& text) { return text.contains(QLatin1Char('[')); }

// Names and data are the same in every language.
bool needsNoTranslation(const QString& text)
{
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{3,}"));
    return !text.contains(words) || text == QLatin1String("Flowglass") || text.startsWith(QLatin1String("Flowglass"));
}

} // namespace

class TestPseudoLocale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyTextIsTranslated();
    void noTextIsCutOff();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    PseudoTranslator m_translator;
};

void TestPseudoLocale::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QCoreApplication::installTranslator(&m_translator);
}

void TestPseudoLocale::everyTextIsTranslated()
{
    settings::SettingsStore store(m_folder->filePath(QStringLiteral("settings.ini")));
    settings::Settings settings(store);
    views::MainWindow window(settings);
    int checked = 0;
    QStringList plain;
    const auto check = [&](const QObject* owner, const QString& text) {
        if (text.isEmpty() || needsNoTranslation(text))
            return;
        ++checked;
        if (!isPseudo(text))
            plain << owner->objectName() + QStringLiteral(": ") + text;
    };
    for (const QAction* action : window.findChildren<QAction*>())
        check(action, action->text());
    for (const QLabel* label : window.findChildren<QLabel*>())
        check(label, label->text());
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        if (!button->objectName().startsWith(QLatin1String("qt_")))
            check(button, button->text());
    }
    for (const QLineEdit* edit : window.findChildren<QLineEdit*>())
        check(edit, edit->placeholderText());
    QVERIFY2(checked > 40, qPrintable(QString::number(checked)));
    QVERIFY2(plain.isEmpty(), qPrintable(plain.join(QLatin1Char('\n'))));
}

// At the smallest size the window is designed for.
void TestPseudoLocale::noTextIsCutOff()
{
    settings::SettingsStore store(m_folder->filePath(QStringLiteral("settings.ini")));
    settings::Settings settings(store);
    views::MainWindow window(settings);
    QStringList cut;
    int checked = 0;
    const auto check = [&](const QWidget* widget, const QString& text) {
        if (text.isEmpty() || !widget->isVisibleTo(&window))
            return;
        ++checked;
        if (widget->width() < widget->minimumSizeHint().width())
            cut << QStringLiteral("%1: %2 of %3 px: %4")
                       .arg(widget->objectName())
                       .arg(widget->width())
                       .arg(widget->minimumSizeHint().width())
                       .arg(text);
    };
    for (const bool atWork : {false, true}) {
        if (atWork)
            window.showWork();
        else
            window.showWelcome();
        window.setReplaying(atWork);
        window.resize(1100, 700);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY2(window.width() <= 1440, qPrintable(QString::number(window.width())));
        for (const QLabel* label : window.findChildren<QLabel*>())
            check(label, label->text());
        for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
            check(button, button->text());
    }
    QVERIFY2(checked > 12, qPrintable(QString::number(checked)));
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestPseudoLocale)
#include "tst_pseudolocale.moc"
