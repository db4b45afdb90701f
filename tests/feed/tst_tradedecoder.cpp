// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "feed/tradedecoder.h"

#include <QRandomGenerator>

using namespace flowglass;
using feed::DecodedFrame;
using feed::TradeDecoder;

namespace {

constexpr char kGood[] = R"({"ev":"T","sym":"O:NVDA261218C00150000","x":302,"p":5.5,"s":3,"c":[236],)"
                         R"("t":1765227583506,"q":1864261653})";
constexpr char kGoodText[] = "O:NVDA261218C00150000 5.5 x3 @302 t1765227583506 q1864261653 c236";

struct Decoded
{
    DecodedFrame out;
    domain::Counters counters;
    domain::ContractTable contracts;
    TradeDecoder decoder{contracts};

    explicit Decoded(const QString& frame) { add(frame); }
    void add(const QString& frame) { decoder.decode(frame, out, counters); }

    QString trade(const domain::Trade& trade) const
    {
        QStringList codes;
        for (const std::uint8_t code : trade.conditions.codes()) {
            if (code != 0)
                codes << QString::number(code);
        }
        return QStringLiteral("%1 %2 x%3 @%4 t%5 q%6 c%7")
            .arg(QString::fromStdString(contracts[trade.contract].ticker))
            .arg(domain::decimalText(trade.price.units()))
            .arg(trade.size)
            .arg(trade.exchange().value)
            .arg(trade.time().value)
            .arg(trade.sequence)
            .arg(codes.join(QLatin1Char(',')));
    }
    QStringList trades() const
    {
        QStringList texts;
        for (const domain::Trade& one : out.trades)
            texts << trade(one);
        return texts;
    }
    // "T1 R0 S0 O0": trades, rejected, status, other. They must add up to the events.
    QString counts() const
    {
        if (counters.events != counters.trades + counters.rejected + counters.status + counters.other
            || counters.trades != out.trades.size() || counters.status != out.statuses.size())
            return QStringLiteral("unbalanced");
        return QStringLiteral("T%1 R%2 S%3 O%4")
            .arg(counters.trades)
            .arg(counters.rejected)
            .arg(counters.status)
            .arg(counters.other);
    }
    QStringList reasons() const
    {
        QStringList words;
        for (const TradeDecoder::Reject& reject : decoder.rejects()) {
            for (std::uint64_t i = 0; i < reject.count; ++i)
                words << (reject.kept ? QLatin1Char('~') + reject.reason : reject.reason);
        }
        return words;
    }
};

// The good event with one field written differently; an empty value leaves the field out.
QString with(const char* key, const char* value)
{
    const QList<QPair<QString, QString>> fields = {
        {QStringLiteral("ev"), QStringLiteral("\"T\"")},
        {QStringLiteral("sym"), QStringLiteral("\"O:NVDA261218C00150000\"")},
        {QStringLiteral("x"), QStringLiteral("302")},
        {QStringLiteral("p"), QStringLiteral("5.5")},
        {QStringLiteral("s"), QStringLiteral("3")},
        {QStringLiteral("c"), QStringLiteral("[236]")},
        {QStringLiteral("t"), QStringLiteral("1765227583506")},
        {QStringLiteral("q"), QStringLiteral("1864261653")}};
    QStringList parts;
    for (const auto& [name, usual] : fields) {
        const QString text = name == QLatin1String(key) ? QString::fromUtf8(value) : usual;
        if (!text.isEmpty())
            parts << QStringLiteral("\"%1\":%2").arg(name, text);
    }
    return QStringLiteral("[{%1}]").arg(parts.join(QLatin1Char(',')));
}

QString array(const QStringList& events) { return QLatin1Char('[') + events.join(QLatin1Char(',')) + QLatin1Char(']'); }
QString good() { return QString::fromLatin1(kGood); }

} // namespace

class TestTradeDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAField_data();
    void readsAField();
    void countsEveryEventOnce_data();
    void countsEveryEventOnce();
    void handsOnControlMessages();
    void readsTheDocumentedSamples();
    void anyOrderOfKeysIsTheSameTrade();
    void centsAreExact();
    void fourDecimalsAreExact();
    void moreThanFourDecimalsAreRoundedAndCounted();
    void unreadableSymbolsAreStillTrades();
    void sameTickerIsTheSameContract();
    void fullTableRejects();
    void appendsToWhatIsThere();
    void keepsTheNewestSampleShort();
    void neverShowsTheSecret();
    void cutAnywhereStillBalances();
    void damagedAnywhereStillBalances();
    void longFramesAndShortOnesTakeTurns();
};

