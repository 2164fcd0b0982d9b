import type { report as english } from "../en/report.ts"
import type { Translation } from "../translation.ts"

/** The lead's page on the state of the knowledge. A kind of finding has a name, and a line on what was looked for. */
export const report: Translation<typeof english> = {
  "title.knowledge": "Conocimientos de Replywright",
  "lead.knowledge": "Conocimientos",
  report: "Estado de la base de conocimientos",
  "report.looking": "Examinando la base de conocimientos.",
  "report.looking.at": "{count, plural, one {Examinando # documento.} other {Examinando # documentos.}}",
  "report.failed": "No se pudo examinar la base de conocimientos.",
  "report.at":
    "{count, plural, one {# documento; último examen: {when}.} other {# documentos; último examen: {when}.}}",
  "report.again": "Examinar de nuevo",
  "report.no-documents":
    "Aún no hay artículos importados. Un administrador los importa en la página de administración.",
  "report.clean": "Nada que corregir.",
  "report.clean.kind": "Nada de este tipo que corregir.",
  "report.none-settled": "Ningún hallazgo actual se ha dado por resuelto.",
  "report.show": "Mostrar",
  "report.open": "Abiertos ({n})",
  "report.settled": "Resueltos ({n})",
  "report.kind": "Tipo",
  "report.kind.all": "Todos los tipos",
  "report.kind.count": "{kind} ({n})",
  "report.heading": "{kind}: {n}",

  "report.coverage": "Tickets con y sin página",
  "report.coverage.share": "La búsqueda encuentra una página para el {share} de los tickets",
  "report.coverage.none": "No hay tickets con los que medir la cobertura",
  "report.coverage.few": "Cobertura: aún no hay suficientes",
  "report.coverage.lead":
    "{answered, number} de {searched, number} buscados, entre {count, plural, one {# ticket} other {# tickets}} de {weeks, plural, one {la última semana} other {las últimas # semanas}} con borrador pedido. No depende de quién escribió los borradores.",
  "report.coverage.lead.none":
    "Ya no se guarda ningún borrador de {weeks, plural, one {la última semana} other {las últimas # semanas}}.",
  "report.coverage.with": "Tenían página",
  "report.coverage.without": "No tenían",
  "report.coverage.tickets": "Tickets",
  "report.coverage.result": "Resultado",

  "report.trend": "Hallazgos abiertos por día",
  "report.trend.none": "Hallazgos en el tiempo: aún no hay suficientes",
  "report.trend.lead": "El último examen completo de cada día: hallazgos abiertos, sin los resueltos.",
  "report.trend.lead.kind": "El último examen completo de cada día, solo de este tipo: {kind}.",
  "report.trend.few": "La evolución se muestra a partir del segundo día en que se examina la base de conocimientos.",
  "report.trend.fell": "Los hallazgos bajaron de {from} ({first}) a {to} ({last})",
  "report.trend.rose": "Los hallazgos subieron de {from} ({first}) a {to} ({last})",
  "report.trend.same": `{count, plural,
    one {# hallazgo el {first}, los mismos el {last}}
    other {# hallazgos el {first}, los mismos el {last}}
  }`,
  "report.trend.open": "abiertos",
  "report.trend.day": "Día",
  "report.trend.findings": "Hallazgos abiertos",
  "report.trend.coverage": "Tickets con página",

  "report.kind.contradiction": "Contradicciones",
  "report.lead.contradiction": "Dos páginas que dicen lo mismo con otro número, fecha o regla.",
  "report.kind.duplicate": "Casi duplicadas",
  "report.lead.duplicate":
    "Páginas casi iguales. Una búsqueda las muestra como una sola, pero hay que corregir cada una por separado.",
  "report.kind.stale": "Desactualizadas",
  "report.lead.stale":
    "Antiguas y aún citadas, con una fecha ya pasada, o con un precio distinto del que da el feed de productos.",
  "report.kind.personal-data": "Datos personales en artículos",
  "report.lead.personal-data": "Nombres, buzones y números de personas en páginas que cualquiera puede leer.",
  "report.kind.missing-language": "Traducciones que faltan",
  "report.lead.missing-language": "Traducidas, pero no a un idioma en el que escriben sus clientes.",
  "report.kind.never-quoted": "Nunca citadas",
  "report.lead.never-quoted":
    "Páginas públicas que ningún borrador cita, cuando ya hay 100 borradores y ha pasado un mes.",
  "report.kind.dead-link": "Enlaces rotos",
  "report.lead.dead-link":
    "Enlaces a páginas suyas que no existen o que los clientes no pueden abrir. Los enlaces a otros hosts se comprueban al pulsar Comprobar enlaces.",
  "report.kind.no-page": "Preguntas sin página",
  "report.lead.no-page": "Tickets de las últimas semanas que ninguna página responde, agrupados por sus palabras.",
  "report.kind.refused": "Omitidas por agentes",
  "report.lead.refused": "Páginas que los agentes descartaron con “Esta no” una y otra vez.",

  "report.kind.taken-out": "Quitadas por agentes",
  "report.lead.taken-out":
    "Páginas cuyas frases quitaron los agentes de los borradores una y otra vez antes de enviarlos.",

  "report.links": "Comprobar enlaces",
  "report.links.on": "Comprobando los enlaces en sus hosts, cinco por segundo.",
  "report.links.asking": "Comprobando enlaces: {asked} de {of}.",
  "report.links.done": `{count, plural,
    =0 {Ningún enlace lleva a otro host.}
    one {Se ha comprobado {asked} de # enlace a otras páginas; los que fallan figuran en Enlaces rotos.}
    other {Se han comprobado {asked} de # enlaces a otras páginas; los que fallan figuran en Enlaces rotos.}
  }`,
  "report.links.failed": "Los enlaces no se han comprobado.",

  "report.tickets": "{count, plural, one {Ticket:} other {Tickets:}}",
  "report.fix": "Para corregirlo:",
  "report.since": "Encontrado por primera vez el {day}",
  "report.more": "{n, plural, one {Mostrar # hallazgo más} other {Mostrar # hallazgos más}}",
  "report.cut":
    "Se muestran los primeros {shown} de {all}. Los demás aparecen a medida que estos se corrigen o se dan por resueltos.",
  "report.settle": "Dar por resuelto",
  "report.settle.lead": "Queda resuelto hasta que cambien sus palabras. No entra en los recuentos.",
  "report.note": "Nota (opcional)",
  "report.note.masked": "Los nombres se sustituyen antes de que la nota salga del navegador.",
  "report.settle.do": "Darlo por resuelto",
  "report.settle.keep": "Dejarlo abierto",
  "report.back": "Reabrir",
  "report.saving": "Guardando.",
  "report.settled-by": "Dado por resuelto por {name}, {when}.",
  "report.settled-at": "Dado por resuelto, {when}.",
  "report.reopened": "Abierto de nuevo.",
  "report.not-saved": "No guardado.",

  solved: "Tickets resueltos y sus páginas",
  "solved.lead":
    "Indique qué página respondió a un ticket, y la búsqueda encontrará esa página para tickets con palabras similares. Las páginas de las que la búsqueda estaba segura ya están asociadas.",
  "solved.open": "Sin página ({n})",
  "solved.linked": "Con página ({n})",
  "solved.none-open": "Todos los tickets resueltos tienen una página.",
  "solved.none-linked": "Ningún ticket resuelto tiene aún una página.",
  "solved.reply": "Qué se respondió",
  "solved.confirm": "Esta página lo respondió",
  "solved.undo": "Deshacer",
  "solved.by-search": "La búsqueda estaba segura.",
  "solved.by-lead": "Esta página lo respondió.",
  "solved.no-page": "Ninguna página se parece a este ticket.",
  "solved.looking": "Buscando páginas.",
  "solved.more": "Mostrar más tickets",
  "solved.failed": "No se pudo obtener la lista de tickets resueltos.",

  memories: "Lo que escriben los agentes",
  "memories.lead":
    "Lo que los agentes cambiaron en los borradores y puede valer para otras respuestas. Un recuerdo se usa cuando usted lo aprueba, o después de tres tickets de dos agentes si nada dice lo contrario.",
  "memories.open": "Por decidir ({n})",
  "memories.used": "En uso ({n})",
  "memories.expired": "Caducados ({n})",
  "memories.none.open": "No hay nada que decidir.",
  "memories.none.used": "No hay ningún recuerdo en uso.",
  "memories.none.expired": "No ha caducado ningún recuerdo.",
  "memories.more": "{n, plural, one {# recuerdo más no se muestra.} other {# recuerdos más no se muestran.}}",
  "memories.loading": "Cargando los recuerdos.",
  "memories.failed": "No se pudo obtener la lista de recuerdos.",
  "memory.wording": "Escribir “{text}”, no “{word}”",
  "memory.origin": `{tickets, plural,
    =0 {Sus tickets ya se han eliminado.}
    one {De # ticket de {agents, plural, one {# agente} other {# agentes}}, por primera vez el {day}.}
    other {De # tickets de {agents, plural, one {# agente} other {# agentes}}, por primera vez el {day}.}
  }`,
  "memory.until": "Vale hasta el {day}.",
  "memory.over": "Caducó el {day}.",
  "memory.by": "Aprobado por {name}, {when}.",
  "memory.approved": "Aprobado, {when}.",
  "memory.durable": "Se usa sin aprobación, porque lo escribieron suficientes agentes.",
  "memory.conflict": "Otro cambio dice otra cosa:",
  "memory.against": "Esta página dice otra cosa:",
  "memory.tickets": "Tickets",
  "memory.approve": "Aprobar",
  "memory.edit": "Editar",
  "memory.remove": "Quitar",
  "memory.word": "Esto no",
  "memory.text": "Sino esto",
  "memory.sentence": "Frase",
  "memory.expires": "Último día",
  "memory.masked":
    "Sin nombres de clientes: se usa para todos. Los nombres se sustituyen antes de que salga del navegador, y un recuerdo con nombres se rechaza.",
  "memory.meanwhile.changed":
    "Otra persona ha cambiado este recuerdo desde que usted empezó. El texto de arriba es el actual. Si guarda, el suyo lo sustituye.",
  "memory.meanwhile.removed":
    "Otra persona ha quitado este recuerdo desde que usted empezó, así que ya no se puede guardar.",
  "memory.save": "Guardar y aprobar",
  "memory.keep": "Dejarlo",
  "memory.sure": "¿Quitarlo junto con su origen? No se vuelve a proponer.",
  "memory.remove.do": "Quitarlo"
}
