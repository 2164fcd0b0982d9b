import type { guard as english } from "../en/guard.ts"
import type { Translation } from "../translation.ts"

/** Words of the model's that nobody gave, and orders to a machine in what the customer wrote. */
export const guard: Translation<typeof english> = {
  "summary.orders": "Atención",
  "summary.orders.text": "Este mensaje contiene instrucciones para una máquina.",
  "mark.foreign": "no facilitado",
  "mark.foreign.long": "No facilitado: {why} Insertar en espera. Ir a la comprobación {n}",
  "mark.unnamed": "página no citada",
  "mark.unnamed.long": "Página no citada: {why} Ir a la comprobación {n}",
  "foreign.hidden": "Contiene caracteres invisibles.",
  "foreign.image": "Una imagen, que permite al servidor que la aloja saber cuándo se lee el correo.",
  "foreign.script": "Un script, que no tiene cabida en una respuesta.",
  "foreign.link": "Este enlace no está en el ticket ni en ninguna fuente.",
  "foreign.look-alike": "Este enlace solo se parece a uno del ticket o de una fuente.",
  "foreign.email": "Esta dirección de correo no está en el ticket ni en ninguna fuente.",
  "foreign.phone": "Este teléfono no está en el ticket ni en ninguna fuente.",
  "foreign.account": "Esta cuenta para el pago no está en el ticket ni en ninguna fuente.",
  "foreign.wallet": "Esta dirección de criptomonedas no está en el ticket ni en ninguna fuente.",
  "foreign.spelled":
    "Un número o una dirección que, escritos con palabras, no están en el ticket ni en ninguna fuente.",
  "foreign.messenger": "Este contacto de mensajería no está en el ticket ni en ninguna fuente.",
  "foreign.portal": "Manda al cliente a buscar una página donde iniciar sesión.",
  "foreign.secret-request":
    "Pide una contraseña, un código, un enlace de acceso o datos de tarjeta. Nunca se los pida a un cliente.",
  "foreign.remote-control":
    "Pide al cliente que ceda a alguien el control de su dispositivo. Ninguna fuente lo indica.",
  "foreign.payment": "Pide un pago que no se puede rastrear ni revertir. Ninguna fuente ofrece esta forma de pago.",
  "foreign.mixed-script": "Algunas letras de esta palabra son de otro alfabeto y solo parecen correctas.",
  "foreign.blob": "Texto codificado que no está en el ticket ni en ninguna fuente.",
  "foreign.prompt": "Habla de las instrucciones al modelo.",
  "foreign.control":
    "El modelo escribió esto para sí mismo: el final de su respuesta, sus pensamientos o la llamada a una herramienta. No forma parte de una respuesta.",
  "foreign.internal": "Esto solo está en una nota interna.",
  "foreign.page": "Ni el ticket ni ninguna fuente cita esta página, aunque su host es conocido.",
  "foreign.waits": "Insertar queda en espera hasta que lo cambie, lo quite o lo conserve como palabras suyas.",
  "tally.foreign": "{count, plural, one {# no facilitado} other {# no facilitados}}",
  "tally.unnamed": "{count, plural, one {# página no citada} other {# páginas no citadas}}",
  "holds.foreign": "{count, plural, one {# fragmento sospechoso} other {# fragmentos sospechosos}}",
  "holds.contradicts": "{count, plural, one {# contradicción} other {# contradicciones}}",
  "holds.needs-approval":
    "{count, plural, one {# frase que requiere aprobación} other {# frases que requieren aprobación}}",
  "holds.no-source":
    "{count, plural, one {# fecha o importe que nadie facilitó} other {# fechas o importes que nadie facilitó}}",
  "holds.denied": "{count, plural, one {# frase desmentida} other {# frases desmentidas}}",
  "off.insert.holds": `{count, plural,
    one {Insertar en espera: el borrador tiene {things}. Cámbielo, quítelo o consérvelo como palabras suyas. Copiar sí funciona}
    other {Insertar en espera: el borrador tiene {things}. Cámbielo, quítelo o consérvelo como palabras suyas. Copiar sí funciona}
  }`,
  "say.holds.inserted": "En lo que ha insertado: {things}.|Vuelva a mirar la respuesta antes de enviarla.",
  "notice.guard-open": `{count, plural,
    one {Insertar en espera: queda # fragmento por resolver.|Cámbielo, quítelo o consérvelo como palabras suyas. Copiar sí funciona.}
    other {Insertar en espera: quedan # fragmentos por resolver.|Cámbielos, quítelos o consérvelos como palabras suyas. Copiar sí funciona.}
  }`,
  "notice.guard-failed":
    "El control de seguridad no pudo comprobar este borrador.|No se ha insertado nada. Inténtelo de nuevo; Copiar sí funciona."
}
