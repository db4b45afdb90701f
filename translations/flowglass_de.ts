<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AnomalyDiff</name>
    <message>
        <source>Kept</source>
        <translation>Geblieben</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>%1 → %2 anomalies: %3 kept, %4 changed, %5 lost, %6 new</source>
        <translation>%1 → %2 Auffälligkeiten: %3 geblieben, %4 geändert, %5 verloren, %6 neu</translation>
    </message>
</context>
<context>
    <name>AnomalyText</name>
    <message>
        <source>fewer than one order in 10 million is as large</source>
        <translation>weniger als eine von 10 Millionen Orders ist so groß</translation>
    </message>
    <message>
        <source>one order in %1 is as large</source>
        <translation>eine von %1 Orders ist so groß</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%1 contract(s)</source>
        <translation>
            <numerusform>%1 Kontrakt</numerusform>
            <numerusform>%1 Kontrakte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in one order</source>
        <translation>%1 in einer Order</translation>
    </message>
    <message>
        <source>this contract&apos;s orders so far are of %1</source>
        <translation>die Orders dieses Kontrakts waren bisher %1 groß</translation>
    </message>
    <message>
        <source>this contract&apos;s orders so far are %1 to %2</source>
        <translation>die Orders dieses Kontrakts waren bisher %1 bis %2 groß</translation>
    </message>
    <message>
        <source>no earlier order of this contract to compare with; typical of its underlying is %1</source>
        <translation>keine frühere Order dieses Kontrakts zum Vergleich; üblich beim Basiswert: %1</translation>
    </message>
    <message>
        <source>swept %1 in %2: %3 in %4</source>
        <translation>Sweep über %1 in %2: %3 in %4</translation>
    </message>
    <message numerus="yes">
        <source>%1 exchange(s)</source>
        <translation>
            <numerusform>%1 Börse</numerusform>
            <numerusform>%1 Börsen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 print(s)</source>
        <translation>
            <numerusform>%1 Abschluss</numerusform>
            <numerusform>%1 Abschlüsse</numerusform>
        </translation>
    </message>
    <message>
        <source>one order in %1 hits as many</source>
        <translation>eine von %1 Orders trifft so viele</translation>
    </message>
    <message>
        <source>%1 in the last %2; usual here: %3</source>
        <translation>%1 in den letzten %2; hier üblich: %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 order(s)</source>
        <translation>
            <numerusform>%1 Order</numerusform>
            <numerusform>%1 Orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 print(s) in a row</source>
        <translation>
            <numerusform>%1 Abschluss in Folge</numerusform>
            <numerusform>%1 Abschlüsse in Folge</numerusform>
        </translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>a leg of a multi-leg order</source>
        <translation>Teil einer mehrteiligen Order</translation>
    </message>
    <message>
        <source>Little history of this contract itself (%1 orders): its underlying and the market stand in.</source>
        <translation>Wenig eigene Vorgeschichte (%1 Orders): Basiswert und Markt stehen dafür ein.</translation>
    </message>
    <message>
        <source>%1 traded %2 times within %3</source>
        <translation>%1 wurden %2-mal binnen %3 gehandelt</translation>
    </message>
    <message>
        <source>expected: %1 times, as %2 of the orders here have that size</source>
        <translation>zu erwarten: %1-mal, denn %2 der Orders hier haben diese Größe</translation>
    </message>
    <message>
        <source>all its options at %1 times their usual pace: %2 in %3, expected %4</source>
        <translation>alle seine Optionen beim %1-Fachen ihres üblichen Tempos: %2 in %3, zu erwarten %4</translation>
    </message>
    <message>
        <source>underlying at %1 by put-call parity, %2 old</source>
        <translation>Basiswert bei %1 nach der Put-Call-Parität, %2 alt</translation>
    </message>
    <message>
        <source>underlying at %1 by the prices of its chain, %2 old</source>
        <translation>Basiswert bei %1 nach den Preisen seiner Optionskette, %2 alt</translation>
    </message>
    <message>
        <source>traded at %1 where %2 was to be expected</source>
        <translation>zu %1 gehandelt, wo %2 zu erwarten war</translation>
    </message>
    <message>
        <source>implied volatility %1, before %2</source>
        <translation>implizite Volatilität %1, zuvor %2</translation>
    </message>
    <message>
        <source>no volatility explains it; before, it was %1</source>
        <translation>keine Volatilität erklärt es; zuvor war sie %1</translation>
    </message>
    <message>
        <source>reported as an intermarket sweep order</source>
        <translation>als Intermarket-Sweep-Order gemeldet</translation>
    </message>
    <message>
        <source>crossed, not exposed to the market</source>
        <translation>als Cross gehandelt, dem Markt nicht angeboten</translation>
    </message>
    <message>
        <source>traded on the floor</source>
        <translation>auf dem Parkett gehandelt</translation>
    </message>
    <message>
        <source>part of a package with stock</source>
        <translation>Teil eines Pakets mit Aktien</translation>
    </message>
    <message>
        <source>expires today</source>
        <translation>verfällt heute</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Surge</source>
        <translation>Schub</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>usual by now: %1 contracts in one order</source>
        <translation>inzwischen üblich: %1 Kontrakte je Order</translation>
    </message>
    <message>
        <source>usual by now: %1 orders a minute</source>
        <translation>inzwischen üblich: %1 Orders je Minute</translation>
    </message>
    <message>
        <source>fair by now: %1</source>
        <translation>inzwischen angemessen: %1</translation>
    </message>
    <message>
        <source>usual by now: %1 orders of this size in five minutes</source>
        <translation>inzwischen üblich: %1 Orders dieser Größe in fünf Minuten</translation>
    </message>
    <message>
        <source>usual by now: %1 orders of all its contracts in two minutes</source>
        <translation>inzwischen üblich: %1 Orders in allen seinen Kontrakten in zwei Minuten</translation>
    </message>
    <message>
        <source>The detectors have not seen it, or it is too long ago.</source>
        <translation>Die Detektoren haben ihn nicht gesehen, oder es ist zu lange her.</translation>
    </message>
    <message>
        <source>Not judged: it takes an earlier print back.</source>
        <translation>Nicht beurteilt: er nimmt einen früheren Abschluss zurück.</translation>
    </message>
    <message>
        <source>Not judged: more than two seconds older than the newest print of its contract.</source>
        <translation>Nicht beurteilt: mehr als zwei Sekunden älter als der neueste Abschluss seines Kontrakts.</translation>
    </message>
    <message>
        <source>Not judged: no size, or a symbol that cannot be read.</source>
        <translation>Nicht beurteilt: keine Größe oder ein Symbol, das nicht zu lesen ist.</translation>
    </message>
    <message>
        <source>Legs, crosses and floor trades are judged by their size only.</source>
        <translation>Beine, Crosses und Parkettgeschäfte werden nur nach ihrer Größe beurteilt.</translation>
    </message>
    <message>
        <source>One or two contracts repeat all the time.</source>
        <translation>Ein oder zwei Kontrakte wiederholen sich ständig.</translation>
    </message>
    <message>
        <source>No call and put of one strike and expiry have told yet where the underlying is.</source>
        <translation>Noch haben kein Call und Put gleichen Basispreises und Verfalls gezeigt, wo der Basiswert steht.</translation>
    </message>
    <message>
        <source>no earlier multi-leg order of its underlying to compare with</source>
        <translation>keine frühere mehrbeinige Order seines Basiswerts zum Vergleich</translation>
    </message>
    <message>
        <source>no earlier crossed or floor order of its underlying to compare with</source>
        <translation>keine frühere Cross- oder Parkett-Order seines Basiswerts zum Vergleich</translation>
    </message>
    <message>
        <source>typical of multi-leg orders of its underlying is %1</source>
        <translation>typisch für mehrbeinige Orders seines Basiswerts ist %1</translation>
    </message>
    <message>
        <source>typical of crossed and floor orders of its underlying is %1</source>
        <translation>typisch für Cross- und Parkett-Orders seines Basiswerts ist %1</translation>
    </message>
    <message>
        <source>no earlier order of its underlying to compare with</source>
        <translation>keine frühere Order seines Basiswerts zum Vergleich</translation>
    </message>
    <message>
        <source>%1 in the last %2, %3 of them half a second and more apart; usual here: %4</source>
        <translation>%1 in den letzten %2, davon %3 mit einer halben Sekunde Abstand und mehr; hier üblich: %4</translation>
    </message>
    <message>
        <source>among them %1</source>
        <translation>darunter %1</translation>
    </message>
    <message>
        <source>Withdrawn, what it stood on was cancelled: %1</source>
        <translation>Zurückgezogen, worauf sie beruhte, wurde storniert: %1</translation>
    </message>
    <message>
        <source>surprise = -log10 P(an order of this contract is at least this large), from counts of the contract, its underlying and the market</source>
        <translation>Überraschung = -log10 P(eine Order dieses Kontrakts ist mindestens so groß), gezählt am Kontrakt, am Basiswert und am Markt</translation>
    </message>
    <message>
        <source>surprise = that of the size + half of -log10 P(an order hits at least this many exchanges)</source>
        <translation>Überraschung = die der Größe + die Hälfte von -log10 P(eine Order trifft mindestens so viele Börsen)</translation>
    </message>
    <message>
        <source>surprise = -log10 P(at least this many orders in the window), Gamma tail around the rate of the last hour without its last minutes</source>
        <translation>Überraschung = -log10 P(mindestens so viele Orders im Fenster), Gamma-Verteilung um die Rate der letzten Stunde ohne deren letzte Minuten</translation>
    </message>
    <message>
        <source>surprise = 3 log10(1 + z²/5), z = distance from the price at the contract&apos;s own implied volatility so far, in its own spread; a second print on the same side adds to it</source>
        <translation>Überraschung = 3 log10(1 + z²/5), z = Abstand vom Preis bei der bisherigen impliziten Volatilität des Kontrakts, gemessen an seiner eigenen Streuung; ein zweiter Abschluss auf derselben Seite kommt hinzu</translation>
    </message>
    <message>
        <source>surprise = -log10 P(this size repeats at least as often in 5 min), Gamma tail around the contract&apos;s pace times the chance of the size</source>
        <translation>Überraschung = -log10 P(diese Größe wiederholt sich in 5 min mindestens so oft), Gamma-Verteilung um das Tempo des Kontrakts mal der Wahrscheinlichkeit der Größe</translation>
    </message>
    <message>
        <source>surprise = -log10 P(at least this many orders of all its contracts in the window), Gamma tail around the rate of the last hour without its last minutes</source>
        <translation>Überraschung = -log10 P(mindestens so viele Orders aller seiner Kontrakte im Fenster), Gamma-Verteilung um die Rate der letzten Stunde ohne deren letzte Minuten</translation>
    </message>
    <message>
        <source>Little history of such orders of its underlying (%1 orders): the market stands in.</source>
        <translation>Wenig Vorgeschichte solcher Orders seines Basiswerts (%1 Orders): der Markt steht dafür ein.</translation>
    </message>
    <message>
        <source>Little history of this contract itself (%1 prints today): its chain stands in.</source>
        <translation>Wenig Vorgeschichte dieses Kontrakts selbst (%1 Abschlüsse heute): seine Kette steht dafür ein.</translation>
    </message>
    <message numerus="yes">
        <source>%1 order(s) in the minute up to it</source>
        <translation>
            <numerusform>%1 Order in der Minute bis dahin</numerusform>
            <numerusform>%1 Orders in der Minute bis dahin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 order(s) of %2 in five minutes up to it</source>
        <translation>
            <numerusform>%1 Order zu %2 in den fünf Minuten bis dahin</numerusform>
            <numerusform>%1 Orders zu %2 in den fünf Minuten bis dahin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 order(s) of all its contracts in two minutes up to it</source>
        <translation>
            <numerusform>%1 Order aller seiner Kontrakte in den zwei Minuten bis dahin</numerusform>
            <numerusform>%1 Orders aller seiner Kontrakte in den zwei Minuten bis dahin</numerusform>
        </translation>
    </message>
    <message>
        <source>Not judged: a late report, extended hours or compression.</source>
        <translation>Nicht beurteilt: eine späte Meldung, erweiterte Handelszeiten oder Kompression.</translation>
    </message>
    <message>
        <source>Its order was on one exchange.</source>
        <translation>Seine Order lief an einer einzigen Börse.</translation>
    </message>
    <message>
        <source>A further print of an order, which counted with its first.</source>
        <translation>Ein weiterer Abschluss einer Order, die mit ihrem ersten gezählt hat.</translation>
    </message>
    <message>
        <source>Less than half a second behind another order of this contract: the two count as one.</source>
        <translation>Weniger als eine halbe Sekunde nach einer anderen Order dieses Kontrakts: beide zählen als eine.</translation>
    </message>
    <message>
        <source>Not enough history: the first minute of its underlying&apos;s day.</source>
        <translation>Zu wenig Vorgeschichte: die erste Minute des Tages seines Basiswerts.</translation>
    </message>
    <message>
        <source>Not enough history: the first five minutes of its underlying&apos;s day.</source>
        <translation>Zu wenig Vorgeschichte: die ersten fünf Minuten des Tages seines Basiswerts.</translation>
    </message>
    <message>
        <source>Too few orders of this contract in the last minutes to be a burst.</source>
        <translation>Zu wenige Orders dieses Kontrakts in den letzten Minuten für eine Häufung.</translation>
    </message>
    <message>
        <source>The first order of this size lately: nothing repeats.</source>
        <translation>Die erste Order dieser Größe seit Längerem: nichts wiederholt sich.</translation>
    </message>
    <message>
        <source>Not enough history: the first price of this contract today.</source>
        <translation>Zu wenig Vorgeschichte: der erste Preis dieses Kontrakts heute.</translation>
    </message>
    <message>
        <source>Less than it would bring at once, by no more than the interest on its strike.</source>
        <translation>Unter dem, was er sofort brächte, aber höchstens um den Zins auf seinen Strike.</translation>
    </message>
    <message>
        <source>No more than usual.</source>
        <translation>Nicht mehr als üblich.</translation>
    </message>
    <message numerus="yes">
        <source>The first print of an order that went on to %1 exchange(s): its later prints have the score.</source>
        <translation>
            <numerusform>Der erste Abschluss einer Order, die an %1 Börse weiterlief: ihre späteren Abschlüsse haben den Wert.</numerusform>
            <numerusform>Der erste Abschluss einer Order, die an %1 Börsen lief: ihre späteren Abschlüsse haben den Wert.</numerusform>
        </translation>
    </message>
    <message>
        <source>its kind was switched off</source>
        <translation>ihre Art war abgeschaltet</translation>
    </message>
    <message>
        <source>$%1 was at stake, $%2 is the least</source>
        <translation>es ging um %1 $, mindestens %2 $ sind verlangt</translation>
    </message>
    <message>
        <source>less than $%1 was at stake</source>
        <translation>es ging um weniger als %1 $</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>unter %1</translation>
    </message>
</context>
<context>
    <name>Baselines</name>
    <message>
        <source>What was learnt on earlier days cannot be read.</source>
        <translation>Was an früheren Tagen gelernt wurde, ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ist nicht zu lesen.</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>%1 could not be deleted.</source>
        <translation>%1 konnte nicht gelöscht werden.</translation>
    </message>
</context>
<context>
    <name>ChartOverlay</name>
    <message>
        <source>%1 · %2 × %3</source>
        <translation>%1 · %2 × %3</translation>
    </message>
    <message>
        <source>of this anomaly</source>
        <translation>gehört zu dieser Auffälligkeit</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Connect to a simulated market on this machine. Needs no key.</source>
        <translation>Mit einem simulierten Markt auf diesem Rechner verbinden. Braucht keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Seed of the simulation (1).</source>
        <translation>Startwert der Simulation (1).</translation>
    </message>
    <message>
        <source>Mean trades per second of the simulation (400).</source>
        <translation>Mittlere Abschlüsse je Sekunde der Simulation (400).</translation>
    </message>
    <message>
        <source>Comma list of what to watch: underlyings, contracts, or * (NVDA).</source>
        <translation>Kommaliste dessen, was beobachtet wird: Basiswerte, Kontrakte oder * (NVDA).</translation>
    </message>
    <message>
        <source>Another feed, with its full path: wss://host/options.</source>
        <translation>Ein anderer Datenstrom, mit ganzem Pfad: wss://host/options.</translation>
    </message>
    <message>
        <source>Another REST host: https://host.</source>
        <translation>Ein anderer REST-Server: https://host.</translation>
    </message>
    <message>
        <source>The provider&apos;s host: realtime, delayed, business, delayed-business (realtime).</source>
        <translation>Server des Anbieters: realtime, delayed, business, delayed-business (realtime).</translation>
    </message>
    <message>
        <source>Flags wanted per 100,000 trades watched (10).</source>
        <translation>Gewünschte Markierungen je 100.000 beobachtete Abschlüsse (10).</translation>
    </message>
    <message>
        <source>No window.</source>
        <translation>Ohne Fenster.</translation>
    </message>
    <message>
        <source>Anomalies as JSON Lines; - is stdout (- with --headless).</source>
        <translation>Auffälligkeiten als JSON Lines; - ist stdout (- bei --headless).</translation>
    </message>
    <message>
        <source>Write all flagged trades at the end.</source>
        <translation>Am Ende alle markierten Abschlüsse schreiben.</translation>
    </message>
    <message>
        <source>Write the counters as JSON at the end; - is stdout.</source>
        <translation>Am Ende die Zähler als JSON schreiben; - ist stdout.</translation>
    </message>
    <message>
        <source>Stop after that many seconds.</source>
        <translation>Nach so vielen Sekunden beenden.</translation>
    </message>
    <message>
        <source>Use this settings file instead of your own.</source>
        <translation>Diese Einstellungsdatei statt der eigenen verwenden.</translation>
    </message>
    <message>
        <source>debug, info, warning or error, to stderr (info).</source>
        <translation>debug, info, warning oder error, nach stderr (info).</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>Version ausgeben.</translation>
    </message>
    <message>
        <source>Print this.</source>
        <translation>Diese Hilfe ausgeben.</translation>
    </message>
    <message>
        <source>“%1” is not a number from %2 to %3.</source>
        <translation>„%1“ ist keine Zahl von %2 bis %3.</translation>
    </message>
    <message>
        <source>Cannot be used together with --demo.</source>
        <translation>Geht nicht zusammen mit --demo.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>“%1” is none of realtime, delayed, business, delayed-business.</source>
        <translation>„%1“ ist keines von realtime, delayed, business, delayed-business.</translation>
    </message>
    <message>
        <source>A file name is needed.</source>
        <translation>Ein Dateiname fehlt.</translation>
    </message>
    <message>
        <source>“%1” is none of debug, info, warning, error.</source>
        <translation>„%1“ ist keines von debug, info, warning, error.</translation>
    </message>
    <message>
        <source>Live US options trades, every unusual one flagged and explained.
