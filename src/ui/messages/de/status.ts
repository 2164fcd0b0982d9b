import type { status as english } from "../en/status.ts"
import type { Translation } from "../translation.ts"

/** The admin page's card "Status". */
export const status: Translation<typeof english> = {
  status: "Status",
  "status.lead": "Zustand der Relays an dieser Datenbank. Diese Karte fragt alle zehn Sekunden erneut.",
  "status.asof": "Die Angaben unten sind von {time}.",
  "status.fine": "Dieses Relay ist bereit, und kein Modell ist ausgefallen.",
  "status.unready": "Dieses Relay ist nicht bereit. {reasons}",
  "status.unready.shutting-down": "Das Relay wird gerade angehalten.",
  "status.unready.database-down": "Die Datenbank antwortet nicht: Läuft sie, und ist sie erreichbar?",
  "status.unready.database-behind":
    "Der Datenbank {count, plural, one {fehlt # Schritt} other {fehlen # Schritte}} dieser Version: Starten Sie das Relay neu, dann wird das nachgeholt.",
  "status.unready.silent":
    "Seit {count, plural, one {# Sekunde} other {# Sekunden}} hat kein Lebenszeichen dieses Relays die Datenbank erreicht, andere Relays halten es deshalb für ausgefallen. Der Grund steht in seinem Protokoll (relay-beat).",
  "status.silent": `{count, plural,
    one {# Relay antwortet nicht mehr. Seine Entwürfe beginnen von vorn, wenn sie erneut angefordert werden.}
    other {# Relays antworten nicht mehr. Deren Entwürfe beginnen von vorn, wenn sie erneut angefordert werden.}
  }`,

  "status.relays": "Relays",
  "status.relay": "Relay",
  "status.relay.here": "{id} (dieses)",
  "status.state": "Zustand",
  "status.living": "antwortet",
  "status.dead": "keine Antwort seit {time}",
  "status.since": "Gestartet",
  "status.version": "Version",
  "status.version.before": "eine frühere",
  "status.streams": "Streams",
  "status.memory": "Speicher",
  "status.megabytes": "{count, number} MB",
  "status.unknown": "unbekannt",

  "status.models": "Modelle, die schreiben",
  "status.models.none": "Es ist kein Modell eingerichtet: Entwürfe werden aus Artikeln zusammengestellt.",
  "status.model": "Modell",
  "status.model.sentence": "{name}: {state}.",
  "status.model.at": "{name} bei {id}",
  "status.model.answering": "antwortet seit {time}",
  "status.model.unasked": "seit dem Start des Relays nicht gefragt",
  "status.model.failing": "antwortet seit {time} mit Fehlern; wird weiter gefragt",
  "status.model.away": `{count, plural,
    =0 {ausgesetzt seit {time}; der nächste Entwurf versucht es; bis es antwortet, schreibt das nächste Modell der Reihe}
    one {ausgesetzt seit {time}, nächster Versuch in # Sekunde; bis dahin schreibt das nächste Modell der Reihe}
    other {ausgesetzt seit {time}, nächster Versuch in # Sekunden; bis dahin schreibt das nächste Modell der Reihe}
  }`,
  "status.running": "Läuft",
  "status.running.of": "{count, number} von {most, number}",
  "status.waiting": "Wartet",

  "status.queues": "Was läuft oder wartet",
  "status.queue.drafts": "Entwürfe in Arbeit",
  "status.queue.running": "Laufende Importe",
  "status.queue.waiting": "Wartende Importe",
  "status.queue.deliveries": "Wartende Zustellungen von Webhooks",
  "status.queue.threads": "Große Tickets, die gelesen werden oder darauf warten",

  "status.budgets": "Budgets von heute",
  "status.prepared": "Vorbereitete Entwürfe",
  "status.prepared.used":
    "{count, number} für {people, plural, one {# Person} other {# Personen}}; jede darf {most, number} haben.",
  "status.cost": "Geld für Modelle",
  "status.cost.used": "{amount} für {people, plural, one {# Person} other {# Personen}}; jede darf {most} ausgeben.",
  "status.cost.free": "{amount} für {people, plural, one {# Person} other {# Personen}}; unbegrenzt.",
  "status.used-up": `{count, plural,
    =0 {Niemand hat das eigene Budget aufgebraucht.}
    one {# Person hat das eigene Budget aufgebraucht.}
    other {# Personen haben das eigene Budget aufgebraucht.}
  }`,

  "status.errors": "Fehler der letzten 24 Stunden",
  "status.errors.none": "In den letzten 24 Stunden ist nichts fehlgeschlagen.",
  "status.errors.hour": "Nach Stunde",
  "status.errors.code": "Nach Art",
  "status.hour": "Stunde",
  "status.kind.request": "Anfragen",
  "status.kind.draft": "Entwürfe",
  "status.kind.model": "Modelle",
  "status.kind.import": "Importe",
  "status.kind.webhook": "Webhooks",
  "status.what": "Was fehlschlug",
  "status.how": "Wie",
  "status.times": "Anzahl",

  pages: "Seiten der Helpdesks",
  "pages.lead":
    "Browser zählen, welche Teile der Seite eines Tickets sie noch erkennen. Keine Wörter, kein Ticket und kein Name.",
  "pages.none": "Noch hat kein Browser etwas gemeldet.",
  "pages.fault":
    "{helpdesk}: „{part}“ passt seit {day} nicht, {browsers, plural, one {# Browser} other {# Browser}}, {tickets, plural, one {# Ticket} other {# Tickets}}.",
  "pages.fine": "{helpdesk}: Jeder Teil passt, {browsers, plural, one {# Browser} other {# Browser}} am {day}.",
  "pages.fits-again": "{helpdesk}: „{part}“ passte ab {day} nicht; seit {again} passt es wieder.",
  "pages.days": "Was nicht passte, nach Tag",
  "pages.day": "Tag",
  "pages.helpdesk": "Helpdesk",
  "pages.part": "Teil",
  "pages.extension": "Erweiterung",
  "pages.product": "Version des Helpdesks",
  "pages.browsers": "Browser",
  "pages.tickets": "Tickets",

  corrections: "Berichtigte Selektoren",
  "corrections.none": "Das Relay hat keine Datei mit Berichtigungen. Browser verwenden die eingebauten Selektoren.",
  "corrections.stored": "Das Relay hat die Datei mit der Seriennummer {serial, number} vom {day}.",
  "corrections.of": "{helpdesk}: {count, plural, one {# Selektor} other {# Selektoren}}",
  "corrections.applied": "Dieser Browser nimmt sie an: Die Signatur stimmt, und diese Selektoren sind berichtigt.",
  "corrections.no-key":
    "Dieser Browser berichtigt nichts: Er hat keinen Schlüssel, um die Signatur zu prüfen. Setzen Sie „correctionKey“ in der Richtlinie des Browsers.",
  "corrections.bad-key":
    "Dieser Browser berichtigt nichts: „correctionKey“ in der Richtlinie des Browsers ist kein öffentlicher Schlüssel. Er hat 44 Zeichen; mehrere sind durch ein Leerzeichen getrennt.",
  "corrections.no-ed25519":
    "Dieser Browser berichtigt nichts: Er ist zu alt, um die Signatur zu prüfen. Chrome 137 und Firefox 129 können es.",
  "corrections.bad-signature":
    "Dieser Browser berichtigt nichts: Die Signatur passt nicht zu seinem Schlüssel, oder die Datei wurde nach dem Signieren geändert.",
  "corrections.bad-file":
    "Dieser Browser berichtigt nichts: Die Signatur stimmt, aber diese Version kann die Datei nicht lesen.",
  "corrections.replayed":
    "Dieser Browser berichtigt nichts: Er hat zuvor Seriennummer {accepted, number} angenommen, und diese Datei hat Seriennummer {serial, number}. Signieren Sie sie erneut mit einer höheren.",
  "corrections.unusable":
    "Dieser Browser berichtigt nichts: „{name}“ ist kein Selektor oder keiner, der in dieser Version berichtigt werden darf.",

  "helpdesk.chatwoot": "Chatwoot",
  "helpdesk.freescout": "FreeScout",
  "helpdesk.freshdesk": "Freshdesk",
  "helpdesk.front": "Front",
  "helpdesk.gmail": "Gmail",
  "helpdesk.help-scout": "Help Scout",
  "helpdesk.hubspot": "HubSpot",
  "helpdesk.intercom": "Intercom",
  "helpdesk.osticket": "osTicket",
  "helpdesk.redmine": "Redmine",
  "helpdesk.request-tracker": "Request Tracker",
  "helpdesk.sample": "Beispiel-Helpdesk",
  "helpdesk.taught-page": "Seiten mit gezeigten Bereichen",
  "helpdesk.zammad": "Zammad",
  "helpdesk.zendesk": "Zendesk"
}
