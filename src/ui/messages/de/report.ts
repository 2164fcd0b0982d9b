import type { report as english } from "../en/report.ts"
import type { Translation } from "../translation.ts"

/** The lead's page on the state of the knowledge. A kind of finding has a name, and a line on what was looked for. */
export const report: Translation<typeof english> = {
  "title.knowledge": "Replywright – Wissen",
  "lead.knowledge": "Wissen",
  report: "Zustand des Wissens",
  "report.looking": "Das Wissen wird durchgesehen.",
  "report.looking.at": "{count, plural, one {# Dokument wird durchgesehen.} other {# Dokumente werden durchgesehen.}}",
  "report.failed": "Das Wissen konnte nicht geprüft werden.",
  "report.at": "{count, plural, one {# Dokument, durchgesehen {when}.} other {# Dokumente, durchgesehen {when}.}}",
  "report.again": "Erneut durchsehen",
  "report.no-documents": "Noch sind keine Artikel importiert. Ein Admin importiert sie auf der Verwaltungsseite.",
  "report.clean": "Nichts zu beheben.",
  "report.clean.kind": "Nichts von dieser Art zu beheben.",
  "report.none-settled": "Kein aktueller Befund ist erledigt.",
  "report.show": "Zeigen",
  "report.open": "Offen ({n})",
  "report.settled": "Erledigt ({n})",
  "report.kind": "Art",
  "report.kind.all": "Alle Arten",
  "report.kind.count": "{kind} ({n})",
  "report.heading": "{kind}: {n}",

  "report.coverage": "Tickets mit und ohne Seite",
  "report.coverage.share": "Für {share} der Tickets findet die Suche eine Seite",
  "report.coverage.none": "Keine Tickets, an denen sich die Abdeckung messen ließe",
  "report.coverage.few": "Abdeckung: noch zu wenig Daten",
  "report.coverage.lead":
    "{answered, number} von {searched, number}, für die gesucht wurde, aus {count, plural, one {# Ticket} other {# Tickets}} {weeks, plural, one {der letzten Woche} other {der letzten # Wochen}} mit angefordertem Entwurf. Es hängt nicht davon ab, wer die Entwürfe schrieb.",
  "report.coverage.lead.none":
    "Kein Entwurf der letzten {weeks, plural, one {Woche} other {# Wochen}} ist noch gespeichert.",
  "report.coverage.with": "Mit Seite",
  "report.coverage.without": "Ohne Seite",
  "report.coverage.tickets": "Tickets",
  "report.coverage.result": "Ergebnis",

  "report.trend": "Offene Befunde nach Tag",
  "report.trend.none": "Befunde im Zeitverlauf: noch zu wenig Daten",
  "report.trend.lead": "Letzter vollständiger Durchlauf jedes Tages: offene Befunde, ohne erledigte.",
  "report.trend.lead.kind": "Letzter vollständiger Durchlauf jedes Tages, nur diese Art: {kind}.",
  "report.trend.few": "Der Verlauf erscheint ab dem zweiten Tag, an dem das Wissen durchgesehen wird.",
  "report.trend.fell": "Weniger Befunde: {from} am {first}, {to} am {last}",
  "report.trend.rose": "Mehr Befunde: {from} am {first}, {to} am {last}",
  "report.trend.same": `{count, plural,
    one {# Befund am {first}, ebenso viele am {last}}
    other {# Befunde am {first}, ebenso viele am {last}}
  }`,
  "report.trend.open": "offen",
  "report.trend.day": "Tag",
  "report.trend.findings": "Offene Befunde",
  "report.trend.coverage": "Tickets mit Seite",

  "report.kind.contradiction": "Widersprüche",
  "report.lead.contradiction":
    "Zwei Seiten, auf denen dasselbe mit anderer Zahl, anderem Datum oder anderer Regel steht.",
  "report.kind.duplicate": "Fast gleiche Seiten",
  "report.lead.duplicate":
    "Seiten, die fast gleich sind. Eine Suche zeigt sie als eine, aber jede muss einzeln berichtigt werden.",
  "report.kind.stale": "Veraltet",
  "report.lead.stale": "Alt und noch zitiert, ein vergangenes Datum oder ein Preis, der im Produktfeed anders steht.",
  "report.kind.personal-data": "Persönliche Daten in Artikeln",
  "report.lead.personal-data": "Namen, Postfächer und Nummern von Personen auf Seiten, die alle lesen dürfen.",
  "report.kind.missing-language": "Fehlende Übersetzungen",
  "report.lead.missing-language": "Übersetzt, aber nicht in eine Sprache, in der Ihre Kunden schreiben.",
  "report.kind.never-quoted": "Nie zitiert",
  "report.lead.never-quoted": "Öffentliche Seiten, die kein Entwurf zitiert; ab 100 Entwürfen und einem Monat.",
  "report.kind.dead-link": "Tote Links",
  "report.lead.dead-link":
    "Links zu eigenen Seiten, die es nicht gibt oder die Kunden nicht öffnen können. Links zu anderen Hosts werden abgefragt, wenn Sie „Links prüfen“ drücken.",
  "report.kind.no-page": "Fragen ohne Seite",
  "report.lead.no-page": "Tickets der letzten Wochen, die keine Seite beantwortet, nach ihren Wörtern gruppiert.",
  "report.kind.refused": "Von Agenten ausgeschlossen",
  "report.lead.refused": "Seiten, zu denen Agenten immer wieder „Diese nicht“ gewählt haben.",

  "report.kind.taken-out": "Von Agenten entfernt",
  "report.lead.taken-out": "Seiten, deren Sätze Agenten immer wieder vor dem Senden aus Entwürfen entfernt haben.",

  "report.links": "Links prüfen",
  "report.links.on": "Die Hosts der Links werden gefragt, fünf je Sekunde.",
  "report.links.asking": "Links werden abgefragt: {asked} von {of}.",
  "report.links.done": `{count, plural,
    =0 {Kein Link führt zu einem anderen Host.}
    one {{asked} von # Link zu fremden Seiten wurde abgefragt; kaputte Links stehen unter „Tote Links“.}
    other {{asked} von # Links zu fremden Seiten wurden abgefragt; kaputte Links stehen unter „Tote Links“.}
  }`,
  "report.links.failed": "Die Links wurden nicht geprüft.",

  "report.tickets": "{count, plural, one {Ticket:} other {Tickets:}}",
  "report.fix": "So beheben Sie es:",
  "report.since": "Zuerst gefunden am {day}",
  "report.more": "{n, plural, one {# weiteren Befund zeigen} other {# weitere Befunde zeigen}}",
  "report.cut":
    "Die ersten {shown} von {all} sind aufgeführt. Die übrigen erscheinen, wenn diese behoben oder erledigt sind.",
  "report.settle": "Erledigt",
  "report.settle.lead": "Erledigt, bis sich der Wortlaut ändert. Der Befund zählt nicht mehr mit.",
  "report.note": "Notiz (optional)",
  "report.note.masked": "Namen werden ersetzt, bevor die Notiz den Browser verlässt.",
  "report.settle.do": "Als erledigt markieren",
  "report.settle.keep": "Offen lassen",
  "report.back": "Wieder öffnen",
  "report.saving": "Wird gespeichert.",
  "report.settled-by": "Erledigt von {name}, {when}.",
  "report.settled-at": "Erledigt, {when}.",
  "report.reopened": "Wieder offen.",
  "report.not-saved": "Nicht gespeichert.",

  solved: "Gelöste Tickets und ihre Seiten",
  "solved.lead":
    "Geben Sie an, welche Seite ein Ticket beantwortet hat, dann findet die Suche diese Seite auch für ähnlich formulierte Tickets. Seiten, bei denen die Suche sicher war, sind schon verknüpft.",
  "solved.open": "Ohne Seite ({n})",
  "solved.linked": "Mit Seite ({n})",
  "solved.none-open": "Jedes gelöste Ticket hat eine Seite.",
  "solved.none-linked": "Noch hat kein gelöstes Ticket eine Seite.",
  "solved.reply": "Was geantwortet wurde",
  "solved.confirm": "Diese Seite war die Antwort",
  "solved.undo": "Zurücknehmen",
  "solved.by-search": "Die Suche war sicher.",
  "solved.by-lead": "Diese Seite war die Antwort.",
  "solved.no-page": "Keine Seite ist diesem Ticket ähnlich.",
  "solved.looking": "Seiten werden gesucht.",
  "solved.more": "Weitere Tickets zeigen",
  "solved.failed": "Die gelösten Tickets konnten nicht aufgelistet werden.",

  memories: "Was Agenten schreiben",
  "memories.lead":
    "Was Agenten in Entwürfen geändert haben und was auch für andere Antworten gelten könnte. Ein Merksatz wird verwendet, sobald Sie ihn freigeben, oder nach drei Tickets von zwei Agenten, wenn ihm nichts widerspricht.",
  "memories.open": "Offen ({n})",
  "memories.used": "Verwendet ({n})",
  "memories.expired": "Abgelaufen ({n})",
  "memories.none.open": "Es gibt nichts zu entscheiden.",
  "memories.none.used": "Kein Merksatz ist in Verwendung.",
  "memories.none.expired": "Kein Merksatz ist abgelaufen.",
  "memories.more":
    "{n, plural, one {# weiterer Merksatz ist nicht aufgeführt.} other {# weitere Merksätze sind nicht aufgeführt.}}",
  "memories.loading": "Die Merksätze werden geladen.",
  "memories.failed": "Die Merksätze konnten nicht aufgelistet werden.",
  "memory.wording": "„{text}“ schreiben, nicht „{word}“",
  "memory.origin": `{tickets, plural,
    =0 {Die Tickets dazu sind inzwischen gelöscht.}
    one {Aus # Ticket von {agents, plural, one {# Agenten} other {# Agenten}}, zuerst am {day}.}
    other {Aus # Tickets von {agents, plural, one {# Agenten} other {# Agenten}}, zuerst am {day}.}
  }`,
  "memory.until": "Gilt bis {day}.",
  "memory.over": "Abgelaufen am {day}.",
  "memory.by": "Freigegeben von {name}, {when}.",
  "memory.approved": "Freigegeben, {when}.",
  "memory.durable": "Ohne Freigabe verwendet, weil genug Agenten es schrieben.",
  "memory.conflict": "In einer anderen Änderung steht etwas anderes:",
  "memory.against": "Auf dieser Seite steht etwas anderes:",
  "memory.tickets": "Tickets",
  "memory.approve": "Freigeben",
  "memory.edit": "Bearbeiten",
  "memory.remove": "Entfernen",
  "memory.word": "Nicht so",
  "memory.text": "Sondern so",
  "memory.sentence": "Satz",
  "memory.expires": "Letzter Tag",
  "memory.masked":
    "Keine Namen von Kunden: Der Merksatz gilt für alle. Namen werden vor dem Senden ersetzt, und ein Merksatz mit Namen wird abgelehnt.",
  "memory.meanwhile.changed":
    "Jemand anders hat diesen Merksatz geändert, seit Sie begonnen haben. Der Text oben ist der aktuelle. Wenn Sie speichern, ersetzt Ihrer ihn.",
  "memory.meanwhile.removed":
    "Jemand anders hat diesen Merksatz entfernt, seit Sie begonnen haben, deshalb kann er nicht mehr gespeichert werden.",
  "memory.save": "Speichern und freigeben",
  "memory.keep": "So lassen",
  "memory.sure": "Samt Herkunft entfernen? Er wird nicht wieder vorgeschlagen.",
  "memory.remove.do": "Entfernen"
}
