import type { offSwitches as english } from "../../en/common/off-switches.ts"
import type { Translation } from "../../translation.ts"

/** The admin page's card "Off switches". */
export const offSwitches: Translation<typeof english> = {
  switches: "Ausschalter",
  "switches.lead":
    "Was für manche Tickets oder Personen abgeschaltet ist. Ein Browser, der davon weiß, sendet nichts davon, und die Seitenleiste nennt den Grund.",
  "switches.none": "Nichts ist abgeschaltet.",
  "switches.list": "Was abgeschaltet ist",
  "switches.kind": "Was abgeschaltet wird",
  "switches.kind.reading": "Lesen: Vom Ticket wird nichts verwendet oder gesendet",
  "switches.kind.preparing": "Vorbereitete Entwürfe: Ein Entwurf entsteht nur auf Anfrage",
  "switches.kind.model": "Modelle: Entwürfe werden ohne Modell geschrieben",
  "switches.row.reading": "Lesen ist abgeschaltet bei {when}",
  "switches.row.preparing": "Vorbereitete Entwürfe sind abgeschaltet bei {when}",
  "switches.row.model": "Modelle sind abgeschaltet bei {when}",
  "switches.when": "Für welche Tickets oder Personen",
  "switches.when.hint":
    "Zum Beispiel: tag is vip; field Country is CH; group is Second level; person is Mia Berg; site is https://*.zendesk.com; always. Mehrere verbindet das Wort and.",
  "switches.when.wrong": "Diese Bedingung ist nicht lesbar. Schreiben Sie sie wie in den Beispielen.",
  "switches.add": "Abschalten",
  "switches.adding": "Wird abgeschaltet.",
  "switches.added": "Es ist abgeschaltet. Browser erfahren es mit der nächsten Antwort des Relays.",
  "switches.since": "Seit {time}, von {by}.",
  "switches.remove": "Entfernen",
  "switches.sure": "Diesen Schalter entfernen? Was er abschaltet, ist dann wieder an.",
  "switches.do": "Schalter entfernen",
  "switches.keep": "Abgeschaltet lassen",
  "switches.removed": "Der Schalter ist entfernt."
}
