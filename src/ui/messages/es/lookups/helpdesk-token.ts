import type { helpdeskToken as english } from "../../en/lookups/helpdesk-token.ts"
import type { Translation } from "../../translation.ts"

/** The panel's card on a helpdesk that is read by its API. */
export const helpdeskToken: Translation<typeof english> = {
  token: "Cómo se lee este ticket",
  "token.why.missing.front":
    "No hay información pública sobre cómo distingue la página de este helpdesk los mensajes del cliente de los de un colega, así que los tickets se leen mediante su API documentada. La API pide un token, que crea un administrador del helpdesk.",
  "token.why.missing.hubspot":
    "HubSpot no garantiza que un ticket se pueda leer en su sesión. Su API documentada sí lo entrega, también cuando la conversación es larga o la dirección del ticket no indica ninguna. La API pide un token, que crea un administrador de HubSpot.",
  "token.why.refused": "{host} rechazó el token. Puede que se haya eliminado.",
  "token.why.too-narrow":
    "El token no permite leer este ticket. Un administrador del helpdesk puede ampliarlo o crear otro.",
  "token.why.other-account": "El token es de una cuenta del helpdesk distinta de la de esta página.",
  "token.why.not-allowed":
    "Este navegador aún no puede preguntar a {host}. Solo se le pide el ticket que tiene delante, con GET.",
  "token.front": "En Front: Settings, Developers, API tokens. Debe poder leer conversaciones y mensajes, y nada más.",
  "token.hubspot":
    "En HubSpot: Development, Keys, Service keys. También sirve una aplicación privada creada antes. Necesita conversations.read, y nada más.",
  "token.label": "Token de API",
  "token.where": "Se guarda cifrado en este navegador y se envía solo a {host}.",
  "token.offer": "O leerlo mediante la API",
  "token.save": "Guardarlo y leer el ticket",
  "token.allow": "Permitir {host}",
  "token.allow.not": "El navegador no lo permitió, así que no se ha leído nada.",
  "token.failed": "No se pudo guardar. Recargue la página e inténtelo de nuevo.",
  "token.says.front":
    "Su navegador pide a {host}, con su token, el ticket que tiene delante. Los comentarios del equipo no se piden.",
  "token.says.hubspot":
    "Su navegador pide a {host}, con su token, la conversación que tiene delante. Los comentarios del equipo llegan con ella y se quedan en este navegador.",
  "token.instead": "En su lugar, este ticket se ha leído en su sesión.",
  "token.other": "Usar otro token",
  "token.forget": "Olvidar el token",
  "token.forgotten.front": "Olvidado. Los tickets de aquí se leerán de nuevo en cuanto escriba un token.",
  "token.forgotten.hubspot": "Olvidado. Los tickets de aquí se leen en su sesión, si esta los entrega."
}
