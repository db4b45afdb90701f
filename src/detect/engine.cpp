// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/engine.h"

#include "detect/enginecore.h"

#include <utility>

namespace flowglass::detect {

Engine::Engine(const domain::ContractTable& contracts, Settings settings)
    : m_core(std::make_unique<Core>(contracts, settings))
{
}

Engine::~Engine() = default;

std::span<const std::uint32_t> Engine::judge(const domain::Trade& trade, std::uint64_t row)
{
    m_core->judge(trade, row);
    return m_core->reported;
}

void Engine::gap(domain::UnixMs from, domain::UnixMs to)
{
    m_core->clock.skip(from, to);
}
std::optional<std::uint64_t> Engine::lastCancelled() const
{
    return m_core->lastCancelled;
}
const domain::Anomaly& Engine::anomaly(std::uint32_t id) const
{
    return m_core->book.anomaly(id);
}
std::uint32_t Engine::count() const
{
    return m_core->book.count();
}
std::uint64_t Engine::flaggedPrints() const
{
    return m_core->book.flaggedPrints();
}
std::optional<std::uint32_t> Engine::anomalyOfRow(std::uint64_t row) const
{
    return m_core->book.ofRow(row);
}
bool Engine::isCancelledRow(std::uint64_t row) const
{
    return m_core->book.isCancelled(row);
}
std::uint64_t Engine::unresolvedCancels() const
{
    return m_core->unresolvedCancels;
}
void Engine::touch(std::uint32_t id)
{
    m_core->book.revise(id);
}
void Engine::touch(std::uint32_t id, std::uint32_t above)
{
    while (anomaly(id).revision <= above)
        m_core->book.revise(id);
}
void Engine::markLate(std::uint32_t id)
{
    m_core->book.tag(id, domain::TagSet::of(domain::AnomalyTag::Late));
}
void Engine::swap(Engine& other)
{
    m_core.swap(other.m_core);
    std::swap(m_core->observer, other.m_core->observer);
}
double Engine::threshold() const
{
    return m_core->learnt.board.threshold();
}
void Engine::setSettings(const Settings& settings)
{
    m_core->setSettings(settings);
}
Settings Engine::settings() const
{
    return m_core->learnt.board.settings();
}
domain::Explanation Engine::explain(const domain::Trade& trade, std::uint64_t row) const
{
    return m_core->explain(trade, row);
}
Outlook Engine::outlook(const Settings& settings) const
{
    return m_core->learnt.board.outlook(settings, m_core->alerts);
}
QByteArray Engine::saveBaselines() const
{
    return packBaselines(m_core->learntSoFar());
}
QByteArray Engine::learntSoFar() const
{
    return m_core->learntSoFar();
}
domain::Result<BaselineInfo> Engine::loadBaselines(QByteArrayView text)
{
    if (!m_core->isFresh())
        return domain::Error{domain::Error::Code::Unreadable,
                             QStringLiteral("baselines: the engine has judged trades already"),
                             {}};
    auto loaded = std::make_unique<Core>(m_core->table(), m_core->learnt.board.settings());
    loaded->observer = m_core->observer;
    if (const std::optional<domain::Error> error = loaded->loadBaselines(text))
        return *error;
    m_core = std::move(loaded);
    return m_core->baselines();
}
BaselineInfo Engine::baselines() const
{
    return m_core->baselines();
}
void Engine::setObserver(ScoreObserver* observer)
{
    m_core->observer = observer;
}
Engine::Warmup Engine::warmup() const
{
    return m_core->warmup;
}
QJsonObject Engine::rules() const
{
    return m_core->rules();
}

} // namespace flowglass::detect
