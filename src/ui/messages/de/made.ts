import type { made as english } from "../en/made.ts"
import type { Translation } from "../translation.ts"

/** What a draft is made of. */
export const made: Translation<typeof english> = {
  made: "Warum dieser Entwurf",
  "made.tier.sure": "Sicher genug für einen Entwurf",
  "made.tier.unsure": "Unsicher, deshalb noch kein Entwurf",
  "made.tier.nothing": "Keine Seite beantwortet es",
  "made.chance": "Seiten wie die erste gefundene beantworten {chance} der Tickets.",
  "made.chance.refused": "Seiten wie die ähnlichste beantworten {chance} der Tickets.",
  "made.macro":
    "Der Entwurf folgt dem Makro „{title}“: Der Kunde hat schon getan, worum die Seite zuerst bittet. Tun Sie vor dem Senden, was laut Text schon geschehen ist.",
  "made.reply":
    "Keine Seite beantwortet es sicher, deshalb folgt der Entwurf der Antwort auf das gelöste Ticket „{title}“: Dort wurde fast dasselbe gefragt. Seine eigenen Werte sind Lücken.",
  "made.not-reused": "Aus dieser Antwort weggelassen, weil es nur deren Kunden betrifft",
  "made.signal.page":
    "Die Seite enthält {level, select, much {vieles} some {einiges} other {wenig}} von dem, was gefragt wurde.",
  "made.signal.window":
    "Die besten zwei Sätze der Seite enthalten {level, select, much {vieles} some {einiges} other {wenig}} davon.",
  "made.signal.absent": "{share} der Wörter der Frage, nach Gewicht, stehen auf gar keiner Seite.",
  "made.signal.chance": "Nach der Suche allein würde die erste Seite es mit {share} Wahrscheinlichkeit beantworten.",
  "made.used": "Quellen des Entwurfs",
  "made.used.none": "Kein Satz hat eine Quelle.",
  "made.source": "{n}.",
  "made.sentences": "{count, plural, one {# Satz} other {# Sätze}}",
  "made.unused": "Gefunden und nicht verwendet",
  "made.not-needed": "Nichts davon steht im Entwurf.",
  "made.near": "Ähnlich, beantwortet es aber nicht.",
  "made.internal": "Intern, deshalb darf nichts davon in eine Antwort.",
  "made.excluded": "Sie haben „Diese nicht“ gewählt.",
  "made.cases": "Weggelassen, weil es ein anderer Fall ist",
  "made.because": "Im Ticket steht: „{because}“.",
  "made.settings": "Wie er geschrieben wurde",
  "made.offline": "Ohne Modell, aus Sätzen Ihrer Artikel.",
  "made.offline.reply": "Ohne Modell, aus der Antwort auf ein gelöstes Ticket.",
  "made.model": "Von {model} in {time}.",
  "made.model.twice": "Von {model} in {time}, zweimal gefragt.",
  "made.language": "Auf {language}.",
  "made.wish": "Mit Ihrem Wunsch:",
  "made.masking.strict": "Streng maskiert: Was ein Name sein könnte, wird ersetzt, bevor es den Browser verlässt.",
  "made.masking.balanced":
    "Ausgewogen maskiert: Was wahrscheinlich ein Name ist, wird ersetzt, bevor es den Browser verlässt."
}
