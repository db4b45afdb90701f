<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AnomalyText</name>
    <message numerus="yes">
        <source>%1 contract(s)</source>
        <translation>
            <numerusform>%1 contract</numerusform>
            <numerusform>%1 contracts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 exchange(s)</source>
        <translation>
            <numerusform>%1 exchange</numerusform>
            <numerusform>%1 exchanges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 print(s)</source>
        <translation>
            <numerusform>%1 print</numerusform>
            <numerusform>%1 prints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 order(s)</source>
        <translation>
            <numerusform>%1 order</numerusform>
            <numerusform>%1 orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 print(s) in a row</source>
        <translation>
            <numerusform>%1 print in a row</numerusform>
            <numerusform>%1 prints in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 order(s) in the minute up to it</source>
        <translation>
            <numerusform>%1 order in the minute up to it</numerusform>
            <numerusform>%1 orders in the minute up to it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 order(s) of %2 in five minutes up to it</source>
        <translation>
            <numerusform>%1 order of %2 in five minutes up to it</numerusform>
            <numerusform>%1 orders of %2 in five minutes up to it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 order(s) of all its contracts in two minutes up to it</source>
        <translation>
            <numerusform>%1 order of all its contracts in two minutes up to it</numerusform>
            <numerusform>%1 orders of all its contracts in two minutes up to it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first print of an order that went on to %1 exchange(s): its later prints have the score.</source>
        <translation>
            <numerusform>The first print of an order that went on to %1 exchange: its later prints have the score.</numerusform>
            <numerusform>The first print of an order that went on to %1 exchanges: its later prints have the score.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContractCard</name>
    <message numerus="yes">
        <source>%n share(s)</source>
        <translation>
            <numerusform>%n share</numerusform>
            <numerusform>%n shares</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message numerus="yes">
        <source>and %n more print(s)</source>
        <translation>
            <numerusform>and %n more print</numerusform>
            <numerusform>and %n more prints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n line(s) lost: it took too long</source>
        <translation>
            <numerusform>%n line lost: it took too long</numerusform>
            <numerusform>%n lines lost: it took too long</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedConnection</name>
    <message numerus="yes">
        <source>%n channel(s) not confirmed by the provider: %1</source>
        <translation>
            <numerusform>%n channel not confirmed by the provider: %1</numerusform>
            <numerusform>%n channels not confirmed by the provider: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was received for %n second(s).</source>
        <translation>
            <numerusform>Nothing was received for %n second.</numerusform>
            <numerusform>Nothing was received for %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer was asleep for %n minute(s).</source>
        <translation>
            <numerusform>This computer was asleep for %n minute.</numerusform>
            <numerusform>This computer was asleep for %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message numerus="yes">
        <source>%Ln trade(s) around here</source>
        <translation>
            <numerusform>%Ln trade around here</numerusform>
            <numerusform>%Ln trades around here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln anomaly(s)</source>
        <translation>
            <numerusform>%Ln anomaly</numerusform>
            <numerusform>%Ln anomalies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flowglass::app::FaultDesk</name>
    <message numerus="yes">
        <source>Simulated for %n second(s): %1.</source>
        <translation>
            <numerusform>Simulated for %n second: %1.</numerusform>
            <numerusform>Simulated for %n seconds: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flowglass::session::FeedGuard</name>
    <message numerus="yes">
        <source>No trade for %n second(s) although the market is open.</source>
        <translation>
            <numerusform>No trade for %n second although the market is open.</numerusform>
            <numerusform>No trade for %n seconds although the market is open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flowglass::views::ContractPane</name>
    <message numerus="yes">
        <source>expires in %n day(s)</source>
        <translation>
            <numerusform>expires in %n day</numerusform>
            <numerusform>expires in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flowglass::views::DetectionPage</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flowglass::views::EvidencePanel</name>
    <message numerus="yes">
        <source>%n more print(s), marked in the table below</source>
        <translation>
            <numerusform>%n more print, marked in the table below</numerusform>
            <numerusform>%n more prints, marked in the table below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flowglass::views::ExportDialog</name>
    <message numerus="yes">
        <source>%L1 row(s) so far, one per flagged trade</source>
        <translation>
            <numerusform>%L1 row so far, one per flagged trade</numerusform>
            <numerusform>%L1 rows so far, one per flagged trade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 row(s) written to %2</source>
        <translation>
            <numerusform>%L1 row written to %2</numerusform>
            <numerusform>%L1 rows written to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flowglass::views::LiveButton</name>
    <message numerus="yes">
        <source>%L1 new</source>
        <translation>
            <numerusform>%L1 new</numerusform>
            <numerusform>%L1 new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flowglass::views::RecordingPage</name>
    <message numerus="yes">
        <source> day(s)</source>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flowglass::views::SessionBrowser</name>
    <message numerus="yes">
        <source>%Ln recording(s), %1 together</source>
        <translation>
            <numerusform>%Ln recording, %1</numerusform>
            <numerusform>%Ln recordings, %1 together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln recording(s), %1, from the disk? This cannot be taken back.</source>
        <translation>
            <numerusform>Delete %Ln recording, %1, from the disk? This cannot be taken back.</numerusform>
            <numerusform>Delete %Ln recordings, %1, from the disk? This cannot be taken back.</numerusform>
        </translation>
    </message>
</context>
</TS>
