import type { checks as english } from "../en/checks.ts"
import type { Translation } from "../translation.ts"

/** The cards of checks, sources and macros. */
export const checks: Translation<typeof english> = {
  checks: "Prüfung",
  "checks.count": "{count, number} zu prüfen",
  "checks.questions": "{count, plural, one {# Frage an Sie} other {# Fragen an Sie}}",
  "checks.none": "Noch nichts zu prüfen.",
  "checks.refused": "Es gibt keinen Text zum Prüfen.",
  "checks.writing": `{count, plural,
    one {# Satz geprüft, bisher ohne Befund.}
    other {# Sätze geprüft, bisher ohne Befund.}
  }`,
  "checks.failed": "{count, plural, one {Der Satz oben ist geprüft.} other {Die # Sätze oben sind geprüft.}}",
  "checks.reckoned": "„{words}“ ist aus {says} errechnet. Rechnen Sie vor dem Senden noch einmal nach.",
  "checks.supported": "{count, plural, one {# Satz hat eine Quelle.} other {# Sätze haben eine Quelle.}}",
  "checks.verified": `{count, plural,
    one {# Satz ist bestätigt, von einem Modell, das Ticket und Quellen sieht.}
    other {# Sätze sind bestätigt, von einem Modell, das Ticket und Quellen sieht.}
  }`,
  "checks.cleared": `{count, plural,
    one {An # davon hatte eine Regel Zweifel. Das Prüfmodell hat ihn bestätigt.}
    other {An # davon hatten Regeln Zweifel. Das Prüfmodell hat sie bestätigt.}
  }`,
  "checks.checking": `{count, plural,
    one {# Satz wird noch nachgeprüft.}
    other {# Sätze werden noch nachgeprüft.}
  }`,
  "checks.unanswered": "{count, plural, other {Nicht beantwortet:}}",
  "checks.not-found": `{count, plural,
    one {Der Wortlaut von # Satz steht in keiner Quelle. Nur seine Zahlen, Namen und Links wurden verglichen.}
    other {Der Wortlaut von # Sätzen steht in keiner Quelle. Nur ihre Zahlen, Namen und Links wurden verglichen.}
  }`,
  "checks.near": `{count, plural,
    one {# Satz hat Wörter mit dem Ticket oder einer Quelle gemeinsam, die ihn nicht belegen. Eine gestrichelte Nummer zeigt, wo Sie nachsehen können.}
    other {# Sätze haben Wörter mit dem Ticket oder einer Quelle gemeinsam, die sie nicht belegen. Gestrichelte Nummern zeigen, wo Sie nachsehen können.}
  }`,
  "checks.kept": `{count, plural,
    one {# Satz bleibt als Ihre eigenen Worte.}
    other {# Sätze bleiben als Ihre eigenen Worte.}
  }`,
  "checks.no-claims": "Kein Satz behauptet etwas.",
  "checks.edited": "Ihre eigenen Sätze werden nicht geprüft.",
  "checks.remove": "Entfernen",
  "checks.keep": "Als eigene Worte behalten",
  "checks.blank": "Steht weder im Ticket noch in den Quellen.",
  "checks.blank.name": "{blank}:",
  "why.no-source": "Steht weder im Ticket noch in einer Quelle.",
  "why.number": "Diese Zahl steht weder im Ticket noch in einer Quelle.",
  "why.money": "Dieser Betrag steht weder im Ticket noch in einer Quelle.",
  "why.duration": "Diese Zeitdauer steht weder im Ticket noch in einer Quelle.",
  "why.date": "Dieses Datum steht weder im Ticket noch in einer Quelle.",
  "why.link": "Dieser Link steht weder im Ticket noch in einer Quelle.",
  "why.name": "Dieser Name steht weder im Ticket noch in einer Quelle.",
  "why.language": "Nicht in der Sprache des Tickets.",
  "why.source-language":
    "Die Quellen sind in einer anderen Sprache, deshalb lässt sich dies nicht mit ihnen vergleichen.",
  "why.verifier": "Das Prüfmodell findet im Ticket und in den Quellen nichts, was dies belegt.",
  "why.verifier.contradicts": "Laut Prüfmodell steht in Quelle {n} etwas anderes.",
  "why.verifier.contradicts.ticket": "Laut Prüfmodell steht im Ticket etwas anderes.",
  "why.verifier.other-case": "Laut Prüfmodell stimmt dies, aber nicht für diesen Kunden.",
  "why.verifier.confirmed": "Laut Prüfmodell ist es durch die Quellen belegt.",
  "why.verifier.denied": "Auch das Prüfmodell bezweifelt es.",
  "why.cleared.negation": "In einer Quelle scheint das Gegenteil zu stehen.",
  "why.cleared.condition": "Eine Quelle nennt eine Bedingung.",
  "why.needs-approval": "Eine Zusage, die jemand freigeben muss.",
  "why.promise-money": "Die Zusage von Geld, die keine Quelle erlaubt.",
  "why.promise-refund": "Die Zusage einer Erstattung, die keine Quelle erlaubt.",
  "why.promise-date": "Die Zusage eines Termins, den keine Quelle nennt.",
  "why.negation": "In Quelle {n} scheint das Gegenteil zu stehen: „{says}“",
  "why.condition": "Hier steht „alle“ oder „immer“. Quelle {n} nennt eine Bedingung: „{says}“",
  "why.contradicts": "In Quelle {n} steht etwas anderes.",
  "why.contradicts.says": "In Quelle {n} steht „{says}“.",
  "why.contradicts.ticket": "Im Ticket steht etwas anderes.",
  "why.contradicts.ticket.says": "Im Ticket steht „{says}“.",
  sources: "Quellen",
  "sources.open": "öffnen",
  "sources.none": "Noch keine Quelle.",
  "sources.none.used": "Keine Quelle wird verwendet.",
  "sources.writing": "Quellen werden gesucht.",
  "sources.near": "am ähnlichsten, nicht verwendet",
  "sources.found": "gefunden, nicht verwendet",
  macros: "Makros",
  "macros.find": "Makro nach Wörtern suchen",
  "macros.loading": "Die Makros werden gelesen.",
  "macros.found": "{count, plural, =0 {Kein Makro enthält diese Wörter.} one {# Makro.} other {# Makros.}}",
  "macros.none": "Es gibt kein Makro für eine öffentliche Antwort.",
  "macros.first":
    "Die ersten {shown, number} von {count, plural, one {# Makro} other {# Makros}}. Geben Sie mehr Wörter ein, um die Liste zu kürzen.",
  "macros.more": "Der Helpdesk hat mehr Makros, als hier durchsucht werden. Seine eigene Liste enthält alle.",
  "macros.reading": "Das Makro wird gelesen.",
  "macros.insert": "Dieses Makro einfügen",
  "macros.only-text": "Nur der Text wird eingefügt. Was das Makro sonst ändert, bleibt Sache des Helpdesks."
}
