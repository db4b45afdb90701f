// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "views/look/theme.h"

#include <array>

using namespace flowglass::views;

namespace {

using Colours = std::vector<std::pair<const char*, QRgb>>;

Colours texts(const Theme& theme)
{
    return {{"text", theme.text}, {"muted", theme.muted}, {"call", theme.call},
            {"put", theme.put},   {"flag", theme.flag},   {"good", theme.good},
            {"warn", theme.warn}, {"bad", theme.bad},     {"accent", theme.accent}};
}

const char* nameOf(const Theme& theme)
{
    return theme.base == kHighContrast.base ? "high contrast" : theme.dark ? "dark" : "light";
}

Colours grounds(const Theme& theme)
{
    return {{"window", theme.window},       {"base", theme.base},         {"alternate rows", theme.alternate},
            {"selected rows", theme.selection}, {"flagged rows", theme.flagTint}, {"raised", theme.raised}};
}

// How a person without the cones for red (protanopia) or green (deuteranopia) sees a colour, in linear RGB
// (matrices of Machado, Oliveira and Fernandes, 2009, severity 1).
using Matrix = std::array<std::array<double, 3>, 3>;
constexpr Matrix kProtan{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeutan{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};

std::array<double, 3> seen(QRgb colour, const Matrix& matrix)
{
    const std::array<double, 3> rgb{qRed(colour) / 255.0, qGreen(colour) / 255.0, qBlue(colour) / 255.0};
    std::array<double, 3> out{};
    for (std::size_t row = 0; row < 3; ++row)
        out[row] = matrix[row][0] * rgb[0] + matrix[row][1] * rgb[1] + matrix[row][2] * rgb[2];
    return out;
}

double distance(QRgb a, QRgb b, const Matrix& matrix)
{
    const auto first = seen(a, matrix);
    const auto second = seen(b, matrix);
    double sum = 0.0;
    for (std::size_t i = 0; i < 3; ++i)
        sum += (first[i] - second[i]) * (first[i] - second[i]);
    return std::sqrt(sum);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextReadsOnEveryGround_data()
    {
        QTest::addColumn<QRgb>("text");
        QTest::addColumn<QRgb>("ground");
        for (const Theme& theme : {kLight, kDark, kHighContrast}) {
            for (const auto& [textName, text] : texts(theme)) {
                for (const auto& [groundName, ground] : grounds(theme))
                    QTest::addRow("%s: %s on %s", nameOf(theme), textName, groundName)
                        << text << ground;
            }
        }
    }
    void everyTextReadsOnEveryGround()
    {
        QFETCH(QRgb, text);
        QFETCH(QRgb, ground);
        QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(QString::number(contrast(text, ground))));
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrast(0xff000000, 0xffffffff), 21.0);
        QCOMPARE(contrast(0xffffffff, 0xff000000), 21.0);
        QCOMPARE(contrast(0xff777777, 0xff777777), 1.0);
    }

    void callsPutsAndFlagsDifferForColourBlindPeople_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("red");
        QTest::newRow("light, without red cones") << false << true;
        QTest::newRow("light, without green cones") << false << false;
        QTest::newRow("dark, without red cones") << true << true;
        QTest::newRow("dark, without green cones") << true << false;
    }
    void callsPutsAndFlagsDifferForColourBlindPeople()
    {
        QFETCH(bool, dark);
        QFETCH(bool, red);
        const Theme& theme = dark ? kDark : kLight;
        const Matrix& matrix = red ? kProtan : kDeutan;
        QVERIFY(distance(theme.call, theme.put, matrix) > 0.3);
        QVERIFY(distance(theme.call, theme.flag, matrix) > 0.25);
        QVERIFY(distance(theme.flagTint, theme.base, matrix) > 0.08);
    }

    void aPaletteTellsItsTheme()
    {
        QCOMPARE(&themeOf(paletteOf(kLight)), &kLight);
        QCOMPARE(&themeOf(paletteOf(kDark)), &kDark);
        QCOMPARE(&themeOf(paletteOf(kHighContrast)), &kHighContrast);
    }

    void disabledTextIsFainterButThere()
    {
        for (const Theme& theme : {kLight, kDark, kHighContrast}) {
            const QPalette palette = paletteOf(theme);
            const QRgb disabled = palette.color(QPalette::Disabled, QPalette::ButtonText).rgb();
            QVERIFY(contrast(disabled, theme.window) < contrast(theme.text, theme.window));
            QVERIFY(contrast(disabled, theme.window) > 2.5);
        }
    }
};

QTEST_GUILESS_MAIN(TestTheme)
#include "tst_theme.moc"
