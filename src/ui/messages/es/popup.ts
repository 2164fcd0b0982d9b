import type { popup as english } from "../en/popup.ts"
import type { Translation } from "../translation.ts"

/** The popup: pairing, sites, what is kept on this computer. */
export const popup: Translation<typeof english> = {
  "manifest.description":
    "Copiloto para equipos de soporte: borradores comprobados en el editor de respuestas de su propio helpdesk.",
  "manifest.open-panel": "Abrir el panel",
  "manifest.insert": "Insertar el borrador",
  "manifest.next": "Siguiente punto por revisar",
  "manifest.say": "Decir qué cambiar",
  "kept.drafts": "{count, plural, one {# borrador} other {# borradores}}",
  "kept.outcomes": "{count, plural, one {# resultado sin comunicar} other {# resultados sin comunicar}}",
  "kept.both": "{drafts} y {outcomes}",
  pair: "Conectar este navegador",
  "pair.lead": "El relay mostró un código al iniciarse. Sirve una sola vez, durante diez minutos.",
  "pair.address": "Dirección del relay",
  "pair.code": "Código de vinculación",
  "pair.do": "Vincular",
  "pair.doing": "Vinculando.",
  "pair.fixed": "Su organización ha fijado esta dirección.",
  "pair.bad-address": "Eso no es una dirección. Debe ser como 127.0.0.1:8787 o https://relay.example.com.",
  "pair.unsafe":
    "Sin HTTPS, cualquiera que esté en la red puede leer lo que se envía. Por eso solo se accede así a un relay de este dispositivo: http://127.0.0.1:8787. Si está en otro, escriba su dirección https://.",
  "pair.no-code": "Escriba el código que mostró el relay.",
  "pair.not-allowed": "El navegador no recibió permiso para acceder a ese relay. Pulse Vincular y permita el acceso.",
  "pair.used": "Ese código ya se ha usado. Pida otro al relay.",
  "pair.wrong": "El relay no reconoce ese código. Compruébelo o pida otro.",
  "pair.expired": "Ese código tiene más de diez minutos. Pida otro al relay.",
  "pair.unreachable": "El relay no responde en esa dirección. Inícielo o compruebe la dirección.",
  "pair.other-version":
    "El relay es de otra versión. Actualice la extensión o el relay para que ambas versiones coincidan.",
  "pair.other": "No se pudo vincular: {why}",
  "pair.sign-in": "Iniciar sesión con su organización",
  "pair.signing-in": "Inicie sesión en la ventana que se ha abierto.",
  "pair.off": "Aquí los navegadores no se vinculan con códigos. Inicie sesión con su organización.",
  "pair.no-provider":
    "Este relay no tiene inicio de sesión de ninguna organización. Vincule el navegador con un código.",
  "pair.no-role":
    "Su organización le conoce, pero ninguno de sus grupos puede usar Replywright aquí. Pregunte a quien gestiona el relay.",
  "pair.no-group":
    "Ha iniciado sesión, pero ninguno de sus grupos abre esta página. Pregunte a quien gestiona el relay.",
  "pair.cancelled": "El inicio de sesión no se completó. Inicie sesión de nuevo.",
  "pair.provider-away": "No se puede acceder al inicio de sesión de su organización. Inténtelo de nuevo en un momento.",
  "pair.not-lead": "Ese código es de un agente. Pida al relay el código de un responsable.",
  preparing: "Borradores preparados",
  "preparing.on": "Preparar un borrador al abrir un ticket",
  "preparing.list": "También para los siguientes tickets de la lista",
  "preparing.unused": "No se han usado diez seguidos, así que solo se preparan resúmenes.",
  "preparing.budget": "Los de hoy se han agotado. Se reanudan a las 00:00 UTC.",
  "preparing.policy": "Su organización los ha desactivado.",
  "preparing.team": "Un administrador los ha desactivado para el equipo.",
  "preparing.again": "Volver a preparar",
  "site.on": "Activado. Aquí se leen los tickets y se escriben borradores.",
  "site.forbidden": "Su organización no permite usar Replywright en este sitio. Aquí no se lee nada.",
  "site.switched-off": "Su organización lo ha desactivado.",
  "site.unknown":
    "La política de su organización contiene nombres que no existen: {names}. No se lee nada hasta que se corrijan. Avise a quien administra su navegador.",
  "site.off": "Desactivado. No se lee nada de este sitio.",
  "site.off.lead": "Al activarlo, se pide al navegador acceso solo a este sitio. Puede retirarlo aquí mismo.",
  "site.allow": "Permitir este sitio",
  "site.framed": "Este helpdesk ya saluda y firma: Insertar omite ambas cosas",
  "site.stop": "Desactivar aquí",
  "site.none": "En una página de este tipo no se pueden leer tickets.",
  "site.failed": "No ha funcionado. No se lee nada de este sitio. {why}",
  "site.not-allowed": "El navegador no recibió permiso para leer este sitio. Aquí no se lee nada.",
  "popup.status": "Estado",
  "popup.relay": "Relay",
  "popup.model": "Modelo",
  "status.no-model": "ninguno: redactor sin modelo",
  "status.person": "Sesión de {name}, {role}",
  "status.sign-out": "Cerrar sesión",
  "status.open": "Abrir el panel",
  "status.failed": "La extensión no ha respondido. Cierre esta ventana y vuelva a abrirla.",
  masking:
    "Los nombres, direcciones, teléfonos y demás datos personales se sustituyen antes de que nada salga del navegador. Se detecta la mayoría de los nombres del texto, pero no todos; en japonés no se detectan de forma fiable.",
  kept: "Guardado en este dispositivo",
  "kept.nothing": "Ningún borrador.",
  "kept.lead": "{drafts}, con cifrado. Todos los resultados se han comunicado.",
  "kept.lead.waiting": "{drafts}, con cifrado. Aún sin comunicar: {outcomes}.",
  "kept.results": "{count, plural, one {# resultado} other {# resultados}}",
  wipe: "Borrar",
  "wipe.ask": "¿Borrar lo que se guarda aquí?",
  "wipe.lead": "Se borran {drafts} y su sesión. Los tickets de su helpdesk quedan como están.",
  "wipe.lost": `{count, plural,
    one {Se pierde # resultado que aún no se ha comunicado.}
    other {Se pierden # resultados que aún no se han comunicado.}
  }`,
  "wipe.do": "{count, plural, =0 {Borrar todo} one {Borrar # borrador} other {Borrar # borradores}}",
  "wipe.keep": "Conservar",
  "wipe.left":
    "No se pudo eliminar todo. Siguen aquí: {parts}. Inténtelo de nuevo. Si quita la extensión del navegador, se elimina todo.",
  "wipe.left.drafts": "los borradores y resultados, cifrados",
  "wipe.left.sign-in": "su sesión y su configuración",
  "wipe.left.sites": "el permiso para los sitios",
  "wipe.report": `{count, plural,
    one {¿Comunicar antes ese resultado?}
    other {¿Comunicar antes esos # resultados?}
  }`,
  "wipe.report.do": "Intentarlo ahora",
  "site.hashed": "sitio {mark}"
}
