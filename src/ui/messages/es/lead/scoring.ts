import type { scoring as english } from "../../en/lead/scoring.ts"
import type { Translation } from "../../translation.ts"

/** The scorecard of the review page. */
export const scoring: Translation<typeof english> = {
  scorecard: "Ficha de evaluación",
  "scorecard.edit": "Editar la ficha",
  "scorecard.older": "Evaluado con una versión anterior de la ficha, que queda como estaba.",
  "scorecard.total": "Nota guardada: {share}",
  "scorecard.lead":
    "Cada cambio crea una versión nueva. Las notas conservan la versión con la que se dieron. «Crítico»: un No deja toda la nota en 0.",
  "scorecard.name": "Criterio {n, number}",
  "scorecard.weight": "Peso",
  "scorecard.weight.send": "Peso de «Lo enviaría»",
  "scorecard.critical": "Crítico",
  "scorecard.remove": "Quitar {name}",
  "scorecard.add": "Añadir un criterio",
  "scorecard.save": "Guardar como versión nueva",
  "scorecard.unnamed": "Cada criterio necesita un nombre.",
  "scorecard.changed": "{name} guardó antes una versión nueva. Es la que se ve; de la suya no se guardó nada.",
  "criterion.correct": "Correcto",
  "criterion.complete": "Completo",
  "criterion.grounded": "Basado en las fuentes",
  "criterion.tone": "Tono",
  "criterion.language": "Idioma",
  "score.no": "No",
  "score.partly": "En parte",
  "score.yes": "Sí",
  "key.case.score": "Evaluar un criterio: sí, en parte, no, nada",
  "review.asked": "Qué pregunta el cliente",
  "review.open-ticket": "Abrir el ticket",
  "audit.action.scorecard-saved": "cambió la ficha de evaluación"
}