The API key is taken from MASSIVE_API_KEY, POLYGON_API_KEY or the system keychain.</source>
        <translation>US-Optionsabschlüsse live, jeder ungewöhnliche markiert und begründet.
Der API-Schlüssel kommt aus MASSIVE_API_KEY, POLYGON_API_KEY oder dem Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>There is no such option.</source>
        <translation>Diese Option gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is not an option.</source>
        <translation>„%1“ ist keine Option.</translation>
    </message>
    <message>
        <source>Play a recording (.fgr) or a flat file of the provider (.csv, .csv.gz).</source>
        <translation>Eine Aufzeichnung (.fgr) oder ein Flatfile des Anbieters (.csv, .csv.gz) abspielen.</translation>
    </message>
    <message>
        <source>Speed of the replay: a factor, or max (1).</source>
        <translation>Geschwindigkeit der Wiedergabe: ein Faktor oder max (1).</translation>
    </message>
    <message>
        <source>Record the raw feed into a new file.</source>
        <translation>Die Rohdaten in eine neue Datei aufzeichnen.</translation>
    </message>
    <message>
        <source>Cannot be used together with --replay.</source>
        <translation>Nicht zusammen mit --replay möglich.</translation>
    </message>
    <message>
        <source>Only of use together with --replay.</source>
        <translation>Nur zusammen mit --replay sinnvoll.</translation>
    </message>
</context>
<context>
    <name>Condition</name>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Late, out of sequence</source>
        <translation>Verspätet, nicht in Reihenfolge</translation>
    </message>
    <message>
        <source>Last trade cancelled</source>
        <translation>Letzter Abschluss storniert</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Opening trade cancelled</source>
        <translation>Eröffnung storniert</translation>
    </message>
    <message>
        <source>Opening trade, late, out of sequence</source>
        <translation>Eröffnung, verspätet, nicht in Reihenfolge</translation>
    </message>
    <message>
        <source>Only trade cancelled</source>
        <translation>Einziger Abschluss storniert</translation>
    </message>
    <message>
        <source>Opening trade, late</source>
        <translation>Eröffnung, verspätet</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Reopening</source>
        <translation>Wiedereröffnung</translation>
    </message>
    <message>
        <source>Intermarket sweep</source>
        <translation>Intermarket-Sweep</translation>
    </message>
    <message>
        <source>Single-leg auction</source>
        <translation>Auktion, einteilig</translation>
    </message>
    <message>
        <source>Single-leg auction, sweep</source>
        <translation>Auktion, einteilig, Sweep</translation>
    </message>
    <message>
        <source>Single-leg cross</source>
        <translation>Cross, einteilig</translation>
    </message>
    <message>
        <source>Single-leg cross, sweep</source>
        <translation>Cross, einteilig, Sweep</translation>
    </message>
    <message>
        <source>Single-leg floor</source>
        <translation>Parkett, einteilig</translation>
    </message>
    <message>
        <source>Multi-leg</source>
        <translation>Mehrteilig</translation>
    </message>
    <message>
        <source>Multi-leg auction</source>
        <translation>Auktion, mehrteilig</translation>
    </message>
    <message>
        <source>Multi-leg cross</source>
        <translation>Cross, mehrteilig</translation>
    </message>
    <message>
        <source>Multi-leg floor</source>
        <translation>Parkett, mehrteilig</translation>
    </message>
    <message>
        <source>Multi-leg against single legs</source>
        <translation>Mehrteilig gegen einteilige</translation>
    </message>
    <message>
        <source>Stock-option auction</source>
        <translation>Auktion, mit Aktie</translation>
    </message>
    <message>
        <source>Multi-leg auction against single legs</source>
        <translation>Auktion, mehrteilig gegen einteilige</translation>
    </message>
    <message>
        <source>Multi-leg floor against single legs</source>
        <translation>Parkett, mehrteilig gegen einteilige</translation>
    </message>
    <message>
        <source>Stock-option</source>
        <translation>Mit Aktie</translation>
    </message>
    <message>
        <source>Stock-option cross</source>
        <translation>Cross, mit Aktie</translation>
    </message>
    <message>
        <source>Stock-option floor</source>
        <translation>Parkett, mit Aktie</translation>
    </message>
    <message>
        <source>Stock-option against single legs</source>
        <translation>Mit Aktie gegen einteilige</translation>
    </message>
    <message>
        <source>Stock-option auction against single legs</source>
        <translation>Auktion, mit Aktie gegen einteilige</translation>
    </message>
    <message>
        <source>Stock-option floor against single legs</source>
        <translation>Parkett, mit Aktie gegen einteilige</translation>
    </message>
    <message>
        <source>Multi-leg floor, proprietary</source>
        <translation>Parkett, mehrteilig, proprietär</translation>
    </message>
    <message>
        <source>Multilateral compression</source>
        <translation>Multilaterale Kompression</translation>
    </message>
    <message>
        <source>Extended hours</source>
        <translation>Außerhalb der Handelszeit</translation>
    </message>
</context>
<context>
    <name>ContractCard</name>
    <message>
        <source>So far on the tape</source>
        <translation>Bisher auf dem Band</translation>
    </message>
    <message>
        <source>no print yet</source>
        <translation>noch kein Abschluss</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>Abschlüsse</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>VWAP</source>
        <translation>VWAP</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Tief</translation>
    </message>
    <message>
        <source>Premium</source>
        <translation>Prämie</translation>
    </message>
    <message numerus="yes">
        <source>%n share(s)</source>
        <translation>
            <numerusform>%n Aktie</numerusform>
            <numerusform>%n Aktien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 cash</source>
        <translation>%1 %2 in bar</translation>
    </message>
    <message>
        <source>%1 %2 shares</source>
        <translation>%1 Aktien %2</translation>
    </message>
    <message>
        <source>%1, expired</source>
        <translation>%1, verfallen</translation>
    </message>
    <message>
        <source>%1, today</source>
        <translation>%1, heute</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Put</source>
        <translation>Put</translation>
    </message>
    <message>
        <source>American</source>
        <translation>Amerikanisch</translation>
    </message>
    <message>
        <source>European</source>
        <translation>Europäisch</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Underlying</source>
        <translation>Basiswert</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Strike</source>
        <translation>Basispreis</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>Verfall</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Ausübung</translation>
    </message>
    <message>
        <source>Shares per contract</source>
        <translation>Aktien je Kontrakt</translation>
    </message>
    <message>
        <source>Delivers</source>
        <translation>Liefert</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Börse</translation>
    </message>
    <message>
        <source>CFI</source>
        <translation>CFI</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>verzögert</translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation>Gestellt</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>Gewinnschwelle</translation>
    </message>
    <message>
        <source>Implied volatility</source>
        <translation>Implizite Volatilität</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Theta</source>
        <translation>Theta</translation>
    </message>
    <message>
        <source>Vega</source>
        <translation>Vega</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Eröffnung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <source>Previous close</source>
        <translation>Vortagesschluss</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Open interest</source>
        <translation>Open Interest</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand vom</translation>
    </message>
    <message>
        <source>end of %1, the previous trading day</source>
        <translation>Ende des %1, des vorigen Handelstags</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Greeks</source>
        <translation>Griechen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>nicht angefragt</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>lädt …</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not in your plan</source>
        <translation>nicht in Ihrem Tarif</translation>
    </message>
    <message>
        <source>not asked for: it needs the terms first</source>
        <translation>nicht angefragt: braucht erst die Bedingungen</translation>
    </message>
    <message>
        <source>not provided</source>
        <translation>nicht geliefert</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>not in a replay</source>
        <translation>nicht in einer Wiedergabe</translation>
    </message>
    <message>
        <source>Open interest by day</source>
        <translation>Open Interest nach Tagen</translation>
    </message>
    <message>
        <source>Recorded by Flowglass: the provider keeps no past open interest.</source>
        <translation>Von Flowglass aufgezeichnet: Der Anbieter bewahrt früheres Open Interest nicht auf.</translation>
    </message>
    <message>
        <source>The change is since %1.</source>
        <translation>Die Änderung ist seit %1.</translation>
    </message>
    <message>
        <source>end of the last day that was published</source>
        <translation>Ende des letzten veröffentlichten Tages</translation>
    </message>
</context>
<context>
    <name>CoverageText</name>
    <message>
        <source>coverage %1</source>
        <translation>Abdeckung %1</translation>
    </message>
    <message>
        <source>%1 of the open market since the first trade was received, or fetched later.
Diagnostics shows it minute by minute.</source>
        <translation>%1 der Handelszeit seit dem ersten Abschluss empfangen oder nachgeladen.
Die Diagnose zeigt es Minute für Minute.</translation>
    </message>
    <message>
        <source>%1 New York: %2 of the minute received, or fetched later</source>
        <translation>%1 New York: %2 der Minute empfangen oder nachgeladen</translation>
    </message>
    <message>
        <source>%1 New York: not watched</source>
        <translation>%1 New York: nicht beobachtet</translation>
    </message>
    <message>
        <source>Coverage per minute since %1 New York: %L2 whole, %L3 with something missing, %L4 not watched.</source>
        <translation>Abdeckung je Minute seit %1 New York: %L2 ganz, %L3 mit Lücken, %L4 nicht beobachtet.</translation>
    </message>
    <message>
        <source>The worst: %1, %2.</source>
        <translation>Die schlechteste: %1, %2.</translation>
    </message>
    <message>
        <source>Coverage per minute: no trade yet while the market was open.</source>
        <translation>Abdeckung je Minute: noch kein Abschluss bei geöffnetem Markt.</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>messages received</source>
        <translation>empfangene Nachrichten</translation>
    </message>
    <message>
        <source>of these messages</source>
        <translation>dieser Nachrichten</translation>
    </message>
    <message>
        <source>trades, rejected, status and other together</source>
        <translation>Abschlüsse, Abgewiesenes, Status und Übriges zusammen</translation>
    </message>
    <message>
        <source>control messages</source>
        <translation>Steuernachrichten</translation>
    </message>
    <message>
        <source>events of a kind that is not used</source>
        <translation>Ereignisse einer nicht verwendeten Art</translation>
    </message>
    <message>
        <source>watched, unwatched and duplicates together</source>
        <translation>beobachtete, unbeobachtete und doppelte zusammen</translation>
    </message>
    <message>
        <source>events that could not be read</source>
        <translation>nicht lesbare Ereignisse</translation>
    </message>
    <message>
        <source>prices with more than four decimals</source>
        <translation>Preise mit mehr als vier Nachkommastellen</translation>
    </message>
    <message>
        <source>seen before, left out</source>
        <translation>schon gesehen, ausgelassen</translation>
    </message>
    <message>
        <source>older than the newest of their contract</source>
        <translation>älter als der neueste ihres Kontrakts</translation>
    </message>
    <message>
        <source>watched prints that take another back</source>
        <translation>beobachtete Abschlüsse, die einen anderen zurücknehmen</translation>
    </message>
    <message>
        <source>trades of what is watched</source>
        <translation>Abschlüsse des Beobachteten</translation>
    </message>
    <message>
        <source>trades of everything else</source>
        <translation>Abschlüsse von allem anderen</translation>
    </message>
    <message>
        <source>equal to watched</source>
        <translation>gleich den beobachteten</translation>
    </message>
    <message>
        <source>oldest rows that left memory</source>
        <translation>älteste Zeilen, die den Speicher verlassen haben</translation>
    </message>
    <message>
        <source>trades that stand in open anomalies</source>
        <translation>Abschlüsse in offenen Auffälligkeiten</translation>
    </message>
    <message>
        <source>raised so far</source>
        <translation>bisher gemeldet</translation>
    </message>
    <message>
        <source>connections after the first</source>
        <translation>Verbindungen nach der ersten</translation>
    </message>
    <message>
        <source>times without data</source>
        <translation>Zeiten ohne Daten</translation>
    </message>
    <message>
        <source>their length together</source>
        <translation>ihre Länge zusammen</translation>
    </message>
    <message>
        <source>most frames that waited at once</source>
        <translation>so viele Rahmen warteten höchstens zugleich</translation>
    </message>
    <message>
        <source>contracts asked of the provider</source>
        <translation>beim Anbieter angefragte Kontrakte</translation>
    </message>
    <message>
        <source>joined one under way</source>
        <translation>einer laufenden angeschlossen</translation>
    </message>
    <message>
        <source>answered from memory</source>
        <translation>aus dem Speicher beantwortet</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>answers that said: too many calls</source>
        <translation>Antworten „zu viele Abfragen“</translation>
    </message>
    <message>
        <source>frame received until judged</source>
        <translation>vom Empfang bis zur Beurteilung</translation>
    </message>
    <message>
        <source>99 of 100 stay under</source>
        <translation>99 von 100 bleiben darunter</translation>
    </message>
    <message>
        <source>memory of this program</source>
        <translation>Speicher dieses Programms</translation>
    </message>
    <message>
        <source>score that flags at present</source>
        <translation>Wert, ab dem derzeit markiert wird</translation>
    </message>
    <message>
        <source>The counters balance: nothing was lost.</source>
        <translation>Die Zähler gehen auf: nichts ging verloren.</translation>
    </message>
    <message>
        <source>The counters do not balance: please report this.</source>
        <translation>Die Zähler gehen nicht auf: bitte melden.</translation>
    </message>
    <message>
        <source>the slowest</source>
        <translation>die langsamste</translation>
    </message>
    <message>
        <source>this window without an answer</source>
        <translation>dieses Fenster ohne Antwort</translation>
    </message>
    <message>
        <source>the worst of this run</source>
        <translation>die längste dieses Laufs</translation>
    </message>
    <message>
        <source>the same input gives the same; first 16 places</source>
        <translation>gleiche Eingabe gibt das Gleiche; erste 16 Stellen</translation>
    </message>
    <message>
        <source>trades of the stored that were fetched after a gap</source>
        <translation>gespeicherte Abschlüsse, die nach einer Lücke nachgeladen wurden</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>of the open market since the first trade: received, or fetched later</source>
        <translation>der Handelszeit seit dem ersten Abschluss: empfangen oder nachgeladen</translation>
    </message>
    <message>
        <source>the feed was held back, because it came faster than it could be judged</source>
        <translation>so lange wurde der Datenstrom gebremst, weil er schneller kam, als er beurteilt werden konnte</translation>
    </message>
    <message>
        <source>the provider&apos;s time of a trade until its receipt, by two clocks: a hint</source>
        <translation>von der Zeit des Anbieters bis zum Empfang, nach zwei Uhren: ein Anhalt</translation>
    </message>
    <message>
        <source>frame received until painted</source>
        <translation>vom Empfang bis zum Bild</translation>
    </message>
    <message>
        <source>Backlog in the last 5 min: at most %L1 frames waited at once.</source>
        <translation>Rückstau der letzten 5 min: höchstens %L1 Frames warteten zugleich.</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>%1 contracts</source>
        <translation>%1 Kontrakte</translation>
    </message>
    <message>
        <source>%1 orders</source>
        <translation>%1 Orders</translation>
    </message>
    <message>
        <source>%1 seen, %2 of this contract</source>
        <translation>%1 gesehen, %2 von diesem Kontrakt</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more print(s)</source>
        <translation>
            <numerusform>und %n weiterer Abschluss</numerusform>
            <numerusform>und %n weitere Abschlüsse</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 seen</source>
        <translation>%1 gesehen</translation>
    </message>
    <message>
        <source>less than one order in 10 million</source>
        <translation>weniger als eine von 10 Millionen Orders</translation>
    </message>
    <message>
        <source>one order in %1</source>
        <translation>eine von %1 Orders</translation>
    </message>
    <message>
        <source>Implied volatility</source>
        <translation>Implizite Volatilität</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 → none explains it</source>
        <translation>%1 → keine erklärt es</translation>
    </message>
    <message>
        <source>Underlying</source>
        <translation>Basiswert</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>Preis nicht bekannt</translation>
    </message>
    <message>
        <source>put-call parity</source>
        <translation>Put-Call-Parität</translation>
    </message>
    <message>
        <source>prices of its chain</source>
        <translation>Preisen der Optionskette</translation>
    </message>
    <message>
        <source>$%1 from %2, %3 old</source>
        <translation>$%1 aus %2, %3 alt</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>Börsen</translation>
    </message>
    <message>
        <source>Size of each</source>
        <translation>Größe je Order</translation>
    </message>
    <message>
        <source>%1 contracts; %2 of the orders here</source>
        <translation>%1 Kontrakte; %2 der Orders hier</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>%1 times the usual</source>
        <translation>das %1-Fache des Üblichen</translation>
    </message>
    <message>
        <source>Not enough history of this contract itself: its underlying and the market stand in.</source>
        <translation>Zu wenig Vorgeschichte dieses Kontrakts selbst: Basiswert und Markt stehen dafür ein.</translation>
    </message>
    <message>
        <source>Orders closer than half a second</source>
        <translation>Orders mit weniger als einer halben Sekunde Abstand</translation>
    </message>
    <message>
        <source>Among them</source>
        <translation>Darunter</translation>
    </message>
    <message>
        <source>score %1 = surprise %2 / %3 %4 %5, the one scale of all detectors</source>
        <translation>Wert %1 = Überraschung %2 / %3 %4 %5, die eine Skala aller Detektoren</translation>
    </message>
