// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <functional>

class QLabel;

namespace flowglass::views {

// A line edit that says at once, in words and colour, why what stands in it cannot be used. The words
// appear under the field while it has the focus, in the tooltip always.
class CheckedEdit : public QLineEdit
{
    Q_OBJECT

public:
    // Returns the reason why the text is wrong, empty when it is right.
    using Check = std::function<QString(const QString&)>;

    explicit CheckedEdit(QWidget* parent = nullptr);
    void setCheck(Check check);
    void setHelp(const QString& help); // the tooltip while the text is right
    bool isRight() const { return m_problem.isEmpty(); }
    QString problem() const { return m_problem; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void judge();
    void placeHint();

    Check m_check;
    QString m_help;
    QString m_problem;
    QLabel* m_hint = nullptr; // child of the window, so that it may lie over other panels
};

} // namespace flowglass::views
