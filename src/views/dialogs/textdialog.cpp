// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/textdialog.h"

#include "ui_textdialog.h"

#include <QKeySequence>

#include <array>

namespace flowglass::views {

TextDialog::TextDialog(const QString& title, const QString& richText, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::TextDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(title);
    m_ui->textLabel->setText(richText);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
}

TextDialog::~TextDialog() = default;

QString TextDialog::shortcutsText()
{
    const auto native = [](const QKeySequence& keys) { return keys.toString(QKeySequence::NativeText); };
    const std::array<std::pair<QString, QString>, 25> lines{{
        {native(Qt::Key_Space), tr("pause or resume the tape; in the list of anomalies: new or seen")},
        {native(Qt::Key_Escape) + QLatin1String(", ") + native(Qt::Key_End), tr("return to live")},
        {QStringLiteral("J, K"), tr("next, previous anomaly")},
        {native(Qt::Key_Return), tr("inspect the anomaly's contract")},
        {QStringLiteral("S"), tr("star the anomaly, or take the star away")},
        {QStringLiteral("X"), tr("dismiss the anomaly")},
        {QStringLiteral("U, ") + native(QKeySequence::Undo), tr("take the last star or dismissal back")},
        {QStringLiteral("W"), tr("why the selected trade was or was not flagged")},
        {native(QKeySequence::Find), tr("filter the tape")},
        {native(QKeySequence(Qt::CTRL | Qt::Key_L)), tr("change what is watched")},
        {native(QKeySequence(Qt::CTRL | Qt::Key_E)), tr("export flagged trades")},
        {native(QKeySequence(Qt::CTRL | Qt::Key_R)), tr("begin or end a recording")},
        {native(QKeySequence::Open), tr("open a recording")},
        {native(QKeySequence(Qt::CTRL | Qt::Key_Space)), tr("play or pause the replay")},
        {native(QKeySequence(Qt::CTRL | Qt::Key_Right)), tr("play one frame")},
        {native(QKeySequence(Qt::CTRL | Qt::Key_J)), tr("on to the next anomaly of the replay")},
        {native(QKeySequence(Qt::CTRL | Qt::Key_Up)) + QLatin1String(", ")
             + native(QKeySequence(Qt::CTRL | Qt::Key_Down)),
         tr("replay faster, slower")},
        {native(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Home)), tr("replay from the start")},
        {native(QKeySequence(Qt::CTRL | Qt::Key_W)), tr("close the replay")},
        {native(Qt::Key_F5), tr("connect again now")},
        {native(QKeySequence(Qt::CTRL | Qt::Key_Comma)), tr("settings")},
        {native(Qt::Key_F12), tr("diagnostics")},
        {tr("Chart: %1").arg(QStringLiteral("+, −, 0")), tr("zoom in, out, show all")},
        {tr("Chart: Ctrl and wheel"), tr("zoom around the mouse")},
        {native(QKeySequence::Quit), tr("quit")},
    }};
    QString rows;
    for (const auto& [keys, meaning] : lines)
        rows += QStringLiteral("<tr><td style=\"padding-right:24px\"><b>%1</b></td><td>%2</td></tr>")
                    .arg(keys.toHtmlEscaped(), meaning.toHtmlEscaped());
    return QStringLiteral("<table cellpadding=\"3\">%1</table>").arg(rows);
}

QString TextDialog::aboutText()
{
    const std::array<QString, 4> paragraphs{
        tr("Flowglass %1").arg(QStringLiteral(FLOWGLASS_VERSION)),
        tr("Watches live US options trades, flags the unusual ones and says why."),
        tr("Free software under the GNU General Public License, version 3 or later. It sends nothing to anyone "
           "but your data provider."),
        tr("Nothing it shows is advice. The provider's terms may forbid passing its data on."),
    };
    QString text = QStringLiteral("<h2>%1</h2>").arg(paragraphs[0].toHtmlEscaped());
    for (std::size_t i = 1; i < paragraphs.size(); ++i)
        text += QStringLiteral("<p>%1</p>").arg(paragraphs[i].toHtmlEscaped());
    return text;
}

} // namespace flowglass::views