</context>
<context>
    <name>EvidencePainter</name>
    <message>
        <source>usual %1</source>
        <translation>üblich %1</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 davor</translation>
    </message>
    <message>
        <source>at the flag</source>
        <translation>bei der Markierung</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>zu erwarten %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>EvidencePicture</name>
    <message>
        <source>No earlier order of this contract.</source>
        <translation>Keine frühere Order dieses Kontrakts.</translation>
    </message>
    <message>
        <source>Of %1 earlier orders of this contract, %2 were as large.</source>
        <translation>Von %1 früheren Orders dieses Kontrakts waren %2 so groß.</translation>
    </message>
    <message>
        <source>This order: %1 contracts. %2 Of %3 orders of its underlying&apos;s other contracts, %4 were as large.</source>
        <translation>Diese Order: %1 Kontrakte. %2 Von %3 Orders der anderen Kontrakte des Basiswerts waren %4 so groß.</translation>
    </message>
    <message>
        <source>Earlier orders by size: %1 here (narrow), %2 elsewhere (wide)</source>
        <translation>Frühere Orders nach Größe: %1 hier (schmal), %2 anderswo (breit)</translation>
    </message>
    <message>
        <source>%1 in each %2; the line is what is usual</source>
        <translation>%1 je %2; die Linie ist das Übliche</translation>
    </message>
    <message>
        <source>%1: %2 in the last %3, expected %4. Shown: %5.</source>
        <translation>%1: %2 in den letzten %3, zu erwarten %4. Gezeigt: %5.</translation>
    </message>
    <message>
        <source>Last %1 prices; the band is what was to be expected</source>
        <translation>Letzte %1 Preise; das Band ist, was zu erwarten war</translation>
    </message>
    <message>
        <source>Traded at %1; to be expected was %2, give or take %3, twice the usual step from print to print.</source>
        <translation>Gehandelt zu %1; zu erwarten war %2, plus oder minus %3, das Doppelte des üblichen Schritts von Abschluss zu Abschluss.</translation>
    </message>
    <message>
        <source>Orders of %1 contracts</source>
        <translation>Orders über %1 Kontrakte</translation>
    </message>
    <message>
        <source>Orders of all %1 options</source>
        <translation>Orders aller %1-Optionen</translation>
    </message>
    <message>
        <source>Orders of this contract</source>
        <translation>Orders dieses Kontrakts</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>this is not the name of a file</source>
        <translation>das ist kein Dateiname</translation>
    </message>
    <message>
        <source>the file is write-protected</source>
        <translation>die Datei ist schreibgeschützt</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
    <message>
        <source>the older file there cannot be read</source>
        <translation>die ältere Datei dort ist nicht lesbar</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) lost: it took too long</source>
        <translation>
            <numerusform>%n Zeile verloren: es dauerte zu lange</numerusform>
            <numerusform>%n Zeilen verloren: es dauerte zu lange</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody reads it</source>
        <translation>niemand liest mit</translation>
    </message>
</context>
<context>
    <name>FaultKind</name>
    <message>
        <source>Drop the link without a close frame</source>
        <translation>Verbindung ohne Abschiedsgruß trennen</translation>
    </message>
    <message>
        <source>Close the link with a code</source>
        <translation>Verbindung mit einem Code schließen</translation>
    </message>
    <message>
        <source>Drop the link and refuse connections</source>
        <translation>Verbindung trennen und neue ablehnen</translation>
    </message>
    <message>
        <source>Stay connected and answer nothing, not even pings</source>
        <translation>Verbunden bleiben und auf nichts antworten, auch nicht auf Pings</translation>
    </message>
    <message>
        <source>Answer pings and send no data</source>
        <translation>Pings beantworten und keine Daten senden</translation>
    </message>
    <message>
        <source>Hold everything back, then send it all at once</source>
        <translation>Alles zurückhalten und dann auf einmal senden</translation>
    </message>
    <message>
        <source>Stop in the middle of a frame for good</source>
        <translation>Mitten in einem Rahmen für immer aufhören</translation>
    </message>
    <message>
        <source>Send bytes that are no WebSocket frame</source>
        <translation>Bytes senden, die kein WebSocket-Rahmen sind</translation>
    </message>
    <message>
        <source>Send text that is not UTF-8</source>
        <translation>Text senden, der kein UTF-8 ist</translation>
    </message>
    <message>
        <source>Send a frame over 1 MiB</source>
        <translation>Einen Rahmen über 1 MiB senden</translation>
    </message>
    <message>
        <source>Send a frame that is not JSON</source>
        <translation>Einen Rahmen senden, der kein JSON ist</translation>
    </message>
    <message>
        <source>Send an object where an array belongs</source>
        <translation>Ein Objekt senden, wo ein Array hingehört</translation>
    </message>
    <message>
        <source>Send a binary frame</source>
        <translation>Einen binären Rahmen senden</translation>
    </message>
    <message>
        <source>Send many trades at once</source>
        <translation>Viele Abschlüsse auf einmal senden</translation>
    </message>
    <message>
        <source>Repeat the latest trades</source>
        <translation>Die neuesten Abschlüsse wiederholen</translation>
    </message>
    <message>
        <source>Send the next trades in reverse</source>
        <translation>Die nächsten Abschlüsse in umgekehrter Folge senden</translation>
    </message>
    <message>
        <source>Send trades with impossible prices, sizes and times</source>
        <translation>Abschlüsse mit unmöglichen Preisen, Größen und Zeiten senden</translation>
    </message>
    <message>
        <source>Send events of kinds nobody knows</source>
        <translation>Ereignisse unbekannter Art senden</translation>
    </message>
    <message>
        <source>Add fields nobody knows to every trade</source>
        <translation>Jedem Abschluss unbekannte Felder anfügen</translation>
    </message>
    <message>
        <source>Accept connections and say nothing</source>
        <translation>Verbindungen annehmen und nichts sagen</translation>
    </message>
    <message>
        <source>Leave the authentication unanswered</source>
        <translation>Die Anmeldung unbeantwortet lassen</translation>
    </message>
    <message>
        <source>Refuse the API key</source>
        <translation>Den API-Schlüssel ablehnen</translation>
    </message>
    <message>
        <source>Say that no authentication came in time</source>
        <translation>Sagen, dass keine Anmeldung rechtzeitig kam</translation>
    </message>
    <message>
        <source>Give the connection to another program</source>
        <translation>Die Verbindung einem anderen Programm geben</translation>
    </message>
    <message>
        <source>Confirm no subscription</source>
        <translation>Kein Abonnement bestätigen</translation>
    </message>
    <message>
        <source>Confirm only the first channel of a subscription</source>
        <translation>Nur den ersten Kanal eines Abonnements bestätigen</translation>
    </message>
    <message>
        <source>Say that the plan lacks these trades</source>
        <translation>Sagen, dass der Tarif diese Abschlüsse nicht enthält</translation>
    </message>
    <message>
        <source>Say that the plan has delayed data only</source>
        <translation>Sagen, dass der Tarif nur verzögerte Daten enthält</translation>
    </message>
    <message>
        <source>Accept connections and answer the handshake late</source>
        <translation>Verbindungen annehmen und den Handschlag spät beantworten</translation>
    </message>
    <message>
        <source>Answer the handshake with an HTTP status</source>
        <translation>Den Handschlag mit einem HTTP-Status beantworten</translation>
    </message>
    <message>
        <source>Answer the handshake with a wrong key</source>
        <translation>Den Handschlag mit einem falschen Schlüssel beantworten</translation>
    </message>
    <message>
        <source>Answer with an HTTP status</source>
        <translation>Mit einem HTTP-Status antworten</translation>
    </message>
    <message>
        <source>Answer 429 with a time to wait</source>
        <translation>Mit 429 und einer Wartezeit antworten</translation>
    </message>
    <message>
        <source>Take requests and never answer</source>
        <translation>Anfragen annehmen und nie antworten</translation>
    </message>
    <message>
        <source>Answer a byte at a time</source>
        <translation>Byte für Byte antworten</translation>
    </message>
    <message>
        <source>Break off in the middle of an answer</source>
        <translation>Mitten in einer Antwort abbrechen</translation>
    </message>
    <message>
        <source>Hang up on every request</source>
        <translation>Bei jeder Anfrage auflegen</translation>
    </message>
    <message>
        <source>Answer with a web page</source>
        <translation>Mit einer Webseite antworten</translation>
    </message>
    <message>
        <source>Call good JSON an image</source>
        <translation>Gutes JSON ein Bild nennen</translation>
    </message>
    <message>
        <source>Answer with broken JSON</source>
        <translation>Mit kaputtem JSON antworten</translation>
    </message>
    <message>
        <source>Answer with an empty object</source>
        <translation>Mit einem leeren Objekt antworten</translation>
    </message>
    <message>
        <source>Answer with null for every result</source>
        <translation>Für jedes Ergebnis null antworten</translation>
    </message>
    <message>
        <source>Answer for another contract</source>
        <translation>Für einen anderen Kontrakt antworten</translation>
    </message>
    <message>
        <source>Answer with 8 MiB</source>
        <translation>Mit 8 MiB antworten</translation>
    </message>
    <message>
        <source>Redirect to another address</source>
        <translation>An eine andere Adresse verweisen</translation>
    </message>
    <message>
        <source>Continue answers at another address</source>
        <translation>Antworten an einer anderen Adresse fortsetzen</translation>
    </message>
    <message>
        <source>Date answers wrongly</source>
        <translation>Antworten falsch datieren</translation>
    </message>
</context>
<context>
    <name>FaultScript</name>
    <message>
        <source>&apos;%1&apos; takes no text</source>
        <translation>„%1“ nimmt keinen Text an</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes no such duration</source>
        <translation>„%1“ nimmt diese Dauer nicht an</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood</source>
        <translation>„%1“ ist nicht zu verstehen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes no number</source>
        <translation>„%1“ nimmt keine Zahl an</translation>
    </message>
    <message>
        <source>%1 must be from %2 to %3</source>
        <translation>%1: nur %2 bis %3 möglich</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no time (such as 5s, 250ms, 2m)</source>
        <translation>„%1“ ist keine Zeit (wie etwa 5s, 250ms, 2m)</translation>
    </message>
    <message>
        <source>a line is TIME, feed or rest, and the kind of fault</source>
        <translation>eine Zeile besteht aus ZEIT, feed oder rest und der Art der Störung</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is neither feed nor rest</source>
        <translation>„%1“ ist weder feed noch rest</translation>
    </message>
    <message>
        <source>there is no fault &apos;%1&apos; of %2</source>
        <translation>eine Störung „%1“ gibt es bei %2 nicht</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>FeedConnection</name>
    <message>
        <source>The address of the feed must start with wss:// (ws:// on this machine only).</source>
        <translation>Die Adresse des Datenstroms muss mit wss:// beginnen (ws:// nur auf diesem Rechner).</translation>
    </message>
    <message>
        <source>The provider refused the API key: %1</source>
        <translation>Der Anbieter hat den API-Schlüssel abgelehnt: %1</translation>
    </message>
    <message>
        <source>The provider saw no authentication in time.</source>
        <translation>Beim Anbieter kam die Anmeldung nicht rechtzeitig an.</translation>
    </message>
    <message>
        <source>Another program is using the connection of this account: %1</source>
        <translation>Ein anderes Programm benutzt die Verbindung dieses Kontos: %1</translation>
    </message>
    <message>
        <source> A plan with delayed data needs the delayed feed.</source>
        <translation> Ein Tarif mit verzögerten Daten braucht den verzögerten Datenstrom.</translation>
    </message>
    <message>
        <source>The plan of this API key has no real-time data: %1</source>
        <translation>Der Tarif dieses API-Schlüssels hat keine Echtzeitdaten: %1</translation>
    </message>
    <message>
        <source>The plan of this API key does not include these trades: %1</source>
        <translation>Der Tarif dieses API-Schlüssels enthält diese Abschlüsse nicht: %1</translation>
    </message>
    <message>
        <source>The provider confirmed none of the channels asked for.</source>
        <translation>Der Anbieter hat keinen der Kanäle bestätigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) not confirmed by the provider: %1</source>
        <translation>
            <numerusform>%n Kanal vom Anbieter nicht bestätigt: %1</numerusform>
            <numerusform>%n Kanäle vom Anbieter nicht bestätigt: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The provider did not answer in time.</source>
        <translation>Der Anbieter hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The provider did not greet in time.</source>
        <translation>Der Anbieter hat sich nicht rechtzeitig gemeldet.</translation>
    </message>
    <message>
        <source>The provider did not answer the authentication in time.</source>
        <translation>Der Anbieter hat die Anmeldung nicht rechtzeitig beantwortet.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was received for %n second(s).</source>
        <translation>
            <numerusform>Seit %n Sekunde kam nichts an.</numerusform>
            <numerusform>Seit %n Sekunden kam nichts an.</numerusform>
        </translation>
    </message>
    <message>
        <source>The provider has stopped answering.</source>
        <translation>Der Anbieter antwortet nicht mehr.</translation>
    </message>
    <message numerus="yes">
        <source>This computer was asleep for %n minute(s).</source>
        <translation>
            <numerusform>Dieser Rechner war %n Minute im Ruhezustand.</numerusform>
            <numerusform>Dieser Rechner war %n Minuten im Ruhezustand.</numerusform>
        </translation>
    </message>
    <message>
        <source>The provider ended this connection, as it does when another program of the account has one: %1</source>
        <translation>Der Anbieter hat diese Verbindung beendet, wie er es tut, wenn ein anderes Programm des Kontos eine hat: %1</translation>
    </message>
    <message>
        <source>The network changed, and the provider no longer answers on the old link.</source>
        <translation>Das Netz hat gewechselt, und der Anbieter antwortet über die alte Verbindung nicht mehr.</translation>
    </message>
</context>
<context>
    <name>FeedHost</name>
    <message>
        <source>Real time</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <source>Delayed 15 minutes</source>
        <translation>15 Minuten verzögert</translation>
    </message>
    <message>
        <source>Business, real time</source>
        <translation>Business, Echtzeit</translation>
    </message>
    <message>
        <source>Business, delayed 15 minutes</source>
        <translation>Business, 15 Minuten verzögert</translation>
    </message>
</context>
<context>
    <name>FeedNotice</name>
    <message>
        <source>Another program took over the connection of this account. It is tried again in %1 s. Close the other program, or connect here instead: then the other one loses it.</source>
        <translation>Ein anderes Programm hat die Verbindung dieses Kontos übernommen. In %1 s wird neu versucht. Schließen Sie das andere Programm oder verbinden Sie stattdessen hier: dann verliert das andere sie.</translation>
    </message>
    <message>
        <source>The provider refused the connection.</source>
        <translation>Der Anbieter hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>Replay a recorded session meanwhile, or try the demo.</source>
        <translation>Bis dahin lässt sich eine aufgezeichnete Sitzung abspielen oder die Demo ansehen.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Connect here instead</source>
        <translation>Hier verbinden</translation>
    </message>
</context>
<context>
    <name>GapText</name>
    <message>
        <source>No data arrived in this time; prints made in it are missing here.</source>
        <translation>In dieser Zeit kamen keine Daten an; Abschlüsse daraus fehlen hier.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>what was missed is being fetched</source>
        <translation>Verpasstes wird nachgeladen</translation>
    </message>
    <message>
        <source>filled: no trade was missed</source>
        <translation>gefüllt: kein Abschluss wurde verpasst</translation>
    </message>
    <message>
        <source>could not be filled</source>
        <translation>konnte nicht gefüllt werden</translation>
    </message>
    <message>
        <source>being judged</source>
        <translation>wird beurteilt</translation>
    </message>
    <message>
        <source>not judged, because too much is missing still</source>
        <translation>nicht beurteilt, weil noch zu viel fehlt</translation>
    </message>
    <message>
        <source>not judged, because older trades have left memory</source>
        <translation>nicht beurteilt, weil ältere Abschlüsse den Speicher verlassen haben</translation>
    </message>
    <message>
        <source>not judged, because the run ended before</source>
        <translation>nicht beurteilt, weil der Lauf vorher endete</translation>
    </message>
    <message>
        <source>Gap: %1</source>
        <translation>Lücke: %1</translation>
    </message>
    <message>
        <source>No data arrived in this time. Trades made in it were fetched afterwards; they stand further on, where they came in.</source>
        <translation>In dieser Zeit kamen keine Daten an. Abschlüsse daraus wurden nachgeladen; sie stehen weiter hinten, dort, wo sie eintrafen.</translation>
    </message>
    <message>
        <source>Fetched for the gap %1</source>
        <translation>Nachgeladen für die Lücke %1</translation>
    </message>
    <message>
        <source>Fetched for an earlier gap</source>
        <translation>Nachgeladen für eine frühere Lücke</translation>
    </message>
    <message>
        <source>Back-filled: the feed missed this trade; it was fetched afterwards.</source>
        <translation>Nachgeladen: dieser Abschluss fehlte im Datenstrom und wurde später abgerufen.</translation>
    </message>
    <message>
        <source>%1, back-filled</source>
        <translation>%1, nachgeladen</translation>
    </message>
    <message>
        <source>is being checked for unusual trades</source>
        <translation>wird auf ungewöhnliche Abschlüsse geprüft</translation>
    </message>
    <message>
        <source>checked in part for unusual trades: %1 found; other trades of this gap are missing</source>
        <translation>teilweise auf ungewöhnliche Abschlüsse geprüft: %1 gefunden; andere Abschlüsse dieser Lücke fehlen</translation>
    </message>
    <message>
        <source>checked for unusual trades: %1 found; other trades of this gap are missing</source>
        <translation>auf ungewöhnliche Abschlüsse geprüft: %1 gefunden; andere Abschlüsse dieser Lücke fehlen</translation>
    </message>
    <message>
        <source>No data arrived in this time. Unusual trades made in it were found afterwards; they stand further on, where they came in. The others are missing.</source>
        <translation>In dieser Zeit kamen keine Daten an. Ungewöhnliche Abschlüsse daraus wurden nachträglich gefunden; sie stehen weiter hinten, wo sie eintrafen. Die übrigen fehlen.</translation>
    </message>
    <message>
        <source>Back-filled: the feed missed this trade; the provider lists it among the unusual ones. It was not judged, because other trades of its gap are missing.</source>
        <translation>Nachgeladen: dieser Abschluss fehlte im Datenstrom; der Anbieter führt ihn unter den ungewöhnlichen. Er wurde nicht bewertet, weil andere Abschlüsse seiner Lücke fehlen.</translation>
    </message>
    <message>
        <source>filled (trades fetched: %1)</source>
        <translation>gefüllt (nachgeladene Abschlüsse: %1)</translation>
    </message>
    <message>
        <source>partly filled (trades fetched: %1)</source>
        <translation>teilweise gefüllt (nachgeladene Abschlüsse: %1)</translation>
    </message>
    <message>
        <source>lasts still</source>
        <translation>dauert noch an</translation>
    </message>
</context>
<context>
    <name>MarketServer</name>
    <message>
        <source>The simulated market could not be started: %1</source>
        <translation>Der simulierte Markt konnte nicht gestartet werden: %1</translation>
    </message>
