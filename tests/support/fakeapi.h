// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPair>
#include <QTcpServer>
#include <QUrl>

#include <functional>

namespace flowglass::test {

// An HTTP/1.1 server on 127.0.0.1 that answers as the test says, faults included, and records what it was
// asked. Answers to a path, in order of precedence: once() in turn, always(), the handler, 404.
// Lives on the thread of the test; needs its event loop.
class FakeApi : public QObject
{
    Q_OBJECT

public:
    enum class Mode {
        Whole,        // as HTTP wants it
        NeverAnswers, // reads the request and says nothing
        HangsAfterHeaders,
        Trickles,     // the body a byte at a time, every trickleMs
        Truncates,    // half the body announced, then the connection closes
        ClosesAtOnce, // without a byte of answer
        WithoutLength // the body ends when the connection closes
    };
    using Header = QPair<QByteArray, QByteArray>;
    struct Answer
    {
        int status = 200;
        QByteArray body;
        QList<Header> headers{{"Content-Type", "application/json"}};
        Mode mode = Mode::Whole;
    };
    struct Request
    {
        QByteArray path; // as sent, without the query
        QByteArray query;
        QHash<QByteArray, QByteArray> headers; // names in lower case
        QByteArray raw;
    };
    using Handler = std::function<Answer(const Request&)>;

    explicit FakeApi(QObject* parent = nullptr);
    ~FakeApi() override;

    QUrl url() const; // http://127.0.0.1:PORT
    void once(const QByteArray& path, const Answer& answer);
    void always(const QByteArray& path, const Answer& answer);
    void setHandler(Handler handler);
    int trickleMs = 5;

    const QList<Request>& requests() const { return m_requests; }
    int count(const QByteArray& part) const; // requests whose path holds it
    int open() const { return m_open; }      // requests being answered or held open
    int peakOpen() const { return m_peakOpen; }

    static Answer json(const QByteArray& body, int status = 200);
    static Answer html(int status);
    static Answer redirect(const QUrl& target, int status = 302);
    static Answer fault(Mode mode, const QByteArray& body = "{}");
    static Answer tooMany(const QByteArray& retryAfter = {}); // 429; no header when empty
    // Answers as the provider gives them. `ticker` as `O:NVDA261218C00150000`.
    static Answer terms(const QByteArray& ticker, const QByteArray& underlying, int sharesPerContract = 100);
    static Answer snapshot(const QByteArray& ticker, const QByteArray& underlying);
    // A handler for every contract asked for: terms (of the symbol's root) and snapshot.
    static Answer anyContract(const Request& request);

Q_SIGNALS:
    void requested(const QByteArray& path);

private:
    void onConnection();
    void onReadyRead(class QTcpSocket* socket);
    Answer answerFor(const Request& request);
    void write(QTcpSocket* socket, const Answer& answer);
    void trickle(QTcpSocket* socket, const QByteArray& body);

    QTcpServer m_server;
    QHash<QByteArray, QList<Answer>> m_once;
    QHash<QByteArray, Answer> m_always;
    Handler m_handler;
    QList<Request> m_requests;
    QHash<QTcpSocket*, QByteArray> m_unread;
    QHash<QTcpSocket*, bool> m_busy;
    int m_open = 0;
    int m_peakOpen = 0;
};

} // namespace flowglass::test
