// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/tapefixture.h"
#include "views/contract/evidencedrawing.h"
#include "views/contract/thresholdbar.h"
#include "views/contract/whynotdialog.h"
#include "views/look/theme.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace flowglass;
using namespace flowglass::test;
using namespace flowglass::views;
using domain::AnomalyKind;

namespace {

models::WhyNotRow row(AnomalyKind kind, const char* name, double score, const char* missing = "")
{
    return {kind, QString::fromUtf8(name), QStringLiteral("3 contracts; usual: 6"), score, 5.2, false,
            QString::fromUtf8(missing)};
}

models::WhyNotCard cardOf(models::PrintJudgement judgement)
{
    Tape tape;
    const domain::Trade trade = tape.trade({.price = 25'000, .size = 1200, .atMs = 123});
    return models::whyNotCard(trade, tape.contracts[trade.contract], domain::ZoneTime::newYork(), std::move(judgement));
}

int bars(const WhyNotDialog& dialog)
{
    int shown = 0;
    for (const ThresholdBar* bar : dialog.findChildren<ThresholdBar*>())
        shown += bar->isHidden() ? 0 : 1;
    return shown;
}

int reachOf(const QImage& image, QRgb colour) // the rightmost pixel of this colour
{
    for (int x = image.width() - 1; x >= 0; --x) {
        if (image.pixel(x, image.height() / 2) == colour)
            return x;
    }
    return -1;
}

} // namespace

class TestWhyNotDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void theVerdictNamesTheHighestScore()
    {
        const models::WhyNotCard card
            = cardOf({{}, false, {row(AnomalyKind::Size, "Size", 2.0), row(AnomalyKind::Sweep, "Sweep", 9.9, "one exchange"),
                                  row(AnomalyKind::Activity, "Activity", 4.1)}});
        QCOMPARE(card.title, QStringLiteral("NVDA 18 Dec 26 150 C at 10:04:05.123: 1,200 × $2.50"));
        QCOMPARE(card.verdict, QStringLiteral("Not flagged: the highest score is 4.1 (Activity), 5.2 is needed."));
    }

    void whatWasNotJudgedSaysWhy()
    {
        QCOMPARE(cardOf({QStringLiteral("Not judged: reported late."), false, {}}).verdict,
                 QStringLiteral("Not judged: reported late."));
        QVERIFY(cardOf({{}, false, {}}).verdict.contains(QStringLiteral("no detector")));
    }

    void enoughScoreButFilteredSaysSo()
    {
        models::WhyNotRow filtered = row(AnomalyKind::Size, "Size", 6.0);
        QVERIFY(cardOf({{}, false, {filtered}}).verdict.contains(QStringLiteral("rounding")));
        filtered.filtered = true;
        QVERIFY(cardOf({{}, false, {filtered}}).verdict.contains(QStringLiteral("too little money")));
        QVERIFY(cardOf({{}, true, {filtered}}).verdict.startsWith(QStringLiteral("Flagged: ")));
        QVERIFY(cardOf({{}, true, {}}).verdict.startsWith(QStringLiteral("Flagged, as a part")));
    }

    void everyDetectorIsABarAndOneWithoutScoreSaysSo()
    {
        WhyNotDialog dialog;
        QCOMPARE(dialog.objectName(), QStringLiteral("whyNotDialog"));
        QVERIFY(!dialog.isModal());
        dialog.present(cardOf({{}, false, {row(AnomalyKind::Size, "Size", 4.1),
                                           row(AnomalyKind::Sweep, "Sweep", 0.0, "The order was on one exchange.")}}));
        QCOMPARE(bars(dialog), 2);
        QStringList texts;
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            texts << label->text();
        QVERIFY(texts.contains(QStringLiteral("4.1 of 5.2")));
        QVERIFY(texts.contains(QStringLiteral("no score")));
        QVERIFY(texts.join(QLatin1Char('|')).contains(QStringLiteral("one exchange")));
        const QList<ThresholdBar*> all = dialog.findChildren<ThresholdBar*>();
        QCOMPARE(all[0]->accessibleName(), QStringLiteral("Size"));
        QCOMPARE(all[0]->accessibleDescription(), QStringLiteral("4.1 of the 5.2 that flag"));
        QVERIFY(dialog.findChild<EvidenceDrawing*>()->isHidden());
        dialog.present(cardOf({QStringLiteral("Not judged."), false, {}}));
        QCOMPARE(bars(dialog), 0);
    }

    void theTitleFollowsTheVerdict()
    {
        WhyNotDialog dialog;
        dialog.present(cardOf({{}, true, {row(AnomalyKind::Size, "Size", 6.0)}}));
        QCOMPARE(dialog.windowTitle(), QStringLiteral("Why this was flagged"));
        dialog.present(cardOf({{}, false, {row(AnomalyKind::Size, "Size", 1.0)}}));
        QCOMPARE(dialog.windowTitle(), QStringLiteral("Why this was not flagged"));
    }

    void closeCloses()
    {
        WhyNotDialog dialog;
        dialog.show();
        auto* close = dialog.findChild<QPushButton*>();
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(!dialog.isVisible());
    }

    void theBarGrowsTowardsItsMark()
    {
        for (const Theme* theme : {&kLight, &kDark, &kHighContrast}) {
            ThresholdBar bar;
            bar.setPalette(paletteOf(*theme));
            bar.resize(300, bar.sizeHint().height());
            bar.present(QStringLiteral("Size"), 2.0, 5.0);
            const int low = reachOf(bar.grab().toImage(), theme->accent);
            bar.present(QStringLiteral("Size"), 4.0, 5.0);
            const int high = reachOf(bar.grab().toImage(), theme->accent);
            QVERIFY(low > 0 && high > low);
            const int mark = reachOf(bar.grab().toImage(), theme->text);
            QVERIFY(mark > high);
            bar.present(QStringLiteral("Size"), 6.0, 5.0);
            QVERIFY(reachOf(bar.grab().toImage(), theme->flagBar) > mark);
            bar.present(QStringLiteral("Size"), {}, 5.0);
            QCOMPARE(reachOf(bar.grab().toImage(), theme->accent), -1);
        }
    }
};

QTEST_MAIN(TestWhyNotDialog)
#include "tst_whynotdialog.moc"