</context>
<context>
    <name>MarketText</name>
    <message>
        <source>Today was a half day (%1).</source>
        <translation>Heute war ein halber Handelstag (%1).</translation>
    </message>
    <message>
        <source>Holiday: %1.</source>
        <translation>Feiertag: %1.</translation>
    </message>
    <message>
        <source>As the provider says.</source>
        <translation>Nach Angabe des Anbieters.</translation>
    </message>
    <message>
        <source>The built-in calendar of holidays was checked until %1 only; this may be wrong.</source>
        <translation>Der eingebaute Feiertagskalender ist nur bis %1 geprüft; dies kann falsch sein.</translation>
    </message>
    <message>
        <source>By the built-in calendar of holidays, valid until %1.</source>
        <translation>Nach dem eingebauten Feiertagskalender, gültig bis %1.</translation>
    </message>
    <message>
        <source>Market closed</source>
        <translation>Markt geschlossen</translation>
    </message>
    <message>
        <source>%1, delayed trades from %2 (in %3)</source>
        <translation>%1, verzögerte Abschlüsse ab %2 (in %3)</translation>
    </message>
    <message>
        <source>%1, opens %2 (in %3)</source>
        <translation>%1, öffnet %2 (in %3)</translation>
    </message>
    <message>
        <source>Times are of New York; the feed is connected.</source>
        <translation>Zeiten gelten für New York; der Datenstrom ist verbunden.</translation>
    </message>
    <message>
        <source>Half day (%1): closes at %2 in New York.</source>
        <translation>Halber Handelstag (%1): schließt um %2 New Yorker Zeit.</translation>
    </message>
</context>
<context>
    <name>NumberText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
</context>
<context>
    <name>OpenInterest</name>
    <message>
        <source>The open interest of earlier days could not be read; it is kept aside and recorded anew.</source>
        <translation>Das Open Interest früherer Tage war nicht zu lesen; es ist beiseitegelegt und wird neu aufgezeichnet.</translation>
    </message>
    <message>
        <source>Some of the open interest of earlier days could not be read; the damaged file is kept aside.</source>
        <translation>Ein Teil des Open Interest früherer Tage war nicht zu lesen; die beschädigte Datei ist beiseitegelegt.</translation>
    </message>
    <message>
        <source>The open interest of earlier days could not be read; none is recorded.</source>
        <translation>Das Open Interest früherer Tage konnte nicht gelesen werden; es wird keines aufgezeichnet.</translation>
    </message>
    <message>
        <source>Some of the open interest of earlier days could not be read.</source>
        <translation>Ein Teil des Open Interest früherer Tage konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Open interest is recorded by another Flowglass that runs already.</source>
        <translation>Das Open Interest zeichnet schon ein anderes laufendes Flowglass auf.</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Contract terms</source>
        <translation>Kontraktbedingungen</translation>
    </message>
    <message>
        <source>Quotes, greeks, open interest</source>
        <translation>Quotierungen, Griechen, Open Interest</translation>
    </message>
    <message>
        <source>All contracts of an underlying at once</source>
        <translation>Alle Kontrakte eines Basiswerts auf einmal</translation>
    </message>
    <message>
        <source>Trades by REST (filling of gaps)</source>
        <translation>Abschlüsse über REST (Nachladen von Lücken)</translation>
    </message>
    <message>
        <source>Past quotes</source>
        <translation>Vergangene Quotierungen</translation>
    </message>
    <message>
        <source>Holidays and market hours</source>
        <translation>Feiertage und Handelszeiten</translation>
    </message>
    <message>
        <source>yes, without quotes</source>
        <translation>ja, ohne Quotierungen</translation>
    </message>
    <message>
        <source>yes, real time</source>
        <translation>ja, Echtzeit</translation>
    </message>
    <message>
        <source>yes, 15 minutes late</source>
        <translation>ja, 15 Minuten verzögert</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>fragt …</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>not in your plan</source>
        <translation>nicht in Ihrem Tarif</translation>
    </message>
    <message>
        <source>key not accepted</source>
        <translation>Schlüssel nicht angenommen</translation>
    </message>
    <message>
        <source>not known: request limit reached</source>
        <translation>nicht bekannt: Anfragelimit erreicht</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>The provider&apos;s limit of requests was reached before all was asked. Test again in a minute.</source>
        <translation>Das Anfragelimit des Anbieters war erreicht, bevor alles gefragt war. Prüfen Sie in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>What your plan includes</source>
        <translation>Was Ihr Tarif enthält</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>another program has the connection</source>
        <translation>ein anderes Programm hat die Verbindung</translation>
    </message>
    <message>
        <source>not known: not connected</source>
        <translation>nicht bekannt: nicht verbunden</translation>
    </message>
    <message>
        <source>Live trades</source>
        <translation>Abschlüsse live</translation>
    </message>
    <message>
        <source>yes, 15 minutes late, as chosen in the settings</source>
        <translation>ja, 15 Minuten verspätet, wie in den Einstellungen gewählt</translation>
    </message>
    <message>
        <source>connected, nothing comes at present</source>
        <translation>verbunden, derzeit kommt nichts</translation>
    </message>
</context>
<context>
    <name>RecordingText</name>
    <message>
        <source>Every frame is written to %1.</source>
        <translation>Jeder Rahmen wird in %1 geschrieben.</translation>
    </message>
    <message>
        <source>Written so far: %1</source>
        <translation>Bisher geschrieben: %1</translation>
    </message>
    <message>
        <source>Free on this disk: %1</source>
        <translation>Frei auf diesem Datenträger: %1</translation>
    </message>
    <message>
        <source>REC %1 · %2</source>
        <translation>REC %1 · %2</translation>
    </message>
    <message>
        <source>REC %1 · disk nearly full</source>
        <translation>REC %1 · Platte fast voll</translation>
    </message>
    <message>
        <source>Recording stops by itself before the disk is full.</source>
        <translation>Die Aufzeichnung endet von selbst, bevor der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>Finishing · %1</source>
        <translation>Wird beendet · %1</translation>
    </message>
    <message>
        <source>What was received is being written to %1.</source>
        <translation>Was empfangen wurde, wird noch in %1 geschrieben.</translation>
    </message>
    <message>
        <source>Recording failed</source>
        <translation>Aufzeichnung gescheitert</translation>
    </message>
    <message>
        <source>What was written before can be replayed.</source>
        <translation>Was zuvor geschrieben wurde, lässt sich abspielen.</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>max</source>
        <translation>max.</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Seeking</source>
        <translation>Sucht</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Am Ende</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln trade(s) around here</source>
        <translation>
            <numerusform>%Ln Abschluss um diese Zeit</numerusform>
            <numerusform>%Ln Abschlüsse um diese Zeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln anomaly(s)</source>
        <translation>
            <numerusform>%Ln Auffälligkeit</numerusform>
            <numerusform>%Ln Auffälligkeiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceUrl</name>
    <message>
        <source>This is not an address: it should look like %1.</source>
        <translation>Das ist keine Adresse: sie sollte aussehen wie %1.</translation>
    </message>
    <message>
        <source>The address must hold no user, password, ? or #; the key is sent apart from it.</source>
        <translation>Die Adresse darf weder Benutzer, Passwort, ? noch # enthalten; der Schlüssel wird getrennt gesendet.</translation>
    </message>
    <message>
        <source>%1 is not encrypted, so it is for this machine only; use %2.</source>
        <translation>%1 ist unverschlüsselt und nur für diesen Rechner gedacht; nehmen Sie %2.</translation>
    </message>
    <message>
        <source>The address must start with %1.</source>
        <translation>Die Adresse muss mit %1 beginnen.</translation>
    </message>
</context>
<context>
    <name>SessionRow</name>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Verzögert</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Geschäftlich</translation>
    </message>
    <message>
        <source>Business, delayed</source>
        <translation>Geschäftlich, verzögert</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Flat file</source>
        <translation>Flatfile</translation>
    </message>
    <message>
        <source>whole market</source>
        <translation>ganzer Markt</translation>
    </message>
    <message>
        <source>not analysed yet</source>
        <translation>noch nicht ausgewertet</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>%1 flags per 100,000 trades</source>
        <translation>%1 Markierungen je 100.000 Abschlüsse</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>trades: %1, gaps: %2, anomalies: %3</source>
        <translation>Abschlüsse: %1, Lücken: %2, Auffälligkeiten: %3</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>SessionRows</name>
    <message>
        <source>%1 options</source>
        <translation>%1-Optionen</translation>
    </message>
    <message>
        <source>%1, %2 flags per 100,000</source>
        <translation>%1, %2 Markierungen je 100.000</translation>
    </message>
    <message>
        <source>damaged: %L1 bytes lost</source>
        <translation>beschädigt: %L1 Bytes verloren</translation>
    </message>
    <message>
        <source>Merged with another one: %1</source>
        <translation>Mit einer anderen verschmolzen: %1</translation>
    </message>
    <message>
        <source>Was merged with another one: %1</source>
        <translation>War mit einer anderen verschmolzen: %1</translation>
    </message>
</context>
<context>
    <name>StatusDesk</name>
    <message>
        <source>Nothing to judge yet.</source>
        <translation>Noch nichts zu beurteilen.</translation>
    </message>
    <message>
        <source>Nothing unusual in %L1 trades so far. The detectors learn what is usual as trades come.</source>
        <translation>Bisher nichts Ungewöhnliches in %L1 Abschlüssen. Die Detektoren lernen das Übliche mit jedem Abschluss.</translation>
    </message>
    <message>
        <source>No trade passes the filter.</source>
        <translation>Kein Abschluss kommt durch den Filter.</translation>
    </message>
    <message>
        <source>The replay has not come to a trade of %1 yet.</source>
        <translation>Die Wiedergabe ist noch zu keinem Abschluss von %1 gekommen.</translation>
    </message>
    <message>
        <source>Not connected yet.</source>
        <translation>Noch nicht verbunden.</translation>
    </message>
    <message>
        <source>Waiting for the first trade of %1. Options trade from 9:30 to 16:15 in New York.</source>
        <translation>Wartet auf den ersten Abschluss von %1. Optionen werden von 9:30 bis 16:15 New Yorker Zeit gehandelt.</translation>
    </message>
    <message>
        <source>%1, this computer&apos;s clock is %L2 s ahead: latency and ages are wrong</source>
        <translation>%1, die Uhr dieses Rechners geht %L2 s vor: Latenz und Altersangaben sind falsch</translation>
    </message>
    <message>
        <source>%1, this computer&apos;s clock is %L2 s behind: latency and ages are wrong</source>
        <translation>%1, die Uhr dieses Rechners geht %L2 s nach: Latenz und Altersangaben sind falsch</translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message>
        <source>Reconnecting…</source>
        <translation>Verbindet neu …</translation>
    </message>
    <message>
        <source>Reconnecting in %1 s</source>
        <translation>Verbindet neu in %1 s</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Meldet an …</translation>
    </message>
    <message>
        <source>Subscribing…</source>
        <translation>Abonniert …</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Delayed 15 min</source>
        <translation>15 min verzögert</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Replaced by another client</source>
        <translation>Von anderem Programm ersetzt</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>Opening the connection to the feed.</source>
        <translation>Die Verbindung zum Datenstrom wird aufgebaut.</translation>
    </message>
    <message>
        <source>Connected; the provider is checking the key.</source>
        <translation>Verbunden; der Anbieter prüft den Schlüssel.</translation>
    </message>
    <message>
        <source>Signed in; waiting for the channels to be confirmed.</source>
        <translation>Angemeldet; wartet auf die Bestätigung der Kanäle.</translation>
    </message>
    <message>
        <source>Trades arrive as they are reported.</source>
        <translation>Abschlüsse kommen an, wie sie gemeldet werden.</translation>
    </message>
    <message>
        <source>The provider holds these trades back for 15 minutes.</source>
        <translation>Der Anbieter hält diese Abschlüsse 15 Minuten zurück.</translation>
    </message>
    <message>
        <source>Connected, but nothing has arrived for too long.</source>
        <translation>Verbunden, aber seit zu langer Zeit kam nichts an.</translation>
    </message>
    <message>
        <source>The connection was lost; it is tried again by itself.</source>
        <translation>Die Verbindung ging verloren; sie wird von selbst neu versucht.</translation>
    </message>
    <message>
        <source>The provider refused; it is not tried again by itself.</source>
        <translation>Der Anbieter hat abgelehnt; es wird nicht von selbst neu versucht.</translation>
    </message>
    <message>
        <source>Another client of this account took the connection.</source>
        <translation>Ein anderes Programm dieses Kontos hat die Verbindung übernommen.</translation>
    </message>
    <message>
        <source>Next try in %1 s.</source>
        <translation>Nächster Versuch in %1 s.</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>verzögert</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This is the simulated market, not real trades.</source>
        <translation>Das ist der simulierte Markt, keine echten Abschlüsse.</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Channels confirmed: %1 of %2</source>
        <translation>Bestätigte Kanäle: %1 von %2</translation>
    </message>
    <message>
        <source>%1 trades/s</source>
        <translation>%1 Abschlüsse/s</translation>
    </message>
    <message>
        <source>Trades that arrived per second, watched or not</source>
        <translation>Eingetroffene Abschlüsse je Sekunde, beobachtet oder nicht</translation>
    </message>
    <message>
        <source>Frames received and not yet decoded, and how long the oldest has waited. Nothing is dropped.</source>
        <translation>Empfangene, noch nicht entschlüsselte Rahmen und wie lange der älteste wartet. Nichts wird verworfen.</translation>
    </message>
    <message>
        <source>No backlog</source>
        <translation>Kein Rückstand</translation>
    </message>
    <message>
        <source>Backlog %1, %2</source>
        <translation>Rückstand %1, %2</translation>
    </message>
    <message>
        <source>Worst stall %1</source>
        <translation>Längste Pause %1</translation>
    </message>
    <message>
        <source>The longest that this window was busy without a break, this session</source>
        <translation>Am längsten war dieses Fenster in dieser Sitzung so lange ohne Unterbrechung beschäftigt</translation>
    </message>
    <message>
        <source>Latency %1, 99%: %2</source>
        <translation>Latenz %1, 99 %: %2</translation>
    </message>
    <message>
        <source>From the receipt of a frame to its trades judged: median, and what 99 of 100 stay under</source>
        <translation>Vom Empfang eines Rahmens bis zur Beurteilung seiner Abschlüsse: Median, und worunter 99 von 100 bleiben</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neuer</numerusform>
            <numerusform>%n neue</numerusform>
        </translation>
    </message>
    <message>
        <source>To the screen %1, 99%: %2</source>
        <translation>Bis zum Bild %1, 99 %: %2</translation>
    </message>
</context>
<context>
    <name>TagChips</name>
    <message>
        <source>ISO</source>
        <translation>ISO</translation>
    </message>
    <message>
        <source>Reported as an intermarket sweep order. That is an order type which market makers use too, not proof of a sweep.</source>
        <translation>Als Intermarket-Sweep-Order gemeldet. Das ist ein Ordertyp, den auch Market-Maker nutzen, kein Beweis für einen Sweep.</translation>
    </message>
    <message>
        <source>Auction</source>
        <translation>Auktion</translation>
    </message>
    <message>
        <source>Traded in a price-improvement auction: mostly retail orders, often inside the spread.</source>
        <translation>In einer Preisverbesserungsauktion gehandelt: meist Orders von Privatanlegern, oft innerhalb der Spanne.</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Cross</translation>
    </message>
    <message>
        <source>Both sides were arranged before. Such trades are often part of a hedge, and judged by size only, against their own kind.</source>
        <translation>Beide Seiten waren zuvor vereinbart. Solche Abschlüsse gehören oft zu einer Absicherung und werden nur nach ihrer Größe beurteilt, gegen ihresgleichen.</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Parkett</translation>
    </message>
    <message>
        <source>Traded by open outcry. Judged by size only, against other floor trades.</source>
        <translation>Auf Zuruf gehandelt. Nur nach der Größe beurteilt, gegen andere Parkettabschlüsse.</translation>
    </message>
    <message>
        <source>Multi-leg</source>
        <translation>Mehrteilig</translation>
    </message>
    <message>
        <source>A leg of a spread or another package: its price is a share of the price of the whole, and the direction of one leg says little.</source>
        <translation>Teil eines Spreads oder eines anderen Pakets: sein Preis ist ein Anteil am Preis des Ganzen, und die Richtung eines Teils sagt wenig.</translation>
    </message>
    <message>
        <source>With stock</source>
        <translation>Mit Aktie</translation>
    </message>
    <message>
        <source>Traded together with stock, as a package: mostly hedged.</source>
        <translation>Als Paket zusammen mit Aktien gehandelt: meist abgesichert.</translation>
    </message>
    <message>
        <source>0DTE</source>
        <translation>0DTE</translation>
    </message>
    <message>
        <source>Expires on the day of the trade.</source>
        <translation>Verfällt am Tag des Abschlusses.</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Angepasst</translation>
    </message>
    <message>
        <source>Adjusted after a corporate action: it does not deliver the standard 100 shares.</source>
        <translation>Nach einer Kapitalmaßnahme angepasst: liefert nicht die üblichen 100 Aktien.</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Eröffnend</translation>
    </message>
    <message>
        <source>Larger than all that could be closed: yesterday&apos;s open interest and everything traded today before it. At least a part opens positions.</source>
        <translation>Größer als alles, was geschlossen werden könnte: das Open Interest von gestern und alles, was heute davor gehandelt wurde. Zumindest ein Teil eröffnet Positionen.</translation>
    </message>
    <message>
        <source>Volume &gt; OI</source>
        <translation>Volumen &gt; OI</translation>
    </message>
    <message>
        <source>The day&apos;s volume exceeds yesterday&apos;s open interest.</source>
        <translation>Das Tagesvolumen übersteigt das Open Interest von gestern.</translation>
    </message>
    <message>
        <source>Above ask</source>
        <translation>Über Brief</translation>
    </message>
    <message>
        <source>Traded above the ask of a quote within two seconds: an eager buyer.</source>
        <translation>Über dem Briefkurs einer höchstens zwei Sekunden entfernten Quotierung gehandelt: ein eiliger Käufer.</translation>
    </message>
    <message>
        <source>At ask</source>
        <translation>Am Brief</translation>
    </message>
    <message>
        <source>Traded at the ask of a quote within two seconds: probably bought.</source>
        <translation>Zum Briefkurs einer höchstens zwei Sekunden entfernten Quotierung gehandelt: wohl gekauft.</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Innerhalb</translation>
    </message>
    <message>
        <source>Traded between bid and ask of a quote within two seconds: the side is unknown.</source>
        <translation>Zwischen Geld und Brief einer höchstens zwei Sekunden entfernten Quotierung gehandelt: die Seite ist unbekannt.</translation>
    </message>
    <message>
        <source>At bid</source>
        <translation>Am Geld</translation>
    </message>
    <message>
        <source>Traded at the bid of a quote within two seconds: probably sold.</source>
        <translation>Zum Geldkurs einer höchstens zwei Sekunden entfernten Quotierung gehandelt: wohl verkauft.</translation>
    </message>
    <message>
        <source>Below bid</source>
        <translation>Unter Geld</translation>
    </message>
    <message>
        <source>Traded below the bid of a quote within two seconds: an eager seller.</source>
        <translation>Unter dem Geldkurs einer höchstens zwei Sekunden entfernten Quotierung gehandelt: ein eiliger Verkäufer.</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Nachträglich</translation>
    </message>
    <message>
        <source>Found late: it holds trades that the feed missed and that were fetched afterwards.</source>
        <translation>Nachträglich gefunden: enthält Abschlüsse, die im Datenstrom fehlten und nachgeladen wurden.</translation>
    </message>
    <message>
        <source>Golden</source>
        <translation>Golden</translation>
    </message>
    <message>
        <source>A large sweep in a contract that traded more today than its open interest.</source>
        <translation>Ein großer Sweep in einem Kontrakt, von dem heute mehr gehandelt wurde, als sein Open Interest beträgt.</translation>
    </message>
    <message>
        <source>A sweep of at least %1 in a contract that traded more today than its open interest. The amount is set in the settings, under Detection.</source>
        <translation>Ein Sweep über mindestens %1 in einem Kontrakt, von dem heute mehr gehandelt wurde, als sein Open Interest beträgt. Der Betrag wird in den Einstellungen unter Erkennung festgelegt.</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>Premium of at least %1: tier %2 of %3, as set in the settings, under Detection.</source>
        <translation>Prämie von mindestens %1: Stufe %2 von %3, wie in den Einstellungen unter Erkennung festgelegt.</translation>
    </message>
