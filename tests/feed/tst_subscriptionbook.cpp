// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "feed/subscriptionbook.h"

using flowglass::feed::SubscriptionBook;

namespace {

QStringList list(const char* words) { return QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

QStringList numbered(int count)
{
    QStringList channels;
    for (int i = 0; i < count; ++i)
        channels << QStringLiteral("T.O:X%1").arg(i, 5, 10, QLatin1Char('0'));
    return channels;
}

// "+A,B" and "-C" for what is to be sent.
QStringList sent(SubscriptionBook& book)
{
    QStringList texts;
    for (const SubscriptionBook::Request& request : book.takeRequests())
        texts << (request.subscribe ? QLatin1Char('+') : QLatin1Char('-')) + request.params;
    return texts;
}

bool ack(SubscriptionBook& book, const char* channel)
{
    return book.onSuccess(QStringLiteral("subscribed to: ") + QLatin1String(channel));
}

} // namespace

class TestSubscriptionBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wantsEachChannelOnce_data();
    void wantsEachChannelOnce();
    void asksInPiecesAndSettlesWhenAllAreConfirmed();
    void asksOnlyForTheDifference();
    void neverAsksAgainForWhatItHolds();
    void readsAcknowledgements_data();
    void readsAcknowledgements();
    void acceptsSeveralChannelsInOneAcknowledgement();
    void namesWhatIsMissingWhenPatienceEnds();
    void takesAnAnswerThatComesTooLate();
    void chargesARefusalToTheNewestRequestShortOfAnswers();
    void waitsForTheOthersWhenSomeAreRefused();
    void refusesAllWhenAsManyRefusalsAsChannelsCame();
    void ignoresARefusalNobodyAskedFor();
    void forgetsEverythingHeldWithTheConnection();
    void unwantedWhileAskedIsGivenBack();
    void emptySetIsSettled();
    void countsThousandsOfAnswersQuickly();
};

void TestSubscriptionBook::wantsEachChannelOnce_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("request");
    QTest::newRow("order is kept") << "T.O:B T.O:A" << "+T.O:B,T.O:A";
    QTest::newRow("doubles are dropped") << "T.O:A T.O:A" << "+T.O:A";
    QTest::newRow("a wildcard covers its topic") << "T.O:A T.* T.O:B" << "+T.*";
    QTest::newRow("the dot counts: A.* does not cover AM") << "A.* AM.O:A A.O:A" << "+A.*,AM.O:A";
    QTest::newRow("a wildcard given twice") << "T.* T.*" << "+T.*";
}

void TestSubscriptionBook::wantsEachChannelOnce()
{
    QFETCH(QString, wanted);
    QFETCH(QString, request);
    SubscriptionBook book;
    book.want(wanted.split(QLatin1Char(' ')));
    QCOMPARE(sent(book), QStringList{request});
}

void TestSubscriptionBook::asksInPiecesAndSettlesWhenAllAreConfirmed()
{
    SubscriptionBook book;
    const QStringList channels = numbered(650);
    book.want(channels);
    const auto requests = book.takeRequests();
    QCOMPARE(requests.size(), std::size_t(3));
    QStringList asked;
    for (const auto& request : requests) {
        QVERIFY(request.subscribe);
        const QStringList part = request.params.split(QLatin1Char(','));
        QVERIFY(part.size() <= SubscriptionBook::kChannelsPerRequest);
        asked += part;
    }
    QCOMPARE(asked, channels);
    QVERIFY(book.takeRequests().empty());
    for (int i = 0; i < channels.size(); ++i) {
        QVERIFY(!book.isSettled());
        QCOMPARE(book.confirmed(), i);
        QVERIFY(book.onSuccess(QStringLiteral("subscribed to: ") + channels[i]));
    }
    QVERIFY(book.isSettled());
    QCOMPARE(book.confirmed(), 650);
    QVERIFY(book.missing().isEmpty());
}

void TestSubscriptionBook::asksOnlyForTheDifference()
{
    SubscriptionBook book;
    book.want(list("T.O:A T.O:B"));
    QCOMPARE(sent(book), list("+T.O:A,T.O:B"));
    ack(book, "T.O:A");
    ack(book, "T.O:B");
    book.want(list("T.O:B T.O:C"));
    QCOMPARE(sent(book), list("+T.O:C -T.O:A"));
    QCOMPARE(book.wanted(), 2);
    QCOMPARE(book.confirmed(), 1);
    QVERIFY(!book.isSettled());
    ack(book, "T.O:C");
    QVERIFY(book.isSettled());
    book.want(list("T.*"));
    QCOMPARE(sent(book), list("+T.* -T.O:B,T.O:C"));
}

void TestSubscriptionBook::neverAsksAgainForWhatItHolds()
{
    SubscriptionBook book;
    book.want(list("T.*"));
    sent(book);
    ack(book, "T.*");
    ack(book, "T.*"); // said twice
    QCOMPARE(book.confirmed(), 1);
    book.want(list("T.*"));
    QVERIFY(sent(book).isEmpty());
    QVERIFY(book.isSettled());
}

void TestSubscriptionBook::readsAcknowledgements_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<bool>("understood");
    QTest::addColumn<int>("confirmed");
    QTest::newRow("the channel asked for") << "subscribed to: T.O:A" << true << 1;
    QTest::newRow("without the blank") << "subscribed to:T.O:A" << true << 1;
    QTest::newRow("another channel") << "subscribed to: T.O:Z" << true << 0;
    QTest::newRow("a topic without a channel") << "subscribed to: " << true << 0;
    QTest::newRow("an unsubscription") << "unsubscribed to: T.O:A" << true << 0;
    QTest::newRow("other case is another channel") << "subscribed to: t.o:a" << true << 0;
    QTest::newRow("something else") << "authenticated" << false << 0;
    QTest::newRow("nothing") << "" << false << 0;
}

