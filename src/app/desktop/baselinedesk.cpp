// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/baselinedesk.h"

#include "exporting/atomicfile.h"
#include "session/baselinefile.h"

#include <QFile>
#include <QPointer>
#include <QtConcurrentRun>

namespace flowglass::app {

BaselineDesk::BaselineDesk(QString path, QObject* parent) : QObject(parent), m_path(std::move(path)) {}

void BaselineDesk::startWith(Stream& stream)
{
    m_reset = false;
    QtConcurrent::run([path = m_path] { return session::readBaselines(path); })
        .then(this, [this, wanted = QPointer<Stream>(&stream)](const domain::Result<QByteArray>& text) {
            if (!wanted)
                return;
            session::Session& session = wanted->session();
            if (text && !text->isEmpty())
                session.post(session::LearntBaselines{*text});
            const bool refused = !text || (!text->isEmpty() && session.engine().baselines().days == 0);
            if (refused) {
                session::keepBaselinesAside(m_path);
                Q_EMIT told(tr("What was learnt on earlier days could not be read; it is kept aside and learnt anew."));
            }
            wanted->start();
        });
}

void BaselineDesk::keep(Stream& stream)
{
    session::Session& session = stream.session();
    if (m_reset || session.engine().warmup().judged == 0)
        return;
    const domain::Result<bool> written = exporting::writeWhole(m_path, session.engine().saveBaselines());
    if (!written)
        Q_EMIT told(written.error().text);
}

void BaselineDesk::reset()
{
    m_reset = true;
    QFile::remove(m_path);
}

} // namespace flowglass::app
