// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "views/look/checkededit.h"
#include "views/look/pill.h"
#include "views/look/theme.h"
#include "views/window/topbar.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace flowglass;
using namespace flowglass::views;

class TestCheckedFields : public QObject
{
    Q_OBJECT

private:
    static CheckedEdit* field(QWidget& bar, const char* name)
    {
        return bar.findChild<CheckedEdit*>(QLatin1String(name));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<domain::TradeFilter>();
        qRegisterMetaType<domain::WatchList>();
    }

    void aWrongTextSaysWhyUnderTheField()
    {
        QWidget window;
        CheckedEdit edit(&window);
        edit.setObjectName(QStringLiteral("edit"));
        edit.setHelp(QStringLiteral("help"));
        edit.setCheck([](const QString& text) {
            return text == QLatin1String("bad") ? QStringLiteral("no good") : QString();
        });
        window.resize(400, 200);
        window.show();
        window.activateWindow();
        edit.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClicks(&edit, QStringLiteral("bad"));
        QVERIFY(!edit.isRight());
        auto* hint = window.findChild<QLabel*>(QStringLiteral("editProblem"));
        QVERIFY(hint && hint->isVisible());
        QCOMPARE(hint->text(), QStringLiteral("no good"));
        QVERIFY(hint->geometry().top() >= edit.mapTo(&window, QPoint(0, edit.height())).y());
        QCOMPARE(edit.toolTip(), QStringLiteral("no good"));
        QCOMPARE(edit.accessibleDescription(), QStringLiteral("no good"));
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QVERIFY(edit.isRight());
        QVERIFY(!hint->isVisible());
        QCOMPARE(edit.toolTip(), QStringLiteral("help"));
    }

    void aWrongFieldHasARedFrame()
    {
        CheckedEdit edit;
        edit.setPalette(paletteOf(kLight));
        edit.resize(200, 30);
        edit.setText(QStringLiteral("x"));
        const QImage right = edit.grab().toImage();
        edit.setCheck([](const QString&) { return QStringLiteral("wrong"); });
        const QImage wrong = edit.grab().toImage();
        QCOMPARE(wrong.pixel(100, 1), kLight.bad);
        QVERIFY(right.pixel(100, 1) != kLight.bad);
    }

    void theFilterIsAppliedWhenItCanBeUsed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("usable");
        QTest::newRow("a class of prints") << QStringLiteral("call") << true;
        QTest::newRow("comparisons together") << QStringLiteral("size>=100 premium>=50k") << true;
        QTest::newRow("nothing at all") << QString() << true;
        QTest::newRow("a comparison with a word") << QStringLiteral("size>=x") << false;
    }
    void theFilterIsAppliedWhenItCanBeUsed()
    {
        QFETCH(QString, text);
        QFETCH(bool, usable);
        TopBar bar;
        bar.setFilterText(QStringLiteral("put"));
        QSignalSpy changed(&bar, &TopBar::filterChanged);
        CheckedEdit* edit = field(bar, "filterEdit");
        edit->setText(text);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(changed.count(), usable ? 1 : 0);
        QCOMPARE(edit->isRight(), usable);
        if (usable)
            QCOMPARE(changed.first().at(0).value<domain::TradeFilter>(), domain::TradeFilter::parse(text).value());
    }

    void typingIsAppliedWhenItRests()
    {
        TopBar bar;
        bar.show();
        QSignalSpy changed(&bar, &TopBar::filterChanged);
        QTest::keyClicks(field(bar, "filterEdit"), QStringLiteral("size>=100"));
        QVERIFY(changed.wait(2000));
        QCOMPARE(changed.count(), 1); // not once per letter
        QCOMPARE(changed.first().at(1).toString(), QStringLiteral("size>=100"));
    }

    void whatIsWatchedIsChosenOnEnter()
    {
        TopBar bar;
        bar.setWatch(domain::WatchList::parse(QStringLiteral("NVDA")).value());
        QSignalSpy chosen(&bar, &TopBar::watchChosen);
        CheckedEdit* edit = field(bar, "underlyingsEdit");
        edit->setText(QStringLiteral("nvda, aapl"));
        QCOMPARE(chosen.count(), 0);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(chosen.first().first().value<domain::WatchList>()
                == domain::WatchList::parse(QStringLiteral("AAPL,NVDA")).value());
        QTest::keyClick(edit, Qt::Key_Return); // the same again is no choice
        QCOMPARE(chosen.count(), 1);
        edit->setText(QStringLiteral("!!"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(!edit->isRight());
    }

    void theStateOfTheFeedIsAWordAndASign_data()
    {
        QTest::addColumn<models::Severity>("severity");
        QTest::addColumn<QString>("retryText");
        QTest::newRow("live") << models::Severity::Good << QString();
        QTest::newRow("connecting") << models::Severity::Waiting << QString();
        QTest::newRow("reconnecting can be tried at once") << models::Severity::Warning << QStringLiteral("Retry now");
        QTest::newRow("another program has it") << models::Severity::Bad << QStringLiteral("Connect here instead");
    }
    void theStateOfTheFeedIsAWordAndASign()
    {
        QFETCH(models::Severity, severity);
        QFETCH(QString, retryText);
        TopBar bar;
        bar.show();
        bar.presentFeed({QStringLiteral("brief"), QStringLiteral("full"), severity}, retryText);
        auto* pill = bar.findChild<Pill*>(QStringLiteral("feedStateLabel"));
        QCOMPARE(pill->text(), QStringLiteral("brief"));
        QCOMPARE(pill->toolTip(), QStringLiteral("full"));
        QVERIFY(pill->width() >= pill->fontMetrics().horizontalAdvance(pill->text()) || !pill->isVisible());
        auto* retry = bar.findChild<QPushButton*>(QStringLiteral("retryButton"));
        QCOMPARE(retry->isVisible(), !retryText.isEmpty());
        QVERIFY(retryText.isEmpty() || retry->text() == retryText);
        QSignalSpy retried(&bar, &TopBar::retryRequested);
        retry->click();
        QCOMPARE(retried.count(), 1);
    }

    void tonesAreToldApartWithoutColour() // the sign differs, not only its colour
    {
        Pill pill;
        pill.setPalette(paletteOf(kLight));
        QSet<QByteArray> shapes;
        for (const Glyph glyph : {Glyph::Dot, Glyph::Wait, Glyph::Warning, Glyph::Cross}) {
            pill.present(glyph, Pill::Tone::Neutral, QStringLiteral("x"));
            pill.resize(pill.sizeHint());
            const QImage image = pill.grab().toImage();
            shapes.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()));
        }
        QCOMPARE(shapes.size(), 4);
    }
};

QTEST_MAIN(TestCheckedFields)
#include "tst_checkedfields.moc"
