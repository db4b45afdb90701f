// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QObject>
#include <QString>
#include <QVariant>

#include <memory>
#include <vector>

class QSettings;

namespace flowglass::settings {

class SettingBase;

// Owns the settings file, and is the only user of QSettings. A file that cannot be read or understood is
// kept aside as NAME.corrupt-N, the defaults hold, and loadNotice() says so to the person. What other
// versions left in the file is kept. Writing is atomic, shortly after a change and at the latest in the
// destructor. Settings must not outlive the store. GUI thread.
class SettingsStore : public QObject
{
    Q_OBJECT

public:
    static constexpr int kSchema = 1; // raised when the meaning of a stored value changes

    // `file`: an ini file; empty: the user's own.
    explicit SettingsStore(const QString& file = {}, QObject* parent = nullptr);
    ~SettingsStore() override;

    const QString& fileName() const { return m_path; }
    QString loadNotice() const { return m_loadNotice; } // translated; empty: all is well
    bool isWritable() const;
    domain::Result<bool> save(); // now; the error names the file

    // Every setting alive on this store, in order of construction. resetAll(): all to their defaults.
    const std::vector<SettingBase*>& settings() const { return m_settings; }
    void resetAll();

Q_SIGNALS:
    void changed(const QString& key);

private:
    friend class SettingBase;
    template <class T>
    friend class Setting;
    QVariant read(const QString& key) const; // invalid: not there
    void write(const QString& key, const QVariant& stored);

    void load();
    bool keepAside(const QString& reason);
    void checkSchema();

    QString m_path;
    std::unique_ptr<QSettings> m_file; // none: the file can be neither read nor put aside
    QString m_loadNotice;
    std::vector<SettingBase*> m_settings;
};

} // namespace flowglass::settings
