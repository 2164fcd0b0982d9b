import type { status as english } from "../en/status.ts"
import type { Translation } from "../translation.ts"

/** The admin page's card "Status". */
export const status: Translation<typeof english> = {
  status: "Estado",
  "status.lead": "Cómo están los relays de esta base de datos. Esta tarjeta se actualiza cada diez segundos.",
  "status.asof": "La información siguiente es de: {time}.",
  "status.fine": "Este relay está listo y ningún modelo falla.",
  "status.unready": "Este relay no está listo. {reasons}",
  "status.unready.shutting-down": "El relay se está deteniendo.",
  "status.unready.database-down": "La base de datos no responde: ¿está en marcha y accesible?",
  "status.unready.database-behind":
    "A la base de datos {count, plural, one {le falta # paso} other {le faltan # pasos}} de esta versión: reinicie el relay, que los realiza.",
  "status.unready.silent":
    "Desde hace {count, plural, one {# segundo} other {# segundos}} no llega a la base de datos ninguna señal de este relay, así que los demás lo dan por caído. Su registro dice por qué (relay-beat).",
  "status.silent": `{count, plural,
    one {# relay ha dejado de responder. Sus borradores empiezan de nuevo cuando se vuelven a pedir.}
    other {# relays han dejado de responder. Sus borradores empiezan de nuevo cuando se vuelven a pedir.}
  }`,

  "status.relays": "Relays",
  "status.relay": "Relay",
  "status.relay.here": "{id} (este)",
  "status.state": "Estado",
  "status.living": "responde",
  "status.dead": "no responde; última señal: {time}",
  "status.since": "Iniciado",
  "status.version": "Versión",
  "status.version.before": "una anterior",
  "status.streams": "Flujos",
  "status.memory": "Memoria",
  "status.megabytes": "{count, number} MB",
  "status.unknown": "desconocido",

  "status.models": "Modelos que escriben",
  "status.models.none": "No hay ningún modelo configurado: los borradores se componen con artículos.",
  "status.model": "Modelo",
  "status.model.sentence": "{name}: {state}.",
  "status.model.at": "{name} en {id}",
  "status.model.answering": "responde (desde {time})",
  "status.model.unasked": "no se le ha preguntado desde que se inició el relay",
  "status.model.failing": "falla (desde {time}); se le sigue preguntando",
  "status.model.away": `{count, plural,
    =0 {en pausa (desde {time}); el próximo borrador lo intenta; hasta que responda, escribe el siguiente modelo}
    one {en pausa (desde {time}); se reintenta en # segundo; hasta entonces escribe el siguiente modelo}
    other {en pausa (desde {time}); se reintenta en # segundos; hasta entonces escribe el siguiente modelo}
  }`,
  "status.running": "En curso",
  "status.running.of": "{count, number} de {most, number}",
  "status.waiting": "En espera",

  "status.queues": "En curso o en espera",
  "status.queue.drafts": "Borradores en redacción",
  "status.queue.running": "Importaciones en curso",
  "status.queue.waiting": "Importaciones en espera",
  "status.queue.deliveries": "Entregas de webhooks en espera",
  "status.queue.threads": "Tickets grandes en lectura o en espera",

  "status.budgets": "Presupuestos de hoy",
  "status.prepared": "Borradores preparados",
  "status.prepared.used":
    "{count, number} para {people, plural, one {# persona} other {# personas}}; cada una puede tener {most, number}.",
  "status.cost": "Dinero para modelos",
  "status.cost.used":
    "{amount} para {people, plural, one {# persona} other {# personas}}; cada una puede gastar {most}.",
  "status.cost.free": "{amount} para {people, plural, one {# persona} other {# personas}}; no hay límite.",
  "status.used-up": `{count, plural,
    =0 {Nadie ha agotado el suyo.}
    one {# persona ha agotado el suyo.}
    other {# personas han agotado el suyo.}
  }`,

  "status.errors": "Errores de las últimas 24 horas",
  "status.errors.none": "No ha fallado nada en las últimas 24 horas.",
  "status.errors.hour": "Por hora",
  "status.errors.code": "Por tipo",
  "status.hour": "Hora",
  "status.kind.request": "Peticiones",
  "status.kind.draft": "Borradores",
  "status.kind.model": "Modelos",
  "status.kind.import": "Importaciones",
  "status.kind.webhook": "Webhooks",
  "status.what": "Qué falló",
  "status.how": "Código",
  "status.times": "Veces",

  pages: "Páginas de los helpdesks",
  "pages.lead":
    "Los navegadores cuentan qué partes de la página de un ticket siguen reconociendo. Sin palabras, tickets ni nombres.",
  "pages.none": "Ningún navegador ha comunicado nada todavía.",
  "pages.fault":
    "{helpdesk}: “{part}” no encaja desde el {day}, {browsers, plural, one {# navegador} other {# navegadores}}, {tickets, plural, one {# ticket} other {# tickets}}.",
  "pages.fine":
    "{helpdesk}: todas las partes encajan, {browsers, plural, one {# navegador} other {# navegadores}} el {day}.",
  "pages.fits-again": "{helpdesk}: “{part}” no encajaba desde el {day}; vuelve a encajar desde el {again}.",
  "pages.days": "Lo que no encajó, por día",
  "pages.day": "Día",
  "pages.helpdesk": "Helpdesk",
  "pages.part": "Parte",
  "pages.extension": "Extensión",
  "pages.product": "Versión del helpdesk",
  "pages.browsers": "Navegadores",
  "pages.tickets": "Tickets",

  corrections: "Selectores corregidos",
  "corrections.none":
    "El relay no tiene ningún archivo de correcciones. Los navegadores usan los selectores incorporados.",
  "corrections.stored": "El relay tiene el archivo con el número de serie {serial, number} del {day}.",
  "corrections.of": "{helpdesk}: {count, plural, one {# selector} other {# selectores}}",
  "corrections.applied": "Este navegador lo acepta: la firma es correcta y estos selectores están corregidos.",
  "corrections.no-key":
    "Este navegador no corrige nada: no tiene clave con la que comprobar la firma. Defina “correctionKey” en la política del navegador.",
  "corrections.bad-key":
    "Este navegador no corrige nada: “correctionKey”, en la política del navegador, no es una clave pública. Tiene 44 caracteres; si hay varias, se separan con un espacio.",
  "corrections.no-ed25519":
    "Este navegador no corrige nada: es demasiado antiguo para comprobar la firma. Chrome 137 y Firefox 129 pueden hacerlo.",
  "corrections.bad-signature":
    "Este navegador no corrige nada: la firma no es de su clave, o el archivo se cambió después de firmarlo.",
  "corrections.bad-file":
    "Este navegador no corrige nada: la firma es correcta, pero esta versión no puede leer el archivo.",
  "corrections.replayed":
    "Este navegador no corrige nada: ya ha aceptado el número de serie {accepted, number}, y este archivo tiene el {serial, number}. Fírmelo de nuevo con uno mayor.",
  "corrections.unusable":
    "Este navegador no corrige nada: “{name}” no es un selector, o no es de los que se pueden corregir en esta versión.",

  "helpdesk.chatwoot": "Chatwoot",
  "helpdesk.freescout": "FreeScout",
  "helpdesk.freshdesk": "Freshdesk",
  "helpdesk.front": "Front",
  "helpdesk.gmail": "Gmail",
  "helpdesk.help-scout": "Help Scout",
  "helpdesk.hubspot": "HubSpot",
  "helpdesk.intercom": "Intercom",
  "helpdesk.osticket": "osTicket",
  "helpdesk.redmine": "Redmine",
  "helpdesk.request-tracker": "Request Tracker",
  "helpdesk.sample": "Helpdesk de muestra",
  "helpdesk.taught-page": "Páginas leídas por lugares señalados",
  "helpdesk.zammad": "Zammad",
  "helpdesk.zendesk": "Zendesk"
}
