// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/app/stopsignals.h"
#include "market/marketserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTextStream>
#include <QTimer>

#include <chrono>
#include <cstdio>

using namespace flowglass;

namespace {

enum ExitCode { Done = 0, BadUsage = 2, Unwritable = 5, Unbound = 6 };

constexpr QLatin1String kSeed("seed");
constexpr QLatin1String kRate("rate");
constexpr QLatin1String kPort("port");
constexpr QLatin1String kApiPort("api-port");
constexpr QLatin1String kKey("key");
constexpr QLatin1String kDuration("duration");
constexpr QLatin1String kLabels("labels");
constexpr QLatin1String kScript("script");
constexpr QLatin1String kFaults("faults");

QString tr(const char* text) { return QCoreApplication::translate("flowglass-market", text); }

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        tr("A simulated US options market that speaks the provider's WebSocket and REST protocols on 127.0.0.1."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {kSeed, tr("Seed of the simulation."), tr("number"), QStringLiteral("1")},
        {kRate, tr("Mean trades per second."), tr("trades"), QStringLiteral("400")},
        {kPort, tr("Port of the feed; 0 takes a free one."), tr("port"), QStringLiteral("0")},
        {kApiPort, tr("Port of REST; 0 takes a free one."), tr("port"), QStringLiteral("0")},
        {kKey, tr("The only API key accepted; without it any is."), tr("key")},
        {kDuration, tr("Stop after this many seconds."), tr("seconds")},
        {kScript, tr("Do wrong what this file says, such as '10s feed stall 25s' on a line."), tr("file")},
        {kFaults, tr("List the faults that a script may name, and end.")},
        {kLabels, tr("Write what was planted into the tape to this file at the end, as JSON Lines."), tr("file")},
    });
}

int fail(ExitCode code, const QString& text)
{
    std::fprintf(stderr, "flowglass-market: %s\n", qPrintable(text));
    return code;
}

// The name of the option whose value is wrong; empty when all are right.
QLatin1String read(const QCommandLineParser& parser, market::MarketConfig& config)
{
    bool ok = false;
    config.seed = parser.value(kSeed).toULongLong(&ok);
    if (!ok)
        return kSeed;
    config.tradesPerSecond = parser.value(kRate).toDouble(&ok);
    if (!ok || !(config.tradesPerSecond > 0.0) || config.tradesPerSecond > 1e6)
        return kRate;
    config.port = parser.value(kPort).toUShort(&ok);
    if (!ok)
        return kPort;
    config.apiPort = parser.value(kApiPort).toUShort(&ok);
    if (!ok)
        return kApiPort;
    config.acceptedKey = parser.value(kKey);
    const double seconds = parser.value(kDuration).toDouble(&ok);
    if (parser.isSet(kDuration) && (!ok || !(seconds > 0.0) || seconds > 1e6))
        return kDuration;
    return {};
}

// The reason when the script cannot be used.
QString readScript(const QString& path, market::FaultScript& script)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tr("'%1' cannot be read: %2").arg(path, file.errorString());
    domain::Result<market::FaultScript> read = market::FaultScript::parse(QString::fromUtf8(file.readAll()));
    if (!read)
        return tr("'%1', %2").arg(path, read.error().text);
    script = std::move(read).value();
    return {};
}

void listFaults()
{
    QTextStream out(stdout);
    for (const market::FaultKindInfo& info : market::faultKinds()) {
        const bool isFeed = info.side == market::FaultSide::Feed;
        QString usage = (isFeed ? QLatin1String("feed ") : QLatin1String("rest ")) + QLatin1String(info.word);
        if (info.takesNumber())
            usage += QLatin1Char(' ') + QString::number(info.number);
        if (info.takesText)
            usage += QLatin1String(" \"\"");
        if (info.lasts.count() > 0)
            usage += QStringLiteral(" for %1s").arg(info.lasts.count() / 1000);
        out << usage.leftJustified(30) << market::aboutText(info) << Qt::endl;
    }
}

bool writeLabels(const QString& path, const std::vector<market::PlantedAnomaly>& planted)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (const market::PlantedAnomaly& label : planted)
        file.write(QJsonDocument(market::toJson(label)).toJson(QJsonDocument::Compact) + '\n');
    return file.commit();
}

void announce(const market::MarketServer& server)
{
    const QJsonObject urls{{QStringLiteral("feed"), server.feedUrl().toString()},
                           {QStringLiteral("api"), server.apiUrl().toString()}};
    QTextStream(stdout) << QJsonDocument(urls).toJson(QJsonDocument::Compact) << Qt::endl;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("flowglass-market"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FLOWGLASS_VERSION));
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QCoreApplication::arguments()))
        return fail(BadUsage, parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp(Done);
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    market::MarketConfig config;
    if (const QLatin1String wrong = read(parser, config); !wrong.isEmpty())
        return fail(BadUsage, tr("--%1: '%2' is not a value it can have").arg(wrong, parser.value(wrong)));
    if (!parser.positionalArguments().isEmpty())
        return fail(BadUsage, tr("unexpected argument '%1'").arg(parser.positionalArguments().constFirst()));
    if (parser.isSet(kFaults)) {
        listFaults();
        return Done;
    }
    if (const QString reason = parser.isSet(kScript) ? readScript(parser.value(kScript), config.script) : QString();
        !reason.isEmpty())
        return fail(BadUsage, tr("--%1: %2").arg(kScript, reason));
    const QString labels = parser.value(kLabels);
    if (!labels.isEmpty() && !writeLabels(labels, {}))
        return fail(Unwritable, tr("--%1: '%2' cannot be written").arg(kLabels, labels));

    market::StopSignals stopSignals;
    QObject::connect(&stopSignals, &market::StopSignals::stopRequested, &app, &QCoreApplication::quit);
    market::MarketServer server(config);
    const domain::Result<bool> started = server.start();
    if (!started)
        return fail(Unbound, started.error().text);
    announce(server);
    if (parser.isSet(kDuration))
        QTimer::singleShot(std::chrono::milliseconds(qint64(parser.value(kDuration).toDouble() * 1000.0)), &app, &QCoreApplication::quit);
    QCoreApplication::exec();
    server.stop();
    if (!labels.isEmpty() && !writeLabels(labels, server.planted()))
        return fail(Unwritable, tr("--%1: '%2' cannot be written").arg(kLabels, labels));
    return Done;
}
