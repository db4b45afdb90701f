// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/entry.h"
#include "recording/framesource.h"
#include "recording/recordingheader.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace flowglass::recording::fixture {

struct Zstd
{
    bool checksum = true;
    bool contentSize = true;
};

// One zstd frame, and what a plain decoder makes of any number of them; null when it finds them wrong or
// torn.
QByteArray zstdFrame(const QByteArray& text, const Zstd& options = {});
QByteArray zstdText(const QByteArray& file);
// Each zstd frame of a file by itself.
std::vector<QByteArray> zstdFrames(const QByteArray& file);

struct Contents
{
    RecordingHeader header;
    std::vector<Entry> entries;
    std::vector<Loss> losses;
    QString error; // of opening or reading; empty: none
    std::vector<FrameEntry> frames() const;
    std::vector<EventEntry> events() const;
};
Contents readFile(const QString& path);
Contents readBytes(const QByteArray& bytes);

// The number-th frame of a made-up tape: one trade, a millisecond after the one before; not much to compress.
FrameEntry frame(int number);
std::vector<FrameEntry> frames(int count);
QByteArray lines(const std::vector<FrameEntry>& frames);
RecordingHeader header();

QByteArray bytesOf(const QString& path);
bool write(const QString& path, const QByteArray& bytes);

} // namespace flowglass::recording::fixture
