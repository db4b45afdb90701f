// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/textcache.h"

#include <QFontMetrics>

#include <cmath>

namespace flowglass::views {

void TextCache::setFont(const QFont& font)
{
    if (m_height > 0 && font == m_font)
        return;
    m_font = font;
    m_height = QFontMetrics(font).height();
    m_texts.clear();
}

TextCache::Laid* TextCache::lay(const Key& key) const
{
    auto* laid = new Laid;
    const QFontMetrics metrics(m_font);
    QString shown = key.text;
    laid->width = metrics.horizontalAdvance(shown);
    if (laid->width > key.width) {
        shown = key.whole ? QStringLiteral("…") : metrics.elidedText(key.text, Qt::ElideRight, key.width);
        laid->width = metrics.horizontalAdvance(shown);
    }
    laid->text.setTextFormat(Qt::PlainText);
    laid->text.setPerformanceHint(QStaticText::AggressiveCaching);
    laid->text.setText(shown);
    laid->text.prepare(QTransform(), m_font);
    return laid;
}

void TextCache::draw(QPainter& painter, const QRect& where, Qt::Alignment alignment, const QString& text)
{
    if (text.isEmpty() || where.width() <= 0)
        return;
    const Key key{text, where.width(), alignment.testFlag(Qt::AlignRight)};
    Laid* laid = m_texts.object(key);
    if (!laid) {
        laid = lay(key);
        m_texts.insert(key, laid);
    }
    int x = where.left();
    if (alignment & Qt::AlignRight)
        x = where.right() + 1 - laid->width;
    else if (alignment & Qt::AlignHCenter)
        x += (where.width() - laid->width) / 2;
    painter.drawStaticText(x, where.top() + (where.height() - m_height) / 2, laid->text);
}

} // namespace flowglass::views
