import type { masking as english } from "../en/masking.ts"
import type { Translation } from "../translation.ts"

/** The team's masking rules: the admin page, and what the panel says of them. */
export const masking: Translation<typeof english> = {
  rules: "Maskierung",
  "rules.lead":
    "Was für alle im Team ersetzt wird, bevor ein Ticket den Browser verlässt. Browser übernehmen eine Änderung mit ihrer nächsten Antwort vom Relay, innerhalb von fünf Minuten.",
  "rules.on.strict": "Maskierung: streng",
  "rules.on.balanced": "Maskierung: ausgewogen",
  "rules.says.strict": "Namen, Adressen, Orte und Firmen werden ersetzt, bevor etwas den Browser verlässt.",
  "rules.says.balanced":
    "Namen und Adressen werden nur ersetzt, wenn fast sicher ist, dass es welche sind. Das ist schwächer: Einige verlassen den Browser. Ein Admin kann „Streng“ wählen.",
  "rules.mode": "Modus",
  "rules.mode.strict": "Streng",
  "rules.mode.strict.lead": "Auch Namen, Adressen, Orte und Firmen im laufenden Text werden ersetzt.",
  "rules.mode.balanced": "Ausgewogen",
  "rules.mode.balanced.lead":
    "Schwächer: Namen und Adressen werden nur ersetzt, wenn fast sicher ist, dass es welche sind. Einige verlassen also den Browser.",

  "rules.keep": "Nie ersetzt",
  "rules.keep.lead":
    "Ihre eigenen Marken, Produkte, Adressen, Telefonnummern und Konten. Die aus öffentlichen Artikeln werden mit jedem Import übernommen; was Sie entfernen, bleibt entfernt.",
  "rules.keep.none": "Noch kein Wort.",
  "rules.keep.add": "Wort, das nie ersetzt wird",
  "rules.names": "Immer ersetzt, als Name",
  "rules.names.lead": "Namen, die übersehen werden, etwa ein seltener Familienname.",
  "rules.names.none": "Noch kein Name.",
  "rules.names.add": "Name, der immer ersetzt wird",
  "rules.add": "Hinzufügen",
  "rules.out": "Entfernen",
  "rules.word.length": "Geben Sie 2 bis 100 Zeichen ein.",
  "rules.word.there": "„{word}“ ist schon in der Liste.",
  "rules.word.other": "„{word}“ ist in der anderen Liste. Entfernen Sie es zuerst dort.",
  "rules.word.full":
    "Die Liste hat {most, plural, one {# Wort} other {# Wörter}}, mehr sind nicht möglich. Entfernen Sie zuerst einige.",
  "rules.from.articles": "{count, plural, one {{sort}, aus # Artikel} other {{sort}, aus # Artikeln}}",
  "rules.from.team": "von {name}",
  "rules.from.agent": "von {name} (Agent)",
  "rules.from.new": "noch nicht festgelegt",
  "rules.sort.email": "E-Mail-Adresse",
  "rules.sort.phone": "Telefonnummer",
  "rules.sort.iban": "Konto",
  "rules.sort.address": "Postanschrift",
  "rules.sort.domain": "Host",
  "rules.sort.brand": "Marke oder Produkt",
  "rules.proposed":
    "{count, plural, one {# weiteres Wort in öffentlichen Artikeln} other {# weitere Wörter in öffentlichen Artikeln}}",
  "rules.proposed.lead":
    "Sie gehören vielleicht zu einer Person oder kommen nur in wenigen Artikeln vor. Deshalb werden sie maskiert, wenn Sie nichts anderes wählen.",
  "rules.proposed.keep": "Nie ersetzen",
  "rules.agents": "Agenten dürfen Wörter hinzufügen",
  "rules.agents.lead":
    "Jedes Wort ist eine eigene Version, die nennt, wer es hinzugefügt hat, und lässt sich zurücknehmen.",

  "rules.pattern": "Bestellnummern",
  "rules.pattern.lead":
    "Ein regulärer Ausdruck. Was zu ihm passt, ist eine Bestellnummer und wird nicht maskiert; Karten und Konten werden trotzdem maskiert. Leer: Nummern nach einem Wort wie „Bestellung“ bleiben stehen.",
  "rules.try": "An einem Text ausprobieren",
  "rules.try.found": "Findet {found}.",
  "rules.try.nothing": "Findet darin nichts.",
  "rules.pattern.broken":
    "Das ist kein gültiger regulärer Ausdruck. Prüfen Sie seine Klammern und schreiben Sie \\ vor ein Zeichen, das für sich selbst steht.",
  "rules.pattern.long": "Er ist länger als 200 Zeichen. Kürzen Sie ihn.",
  "rules.pattern.empty": "Er passt auch auf leeren Text. Verlangen Sie mindestens ein Zeichen, etwa mit \\d'{'4,10'}'.",
  "rules.pattern.nested":
    "Eine wiederholte Gruppe enthält eine Wiederholung oder eine Auswahl. Die Suche danach kann endlos dauern. Schreiben Sie die Gruppe aus.",
  "rules.pattern.reference":
    "Er verweist auf eine Gruppe zurück (\\1). Die Suche danach kann endlos dauern. Schreiben Sie ein zweites Mal aus, was gemeint ist.",
  "rules.pattern.many":
    "Er kann auf zu viele Arten passen. Die Suche danach kann endlos dauern. Geben Sie Wiederholungen ein kleines Ende, etwa \\d'{'4,10'}' statt \\d+, höchstens 64.",
  "rules.pattern.no-digit":
    "Er findet auch Wörter ohne Ziffer, also auch Namen. Verlangen Sie eine Ziffer, etwa mit \\d'{'4,10'}'.",

  "rules.save": "Regeln festlegen",
  "rules.saving": "Werden festgelegt.",
  "rules.saved": "Festgelegt.",
  "rules.same": "Es ist nichts geändert",
  "rules.drop": "Meine Änderungen verwerfen",
  "rules.changed": "{name} hat die Regeln zuerst geändert. Von Ihnen wurde nichts festgelegt.",
  "rules.changed.lead": "Die andere Fassung ist Version {version}. Ihre würde sie ganz ersetzen.",
  "rules.theirs": "Die andere übernehmen",
  "rules.mine": "Stattdessen meine festlegen",
  "rules.import": "Ein Import von Artikeln",

  "notice.unmasked-data":
    "Das Relay hat {what} unmaskiert gefunden und die Anfrage abgelehnt.|„Neu“ maskiert noch einmal. Wenn es wieder vorkommt, schreiben Sie selbst und informieren Sie den Betreiber des Relays.",
  "unmasked.word.card": "eine Kartennummer",
  "unmasked.word.iban": "eine Kontonummer",
  "unmasked.word.email": "eine E-Mail-Adresse",
  "unmasked.word.some": "etwas",
  refused: "Abgelehnte Ergebnisse",
  "refused.lead":
    "Das Relay hat die Ergebnisse dieser Antworten abgelehnt, weil etwas darin nicht maskiert war. Es hat nichts gespeichert. Sie warten hier, verschlüsselt.",
  "refused.item": "Ticket {ticket}: Darin stand {what} unmaskiert.",
  "refused.mask": "Maskieren und senden",
  "refused.discard": "Verwerfen",
  "refused.busy": "Dies wird gerade bearbeitet",
  "refused.failed": "Das hat nicht geklappt. Das Ergebnis wartet weiter hier; versuchen Sie es erneut.",

  "override.fixed.address":
    "Das Relay nimmt außer denen des Teams keine E-Mail-Adressen an. Die Teamleitung oder ein Admin kann die Adresse in die Liste der Wörter aufnehmen, die nie ersetzt werden.",
  "review.note.masked": "Namen, Adressen und Nummern darin werden ersetzt, bevor die Notiz diesen Browser verlässt.",
  "lead.fault.unmasked-data":
    "Das Relay hat in der Notiz eine Kartennummer, ein Konto oder eine E-Mail-Adresse gefunden.|Nichts wurde gespeichert. Entfernen Sie es und speichern Sie dann erneut.",

  "rules.team": "Auch für das Team",
  "rules.team.lead":
    "Nur das Wort geht im Klartext an das Relay und von dort an die Browser des Teams. Ein Admin kann es wieder entfernen.",

  "rules.versions": "Versionen",
  "rules.version": "Version {version}",
  "rules.version.now": "jetzt",
  "rules.by.saved": "{name}, {when}",
  "rules.by.word": "ein Wort von {name}, {when}",
  "rules.by.import": "Import von Artikeln, {when}",
  "rules.by.sites": "Hashen der Websites umgestellt von {name}, {when}",
  "rules.by.undo": "{name} ist zu Version {of} zurückgekehrt, {when}",
  "rules.version.added": "Hinzugefügt: {words}.",
  "rules.version.gone": "Entfernt: {words}.",
  "rules.version.more": "{count, plural, one {{words} und # weiteres} other {{words} und # weitere}}",
  "rules.version.none": "Es wurde kein Wort hinzugefügt oder entfernt.",
  "rules.undo": "Zurück zu Version {version}",
  "rules.undo.start": "Zurück zum Anfang",
  "rules.undone": "Version {version} gilt wieder.",
  "rules.undo.typed": "Legen Sie zuerst Ihre Änderungen fest oder verwerfen Sie sie",
  "rules.somebody": "Jemand"
}
