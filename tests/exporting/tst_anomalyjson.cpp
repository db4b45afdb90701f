// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "exporting/anomalyjson.h"
#include "exporting/exportfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace flowglass;
using namespace flowglass::exporting;
using Terms = domain::Fetched<domain::ContractTerms>;

namespace {

domain::Anomaly sweep(domain::ContractTable& contracts, std::string_view ticker = "O:NVDA261218C00150000")
{
    domain::Anomaly anomaly;
    anomaly.id = 12;
    anomaly.time = {1'795'187'045'123};
    anomaly.contract = *contracts.intern(ticker);
    anomaly.kinds.add(domain::AnomalyKind::Size);
    anomaly.kinds.add(domain::AnomalyKind::Sweep);
    anomaly.score = 6.3999;
    for (const std::uint32_t size : {800U, 40U, 10U}) {
        domain::AnomalyPrint print;
        print.trade = fixture::trade({.dollars = 12.2882, .size = size, .sequence = 9000 + size});
        print.trade.contract = *anomaly.contract;
        anomaly.prints.push_back(print);
    }
    domain::Evidence size;
    size.kind = domain::AnomalyKind::Size;
    size.value = 850;
    size.baseline = 6;
    size.seen = 40321;
    size.surprise = 4.904;
    size.oneIn = 80000;
    domain::Evidence swept = size;
    swept.kind = domain::AnomalyKind::Sweep;
    swept.surprise = 6.4;
    swept.baseline = 1.0 / 3.0;
    swept.venues = 3;
    swept.prints = 3;
    swept.window = std::chrono::milliseconds(40);
    anomaly.evidence = {size, swept};
    return anomaly;
}

QJsonObject parsed(const QByteArray& line)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
    if (error.error != QJsonParseError::NoError)
        qWarning() << error.errorString() << line;
    return object;
}

Terms ready()
{
    domain::ContractTerms terms;
    terms.ticker = QStringLiteral("O:NVDA261218C00150000");
    terms.underlying = QStringLiteral("NVDA");
    terms.type = QStringLiteral("call");
    terms.exerciseStyle = QStringLiteral("american");
    terms.expirationDate = QStringLiteral("2026-12-18");
    terms.strike = 150;
    terms.sharesPerContract = 10;
    terms.additionalUnderlyings = {{QStringLiteral("NVDQ"), QStringLiteral("equity"), 12.5}};
    Terms fetched;
    fetched.state = Terms::State::Ready;
    fetched.value = terms;
    return fetched;
}

} // namespace

class TestAnomalyJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheDocumentedLine();
    void saysWhatTheContractSays();
    void saysWhyThereIsNoContract_data();
    void saysWhyThereIsNoContract();
    void keepsTheContractWhenARefreshFails();
    void aWholeUnderlyingHasNoTicker();
    void leavesOutCancelledPrints();
    void isTheSameInEveryLocale();
    void escapesWhatATickerMayHold();
};

void TestAnomalyJson::isTheDocumentedLine()
{
    domain::ContractTable contracts;
    const QByteArray line = anomalyJsonLine(sweep(contracts), contracts, nullptr);
    const QByteArray head =
        R"({"id":12,"revision":1,"state":"open","time_utc":"2026-11-20T15:04:05.123Z",)"
        R"("ticker":"O:NVDA261218C00150000","underlying":"NVDA","kinds":["size","sweep"],"score":6.4,)"
        R"("prints":3,"size":850,"premium":1044497.0,"sequences":[9800,9040,9010],"explanation":"swept 3 )";
    const QByteArray tail =
        R"("evidence":[{"kind":"size","value":850,"baseline":6,"seen":40321,"surprise":4.9,"window_ms":null},)"
        R"({"kind":"sweep","value":850,"baseline":0.3333,"seen":40321,"surprise":6.4,"window_ms":40}],)"
        R"("contract":null})";
    QCOMPARE(line.left(head.size()), head);
    QCOMPARE(line.right(tail.size()), tail);
    QVERIFY(!line.contains('\n'));
    QCOMPARE(parsed(line).size(), 15);
}

void TestAnomalyJson::saysWhatTheContractSays()
{
    domain::ContractTable contracts;
    const Terms terms = ready();
    const QByteArray line = anomalyJsonLine(sweep(contracts), contracts, &terms);
    QVERIFY2(line.contains(R"("premium":104449.7,)"), line.constData()); // at ten shares a contract
    const QByteArray contract =
        R"("contract":{"ticker":"O:NVDA261218C00150000","underlying_ticker":"NVDA","contract_type":"call",)"
        R"("exercise_style":"american","expiration_date":"2026-12-18","strike_price":150,)"
        R"("shares_per_contract":10,"primary_exchange":null,"cfi":null,)"
        R"("additional_underlyings":[{"underlying":"NVDQ","type":"equity","amount":12.5}]}})";
    QCOMPARE(line.right(contract.size()), contract);
}

