// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/meters/processmemory.h"

#include <QFile>

#include <unistd.h>

namespace flowglass::session {

std::uint64_t residentBytes()
{
    QFile statm(QStringLiteral("/proc/self/statm")); // memory of the kernel: reading it never waits
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = statm.readLine().split(' ');
    return fields.size() < 2 ? 0 : fields[1].toULongLong() * std::uint64_t(::sysconf(_SC_PAGESIZE));
}

} // namespace flowglass::session
