// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/csvrow.h"

#include "domain/exchanges.h"

namespace flowglass::exporting {

namespace {

// A number as this program writes it: sign, digits, fraction, exponent. Not "inf", not "1,000".
bool isNumber(const QByteArray& field)
{
    qsizetype at = 0;
    const auto digits = [&field, &at] {
        const qsizetype from = at;
        while (at < field.size() && field[at] >= '0' && field[at] <= '9')
            ++at;
        return at > from;
    };
    const auto sign = [&field, &at] {
        if (at < field.size() && (field[at] == '-' || field[at] == '+'))
            ++at;
    };
    sign();
    if (!digits())
        return false;
    if (at < field.size() && field[at] == '.') {
        ++at;
        if (!digits())
            return false;
    }
    if (at < field.size() && (field[at] == 'e' || field[at] == 'E')) {
        ++at;
        sign();
        if (!digits())
            return false;
    }
    return at == field.size();
}

bool looksLikeFormula(const QByteArray& field)
{
    return !field.isEmpty() && QByteArray("=+-@\t\r").contains(field.front()) && !isNumber(field);
}

// Appends fields with their commas and the line end.
class Line
{
public:
    explicit Line(QByteArray& out) : m_out(out) {}
    Line& add(const QByteArray& field)
    {
        if (!m_first)
            m_out += ',';
        m_first = false;
        m_out += csvField(field);
        return *this;
    }
    Line& add(const QString& field) { return add(field.toUtf8()); }
    void end() { m_out += "\r\n"; }

private:
    QByteArray& m_out;
    bool m_first = true;
};

void addSymbol(Line& line, const std::optional<domain::OptionSymbol>& symbol)
{
    if (!symbol) {
        line.add(QByteArray()).add(QByteArray()).add(QByteArray()).add(QByteArray());
        return;
    }
    const std::string_view root = symbol->standardRoot();
    line.add(QByteArray(root.data(), qsizetype(root.size())))
        .add(domain::isoDate(symbol->expiry()))
        .add(QByteArray(symbol->right == domain::Right::Call ? "call" : "put"))
        .add(domain::strikeText(symbol->strikeMils));
}

} // namespace

QByteArray csvField(const QByteArray& utf8)
{
    QByteArray field = looksLikeFormula(utf8) ? '\'' + utf8 : utf8;
    const bool quoted =
        field.contains(',') || field.contains('"') || field.contains('\r') || field.contains('\n');
    if (!quoted)
        return field;
    field.replace('"', "\"\"");
    return '"' + field + '"';
}

QByteArray CsvRow::header()
{
    return QByteArray("time_utc,time_new_york,ticker,underlying,expiration,type,strike,price,size,premium,"
                      "exchange,conditions,sequence,anomaly,kinds,score,explanation\r\n");
}

void CsvRow::append(QByteArray& out, const ExportRow& row) const
{
    const domain::Trade& trade = row.trade;
    Line line(out);
    line.add(m_utc.isoText(trade.time()))
        .add(m_newYork.isoText(trade.time()))
        // Through QString, so that a ticker that is not UTF-8 cannot make the file so.
        .add(QString::fromUtf8(row.ticker.data(), qsizetype(row.ticker.size())));
    addSymbol(line, row.symbol);
    line.add(domain::decimalText(trade.price.units()))
        .add(QByteArray::number(trade.size))
        .add(domain::decimalText(trade.premium(row.sharesPerContract).units()))
        .add(domain::exchangeMic(trade.exchange()))
        .add(domain::conditionCodes(trade.conditions))
        .add(QByteArray::number(qulonglong(trade.sequence)))
        .add(QByteArray::number(row.anomaly))
        .add(domain::kindWords(row.kinds, QLatin1Char(';')))
        .add(QByteArray::number(row.score, 'f', 2))
        .add(row.explanation)
        .end();
}

} // namespace flowglass::exporting
