// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/scratch.h"
#include "recording/flatfile.h"

namespace flowglass::fuzz {

const char* flatfiles(Input input)
{
    static Scratch scratch(QStringLiteral("flat.csv"));
    recording::FlatFileConfig config;
    config.path = scratch.path();
    config.memoryBytes = 1 << 16;
    if (!scratch.write(input))
        return "the scratch file can be written";
    const auto source = recording::openFlatFile(config);
    if (!source)
        return source.error().text.isEmpty() ? "an error says something" : nullptr;
    std::vector<recording::Entry> entries;
    std::int64_t last = 0;
    while (const auto more = (*source)->read(entries)) {
        if (!*more)
            return (*source)->done() == (*source)->total() ? nullptr : "every row counted is handed out";
        for (const recording::Entry& entry : entries) {
            if (timeOf(entry).value < last)
                return "frames come in order of time";
            last = timeOf(entry).value;
        }
        entries.clear();
    }
    return nullptr;
}

} // namespace flowglass::fuzz
