import type { scoring as english } from "../../en/lead/scoring.ts"
import type { Translation } from "../../translation.ts"

/** The scorecard of the review page. */
export const scoring: Translation<typeof english> = {
  scorecard: "Grille d’évaluation",
  "scorecard.edit": "Modifier la grille",
  "scorecard.older": "Noté selon une version antérieure de la grille, qui reste telle quelle.",
  "scorecard.total": "Note enregistrée : {share}",
  "scorecard.lead":
    "Chaque modification crée une nouvelle version. Les notes gardent la version selon laquelle elles ont été données. « Critique » : un Non ramène toute la note à 0.",
  "scorecard.name": "Critère {n, number}",
  "scorecard.weight": "Poids",
  "scorecard.weight.send": "Poids de « À envoyer »",
  "scorecard.critical": "Critique",
  "scorecard.remove": "Retirer {name}",
  "scorecard.add": "Ajouter un critère",
  "scorecard.save": "Enregistrer comme nouvelle version",
  "scorecard.unnamed": "Chaque critère doit avoir un nom.",
  "scorecard.changed":
    "{name} a d’abord enregistré une nouvelle version. Elle est affichée ; rien de la vôtre n’a été enregistré.",
  "criterion.correct": "Exact",
  "criterion.complete": "Complet",
  "criterion.grounded": "Fondé sur les sources",
  "criterion.tone": "Ton",
  "criterion.language": "Langue",
  "score.no": "Non",
  "score.partly": "En partie",
  "score.yes": "Oui",
  "key.case.score": "Noter un critère : oui, en partie, non, aucun",
  "review.asked": "Ce que demande le client",
  "review.open-ticket": "Ouvrir le ticket",
  "audit.action.scorecard-saved": "a modifié la grille d’évaluation"
}
