// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomaly.h"
#include "domain/time/markettime.h"
#include "models/parts/contractshares.h"
#include "models/evidence/tagchips.h"
#include "models/numbertext.h"
#include "models/roles.h"
#include "models/parts/triagelog.h"

#include <QAbstractTableModel>

#include <array>
#include <set>
#include <unordered_map>
#include <vector>

namespace flowglass::detect {
class Engine;
}

namespace flowglass::models {

// The anomalies, last raised first; an update changes its row in place, so the list never jumps. Dismissed
// ones are hidden unless asked for. What the person did with each is kept here, with undo. Has no timer:
// flush() is the display tick. The engine and the table must outlive it. GUI thread.
class AnomalyModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Contract, Kinds, Score, Size, Premium, State, Count };
    Q_ENUM(Column)

    AnomalyModel(const detect::Engine& engine, const domain::ContractTable& contracts,
                 QObject* parent = nullptr);

    void onUpdated(quint32 id); // raised or changed; cheap, shown at the next flush
    void flush();               // at most one insertion and few changed ranges
    // Everything was judged once more: resets. `newIds`: by old id - 1, what the finding is called now, 0 for none;
    // what the person did goes along.
    void onJudgedAgain(const std::vector<quint32>& newIds);
    quint32 renumbered(quint32 oldId) const; // of the last time; 0: none

    Triage triage(quint32 id) const { return m_triage.of(id); }
    void setTriage(const std::vector<quint32>& ids, Triage triage); // can be undone
    void markSeen(quint32 id); // New becomes Seen; not worth an undo step
    bool undo();               // false: nothing to undo
    bool canUndo() const { return m_triage.canUndo(); }

    void setShowDismissed(bool show);
    bool showsDismissed() const { return m_showDismissed; }
    void setZone(const domain::ZoneTime& zone);
    void setSharesPerContract(domain::ContractId contract, std::int64_t shares);
    void setTags(quint32 id, domain::TagSet tags); // all that is known; shown at the next flush
    void setMarks(const domain::PremiumMarks& marks);
    // With what the marks add, as chips.
    std::vector<TagChip> chips(quint32 id) const;

    std::vector<quint32> ids() const;       // shown, top to bottom
    quint32 idAt(const QModelIndex& index) const; // 0 when invalid
    QModelIndex indexOf(quint32 id) const;  // invalid when hidden or unknown
    int unseen() const;                     // New ones, shown or not yet flushed away

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    // Sums over the prints, which may be many; made once per revision and only for rows that are painted.
    struct Sums
    {
        std::uint32_t revision = 0;
        std::int64_t shares = 0;
        std::uint64_t size = 0;
        domain::Premium premium;
    };

    QString text(const domain::Anomaly& anomaly, Column column) const;
    QString spoken(const domain::Anomaly& anomaly, Column column) const;
    QVariant value(const domain::Anomaly& anomaly, Column column) const;
    domain::TagSet tags(const domain::Anomaly& anomaly) const;
    QVariant tierHeat(domain::Premium premium) const;
    const Sums& sums(const domain::Anomaly& anomaly) const;
    bool isVisible(quint32 id) const;
    void changed(const std::vector<quint32>& ids); // triage changed: show, hide or repaint
    void refreshVisibility();
    void emitChanged(const std::vector<quint32>& ids);
    int rowOf(quint32 id) const; // -1 when hidden

    const detect::Engine& m_engine;
    const domain::ContractTable& m_contracts;
    domain::ZoneTime m_zone;
    NumberText m_numbers;
    std::array<QString, std::size_t(domain::AnomalyKind::Count)> m_kindNames;
    ContractShares m_shares;
    TriageLog m_triage;
    std::vector<quint32> m_newIds;
    std::vector<quint32> m_ids; // shown, ascending; the view's row 0 is the last
    std::set<quint32> m_updated;
    quint32 m_known = 0; // highest id taken in
    bool m_showDismissed = false;
    domain::PremiumMarks m_marks;
    std::unordered_map<quint32, domain::TagSet> m_tags; // of those that have more than the tape tells
    mutable std::unordered_map<quint32, Sums> m_sums;
};

} // namespace flowglass::models
