// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/clockskew.h"
#include "contracts/restcall.h"
#include "contracts/servicebench.h"

using namespace flowglass;
using namespace flowglass::contracts;
using namespace flowglass::test;
using namespace std::chrono_literals;

class TestClockSkew : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnlyWhatIsCertain_data();
    void tellsOnlyWhatIsCertain();
    void severalAnswersTellMore();
    void aClockThatIsSetIsNoticed();
    void isReadFromAnswers_data();
    void isReadFromAnswers();
    void aRetryDateIsOneOfTheServersClock();
};

void TestClockSkew::tellsOnlyWhatIsCertain_data()
{
    QTest::addColumn<qint64>("sent"); // ms after what the server says
    QTest::addColumn<qint64>("received");
    QTest::addColumn<bool>("off");
    QTest::newRow("right") << qint64(300) << qint64(400) << false;
    QTest::newRow("two seconds ahead") << qint64(2'500) << qint64(2'600) << false;
    QTest::newRow("certainly ahead") << qint64(3'100) << qint64(3'200) << true;
    QTest::newRow("perhaps ahead: the answer took long") << qint64(300) << qint64(9'000) << false;
    QTest::newRow("two seconds behind") << qint64(-1'900) << qint64(-1'800) << false;
    QTest::newRow("certainly behind") << qint64(-2'300) << qint64(-2'100) << true;
    QTest::newRow("an hour behind") << qint64(-3'600'000) << qint64(-3'599'900) << true;
    QTest::newRow("set back while it waited") << qint64(9'000) << qint64(3'000) << false;
}

void TestClockSkew::tellsOnlyWhatIsCertain()
{
    QFETCH(qint64, sent);
    QFETCH(qint64, received);
    QFETCH(bool, off);
    ClockSkew skew;
    QVERIFY(!skew.off());
    const domain::UnixMs said{1'795'186'800'000};
    QCOMPARE(skew.note({said, {said.value + sent}, {said.value + received}}), off);
    QCOMPARE(skew.off().has_value(), off);
    if (off)
        QVERIFY(std::abs(skew.off()->count() - sent) <= 1'000);
}

void TestClockSkew::severalAnswersTellMore()
{
    ClockSkew skew; // the clock is 2,300 ms ahead
    const domain::UnixMs said{1'795'186'800'000};
    QVERIFY(!skew.note({said, {said.value + 2'400}, {said.value + 2'450}})); // asked at .1 of its second
    QVERIFY(skew.note({said, {said.value + 3'250}, {said.value + 3'290}}));  // at .95 of it
    QVERIFY(skew.off()->count() > 2'250 && skew.off()->count() < 2'450);
}

void TestClockSkew::aClockThatIsSetIsNoticed()
{
    ClockSkew skew;
    const domain::UnixMs said{1'795'186'800'000};
    QVERIFY(skew.note({said, {said.value + 60'000}, {said.value + 60'010}}));
    QVERIFY(skew.note({said, {said.value + 500}, {said.value + 510}}));
    QVERIFY(!skew.off());
}

void TestClockSkew::isReadFromAnswers_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QByteArray>("age");
    QTest::addColumn<bool>("off");
    QTest::newRow("the same time") << QByteArray("Fri, 20 Nov 2026 15:00:00 GMT") << QByteArray("0") << false;
    QTest::newRow("a minute later") << QByteArray("Fri, 20 Nov 2026 15:01:00 GMT") << QByteArray("0") << true;
    QTest::newRow("a minute earlier") << QByteArray("Fri, 20 Nov 2026 14:59:00 GMT") << QByteArray("0") << true;
    QTest::newRow("a minute earlier, from a cache") << QByteArray("Fri, 20 Nov 2026 14:59:00 GMT") << QByteArray("60")
                                                    << false;
    QTest::newRow("no date") << QByteArray("yesterday") << QByteArray("0") << false;
}

void TestClockSkew::isReadFromAnswers()
{
    QFETCH(QByteArray, date);
    QFETCH(QByteArray, age);
    QFETCH(bool, off);
    ServiceBench bench;
    bench.api.setHandler([&](const FakeApi::Request& request) {
        FakeApi::Answer answer = FakeApi::anyContract(request);
        answer.headers.append(FakeApi::Header("Date", date));
        answer.headers.append(FakeApi::Header("Age", age));
        return answer;
    });
    ContractService& service = bench.start();
    QSignalSpy changed(&service.line(), &CallLine::clockOffChanged);
    service.request(ServiceBench::ticker(1), Priority::Clicked);
    QTRY_COMPARE(bench.settled->size(), 1);
    QTRY_VERIFY(bench.isQuiet());
    QCOMPARE(service.line().clockOff().has_value(), off);
    QTRY_COMPARE(changed.size(), off ? 1 : 0);
}

void TestClockSkew::aRetryDateIsOneOfTheServersClock()
{
    FakeApi api;
    FakeClock clock;
    RestConfig config;
    config.base = api.url();
    RestClient client(config, QStringLiteral("key"), clock);
    FakeApi::Answer busy = FakeApi::tooMany("Fri, 20 Nov 2026 18:00:07 GMT");
    busy.headers.append(FakeApi::Header("Date", "Fri, 20 Nov 2026 18:00:00 GMT")); // three hours ahead of ours
    api.always("/x", busy);
    std::optional<RestAnswer> answer;
    connect(client.get(QStringLiteral("/x"), {}, 5s), &RestCall::finished, this,
            [&answer](const RestAnswer& given) { answer = given; });
    QTRY_VERIFY(answer);
    QVERIFY(answer->retryAfter == std::chrono::milliseconds(7s));
}

QTEST_GUILESS_MAIN(TestClockSkew)
#include "tst_clockskew.moc"
