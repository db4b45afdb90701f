// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingsstore.h"

#include "settings/setting.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace flowglass::settings {

namespace {

constexpr QLatin1String kName("flowglass");
constexpr QLatin1String kSchemaKey("schema");
constexpr qint64 kMaxBytes = qint64(16) << 20; // a settings file is a few kilobytes

// What is wrong with the file's bytes; empty: nothing that QSettings would not see itself.
QString damage(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return file.errorString();
    if (file.size() > kMaxBytes)
        return SettingsStore::tr("it is too large");
    // QSettings writes no raw zero byte; a disk that lost power does.
    if (file.readAll().contains('\0'))
        return SettingsStore::tr("it is damaged");
    return {};
}

} // namespace

SettingsStore::SettingsStore(const QString& file, QObject* parent)
    : QObject(parent)
    , m_path(file.isEmpty() ? QSettings(QSettings::IniFormat, QSettings::UserScope, kName, kName).fileName()
                            : QFileInfo(file).absoluteFilePath())
{
    load();
    checkSchema();
}

SettingsStore::~SettingsStore() = default;

void SettingsStore::load()
{
    const QFileInfo info(m_path);
    if (info.isDir()) {
        m_loadNotice = tr("%1 is a folder, not a settings file. Nothing is remembered in this run.")
                           .arg(QDir::toNativeSeparators(m_path));
        return;
    }
    QString reason = info.exists() ? damage(m_path) : QString();
    if (reason.isEmpty()) {
        m_file = std::make_unique<QSettings>(m_path, QSettings::IniFormat);
        // Sections are read when they are asked for; damage shows only then.
        m_file->allKeys();
        if (m_file->status() == QSettings::FormatError)
            reason = tr("it is damaged");
    }
    if (reason.isEmpty())
        return;
    m_file.reset();
    if (keepAside(reason))
        m_file = std::make_unique<QSettings>(m_path, QSettings::IniFormat);
}

bool SettingsStore::keepAside(const QString& reason)
{
    const QString native = QDir::toNativeSeparators(m_path);
    QString aside;
    for (int number = 1; aside.isEmpty() || QFileInfo::exists(aside); ++number)
        aside = m_path + QStringLiteral(".corrupt-%1").arg(number);
    if (!QFile::rename(m_path, aside)) {
        m_loadNotice = tr("The settings file %1 could not be read: %2. The defaults are used, and nothing is "
                          "remembered in this run.")
                           .arg(native, reason);
        return false;
    }
    m_loadNotice =
        tr("The settings file %1 could not be read: %2. It was kept as %3, and the defaults are used.")
            .arg(native, reason, QFileInfo(aside).fileName());
    return true;
}

void SettingsStore::checkSchema()
{
    if (read(kSchemaKey).toInt() > kSchema)
        m_loadNotice =
            tr("The settings were written by a newer Flowglass. What this one does not know is left as "
               "it is.");
}

bool SettingsStore::isWritable() const
{
    return m_file && m_file->isWritable();
}

domain::Result<bool> SettingsStore::save()
{
    if (m_file) {
        m_file->sync();
        if (m_file->status() == QSettings::NoError)
            return true;
    }
    const QString native = QDir::toNativeSeparators(m_path);
    return domain::Error{domain::Error::Code::Unwritable, QStringLiteral("cannot write %1").arg(native),
                         tr("The settings cannot be kept in %1.").arg(native)};
}

void SettingsStore::resetAll()
{
    for (SettingBase* setting : m_settings)
        setting->reset();
}

QVariant SettingsStore::read(const QString& key) const
{
    return m_file ? m_file->value(key) : QVariant();
}

void SettingsStore::write(const QString& key, const QVariant& stored)
{
    if (m_file) {
        if (m_file->value(kSchemaKey).toInt() < kSchema)
            m_file->setValue(kSchemaKey, kSchema);
        m_file->setValue(key, stored);
    }
    Q_EMIT changed(key);
}

} // namespace flowglass::settings
