import type { question as english } from "../en/question.ts"
import type { Translation } from "../translation.ts"

/** The agent's own questions about the ticket and the team's pages. */
export const question: Translation<typeof english> = {
  question: "Poser une question",
  "question.aside": "Réponses visibles de vous seulement",
  "question.field": "Une question sur ce ticket ou les pages",
  "question.do": "Demander",
  "question.lead":
    "Les noms sont remplacés avant que la question ne quitte le navigateur. Le brouillon reste tel quel.",
  "question.busy": "Recherche dans le ticket et les pages.",
  "question.sentences": "Les phrases les plus proches. Voyez si elles répondent.",
  "question.unanswered.no-answer":
    "Le modèle ne trouve de réponse ni dans le ticket ni dans les pages. Voici les phrases les plus proches.",
  "question.unanswered.failed":
    "Le modèle n’a pas répondu. Voici les phrases les plus proches ; voyez si elles répondent.",
  "question.by": "Par {model}, d’après les pages publiques et le ticket. Chaque phrase a été contrôlée.",
  "question.add": "Ajouter à la réponse",
  "question.added": "Ajouté au brouillon.",
  "question.not-in-reply": "Pas encore ajouté",
  "question.saw": "Ce que le modèle a vu",
  "question.nearest": "Aucune phrase des pages ni du ticket ne s’en approche. La page la plus proche est « {title} ».",
  "question.none": `{count, plural,
    =0 {Aucune phrase du ticket ne s’en approche, et aucune page n’est importée.}
    other {Aucune phrase du ticket ne s’en approche, et aucune page (sur #) ne contient l’un de ces mots.}
  }`
}
