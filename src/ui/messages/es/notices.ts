import type { notices as english } from "../en/notices.ts"
import type { Translation } from "../translation.ts"

/** What the bar says: what happened | what is safe, what to do. */
export const notices: Translation<typeof english> = {
  "notice.relay-unreachable":
    "El relay no responde.|Lo que se guarda aquí sigue funcionando. Inicie el relay; esta página se reconecta sola.",
  "notice.no-network": "No hay conexión.|Lo que se guarda aquí sigue funcionando.",
  "notice.relay-stopped": `{count, plural,
    =0 {El relay dejó de responder.|Aún no se había escrito nada. Pulse Regenerar o escríbalo usted.}
    one {El relay dejó de responder después de # frase.|Se conserva. Pulse Regenerar o termínelo usted.}
    other {El relay dejó de responder después de # frases.|Se conservan. Pulse Regenerar o termínelo usted.}
  }`,
  "notice.relay-other-version":
    "El relay es de otra versión.|No se ha enviado nada. Actualice la extensión o el relay para que coincidan.",
  "notice.policy":
    "La política de su organización no permite enviar nada.|No se pierde nada. Se enviará automáticamente cuando se corrija la política.",
  "notice.model-failed": "El modelo respondió con un error.|No se pierde nada. Pulse Regenerar o escríbalo usted.",
  "notice.model-cut": `{count, plural,
    =0 {El modelo se detuvo antes de tiempo.|Aún no se había escrito nada. Pulse Regenerar o escríbalo usted.}
    one {El modelo se detuvo antes de tiempo, después de # frase.|Se conserva. Pulse Regenerar o termínelo usted.}
    other {El modelo se detuvo antes de tiempo, después de # frases.|Se conservan. Pulse Regenerar o termínelo usted.}
  }`,
  "notice.model-silent": `{count, plural,
    =0 {El modelo dejó de responder.|Aún no se había escrito nada. Pulse Regenerar o escríbalo usted.}
    one {El modelo dejó de responder después de # frase.|Se conserva. Pulse Regenerar o termínelo usted.}
    other {El modelo dejó de responder después de # frases.|Se conservan. Pulse Regenerar o termínelo usted.}
  }`,
  "notice.model-empty": "El modelo devolvió una respuesta vacía.|Pulse Regenerar o escríbalo usted.",
  "notice.model-away":
    "El modelo ha fallado varias veces seguidas y por ahora no se le pregunta.|No se pierde nada. Pulse Regenerar dentro de un minuto o escríbalo usted.",
  "notice.model-queue-full":
    "El modelo está ocupado y ya lo esperan muchos borradores.|No se pierde nada. Pulse Regenerar dentro de un minuto o escríbalo usted.",
  "notice.budget-cost":
    "El presupuesto de hoy para modelos se ha agotado.|Escríbalo usted; vuelve a haber borradores a partir de las 00:00 UTC.",
  "notice.budget-month":
    "El presupuesto de este mes para modelos se ha agotado.|Escríbalo usted; un administrador puede aumentarlo en models.yaml.",
  "notice.budget-prepared":
    "Los borradores preparados de hoy se han agotado.|Pulse Regenerar para pedir un borrador de este ticket.",
  "notice.relay-busy": "El relay está ocupado.|No se pierde nada. Pulse Regenerar dentro de un minuto.",
  "notice.relay-error":
    "El relay comunicó un fallo.|No se pierde nada. Pulse Regenerar; si se repite, avise a quien administra el relay.",
  "notice.database-down":
    "El relay no puede acceder a su base de datos.|No se pierde nada. Cuando esté disponible, esta página continuará sola.",
  "notice.disk-full":
    "El disco del relay está lleno.|No se pierde nada. Quien administra el relay tiene que liberar espacio.",
  "notice.signed-out-by-relay":
    "El relay ha cerrado la sesión de este navegador.|Sus borradores siguen aquí, cifrados. Vincúlelo de nuevo con otro código.",
  "notice.logged-out":
    "Su sesión en el helpdesk está cerrada.|No se ha insertado nada. Inicie sesión allí y vuelva a este ticket.",
  "notice.page-changed":
    "En la página del helpdesk falta algo que se esperaba: {part}.|No se ha insertado nada. Copiar sí funciona, y también “Usar el texto seleccionado”. El administrador de su equipo lo ve.",
  "notice.page-unfit":
    "La página del helpdesk ha cambiado. Falta algo que se esperaba: {part}.|Las funciones que dependen de ello están en pausa. Copiar sí funciona, y también “Usar el texto seleccionado”. El administrador de su equipo lo ve.",
  "notice.other-ticket": "Hay otro ticket delante.|No se ha insertado nada. Vuelva a este ticket o use Copiar.",
  "notice.newer-message":
    "{author} ha vuelto a escribir.|No se ha insertado nada. Pulse Regenerar para responder a ese mensaje; sus cambios se conservan.",
  "notice.newer-note":
    "Insertado, pero este ticket tiene una nota interna más reciente.|Léala antes de enviar la respuesta.",
  "notice.not-public":
    "Puede que el editor que tiene delante no sea una respuesta pública.|No se ha insertado nada. Abra la respuesta pública o use Copiar.",
  "notice.copy-only":
    "Nada en la página de este helpdesk prueba que la respuesta vaya al cliente.|No se ha insertado nada, por si es una nota interna. Cópielo y péguelo en la respuesta.",
  "notice.no-selection":
    "No hay nada seleccionado en la página.|Seleccione lo que escribió el cliente y pulse de nuevo.",
  "notice.bad-recipe": "Los lugares guardados de este sitio no se pueden usar.|Vuelva a señalar dónde está el ticket.",
  "notice.known-helpdesk": "Replywright ya lee este helpdesk por sí mismo.|Abra un ticket en él.",
  "notice.no-editor":
    "No hay ningún editor de respuesta abierto.|No se ha insertado nada. Abra antes la respuesta o use Copiar.",
  "notice.no-shown-box":
    "No hay ningún cuadro de respuesta donde se señaló.|No se ha insertado nada. Abra antes la respuesta. Si ya está abierta, pulse “Señalar de nuevo” o Copiar.",
  "notice.macros-unreadable":
    "Ahora no se pueden leer las macros.|No se ha insertado nada. Inténtelo dentro de un minuto o aplique la macro en el helpdesk.",
  "notice.macro-gone":
    "Esta macro ya no existe, o ya no escribe una respuesta pública.|No se ha insertado nada. Elija otra.",
  "notice.macro-there": "Este texto ya está en la respuesta.|No se ha insertado por segunda vez.",
  "notice.not-there":
    "El texto no está en el editor.|El editor no lo aceptó. Compruebe el texto del editor y, después, copie y pegue.",
  "notice.already-inserted": "Lo que se insertó antes se ha modificado.|No se ha sobrescrito nada.",
  "notice.no-message": "El mensaje {n} no está en esta página.|Abra el historial del ticket y pulse de nuevo.",
  "notice.blank-open": `{count, plural,
    one {Queda # hueco.|Pulse Insertar otra vez para insertarlo como {blanks}.}
    other {Quedan # huecos.|Pulse Insertar otra vez para insertarlos como {blanks}.}
  }`,
  "notice.message-sent": "Ya ha enviado ese mensaje.|No se ha insertado nada. Pulse Insertar para poner el siguiente.",
  "notice.inserted": "Insertado.|Léalo en la respuesta y envíela usted.",
  "notice.inserted-unchecked":
    "Insertado sin verificar.|Solo lo han comprobado las reglas. Léalo en la respuesta antes de enviarla.",
  "notice.handed-over": "Nota de traspaso copiada.|Péguela donde la vaya a leer su colega.",
  "notice.sentence-added": "Añadida:|“{words}” La tecla {n, number} la quita.",
  "notice.sentence-removed": "Quitada:|“{words}” La tecla {n, number} la vuelve a poner.",
  "notice.copied": "Copiado.|Péguelo en la respuesta.",
  "notice.copied-unchecked":
    "Copiado, aún sin verificar.|Solo lo han comprobado las reglas. Vuelva a mirar aquí antes de enviarlo.",
  "notice.copied-open": "Copiado, con {things}.|Compruebe la respuesta antes de enviarla.",
  "notice.copy-failed": "El navegador no permitió copiar.|Pulse Editar, seleccione el texto y cópielo usted.",
  "notice.unreadable":
    "Ahora no se puede leer el mensaje más reciente.|No se ha insertado nada, porque el borrador podría responder a uno anterior. Copiar sí funciona.",
  "notice.token-wanted":
    "La API del helpdesk no devolvió nada para este ticket.|La tarjeta de arriba dice qué hacer; también puede señalar dónde está el ticket.",
  "notice.several":
    "Este ticket tiene varias conversaciones y la dirección de la página no indica ninguna.|Señale dónde está el ticket o use un texto que seleccione.",
  "notice.mask-timeout":
    "Ocultar los datos personales tardó demasiado.|Nada ha salido del navegador. Pulse Regenerar para intentarlo de nuevo.",
  "notice.too-long":
    "Este ticket es demasiado largo: sus mensajes más recientes superan los 100 mil caracteres, o todos ellos el millón.|Nada ha salido del navegador. Escriba usted esta respuesta.",
  "notice.older-left-out": `{count, plural,
    one {Se ha omitido # mensaje antiguo.|El borrador se basa en el primer mensaje y en los más recientes de este hilo largo.}
    other {Se han omitido # mensajes antiguos.|El borrador se basa en el primer mensaje y en los más recientes de este hilo largo.}
  }`,
  "notice.too-large":
    "La petición es demasiado grande para el relay.|No se pierde nada. Escriba usted esta respuesta o acorte lo que ha pedido.",
  "notice.too-many-drafts":
    "Ya tiene seis borradores en curso.|No se pierde nada. Pulse Regenerar cuando alguno esté listo.",
  "notice.empty-ticket":
    "Este ticket no tiene texto al que responder.|Nada ha salido del navegador. Los adjuntos no se leen.",
  "notice.store-full":
    "En este dispositivo no caben más borradores.|Este borrador funciona hasta que se cierre el navegador. Borre los antiguos en la ventana de la extensión o libere espacio.",
  "notice.store-lost":
    "Los borradores guardados en este dispositivo ya no están.|Alguien borró los datos del navegador. Los tickets del helpdesk siguen como estaban.",
  "notice.outcome-taken":
    "El resultado del ticket {ticket} no se ha guardado.|Su borrador o su resultado es de otra persona, o de otro ticket. No tiene que hacer nada.",
  "notice.may-not-erase":
    "Usted no puede borrar este ticket.|No se ha borrado nada. Pueden hacerlo los agentes que pidieron un borrador para él, los responsables y los administradores; un administrador puede haberlo limitado a estos dos últimos.",
  "notice.erased": "Borrado.|Los borradores y resultados de este ticket ya no están, ni aquí ni en el relay.",
  "notice.framed-twice":
    "El último mensaje de su equipo {what, select, greeting {saludaba} closing {llevaba la firma} other {saludaba y llevaba la firma}} dos veces.|Si el helpdesk ya saluda y firma, indíquelo en la ventana de la extensión, e Insertar omitirá ambas cosas.",
  "notice.site-off":
    "Replywright está desactivado en este sitio.|Aquí no se lee nada. Actívelo en la ventana de la extensión.",
  "notice.switched-off":
    "{by, select, policy {Su organización} other {Su equipo}} ha desactivado Replywright aquí.|No se guarda ni se envía nada de este ticket. La regla: {when}.",
  "notice.model-off":
    "{by, select, policy {Su organización} other {Su equipo}} ha desactivado los modelos para este ticket.|Los borradores se escriben sin modelo. La regla: {when}.",
  "notice.stale":
    "{author} ha vuelto a escribir, {ago}.|Insertar está desactivado, porque este borrador no responde a ese mensaje.",
  "notice.stale.edited":
    "{author} ha vuelto a escribir, {ago}.|Insertar está desactivado, porque este borrador no responde a ese mensaje. Sus cambios se conservan.",
  "notice.offline": "No hay conexión.|El borrador de las {time} sigue funcionando.",
  "notice.no-relay": "El relay no responde.|El borrador de las {time} sigue funcionando.",
  "notice.waiting": `{count, plural,
    one {Cuando vuelva la conexión, se comunicará # resultado.}
    other {Cuando vuelva la conexión, se comunicarán # resultados.}
  }`,
  "notice.failed": `{count, plural,
    =0 {No hay borrador.|No se ha escrito nada. Pulse Regenerar o escríbalo usted.}
    one {El borrador se detuvo antes de tiempo, después de # frase.|Se conserva. Pulse Regenerar o termínelo usted.}
    other {El borrador se detuvo antes de tiempo, después de # frases.|Se conservan. Pulse Regenerar o termínelo usted.}
  }`,
  "notice.stopped": "Detenido.|Lo escrito se conserva. Pulse Regenerar o termínelo usted.",
  "notice.preparing-unused":
    "No se han usado diez borradores preparados seguidos, así que solo se preparan resúmenes.|Pulse Regenerar para pedir un borrador.",
  "notice.preparing-budget":
    "Los borradores preparados de hoy se han agotado.|Pulse Regenerar para pedir uno de este ticket. Se reanudan a las 00:00 UTC.",
  "notice.preparing-policy":
    "Su organización ha desactivado los borradores preparados.|Pulse Regenerar para pedir uno.",
  "notice.preparing-team":
    "Los borradores preparados están desactivados para este equipo.|Pulse Regenerar para pedir uno.",
  "notice.preparing-rule":
    "Los borradores preparados están desactivados para este ticket.|Pulse Regenerar para pedir uno.",
  "notice.preparing-choice": "No se preparan borradores.|Pulse Regenerar para pedir uno.",
  "notice.rejected": "Anotado: no sirve.|El borrador se queda. Un motivo ayuda a mejorar el próximo.",
  "notice.unrejected": "Retirado.|No se comunica nada.",
  "notice.reply-sent": "La respuesta de este borrador ya se ha enviado.|Lo que anotó no cambia.",
  "notice.not-ready":
    "Ese borrador aún no está listo para esto.|No se ha cambiado nada. Inténtelo cuando esté escrito.",
  "notice.locked":
    "Sus borradores están bloqueados.|No se ha cambiado nada. Se abrirán solos cuando el relay responda.",
  "notice.policy-broken":
    "La política de su organización no se entiende.|No se ha cambiado nada. Replywright continuará por sí mismo cuando se corrija.",
  "notice.no-answer": "La extensión no ha respondido.|No se ha cambiado nada. Inténtelo de nuevo.",
  "notice.other": "No ha funcionado.|{message}",
  "notice.somebody": "El cliente",
  "notice.something": "una parte del ticket"
}
