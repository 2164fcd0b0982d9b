import type { masking as english } from "../en/masking.ts"
import type { Translation } from "../translation.ts"

/** The team's masking rules: the admin page, and what the panel says of them. */
export const masking: Translation<typeof english> = {
  rules: "Enmascaramiento",
  "rules.lead":
    "Qué se sustituye antes de que un ticket salga del navegador, para todo el equipo. Los navegadores aplican un cambio con la siguiente respuesta del relay, en menos de cinco minutos.",
  "rules.on.strict": "Enmascaramiento: estricto",
  "rules.on.balanced": "Enmascaramiento: equilibrado",
  "rules.says.strict":
    "Los nombres, direcciones, lugares y empresas se sustituyen antes de que nada salga del navegador.",
  "rules.says.balanced":
    "Los nombres y direcciones se sustituyen solo cuando son casi seguros. Protege menos: algunos salen del navegador. Un administrador puede elegir el modo estricto.",
  "rules.mode": "Modo",
  "rules.mode.strict": "Estricto",
  "rules.mode.strict.lead": "Se sustituyen también los nombres, direcciones, lugares y empresas del texto.",
  "rules.mode.balanced": "Equilibrado",
  "rules.mode.balanced.lead":
    "Protege menos: los nombres y direcciones se sustituyen solo cuando son casi seguros, así que algunos salen del navegador.",

  "rules.keep": "Nunca se sustituye",
  "rules.keep.lead":
    "Sus propias marcas, productos, direcciones, teléfonos y cuentas. Los de artículos públicos se recogen en cada importación; lo que quite seguirá fuera.",
  "rules.keep.none": "Aún no hay palabras.",
  "rules.keep.add": "Palabra que nunca se sustituye",
  "rules.names": "Siempre se sustituye, como nombre",
  "rules.names.lead": "Nombres que no se detectan, como un apellido poco común.",
  "rules.names.none": "Aún no hay nombres.",
  "rules.names.add": "Nombre que siempre se sustituye",
  "rules.add": "Añadir",
  "rules.out": "Quitar",
  "rules.word.length": "Escriba de 2 a 100 caracteres.",
  "rules.word.there": "“{word}” ya está en la lista.",
  "rules.word.other": "“{word}” está en la otra lista. Quítela primero de esa lista.",
  "rules.word.full":
    "La lista tiene {most, plural, one {# palabra} other {# palabras}}, el máximo posible. Quite antes alguna.",
  "rules.from.articles": "{count, plural, one {{sort}, de # artículo} other {{sort}, de # artículos}}",
  "rules.from.team": "por {name}",
  "rules.from.agent": "por {name}, agente",
  "rules.from.new": "aún sin aplicar",
  "rules.sort.email": "correo electrónico",
  "rules.sort.phone": "teléfono",
  "rules.sort.iban": "cuenta",
  "rules.sort.address": "dirección postal",
  "rules.sort.domain": "host",
  "rules.sort.brand": "marca o producto",
  "rules.proposed":
    "{count, plural, one {# palabra más en artículos públicos} other {# palabras más en artículos públicos}}",
  "rules.proposed.lead":
    "Pueden ser de una persona, o aparecen solo en unos pocos artículos, así que se enmascaran mientras usted no elija otra cosa.",
  "rules.proposed.keep": "No sustituir nunca",
  "rules.agents": "Los agentes pueden añadir palabras",
  "rules.agents.lead": "Cada palabra tiene su propia versión, que indica quién la añadió y se puede deshacer.",

  "rules.pattern": "Números de pedido",
  "rules.pattern.lead":
    "Una expresión regular. Lo que coincide con ella es un número de pedido y no se enmascara; las tarjetas y cuentas se enmascaran siempre. Vacío: se conservan los números que siguen a una palabra como “pedido”.",
  "rules.try": "Probarla con un texto",
  "rules.try.found": "Encuentra {found}.",
  "rules.try.nothing": "No encuentra nada en él.",
  "rules.pattern.broken":
    "No es una expresión regular válida. Compruebe los paréntesis y corchetes, y escriba \\ delante de un signo que deba tomarse tal cual.",
  "rules.pattern.long": "Tiene más de 200 caracteres. Acórtela.",
  "rules.pattern.empty":
    "También coincide con un texto vacío. Haga que exija al menos un carácter, como \\d'{'4,10'}'.",
  "rules.pattern.nested":
    "Un grupo repetido contiene una repetición o una alternativa, y su búsqueda puede no terminar nunca. Escriba el grupo por extenso.",
  "rules.pattern.reference":
    "Hace referencia a un grupo anterior (\\1), y su búsqueda puede no terminar nunca. Escriba otra vez lo que debe coincidir.",
  "rules.pattern.many":
    "Puede coincidir de demasiadas maneras, y su búsqueda puede no terminar nunca. Dé un final corto a las repeticiones, como \\d'{'4,10'}' en lugar de \\d+, hasta 64.",
  "rules.pattern.no-digit":
    "También encuentra palabras sin cifras y, por tanto, nombres. Exija una cifra, como \\d'{'4,10'}'.",

  "rules.save": "Aplicar las reglas",
  "rules.saving": "Aplicándolas.",
  "rules.saved": "Aplicadas.",
  "rules.same": "No hay cambios",
  "rules.drop": "Descartar mis cambios",
  "rules.changed": "{name} cambió antes las reglas. Los cambios de usted no se han aplicado.",
  "rules.changed.lead":
    "Las reglas actuales son la versión {version}. Si aplica las de usted, la sustituyen por completo.",
  "rules.theirs": "Usar las otras",
  "rules.mine": "Aplicar las mías",
  "rules.import": "Una importación de artículos",

  "notice.unmasked-data":
    "El relay encontró {what} sin enmascarar y rechazó la petición.|Regenerar vuelve a enmascararlo. Si se repite, escríbalo usted y avise a quien administra el relay.",
  "unmasked.word.card": "un número de tarjeta",
  "unmasked.word.iban": "un número de cuenta",
  "unmasked.word.email": "una dirección de correo",
  "unmasked.word.some": "algo",
  refused: "Resultados rechazados",
  "refused.lead":
    "El relay rechazó los resultados de estas respuestas, porque algo en ellos no estaba enmascarado. No guardó nada. Esperan aquí, cifrados.",
  "refused.item": "Ticket {ticket}: contenía {what} sin enmascarar.",
  "refused.mask": "Enmascarar y enviar",
  "refused.discard": "Descartar",
  "refused.busy": "Se está procesando",
  "refused.failed": "No ha funcionado. El resultado sigue esperando aquí; inténtelo de nuevo.",

  "override.fixed.address":
    "El relay no acepta más direcciones de correo que las del equipo. Un responsable o un administrador puede añadirla a la lista de lo que nunca se sustituye.",
  "review.note.masked":
    "Los nombres, direcciones y números que contenga se sustituyen antes de que salga de este navegador.",
  "lead.fault.unmasked-data":
    "El relay encontró en la nota un número de tarjeta, una cuenta o una dirección de correo.|No se ha guardado nada. Quítelo y guarde de nuevo.",

  "rules.team": "También para el equipo",
  "rules.team.lead":
    "Al relay se envía solo la palabra, sin enmascarar, y de allí pasa a los navegadores del equipo. Un administrador puede quitarla después.",

  "rules.versions": "Versiones",
  "rules.version": "Versión {version}",
  "rules.version.now": "actual",
  "rules.by.saved": "{name}, {when}",
  "rules.by.word": "una palabra de {name}, {when}",
  "rules.by.import": "importación de artículos, {when}",
  "rules.by.sites": "{name} activó o desactivó el hash de los sitios, {when}",
  "rules.by.undo": "{name} volvió a la versión {of}, {when}",
  "rules.version.added": "Añadido: {words}.",
  "rules.version.gone": "Quitado: {words}.",
  "rules.version.more": "{words} y {count, number} más",
  "rules.version.none": "No se añadió ni se quitó ninguna palabra.",
  "rules.undo": "Volver a la versión {version}",
  "rules.undo.start": "Volver al principio",
  "rules.undone": "La versión {version} vuelve a estar aplicada.",
  "rules.undo.typed": "Antes, aplique o descarte sus cambios",
  "rules.somebody": "Alguien"
}
