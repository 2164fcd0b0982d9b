import type { webhooks as english } from "../en/webhooks.ts"
import type { Translation } from "../translation.ts"

/** The admin page's card "Webhooks". */
export const webhooks: Translation<typeof english> = {
  webhooks: "Webhooks",
  "webhooks.lead":
    "Wenn ein Ergebnis oder eine Durchsicht gespeichert wird, sendet das Relay IDs, Zustände und Zahlen an diese Adressen, nie Text eines Tickets.",
  "webhooks.none": "Noch gibt es keine Webhooks.",
  "webhooks.list": "Adressen der Webhooks",
  "webhooks.since": "Seit {time}.",
  "webhooks.counts": `{waiting, plural, =0 {Nichts wartet} one {# Zustellung wartet} other {# Zustellungen warten}}, {failed, plural, =0 {und in der letzten Woche wurde keine aufgegeben.} one {und in der letzten Woche wurde # aufgegeben.} other {und in der letzten Woche wurden # aufgegeben.}}`,
  "webhooks.address": "Adresse des Empfängers",
  "webhooks.address.hint": "Sie beginnt mit https:// und ist aus dem Internet erreichbar.",
  "webhooks.address.none": "Geben Sie die Adresse des Webhooks ein.",
  "webhooks.add": "Webhook hinzufügen",
  "webhooks.adding": "Wird hinzugefügt.",
  "webhooks.added": "Geheimnis von {url}:",
  "webhooks.once":
    "Wird nur hier und nur einmal gezeigt. Der Empfänger prüft damit die Signatur, wie es die Spezifikation „Standard Webhooks“ vorsieht.",
  "webhooks.copy": "Geheimnis des Webhooks kopieren",
  "webhooks.copied": "Kopiert.",
  "webhooks.copy-failed":
    "Der Browser hat das Kopieren nicht erlaubt. Wählen Sie das Geheimnis aus und kopieren Sie es selbst.",
  "webhooks.hide": "Geheimnis ausblenden",
  "webhooks.test": "Test senden",
  "webhooks.testing": "Ein Test wird gesendet.",
  "webhooks.test.taken": "Der Empfänger hat den Test angenommen: Er antwortete {result}.",
  "webhooks.test.answered": "Der Empfänger hat den Test nicht angenommen: Er antwortete {result}.",
  "webhooks.test.redirected":
    "Der Empfänger hat den Test nicht angenommen: Er antwortete {result}, was zu einer anderen Adresse führt. Verwenden Sie stattdessen diese Adresse.",
  "webhooks.test.refused": "Der Empfänger wurde nicht gefragt: Seine Adresse liegt in einem privaten Netz.",
  "webhooks.test.certificate":
    "Der Empfänger wurde nicht gefragt: Das Relay vertraut seinem Zertifikat nicht. Vielleicht ist es abgelaufen, unvollständig oder für einen anderen Host.",
  "webhooks.test.no-host":
    "Der Empfänger wurde nicht gefragt: Es gibt keinen Host dieses Namens. Prüfen Sie die Adresse.",
  "webhooks.test.unreachable":
    "Der Empfänger war nicht erreichbar oder hat nicht innerhalb von 15 Sekunden geantwortet.",
  "webhooks.remove": "Entfernen",
  "webhooks.sure":
    "Diesen Webhook entfernen? Das Relay sendet ihm nichts mehr, auch nicht, was noch wartet, und löscht sein Geheimnis.",
  "webhooks.do": "Webhook entfernen",
  "webhooks.keep": "Behalten",
  "webhooks.removed": "Das Relay sendet nichts mehr an {url}.",
  "webhooks.deliveries": "{count, plural, one {Die letzte Zustellung} other {Die letzten # Zustellungen}}",
  "webhooks.deliveries.of": "Letzte Zustellungen an {url}",
  "webhooks.deliveries.none": "In der letzten Woche wurde nichts gesendet.",
  "webhooks.event": "Ereignis",
  "webhooks.event.outcome": "Ergebnis gespeichert",
  "webhooks.event.review": "Durchsicht gespeichert",
  "webhooks.when": "Gespeichert",
  "webhooks.state": "Zustand",
  "webhooks.state.delivered": "angenommen",
  "webhooks.state.waiting": "wartet; nächster Versuch {time}",
  "webhooks.state.failed": "aufgegeben",
  "webhooks.attempts": "Versuche",
  "webhooks.result": "Letzte Antwort",
  "webhooks.result.none": "noch keine",
  "webhooks.result.redirected": "{result}, führt zu einer anderen Adresse",
  "webhooks.result.refused": "nicht gefragt: private Adresse",
  "webhooks.result.certificate": "nicht gefragt: Zertifikat nicht vertrauenswürdig",
  "webhooks.result.no-host": "nicht gefragt: kein Host dieses Namens",
  "webhooks.result.unreachable": "nicht erreicht oder keine Antwort"
}
