// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/digest.h"

#include "detect/engine.h"

#include <QCryptographicHash>

namespace flowglass::detect {

namespace {

QByteArray printList(const domain::Anomaly& anomaly)
{
    QByteArray list;
    for (const domain::AnomalyPrint& print : anomaly.prints) {
        if (!list.isEmpty())
            list += ',';
        list += print.trade.sequence != 0 ? "s" + QByteArray::number(qulonglong(print.trade.sequence))
                                          : "t" + QByteArray::number(qlonglong(print.trade.time().value));
        if (print.cancelled)
            list += 'x';
    }
    return list;
}

QByteArray lineOf(const domain::Anomaly& anomaly, const domain::ContractTable& contracts)
{
    const std::string& subject = anomaly.contract ? contracts[*anomaly.contract].ticker : anomaly.root;
    QByteArray line = QByteArray::number(anomaly.id);
    line += anomaly.state == domain::Anomaly::State::Open ? "|open|" : "|withdrawn|";
    line += QByteArray::number(qlonglong(anomaly.time.value)) + '|';
    line += QByteArray(subject.data(), qsizetype(subject.size())) + '|';
    line += domain::kindWords(anomaly.kinds, QLatin1Char(';')).toUtf8() + '|';
    line += QByteArray::number(anomaly.score, 'f', 2) + '|';
    line += printList(anomaly) + '|';
    line += QByteArray::number(qulonglong(anomaly.size())) + '|';
    line += QByteArray::number(qlonglong(anomaly.premium().units())) + '\n';
    return line;
}

} // namespace

QByteArray anomalyDigest(const Engine& engine, const domain::ContractTable& contracts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (std::uint32_t id = 1; id <= engine.count(); ++id)
        hash.addData(lineOf(engine.anomaly(id), contracts));
    return hash.result().toHex();
}

} // namespace flowglass::detect
