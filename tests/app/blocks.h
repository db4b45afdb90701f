// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace flowglass::test {

// The next frame of a tape of some hundred contracts in turn; now and then a block that no detector misses.
// `number`: of the trades so far. The same numbers give the same frames.
inline QString nextFrame(int& number)
{
    QStringList events;
    for (int i = 0; i < 20; ++i, ++number) {
        events << QStringLiteral(R"({"ev":"T","sym":"O:NVDA261218C%1","x":312,"p":2.5,"s":%2,"c":[209],"t":%3,"q":%4})")
                      .arg(100'000 + number / 200 % 400 * 500, 8, 10, QLatin1Char('0'))
                      .arg(number % 200 == 199 ? 5'000 : 1 + number % 4)
                      .arg(1'795'186'800'000LL + number * 100LL)
                      .arg(1 + number);
    }
    return QLatin1Char('[') + events.join(QLatin1Char(',')) + QLatin1Char(']');
}

} // namespace flowglass::test
