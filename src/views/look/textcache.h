// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QFont>
#include <QPainter>
#include <QStaticText>

namespace flowglass::views {

// Laid-out texts of the cells painted lately. Laying out a text is most of what painting it costs, and a
// live tape paints the same cells again at every tick. Bounded; belongs to one painter of one font.
class TextCache
{
public:
    explicit TextCache(int capacity = 4096) : m_texts(capacity) {}

    void setFont(const QFont& font); // forgets everything when it differs
    // In one line; the painter has the font and the pen. What does not fit is elided, but a number (aligned to
    // the right) as a whole: a part of it would read as another number.
    void draw(QPainter& painter, const QRect& where, Qt::Alignment alignment, const QString& text);

private:
    struct Key
    {
        QString text;
        int width;
        bool whole;
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed) { return qHashMulti(seed, key.text, key.width, key.whole); }
    };
    struct Laid
    {
        QStaticText text;
        int width = 0;
    };
    Laid* lay(const Key& key) const;

    QFont m_font;
    int m_height = 0;
    QCache<Key, Laid> m_texts;
};

} // namespace flowglass::views
