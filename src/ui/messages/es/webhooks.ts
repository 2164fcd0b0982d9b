import type { webhooks as english } from "../en/webhooks.ts"
import type { Translation } from "../translation.ts"

/** The admin page's card "Webhooks". */
export const webhooks: Translation<typeof english> = {
  webhooks: "Webhooks",
  "webhooks.lead":
    "Cuando se guarda un resultado o una revisión, el relay envía identificadores, estados y cifras a estas direcciones, nunca texto de un ticket.",
  "webhooks.none": "Aún no hay webhooks.",
  "webhooks.list": "Direcciones de webhooks",
  "webhooks.since": "Añadido: {time}.",
  "webhooks.counts":
    "{waiting, plural, =0 {Ninguna entrega en espera} one {# entrega en espera} other {# entregas en espera}}, {failed, plural, =0 {y en la última semana no se abandonó ninguna entrega.} one {y en la última semana se abandonó #.} other {y en la última semana se abandonaron #.}}",
  "webhooks.address": "Dirección del receptor",
  "webhooks.address.hint": "Empieza por https:// y es accesible desde internet.",
  "webhooks.address.none": "Escriba la dirección del webhook.",
  "webhooks.add": "Añadir el webhook",
  "webhooks.adding": "Añadiéndolo.",
  "webhooks.added": "Secreto de {url}:",
  "webhooks.once":
    "Solo se muestra aquí una vez. El receptor comprueba con él la firma, como indica la especificación Standard Webhooks.",
  "webhooks.copy": "Copiar el secreto del webhook",
  "webhooks.copied": "Copiado.",
  "webhooks.copy-failed": "El navegador no permitió copiar. Seleccione el secreto y cópielo usted.",
  "webhooks.hide": "Ocultar el secreto",
  "webhooks.test": "Enviar una prueba",
  "webhooks.testing": "Enviando una prueba.",
  "webhooks.test.taken": "El receptor aceptó la prueba: respondió {result}.",
  "webhooks.test.answered": "El receptor no aceptó la prueba: respondió {result}.",
  "webhooks.test.redirected":
    "El receptor no aceptó la prueba: respondió {result}, que lleva a otra dirección. Use esa dirección.",
  "webhooks.test.refused": "No se preguntó al receptor: su dirección está en una red privada.",
  "webhooks.test.certificate":
    "No se preguntó al receptor: el relay no confía en su certificado. Puede estar caducado, incompleto o ser de otro host.",
  "webhooks.test.no-host": "No se preguntó al receptor: no hay ningún host con ese nombre. Compruebe la dirección.",
  "webhooks.test.unreachable": "No se pudo acceder al receptor, o no respondió en 15 segundos.",
  "webhooks.remove": "Quitar",
  "webhooks.sure":
    "¿Quitar este webhook? El relay no le envía nada más, ni siquiera lo que aún espera, y elimina su secreto.",
  "webhooks.do": "Quitar el webhook",
  "webhooks.keep": "Conservarlo",
  "webhooks.removed": "El relay no envía nada más a {url}.",
  "webhooks.deliveries": "{count, plural, one {La última entrega} other {Las últimas # entregas}}",
  "webhooks.deliveries.of": "Últimas entregas a {url}",
  "webhooks.deliveries.none": "En la última semana no se envió nada.",
  "webhooks.event": "Evento",
  "webhooks.event.outcome": "resultado guardado",
  "webhooks.event.review": "revisión guardada",
  "webhooks.when": "Guardado",
  "webhooks.state": "Estado",
  "webhooks.state.delivered": "aceptada",
  "webhooks.state.waiting": "en espera; próximo intento: {time}",
  "webhooks.state.failed": "abandonada",
  "webhooks.attempts": "Intentos",
  "webhooks.result": "Última respuesta",
  "webhooks.result.none": "aún ninguna",
  "webhooks.result.redirected": "{result}, lleva a otra dirección",
  "webhooks.result.refused": "no se preguntó: dirección privada",
  "webhooks.result.certificate": "no se preguntó: su certificado no es de confianza",
  "webhooks.result.no-host": "no se preguntó: ningún host con ese nombre",
  "webhooks.result.unreachable": "sin acceso o sin respuesta"
}
