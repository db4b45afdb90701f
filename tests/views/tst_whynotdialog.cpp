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

#include <algorithm>

using namespace flowglass;
using namespace flowglass::test;
using namespace flowglass::views;
using domain::AnomalyKind;

namespace {

models::WhyNotRow row(AnomalyKind kind, const char* name, double score, const char* missing = "")
{
    models::WhyNotRow row;
    row.kind = kind;
    row.name = QString::fromUtf8(name);
    row.sentence = QStringLiteral("3 contracts; usual: 6");
    row.score = score;
    row.threshold = 5.2;
    row.missing = QString::fromUtf8(missing);
    return row;
}

models::PrintJudgement judged(std::vector<models::WhyNotRow> rows)
{
    models::PrintJudgement judgement;
    judgement.rows = std::move(rows);
    return judgement;
}

models::PrintJudgement listed(std::vector<models::WhyNotRow> rows)
{
    models::PrintJudgement judgement = judged(std::move(rows));
    judgement.anomaly = 7;
    judgement.anomalyTime = kMorning;
    judgement.listed = true;
    return judgement;
}

models::PrintJudgement notJudged(const char* why)
{
    models::PrintJudgement judgement;
    judgement.notJudged = QString::fromUtf8(why);
    return judgement;
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
            = cardOf(judged({row(AnomalyKind::Size, "Size", 2.0), row(AnomalyKind::Sweep, "Sweep", 9.9, "one exchange"),
                             row(AnomalyKind::Activity, "Activity", 4.1)}));
        QCOMPARE(card.title, QStringLiteral("NVDA 18 Dec 26 150 C at 10:04:05.123: 1,200 × $2.50"));
        QCOMPARE(card.verdict, QStringLiteral("Not flagged: the highest score is 4.1 (Activity), 5.2 is needed."));
    }

    void whatWasNotJudgedSaysWhy()
    {
        QCOMPARE(cardOf(notJudged("Not judged: reported late.")).verdict, QStringLiteral("Not judged: reported late."));
        QVERIFY(cardOf(judged({})).verdict.contains(QStringLiteral("no detector")));
    }

    void enoughScoreButFilteredSaysByWhat()
    {
        models::WhyNotRow filtered = row(AnomalyKind::Size, "Size", 6.0);
        filtered.filter = QStringLiteral("its kind was switched off");
        const models::WhyNotRow low = row(AnomalyKind::Activity, "Activity", 4.1);
        QCOMPARE(cardOf(judged({filtered, low})).verdict,
                 QStringLiteral("Not flagged: Size reached 6.0 of the 5.2 that flag, but its kind was switched off."));
        filtered.score = 4.9; // would not have flagged anyway
        QVERIFY(cardOf(judged({filtered, low})).verdict.contains(QStringLiteral("4.1 (Activity)")));
        QVERIFY(cardOf(judged({filtered})).verdict.contains(QStringLiteral("4.9 (Size)")));
    }

    void whatIsOffHasNotFlagged()
    {
        models::WhyNotRow filtered = row(AnomalyKind::Size, "Size", 9.0);
        filtered.filter = QStringLiteral("its kind was switched off");
        QCOMPARE(cardOf(listed({filtered, row(AnomalyKind::Sweep, "Sweep", 6.0)})).verdict,
                 QStringLiteral("Flagged: its highest score is 6.0 (Sweep), 5.2 is needed."));
        // Nor has a surge raised an anomaly of one contract.
        QVERIFY(cardOf(listed({row(AnomalyKind::Sweep, "Sweep", 6.0), row(AnomalyKind::Surge, "Surge", 9.0)}))
                    .verdict.contains(QStringLiteral("6.0 (Sweep)")));
    }

    void matesOfAFlaggedPrintSayThatItWasNotThem()
    {
        const QString verdict = cardOf(listed({row(AnomalyKind::Activity, "Activity", 2.0)})).verdict;
        QVERIFY2(verdict.startsWith(QStringLiteral("Flagged in anomaly 7 (10:04:05.000): another print of its order")),
                 qPrintable(verdict));
    }

    void aPrintOfARunningBurstIsPartOfIt()
    {
        models::PrintJudgement burst = judged({row(AnomalyKind::Activity, "Activity", 7.5)});
        burst.anomaly = 7;
        burst.anomalyTime = kMorning;
        const models::WhyNotCard card = cardOf(burst);
        QVERIFY2(card.verdict.startsWith(QStringLiteral("Part of anomaly 7 (10:04:05.000), which was running: 7.5 (Activity)")),
                 qPrintable(card.verdict));
        QVERIFY(!card.flagged);
        burst.anomaly = 0; // not known any more
        QVERIFY(cardOf(burst).verdict.startsWith(QStringLiteral("Part of an anomaly")));
        burst.rows[0].atLeast = true;
        QVERIFY(cardOf(burst).verdict.contains(QStringLiteral("7.5 or more")));
    }