void TestTradeDecoder::readsAField_data()
{
    QTest::addColumn<QString>("frame");
    QTest::addColumn<QString>("trade"); // empty: rejected
    QTest::addColumn<QString>("reason");
    const auto kept = [](const char* name, const char* key, const char* value, const QString& from,
                         const QString& to, const char* note = "") {
        QTest::newRow(name) << with(key, value) << QString::fromLatin1(kGoodText).replace(from, to)
                            << QString::fromLatin1(note);
    };
    const auto rejected = [](const char* name, const char* key, const char* value, const char* reason) {
        QTest::newRow(name) << with(key, value) << QString() << QString::fromLatin1(reason);
    };
    const QString p = QStringLiteral("5.5");
    kept("price as an integer", "p", "5", p, QStringLiteral("5"));
    kept("price with an exponent", "p", "1.25e1", p, QStringLiteral("12.5"));
    kept("price of one ten-thousandth", "p", "0.0001", p, QStringLiteral("0.0001"));
    kept("price just under the limit", "p", "199999.9999", p, QStringLiteral("199999.9999"));
    rejected("price zero", "p", "0", "price");
    rejected("price zero with decimals", "p", "0.00", "price");
    rejected("price negative", "p", "-1.5", "price");
    rejected("price below the smallest unit", "p", "0.00001", "price");
    rejected("price at the limit", "p", "200000", "price");
    rejected("price beyond any double", "p", "1e999", "price");
    rejected("price NaN", "p", "NaN", "price");
    rejected("price Infinity", "p", "Infinity", "price");
    rejected("price as text", "p", "\"5.5\"", "price");
    rejected("price null", "p", "null", "price");
    rejected("price true", "p", "true", "price");
    rejected("price an array", "p", "[5.5]", "price");
    rejected("price an object", "p", "{\"p\":[5.5,{}]}", "price");
    rejected("price missing", "p", "", "price");
    const QString s = QStringLiteral("x3");
    kept("size written as a double", "s", "2.0", s, QStringLiteral("x2"));
    kept("size with an exponent", "s", "2e3", s, QStringLiteral("x2000"));
    kept("largest size", "s", "10000000", s, QStringLiteral("x10000000"));
    rejected("size with a fraction", "s", "2.5", "size");
    rejected("size zero", "s", "0", "size");
    rejected("size negative", "s", "-2", "size");
    rejected("size above the largest", "s", "10000001", "size");
    rejected("size beyond 64 bits", "s", "99999999999999999999", "size");
    rejected("size as text", "s", "\"3\"", "size");
    rejected("size missing", "s", "", "size");
    rejected("size null", "s", "null", "size");
    const QString t = QStringLiteral("t1765227583506");
    kept("time written as a double", "t", "1765227583506.0", t, t);
    kept("time with an exponent", "t", "1.765227583506e12", t, t);
    kept("first moment of 2000", "t", "946684800000", t, QStringLiteral("t946684800000"));
    rejected("time in seconds", "t", "1765227583", "time");
    rejected("time in microseconds", "t", "1765227583506000", "time");
    rejected("time in nanoseconds", "t", "1765227583506000000", "time");
    rejected("time with a fraction", "t", "1765227583506.5", "time");
    rejected("time zero", "t", "0", "time");
    rejected("time negative", "t", "-1765227583506", "time");
    rejected("time as text", "t", "\"1765227583506\"", "time");
    rejected("time missing", "t", "", "time");
    const QString q = QStringLiteral("q1864261653");
    kept("sequence missing", "q", "", q, QStringLiteral("q0"));
    kept("sequence null", "q", "null", q, QStringLiteral("q0"));
    kept("sequence zero", "q", "0", q, QStringLiteral("q0"));
    kept("sequence of 64 bits", "q", "18446744073709551615", q, QStringLiteral("q18446744073709551615"));
    kept("sequence as a double", "q", "7.0", q, QStringLiteral("q7"));
    kept("sequence negative", "q", "-5", q, QStringLiteral("q0"), "~sequence");
    kept("sequence as text", "q", "\"5\"", q, QStringLiteral("q0"), "~sequence");
    const QString x = QStringLiteral("@302");
    kept("exchange as text", "x", "\"316\"", x, QStringLiteral("@316"));
    kept("exchange of the old numbering", "x", "65", x, QStringLiteral("@65"));
    kept("exchange missing", "x", "", x, QStringLiteral("@0"));
    kept("exchange null", "x", "null", x, QStringLiteral("@0"));
    kept("exchange as a letter", "x", "\"C\"", x, QStringLiteral("@0"), "~exchange");
    kept("exchange text with a tail", "x", "\"302x\"", x, QStringLiteral("@0"), "~exchange");
    kept("exchange beyond 16 bits", "x", "70000", x, QStringLiteral("@0"), "~exchange");
    kept("exchange negative", "x", "-1", x, QStringLiteral("@0"), "~exchange");
    const QString c = QStringLiteral("c236");
    const QString none = QStringLiteral("c");
    kept("conditions missing", "c", "", c, none);
    kept("conditions null", "c", "null", c, none);
    kept("conditions empty", "c", "[]", c, none);
    kept("condition zero is a regular print", "c", "[0]", c, none);
    kept("conditions a single number", "c", "219", c, QStringLiteral("c219"));
    kept("conditions as doubles", "c", "[219.0, 236.0]", c, QStringLiteral("c219,236"));
    kept("four conditions", "c", "[201,202,203,204]", c, QStringLiteral("c201,202,203,204"));
    kept("five conditions: the first four", "c", "[201,202,203,204,205]", c,
         QStringLiteral("c201,202,203,204"), "~conditions cut");
    kept("condition beyond a byte", "c", "[4711]", c, QStringLiteral("c255"));
    kept("condition negative", "c", "[-3]", c, QStringLiteral("c255"), "~conditions");
    kept("condition as text", "c", "[\"219\"]", c, QStringLiteral("c255"), "~conditions");
    kept("conditions nested", "c", "[[219],236]", c, QStringLiteral("c255,236"), "~conditions");
    kept("conditions an object", "c", "{\"a\":1}", c, QStringLiteral("c255"), "~conditions");
    const QString sym = QStringLiteral("O:NVDA261218C00150000");
    kept("adjusted root", "sym", "\"O:NVDA1261218C00150000\"", sym, QStringLiteral("O:NVDA1261218C00150000"));
    kept("symbol with escapes", "sym", "\"O:\\u004eVDA261218C00150000\"", sym, sym);
    rejected("symbol missing", "sym", "", "sym");
    rejected("symbol empty", "sym", "\"\"", "sym");
    rejected("symbol null", "sym", "null", "sym");
    rejected("symbol a number", "sym", "5", "sym");
    rejected("symbol absurdly long", "sym",
             "\"O:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"", "sym");
    rejected("symbol with a broken escape", "sym", "\"O:\\qVDA\"", "sym");
    rejected("no kind", "ev", "", "no ev");
    rejected("kind null", "ev", "null", "no ev");
    rejected("kind a number", "ev", "7", "no ev");
}

void TestTradeDecoder::readsAField()
{
    QFETCH(QString, frame);
    QFETCH(QString, trade);
    QFETCH(QString, reason);
    // Between good events: whatever the field holds, its neighbours count.
    const QString event = frame.mid(1, frame.size() - 2);
    const Decoded decoded(array({good(), event, good()}));
    QStringList expected{QLatin1String(kGoodText), QLatin1String(kGoodText)};
    if (!trade.isEmpty())
        expected.insert(1, trade);
    QCOMPARE(decoded.trades(), expected);
    QCOMPARE(decoded.counts(), trade.isEmpty() ? QStringLiteral("T2 R1 S0 O0") : QStringLiteral("T3 R0 S0 O0"));
    QCOMPARE(decoded.reasons().join(QLatin1Char(' ')), reason);
}

void TestTradeDecoder::countsEveryEventOnce_data()
{
    QTest::addColumn<QString>("frame");
    QTest::addColumn<QString>("counts");
    QTest::addColumn<QString>("reasons");
    const auto row = [](const char* name, const QString& frame, const char* counts, const char* reasons = "") {
        QTest::newRow(name) << frame << QString::fromLatin1(counts) << QString::fromLatin1(reasons);
    };
    const QString g = good();
    const auto text = [](const char* t) { return QString::fromUtf8(t); };
    row("one trade", array({g}), "T1 R0 S0 O0");
    row("blanks and line breaks around everything", text(" [ \n") + g + text(" ,\t") + g + text("\r\n] "),
        "T2 R0 S0 O0");
    row("an empty array", text("[]"), "T0 R0 S0 O0");
    row("nothing", QString(), "T0 R1 S0 O0", "not an array");
    row("blanks only", text("  \n "), "T0 R1 S0 O0", "not an array");
    row("an object instead of an array", g, "T0 R1 S0 O0", "not an array");
    row("a number", text("42"), "T0 R1 S0 O0", "not an array");
    row("a text", text("\"T\""), "T0 R1 S0 O0", "not an array");
    row("no JSON at all", text("<html>503</html>"), "T0 R1 S0 O0", "not an array");
    row("quotes and bars", array({g, text(R"({"ev":"Q","sym":"O:A","bx":1,"bp":1.5,"s":"odd"})"),
                                  text(R"({"ev":"AM","s":1632419640000,"c":2.05})"),
                                  text(R"({"ev":"FMV","fmv":7.2})"), text(R"({"ev":"LV"})"),
                                  text(R"({"ev":"A"})"), text(R"({"ev":"new kind","x":[{"y":[[1]]}]})")}),
        "T1 R0 S0 O6");
    row("kind in lower case is another kind", array({text(R"({"ev":"t"})")}), "T0 R0 S0 O1");
    row("elements that are no objects", array({text("1"), text("\"x\""), text("null"), text("true"), g}),
        "T1 R4 S0 O0", "not an object,not an object,not an object,not an object");
    row("an array in the array", array({text("[") + g + text("]"), g}), "T1 R1 S0 O0", "not an object");
    row("an empty object", array({text("{}"), g}), "T1 R1 S0 O0", "no ev");
    row("a control message without a word", array({text(R"({"ev":"status","message":"?"})"), g}),
        "T1 R1 S0 O0", "status");
    row("unknown fields, deep ones too",
        array({text(R"({"z":{"a":[1,{"b":null}]},"":1,"pp":2,)") + g.mid(1)}), "T1 R0 S0 O0");
    row("a key given twice: the last counts", array({text(R"({"p":-1,)") + g.mid(1)}), "T1 R0 S0 O0");
    row("cut inside a text", array({g, g}).chopped(90), "T1 R1 S0 O0", "broken JSON");
    row("cut after an event", array({g, g}).chopped(1), "T2 R1 S0 O0", "broken JSON");
    row("cut after a comma", array({g, text("1")}).chopped(2), "T1 R1 S0 O0", "broken JSON");
    row("only the bracket", text("["), "T0 R1 S0 O0", "broken JSON");
    row("a rejected event and a cut", array({text("1"), g, g}).chopped(1), "T2 R2 S0 O0",
        "broken JSON,not an object");
    row("a comma missing between events", text("[") + g + text(" ") + g + text("]"), "T1 R1 S0 O0",
        "broken JSON");
    row("a comma too many between events", array({g, QString(), g}), "T1 R1 S0 O0", "broken JSON");
    row("a comma at the end", array({g, QString()}), "T1 R1 S0 O0", "broken JSON");
    row("a comma missing inside an event: the rest is lost", array({g, text(R"({"ev":"T" "p":1})"), g}),
        "T1 R1 S0 O0", "broken JSON");
    row("a value missing", array({g, text(R"({"ev":"T","p":})"), g}), "T1 R1 S0 O0", "broken JSON");
    row("a key without quotes", array({g, text(R"({ev:"T"})"), g}), "T1 R1 S0 O0", "broken JSON");
    row("something behind the array", array({g}) + text(" x"), "T1 R1 S0 O0", "broken JSON");
    row("two arrays", array({g}) + array({g}), "T1 R1 S0 O0", "broken JSON");
    row("a bracket too many", array({g}) + text("]"), "T1 R1 S0 O0", "broken JSON");
    row("a raw line break inside a text", array({text("{\"ev\":\"status\",\"status\":\"a\nb\"}"), g}),
        "T1 R0 S1 O0");
    row("half a surrogate pair in an unknown field",
        array({text(R"({"u":")") + QChar(0xD83D) + text(R"(",)") + g.mid(1), g}), "T2 R0 S0 O0");
}

void TestTradeDecoder::countsEveryEventOnce()
{
    QFETCH(QString, frame);
    QFETCH(QString, counts);
    QFETCH(QString, reasons);
    Decoded decoded(frame);
    QCOMPARE(decoded.counts(), counts);
    QCOMPARE(decoded.reasons().join(QLatin1Char(',')), reasons);
    for (const QString& trade : decoded.trades())
        QCOMPARE(trade, QLatin1String(kGoodText));
    // The decoder is as good as new for the frame behind it.
    const auto before = decoded.out.trades.size();
    decoded.add(array({good()}));
    QCOMPARE(decoded.out.trades.size(), before + 1);
}

void TestTradeDecoder::handsOnControlMessages()
{
    const Decoded decoded(QStringLiteral(
        R"([{"ev":"status","status":"connected","message":"Connected Successfully"},)"
        R"({"message":"one\ntwo \"three\"","status":"max_connections","ev":"status"},)"
        R"({"ev":"status","status":"odd"},{"ev":"status","status":"größer","message":5}])"));
    QCOMPARE(decoded.counts(), QStringLiteral("T0 R0 S4 O0"));
    QCOMPARE(decoded.out.statuses[0].status, QStringLiteral("connected"));
    QCOMPARE(decoded.out.statuses[0].message, QStringLiteral("Connected Successfully"));
    QCOMPARE(decoded.out.statuses[1].status, QStringLiteral("max_connections"));
    QCOMPARE(decoded.out.statuses[1].message, QStringLiteral("one\ntwo \"three\""));
    QCOMPARE(decoded.out.statuses[2].message, QString());
    QCOMPARE(decoded.out.statuses[3].status, QStringLiteral("größer"));
    QCOMPARE(decoded.out.statuses[3].message, QString());
}

