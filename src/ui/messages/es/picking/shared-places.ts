import type { sharedPlaces as english } from "../../en/picking/shared-places.ts"
import type { Translation } from "../../translation.ts"

/** Places of a page that are the team's: in the panel, and on the admin page's card. */
export const sharedPlaces: Translation<typeof english> = {
  "shared.here":
    "Su equipo ha señalado a Replywright dónde están los tickets en esta página. Permita el sitio y se leerán.",
  "shared.team": "Leído por los lugares que señaló su equipo",
  "shared.of.browser": "Estos lugares se guardan solo en este navegador.",
  "shared.of.browser.same": "Estos lugares se guardan en este navegador, y su equipo usa los mismos.",
  "shared.of.browser.other":
    "Estos lugares se guardan en este navegador. Su equipo usa otros; se usarán aquí en cuanto olvide los suyos.",
  "shared.of.team": "Estos lugares son de su equipo. Un administrador los ha compartido.",
  "shared.of.nobody": "Estos lugares se usan solo para esta página. No se guardan.",
  "shared.share": "Compartir con el equipo",
  "shared.sharing": "Enviando la propuesta",
  "shared.asked": "Se ha propuesto a un administrador. Hasta que decida, solo funciona en este navegador.",
  "shared.already": "Su equipo ya tiene estos lugares.",
  "shared.failed": "No se ha compartido nada. {why}",
  "shared.hashed":
    "No se ha compartido nada. Su equipo oculta las direcciones de los helpdesks con un hash, y los lugares contienen la dirección.",
  "shared.forget.team":
    "Estos lugares son de su equipo, así que se quedan. Un administrador puede retirarlos en la página de administración, y “Señalar de nuevo” da a este navegador los suyos propios.",
  "shared.forgotten":
    "Olvidados en este navegador. Al recargarla, la página se lee por los lugares de su equipo; un administrador puede retirarlos.",

  shared: "Páginas señaladas por el equipo",
  "shared.lead":
    "En un helpdesk que Replywright no conoce, los agentes señalan dónde tiene la página su ticket. Lo que ha señalado un agente se usa en todos los navegadores que pueden leer el sitio en cuanto usted lo comparte. Contiene solo lugares: ni texto de un ticket ni código.",
  "shared.none": "Nadie ha propuesto ninguna página.",
  "shared.list": "Páginas por sitio",
  "shared.state.proposed": "Propuesta",
  "shared.state.shared": "Compartida",
  "shared.state.declined": "No compartida",
  "shared.proposed": "Propuesta por {name}, {time}.",
  "shared.decided.shared": "Compartida por {name}, {time}.",
  "shared.decided.declined": "Rechazada o retirada por {name}, {time}.",
  "shared.somebody": "alguien que el relay ya no conoce",
  "shared.subject": "Asunto",
  "shared.messages": "Mensajes",
  "shared.customer": "Los del cliente se reconocen por",
  "shared.agent": "Los de agentes se reconocen por",
  "shared.notes": "Las notas internas se reconocen por",
  "shared.notes.all": "las palabras habituales, como “interna”, y el amarillo de una nota adhesiva",
  "shared.notes.except": "las palabras habituales y el amarillo de una nota adhesiva, salvo {words}",
  "shared.notes.colour": "el amarillo",
  "shared.notes.warning":
    "Los mensajes con {words} se leen aquí como públicos, también la nota interna de un agente. Compártalo solo si los mensajes públicos de este sitio son de verdad así y las notas se distinguen por otra cosa.",
  "shared.reply": "Cuadro de respuesta",
  "shared.read": "lectura: sí",
  "shared.read.newest-first": "lectura: sí, el más reciente arriba",
  "shared.not-read": "lectura: no",
  "shared.mark.name": "un nombre en el código de la página",
  "shared.mark.left": "su lado del hilo: izquierda",
  "shared.mark.right": "su lado del hilo: derecha",
  "shared.mark.first": "su autor: el del primer mensaje",
  "shared.mark.other": "su autor: no el del primer mensaje",
  "shared.mark.word": "la palabra “{word}” a su lado",
  "shared.mark.none": "nada, así que se omiten",
  "shared.reply.yes": "sí: Insertar escribe ahí",
  "shared.reply.no": "no: un borrador solo se puede copiar",
  "shared.warning":
    "Con un cuadro de respuesta, Insertar escribe en él en todos los navegadores del equipo. Compártalo solo si lo que se escribe ahí va al cliente y no es una nota interna.",
  "shared.replaces": "Sustituye los lugares que el equipo usa ahora para este sitio.",
  "shared.json": "Los lugares en JSON",
  "shared.do-share": "Compartir",
  "shared.decline": "Rechazar",
  "shared.remove": "Retirar",
  "shared.working": "Avisando al relay",
  "shared.said.shared":
    "Los lugares de {site} se han compartido. Los navegadores los usan en la próxima página que carguen.",
  "shared.said.declined": "Los lugares de {site} se han rechazado.",
  "shared.said.taken-back":
    "Los lugares de {site} se han retirado. Los navegadores dejan de usarlos en la próxima página que carguen.",
  "shared.sure": "Las páginas de este sitio dejan de leerse en los navegadores que no tengan lugares propios.",
  "shared.do": "Retirarlos",
  "shared.keep": "Seguir compartiéndolos"
}
