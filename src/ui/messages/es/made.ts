import type { made as english } from "../en/made.ts"
import type { Translation } from "../translation.ts"

/** What a draft is made of. */
export const made: Translation<typeof english> = {
  made: "Por qué este borrador",
  "made.tier.sure": "Suficientemente seguro para un borrador",
  "made.tier.unsure": "No es seguro, así que aún no hay borrador",
  "made.tier.nothing": "Ninguna página responde",
  "made.chance": "Las páginas como la primera encontrada responden al {chance} de los tickets.",
  "made.chance.refused": "Las páginas como la más cercana responden al {chance} de los tickets.",
  "made.macro":
    "Se parte de la macro “{title}”: el cliente ya ha hecho lo que la página pide primero. Haga lo que el texto dice que usted hizo antes de enviarlo.",
  "made.reply":
    "Ninguna página responde con seguridad, así que se parte de la respuesta al ticket resuelto “{title}”: la pregunta era casi la misma. Sus datos propios son huecos.",
  "made.not-reused": "Omitido de esa respuesta, porque trata de su propio cliente",
  "made.signal.page":
    "La página contiene {level, select, much {gran parte} some {una parte} other {poco}} de lo que se preguntó.",
  "made.signal.window":
    "Sus dos mejores frases contienen {level, select, much {gran parte} some {una parte} other {poco}} de ello.",
  "made.signal.absent": "El {share} de las palabras de la pregunta, según su peso, no está en ninguna página.",
  "made.signal.chance": "Solo por la búsqueda, la primera página respondería con una probabilidad del {share}.",
  "made.used": "Fuentes del borrador",
  "made.used.none": "Ninguna frase tiene fuente.",
  "made.source": "{n}.",
  "made.sentences": "{count, plural, one {# frase} other {# frases}}",
  "made.unused": "Encontrado y no usado",
  "made.not-needed": "Nada de ello está en el borrador.",
  "made.near": "Se acerca, pero no responde.",
  "made.internal": "Interno, así que nada de ello puede aparecer en una respuesta.",
  "made.excluded": "Usted eligió “Esta no”.",
  "made.cases": "Omitido, porque es otro caso",
  "made.because": "El ticket dice “{because}”.",
  "made.settings": "Cómo se escribió",
  "made.offline": "Sin modelo, con frases de sus artículos.",
  "made.offline.reply": "Sin modelo, a partir de la respuesta a un ticket resuelto.",
  "made.model": "Por {model} en {time}.",
  "made.model.twice": "Por {model} en {time}, tras preguntarle dos veces.",
  "made.language": "En {language}.",
  "made.wish": "Con su indicación:",
  "made.masking.strict":
    "Enmascaramiento estricto: lo que puede ser un nombre se sustituye antes de salir del navegador.",
  "made.masking.balanced":
    "Enmascaramiento equilibrado: lo que probablemente es un nombre se sustituye antes de salir del navegador."
}