void TestAnomalyJson::saysWhyThereIsNoContract_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("error"); // empty: none
    using Code = domain::Error::Code;
    const auto row = [](const char* name, Terms::State state, Code code, const char* detail,
                        const char* error) {
        QTest::newRow(name) << int(state) << int(code) << QString::fromLatin1(detail)
                            << QString::fromLatin1(error);
    };
    row("nothing while it loads", Terms::State::Loading, Code::NotFound, "", "");
    row("a failure has its word", Terms::State::Failed, Code::NotInPlan, "", "not in plan");
    row("and its detail", Terms::State::Failed, Code::TimedOut, "after 10 s", "timed out: after 10 s");
    row("not the words for the person", Terms::State::Failed, Code::NotFound, "404", "not found: 404");
}

void TestAnomalyJson::saysWhyThereIsNoContract()
{
    QFETCH(int, state);
    QFETCH(int, code);
    QFETCH(QString, detail);
    QFETCH(QString, error);
    Terms terms;
    terms.state = Terms::State(state);
    if (terms.state == Terms::State::Failed)
        terms.error = domain::Error{domain::Error::Code(code), detail, QStringLiteral("Nicht gefunden")};
    domain::ContractTable contracts;
    const QJsonObject json = parsed(anomalyJsonLine(sweep(contracts), contracts, &terms));
    QVERIFY(json[QStringLiteral("contract")].isNull());
    QCOMPARE(json.contains(QStringLiteral("contract_error")), !error.isEmpty());
    QCOMPARE(json[QStringLiteral("contract_error")].toString(), error);
    QCOMPARE(json[QStringLiteral("premium")].toDouble(), 1044497.0);
}

void TestAnomalyJson::keepsTheContractWhenARefreshFails()
{
    domain::ContractTable contracts;
    Terms terms = ready();
    terms.state = Terms::State::Failed;
    terms.error = domain::Error{domain::Error::Code::TimedOut, {}, {}};
    const QJsonObject json = parsed(anomalyJsonLine(sweep(contracts), contracts, &terms));
    QCOMPARE(json[QStringLiteral("contract")].toObject()[QStringLiteral("strike_price")].toDouble(), 150.0);
    QVERIFY(!json.contains(QStringLiteral("contract_error")));
}

void TestAnomalyJson::aWholeUnderlyingHasNoTicker()
{
    domain::ContractTable contracts;
    domain::Anomaly anomaly = sweep(contracts);
    const domain::ContractId top = *anomaly.contract;
    anomaly.contract.reset();
    anomaly.root = "NVDA";
    anomaly.kinds = domain::KindSet::of(domain::AnomalyKind::Surge);
    anomaly.evidence.resize(1);
    anomaly.evidence[0].kind = domain::AnomalyKind::Surge;
    anomaly.evidence[0].busiest = {{top, *contracts[top].symbol, 12.0}};
    const QJsonObject json = parsed(anomalyJsonLine(anomaly, contracts, nullptr));
    QVERIFY(json.contains(QStringLiteral("ticker")) && json[QStringLiteral("ticker")].isNull());
    QCOMPARE(json[QStringLiteral("underlying")].toString(), QStringLiteral("NVDA"));
    QCOMPARE(json[QStringLiteral("kinds")].toArray(), (QJsonArray{QStringLiteral("surge")}));
    QVERIFY(json[QStringLiteral("explanation")].toString().contains(QLatin1String("NVDA 18 Dec 26 150 C (12)")));
}

void TestAnomalyJson::leavesOutCancelledPrints()
{
    domain::ContractTable contracts;
    domain::Anomaly anomaly = sweep(contracts);
    anomaly.prints.front().cancelled = true;
    const QJsonObject partly = parsed(anomalyJsonLine(anomaly, contracts, nullptr));
    QCOMPARE(partly[QStringLiteral("prints")].toInt(), 2);
    QCOMPARE(partly[QStringLiteral("size")].toInt(), 50);
    QCOMPARE(partly[QStringLiteral("sequences")].toArray(), (QJsonArray{9040, 9010}));

    anomaly.state = domain::Anomaly::State::Withdrawn;
    anomaly.revision = 3;
    const QJsonObject withdrawn = parsed(anomalyJsonLine(anomaly, contracts, nullptr));
    QCOMPARE(withdrawn[QStringLiteral("state")].toString(), QStringLiteral("withdrawn"));
    QCOMPARE(withdrawn[QStringLiteral("revision")].toInt(), 3);
    QCOMPARE(withdrawn[QStringLiteral("prints")].toInt(), 3);
}

void TestAnomalyJson::isTheSameInEveryLocale()
{
    domain::ContractTable contracts;
    const Terms terms = ready();
    const domain::Anomaly anomaly = sweep(contracts);
    const QByteArray before = anomalyJsonLine(anomaly, contracts, &terms);
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const QByteArray german = anomalyJsonLine(anomaly, contracts, &terms);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(german, before);
}

void TestAnomalyJson::escapesWhatATickerMayHold()
{
    domain::ContractTable contracts;
    const std::string_view odd("a\"b\\c\n\x01\t\xC3\xA4", 10);
    const QByteArray line = anomalyJsonLine(sweep(contracts, odd), contracts, nullptr);
    QVERIFY(!line.contains('\n'));
    const QJsonObject json = parsed(line);
    QCOMPARE(json[QStringLiteral("ticker")].toString(), QString::fromUtf8(odd.data(), qsizetype(odd.size())));
    QVERIFY(json[QStringLiteral("underlying")].isNull());
}

QTEST_GUILESS_MAIN(TestAnomalyJson)
#include "tst_anomalyjson.moc"
