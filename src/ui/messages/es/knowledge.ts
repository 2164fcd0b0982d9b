import type { knowledge as english } from "../en/knowledge.ts"
import type { Translation } from "../translation.ts"

/** What the team knows: a draft's sources, the search, similar tickets, macros for a thread. */
export const knowledge: Translation<typeof english> = {
  "source.show": "Mostrar el fragmento {n}",
  "source.hide": "Ocultar el fragmento {n}",
  "source.show.of": "Mostrar el fragmento de {title}",
  "source.hide.of": "Ocultar el fragmento de {title}",
  "source.link": "Abrir la página",
  "source.internal": "interna",
  "source.internal.long": "Interna, nunca se cita a un cliente",
  "source.changed": "{kind} · cambió el {date}",
  "source.changed.on": "cambió el {date}",
  "source.version": "versión {n}",
  "source.also": "También:",
  "source.article": "Artículo",
  "source.policy": "Política",
  "source.macro": "Macro",
  "source.ticket": "Ticket resuelto",
  "source.attachment": "Adjunto",
  "source.earlier": "Ticket anterior",
  "source.lookup": "Consultado",
  "source.memory": "Memoria del equipo",
  "source.playbook": "Procedimiento",
  "source.product": "Producto",
  "source.do": "Qué hacer con {title}",
  "source.use": "Usar esta fuente",
  "source.not": "Esta no",
  chosen: "Fuentes que ha elegido",
  "chosen.use": "En primer lugar:",
  "chosen.not": "Omitida:",
  "chosen.back": "Deshacer",
  "chosen.back.long": "Deshacer: {title}",
  "notice.choose-many-use": "Ya hay diez fuentes en primer lugar.|Retire antes una de ellas.",
  "notice.choose-many-not": "Ya se omiten veinte fuentes.|Retire antes una de ellas.",

  search: "Buscar en la base de conocimientos",
  "search.find": "Sus propias palabras",
  "search.do": "Buscar",
  "search.lead": "Busca en todo lo que sabe su equipo. Sus palabras se enmascaran y se envían cuando pulsa Buscar.",
  "search.busy": "Buscando.",
  "search.found": `{count, plural,
    =0 {Nada encaja con estas palabras en {documents, plural, one {# documento} other {# documentos}}.}
    one {El mejor de {documents, plural, one {# documento} other {# documentos}}.}
    other {Los # mejores de {documents, plural, one {# documento} other {# documentos}}.}
  }`,
  "search.sent-as": "Enviado como:",
  "search.go": "Buscar en la base de conocimientos con sus propias palabras",

  "replies.loading": "Pidiendo datos al relay.",
  "replies.waits": "Espera a que se lea el ticket.",
  similar: "Tickets resueltos similares",
  "similar.none": "Ningún ticket resuelto se parece a este.",
  "similar.found": "{count, plural, one {# ticket.} other {# tickets, el más similar primero.}}",
  "similar.good": "bien valorado",
  "similar.bad": "mal valorado",
  "similar.asked": "Pregunta",
  "similar.answered": "Respuesta",
  "similar.reply": "Respuesta a {title}",
  "similar.insert": "Insertar esta respuesta",
  "similar.copy": "Copiar la respuesta",
  "similar.tags": "Etiquetas:",
  "similar.link": "Abrir el ticket",
  "macros.ranked": "Para este hilo",
  "macros.ranked.none": "Ninguna macro que el relay conozca encaja con este hilo.",
  "macros.all": "Todas las del helpdesk",
  "macros.unfilled": "El helpdesk no puede completarla ahora. Complete usted las partes que faltan.",

  "fault.relay-unreachable":
    "El relay no responde. Lo que se muestra aquí se conserva. Inténtelo de nuevo cuando el relay vuelva.",
  "fault.relay-stopped": "El relay dejó de responder. Inténtelo de nuevo.",
  "fault.relay-busy": "El relay está ocupado. Inténtelo de nuevo dentro de un minuto.",
  "fault.relay-error":
    "El relay comunicó un fallo. Inténtelo de nuevo; si se repite, avise a quien administra el relay.",
  "fault.database-down": "El relay no puede acceder a su base de datos. Inténtelo de nuevo cuando esté disponible.",
  "fault.mask-timeout":
    "Ocultar los datos personales tardó demasiado. Nada ha salido del navegador. Inténtelo de nuevo.",
  "fault.unmasked-data": "El relay encontró {what} sin enmascarar y no buscó nada. Quítelo e inténtelo de nuevo.",
  "fault.search-empty": "Escriba antes qué buscar."
}
