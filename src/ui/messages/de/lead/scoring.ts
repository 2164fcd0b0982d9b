import type { scoring as english } from "../../en/lead/scoring.ts"
import type { Translation } from "../../translation.ts"

/** The scorecard of the review page. */
export const scoring: Translation<typeof english> = {
  scorecard: "Bewertungsbogen",
  "scorecard.edit": "Bewertungsbogen bearbeiten",
  "scorecard.older": "Nach einer älteren Fassung des Bewertungsbogens bewertet; sie bleibt, wie sie war.",
  "scorecard.total": "Gespeicherte Bewertung: {share}",
  "scorecard.lead":
    "Jede Änderung ergibt eine neue Fassung. Bewertungen behalten die Fassung, nach der sie gegeben wurden. „Kritisch“: Ein Nein macht die ganze Bewertung zu 0.",
  "scorecard.name": "Kriterium {n, number}",
  "scorecard.weight": "Gewicht",
  "scorecard.weight.send": "Gewicht von „So senden“",
  "scorecard.critical": "Kritisch",
  "scorecard.remove": "{name} entfernen",
  "scorecard.add": "Kriterium hinzufügen",
  "scorecard.save": "Als neue Fassung speichern",
  "scorecard.unnamed": "Jedes Kriterium braucht einen Namen.",
  "scorecard.changed":
    "{name} hat zuerst eine neue Fassung gespeichert. Sie steht jetzt da; von Ihrer wurde nichts gespeichert.",
  "criterion.correct": "Richtig",
  "criterion.complete": "Vollständig",
  "criterion.grounded": "Durch Quellen belegt",
  "criterion.tone": "Ton",
  "criterion.language": "Sprache",
  "score.no": "Nein",
  "score.partly": "Teilweise",
  "score.yes": "Ja",
  "key.case.score": "Kriterium bewerten: ja, teilweise, nein, keine",
  "review.asked": "Was der Kunde fragt",
  "review.open-ticket": "Ticket öffnen",
  "audit.action.scorecard-saved": "hat den Bewertungsbogen geändert"
}
