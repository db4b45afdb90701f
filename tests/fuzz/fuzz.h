// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <span>

namespace flowglass::fuzz {

// What a parser reads, made up byte by byte. Each target feeds it to one reader and returns the property
// that did not hold, or nullptr. The same functions run under libFuzzer and over the kept corpora in the
// ordinary suite. Not thread-safe: what is costly to make is made once and kept.
using Input = std::span<const std::uint8_t>;
using Target = const char* (*)(Input input);

const char* answers(Input input);   // bodies of the provider's REST answers
const char* baselines(Input input); // what was learnt on earlier days
const char* entries(Input input);   // lines of a recording
const char* events(Input input);    // events in a recording
const char* filters(Input input);   // what is typed above the tape
const char* flatfiles(Input input); // whole flat files, compressed or not
const char* flatrows(Input input);  // their rows
const char* openinterest(Input input); // what was recorded of it on earlier days
const char* recordings(Input input);
const char* settings(Input input);     // single values
const char* settingsfile(Input input); // whole files
const char* symbols(Input input);
const char* trades(Input input); // frames of the stream

struct NamedTarget
{
    const char* name; // of its corpus folder
    Target run;
};
std::span<const NamedTarget> allTargets();

inline QByteArray bytesOf(Input input)
{
    return QByteArray::fromRawData(reinterpret_cast<const char*>(input.data()), qsizetype(input.size()));
}
inline QString textOf(Input input) { return QString::fromUtf8(bytesOf(input)); }

} // namespace flowglass::fuzz
