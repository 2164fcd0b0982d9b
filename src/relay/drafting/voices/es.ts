import { listed, between, only, opensOrHas, withFigure, word } from "./pattern.ts"
import type { Voice } from "./voice.ts"

const NUMBER = "\\d+(?:[.,]\\d+)?|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|catorce|quince|treinta"

const NEEDED = word(
  "(?:envíe|escríba|indíque|díga|mánde|facilíte)nos|(?:necesitamos|nos hace falta)|confirme (?:su|la|el)|firme la|indique (?:el|la|su)"
)

export const es: Voice = {
  greeting: (name) => (name ? `Hola, ${name}:` : "Hola:"),
  closing: "Un cordial saludo,",
  courtesy: {
    sorry: "Lamentamos las molestias.",
    again: "Gracias por su respuesta.",
    first: "Gracias por su mensaje."
  },
  informalCourtesy: {
    sorry: "Lamentamos las molestias.",
    again: "Gracias por tu respuesta.",
    first: "Gracias por tu mensaje."
  },
  unanswered: "Lamentablemente, todavía no disponemos de información al respecto.",
  holding:
    "Gracias por avisarnos. Los compañeros responsables de estos casos están revisando su mensaje y le responderán.",
  askBack: {
    trouble: "¿Podría explicarnos con un poco más de detalle qué ocurre?",
    unclear: "¿Podría decirnos qué podemos hacer por usted?",
    other: "¿Podría explicarnos con un poco más de detalle qué necesita?"
  },
  informalAskBack: {
    trouble: "¿Podrías explicarnos con un poco más de detalle qué ocurre?",
    unclear: "¿Podrías decirnos qué podemos hacer por ti?",
    other: "¿Podrías explicarnos con un poco más de detalle qué necesitas?"
  },
  otherLanguage: (title, language) => `respuesta en español (solo en ${language}: «${title}»)`,
  whichCase: (names) => `¿Cuál de estos casos es el suyo: ${listed(names, "«", "»", "o")}?`,
  space: " ",
  trouble: word(
    "falt(?:a|an|aba)|perdid[oa]s?|rot[oa]s?|roto|dañad[oa]s?|agrietad[oa]s?|defectuos[oa]s?|estropead[oa]s?|averiad[oa]s?|avería|equivocad[oa]s?|error\\p{L}*|retras\\p{L}*|tarde|dos veces(?! (?:al|a la|por|cada) )|duplicad[oa]s?|bloquead[oa]s?|rechaz\\p{L}*|fall[oa]s?|falla(?:n|ndo)?|problema\\p{L}*|queja\\p{L}*|vergüenza|inaceptable|gotea|ruido|robar?on|robad[oa]|sin querer|no (?:me |nos |se |ha |han |he |hemos )*(?:lleg\\p{L}*|recib\\p{L}*|funciona\\p{L}*|enciende\\p{L}*|arranca\\p{L}*|carga\\p{L}*|aparece\\p{L}*)"
  ),
  thanks: only(
    "hola|buen(?:os|as)(?: (?:días|dias|tardes|noches))?|estimad[oa]s?",
    "ok|vale|de acuerdo|perfecto|genial|estupendo|entendido|todo (?:bien|claro|correcto)|ya (?:está|funciona|llegó|ha llegado)|(?:muchas |mil )?gracias|(?:un )?(?:cordial )?saludos?|atentamente|que tenga",
    "pero|aunque|no|todavía|aún"
  ),
  absent: word("no (?:hay|había) (?:ningún|ninguna|nada|un|una|aviso|nota)|tampoco hay"),
  request: word(
    "por favor|pueden|puede (?:decir|indicar|enviar|ayudar)me|podrían?|podéis|quiero|quisiera|querría|me gustaría|(?:lo )?necesit(?:o|amos)|prefiero|díga(?:n)?me|envíen?me|indíquen?me"
  ),
  kinds: [
    {
      asked: word(
        "cuándo|cuando|cuánto (?:tiempo|tarda\\p{L}*)|cuántos (?:días|meses)|hasta cuándo|plazo\\p{L}*|qué día|todavía|demasiado tarde|antes del?"
      ),
      given: word(
        `(?:${NUMBER})(?: (?:a|o|y) (?:${NUMBER}))? (?:días?|semanas?|mes(?:es)?|años?|horas?|minutos?|segundos?)|al momento|inmediat\\p{L}*|cada (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)`
      )
    },
    {
      asked: word(
        "cuánto|cuanto|cuesta\\p{L}*|coste\\p{L}*|precio\\p{L}*|tarifa\\p{L}*|comisi\\p{L}*|pag\\p{L}*|gratis|gratuit\\p{L}*|dinero|reembols\\p{L}*|devolver el dinero|descuent\\p{L}*"
      ),
      given: /\d\s?(?:€|%|euros?)|(?<!\p{L})(?:gratis|gratuit[oa]s?|sin coste|devolvemos|se devuelve|reembolsa)/iu
    },
    {
      asked: word("pued[oe]|podemos|podéis|pueden|es posible|se puede|tengo que|debo|hace falta|hay que|sirve"),
      given: word("puede|pueden|debe|deben|solo|sólo|no|nunca|posible|necesario|siempre que|salvo")
    },
    {
      asked: word("cómo|como (?:lo|la|se)|qué (?:hago|debo|tengo|hay|necesit\\p{L}*|pasa)|dónde|ayuda\\p{L}*"),
      given:
        /\s>\s|^(?:Abra|Vaya|Pulse|Elija|Haga|Use|Envíe|Envíenos|Escríbanos|Indique|Introduzca|Imprima|Entregue|Incluya|Pregunte|Mire|Busque|Confirme|Firme|Espere|Marque|Limpie|Para)(?!\p{L})|(?<!\p{L})(?:ábr[ae]l[ao]|pulse|use)(?!\p{L})/u
    },
    {
      asked: word(
        "qué (?:necesita\\p{L}*|hace falta|tengo que (?:enviar|mandar)|debo (?:enviar|mandar))|(?:con )?estos datos|qué (?:datos|documentos)"
      ),
      given: NEEDED
    }
  ],
  needed: NEEDED,
  needs: word("necesitamos|necesitaremos|nos hace falta"),
  forAgents: word(
    "(?:el|al|del|este) cliente|(?:la|esta) clienta|nota interna|macro|(?:el|un) agente|(?:la|una) agente"
  ),
  claimsAction:
    /(?<!si )(?<!\p{L})(?:(?:le|lo|la|los|las|se|ya) ){0,2}(?:he|hemos) (?:ya )?\p{L}+(?:ado|ido|to|cho)(?!\p{L})/iu,
  needsContext: opensOrHas(
    "est[aeo]s?|es[aeo]s|esa|eso|ese|ell[ao]s?|él|entonces|después(?! de)|luego|si no|de lo contrario|en (?:ese|este|tal) caso|pero|y|o|también|además|amb[ao]s|así|l[aeo]s? \\p{L}+mos|es(?! (?:posible|necesario))|son|está|están|tarda|tardan|cuesta|dura|vale|sigue|caduca|incluye|contiene|al \\p{L}+(?:lo|la|los|las)|si (?:es|está|lo|la)|nunca l[ao]|(?:para|con|por) (?:ello|eso|esto)|si (?:eso|esto)|(?:puede|debe|podemos|podrá|hay que|es posible) \\p{L}+[aei]r(?:l[ao]s?)|\\p{L}*[áéíóú]\\p{L}*(?:lo|la|los|las)",
    "(?:en|dentro de|antes de|después de|pasad[oa]) (?:ese|este|esa|esta|dicho|dicha) (?:plazo|tiempo|fecha|período|periodo)|hasta entonces|para entonces|en (?:estos|esos|tales) casos"
  ),
  macroLetter: between("hola|buen[oa]s|estimad[oa]", "(?:reciba )?(?:un )?(?:cordial )?saludos?|atentamente"),
  blanks: [
    {
      says: /(?<!\p{L})(?:le (?:damos|daremos|enviamos|enviaremos|facilitamos)|(?:usted )?recib(?:e|irá))(?: \p{L}+){0,3}? (?:un|el|su) ((?:número|código) de \p{L}+)/iu,
      announces: true,
      ask: ([, fact = ""]) => ({ blank: fact, text: `Su ${fact} es [[${fact}]].` }),
      known: withFigure
    },
    {
      says: word("(?:desde|tras|siguientes? a|después de) (?:su|la) llegada"),
      when: word("(?:devolv|devuelt|envi|mand|entregu|entreg)\\p{L}*"),
      ask: () => ({ blank: "fecha de llegada", text: "Nos llegó el [[fecha de llegada]]." }),
      known: () => /(?:lleg\p{L}*|recib\p{L}*|entregad\p{L}*)[^.!?\n]*\d/iu
    },
    {
      says: word("mismo medio|medio (?:de pago|con el que)|forma de pago"),
      when: word("reembols\\p{L}*|dinero|devol\\p{L}*|pag\\p{L}*"),
      ask: () => ({ blank: "medio de pago", text: "Usted pagó con [[medio de pago]]." }),
      known: () =>
        word(
          "(?:con|por) (?:la |mi )?(?:tarjeta|transferencia|paypal|bizum)|tarjeta|transferencia|paypal|bizum|domiciliación|klarna|apple pay|contra reembolso|iban"
        )
    }
  ]
}
