import type { replyCheck as english } from "../../en/reply/reply-check.ts"
import type { Translation } from "../../translation.ts"

/** The card that checks what the agent wrote, before it is sent. */
export const replyCheck: Translation<typeof english> = {
  "reply-check": "Su respuesta, comprobada",
  "reply-check.count": "{count, number} por revisar",
  "reply-check.do": "Comprobar mi respuesta",
  "reply-check.again": "Comprobar de nuevo",
  "reply-check.none":
    "Compara lo que ha escrito en el editor de respuesta con el ticket y las páginas públicas antes de que lo envíe. Se transmite enmascarado, y en el editor no cambia nada.",
  "reply-check.checking": "Comparando su respuesta con el ticket y las páginas.",
  "reply-check.failed": "La última comprobación ha fallado. Su respuesta sigue igual; compruébela de nuevo.",
  "reply-check.changed":
    "El texto del editor ha cambiado desde entonces. Los hallazgos de abajo se refieren al texto anterior.",
  "reply-check.newer": "{author} ha escrito después. Esto se comprobó sin ese mensaje.",
  "reply-check.no-claims": "Ninguna de sus frases necesita una fuente.",
  "reply-check.supported": `{count, plural,
    one {# frase tiene fuente o está confirmada.}
    other {# frases tienen fuente o están confirmadas.}}`,
  "reply-check.near": `{count, plural,
    one {# frase comparte solo algunas palabras con el ticket y las páginas, o ninguna.}
    other {# frases comparten solo algunas palabras con el ticket y las páginas, o ninguna.}}`,
  "reply-check.verifier.none": "Aquí no verifica ningún modelo: solo la han comprobado las reglas.",
  "reply-check.verifier.done": "{model} la ha verificado.",
  "reply-check.verifier.partly": `{model} la ha verificado, salvo {count, plural,
    one {# frase}
    other {# frases}}.`,
  "reply-check.verifier.late": "{model} tardó demasiado, así que solo la han comprobado las reglas.",
  "reply-check.verifier.malformed":
    "{model} no dio una respuesta utilizable, así que solo la han comprobado las reglas.",
  "reply-check.verifier.failed": "{model} falló, así que solo la han comprobado las reglas.",
  "reply-check.verifier.unreliable":
    "{model} no detectó una frase falsa en su prueba, así que solo la han comprobado las reglas.",
  "reply-check.show": "Mostrar en la fuente",
  "reply-check.show.of": "Mostrar en la fuente {title}",
  "reply-check.hide.of": "Ocultar la fuente {title}",
  "reply-check.source": "{n}: {title}",
  "reply-check.hide": "Ocultar la fuente",
  "reply-check.resting": "Comprobar mi respuesta automáticamente",
  "reply-check.resting.lead":
    "Cuando pasan dos segundos sin que escriba y el panel está a la vista, su respuesta se transmite enmascarada y se comprueba, como mucho cada diez segundos.",
  "notice.reply-empty": "En el editor de respuesta no hay texto que comprobar.|Escriba algo primero.",
  "notice.reply-long": "La respuesta tiene más de 20 mil caracteres.|Acórtela y compruébela de nuevo.",
  "notice.reply-note": "Puede que esto no sea una respuesta pública.|Las notas no se comprueban."
}
