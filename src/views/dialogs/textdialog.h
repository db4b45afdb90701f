// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

namespace flowglass::views {

namespace Ui {
class TextDialog;
}

// A page of text with a Close button.
class TextDialog : public QDialog
{
    Q_OBJECT

public:
    TextDialog(const QString& title, const QString& richText, QWidget* parent = nullptr);
    ~TextDialog() override;

    static QString shortcutsText();
    static QString aboutText();

private:
    std::unique_ptr<Ui::TextDialog> m_ui;
};

} // namespace flowglass::views