</context>
<context>
    <name>TradeCells</name>
    <message>
        <source>%1 (adj.)</source>
        <translation>%1 (angep.)</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>put</source>
        <translation>Put</translation>
    </message>
    <message>
        <source>%1, adjusted</source>
        <translation>%1, angepasst</translation>
    </message>
    <message>
        <source>%1: this symbol cannot be read</source>
        <translation>%1: dieses Symbol ist nicht lesbar</translation>
    </message>
    <message>
        <source>%1: adjusted after a corporate action; it does not deliver the standard 100 shares</source>
        <translation>%1: nach einer Kapitalmaßnahme angepasst; liefert nicht die üblichen 100 Aktien</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>%1 = %2 × %3 contracts × %4 shares</source>
        <translation>%1 = %2 × %3 Kontrakte × %4 Aktien</translation>
    </message>
    <message>
        <source>not provided</source>
        <translation>nicht geliefert</translation>
    </message>
    <message>
        <source>Flagged: %1</source>
        <translation>Markiert: %1</translation>
    </message>
    <message>
        <source>Not flagged</source>
        <translation>Nicht markiert</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>Zeit (%1)</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Kontrakt</translation>
    </message>
    <message>
        <source>DTE</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Premium</source>
        <translation>Prämie</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Börse</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>When the print was reported, in %1 time</source>
        <translation>Wann der Abschluss gemeldet wurde, Zeit in %1</translation>
    </message>
    <message>
        <source>Root, expiry, strike, and C for call or P for put</source>
        <translation>Wurzel, Verfall, Basispreis und C für Call oder P für Put</translation>
    </message>
    <message>
        <source>Days to expiry, from the print&apos;s trading day in New York</source>
        <translation>Tage bis zum Verfall, vom Handelstag des Abschlusses in New York an</translation>
    </message>
    <message>
        <source>Dollars per share</source>
        <translation>Dollar je Aktie</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Kontrakte</translation>
    </message>
    <message>
        <source>Price × size × shares per contract, in dollars</source>
        <translation>Preis × Größe × Aktien je Kontrakt, in Dollar</translation>
    </message>
    <message>
        <source>Where it was reported; the raw code is in each cell&apos;s tooltip</source>
        <translation>Wo gemeldet wurde; der Rohcode steht im Tooltip jeder Zelle</translation>
    </message>
    <message>
        <source>How it was traded, as the exchange reported it; the raw codes are in each cell&apos;s tooltip</source>
        <translation>Wie gehandelt wurde, laut Börse; die Rohcodes stehen im Tooltip jeder Zelle</translation>
    </message>
    <message>
        <source>What makes this print unusual; each cell&apos;s tooltip says why</source>
        <translation>Was diesen Abschluss ungewöhnlich macht; der Tooltip jeder Zelle sagt, warum</translation>
    </message>
    <message>
        <source>%1 options</source>
        <translation>%1-Optionen</translation>
    </message>
</context>
<context>
    <name>TradeFilter</name>
    <message>
        <source>“%1” cannot be read. Compare size, premium, price, dte or strike with a number, as in size&gt;=100.</source>
        <translation>„%1“ ist nicht lesbar. Vergleichen Sie size, premium, price, dte oder strike mit einer Zahl, etwa size&gt;=100.</translation>
    </message>
</context>
<context>
    <name>WatchList</name>
    <message>
        <source>“%1” is neither an underlying (NVDA), nor a contract (O:NVDA261218C00150000), nor *.</source>
        <translation>„%1“ ist weder ein Basiswert (NVDA) noch ein Kontrakt (O:NVDA261218C00150000) noch *.</translation>
    </message>
</context>
<context>
    <name>WhyNotCard</name>
    <message>
        <source>Flagged: its highest score is %1 (%2), %3 is needed.</source>
        <translation>Markiert: der höchste Wert ist %1 (%2), nötig sind %3.</translation>
    </message>
    <message>
        <source>Not flagged: no detector gave it a score.</source>
        <translation>Nicht markiert: kein Detektor gab einen Wert.</translation>
    </message>
    <message>
        <source>Not flagged: the highest score is %1 (%2), %3 is needed.</source>
        <translation>Nicht markiert: der höchste Wert ist %1 (%2), nötig sind %3.</translation>
    </message>
    <message>
        <source>%1 at %2: %3 × $%4</source>
        <translation>%1 um %2: %3 × $%4</translation>
    </message>
    <message>
        <source>Cancelled later: no flag stands on it. It was in anomaly %1.</source>
        <translation>Später storniert: keine Markierung beruht darauf. Er war in Auffälligkeit %1.</translation>
    </message>
    <message>
        <source>Cancelled later: no flag stands on it.</source>
        <translation>Später storniert: keine Markierung beruht darauf.</translation>
    </message>
    <message>
        <source>Flagged in anomaly %1: another print of its order or package reached the score, not this one alone.</source>
        <translation>Markiert in Auffälligkeit %1: ein anderer Abschluss seiner Order oder seines Pakets erreichte den Wert, nicht dieser allein.</translation>
    </message>
    <message>
        <source>Part of anomaly %1, which was running: %2 (%3) is over the %4 that flag, but adds too little to that anomaly&apos;s score to be listed in it.</source>
        <translation>Teil der Auffälligkeit %1, die schon lief: %2 (%3) liegt über den %4, die markieren, trägt zu deren Wert aber zu wenig bei, um darin aufgeführt zu sein.</translation>
    </message>
    <message>
        <source>Part of an anomaly that was running: %1 (%2) is over the %3 that flag, but adds too little to that anomaly&apos;s score to be listed in it.</source>
        <translation>Teil einer Auffälligkeit, die schon lief: %1 (%2) liegt über den %3, die markieren, trägt zu deren Wert aber zu wenig bei, um darin aufgeführt zu sein.</translation>
    </message>
    <message>
        <source>Not flagged: %1 reached %2 of the %3 that flag, but %4.</source>
        <translation>Nicht markiert: %1 erreichte %2 von den %3, die markieren, aber %4.</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>No longer flagged: it stood in anomaly %1, which was withdrawn because what it rested on was cancelled.</source>
        <translation>Nicht mehr markiert: er war in Auffälligkeit %1, die zurückgezogen wurde, weil storniert wurde, worauf sie beruhte.</translation>
    </message>
</context>
<context>
    <name>flowglass::app::BundleDesk</name>
    <message>
        <source>Nothing is kept of that time any more: a report holds the last minute at most.</source>
        <translation>Von dieser Zeit ist nichts mehr da: ein Bericht enthält höchstens die letzte Minute.</translation>
    </message>
    <message>
        <source>Report saved: %1</source>
        <translation>Bericht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>flowglass::app::DesktopRun</name>
    <message>
        <source>The feed could not be reached before --duration ended. %1</source>
        <translation>Der Datenstrom war bis zum Ende von --duration nicht erreichbar. %1</translation>
    </message>
</context>
<context>
    <name>flowglass::app::FaultDesk</name>
    <message>
        <source>Simulate a faul&amp;t…</source>
        <translation>S&amp;törung simulieren …</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Datenstrom</translation>
    </message>
    <message>
        <source>Contract look-ups (REST)</source>
        <translation>Kontraktabfragen (REST)</translation>
    </message>
    <message>
        <source>Simulated: %1.</source>
        <translation>Simuliert: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Simulated for %n second(s): %1.</source>
        <translation>
            <numerusform>%n Sekunde lang simuliert: %1.</numerusform>
            <numerusform>%n Sekunden lang simuliert: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flowglass::app::HeadlessRun</name>
    <message>
        <source>No API key found: set MASSIVE_API_KEY (or POLYGON_API_KEY), or keep one in the system keychain. --demo needs no key.</source>
        <translation>Kein API-Schlüssel gefunden: setzen Sie MASSIVE_API_KEY (oder POLYGON_API_KEY) oder legen Sie einen im Schlüsselbund ab. --demo braucht keinen.</translation>
    </message>
    <message>
        <source>The feed could not be reached before --duration ended. %1</source>
        <translation>Der Datenstrom war bis zum Ende von --duration nicht erreichbar. %1</translation>
    </message>
    <message>
        <source>The disk of %1 is nearly full.</source>
        <translation>Der Datenträger von %1 ist fast voll.</translation>
    </message>
    <message>
        <source>%1: %2 bytes at offset %3 could not be read: %4</source>
        <translation>%1: %2 Bytes ab Stelle %3 konnten nicht gelesen werden: %4</translation>
    </message>
    <message>
        <source>What was learnt on earlier days could not be read; it is kept aside and learnt anew.</source>
        <translation>Was an früheren Tagen gelernt wurde, war nicht zu lesen; es ist beiseitegelegt und wird neu gelernt.</translation>
    </message>
</context>
<context>
    <name>flowglass::app::KeyDesk</name>
    <message>
        <source>Looking for a key in the system keychain…</source>
        <translation>Sucht einen Schlüssel im Schlüsselbund …</translation>
    </message>
    <message>
        <source>The key comes from the environment and is not kept.</source>
        <translation>Der Schlüssel kommt aus der Umgebung und wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>The key is kept in the system keychain.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>The key is used for this run only: there is no system keychain that could keep it.</source>
        <translation>Der Schlüssel gilt nur für diesen Lauf: es gibt keinen Schlüsselbund, der ihn aufbewahren könnte.</translation>
    </message>
    <message>
        <source>There is no system keychain here: a key is used for this run only and kept nowhere.</source>
        <translation>Hier gibt es keinen Schlüsselbund: ein Schlüssel gilt nur für diesen Lauf und wird nirgends gespeichert.</translation>
    </message>
    <message>
        <source>The key is kept in the system keychain, never in a file.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund des Systems, nie in einer Datei.</translation>
    </message>
</context>
<context>
    <name>flowglass::app::PastDesk</name>
    <message>
        <source>What was learnt on earlier days could not be read; it is kept aside and learnt anew.</source>
        <translation>Was an früheren Tagen gelernt wurde, war nicht zu lesen; es ist beiseitegelegt und wird neu gelernt.</translation>
    </message>
</context>
<context>
    <name>flowglass::app::ProofDesk</name>
    <message>
        <source>10,000 trades a second arrive while REST hangs, refuses and fails.</source>
        <translation>10.000 Abschlüsse je Sekunde kommen an, während REST hängt, ablehnt und scheitert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Prove that nothing blocks</source>
        <translation>Nachweisen, dass nichts blockiert</translation>
    </message>
    <message>
        <source>No trade was lost.</source>
        <translation>Kein Abschluss ging verloren.</translation>
    </message>
    <message>
        <source>Trades were lost. Please report this.</source>
        <translation>Abschlüsse gingen verloren. Bitte melden.</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Trades sent</source>
        <translation>Gesendete Abschlüsse</translation>
    </message>
    <message>
        <source>Trades received</source>
        <translation>Empfangene Abschlüsse</translation>
    </message>
    <message>
        <source>Trades judged</source>
        <translation>Beurteilte Abschlüsse</translation>
    </message>
    <message>
        <source>Trades lost</source>
        <translation>Verlorene Abschlüsse</translation>
    </message>
    <message>
        <source>Contracts asked for</source>
        <translation>Angefragte Kontrakte</translation>
    </message>
    <message>
        <source>of them in vain</source>
        <translation>davon vergeblich</translation>
    </message>
    <message>
        <source>Worst stall of the window</source>
        <translation>Längste Pause des Fensters</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Stall, 99 of 100 below</source>
        <translation>Pause, 99 von 100 darunter</translation>
    </message>
</context>
<context>
    <name>flowglass::app::RecordingDesk</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The recordings have reached the %1 GB that the settings allow them.</source>
        <translation>Die Aufzeichnungen haben die %1 GB erreicht, die die Einstellungen ihnen lassen.</translation>
    </message>
</context>
<context>
    <name>flowglass::app::ReplayDesk</name>
    <message>
        <source>Opening, %1 %</source>
        <translation>Öffnet, %1 %</translation>
    </message>
    <message>
        <source>%L1 bytes of the file could not be read.</source>
        <translation>%L1 Bytes der Datei konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>WIEDERGABE</translation>
    </message>
    <message>
        <source>Replay of %1</source>
        <translation>Wiedergabe von %1</translation>
    </message>
    <message>
        <source>Replay of %1, %2</source>
        <translation>Wiedergabe von %1, %2</translation>
    </message>
</context>
<context>
    <name>flowglass::app::RunOutputs</name>
    <message>
        <source>this is not an ordinary file</source>
        <translation>das ist keine gewöhnliche Datei</translation>
    </message>
</context>
<context>
    <name>flowglass::app::SessionDesk</name>
    <message>
        <source>Judging the recording twice…</source>
        <translation>Die Aufzeichnung wird zweimal beurteilt …</translation>
    </message>
    <message>
        <source>There is no recording to try it on yet.</source>
        <translation>Es gibt noch keine Aufzeichnung, an der es sich probieren ließe.</translation>
    </message>
</context>
<context>
    <name>flowglass::app::Stream</name>
    <message>
        <source>Demo market</source>
        <translation>Demomarkt</translation>
    </message>
    <message>
        <source>%1, delayed 15 min</source>
        <translation>%1, 15 min verzögert</translation>
    </message>
    <message>
        <source>%1, real time</source>
        <translation>%1, Echtzeit</translation>
    </message>
    <message>
        <source>Replay of %1</source>
        <translation>Wiedergabe von %1</translation>
    </message>
</context>
<context>
    <name>flowglass::contracts::ApiError</name>
    <message>
        <source>The provider does not accept the API key.</source>
        <translation>Der Anbieter nimmt den API-Schlüssel nicht an.</translation>
    </message>
    <message>
        <source>Your plan does not include this data.</source>
        <translation>Ihr Tarif enthält diese Daten nicht.</translation>
    </message>
    <message>
        <source>The provider does not know this contract.</source>
        <translation>Der Anbieter kennt diesen Kontrakt nicht.</translation>
    </message>
    <message>
        <source>The provider&apos;s request limit is reached.</source>
        <translation>Das Anfragelimit des Anbieters ist erreicht.</translation>
    </message>
    <message>
        <source>The provider has an internal problem (HTTP %1).</source>
        <translation>Der Anbieter hat ein internes Problem (HTTP %1).</translation>
    </message>
    <message>
        <source>The provider refused the request (HTTP %1).</source>
        <translation>Der Anbieter hat die Anfrage abgelehnt (HTTP %1).</translation>
    </message>
    <message>
        <source>%1 It says: %2</source>
        <translation>%1 Er schreibt: %2</translation>
    </message>
    <message>
        <source>The provider cannot be reached: %1</source>
        <translation>Der Anbieter ist nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>No complete answer within %1 s.</source>
        <translation>Keine vollständige Antwort innerhalb von %1 s.</translation>
    </message>
    <message>
        <source>The answer is too large.</source>
        <translation>Die Antwort ist zu groß.</translation>
    </message>
    <message>
        <source>The provider points to another address (%1), which is not followed.</source>
        <translation>Der Anbieter verweist auf eine andere Adresse (%1); ihr wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>The provider&apos;s request limit is reached until %1 New York time.</source>
        <translation>Das Anfragelimit des Anbieters ist bis %1 New Yorker Zeit erreicht.</translation>
    </message>
    <message>
        <source>Given up because too many contracts were asked for at once.</source>
        <translation>Aufgegeben, weil zu viele Kontrakte auf einmal angefragt wurden.</translation>
    </message>
    <message>
        <source>The contract&apos;s symbol cannot be read, so the provider was not asked.</source>
        <translation>Das Symbol des Kontrakts ist nicht lesbar, darum wurde der Anbieter nicht gefragt.</translation>
    </message>
    <message>
        <source>The provider has quotes, greeks and open interest of now only, not of the day replayed.</source>
        <translation>Der Anbieter hat Quotierungen, Griechen und Open Interest nur von jetzt, nicht vom abgespielten Tag.</translation>
    </message>
    <message>
        <source>Contracts are looked up in a replay only when there is an API key.</source>
        <translation>Kontrakte werden in einer Wiedergabe nur nachgeschlagen, wenn es einen API-Schlüssel gibt.</translation>
    </message>
    <message>
        <source>The address of the provider must start with https:// (http:// on this machine only).</source>
        <translation>Die Adresse des Anbieters muss mit https:// beginnen (http:// nur auf diesem Rechner).</translation>
    </message>
    <message>
        <source>The provider&apos;s snapshot of the contracts is older than the gap.</source>
        <translation>Der Snapshot des Anbieters ist älter als die Lücke.</translation>
    </message>
