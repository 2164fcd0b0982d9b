import type { knowledge as english } from "../en/knowledge.ts"
import type { Translation } from "../translation.ts"

/** What the team knows: a draft's sources, the search, similar tickets, macros for a thread. */
export const knowledge: Translation<typeof english> = {
  "source.show": "Textstelle {n} zeigen",
  "source.hide": "Textstelle {n} ausblenden",
  "source.show.of": "Textstelle aus {title} zeigen",
  "source.hide.of": "Textstelle aus {title} ausblenden",
  "source.link": "Seite öffnen",
  "source.internal": "intern",
  "source.internal.long": "Intern, wird Kunden nie zitiert",
  "source.changed": "{kind} · geändert {date}",
  "source.changed.on": "geändert {date}",
  "source.version": "Version {n}",
  "source.also": "Auch:",
  "source.article": "Artikel",
  "source.policy": "Richtlinie",
  "source.macro": "Makro",
  "source.ticket": "Gelöstes Ticket",
  "source.attachment": "Anhang",
  "source.earlier": "Früheres Ticket",
  "source.lookup": "Abfrage",
  "source.memory": "Merksatz des Teams",
  "source.playbook": "Playbook",
  "source.product": "Produkt",
  "source.do": "Was mit {title} geschehen soll",
  "source.use": "Diese Quelle verwenden",
  "source.not": "Diese nicht",
  chosen: "Von Ihnen gewählte Quellen",
  "chosen.use": "Vorangestellt:",
  "chosen.not": "Weggelassen:",
  "chosen.back": "Zurücknehmen",
  "chosen.back.long": "Zurücknehmen: {title}",
  "notice.choose-many-use": "Zehn Quellen sind schon vorangestellt.|Nehmen Sie zuerst eine davon zurück.",
  "notice.choose-many-not": "Zwanzig Quellen sind schon weggelassen.|Nehmen Sie zuerst eine davon zurück.",

  search: "Wissen durchsuchen",
  "search.find": "Eigene Wörter",
  "search.do": "Suchen",
  "search.lead":
    "Durchsucht alles, was Ihr Team weiß. Ihre Wörter werden maskiert und gesendet, wenn Sie „Suchen“ drücken.",
  "search.busy": "Wird gesucht.",
  "search.found": `{count, plural,
    =0 {Keines von {documents, plural, one {# Dokument} other {# Dokumenten}} passt zu diesen Wörtern.}
    one {Das beste von {documents, plural, one {# Dokument} other {# Dokumenten}}.}
    other {Die besten # von {documents, plural, one {# Dokument} other {# Dokumenten}}.}
  }`,
  "search.sent-as": "Gesendet als:",
  "search.go": "Wissen mit eigenen Wörtern durchsuchen",

  "replies.loading": "Das Relay wird gefragt.",
  "replies.waits": "Wartet, bis das Ticket gelesen ist.",
  similar: "Ähnliche gelöste Tickets",
  "similar.none": "Kein gelöstes Ticket ist diesem ähnlich.",
  "similar.found": "{count, plural, one {# Ticket.} other {# Tickets, das ähnlichste zuerst.}}",
  "similar.good": "gut bewertet",
  "similar.bad": "schlecht bewertet",
  "similar.asked": "Frage",
  "similar.answered": "Antwort",
  "similar.reply": "Antwort auf {title}",
  "similar.insert": "Diese Antwort einfügen",
  "similar.copy": "Antwort kopieren",
  "similar.tags": "Tags:",
  "similar.link": "Ticket öffnen",
  "macros.ranked": "Für diesen Verlauf",
  "macros.ranked.none": "Kein Makro, das das Relay kennt, passt zu diesem Verlauf.",
  "macros.all": "Alle aus dem Helpdesk",
  "macros.unfilled": "Der Helpdesk kann dieses jetzt nicht ausfüllen. Ergänzen Sie die fehlenden Teile selbst.",

  "fault.relay-unreachable":
    "Das Relay antwortet nicht. Was hier steht, bleibt. Versuchen Sie es erneut, wenn das Relay wieder da ist.",
  "fault.relay-stopped": "Das Relay antwortet nicht mehr. Versuchen Sie es erneut.",
  "fault.relay-busy": "Das Relay ist ausgelastet. Versuchen Sie es in einer Minute erneut.",
  "fault.relay-error":
    "Das Relay hat einen Fehler gemeldet. Versuchen Sie es erneut; wenn es wieder vorkommt, informieren Sie den Betreiber des Relays.",
  "fault.database-down": "Das Relay erreicht seine Datenbank nicht. Versuchen Sie es erneut, wenn sie wieder da ist.",
  "fault.mask-timeout":
    "Das Verbergen persönlicher Angaben hat zu lange gedauert. Nichts hat den Browser verlassen. Versuchen Sie es erneut.",
  "fault.unmasked-data":
    "Das Relay hat {what} unmaskiert gefunden und die Suche nicht ausgeführt. Entfernen Sie das und versuchen Sie es erneut.",
  "fault.search-empty": "Geben Sie zuerst ein, wonach gesucht werden soll."
}
