import type { tone as english } from "../en/tone.ts"
import type { Translation } from "../translation.ts"

/** The tone card. */
export const tone: Translation<typeof english> = {
  "tone.rule.blame.why": "Klingt, als wäre der Kunde schuld.",
  "tone.rule.blank.why": "Noch auszufüllen oder zu entfernen.",
  "tone.rule.coldness.why": "Lehnt ab, ohne freundliches Wort, Grund oder nächsten Schritt.",
  "tone.rule.insult.why": "Beleidigt den Kunden oder wertet ab, was er geschrieben hat.",
  "tone.rule.jargon.why": "Ein Wort, das nur Ihr Team verwendet.",
  "tone.rule.missing-greeting.why": "Die erste Antwort beginnt ohne Anrede.",
  "tone.rule.missing-greeting.fix": "Mit „{text}“ beginnen",
  "tone.rule.over-apology.why": "Eine Entschuldigung genügt.",
  "tone.rule.over-apology.fix": "Weglassen",
  "tone.rule.promise.why": "Eine Zusage, die weder im Verlauf noch in einer Quelle steht.",
  "tone.rule.shouting.why": "Klingt, als würde geschrien.",
  "tone.rule.voice-emoji.why":
    "{most, select, 0 {Der Stil sieht keine Emojis vor.} other {Mehr Emojis, als der Stil erlaubt ({most}).}}",
  "tone.rule.voice-emoji.fix": "Entfernen",
  "tone.rule.voice-forbidden.why": "In diesem Stil sagt man das nicht.",
  "tone.rule.voice-formality.why": "Der Stil spricht Kunden mit „{form}“ an.",
  "tone.rule.voice-greeting.why": "Der Stil beginnt mit „{greeting}“.",
  "tone.rule.voice-greeting.fix": "Mit „{text}“ beginnen",
  "tone.rule.voice-length.why":
    "Die Antwort hat {unit, select, words {{count, plural, one {# Wort} other {# Wörter}}} other {{count, number} Zeichen}}; der Stil oder der Kanal erlaubt {most}.",
  "tone.rule.voice-length.fix": "Dank und Entschuldigungen entfernen",
  "tone.rule.voice-name.why":
    "Der Stil nennt in der Anrede {naming, select, first {den Vornamen} full {den vollen Namen} other {keinen Namen}}.",
  "tone.rule.voice-preferred.why": "Der Stil verwendet ein anderes Wort dafür.",
  "tone.rule.voice-sign-off.why": "Der Stil endet mit „{signOff}“.",
  "tone.rule.voice-sign-off.fix": "Mit „{signOff}“ enden",
  "tone.rule.wrong-language.why": "Der Kunde schreibt auf {language}.",
  "tone.rule.wrong-name.why": "Der Kunde heißt {name}.",
  "tone.rule.wrong-name.unknown": "Der Kunde heißt anders.",
  tone: "Tonfall Ihrer Antwort",
  "tone.look": "Tonfall prüfen",
  "tone.again": "Erneut prüfen",
  "tone.count": "{count, number} zu prüfen",
  "tone.found": "Tonfall Ihrer Antwort: {count, number} zu prüfen.",
  "tone.none": "Prüft den Text im Antworteditor. Die Regeln laufen nur in diesem Browser.",
  "tone.model.none":
    "Wenn Sie die Schaltfläche drücken und nach dem Einfügen liest auch {model} die maskierte Antwort.",
  "tone.model.blame": "{model} findet, dass sie dem Kunden die Schuld gibt.",
  "tone.model.coldness": "{model} findet sie kalt.",
  "tone.model.insult": "{model} findet sie beleidigend.",
  "tone.model.jargon": "{model} findet darin Wörter, die ein Kunde vielleicht nicht kennt.",
  "tone.model.over-apology": "{model} findet, dass sie sich zu oft entschuldigt.",
  "tone.model.shouting": "{model} findet, dass sie schreit.",
  "tone.model.asking": "{model} liest sie gerade auch.",
  "tone.model.done":
    "{model} hat sie auch gelesen.{dropped, plural, =0 {} one { # Befund zu Wörtern, die nicht darin stehen, wurde weggelassen.} other { # Befunde zu Wörtern, die nicht darin stehen, wurden weggelassen.}}",
  "tone.model.late":
    "{model} hat zu lange gebraucht, deshalb haben nur die Regeln geprüft. Prüfen Sie erneut, um es noch einmal zu fragen.",
  "tone.model.malformed":
    "Die Antwort von {model} ist nicht lesbar, deshalb haben nur die Regeln geprüft. Prüfen Sie erneut, um es noch einmal zu fragen.",
  "tone.model.failed":
    "{model} war nicht erreichbar, deshalb haben nur die Regeln geprüft. Prüfen Sie erneut, um es noch einmal zu fragen.",
  "tone.empty": "Der Antworteditor ist leer.",
  "tone.clean": "Nichts zu prüfen.",
  "tone.fine": "Hier in Ordnung",
  "tone.fine.label": "Hier in Ordnung: „{quote}“",
  "tone.never": "Nie wieder",
  "tone.never.label": "Nie wieder: „{quote}“",
  "tone.decide":
    "„Hier in Ordnung“ gilt für dieses Ticket. „Nie wieder“ blendet die Regel in diesem Browser aus. Die Teamleitung sieht, welche Regel, aber nie Ihre Worte.",
  "tone.hidden": "{count, plural, one {# Regel ist} other {# Regeln sind}} ausgeblendet.",
  "tone.hidden.show": "Wieder einblenden",
  "tone.fix.write": "„{text}“ schreiben",
  "tone.refused.number": "Eine Zahl ändern Sie besser selbst: Hierfür gibt es keine Korrektur per Klick.",
  "tone.refused.date": "Ein Datum ändern Sie besser selbst: Hierfür gibt es keine Korrektur per Klick.",
  "tone.refused.name":
    "Einen Namen oder ein Wort, das einer sein könnte, ändern Sie besser selbst: Hierfür gibt es keine Korrektur per Klick.",
  "tone.refused.link": "Einen Link ändern Sie besser selbst: Hierfür gibt es keine Korrektur per Klick.",
  "tone.refused.negation": "Es würde ändern, was abgelehnt wird: Hierfür gibt es keine Korrektur per Klick."
}
