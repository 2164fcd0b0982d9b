import type { question as english } from "../en/question.ts"
import type { Translation } from "../translation.ts"

/** The agent's own questions about the ticket and the team's pages. */
export const question: Translation<typeof english> = {
  question: "Preguntar",
  "question.aside": "Solo usted ve las respuestas",
  "question.field": "Pregunte sobre este ticket o las páginas",
  "question.do": "Preguntar",
  "question.lead":
    "Los nombres se sustituyen antes de que la pregunta salga del navegador. El borrador queda como está.",
  "question.busy": "Buscando en el ticket y en las páginas.",
  "question.sentences": "Las frases más cercanas. Lea si responden a la pregunta.",
  "question.unanswered.no-answer":
    "El modelo no encuentra respuesta en el ticket ni en las páginas. Estas frases son las más cercanas.",
  "question.unanswered.failed":
    "El modelo no ha respondido. Estas frases son las más cercanas; lea si responden a la pregunta.",
  "question.by": "Por {model}, a partir de páginas públicas y del ticket. Se ha comprobado cada frase.",
  "question.add": "Añadir a la respuesta",
  "question.added": "Añadido al borrador.",
  "question.not-in-reply": "Aún no añadida",
  "question.saw": "Qué vio el modelo",
  "question.nearest": "Ninguna frase de las páginas ni del ticket se acerca. La página más cercana es “{title}”.",
  "question.none": `{count, plural,
    =0 {Ninguna frase del ticket se acerca, y no hay páginas importadas.}
    one {Ninguna frase del ticket se acerca, y la única página importada no contiene ninguna de estas palabras.}
    other {Ninguna frase del ticket se acerca, y ninguna de las # páginas contiene alguna de estas palabras.}
  }`
}