    void aPrintOfAWithdrawnAnomalyHasNoFlagAnyMore()
    {
        models::PrintJudgement withdrawn = listed({row(AnomalyKind::Size, "Size", 9.0)});
        withdrawn.listed = false;
        withdrawn.withdrawn = true;
        const models::WhyNotCard card = cardOf(withdrawn);
        QCOMPARE(card.verdict, QStringLiteral("No longer flagged: it stood in anomaly 7 (10:04:05.000), which was "
                                              "withdrawn because what it rested on was cancelled."));
        QVERIFY(!card.flagged);
        withdrawn.cancelled = true;
        QCOMPARE(cardOf(withdrawn).verdict,
                 QStringLiteral("Cancelled later: no flag stands on it. It was in anomaly 7 (10:04:05.000)."));
    }

    void aCancelledPrintHasNoFlag()
    {
        models::PrintJudgement cancelled = listed({row(AnomalyKind::Price, "Price", 14.4)});
        cancelled.cancelled = true;
        const models::WhyNotCard card = cardOf(cancelled);
        QCOMPARE(card.verdict, QStringLiteral("Cancelled later: no flag stands on it. It was in anomaly 7 (10:04:05.000)."));
        QVERIFY(!card.flagged);
        cancelled.listed = false;
        QCOMPARE(cardOf(cancelled).verdict, QStringLiteral("Cancelled later: no flag stands on it."));
    }

    void everyDetectorIsABarAndOneWithoutScoreSaysSo()
    {
        WhyNotDialog dialog;
        QCOMPARE(dialog.objectName(), QStringLiteral("whyNotDialog"));
        QVERIFY(!dialog.isModal());
        models::WhyNotRow poor = row(AnomalyKind::Size, "Size", 4.1);
        poor.filter = QStringLiteral("$84 was at stake, $250 is the least");
        dialog.present(
            cardOf(judged({poor, row(AnomalyKind::Sweep, "Sweep", 0.0, "The order was on one exchange.")})));
        QCOMPARE(bars(dialog), 2);
        QStringList texts;
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            texts << label->text();
        QVERIFY(texts.contains(QStringLiteral("4.1 of 5.2")));
        QVERIFY(texts.contains(QStringLiteral("no score")));
        // What there was and what is usual stand beside the reason.
        QVERIFY(texts.contains(QStringLiteral("3 contracts; usual: 6\nThe order was on one exchange.")));
        QVERIFY(texts.contains(QStringLiteral("3 contracts; usual: 6\nCannot flag: $84 was at stake, $250 is the least.")));
        const QList<ThresholdBar*> all = dialog.findChildren<ThresholdBar*>();
        QCOMPARE(all[0]->accessibleName(), QStringLiteral("Size"));
        QCOMPARE(all[0]->accessibleDescription(), QStringLiteral("4.1 of the 5.2 that flag"));
        QVERIFY(dialog.findChild<EvidenceDrawing*>()->isHidden());
        dialog.present(cardOf(notJudged("Not judged.")));
        QCOMPARE(bars(dialog), 0);
    }

    void allOfItCanBeReadAtAnyWidth()
    {
        std::vector<models::WhyNotRow> rows;
        for (const char* name : {"Size", "Sweep", "Activity", "Price", "Repeat", "Surge"})
            rows.push_back(row(AnomalyKind::Size, name, 0.0,
                               "The first print of an order that went on to 2 exchanges: its later prints have the score, "
                               "and that is said at a length that needs more than two lines of the dialog."));
        WhyNotDialog dialog;
        dialog.present(cardOf(judged(rows)));
        dialog.show();
        const auto isWhole = [&dialog] {
            const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
            return std::ranges::all_of(labels, [](const QLabel* label) {
                return label->isHidden() || label->height() >= label->heightForWidth(label->width());
            });
        };
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QTRY_VERIFY(isWhole());
        const int tall = dialog.height();
        dialog.resize(dialog.width() * 2, 100);
        QTRY_VERIFY(isWhole());
        QVERIFY(dialog.minimumHeight() < tall);
        dialog.resize(dialog.minimumWidth(), 100);
        QTRY_VERIFY(isWhole());
        for (models::WhyNotRow& shown : rows)
            shown.sentence += QStringLiteral("\none more line");
        dialog.present(cardOf(judged(rows)));
        QTRY_VERIFY(isWhole());
    }

    void theTitleFollowsTheVerdict()
    {
        WhyNotDialog dialog;
        dialog.present(cardOf(listed({row(AnomalyKind::Size, "Size", 6.0)})));
        QCOMPARE(dialog.windowTitle(), QStringLiteral("Why this was flagged"));
        dialog.present(cardOf(judged({row(AnomalyKind::Size, "Size", 1.0)})));
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
