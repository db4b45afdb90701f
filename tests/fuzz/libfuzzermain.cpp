// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The frame around one target, FLOWGLASS_FUZZ_TARGET, that libFuzzer calls.
#include "fuzz.h"

#include <QLoggingCategory>

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (const char* broken = flowglass::fuzz::FLOWGLASS_FUZZ_TARGET({data, size})) {
        std::fprintf(stderr, "property broken: %s\n", broken);
        std::abort();
    }
    return 0;
}