</context>
<context>
    <name>flowglass::contracts::ContractDecoder</name>
    <message>
        <source>The provider has nothing about this contract.</source>
        <translation>Der Anbieter hat nichts zu diesem Kontrakt.</translation>
    </message>
    <message>
        <source>The provider&apos;s answer cannot be read.</source>
        <translation>Die Antwort des Anbieters ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>flowglass::feed::FeedConnection</name>
    <message>
        <source>The encrypted connection failed: %1</source>
        <translation>Die verschlüsselte Verbindung ist gescheitert: %1</translation>
    </message>
    <message>
        <source>The provider cannot be reached: %1</source>
        <translation>Der Anbieter ist nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Die Verbindung ging verloren.</translation>
    </message>
    <message>
        <source>The connection was closed with code %1.</source>
        <translation>Die Verbindung wurde mit Code %1 geschlossen.</translation>
    </message>
    <message>
        <source>The connection was closed with code %1: %2</source>
        <translation>Die Verbindung wurde mit Code %1 geschlossen: %2</translation>
    </message>
</context>
<context>
    <name>flowglass::models::AnomalyDiffModel</name>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>Verbleib</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>Zeit (%1)</translation>
    </message>
    <message>
        <source>Event time of the print that raised it</source>
        <translation>Zeit des Abschlusses, der sie auslöste</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Kontrakt</translation>
    </message>
    <message>
        <source>Root, expiry, strike, and C for call or P for put</source>
        <translation>Basiswert, Verfall, Basispreis und C für Call oder P für Put</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Which detectors found it unusual</source>
        <translation>Welche Detektoren sie ungewöhnlich fanden</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Its score in the first run</source>
        <translation>Ihr Wert im ersten Lauf</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Its score in the second run</source>
        <translation>Ihr Wert im zweiten Lauf</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What the detectors saw</source>
        <translation>Was die Detektoren sahen</translation>
    </message>
    <message>
        <source>Kept: the same in both. Changed: in both, with another score, other kinds or prints, or merged with another. Lost: only before. New: only after.</source>
        <translation>Geblieben: in beiden gleich. Geändert: in beiden, mit anderem Wert, anderer Art oder anderen Abschlüssen oder mit einer anderen verschmolzen. Verloren: nur vorher. Neu: nur nachher.</translation>
    </message>
</context>
<context>
    <name>flowglass::models::AnomalyModel</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>%1 (multi-leg)</source>
        <translation>%1 (mehrteilig)</translation>
    </message>
    <message>
        <source>%1, withdrawn</source>
        <translation>%1, zurückgezogen</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>Zeit (%1)</translation>
    </message>
    <message>
        <source>When the print that raised it was reported, in %1 time</source>
        <translation>Wann der auslösende Abschluss gemeldet wurde, Zeit in %1</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Kontrakt</translation>
    </message>
    <message>
        <source>Root, expiry, strike, and C for call or P for put</source>
        <translation>Wurzel, Verfall, Basispreis und C für Call oder P für Put</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Which detectors found it unusual</source>
        <translation>Welche Detektoren ihn ungewöhnlich fanden</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Contracts in all its prints that stand</source>
        <translation>Kontrakte in allen gültigen Abschlüssen</translation>
    </message>
    <message>
        <source>Premium</source>
        <translation>Prämie</translation>
    </message>
    <message>
        <source>Price × size × shares per contract of these prints, in dollars</source>
        <translation>Preis × Größe × Aktien je Kontrakt dieser Abschlüsse, in Dollar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What you did with it: new, seen, starred or dismissed</source>
        <translation>Was Sie damit getan haben: neu, gesehen, vorgemerkt oder verworfen</translation>
    </message>
    <message>
        <source>busted: %1</source>
        <translation>storniert: %1</translation>
    </message>
    <message>
        <source>%1 (golden)</source>
        <translation>%1 (golden)</translation>
    </message>
    <message>
        <source>%1 (opening)</source>
        <translation>%1 (eröffnend)</translation>
    </message>
    <message>
        <source>%1, late</source>
        <translation>%1, nachträglich</translation>
    </message>
    <message>
        <source>How unusual, on the one scale of all detectors: in 100,000 ordinary trades 5 is reached about 18 times, 6 about 3 times. The card shows how it is made</source>
        <translation>Wie ungewöhnlich, auf der einen Skala aller Detektoren: in 100.000 gewöhnlichen Abschlüssen wird 5 etwa 18-mal erreicht, 6 etwa 3-mal. Die Karte zeigt, wie der Wert entsteht</translation>
    </message>
</context>
<context>
    <name>flowglass::models::ContractPrintsModel</name>
    <message>
        <source>%1, part of this anomaly</source>
        <translation>%1, Teil dieser Auffälligkeit</translation>
    </message>
</context>
<context>
    <name>flowglass::models::SessionListModel</name>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>Analysing, %1%</source>
        <translation>Auswertung, %1%</translation>
    </message>
    <message>
        <source>Date (%1)</source>
        <translation>Datum (%1)</translation>
    </message>
    <message>
        <source>When its first frame was received, in %1 time</source>
        <translation>Wann ihr erster Rahmen empfangen wurde, Zeit von %1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>What kind of feed was recorded</source>
        <translation>Welche Art Datenstrom aufgezeichnet wurde</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>What was watched when it began</source>
        <translation>Was zu Beginn beobachtet wurde</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>From its first frame to its last</source>
        <translation>Vom ersten Rahmen bis zum letzten</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Abschlüsse</translation>
    </message>
    <message>
        <source>Trades in its frames</source>
        <translation>Abschlüsse in ihren Rahmen</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Times without data, damaged parts included</source>
        <translation>Zeiten ohne Daten, beschädigte Teile eingeschlossen</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>Auffälligkeiten</translation>
    </message>
    <message>
        <source>Found when it was analysed</source>
        <translation>Bei der Auswertung gefunden</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Of its anomalies: two that are equal found the same</source>
        <translation>Über ihre Auffälligkeiten: sind zwei gleich, wurde dasselbe gefunden</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Of the file</source>
        <translation>Der Datei</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>What happened to it</source>
        <translation>Was mit ihr geschah</translation>
    </message>
</context>
<context>
    <name>flowglass::models::TradeTapeModel</name>
    <message>
        <source>Larger than %1 % of the prints of this contract just before it</source>
        <translation>Größer als %1 % der Abschlüsse dieses Kontrakts kurz davor</translation>
    </message>
</context>
<context>
    <name>flowglass::recording</name>
    <message>
        <source>this is not a recording of Flowglass</source>
        <translation>das ist keine Aufzeichnung von Flowglass</translation>
    </message>
    <message>
        <source>it was recorded by a newer version of Flowglass</source>
        <translation>sie stammt von einer neueren Version von Flowglass</translation>
    </message>
    <message>
        <source>the file ends in the middle of a block</source>
        <translation>die Datei endet mitten in einem Block</translation>
    </message>
    <message>
        <source>a part of the file is damaged</source>
        <translation>ein Teil der Datei ist beschädigt</translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>lines that cannot be read</source>
        <translation>unlesbare Zeilen</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>the disk is nearly full, only %1 are free</source>
        <translation>der Datenträger ist fast voll, nur %1 sind frei</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>There is no such place in this recording</source>
        <translation>Diese Stelle gibt es in der Aufzeichnung nicht</translation>
    </message>
    <message>
        <source>Cannot read %1: line 1 names no column &quot;%2&quot;; this is not a flat file of trades</source>
        <translation>%1 ist nicht zu lesen: Zeile 1 nennt keine Spalte „%2“; das ist keine Flat-File-Datei mit Abschlüssen</translation>
    </message>
    <message>
        <source>too long for a row</source>
        <translation>zu lang für eine Zeile</translation>
    </message>
    <message>
        <source>the file ends in this row; it may be cut off</source>
        <translation>die Datei endet in dieser Zeile; sie ist vielleicht abgeschnitten</translation>
    </message>
    <message>
        <source>its fields do not match the header</source>
        <translation>ihre Felder passen nicht zur Kopfzeile</translation>
    </message>
    <message>
        <source>the ticker cannot be read</source>
        <translation>das Kürzel ist nicht zu lesen</translation>
    </message>
    <message>
        <source>too many different tickers</source>
        <translation>zu viele verschiedene Kürzel</translation>
    </message>
    <message>
        <source>the time cannot be read</source>
        <translation>die Zeit ist nicht zu lesen</translation>
    </message>
    <message>
        <source>the price cannot be read</source>
        <translation>der Preis ist nicht zu lesen</translation>
    </message>
    <message>
        <source>the size cannot be read</source>
        <translation>die Größe ist nicht zu lesen</translation>
    </message>
    <message>
        <source>the exchange cannot be read</source>
        <translation>die Börse ist nicht zu lesen</translation>
    </message>
    <message>
        <source>the conditions cannot be read</source>
        <translation>die Bedingungen sind nicht zu lesen</translation>
    </message>
    <message>
        <source>too many different lists of conditions</source>
        <translation>zu viele verschiedene Listen von Bedingungen</translation>
    </message>
    <message>
        <source>the correction mark cannot be read</source>
        <translation>die Korrekturmarke ist nicht zu lesen</translation>
    </message>
    <message>
        <source>marked as cancelled or corrected, left out</source>
        <translation>als storniert oder korrigiert gekennzeichnet, ausgelassen</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1 (rows in all: %2)</source>
        <translation>%1 (Zeilen insgesamt: %2)</translation>
    </message>
    <message>
        <source>Cannot write a temporary file in %1: %2</source>
        <translation>In %1 lässt sich keine vorläufige Datei schreiben: %2</translation>
    </message>
    <message>
        <source>Cannot read the temporary file: %1</source>
        <translation>Die vorläufige Datei ist nicht zu lesen: %1</translation>
    </message>
    <message>
        <source>at byte %1: %2</source>
        <translation>bei Byte %1: %2</translation>
    </message>
    <message>
        <source>its compressed data is cut off at byte %1</source>
        <translation>ihre komprimierten Daten sind bei Byte %1 abgeschnitten</translation>
    </message>
    <message>
        <source>its compressed data is damaged at byte %1 (%2)</source>
        <translation>ihre komprimierten Daten sind bei Byte %1 beschädigt (%2)</translation>
    </message>
</context>
<context>
    <name>flowglass::recording::Recorder</name>
    <message>
        <source>the disk is too slow for what is recorded</source>
        <translation>der Datenträger ist zu langsam für die Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>flowglass::session::Backfiller</name>
    <message>
        <source>the provider&apos;s REST interface is switched off</source>
        <translation>die REST-Schnittstelle des Anbieters ist abgeschaltet</translation>
    </message>
    <message>
        <source>everything is watched, which is too much to fetch</source>
        <translation>alles wird beobachtet; das ist zu viel zum Nachladen</translation>
    </message>
    <message>
        <source>your plan does not include trades by REST</source>
        <translation>Ihr Tarif enthält keine Abschlüsse über REST</translation>
    </message>
    <message>
        <source>the run ended before it was over</source>
        <translation>der Lauf endete, bevor sie vorüber war</translation>
    </message>
</context>
<context>
    <name>flowglass::session::FeedGuard</name>
    <message numerus="yes">
        <source>No trade for %n second(s) although the market is open.</source>
        <translation>
            <numerusform>Seit %n Sekunde kein Abschluss, obwohl der Markt geöffnet ist.</numerusform>
            <numerusform>Seit %n Sekunden kein Abschluss, obwohl der Markt geöffnet ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of late one came every %L1 s, and the longest silence was %L2 s.</source>
        <translation>Zuletzt kam alle %L1 s einer, und die längste Stille dauerte %L2 s.</translation>
    </message>
    <message>
        <source>By chance it happens less than once in a million times.</source>
        <translation>Durch Zufall geschieht das seltener als einmal in einer Million Fällen.</translation>
    </message>
</context>
<context>
    <name>flowglass::session::GapFiller</name>
    <message>
        <source>the run ended before everything was there</source>
        <translation>der Lauf endete, bevor alles da war</translation>
    </message>
    <message>
        <source>contracts that have expired since are not listed any more</source>
        <translation>inzwischen verfallene Kontrakte werden nicht mehr gelistet</translation>
    </message>
</context>
<context>
    <name>flowglass::settings::KeyStore</name>
    <message>
        <source>it does not answer</source>
        <translation>er antwortet nicht</translation>
    </message>
    <message>
        <source>There is no system keychain to read (%1). A key entered now is kept for this run only.</source>
        <translation>Es gibt keinen lesbaren Schlüsselbund (%1). Ein jetzt eingegebener Schlüssel gilt nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>The system keychain did not take the key (%1). It is kept for this run only.</source>
        <translation>Der Schlüsselbund hat den Schlüssel nicht angenommen (%1). Er gilt nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>The key could not be removed from the system keychain (%1).</source>
        <translation>Der Schlüssel konnte nicht aus dem Schlüsselbund entfernt werden (%1).</translation>
    </message>
</context>
<context>
    <name>flowglass::settings::SettingsStore</name>
    <message>
        <source>it is too large</source>
        <translation>sie ist zu groß</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>%1 is a folder, not a settings file. Nothing is remembered in this run.</source>
        <translation>%1 ist ein Ordner, keine Einstellungsdatei. In diesem Lauf wird nichts gemerkt.</translation>
    </message>
    <message>
        <source>The settings file %1 could not be read: %2. The defaults are used, and nothing is remembered in this run.</source>
        <translation>Die Einstellungsdatei %1 war nicht lesbar: %2. Es gelten die Vorgaben, und in diesem Lauf wird nichts gemerkt.</translation>
    </message>
    <message>
        <source>The settings file %1 could not be read: %2. It was kept as %3, and the defaults are used.</source>
        <translation>Die Einstellungsdatei %1 war nicht lesbar: %2. Sie liegt nun als %3 bereit, es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>The settings were written by a newer Flowglass. What this one does not know is left as it is.</source>
        <translation>Die Einstellungen stammen von einem neueren Flowglass. Was dieses nicht kennt, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The settings cannot be kept in %1.</source>
        <translation>Die Einstellungen können in %1 nicht gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>flowglass::views::AnomalyPanel</name>
    <message>
        <source>Anomalies</source>
        <translation>Auffälligkeiten</translation>
    </message>
    <message>
        <source>Number of anomalies</source>
        <translation>Anzahl der Auffälligkeiten</translation>
    </message>
    <message>
        <source>Keys of the list</source>
        <translation>Tasten der Liste</translation>
    </message>
    <message>
        <source>State of the list</source>
        <translation>Status der Liste</translation>
    </message>
    <message>
        <source>How many flags are wanted, and what would have been flagged today</source>
        <translation>Wie viele Markierungen gewünscht sind und was heute markiert worden wäre</translation>
    </message>
    <message>
        <source>Flags per hour</source>
        <translation>Markierungen je Stunde</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Vormerken</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>%L1, %L2 new</source>
        <translation>%L1, %L2 neu</translation>
    </message>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>≈ %1 flags/h</source>
        <translation>≈ %1 Markierungen/h</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>J/K move · Enter inspect · Space new/seen · S star · X dismiss · U undo</source>
        <translation>J/K bewegen · Enter ansehen · Leertaste neu/gesehen · S vormerken · X verwerfen · U zurück</translation>
    </message>
    <message>
        <source>New or seen</source>
        <translation>Neu oder gesehen</translation>
    </message>
</context>
<context>
    <name>flowglass::views::CompareDialog</name>
    <message>
        <source>Compare anomalies</source>
        <translation>Auffälligkeiten vergleichen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>Prüfsummen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Anomalies of both runs</source>
        <translation>Auffälligkeiten beider Läufe</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the rows selected, or all that are shown</source>
        <translation>Kopiert die ausgewählten Zeilen oder alle gezeigten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <translation>%1 (%L2)</translation>
    </message>
    <message>
        <source>Neither run found an anomaly.</source>
        <translation>Keiner der Läufe fand eine Auffälligkeit.</translation>
    </message>
    <message>
        <source>None of the kinds chosen above.</source>
        <translation>Nichts von dem, was oben gewählt ist.</translation>
    </message>
    <message>
        <source>No digest to compare</source>
        <translation>Keine Prüfsumme zum Vergleichen</translation>
    </message>
    <message>
        <source>Digests equal: %1</source>
        <translation>Prüfsummen gleich: %1</translation>
    </message>
    <message>
        <source>Digests differ: %1, %2</source>
        <translation>Prüfsummen verschieden: %1, %2</translation>
    </message>
</context>
<context>
    <name>flowglass::views::ContractChart</name>
    <message>
        <source>Ctrl and mouse wheel zoom, dragging moves, double click shows all</source>
        <translation>Strg und Mausrad zoomt, Ziehen verschiebt, Doppelklick zeigt alles</translation>
    </message>
    <message>
        <source>No trades of this contract today yet.</source>
        <translation>Heute noch keine Abschlüsse dieses Kontrakts.</translation>
    </message>
</context>
<context>
    <name>flowglass::views::ContractPane</name>
    <message>
        <source>Contract</source>
        <translation>Kontrakt</translation>
    </message>
    <message>
        <source>Select an anomaly or a trade to see its contract.</source>
        <translation>Wählen Sie eine Auffälligkeit oder einen Abschluss, um den Kontrakt zu sehen.</translation>
    </message>
    <message>
        <source>Contract details</source>
        <translation>Einzelheiten des Kontrakts</translation>
    </message>
    <message>
        <source>Days to expiry</source>
        <translation>Tage bis zum Verfall</translation>
    </message>
    <message>
        <source>Adjusted contract</source>
        <translation>Angepasster Kontrakt</translation>
    </message>
    <message>
        <source>Why this was flagged</source>
        <translation>Warum markiert</translation>
    </message>
    <message>
        <source>Trades of this contract: price, and volume</source>
        <translation>Abschlüsse dieses Kontrakts: Preis und Volumen</translation>
    </message>
    <message>
        <source>Chart of this contract</source>
        <translation>Diagramm dieses Kontrakts</translation>
    </message>
    <message>
        <source>Trades of this contract</source>
        <translation>Abschlüsse dieses Kontrakts</translation>
    </message>
    <message>
        <source>adjusted</source>
        <translation>angepasst</translation>
    </message>
    <message>
        <source>Adjusted after a corporate action: it does not deliver the standard 100 shares.</source>
        <translation>Nach einer Kapitalmaßnahme angepasst: liefert nicht die üblichen 100 Aktien.</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>verfallen</translation>
    </message>
    <message>
        <source>expires today</source>
        <translation>verfällt heute</translation>
    </message>
    <message numerus="yes">
        <source>expires in %n day(s)</source>
        <translation>
            <numerusform>verfällt in %n Tag</numerusform>
            <numerusform>verfällt in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Price and volume</source>
        <translation>Preis und Volumen</translation>
    </message>
    <message>
        <source>Price and volume · highest bar %1 contracts in %2</source>
        <translation>Preis und Volumen · höchster Balken %1 Kontrakte in %2</translation>
    </message>
