// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/checkededit.h"

#include "views/look/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>

namespace flowglass::views {

CheckedEdit::CheckedEdit(QWidget* parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &CheckedEdit::judge);
}

void CheckedEdit::setCheck(Check check)
{
    m_check = std::move(check);
    judge();
}

void CheckedEdit::setHelp(const QString& help)
{
    m_help = help;
    judge();
}

void CheckedEdit::judge()
{
    m_problem = m_check ? m_check(text()) : QString();
    setToolTip(m_problem.isEmpty() ? m_help : m_problem);
    setAccessibleDescription(m_problem.isEmpty() ? m_help : m_problem);
    placeHint();
    update();
}

void CheckedEdit::placeHint()
{
    const bool shown = !m_problem.isEmpty() && hasFocus() && isVisible();
    if (!shown) {
        if (m_hint)
            m_hint->hide();
        return;
    }
    if (!m_hint) {
        m_hint = new QLabel(window());
        m_hint->setObjectName(objectName() + QLatin1String("Problem"));
        m_hint->setAutoFillBackground(true);
        m_hint->setFrameShape(QFrame::Box);
        m_hint->setMargin(6);
        m_hint->setTextFormat(Qt::PlainText);
    }
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, QColor(themeOf(palette()).bad));
    colours.setColor(QPalette::Window, QColor(themeOf(palette()).base));
    m_hint->setPalette(colours);
    m_hint->setText(m_problem);
    m_hint->adjustSize();
    m_hint->move(mapTo(window(), QPoint(0, height() + 2)));
    m_hint->raise();
    m_hint->show();
}

bool CheckedEdit::event(QEvent* event)
{
    const bool handled = QLineEdit::event(event);
    switch (event->type()) {
    case QEvent::FocusIn:
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::Move:
    case QEvent::Resize:
        placeHint();
        break;
    default:
        break;
    }
    return handled;
}

void CheckedEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (m_problem.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(themeOf(palette()).bad), 2.0));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
}

} // namespace flowglass::views