void TestSubscriptionBook::readsAcknowledgements()
{
    QFETCH(QString, message);
    QFETCH(bool, understood);
    QFETCH(int, confirmed);
    SubscriptionBook book;
    book.want(list("T.O:A"));
    sent(book);
    QCOMPARE(book.onSuccess(message), understood);
    QCOMPARE(book.confirmed(), confirmed);
}

void TestSubscriptionBook::acceptsSeveralChannelsInOneAcknowledgement()
{
    SubscriptionBook book;
    book.want(list("T.O:A T.O:B"));
    sent(book);
    QVERIFY(ack(book, "T.O:A, T.O:B"));
    QCOMPARE(book.confirmed(), 2);
    QVERIFY(book.isSettled());
}

void TestSubscriptionBook::namesWhatIsMissingWhenPatienceEnds()
{
    SubscriptionBook book;
    book.want(list("T.O:A ZZ.O:B T.O:C"));
    sent(book);
    ack(book, "T.O:A");
    QVERIFY(!book.isSettled());
    book.giveUp();
    QVERIFY(book.isSettled());
    QCOMPARE(book.missing(), list("ZZ.O:B T.O:C"));
    QVERIFY(!book.hasDenied());
    QVERIFY(sent(book).isEmpty()); // not asked for again on this connection
}

void TestSubscriptionBook::takesAnAnswerThatComesTooLate()
{
    SubscriptionBook book;
    book.want(list("T.O:A T.O:B"));
    sent(book);
    book.giveUp();
    QCOMPARE(book.confirmed(), 0);
    ack(book, "T.O:B");
    QCOMPARE(book.confirmed(), 1);
    QCOMPARE(book.missing(), list("T.O:A"));
    QVERIFY(book.isSettled());
}

void TestSubscriptionBook::chargesARefusalToTheNewestRequestShortOfAnswers()
{
    SubscriptionBook book;
    book.want(list("T.O:A"));
    sent(book);
    book.want(list("T.O:A Q.O:A"));
    sent(book);
    QVERIFY(book.onNotAuthorized());
    QCOMPARE(book.missing(), list("Q.O:A"));
    QVERIFY(book.hasDenied());
    QVERIFY(!book.isSettled()); // T.O:A is still due
    ack(book, "T.O:A");
    QVERIFY(book.isSettled());
    QCOMPARE(book.confirmed(), 1);
}

void TestSubscriptionBook::waitsForTheOthersWhenSomeAreRefused()
{
    SubscriptionBook book;
    book.want(list("T.O:A Q.O:A AM.O:A"));
    sent(book);
    QVERIFY(book.onNotAuthorized()); // before the others were confirmed: whom it means is open
    QVERIFY(book.missing().isEmpty());
    ack(book, "T.O:A");
    QVERIFY(!book.isSettled());
    ack(book, "AM.O:A");
    QVERIFY(book.isSettled());
    QCOMPARE(book.missing(), list("Q.O:A"));
    QVERIFY(book.hasDenied());
}

void TestSubscriptionBook::refusesAllWhenAsManyRefusalsAsChannelsCame()
{
    SubscriptionBook book;
    book.want(list("T.O:A T.O:B"));
    sent(book);
    QVERIFY(book.onNotAuthorized());
    QVERIFY(!book.isSettled());
    QVERIFY(book.onNotAuthorized());
    QVERIFY(book.isSettled());
    QVERIFY(book.hasDenied());
    QCOMPARE(book.confirmed(), 0);
}

void TestSubscriptionBook::ignoresARefusalNobodyAskedFor()
{
    SubscriptionBook book;
    QVERIFY(!book.onNotAuthorized());
    book.want(list("T.O:A"));
    sent(book);
    ack(book, "T.O:A");
    QVERIFY(!book.onNotAuthorized());
    QVERIFY(!book.hasDenied());
}

void TestSubscriptionBook::forgetsEverythingHeldWithTheConnection()
{
    SubscriptionBook book;
    book.want(list("T.O:A T.O:B"));
    sent(book);
    ack(book, "T.O:A");
    book.loseAll();
    QCOMPARE(book.confirmed(), 0);
    QVERIFY(!book.isSettled());
    QCOMPARE(sent(book), list("+T.O:A,T.O:B"));
}

void TestSubscriptionBook::unwantedWhileAskedIsGivenBack()
{
    SubscriptionBook book;
    book.want(list("T.O:A T.O:B"));
    sent(book);
    book.want(list("T.O:B"));
    QCOMPARE(sent(book), list("-T.O:A"));
    ack(book, "T.O:A"); // the answer to the first request
    QCOMPARE(book.confirmed(), 0);
    ack(book, "T.O:B");
    QCOMPARE(book.confirmed(), 1);
    QVERIFY(book.isSettled());
    QVERIFY(!book.onNotAuthorized());
}

void TestSubscriptionBook::emptySetIsSettled()
{
    SubscriptionBook book;
    QVERIFY(book.isSettled());
    book.want({});
    QVERIFY(sent(book).isEmpty());
    QVERIFY(book.isSettled());
}

void TestSubscriptionBook::countsThousandsOfAnswersQuickly()
{
    SubscriptionBook book;
    const QStringList channels = numbered(20'000);
    book.want(channels);
    book.takeRequests();
    for (const QString& channel : channels) {
        book.onSuccess(QStringLiteral("subscribed to: ") + channel);
        static_cast<void>(book.isSettled() || book.confirmed() > 0);
    }
    QCOMPARE(book.confirmed(), 20'000); // quadratic counting would take minutes here
}

QTEST_GUILESS_MAIN(TestSubscriptionBook)
#include "tst_subscriptionbook.moc"
