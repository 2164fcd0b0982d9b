import type { popup as english } from "../en/popup.ts"
import type { Translation } from "../translation.ts"

/** The popup: pairing, sites, what is kept on this computer. */
export const popup: Translation<typeof english> = {
  "kept.drafts": "{count, plural, one {# Entwurf} other {# Entwürfe}}",
  "kept.outcomes": "{count, plural, one {# nicht gemeldetes Ergebnis} other {# nicht gemeldete Ergebnisse}}",
  "kept.both": "{drafts} und {outcomes}",
  pair: "Diesen Browser verbinden",
  "pair.lead": "Das Relay hat beim Start einen Code ausgegeben. Er gilt nur einmal und nur zehn Minuten lang.",
  "pair.address": "Adresse des Relays",
  "pair.code": "Kopplungscode",
  "pair.do": "Koppeln",
  "pair.doing": "Wird gekoppelt.",
  "pair.fixed": "Ihre Organisation hat diese Adresse festgelegt.",
  "pair.bad-address": "Das ist keine Adresse. Sie sieht so aus: 127.0.0.1:8787 oder https://relay.example.com.",
  "pair.unsafe":
    "Ohne HTTPS kann im Netz jeder mitlesen. Deshalb ist so nur ein Relay auf diesem Computer erreichbar: http://127.0.0.1:8787. Für ein Relay an einem anderen Ort geben Sie dessen Adresse mit https:// ein.",
  "pair.no-code": "Geben Sie den Code ein, den das Relay ausgegeben hat.",
  "pair.not-allowed":
    "Der Browser durfte dieses Relay nicht erreichen. Drücken Sie „Koppeln“ und erlauben Sie den Zugriff.",
  "pair.used": "Dieser Code wurde schon verwendet. Fordern Sie beim Relay einen neuen an.",
  "pair.wrong": "Das Relay kennt diesen Code nicht. Prüfen Sie ihn oder fordern Sie einen neuen an.",
  "pair.expired": "Dieser Code ist älter als zehn Minuten. Fordern Sie beim Relay einen neuen an.",
  "pair.unreachable": "Unter dieser Adresse antwortet kein Relay. Starten Sie es oder prüfen Sie die Adresse.",
  "pair.other-version":
    "Das Relay hat eine andere Version. Aktualisieren Sie die Erweiterung oder das Relay, damit beide zusammenpassen.",
  "pair.other": "Die Kopplung ist fehlgeschlagen: {why}",
  "pair.not-lead": "Dieser Code ist für einen Agenten. Fordern Sie beim Relay einen Code für die Teamleitung an.",
  preparing: "Vorbereitete Entwürfe",
  "preparing.on": "Beim Öffnen eines Tickets einen Entwurf vorbereiten",
  "preparing.list": "Auch für die nächsten Tickets der Liste",
  "preparing.unused": "Zehn in Folge blieben ungenutzt, deshalb werden nur noch Zusammenfassungen vorbereitet.",
  "preparing.budget": "Für heute aufgebraucht. Ab 00:00 UTC geht es weiter.",
  "preparing.policy": "Ihre Organisation hat sie abgeschaltet.",
  "preparing.team": "Ein Admin hat sie für das Team abgeschaltet.",
  "preparing.again": "Wieder vorbereiten",
  "site.on": "Ein. Tickets werden hier gelesen und Antworten entworfen.",
  "site.forbidden": "Ihre Organisation erlaubt Replywright auf dieser Website nicht. Hier wird nichts gelesen.",
  "site.switched-off": "Ihre Organisation hat dies abgeschaltet.",
  "site.unknown":
    "Die Richtlinie Ihrer Organisation enthält Namen, die es nicht gibt: {names}. Bis das berichtigt ist, wird nichts gelesen. Informieren Sie die IT, die Ihren Browser verwaltet.",
  "site.off": "Aus. Auf dieser Website wird nichts gelesen.",
  "site.off.lead":
    "Beim Einschalten fragt der Browser nach dem Zugriff auf nur diese Website. Sie können ihn hier wieder zurücknehmen.",
  "site.allow": "Diese Website erlauben",
  "site.framed": "Dieser Helpdesk ergänzt Anrede und Gruß selbst: Beim Einfügen entfallen beide",
  "site.stop": "Hier ausschalten",
  "site.none": "Von einer solchen Seite können keine Tickets gelesen werden.",
  "site.failed": "Das hat nicht geklappt. Auf dieser Website wird nichts gelesen. {why}",
  "site.not-allowed": "Der Browser durfte diese Website nicht lesen. Hier wird nichts gelesen.",
  "popup.status": "Status",
  "popup.relay": "Relay",
  "popup.model": "Modell",
  "status.no-model": "keins: Entwürfe ohne Modell",
  "status.person": "Angemeldet als {name}, {role}",
  "status.sign-out": "Abmelden",
  "status.open": "Seitenleiste öffnen",
  "status.failed": "Die Erweiterung hat nicht geantwortet. Schließen Sie dieses Fenster und öffnen Sie es erneut.",
  masking:
    "Namen, Adressen, Telefonnummern und andere persönliche Daten werden ersetzt, bevor etwas den Browser verlässt. Die meisten Namen im laufenden Text werden gefunden, aber nicht alle; in japanischen Texten werden sie nicht zuverlässig gefunden.",
  kept: "Auf diesem Computer gespeichert",
  "kept.nothing": "Keine Entwürfe.",
  "kept.lead": "{drafts}, verschlüsselt. Alle Ergebnisse sind gemeldet.",
  "kept.lead.waiting": "{drafts}, verschlüsselt. {outcomes} noch nicht gemeldet.",
  "kept.results": "{count, plural, one {# Ergebnis} other {# Ergebnisse}}",
  wipe: "Löschen",
  "wipe.ask": "Alles löschen, was hier gespeichert ist?",
  "wipe.lead": "{drafts} und Ihre Anmeldung werden gelöscht. Die Tickets in Ihrem Helpdesk bleiben unverändert.",
  "wipe.lost": `{count, plural,
    one {# Ergebnis, das noch nicht gemeldet ist, geht verloren.}
    other {# Ergebnisse, die noch nicht gemeldet sind, gehen verloren.}
  }`,
  "wipe.do": "{count, plural, =0 {Alles löschen} one {# Entwurf löschen} other {# Entwürfe löschen}}",
  "wipe.keep": "Behalten",
  "wipe.left":
    "Es konnte nicht alles gelöscht werden. Noch hier: {parts}. Versuchen Sie es erneut. Wenn Sie die Erweiterung aus dem Browser entfernen, wird alles gelöscht.",
  "wipe.left.drafts": "die Entwürfe und Ergebnisse, verschlüsselt",
  "wipe.left.sign-in": "Ihre Anmeldung und Einstellungen",
  "wipe.left.sites": "die Berechtigung für Websites",
  "wipe.report": "{count, plural, one {Zuerst # Ergebnis melden?} other {Zuerst # Ergebnisse melden?}}",
  "wipe.report.do": "Jetzt versuchen",
  "site.hashed": "Website {mark}"
}
