// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace flowglass::settings {

// What a place that keeps one secret answers. `reason` is the system's and never holds the key.
struct KeyAnswer
{
    enum class Outcome { Done, NotFound, Failed };
    Outcome outcome = Outcome::Failed;
    QString key; // read() only
    QString reason;
};

// A place that keeps the API key. Each call answers exactly once, later and through the event loop, unless
// `context` has been deleted by then. GUI thread.
class KeyBackend
{
public:
    using Answer = std::function<void(const KeyAnswer&)>;

    KeyBackend() = default;
    KeyBackend(const KeyBackend&) = delete;
    KeyBackend& operator=(const KeyBackend&) = delete;
    virtual ~KeyBackend() = default;

    virtual void read(QObject* context, Answer answer) = 0;
    virtual void write(const QString& key, QObject* context, Answer answer) = 0;
    virtual void forget(QObject* context, Answer answer) = 0;
};

} // namespace flowglass::settings
