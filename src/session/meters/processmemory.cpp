// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/meters/processmemory.h"

#include <QFile>

#include <cstdlib> // says whether the C library is GNU

#include <unistd.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace flowglass::session {

std::uint64_t residentBytes()
{
    QFile statm(QStringLiteral("/proc/self/statm")); // memory of the kernel: reading it never waits
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = statm.readLine().split(' ');
    return fields.size() < 2 ? 0 : fields[1].toULongLong() * std::uint64_t(::sysconf(_SC_PAGESIZE));
}

std::uint64_t allocatedBytes()
{
#if defined(__GLIBC__)
    const struct mallinfo2 info = ::mallinfo2();
    return info.uordblks + info.hblkhd;
#else
    return 0;
#endif
}

void returnLargeBlocks()
{
#if defined(__GLIBC__)
    constexpr int kLarge = 256 * 1024; // bytes
    ::mallopt(M_MMAP_THRESHOLD, kLarge);
#endif
}

void returnFreePages()
{
#if defined(__GLIBC__)
    ::malloc_trim(0);
#endif
}

} // namespace flowglass::session
