import type { tone as english } from "../en/tone.ts"
import type { Translation } from "../translation.ts"

/** The tone card, and what it says of each rule's findings. */
export const tone: Translation<typeof english> = {
  "tone.rule.blame.why": "Suena como si la culpa fuera del cliente.",
  "tone.rule.blank.why": "Aún por completar o quitar.",
  "tone.rule.coldness.why": "Se niega a algo sin una palabra amable, un motivo o un paso siguiente.",
  "tone.rule.insult.why": "Insulta al cliente, o menosprecia lo que escribió.",
  "tone.rule.jargon.why": "Una palabra que solo usa su equipo.",
  "tone.rule.missing-greeting.why": "La primera respuesta empieza sin saludo.",
  "tone.rule.missing-greeting.fix": "Empezar con “{text}”",
  "tone.rule.over-apology.why": "Basta con una disculpa.",
  "tone.rule.over-apology.fix": "Omitirla",
  "tone.rule.promise.why": "Una promesa que no está en el hilo ni en ninguna fuente.",
  "tone.rule.shouting.why": "Parece que grita.",
  "tone.rule.voice-emoji.why":
    "{most, select, 0 {La voz no usa emojis.} other {Más emojis de los que permite la voz ({most}).}}",
  "tone.rule.voice-emoji.fix": "Quitarlo",
  "tone.rule.voice-forbidden.why": "La voz no dice esto.",
  "tone.rule.voice-formality.why": "La voz se dirige a los clientes con “{form}”.",
  "tone.rule.voice-greeting.why": "La voz empieza con “{greeting}”.",
  "tone.rule.voice-greeting.fix": "Empezar con “{text}”",
  "tone.rule.voice-length.why":
    "La respuesta tiene {unit, select, words {{count, plural, one {# palabra} other {# palabras}}} other {{count, plural, one {# carácter} other {# caracteres}}}}, y la voz o el canal permite {most}.",
  "tone.rule.voice-length.fix": "Quitar agradecimientos y disculpas",
  "tone.rule.voice-name.why":
    "La voz saluda {naming, select, first {con el nombre de pila} full {con el nombre completo} other {sin nombre}}.",
  "tone.rule.voice-preferred.why": "La voz usa otra palabra.",
  "tone.rule.voice-sign-off.why": "La voz termina con “{signOff}”.",
  "tone.rule.voice-sign-off.fix": "Terminar con “{signOff}”",
  "tone.rule.wrong-language.why": "El cliente escribe en {language}.",
  "tone.rule.wrong-name.why": "El cliente se llama {name}.",
  "tone.rule.wrong-name.unknown": "El cliente se llama de otra manera.",
  tone: "Tono de su respuesta",
  "tone.look": "Comprobar el tono",
  "tone.again": "Comprobar de nuevo",
  "tone.count": "{count, number} por revisar",
  "tone.found": "Tono de su respuesta: {count, number} por revisar.",
  "tone.none": "Comprueba el texto del editor de respuesta. Las reglas actúan solo en este navegador.",
  "tone.model.none": "Cuando pulsa el botón, y después de Insertar, {model} también lee la respuesta enmascarada.",
  "tone.model.blame": "{model} opina que culpa al cliente.",
  "tone.model.coldness": "{model} lo encuentra frío.",
  "tone.model.insult": "{model} lo encuentra ofensivo.",
  "tone.model.jargon": "{model} encuentra palabras que un cliente quizá no conozca.",
  "tone.model.over-apology": "{model} opina que se disculpa demasiado.",
  "tone.model.shouting": "{model} opina que grita.",
  "tone.model.asking": "{model} también la está leyendo.",
  "tone.model.done":
    "{model} también la ha leído.{dropped, plural, =0 {} one { Se ha omitido # hallazgo sobre palabras que no están.} other { Se han omitido # hallazgos sobre palabras que no están.}}",
  "tone.model.late":
    "{model} tardó demasiado, así que solo la han mirado las reglas. Compruebe de nuevo para volver a preguntarle.",
  "tone.model.malformed":
    "La respuesta de {model} no se puede leer, así que solo la han mirado las reglas. Compruebe de nuevo para volver a preguntarle.",
  "tone.model.failed":
    "No se pudo preguntar a {model}, así que solo la han mirado las reglas. Compruebe de nuevo para volver a preguntarle.",
  "tone.empty": "El editor de respuesta está vacío.",
  "tone.clean": "Nada por revisar.",
  "tone.fine": "Aquí está bien",
  "tone.fine.label": "Aquí está bien: “{quote}”",
  "tone.never": "Nunca más",
  "tone.never.label": "Nunca más: “{quote}”",
  "tone.decide":
    "“Aquí está bien” vale para este ticket. “Nunca más” oculta la regla en este navegador. Los responsables ven qué regla es, nunca sus palabras.",
  "tone.hidden": "{count, plural, one {# regla oculta.} other {# reglas ocultas.}}",
  "tone.hidden.show": "Volver a mostrar",
  "tone.fix.write": "Escribir “{text}”",
  "tone.refused.number": "Un número lo debe cambiar usted: no hay corrección con un clic.",
  "tone.refused.date": "Una fecha la debe cambiar usted: no hay corrección con un clic.",
  "tone.refused.name":
    "Un nombre lo debe cambiar usted, y también una palabra que pueda serlo: no hay corrección con un clic.",
  "tone.refused.link": "Un enlace lo debe cambiar usted: no hay corrección con un clic.",
  "tone.refused.negation": "Cambiaría lo que se niega: no hay corrección con un clic."
}
