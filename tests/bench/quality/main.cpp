// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How good are the detectors? Labelled tapes, baselines, a report. See kHelp.
#include "bench/quality/commands.h"

#include <QCoreApplication>

#include <cstdio>

using namespace flowglass;

namespace {

constexpr const char* kHelp = R"(detection_quality: how good the anomaly detection is, on labelled tapes.

  detection_quality run [--seeds 1-5] [--warmup-days 1] [--no-baselines] [--json]
      Generates the tapes of each seed (a planted and a clean one: a warm-up day and a scored day of 430,000
      prints), judges them with the program's engine and with naive rules, and prints the figures.
      Seeds 1-10 are for tuning, 101-105 are held out: look at them only when tuning is over.
  detection_quality generate --seed N --out FOLDER [--clean] [--spot]
      Writes tape.csv.gz (the provider's flat file, all days), labels.jsonl and, with --spot, spot.csv.
  detection_quality score --labels FILE --anomalies FILE.jsonl [--json]
      Scores another program that has judged tape.csv.gz. A line of its file is an anomaly:
      {"id":1,"time_utc":"2026-11-20T15:04:05.123Z","ticker":"O:...","underlying":"QAA","score":6.4,
       "sequences":[4711]}; "ticker" is null for an anomaly of the whole underlying; "sequences" (positions
      of its prints in the tape by time, from 1) and "state" ("withdrawn" ones do not count) may be left out;
      of lines with the same id the last one stands.

How it is scored. Planted on the scored day, 15 of each kind and grade (12 of underlyings): block and sweep at
1e-5, 1e-7, 1e-10 of the contract's own order sizes; burst of 5, 12, 40 times the contract's own rate for one
to three minutes; burst of the underlying of 2.5, 5, 10 times for two minutes; off price by 3, 6, 12
half-spreads, two to four prints; repeat of 5, 9, 18 prints of one size and side.
Alerts are ranked by score; a budget is the number of false alarms in 100,000 prints of the scored day.
  Found: block, sweep, off price by an alert that holds one of its prints (without sequences: at its time);
    burst and repeat also by any alert on the contract from the first print to a minute after the last;
    burst of the underlying by an alert on the underlying until two minutes after the last.
  Not counted: other alerts on an event's contract until a minute after it; alerts on contracts while their
    underlying bursts, on underlyings while one of their contracts bursts or repeats, and on either for
    20 minutes after unlabelled news of the underlying; alerts that a cancel has withdrawn.
  False: every other alert, once a contract and minute (underlying and five minutes); alerts of one
    underlying at the same millisecond are one (the legs of a package).
Recall is of events, precision is events found over these and false alarms. Nothing is point-adjusted.

Exit codes: 0 done, 2 bad usage, 4 input unreadable, 5 output could not be written.
)";

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString word = arguments.value(0);
    if (word == QLatin1String("run"))
        return quality::runCommand(arguments.mid(1));
    if (word == QLatin1String("generate"))
        return quality::generateCommand(arguments.mid(1));
    if (word == QLatin1String("score"))
        return quality::scoreCommand(arguments.mid(1));
    const bool asked = word == QLatin1String("--help") || word == QLatin1String("-h");
    std::fputs(kHelp, asked ? stdout : stderr);
    return asked ? 0 : 2;
}
