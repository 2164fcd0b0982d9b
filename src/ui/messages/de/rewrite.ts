import type { rewrite as english } from "../en/rewrite.ts"
import type { Translation } from "../translation.ts"

/** A text that is reworded, beside the text before. */
export const rewrite: Translation<typeof english> = {
  "rewrite.draft": "Entwurf umformulieren",
  "rewrite.editor": "Ihre Antwort im Editor umformulieren",
  "rewrite.change.shorter": "Kürzer",
  "rewrite.change.longer": "Länger",
  "rewrite.change.friendlier": "Freundlicher",
  "rewrite.change.formal": "Förmlicher",
  "rewrite.change.simpler": "Einfacher",
  "rewrite.change.steps": "Als Schritte",
  "rewrite.change.spelling": "Rechtschreibung",
  "rewrite.change.wish": "Nach Wunsch",
  "rewrite.wish": "Was soll sich an Ihrer Antwort ändern?",
  "rewrite.change.to-en": "Auf Englisch",
  "rewrite.change.to-de": "Auf Deutsch",
  "rewrite.change.to-fr": "Auf Französisch",
  "rewrite.change.to-es": "Auf Spanisch",
  "rewrite.change.to-pt": "Auf Portugiesisch",
  "rewrite.change.to-ja": "Auf Japanisch",
  "translation.draft": "Entwurf übersetzen in …",
  "translation.editor": "Ihre Antwort übersetzen in …",
  "translation.busy": "Wird übersetzt. Ihr Text ist unverändert.",
  "translation.found":
    "{changed, plural, =0 {Keine Zahl, kein Name und keine Verneinung weicht ab. Lesen Sie den Text, bevor Sie ihn übernehmen.} one {In einem von {all, number} Sätzen steht vielleicht etwas anderes als in Ihrem.} other {In # von {all, number} Sätzen steht vielleicht etwas anderes als in Ihren.}}",
  "translation.download": "Herunterladen und übersetzen",
  "translation.download-lead":
    "Dieser Browser kann dies übersetzen ({from} → {into}), sobald er ein Paket seines Herstellers heruntergeladen hat. Das Herunterladen verrät nichts über das Ticket.",
  "translation.downloading": "Ein Paket wird heruntergeladen, danach wird übersetzt. Das kann einige Minuten dauern.",
  "translation.browser-none":
    "Dieser Browser hat keinen Übersetzer mehr. Aktualisieren Sie ihn oder lassen Sie ein Modell einrichten.",
  "translation.browser-language":
    "Dieser Browser kann dies nicht übersetzen ({from} → {into}). Ein Modell kann es, falls eines eingerichtet ist.",
  "translation.browser-failed":
    "Der Browser konnte dies nicht übersetzen. Prüfen Sie, ob er online ist und Platz für ein Paket hat, und versuchen Sie es erneut.",
  "translation.by-browser":
    "Von diesem Browser, aus dem Text mit Platzhaltern für Personen. Nichts hat ihn verlassen. Lesen Sie den Text, bevor Sie ihn übernehmen.",
  thread: "Verlauf in anderer Sprache",
  "thread.lead": "Nichts wird gesendet, bevor Sie „Übersetzen“ drücken. Namen bleiben dabei durch Platzhalter ersetzt.",
  "thread.into": "Zielsprache",
  "thread.translate": "Übersetzen",
  "thread.original": "Original",
  "thread.busy": "Die neuesten Nachrichten werden übersetzt.",
  "thread.same": "Die neuesten Nachrichten sind schon in dieser Sprache.",
  "thread.by":
    "Von {model}, das die öffentlichen Nachrichten mit Platzhaltern für Personen gesehen hat. {changed, plural, =0 {Keine Zahl, kein Name und keine Verneinung weicht ab.} one {In einem Satz weicht vielleicht etwas ab.} other {In # Sätzen weicht vielleicht etwas ab.}}",
  "thread.customer": "{author} (Kunde)",
  "thread.agent": "{author} (Ihr Team)",
  "rewrite.result": "{of, select, editor {{change}: Ihre Antwort} other {{change}}}",
  "rewrite.close": "Schließen",
  "rewrite.no-spelling": "Ohne Modell wird die Rechtschreibung nur in diesen Sprachen korrigiert: {languages}.",
  "rewrite.busy": "Wird umformuliert. Ihr Text ist unverändert.",
  "rewrite.nothing": "Hier ist nichts zu ändern. Ihr Text ist unverändert.",
  "rewrite.faithful":
    "Keine Zahl, kein Name, keine Bedingung und keine Zusage scheint sich zu ändern. Lesen Sie den Text, bevor Sie ihn übernehmen.",
  "rewrite.changed":
    "Eine Umformulierung darf Worte ändern, aber keine Angaben und Zusagen. {changed, plural, one {Eine Änderung} other {# Änderungen}} von {all, number} {changed, plural, one {sagt} other {sagen}} vielleicht etwas anderes, deshalb blieb Ihr Text dort stehen.",
  "rewrite.used": "Übernommen. Ihren vorigen Text holen Sie mit einem Klick zurück.",
  "rewrite.keeps": "behält alle Angaben",
  "rewrite.use": "Übernehmen",
  "rewrite.use-others": "{count, plural, one {Die andere übernehmen} other {Die # anderen übernehmen}}",
  "rewrite.use-anyway": "Alles übernehmen",
  "rewrite.again": "Erneut versuchen",
  "rewrite.undo": "Meinen Text zurückholen",
  "rewrite.by": "Von {model}, das nur diesen Text gesehen hat, mit Platzhaltern für Personen.",
  "rewrite.by-rules": "Nach Regeln, ohne Modell.",
  "rewrite.draft-changed":
    "Der Entwurf hat sich inzwischen geändert. Nichts wurde ersetzt: Lassen Sie ihn erneut umformulieren.",
  "rewrite.kind.figure": "andere Zahl oder anderes Datum",
  "rewrite.kind.limit": "andere Grenze",
  "rewrite.kind.order": "andere zeitliche Reihenfolge",
  "rewrite.kind.name": "anderer Name",
  "rewrite.kind.link": "anderer Link oder andere Adresse",
  "rewrite.kind.placeholder": "andere Person oder anderer Wert",
  "rewrite.kind.blank": "eine Lücke kam hinzu oder fiel weg",
  "rewrite.kind.negation": "ein „nicht“ kam hinzu oder fiel weg",
  "rewrite.kind.condition": "eine Bedingung kam hinzu oder fiel weg",
  "rewrite.kind.certainty": "mehr oder weniger sicher",
  "rewrite.kind.actor": "jemand anders tut es",
  "rewrite.kind.scope": "gilt für mehr oder weniger",
  "rewrite.kind.price": "kostenlos oder nicht",
  "rewrite.kind.statement": "sagt etwas Neues",
  "rewrite.kind.wording": "anderes Wort",
  "rewrite.kind.judged": "das Prüfmodell liest es anders",
  "rewrite.settled": "Eine Regel hatte Zweifel ({what}). Das Prüfmodell liest beides gleich.",
  "rewrite.verify.done":
    "Auch {model} hat beide Texte verglichen, mit Platzhaltern für Personen: {confirmed, plural, one {# Satz sagt} other {# Sätze sagen}} dasselbe{doubted, plural, =0 {} one {, # sagt etwas anderes} other {, # sagen etwas anderes}}.{unasked, plural, =0 {} one { # weiterer wurde nicht verglichen.} other { # weitere wurden nicht verglichen.}}",
  "rewrite.verify.long":
    "Der Text ist zu lang, als dass {model} ihn vergleichen könnte. Nur die Regeln haben ihn verglichen.",
  "rewrite.verify.late": "{model} hat für den Vergleich zu lange gebraucht. Nur die Regeln haben verglichen.",
  "rewrite.verify.malformed": "Die Nachprüfung von {model} ist nicht lesbar. Nur die Regeln haben verglichen.",
  "rewrite.verify.unreliable":
    "{model} hat eine zum Test geänderte Zahl nicht bemerkt, deshalb zählt sein Urteil nicht. Nur die Regeln haben verglichen.",
  "rewrite.verify.failed": "{model} konnte nicht vergleichen. Nur die Regeln haben verglichen.",
  "fault.rewrite-empty": "Es gibt keinen Text zum Umformulieren. Schreiben Sie zuerst etwas.",
  "fault.rewrite-long": "Der Text ist länger als 20.000 Zeichen. Kürzen Sie ihn und versuchen Sie es erneut.",
  "fault.rewrite-no-wish": "Geben Sie zuerst an, was sich ändern soll.",
  "fault.translation-off": "Ihre Organisation hat das Übersetzen abgeschaltet.",
  "fault.rewrite-no-model": "Auf dem Relay ist kein Modell eingerichtet, und Regeln allein können das nicht.",
  "fault.rewrite-no-dictionary":
    "Ohne Modell wird die Rechtschreibung nur auf Englisch, Französisch, Spanisch und Portugiesisch korrigiert.",
  "fault.rewrite-no-steps":
    "Hier stehen keine drei Anweisungen hintereinander. Schreiben Sie jede als eigenen Satz und versuchen Sie es erneut.",
  "fault.rewrite-same-language": "Der Text ist schon in dieser Sprache.",
  "fault.rewrite-no-rewrite": "Die Antwort kann den Text nicht ersetzen. Ihr Text ist unverändert."
}