</context>
<context>
    <name>flowglass::views::DetectionPage</name>
    <message>
        <source>&amp;Flags per hour</source>
        <translation>&amp;Markierungen je Stunde</translation>
    </message>
    <message>
        <source>Flags per hour</source>
        <translation>Markierungen je Stunde</translation>
    </message>
    <message>
        <source>Flags an hour</source>
        <translation>Markierungen in der Stunde</translation>
    </message>
    <message>
        <source>Flags per 100,000 trades</source>
        <translation>Markierungen je 100.000 Abschlüsse</translation>
    </message>
    <message>
        <source> flags per 100,000 trades</source>
        <translation> Markierungen je 100.000 Abschlüsse</translation>
    </message>
    <message>
        <source>What it would have meant today</source>
        <translation>Was es heute bedeutet hätte</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>At least one detector must be on.</source>
        <translation>Mindestens ein Detektor muss an sein.</translation>
    </message>
    <message>
        <source>&amp;Least premium</source>
        <translation>Min&amp;destprämie</translation>
    </message>
    <message>
        <source>Least premium</source>
        <translation>Mindestprämie</translation>
    </message>
    <message>
        <source>$</source>
        <translation>$</translation>
    </message>
    <message>
        <source>Orders and bursts of less money are never flagged.</source>
        <translation>Orders und Häufungen über weniger Geld werden nie markiert.</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Comparison with the provider&apos;s unusual trades</source>
        <translation>Vergleich mit den ungewöhnlichen Abschlüssen des Anbieters</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Vergleichswerte</translation>
    </message>
    <message>
        <source>What was learnt on earlier days</source>
        <translation>Was an früheren Tagen gelernt wurde</translation>
    </message>
    <message>
        <source>Reset baselines…</source>
        <translation>Vergleichswerte zurücksetzen …</translation>
    </message>
    <message>
        <source>Reset baselines</source>
        <translation>Vergleichswerte zurücksetzen</translation>
    </message>
    <message>
        <source>Forget all that was learnt?</source>
        <translation>Alles Gelernte vergessen?</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the baselines now</source>
        <translation>Die Vergleichswerte jetzt zurücksetzen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep the baselines</source>
        <translation>Die Vergleichswerte behalten</translation>
    </message>
    <message>
        <source>Try on a recording…</source>
        <translation>An einer Aufzeichnung ausprobieren …</translation>
    </message>
    <message>
        <source>Try these settings on a recording</source>
        <translation>Diese Einstellungen an einer Aufzeichnung ausprobieren</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Back to the settings in use</source>
        <translation>Zurück zu den geltenden Einstellungen</translation>
    </message>
    <message>
        <source>an order far larger than this contract&apos;s orders are</source>
        <translation>eine Order, weit größer als die Orders dieses Kontrakts sonst</translation>
    </message>
    <message>
        <source>a large order that takes many exchanges within a moment</source>
        <translation>eine große Order, die in einem Augenblick viele Börsen trifft</translation>
    </message>
    <message>
        <source>a contract that trades much more often than usual at this hour</source>
        <translation>ein Kontrakt, der viel öfter gehandelt wird als um diese Zeit üblich</translation>
    </message>
    <message>
        <source>a price that the underlying and the volatility so far do not explain</source>
        <translation>ein Preis, den Basiswert und bisherige Volatilität nicht erklären</translation>
    </message>
    <message>
        <source>the same size again and again</source>
        <translation>dieselbe Größe immer wieder</translation>
    </message>
    <message>
        <source>all options of an underlying at many times their pace</source>
        <translation>alle Optionen eines Basiswerts bei einem Vielfachen ihres Tempos</translation>
    </message>
    <message>
        <source>about %1 flags an hour</source>
        <translation>etwa %1 Markierungen in der Stunde</translation>
    </message>
    <message>
        <source>the more flags, the more false alarms</source>
        <translation>je mehr Markierungen, desto mehr Fehlalarme</translation>
    </message>
    <message>
        <source>A score of %1 flags now.</source>
        <translation>Derzeit wird ab einem Wert von %1 markiert.</translation>
    </message>
    <message>
        <source>Nothing to compare yet.</source>
        <translation>Noch nichts zu vergleichen.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Golden from</source>
        <translation>&amp;Golden ab</translation>
    </message>
    <message>
        <source>Golden from</source>
        <translation>Golden ab</translation>
    </message>
    <message>
        <source>A sweep of so much, in a contract with more volume today than open interest.</source>
        <translation>Ein Sweep ab diesem Betrag in einem Kontrakt, dessen Volumen heute das Open Interest übersteigt.</translation>
    </message>
    <message>
        <source>Premium &amp;tiers</source>
        <translation>Prämien&amp;stufen</translation>
    </message>
    <message>
        <source>Premium tiers</source>
        <translation>Prämienstufen</translation>
    </message>
    <message>
        <source>Dollar amounts in ascending order, separated by commas: 25k, 100k, 1m</source>
        <translation>Dollarbeträge in aufsteigender Reihenfolge, durch Kommas getrennt: 25k, 100k, 1m</translation>
    </message>
    <message>
        <source>Dollar amounts, separated by commas. What an anomaly reaches of them is drawn below its premium.</source>
        <translation>Dollarbeträge, durch Kommas getrennt. Was eine Auffälligkeit davon erreicht, wird unter ihrer Prämie gezeichnet.</translation>
    </message>
    <message>
        <source>Anomalies it would have raised today, in %1 judged trades: %2.</source>
        <translation>Auffälligkeiten, die sie heute ergeben hätte, in %1 beurteilten Abschlüssen: %2.</translation>
    </message>
    <message>
        <source>With the settings in use: %1.</source>
        <translation>Mit den geltenden Einstellungen: %1.</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>Nothing learnt on earlier days: every contract begins with what is usual in the market.</source>
        <translation>An früheren Tagen nichts gelernt: jeder Kontrakt beginnt mit dem, was im Markt üblich ist.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1, vom %2 bis zum %3</translation>
    </message>
    <message>
        <source>saved %1 ago</source>
        <translation>vor %1 gespeichert</translation>
    </message>
    <message>
        <source>saved just now</source>
        <translation>eben gespeichert</translation>
    </message>
    <message>
        <source>Learnt on %1: %2 contracts, %3, %4.</source>
        <translation>Gelernt an %1: %2 Kontrakte, %3, %4.</translation>
    </message>
    <message>
        <source>Trades so far: %1 flagged by both, %2 only here, %3 only by the provider&apos;s rule ($100,000, 1,000 contracts or an intermarket sweep), which “unusual -flagged” shows on the tape.</source>
        <translation>Abschlüsse bisher: %1 von beiden markiert, %2 nur hier, %3 nur nach der Regel des Anbieters (100.000 $, 1.000 Kontrakte oder ein Intermarket-Sweep); „unusual -flagged“ zeigt sie auf dem Band.</translation>
    </message>
</context>
<context>
    <name>flowglass::views::DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Balance of the counters</source>
        <translation>Bilanz der Zähler</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Rejected events, by reason</source>
        <translation>Abgewiesene Ereignisse nach Grund</translation>
    </message>
    <message>
        <source>Rejected events</source>
        <translation>Abgewiesene Ereignisse</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Newest sample</source>
        <translation>Neuestes Beispiel</translation>
    </message>
    <message>
        <source>Coverage of the day</source>
        <translation>Abdeckung des Tages</translation>
    </message>
    <message>
        <source>Coverage per minute</source>
        <translation>Abdeckung je Minute</translation>
    </message>
    <message>
        <source>Backlog of late</source>
        <translation>Rückstau der letzten Zeit</translation>
    </message>
    <message>
        <source>Backlog per second</source>
        <translation>Rückstau pro Sekunde</translation>
    </message>
</context>
<context>
    <name>flowglass::views::EvidencePanel</name>
    <message>
        <source>Why this was flagged</source>
        <translation>Warum markiert</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Prints of this anomaly</source>
        <translation>Abschlüsse dieser Auffälligkeit</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Börse</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message numerus="yes">
        <source>%n more print(s), marked in the table below</source>
        <translation>
            <numerusform>%n weiterer Abschluss, unten in der Tabelle markiert</numerusform>
            <numerusform>%n weitere Abschlüsse, unten in der Tabelle markiert</numerusform>
        </translation>
    </message>
    <message>
        <source>More prints are marked in the table below</source>
        <translation>Weitere Abschlüsse sind unten in der Tabelle markiert</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>What is said of these trades</source>
        <translation>Was über diese Abschlüsse gesagt wird</translation>
    </message>
    <message>
        <source>busted</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>Its prints were cancelled by the exchange; it does not count any more.</source>
        <translation>Ihre Abschlüsse wurden von der Börse storniert; sie zählt nicht mehr.</translation>
    </message>
    <message>
        <source>Cancelled; %1</source>
        <translation>Storniert; %1</translation>
    </message>
</context>
<context>
    <name>flowglass::views::EvidenceReason</name>
    <message>
        <source>Evidence by detector</source>
        <translation>Belege nach Detektor</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>Judged by: %1</source>
        <translation>Beurteilt nach: %1</translation>
    </message>
    <message>
        <source>Traded</source>
        <translation>Gehandelt</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Binnen</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
</context>
<context>
    <name>flowglass::views::ExplainAction</name>
    <message>
        <source>Why was this not flagged?</source>
        <translation>Warum nicht markiert?</translation>
    </message>
    <message>
        <source>Why was this flagged?</source>
        <translation>Warum markiert?</translation>
    </message>
</context>
<context>
    <name>flowglass::views::ExportDialog</name>
    <message>
        <source>Export flagged trades</source>
        <translation>Markierte Abschlüsse exportieren</translation>
    </message>
    <message>
        <source>Which trades</source>
        <translation>Welche Abschlüsse</translation>
    </message>
    <message>
        <source>All flagged trades</source>
        <translation>Alle markierten Abschlüsse</translation>
    </message>
    <message>
        <source>Without dismissed anomalies</source>
        <translation>Ohne verworfene Auffälligkeiten</translation>
    </message>
    <message>
        <source>Selected anomalies only</source>
        <translation>Nur ausgewählte Auffälligkeiten</translation>
    </message>
    <message>
        <source>Size of the export</source>
        <translation>Umfang des Exports</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>A manifest is written beside it (.csv.json): source, rules, gaps and checksum, so that others can check and repeat it.</source>
        <translation>Daneben entsteht ein Manifest (.csv.json): Quelle, Regeln, Lücken und Prüfsumme, damit andere es prüfen und wiederholen können.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Nothing is flagged in this selection yet: the file would hold only its header line.</source>
        <translation>In dieser Auswahl ist noch nichts markiert: die Datei enthielte nur die Kopfzeile.</translation>
    </message>
    <message numerus="yes">
        <source>%L1 row(s) so far, one per flagged trade</source>
        <translation>
            <numerusform>Bisher %L1 Zeile, eine je markiertem Abschluss</numerusform>
            <numerusform>Bisher %L1 Zeilen, eine je markiertem Abschluss</numerusform>
        </translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%L1 row(s) written to %2</source>
        <translation>
            <numerusform>%L1 Zeile in %2 geschrieben</numerusform>
            <numerusform>%L1 Zeilen in %2 geschrieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flowglass::views::FeedBanner</name>
    <message>
        <source>What is wrong with the feed</source>
        <translation>Was mit dem Datenstrom nicht stimmt</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Enter key…</source>
        <translation>Schlüssel eingeben …</translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Use the delayed feed</source>
        <translation>Verzögerten Strom nehmen</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ansehen</translation>
    </message>
    <message>
        <source>Open recording…</source>
        <translation>Aufzeichnung öffnen …</translation>
    </message>
    <message>
        <source>Open recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
</context>
<context>
    <name>flowglass::views::HeaderMemory</name>
    <message>
        <source>Columns of %1</source>
        <translation>Spalten: %1</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>flowglass::views::LiveButton</name>
    <message>
        <source>Return to live</source>
        <translation>Zurück zu Live</translation>
    </message>
    <message>
        <source>The tape stands still; nothing is lost. Click, Esc or End shows what has come since.</source>
        <translation>Das Band steht still; nichts geht verloren. Klick, Esc oder Ende zeigt, was seither kam.</translation>
    </message>
    <message>
        <source>Paused — Esc or End returns to live</source>
        <translation>Angehalten – Esc oder Ende kehrt zu Live zurück</translation>
    </message>
    <message>
        <source>Paused · %1 — Esc or End returns to live</source>
        <translation>Angehalten · %1 – Esc oder Ende kehrt zu Live zurück</translation>
    </message>
    <message numerus="yes">
        <source>%L1 new</source>
        <translation>
            <numerusform>%L1 neuer</numerusform>
            <numerusform>%L1 neue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flowglass::views::MainWindow</name>
    <message>
        <source>Flowglass</source>
        <translation>Flowglass</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Kontrakt</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Flowglass</source>
        <translation>Über Flowglass</translation>
    </message>
    <message>
        <source>Flowglass – %1</source>
        <translation>Flowglass – %1</translation>
    </message>
</context>
<context>
    <name>flowglass::views::RecordPill</name>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>flowglass::views::RecordingPage</name>
    <message>
        <source>Recor&amp;dings</source>
        <translation>Auf&amp;zeichnungen</translation>
    </message>
    <message>
        <source>Folder of recordings</source>
        <translation>Ordner der Aufzeichnungen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the folder of recordings</source>
        <translation>Ordner der Aufzeichnungen wählen</translation>
    </message>
    <message>
        <source>Al&amp;ways record</source>
        <translation>&amp;Immer aufzeichnen</translation>
    </message>
    <message>
        <source>Always record</source>
        <translation>Immer aufzeichnen</translation>
    </message>
    <message>
        <source>Begins by itself with the feed. Every frame is written as it came, so that a day can be replayed and judged again with other settings.</source>
        <translation>Beginnt von selbst mit dem Datenstrom. Jeder Rahmen wird geschrieben, wie er kam, damit ein Tag abgespielt und mit anderen Einstellungen neu beurteilt werden kann.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Days to keep recordings</source>
        <translation>Tage, die Aufzeichnungen behalten werden</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>Recordings older than this are deleted from the folder.</source>
        <translation>Ältere Aufzeichnungen werden aus dem Ordner gelöscht.</translation>
    </message>
    <message>
        <source>New &amp;file at</source>
        <translation>Neue &amp;Datei ab</translation>
    </message>
    <message>
        <source>Size of a file in megabytes</source>
        <translation>Größe einer Datei in Megabyte</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>A long recording goes on in another file once one has reached this size.</source>
        <translation>Eine lange Aufzeichnung geht in einer weiteren Datei weiter, sobald eine so groß ist.</translation>
    </message>
    <message>
        <source>&amp;Use at most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>Size of all recordings in gigabytes</source>
        <translation>Größe aller Aufzeichnungen in Gigabyte</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>without limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>Of all recordings in the folder together; a recording stops when it is reached, and says so.</source>
        <translation>Für alle Aufzeichnungen im Ordner zusammen; ist sie erreicht, endet die Aufzeichnung und sagt es.</translation>
    </message>
    <message>
        <source>Keep a daily &amp;journal of flagged trades</source>
        <translation>Ta&amp;gesjournal der markierten Abschlüsse führen</translation>
    </message>
    <message>
        <source>Keep a daily journal of flagged trades</source>
        <translation>Tagesjournal der markierten Abschlüsse führen</translation>
    </message>
    <message>
        <source>Every trade that is flagged is appended at once to a CSV file of the day, while the program runs.</source>
        <translation>Jeder markierte Abschluss wird sofort an eine CSV-Datei des Tages angehängt, solange das Programm läuft.</translation>
    </message>
    <message>
        <source>&amp;Journal in</source>
        <translation>&amp;Journal in</translation>
    </message>
    <message>
        <source>Folder of the journal</source>
        <translation>Ordner des Journals</translation>
    </message>
    <message>
        <source>Choose the folder of the journal</source>
        <translation>Ordner des Journals wählen</translation>
    </message>
    <message>
        <source>Needs the whole path, from the root on.</source>
        <translation>Hier muss der ganze Pfad stehen, von der Wurzel an.</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <translation>
            <numerusform> Tag</numerusform>
            <numerusform> Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flowglass::views::ReplayBar</name>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>This is a recording, not the market of now</source>
        <translation>Das ist eine Aufzeichnung, nicht der Markt von jetzt</translation>
    </message>
    <message>
        <source>Date of the replay</source>
        <translation>Datum der Wiedergabe</translation>
    </message>
    <message>
        <source>Time of the replay</source>
        <translation>Zeit der Wiedergabe</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>To the start (Ctrl+Shift+Home)</source>
        <translation>Zum Anfang (Strg+Umschalt+Pos1)</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Nächster Rahmen</translation>
    </message>
    <message>
        <source>Play one frame (Ctrl+Right)</source>
        <translation>Einen Rahmen abspielen (Strg+Rechts)</translation>
    </message>
    <message>
        <source>On to the next anomaly</source>
        <translation>Weiter zur nächsten Auffälligkeit</translation>
    </message>
    <message>
        <source>On to the next anomaly (Ctrl+J)</source>
        <translation>Weiter zur nächsten Auffälligkeit (Strg+J)</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>Geschwindigkeit der Wiedergabe</translation>
    </message>
    <message>
        <source>Speed: times as fast as it was (Ctrl+Up, Ctrl+Down)</source>
        <translation>Geschwindigkeit: so viel mal so schnell, wie es war (Strg+Oben, Strg+Unten)</translation>
    </message>
    <message>
        <source>State of the replay</source>
        <translation>Zustand der Wiedergabe</translation>
    </message>
    <message>
        <source>Close replay</source>
        <translation>Wiedergabe schließen</translation>
    </message>
    <message>
        <source>Leave the recording (Ctrl+W)</source>
        <translation>Die Aufzeichnung verlassen (Strg+W)</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>Stelle in der Aufzeichnung</translation>
    </message>
    <message>
        <source>Arrow keys, Page Up and Page Down, Home and End move. Columns are trades, hatched bands are gaps, triangles are anomalies.</source>
        <translation>Pfeiltasten, Bild auf und ab, Pos1 und Ende bewegen. Säulen sind Abschlüsse, schraffierte Bänder Lücken, Dreiecke Auffälligkeiten.</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>WIEDERGABE</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Pause the replay</source>
        <translation>Wiedergabe anhalten</translation>
    </message>
    <message>
        <source>Hold the replay (Ctrl+Space)</source>
        <translation>Die Wiedergabe anhalten (Strg+Leertaste)</translation>
    </message>
    <message>
        <source>Go on with the replay (Ctrl+Space)</source>
        <translation>Die Wiedergabe fortsetzen (Strg+Leertaste)</translation>
    </message>
