// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "views/contract/evidencedrawing.h"
#include "views/contract/evidencepanel.h"
#include "views/contract/evidencereason.h"
#include "views/look/chiprow.h"
#include "views/look/theme.h"

#include <QImage>
#include <QLabel>
#include <QSet>

using namespace flowglass;
using namespace flowglass::views;
using namespace std::chrono_literals;

namespace {

models::EvidencePicture sizes()
{
    std::vector<std::uint32_t> own;
    std::vector<std::uint32_t> others;
    for (std::uint32_t i = 1; i < 60; ++i) {
        own.push_back(1 + i % 7);
        others.push_back(1 + i * i % 90);
    }
    return models::sizePicture(own, others, 850);
}

models::EvidencePicture counts()
{
    std::vector<std::int64_t> times;
    for (int i = 0; i < 30; ++i)
        times.push_back(300'000 - i * 1'500);
    for (int i = 0; i < 8; ++i)
        times.push_back(i * 30'000);
    return models::countPicture(times, {0, 300'000, 60s, 4.0}, QStringLiteral("Orders"));
}

models::EvidencePicture track()
{
    std::vector<models::PriceTrack::Point> points;
    for (int i = 0; i < 60; ++i)
        points.push_back({i, 2.0 + (i % 5) * 0.02, false});
    points.push_back({60, 2.9, true});
    return models::priceTrack(points, 2.1);
}

// Pixels that have about this colour.
int pixelsLike(const QImage& image, QRgb colour)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            const int apart = std::abs(qRed(pixel) - qRed(colour)) + std::abs(qGreen(pixel) - qGreen(colour))
                              + std::abs(qBlue(pixel) - qBlue(colour));
            found += apart < 24 ? 1 : 0;
        }
    }
    return found;
}

} // namespace

class TestEvidenceViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPictureIsSeenInEveryTheme_data()
    {
        QTest::addColumn<models::EvidencePicture>("picture");
        QTest::addColumn<int>("theme");
        const std::pair<const char*, models::EvidencePicture> pictures[]
            = {{"sizes", sizes()}, {"counts", counts()}, {"track", track()}};
        for (const auto& [name, picture] : pictures) {
            for (int theme = 0; theme < 3; ++theme)
                QTest::addRow("%s in theme %d", name, theme) << picture << theme;
        }
    }
    void everyPictureIsSeenInEveryTheme()
    {
        QFETCH(models::EvidencePicture, picture);
        QFETCH(int, theme);
        const Theme& look = *std::array{&kLight, &kDark, &kHighContrast}[std::size_t(theme)];
        EvidenceDrawing drawing;
        drawing.setPalette(paletteOf(look));
        drawing.setAutoFillBackground(true);
        drawing.resize(400, drawing.sizeHint().height());
        drawing.present(picture);
        QVERIFY(!drawing.isHidden());
        const QImage image = drawing.grab().toImage();
        // What is this anomaly's own has the colour of flags; what is usual or its own history the accent.
        QVERIFY2(pixelsLike(image, look.flagBar) > 20, qPrintable(QString::number(pixelsLike(image, look.flagBar))));
        QVERIFY(pixelsLike(image, look.accent) > 20);
        QVERIFY(contrast(look.flagBar, look.base) > 1.8);
        QVERIFY(contrast(look.accent, look.base) > 3.0);
    }

    void aDrawingIsDescribed()
    {
        EvidenceDrawing drawing;
        const models::EvidencePicture picture = sizes();
        drawing.present(picture);
        QCOMPARE(drawing.accessibleName(), picture.caption);
        QCOMPARE(drawing.accessibleDescription(), picture.description);
        drawing.present({});
        QVERIFY(drawing.isHidden());
    }

    void anEmptyDrawingTakesNoRoom()
    {
        EvidenceReason reason;
        models::EvidenceRow row;
        row.name = QStringLiteral("Size");
        reason.present(row);
        const int without = reason.sizeHint().height();
        row.picture = sizes();
        reason.present(row);
        QVERIFY(reason.sizeHint().height() > without + 60);
    }

    void aReasonNamesItsNumbers()
    {
        EvidenceReason reason;
        models::EvidenceRow row;
        row.kind = domain::AnomalyKind::Price;
        row.name = QStringLiteral("Price");
        row.surprise = QStringLiteral("5.10");
        row.value = QStringLiteral("$2.95");
        row.baseline = QStringLiteral("$2.10");
        row.often = QStringLiteral("one in <9>");
        row.facts = {{QStringLiteral("Implied volatility"), QString::fromUtf8("38 % → 52 %")}};
        row.sample = QStringLiteral("44 seen");
        row.scale = QStringLiteral("score 5.10 = 2.90");
        row.formula = QStringLiteral("surprise = 3 log10");
        reason.present(row);
        QString facts = reason.findChild<QLabel*>(QStringLiteral("reasonFacts"))->text();
        facts.replace(QLatin1String("&nbsp;"), QLatin1String(" "));
        for (const char* text : {"$2.95", "Fair", "$2.10", "one in &lt;9&gt;", "Implied volatility", "38 % → 52 %"})
            QVERIFY2(facts.contains(QString::fromUtf8(text)), text);
        const QString basis = reason.findChild<QLabel*>(QStringLiteral("reasonBasis"))->text();
        QVERIFY(basis.contains(row.sample) && basis.contains(row.scale) && basis.contains(row.formula));
        QVERIFY(reason.findChild<QLabel*>(QStringLiteral("reasonScore"))->text().contains(row.surprise));
    }

    void chipsWrapAndKeepTheirMeaning()
    {
        ChipRow row;
        std::vector<ChipRow::Item> items;
        for (int i = 0; i < 8; ++i)
            items.push_back({QStringLiteral("Multi-leg %1").arg(i), QStringLiteral("means %1").arg(i)});
        row.resize(200, 200);
        row.present(items);
        QVERIFY(row.heightForWidth(200) > 2 * row.heightForWidth(2000));
        const QList<Chip*> chips = row.findChildren<Chip*>();
        QCOMPARE(chips.size(), 8);
        QSet<int> lines;
        for (const Chip* chip : chips) {
            QVERIFY(chip->geometry().right() <= 200);
            QVERIFY(!chip->toolTip().isEmpty());
            lines.insert(chip->y());
        }
        QVERIFY(lines.size() > 1);
        items.resize(2);
        row.present(items);
        QVERIFY(chips[2]->isHidden());
    }

    void aWithdrawnOneSaysBustedAndTagsAreShown()
    {
        EvidencePanel panel;
        models::EvidenceCard card;
        card.tags = models::tagChips(domain::TagSet::of(domain::AnomalyTag::Opening));
        panel.present(card);
        auto* pill = panel.findChild<QLabel*>(QStringLiteral("withdrawnPill"));
        QVERIFY(pill->isHidden());
        const QList<Chip*> chips = panel.findChildren<Chip*>();
        QCOMPARE(chips.size(), 1);
        QCOMPARE(chips[0]->text(), QStringLiteral("Opening"));
        card.withdrawn = true;
        panel.present(card);
        QVERIFY(!pill->isHidden());
        QCOMPARE(pill->text(), QStringLiteral("busted"));
    }

    void fewerReasonsLeaveNoneBehind()
    {
        EvidencePanel panel;
        models::EvidenceCard card;
        card.evidence.resize(3);
        card.evidence[2].name = QStringLiteral("Repeat");
        panel.present(card);
        card.evidence.resize(1);
        panel.present(card);
        int shown = 0;
        for (const EvidenceReason* reason : panel.findChildren<EvidenceReason*>())
            shown += reason->isHidden() ? 0 : 1;
        QCOMPARE(shown, 1);
    }
};

QTEST_MAIN(TestEvidenceViews)
#include "tst_evidenceviews.moc"
