import type { checks as english } from "../en/checks.ts"
import type { Translation } from "../translation.ts"

/** The cards of checks, sources and macros. */
export const checks: Translation<typeof english> = {
  checks: "Comprobaciones",
  "checks.count": "{count, number} por revisar",
  "checks.questions": "{count, plural, one {# pregunta para usted} other {# preguntas para usted}}",
  "checks.none": "Aún no hay nada que comprobar.",
  "checks.refused": "No hay texto que comprobar.",
  "checks.writing": `{count, plural,
    one {# frase comprobada; por ahora, nada por revisar.}
    other {# frases comprobadas; por ahora, nada por revisar.}
  }`,
  "checks.failed": `{count, plural,
    one {La frase de arriba está comprobada.}
    other {Las # frases de arriba están comprobadas.}
  }`,
  "checks.reckoned": "“{words}” se ha calculado a partir de {says}. Vuelva a calcularlo antes de enviarlo.",
  "checks.supported": "{count, plural, one {# frase tiene fuente.} other {# frases tienen fuente.}}",
  "checks.verified": `{count, plural,
    one {# frase está verificada: la confirma un modelo que ve el ticket y las fuentes.}
    other {# frases están verificadas: las confirma un modelo que ve el ticket y las fuentes.}
  }`,
  "checks.cleared": `{count, plural,
    one {Una regla había puesto en duda # de ellas. El modelo que verifica la confirmó.}
    other {Las reglas habían puesto en duda # de ellas. El modelo que verifica las confirmó.}
  }`,
  "checks.checking": `{count, plural,
    one {# frase sigue en comprobación.}
    other {# frases siguen en comprobación.}
  }`,
  "checks.unanswered": "{count, plural, other {Sin responder:}}",
  "checks.not-found": `{count, plural,
    one {Las palabras de # frase no están en ninguna fuente. Solo se compararon sus cifras, nombres y enlaces.}
    other {Las palabras de # frases no están en ninguna fuente. Solo se compararon sus cifras, nombres y enlaces.}
  }`,
  "checks.near": `{count, plural,
    one {# frase comparte palabras con el ticket o con una fuente, lo que no la prueba. Un número con borde discontinuo indica dónde mirar.}
    other {# frases comparten palabras con el ticket o con una fuente, lo que no las prueba. Los números con borde discontinuo indican dónde mirar.}
  }`,
  "checks.kept": `{count, plural,
    one {# frase se conserva como palabras suyas.}
    other {# frases se conservan como palabras suyas.}
  }`,
  "checks.no-claims": "Ninguna frase afirma nada.",
  "checks.edited": "Sus propias frases no se comprueban.",
  "checks.remove": "Quitarla",
  "checks.keep": "Conservar como palabras mías",
  "checks.blank": "El ticket y las fuentes no lo dicen.",
  "checks.blank.name": "{blank}:",
  "why.no-source": "No está en el ticket ni en ninguna fuente.",
  "why.number": "Este número no está en el ticket ni en ninguna fuente.",
  "why.money": "Este importe no está en el ticket ni en ninguna fuente.",
  "why.duration": "Este plazo no está en el ticket ni en ninguna fuente.",
  "why.date": "Esta fecha no está en el ticket ni en ninguna fuente.",
  "why.link": "Este enlace no está en el ticket ni en ninguna fuente.",
  "why.name": "Este nombre no está en el ticket ni en ninguna fuente.",
  "why.language": "No está en el idioma del ticket.",
  "why.source-language": "Las fuentes están en otro idioma, así que esto no se puede comparar con ellas.",
  "why.verifier": "El modelo que verifica no encuentra nada en el ticket ni en las fuentes que lo respalde.",
  "why.verifier.contradicts": "El modelo que verifica dice que la fuente {n} dice otra cosa.",
  "why.verifier.contradicts.ticket": "El modelo que verifica dice que el ticket dice otra cosa.",
  "why.verifier.other-case": "El modelo que verifica dice que esto es correcto, pero no para este cliente.",
  "why.verifier.confirmed": "El modelo que verifica dice que las fuentes lo respaldan.",
  "why.verifier.denied": "El modelo que verifica también lo pone en duda.",
  "why.cleared.negation": "Una fuente parece decir lo contrario.",
  "why.cleared.condition": "Una fuente pone una condición.",
  "why.needs-approval": "Una promesa que alguien tiene que aprobar.",
  "why.promise-money": "Promete dinero que ninguna fuente permite.",
  "why.promise-refund": "Promete un reembolso que ninguna fuente permite.",
  "why.promise-date": "Promete una fecha que ninguna fuente da.",
  "why.negation": "La fuente {n} parece decir lo contrario: “{says}”",
  "why.condition": "Aquí dice “todos” o “siempre”. La fuente {n} pone una condición: “{says}”",
  "why.contradicts": "La fuente {n} dice otra cosa.",
  "why.contradicts.says": "La fuente {n} dice “{says}”.",
  "why.contradicts.ticket": "El ticket dice otra cosa.",
  "why.contradicts.ticket.says": "El ticket dice “{says}”.",
  sources: "Fuentes",
  "sources.open": "abrir",
  "sources.none": "Aún no hay fuentes.",
  "sources.none.used": "No se usa ninguna fuente.",
  "sources.writing": "Buscando fuentes.",
  "sources.near": "más cercanas, sin usar",
  "sources.found": "encontradas, sin usar",
  macros: "Macros",
  "macros.find": "Buscar una macro por sus palabras",
  "macros.loading": "Leyendo las macros.",
  "macros.found": "{count, plural, =0 {Ninguna macro contiene estas palabras.} one {# macro.} other {# macros.}}",
  "macros.none": "No hay ninguna macro para una respuesta pública.",
  "macros.first":
    "Las primeras {shown, number} de {count, plural, one {# macro} other {# macros}}. Escriba más palabras para acotar la lista.",
  "macros.more": "El helpdesk tiene más macros de las que se pueden buscar aquí. Su propia lista las muestra todas.",
  "macros.reading": "Leyendo la macro.",
  "macros.insert": "Insertar esta macro",
  "macros.only-text": "Solo se inserta el texto. Los demás cambios de la macro se hacen en el helpdesk."
}
