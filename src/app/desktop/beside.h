// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace flowglass::app {

// Runs work() on a thread of the pool, then done(its result) on the owner's thread. An owner that goes first is told
// nothing, whatever the worker does meanwhile; QFuture::then(owner, …) of Qt 6.4 aborts there.
template <class Work, class Done>
void runBeside(QObject* owner, QThreadPool* pool, Work work, Done done)
{
    using Value = std::invoke_result_t<Work>;
    auto* watcher = new QFutureWatcher<Value>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, done] {
        watcher->deleteLater(); // first: done() may end the owner, and the watcher with it
        done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(pool, std::move(work)));
}

} // namespace flowglass::app
