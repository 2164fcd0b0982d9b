import type { voices as english } from "../en/voices.ts"
import type { Translation } from "../translation.ts"

/** The admin page's card of the team's voices. */
export const voices: Translation<typeof english> = {
  voices: "Stile",
  "voices.lead":
    "Wie Antworten klingen, nach Marke, Gruppe, Sprache und Kanal. Jede Änderung ist eine Version, und Entwürfe, die danach entstehen, zeigen eine neue Entwurfsversion.",
  "voices.none": "Es gibt keinen Stil. Entwürfe werden ohne Stil geschrieben.",
  "voices.list": "Stile des Teams",
  "voices.of": "{of}, Version {version}, seit {time}.",
  "voices.of.all": "Alle Tickets, Version {version}, seit {time}.",
  "voices.show": "Text zeigen",
  "voices.remove": "Entfernen",
  "voices.sure": "Entwürfe werden nicht mehr in diesem Stil geschrieben. Seine Versionen bleiben.",
  "voices.do": "Entfernen",
  "voices.keep": "Behalten",
  "voices.removed": "{name} ist entfernt.",
  "voices.learn": "Aus Antworten lernen",
  "voices.learning": "Die Antworten werden gelesen.",
  "voices.learn.hint":
    "Schlägt aus den importierten gelösten Tickets einen Stil vor. Nichts wird gespeichert, bevor Sie ihn bearbeiten und speichern.",
  "voices.learn.none":
    "Noch ist kein gelöstes Ticket importiert. Importieren Sie zuerst welche auf dieser Seite unter „Wissen“.",
  "voices.learn.found": "{language}: {replies, plural, one {# Antwort} other {# Antworten}}.",
  "voices.learn.few":
    "{language}: {replies, plural, one {# Antwort} other {# Antworten}}. Mindestens {needed, number} sind nötig, deshalb wird kein Stil vorgeschlagen.",
  "voices.learn.take": "Vorschlag bearbeiten",
  "voices.source": "Text eines Stils (YAML)",
  "voices.source.hint": "Fügen Sie eine Datei ein. Ein Stil der Liste mit demselben Namen wird ersetzt.",
  "voices.unsaved": "Speichern Sie zuerst den Text unten oder leeren Sie das Feld: Der Vorschlag würde ihn ersetzen.",
  "voices.source.none": "Fügen Sie den Text eines Stils ein.",
  "voices.mistakes": "Nicht gespeichert:",
  "voices.save": "Stil speichern",
  "voices.saving": "Wird gespeichert.",
  "voices.preview": "Vorschau",
  "voices.preview.writing": "Die Entwürfe werden geschrieben.",
  "voices.preview.done":
    "{letters, plural, =0 {Kein Beispielticket hat einen Entwurf in diesem Stil.} one {# Entwurf in diesem Stil.} other {# Entwürfe in diesem Stil.}}{old, select, yes { Der Text wurde seitdem geändert: Drücken Sie erneut „Vorschau“.} other {}}",
  "voices.preview.mistakes": "Vorschau nicht möglich:",
  "voices.preview.of": "Vorschau von {name}",
  "voices.preview.of.text": "Vorschau des Textes, {name}",
  "voices.preview.how":
    "Ohne Modell geschrieben, aus den Seiten des Beispielshops. Nichts wird gespeichert oder gezählt, und der Stil gilt hier unabhängig von Marke und Gruppe.",
  "voices.preview.about":
    "{language}, {channel, select, mail {E-Mail} chat {Chat} messaging {Messenger} social {öffentlich} other {{channel}}}, von {requester}.",
  "voices.preview.asked": "Nachricht des Kunden",
  "voices.preview.without": "Ohne den Stil",
  "voices.preview.with": "Mit dem Stil",
  "voices.preview.same": "Der Stil ändert an diesem Entwurf nichts.",
  "voices.preview.clean": "Die Prüfung des Stils findet darin nichts.",
  "voices.preview.findings": "Die Prüfung des Stils findet:",
  "voices.preview.times": "({times, number}-mal)",
  "voices.saved": "{name} ist als Version {version} gespeichert."
}
