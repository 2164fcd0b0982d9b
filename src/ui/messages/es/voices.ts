import type { voices as english } from "../en/voices.ts"
import type { Translation } from "../translation.ts"

/** The admin page's card of the team's voices. */
export const voices: Translation<typeof english> = {
  voices: "Voces",
  "voices.lead":
    "Cómo suenan las respuestas, por marca, grupo, idioma y canal. Cada cambio es una versión, y los borradores que se escriben después llevan una nueva versión de redacción.",
  "voices.none": "No hay ninguna voz. Los borradores se escriben sin ella.",
  "voices.list": "Voces del equipo",
  "voices.of": "{of}, versión {version}, {time}.",
  "voices.of.all": "Todos los tickets, versión {version}, {time}.",
  "voices.show": "Mostrar el texto",
  "voices.remove": "Quitar",
  "voices.sure": "Los borradores dejan de escribirse con ella. Sus versiones se conservan.",
  "voices.do": "Quitarla",
  "voices.keep": "Conservarla",
  "voices.removed": "{name} se ha quitado.",
  "voices.learn": "Aprender de respuestas",
  "voices.learning": "Leyendo las respuestas.",
  "voices.learn.hint":
    "Propone una voz a partir de los tickets resueltos importados. No se guarda nada hasta que la edite y la guarde.",
  "voices.learn.none":
    "Aún no hay tickets resueltos importados. Importe antes algunos en “Conocimientos”, en esta página.",
  "voices.learn.found": "En {language}: {replies, plural, one {# respuesta} other {# respuestas}}.",
  "voices.learn.few":
    "En {language}: {replies, plural, one {# respuesta} other {# respuestas}}. Se necesitan al menos {needed, number}, así que no se propone ninguna voz.",
  "voices.learn.take": "Editar la propuesta",
  "voices.source": "Texto de una voz (YAML)",
  "voices.source.hint": "Pegue un archivo. Si lleva el nombre de una voz de la lista, la sustituye.",
  "voices.unsaved": "Guarde antes el texto de abajo o vacíe el campo: la propuesta lo sustituiría.",
  "voices.source.none": "Pegue el texto de una voz.",
  "voices.mistakes": "No se ha guardado:",
  "voices.save": "Guardar la voz",
  "voices.saving": "Guardándola.",
  "voices.preview": "Vista previa",
  "voices.preview.writing": "Escribiendo los borradores.",
  "voices.preview.done":
    "{letters, plural, =0 {Ningún ticket de muestra tiene un borrador con esta voz.} one {# borrador con esta voz.} other {# borradores con esta voz.}}{old, select, yes { El texto ha cambiado desde entonces: pulse Vista previa otra vez.} other {}}",
  "voices.preview.mistakes": "No se puede mostrar la vista previa:",
  "voices.preview.of": "Vista previa de {name}",
  "voices.preview.of.text": "Vista previa del texto, {name}",
  "voices.preview.how":
    "Escrito sin modelo, con las páginas de la tienda de muestra. No se guarda ni se cuenta nada, y la voz vale aquí sea cual sea la marca o el grupo al que esté destinada.",
  "voices.preview.about":
    "En {language}, {channel, select, mail {correo electrónico} chat {chat} messaging {mensajería} social {en público} other {{channel}}}, de {requester}.",
  "voices.preview.asked": "El mensaje del cliente",
  "voices.preview.without": "Sin la voz",
  "voices.preview.with": "Con la voz",
  "voices.preview.same": "La voz no cambia nada en este borrador.",
  "voices.preview.clean": "La comprobación de la voz no encuentra nada.",
  "voices.preview.findings": "La comprobación de la voz encuentra:",
  "voices.preview.times": "({times, number} veces)",
  "voices.saved": "{name} se ha guardado como versión {version}."
}
