import type { queue as english } from "../../en/lead/queue.ts"
import type { Translation } from "../../translation.ts"

/** The queue of the review page: its orders, filters and samples. */
export const queue: Translation<typeof english> = {
  "queue.risk": "Riesgo",
  "queue.disagreement": "Desacuerdo",
  "queue.sample": "Muestra",
  "queue.none-risky": "No hay casos con riesgo.",
  "signal.contradicted": "contradice una fuente",
  "signal.promise": "promesa",
  "signal.angry": "cliente enfadado",
  "signal.unverified": "sin verificar",
  "signal.heavy-edit": "cambio grande",
  "signal.disagreement": "desacuerdo",
  "signal.money": "dinero",
  "queue.filter": "Filtrar",
  "queue.filter.signal": "Motivo para mirar",
  "queue.filter.signal.all": "Cualquier motivo para mirar",
  "queue.filter.result": "Resultado",
  "queue.filter.result.all": "Cualquier resultado",
  "queue.filter.topic": "Etiqueta",
  "queue.filter.topic.all": "Cualquier etiqueta",
  "queue.filter.intent": "Tema",
  "queue.filter.intent.all": "Cualquier tema",
  "queue.filter.article": "Fuente",
  "queue.filter.article.all": "Cualquier fuente",
  "queue.filter.from": "Desde el día",
  "queue.filter.to": "Hasta el día",
  "queue.filter.text": "Palabras del asunto, borrador o respuesta",
  "queue.filter.text.hint": "Palabras enteras. Los nombres se enmascaran antes de salir de este navegador.",
  "queue.filter.search": "Buscar",
  "queue.intent": "tema {name}",
  "queue.words": "palabras: {text}",
  "queue.in-sample": "una muestra",
  "sample.choose": "Muestra",
  "sample.none": "Ninguna muestra",
  "sample.choice": "{day}, {by}: {reviewed, number} de {size, number} revisados",
  "sample.draw": "Sacar una muestra de {size, number}",
  "sample.lead":
    "Al azar entre los casos filtrados con borrador, tantos con riesgo como sin él. Cada caso cuenta por los que se le parecen, así que la estimación vale para todos.",
  "sample.estimate": "{verdict}: {share} ({interval})",
  "sample.of": "Estimado para {cases, plural, one {# caso} other {# casos}}, con intervalos del 95 %.",
  "sample.more":
    "{count, plural, one {Falta # revisión para una estimación.} other {Faltan # revisiones para una estimación.}}",
  "audit.action.sample-drawn": "sacó una muestra de casos"
}