</context>
<context>
    <name>flowglass::views::SessionBrowser</name>
    <message>
        <source>Recorded sessions</source>
        <translation>Aufgezeichnete Sitzungen</translation>
    </message>
    <message>
        <source>State of the list</source>
        <translation>Zustand der Liste</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Details of the recording</source>
        <translation>Einzelheiten der Aufzeichnung</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Open other &amp;file…</source>
        <translation>Andere &amp;Datei öffnen …</translation>
    </message>
    <message>
        <source>Open another recording, or import a flat file</source>
        <translation>Eine andere Aufzeichnung öffnen oder ein Flatfile einlesen</translation>
    </message>
    <message>
        <source>A recording (.fgr) from elsewhere, or the provider&apos;s flat file of a day (.csv, .csv.gz)</source>
        <translation>Eine Aufzeichnung (.fgr) von anderswo oder das Flatfile des Anbieters für einen Tag (.csv, .csv.gz)</translation>
    </message>
    <message>
        <source>&amp;Show folder</source>
        <translation>Ordner &amp;zeigen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>&amp;Cancel analysis</source>
        <translation>Auswertung a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Cancel analysis</source>
        <translation>Auswertung abbrechen</translation>
    </message>
    <message>
        <source>&amp;Analyse</source>
        <translation>&amp;Auswerten</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Run the detectors over it with the present settings: trades, gaps, anomalies and their digest</source>
        <translation>Die Detektoren mit den derzeitigen Einstellungen darüber laufen lassen: Abschlüsse, Lücken, Auffälligkeiten und deren Prüfsumme</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>The anomalies of two recordings: choose exactly two</source>
        <translation>Die Auffälligkeiten zweier Aufzeichnungen: genau zwei wählen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Replay it in this window</source>
        <translation>In diesem Fenster abspielen</translation>
    </message>
    <message>
        <source>No recordings in %1 yet.

Record in the File menu (Ctrl+R) writes everything that is received; the settings can let it always be on. Files from elsewhere, the provider&apos;s flat files too, are opened below.</source>
        <translation>Noch keine Aufzeichnungen in %1.

Aufzeichnen im Menü Datei (Strg+R) schreibt alles mit, was empfangen wird; in den Einstellungen lässt es sich immer einschalten. Dateien von anderswo, auch die Flatfiles des Anbieters, werden unten geöffnet.</translation>
    </message>
    <message>
        <source>Choose a recording to see what is in it; two to compare them.</source>
        <translation>Wählen Sie eine Aufzeichnung, um zu sehen, was sie enthält; zwei, um sie zu vergleichen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s), %1 together</source>
        <translation>
            <numerusform>%Ln Aufzeichnung, %1</numerusform>
            <numerusform>%Ln Aufzeichnungen, zusammen %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a recording or a flat file</source>
        <translation>Aufzeichnung oder Flatfile öffnen</translation>
    </message>
    <message>
        <source>Recordings and flat files (*.fgr *.csv *.csv.gz);;All files (*)</source>
        <translation>Aufzeichnungen und Flatfiles (*.fgr *.csv *.csv.gz);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln recording(s), %1, from the disk? This cannot be taken back.</source>
        <translation>
            <numerusform>%Ln Aufzeichnung, %1, vom Datenträger löschen? Das lässt sich nicht zurücknehmen.</numerusform>
            <numerusform>%Ln Aufzeichnungen, %1, vom Datenträger löschen? Das lässt sich nicht zurücknehmen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flowglass::views::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Underlyings</source>
        <translation>&amp;Basiswerte</translation>
    </message>
    <message>
        <source>Underlyings to watch</source>
        <translation>Beobachtete Basiswerte</translation>
    </message>
    <message>
        <source>&amp;Feed</source>
        <translation>Daten&amp;strom</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Datenstrom</translation>
    </message>
    <message>
        <source>&amp;Contract look-ups</source>
        <translation>&amp;Kontraktabfragen</translation>
    </message>
    <message>
        <source>Plan for contract look-ups</source>
        <translation>Tarif für Kontraktabfragen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>&amp;API-Schlüssel</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Use key</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Schlüssel vergessen</translation>
    </message>
    <message>
        <source>Find out from the provider&apos;s answers</source>
        <translation>Aus den Antworten des Anbieters ermitteln</translation>
    </message>
    <message>
        <source>5 calls a minute (free plan)</source>
        <translation>5 Abfragen je Minute (kostenloser Tarif)</translation>
    </message>
    <message>
        <source>100 calls a second (paid plans)</source>
        <translation>100 Abfragen je Sekunde (bezahlte Tarife)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Exchange (New York)</source>
        <translation>Börse (New York)</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>a key is in use</source>
        <translation>ein Schlüssel ist in Gebrauch</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Test key</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Test the key in use</source>
        <translation>Den verwendeten Schlüssel prüfen</translation>
    </message>
    <message>
        <source>Asks the provider what the plan of the key in use includes. Takes at most six requests.</source>
        <translation>Fragt den Anbieter, was der Tarif des verwendeten Schlüssels enthält. Braucht höchstens sechs Anfragen.</translation>
    </message>
    <message>
        <source>What your plan includes</source>
        <translation>Was Ihr Tarif enthält</translation>
    </message>
</context>
<context>
    <name>flowglass::views::StatusStrip</name>
    <message>
        <source>Trades per second</source>
        <translation>Abschlüsse je Sekunde</translation>
    </message>
    <message>
        <source>Watched trades per second, over the last seconds</source>
        <translation>Beobachtete Abschlüsse je Sekunde, über die letzten Sekunden</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Frames received but not yet decoded, and the age of the oldest</source>
        <translation>Empfangene, noch nicht entschlüsselte Rahmen und das Alter des ältesten</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>From the receipt of a frame until its trades are judged: half of all, and 99 of 100, within</source>
        <translation>Vom Empfang eines Rahmens bis zur Beurteilung seiner Abschlüsse: die Hälfte und 99 von 100 binnen</translation>
    </message>
    <message>
        <source>Worst stall</source>
        <translation>Längste Pause</translation>
    </message>
    <message>
        <source>The longest time this window did not answer in this run</source>
        <translation>Am längsten antwortete dieses Fenster in diesem Lauf so lange nicht</translation>
    </message>
    <message>
        <source>Contract look-ups</source>
        <translation>Kontraktabfragen</translation>
    </message>
    <message>
        <source>Calls to the provider in the last minute, under way and waiting</source>
        <translation>Abfragen beim Anbieter in der letzten Minute, laufende und wartende</translation>
    </message>
    <message>
        <source>Trades and flagged trades</source>
        <translation>Abschlüsse und markierte Abschlüsse</translation>
    </message>
    <message>
        <source>Watched trades of this run, and those that stand flagged</source>
        <translation>Beobachtete Abschlüsse dieses Laufs und davon gültig markierte</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Source of the data</source>
        <translation>Herkunft der Daten</translation>
    </message>
    <message>
        <source>REST %L1/min</source>
        <translation>REST %L1/min</translation>
    </message>
    <message>
        <source> · %L1 active, %L2 queued</source>
        <translation> · %L1 laufend, %L2 wartend</translation>
    </message>
    <message>
        <source>%L1 trades · %L2 flagged</source>
        <translation>%L1 Abschlüsse · %L2 markiert</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
</context>
<context>
    <name>flowglass::views::TapePanel</name>
    <message>
        <source>Trade tape</source>
        <translation>Handelsband</translation>
    </message>
</context>
<context>
    <name>flowglass::views::TextDialog</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>return to live</source>
        <translation>zurück zu Live</translation>
    </message>
    <message>
        <source>next, previous anomaly</source>
        <translation>nächste, vorige Auffälligkeit</translation>
    </message>
    <message>
        <source>inspect the anomaly&apos;s contract</source>
        <translation>Kontrakt der Auffälligkeit ansehen</translation>
    </message>
    <message>
        <source>star the anomaly, or take the star away</source>
        <translation>Auffälligkeit vormerken oder Vormerkung aufheben</translation>
    </message>
    <message>
        <source>dismiss the anomaly</source>
        <translation>Auffälligkeit verwerfen</translation>
    </message>
    <message>
        <source>take the last star or dismissal back</source>
        <translation>letztes Vormerken oder Verwerfen zurücknehmen</translation>
    </message>
    <message>
        <source>filter the tape</source>
        <translation>Band filtern</translation>
    </message>
    <message>
        <source>change what is watched</source>
        <translation>ändern, was beobachtet wird</translation>
    </message>
    <message>
        <source>export flagged trades</source>
        <translation>markierte Abschlüsse exportieren</translation>
    </message>
    <message>
        <source>connect again now</source>
        <translation>jetzt neu verbinden</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
    <message>
        <source>zoom in, out, show all</source>
        <translation>vergrößern, verkleinern, alles zeigen</translation>
    </message>
    <message>
        <source>Chart: Ctrl and wheel</source>
        <translation>Diagramm: Strg und Mausrad</translation>
    </message>
    <message>
        <source>zoom around the mouse</source>
        <translation>um den Mauszeiger zoomen</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>beenden</translation>
    </message>
    <message>
        <source>Flowglass %1</source>
        <translation>Flowglass %1</translation>
    </message>
    <message>
        <source>Watches live US options trades, flags the unusual ones and says why.</source>
        <translation>Beobachtet US-Optionsabschlüsse live, markiert die ungewöhnlichen und sagt, warum.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It sends nothing to anyone but your data provider.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Sie sendet niemandem etwas außer Ihrem Datenanbieter.</translation>
    </message>
    <message>
        <source>Nothing it shows is advice. The provider&apos;s terms may forbid passing its data on.</source>
        <translation>Nichts davon ist eine Empfehlung. Die Bedingungen des Anbieters können die Weitergabe seiner Daten verbieten.</translation>
    </message>
    <message>
        <source>begin or end a recording</source>
        <translation>Aufzeichnung beginnen oder beenden</translation>
    </message>
    <message>
        <source>open a recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>play or pause the replay</source>
        <translation>Wiedergabe abspielen oder anhalten</translation>
    </message>
    <message>
        <source>play one frame</source>
        <translation>einen Rahmen abspielen</translation>
    </message>
    <message>
        <source>on to the next anomaly of the replay</source>
        <translation>weiter zur nächsten Auffälligkeit der Wiedergabe</translation>
    </message>
    <message>
        <source>replay faster, slower</source>
        <translation>Wiedergabe schneller, langsamer</translation>
    </message>
    <message>
        <source>replay from the start</source>
        <translation>Wiedergabe von Anfang an</translation>
    </message>
    <message>
        <source>close the replay</source>
        <translation>Wiedergabe schließen</translation>
    </message>
    <message>
        <source>why the selected trade was or was not flagged</source>
        <translation>warum der gewählte Abschluss markiert wurde oder nicht</translation>
    </message>
    <message>
        <source>pause or resume the tape; in the list of anomalies: new or seen</source>
        <translation>Band anhalten oder fortsetzen; in der Liste der Auffälligkeiten: neu oder gesehen</translation>
    </message>
</context>
<context>
    <name>flowglass::views::ThresholdBar</name>
    <message>
        <source>%1 of the %2 that flag</source>
        <translation>%1 von den %2, ab denen markiert wird</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>kein Wert</translation>
    </message>
</context>
<context>
    <name>flowglass::views::TopBar</name>
    <message>
        <source>Feed state</source>
        <translation>Zustand des Datenstroms</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Beobachten</translation>
    </message>
    <message>
        <source>Underlyings to watch</source>
        <translation>Beobachtete Basiswerte</translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation>F&amp;ilter</translation>
    </message>
    <message>
        <source>Filter the tape</source>
        <translation>Band filtern</translation>
    </message>
    <message>
        <source>For example: call size&gt;=100 premium&gt;=50k dte&lt;=7</source>
        <translation>Zum Beispiel: call size&gt;=100 premium&gt;=50k dte&lt;=7</translation>
    </message>
    <message>
        <source>Pause tape</source>
        <translation>Band anhalten</translation>
    </message>
    <message>
        <source>Export flagged trades</source>
        <translation>Markierte Abschlüsse exportieren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Roots to watch, separated by commas (NVDA, AAPL), single contracts (O:NVDA261218C00150000), or * for the whole market. Enter applies.</source>
        <translation>Zu beobachtende Basiswerte, durch Kommas getrennt (NVDA, AAPL), einzelne Kontrakte (O:NVDA261218C00150000) oder * für den ganzen Markt. Enter übernimmt.</translation>
    </message>
    <message>
        <source>What the tape shows. All terms must hold: call, put, flagged, unusual (as the provider means it), adjusted, multileg; size&gt;=100, premium&gt;=50k, price&lt;2.5, dte&lt;=7, strike&gt;=150; anything else is looked for in contract, exchange and conditions. A - before a term turns it round: unusual -flagged.</source>
        <translation>Was das Band zeigt. Alle Ausdrücke müssen gelten: call, put, flagged, unusual (wie der Anbieter es meint), adjusted, multileg; size&gt;=100, premium&gt;=50k, price&lt;2.5, dte&lt;=7, strike&gt;=150; alles andere wird in Kontrakt, Börse und Bedingungen gesucht. Ein - davor kehrt einen Ausdruck um: unusual -flagged.</translation>
    </message>
</context>
<context>
    <name>flowglass::views::ValueGroup</name>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Nochmal</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation>%1 nochmal</translation>
    </message>
</context>
<context>
    <name>flowglass::views::WelcomePage</name>
    <message>
        <source>Flowglass</source>
        <translation>Flowglass</translation>
    </message>
    <message>
        <source>Watch live US options trades, see the unusual ones flagged with the reason in plain words, look into their contracts, and export them.</source>
        <translation>US-Optionsabschlüsse live verfolgen, die ungewöhnlichen mit Begründung markiert sehen, ihre Kontrakte ansehen und exportieren.</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>Erst einmal umsehen</translation>
    </message>
    <message>
        <source>A simulated options market runs on this computer. No account and no network needed; everything works as with real data.</source>
        <translation>Auf diesem Rechner läuft ein simulierter Optionsmarkt. Ohne Konto und ohne Netz; alles arbeitet wie mit echten Daten.</translation>
    </message>
    <message>
        <source>Start the demo market</source>
        <translation>Demomarkt starten</translation>
    </message>
    <message>
        <source>Use your own data</source>
        <translation>Eigene Daten verwenden</translation>
    </message>
    <message>
        <source>Enter the API key of your Massive (formerly Polygon.io) plan with options trades. Plans without real time work with the delayed feed.</source>
        <translation>Geben Sie den API-Schlüssel Ihres Massive-Tarifs (früher Polygon.io) mit Optionsabschlüssen ein. Tarife ohne Echtzeit arbeiten mit dem verzögerten Datenstrom.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Datenstrom</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>Wo der Schlüssel bleibt</translation>
    </message>
    <message>
        <source>Open a recording…</source>
        <translation>Aufzeichnung öffnen …</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
</context>
<context>
    <name>flowglass::views::WhyNotDialog</name>
    <message>
        <source>Why this was not flagged</source>
        <translation>Warum nicht markiert</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Why this was flagged</source>
        <translation>Warum markiert</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>Cannot flag: %1.</source>
        <translation>Kann nicht markieren: %1.</translation>
    </message>
</context>
<context>
    <name>flowglass::views::WindowActions</name>
    <message>
        <source>Export flagged trades…</source>
        <translation>Markierte Abschlüsse exportieren …</translation>
    </message>
    <message>
        <source>Write the flagged trades to a CSV file</source>
        <translation>Markierte Abschlüsse in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Open recording…</source>
        <translation>Aufzeichnung öffnen …</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Newest trades at the top</source>
        <translation>Neueste Abschlüsse oben</translation>
    </message>
    <message>
        <source>Show dismissed anomalies</source>
        <translation>Verworfene Auffälligkeiten zeigen</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Pause tape</source>
        <translation>Band anhalten</translation>
    </message>
    <message>
        <source>Hold the tape still; nothing is lost (Space)</source>
        <translation>Das Band anhalten; nichts geht verloren (Leertaste)</translation>
    </message>
    <message>
        <source>Return to live</source>
        <translation>Zurück zu Live</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Watch…</source>
        <translation>Beobachten …</translation>
    </message>
    <message>
        <source>Filter the tape</source>
        <translation>Band filtern</translation>
    </message>
    <message>
        <source>Use demo market</source>
        <translation>Demomarkt verwenden</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Flowglass</source>
        <translation>Über Flowglass</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Exchange (New York)</source>
        <translation>Börse (New York)</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Eng</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Weit</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>F&amp;eed</source>
        <translation>Daten&amp;strom</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Zeilenhöhe</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Choose a recorded session to replay, analyse or compare</source>
        <translation>Eine aufgezeichnete Sitzung zum Abspielen, Auswerten oder Vergleichen wählen</translation>
    </message>
    <message>
        <source>Write every frame as it is received to a file</source>
        <translation>Jeden Rahmen, wie er empfangen wird, in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Save bug report bundle…</source>
        <translation>Paket für Fehlerbericht speichern …</translation>
    </message>
    <message>
        <source>Put the frames around a moment, the settings and the versions into one file, without the key</source>
        <translation>Die Rahmen um einen Zeitpunkt, die Einstellungen und die Versionen in eine Datei legen, ohne den Schlüssel</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Nächster Rahmen</translation>
    </message>
    <message>
        <source>On to the next anomaly</source>
        <translation>Weiter zur nächsten Auffälligkeit</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Close replay</source>
        <translation>Wiedergabe schließen</translation>
    </message>
    <message>
        <source>&amp;Replay</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>Mark sizes that are large for their contract</source>
        <translation>Größen hervorheben, die für ihren Kontrakt groß sind</translation>
    </message>
    <message>
        <source>Prove that nothing blocks…</source>
        <translation>Nachweisen, dass nichts blockiert …</translation>
    </message>
    <message>
        <source>Send 10,000 trades a second to a session of its own while REST hangs, and count</source>
        <translation>10.000 Abschlüsse je Sekunde an eine eigene Sitzung senden, während REST hängt, und zählen</translation>
    </message>
</context>
</TS>
