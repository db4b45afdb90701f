// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/markettime.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace flowglass::models {

// One recording as the list of sessions shows it. What is not known yet is empty. A value.
struct SessionRow
{
    QString path; // tells rows apart
    QString name;
    domain::UnixNs created;
    domain::UnixNs first; // receive times; 0: not known
    domain::UnixNs last;
    QString source; // live host, "demo seed 1", a flat file's name
    QString feed;   // "realtime", "delayed", "demo", "flatfile"
    QStringList underlyings; // "*" is everything
    std::optional<quint64> trades;
    std::optional<quint64> gaps;
    std::optional<quint64> anomalies;
    QByteArray digest; // of the anomalies, hex; empty: not analysed
    std::optional<double> sensitivity; // flags per 100,000 trades
    qint64 bytes = 0;
    QString note; // "torn: 3 KB lost", an error
    bool busy = false; // being analysed
    int percent = 0;
    bool operator==(const SessionRow&) const = default;
};

QString feedText(const QString& feed);                    // "Real time", "Demo"; the word itself when unknown
QString watchedText(const QStringList& underlyings);      // "NVDA, AAPL"
QString shortDigest(const QByteArray& digest);            // its first places
// Every field with its label, for the details of one recording.
std::vector<std::pair<QString, QString>> sessionDetails(const SessionRow& row, const domain::ZoneTime& zone);

} // namespace flowglass::models