void TestTradeDecoder::readsTheDocumentedSamples()
{
    const Decoded decoded(QStringLiteral(
        R"([{"ev":"T","sym":"O:AMC210827C00037000","x":65,"p":1.54,"s":1,"c":[233],"t":1629820676333,"q":651921857},)"
        R"({"ev":"T","sym":"O:SPXW251208C06840000","x":302,"p":5.5,"s":1,"c":[236],"t":1765227583506,"q":1864261653}])"));
    QCOMPARE(decoded.trades(),
             QStringList({QStringLiteral("O:AMC210827C00037000 1.54 x1 @65 t1629820676333 q651921857 c233"),
                          QStringLiteral("O:SPXW251208C06840000 5.5 x1 @302 t1765227583506 q1864261653 c236")}));
}

void TestTradeDecoder::anyOrderOfKeysIsTheSameTrade()
{
    QStringList fields = good().mid(1, good().size() - 2).split(QLatin1Char(','));
    QCOMPARE(fields.size(), 8);
    std::ranges::sort(fields);
    int orders = 0;
    Decoded decoded(QStringLiteral("[]"));
    do {
        decoded.add(QStringLiteral("[{%1}]").arg(fields.join(QLatin1Char(','))));
        ++orders;
    } while (std::ranges::next_permutation(fields).found);
    QCOMPARE(orders, 40'320);
    QCOMPARE(decoded.counters.trades, std::uint64_t(orders));
    for (const domain::Trade& trade : decoded.out.trades)
        QCOMPARE(trade, decoded.out.trades.front());
    QCOMPARE(decoded.trade(decoded.out.trades.front()), QLatin1String(kGoodText));
}

namespace {

// Every price of the range as the provider writes it, `step` units apart.
void checkPrices(int from, int to, int step, qsizetype decimals)
{
    const QString head = QStringLiteral(R"({"ev":"T","sym":"O:A261218C00150000","p":)");
    const QString tail = QStringLiteral(R"(,"s":1,"t":1765227583506},)");
    Decoded decoded(QStringLiteral("[]"));
    std::vector<int> expected;
    QString frame;
    for (int units = from; units <= to; units += step) {
        const QString fraction = QString::number(10'000 + units % 10'000).mid(1, decimals);
        frame += head + QString::number(units / 10'000) + QLatin1Char('.') + fraction + tail;
        expected.push_back(units);
        if (expected.size() < 2000 && units + step <= to)
            continue;
        decoded.out.clear();
        decoded.add(QLatin1Char('[') + frame.chopped(1) + QLatin1Char(']'));
        std::vector<int> read;
        for (const domain::Trade& trade : decoded.out.trades)
            read.push_back(trade.price.units());
        QVERIFY(read == expected);
        frame.clear();
        expected.clear();
    }
    QCOMPARE(decoded.counters.rejected, std::uint64_t(0));
    QCOMPARE(decoded.counters.rounded, std::uint64_t(0));
}

} // namespace

void TestTradeDecoder::centsAreExact() { checkPrices(100, 30'000'000, 100, 2); }

void TestTradeDecoder::fourDecimalsAreExact()
{
    checkPrices(1, 120'000, 1, 4);
    checkPrices(99'990'001, 100'000'000, 1, 4);
    checkPrices(17, 1'999'999'999, 19'997, 4);
}

void TestTradeDecoder::moreThanFourDecimalsAreRoundedAndCounted()
{
    Decoded decoded(with("p", "2.67549"));
    decoded.add(with("p", "0.12345"));
    decoded.add(with("p", "1.15"));
    decoded.add(with("p", "0.29"));
    decoded.add(with("p", "2.675"));
    decoded.add(with("p", "1.10000000"));
    QCOMPARE(decoded.counters.rounded, std::uint64_t(2));
    QCOMPARE(decoded.out.trades[0].price.units(), 26'755);
    QCOMPARE(decoded.out.trades[2].price.units(), 11'500);
    QCOMPARE(decoded.out.trades[3].price.units(), 2'900);
    QCOMPARE(decoded.out.trades[4].price.units(), 26'750);
    QCOMPARE(decoded.out.trades[5].price.units(), 11'000);
}

void TestTradeDecoder::unreadableSymbolsAreStillTrades()
{
    Decoded decoded(with("sym", "\"O:AAPL211022C000150000\"")); // nine digits, as the provider's own docs have it
    decoded.add(with("sym", "\"NVDA\""));
    decoded.add(with("sym", "\"O:ÄÖÜ261218C00150000\""));
    QCOMPARE(decoded.counts(), QStringLiteral("T3 R0 S0 O0"));
    QCOMPARE(decoded.counters.malformedSymbols, std::uint64_t(3));
    QCOMPARE(decoded.contracts[decoded.out.trades[1].contract].ticker, std::string("NVDA"));
    QVERIFY(!decoded.contracts[decoded.out.trades[1].contract].symbol);
    decoded.add(array({good()}));
    QCOMPARE(decoded.counters.malformedSymbols, std::uint64_t(3));
}

void TestTradeDecoder::sameTickerIsTheSameContract()
{
    const Decoded decoded(array({good(), good(), good().replace(QLatin1String("C00150"), QLatin1String("P00150"))}));
    QCOMPARE(decoded.out.trades[0].contract, decoded.out.trades[1].contract);
    QVERIFY(decoded.out.trades[0].contract != decoded.out.trades[2].contract);
    QCOMPARE(decoded.contracts.size(), std::size_t(2));
}

void TestTradeDecoder::fullTableRejects()
{
    domain::ContractTable small(1);
    TradeDecoder decoder(small);
    DecodedFrame out;
    domain::Counters counters;
    decoder.decode(array({good(), good().replace(QLatin1String("NVDA"), QLatin1String("AMD")), good()}), out, counters);
    QCOMPARE(counters.trades, std::uint64_t(2));
    QCOMPARE(counters.rejected, std::uint64_t(1));
    QCOMPARE(decoder.rejects().front().reason, QStringLiteral("too many contracts"));
}

void TestTradeDecoder::appendsToWhatIsThere()
{
    Decoded decoded(array({good()}));
    decoded.add(QStringLiteral(R"([{"ev":"status","status":"connected"}])"));
    decoded.add(array({good(), good()}));
    QCOMPARE(decoded.out.trades.size(), std::size_t(3));
    QCOMPARE(decoded.out.statuses.size(), std::size_t(1));
    decoded.out.clear();
    QVERIFY(decoded.out.trades.empty() && decoded.out.statuses.empty());
}

void TestTradeDecoder::keepsTheNewestSampleShort()
{
    Decoded decoded(with("p", "-1"));
    decoded.add(array({good(), QStringLiteral(R"({"ev":"T","sym":"newest %1"})").arg(QString(1000, u'é'))}));
    decoded.add(with("p", "-2"));
    const auto rejects = decoded.decoder.rejects();
    QCOMPARE(rejects.size(), std::size_t(2));
    QCOMPARE(rejects[0].reason, QStringLiteral("sym"));
    QCOMPARE(rejects[0].count, std::uint64_t(1));
    QVERIFY(rejects[0].sample.startsWith(QLatin1String(R"({"ev":"T","sym":"newest )")));
    QCOMPARE(rejects[0].sample.size(), 200);
    QCOMPARE(rejects[1].reason, QStringLiteral("price"));
    QCOMPARE(rejects[1].count, std::uint64_t(2));
    QVERIFY(rejects[1].sample.contains(QLatin1String("\"p\":-2")));
}

void TestTradeDecoder::neverShowsTheSecret()
{
    domain::ContractTable contracts;
    TradeDecoder decoder(contracts);
    decoder.setSecret(QStringLiteral("sEcRet123"));
    DecodedFrame out;
    domain::Counters counters;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^event rejected: no ev .*\\*\\*\\*")));
    decoder.decode(QStringLiteral(R"([{"echo":"%1sEcRet123"}])").arg(QString(185, u'x')), out, counters);
    const QString sample = decoder.rejects().front().sample;
    QVERIFY(!sample.contains(QLatin1String("sEc")));
    QVERIFY(sample.contains(QLatin1String("***")));
}

void TestTradeDecoder::cutAnywhereStillBalances()
{
    const QString whole = array({good(), QStringLiteral(R"({"ev":"status","status":"success","message":"a\"b"})"),
                                 good(), QStringLiteral(R"({"ev":"Q"})")});
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const Decoded decoded(whole.left(length));
        QVERIFY2(decoded.counts() != QLatin1String("unbalanced"), qPrintable(whole.left(length)));
        // What is complete before the cut counts, and the rest is exactly one rejected event.
        const auto complete = std::uint64_t(whole.left(length).count(QLatin1String("1864261653}")));
        QCOMPARE(decoded.counters.trades, complete);
        QCOMPARE(decoded.counters.rejected, std::uint64_t(1));
    }
}

void TestTradeDecoder::damagedAnywhereStillBalances()
{
    QLoggingCategory::setFilterRules(QStringLiteral("flowglass.feed=false"));
    QRandomGenerator random(42);
    const QString whole = array({good(), QStringLiteral(R"({"ev":"status","status":"x","message":"y"})"), good(),
                                 with("c", "[[1],{\"a\":2}]").mid(1).chopped(1), good()});
    const QString alphabet = QStringLiteral("{}[]\",:\\ 0-.eTnull\n\u0001é");
    Decoded decoded(QStringLiteral("[]"));
    for (int round = 0; round < 30'000; ++round) {
        QString damaged = whole;
        for (int hits = random.bounded(1, 6); hits > 0; --hits) {
            const int at = int(random.bounded(damaged.size()));
            const QChar with = alphabet[random.bounded(alphabet.size())];
            switch (random.bounded(3)) {
            case 0: damaged[at] = with; break;
            case 1: damaged.insert(at, with); break;
            default: damaged.remove(at, random.bounded(1, 30)); break;
            }
        }
        decoded.out.clear();
        decoded.counters = {};
        decoded.add(damaged);
        QVERIFY2(decoded.counts() != QLatin1String("unbalanced"), qPrintable(damaged));
        QVERIFY2(decoded.counters.events <= std::uint64_t(damaged.size()), qPrintable(damaged));
        for (const domain::Trade& trade : decoded.out.trades) {
            QVERIFY(trade.price.units() > 0);
            QVERIFY(trade.size > 0 && trade.size <= domain::Trade::kMaxSize);
        }
    }
    QLoggingCategory::setFilterRules(QString());
}

void TestTradeDecoder::longFramesAndShortOnesTakeTurns()
{
    QStringList many;
    for (int i = 0; i < 10'000; ++i)
        many << good();
    const QString large = array(many); // about a megabyte
    QVERIFY(large.size() > 1'000'000);
    Decoded decoded(array({good()}));
    for (int i = 0; i < 3; ++i) {
        decoded.add(large);
        decoded.add(array({good()}));
        decoded.add(large.left(500'000));
    }
    QCOMPARE(decoded.counters.rejected, std::uint64_t(3));
    QVERIFY(decoded.counters.trades > 3 * (10'000 + 1 + 3000));
    for (const domain::Trade& trade : decoded.out.trades)
        QCOMPARE(trade, decoded.out.trades.front());
}

QTEST_GUILESS_MAIN(TestTradeDecoder)
#include "tst_tradedecoder.moc"
