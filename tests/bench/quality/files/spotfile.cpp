// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/files/spotfile.h"

#include "bench/quality/random/portablemath.h"
#include "bench/quality/tape/sessions.h"

namespace flowglass::quality {

QByteArray spotText(const Tape& tape)
{
    const MarketPath path(tape.universe, tape.config);
    QByteArray out("underlying,timestamp,price\n");
    for (std::uint32_t root = 0; root < tape.universe.roots.size(); ++root) {
        for (int day = 0; day < path.days(); ++day) {
            const std::int32_t date = path.firstDay() + day;
            for (std::int64_t ms = sessions::openMs(date); ms <= sessions::closeMs(date); ms += 60'000) {
                out += tape.universe.roots[root].name.c_str();
                out += ',';
                out += QByteArray::number(qlonglong(ms));
                out += "000000,";
                out += QByteArray::number(portable::exp(path.logSpot(root, ms)), 'f', 4);
                out += '\n';
            }
        }
    }
    return out;
}

} // namespace flowglass::quality
