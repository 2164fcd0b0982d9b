import { words } from "../../../../text/words/words.ts"
import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { findPhrase, hasPhrase, listPattern, phrasesOf } from "../../phrases/phrases.ts"
import { mergedSpans, isQuotedSpan, spansOf, type Span } from "../../basis/spans.ts"

/**
 * The reply refuses or dismisses without a courteous word, a reason or a next step. A short answer that refuses nothing
 * isn't cold. Rude words are cold in any company.
 */
export const coldness: ToneRule = { order: 70, find }

function find(reply: Reply): ToneFinding[] {
  const { kind } = phrasesOf(reply.written)
  const curt =
    hasPhrase(kind, reply.text) || reply.text.trim().endsWith("?")
      ? []
      : [...spansOf(listPattern(reply.written, "cold-curt"), reply), ...bareNo(reply)]
  return mergedSpans([...spansOf(listPattern(reply.written, "cold-rude"), reply), ...curt])
    .filter((span) => !isQuotedSpan(reply, span))
    .map(({ start, end }) => finding(reply, "coldness", start, end))
}

/**
 * Between greeting and name there are only a few words, and they refuse. In a chat they count only if they begin with
 * the refusal. A smile, reassurance or the thing that was asked for makes it a proper answer. An insult is worse than a
 * refusal, and the finding of its own rule is enough.
 */
function bareNo(reply: Reply): Span[] {
  const { greeting, opening } = phrasesOf(reply.written)
  const body = reply.sentences.filter(
    ({ text }) => !startsWith(greeting, text) && words(text).length > 0 && !isName(text)
  )
  const [first] = body
  const last = body.at(-1)
  if (
    !first ||
    !last ||
    body.length > 2 ||
    hasPhrase(listPattern(reply.written, "insult"), reply.text) ||
    body.some(
      ({ text }) =>
        startsWith(opening, text) ||
        /[!！]|[:;]-?[)D]|\p{Extended_Pictographic}/u.test(text) ||
        GIVES.test(text) ||
        SAYS_YES.test(text) ||
        REASSURES.test(text)
    )
  )
    return []
  const count = body.reduce((sum, { text }) => sum + words(text).length, 0)
  const refuses =
    body.some(({ text }) => (REFUSALS[reply.written ?? "en"] ?? REFUSALS["en"])?.test(text)) &&
    (reply.channel === "mail" || SAYS_NO.test(first.text) || count <= FEWEST)
  return refuses && count <= FEW ? [{ start: first.start, end: last.end }] : []
}

/** These differ by language: Portuguese "no" means "in the". */
const REFUSALS: Record<string, RegExp> = {
  en: /(?<!\p{L})(?:no|not|never|none|nothing|cannot|\p{L}+n['’]t|dont|cant|wont|isnt|doesnt|only|excluded|final)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:nein|nö|nicht|kein\p{L}*|nie|nichts|nur|ausgeschlossen)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:ne|n['’]\p{L}+|pas|non|aucun\p{L}*|rien|uniquement|exclu\p{L}*)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:no|nunca|ningun\p{L}*|ningún|nada|solo|sólo|excluid\p{L}*)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:não|nada|nunca|nenhum\p{L}*|só|fora d\p{L}+|excluíd\p{L}*)(?!\p{L})/iu,
  ja: /ません|ない|違反|不可|のみ/u
}
const SAYS_YES = /^\s*(?:yes|yep|yeah|sure|ok|okay|ja|doch|klar|oui|si|sí|sim|claro|はい)(?!\p{L})/iu
const SAYS_NO =
  /^\s*(?:no|nope|nah|not|nein|nö|nicht|kein\p{L}*|non|pas|aucun\p{L}*|nada|não|nem|denied|out of stock|sold out|too late|zu spät|trop tard|tarde|agotado|esgotado)(?!\p{L})(?! (?:need|problem|worr|problema|hace falta|precisa|souci|grave))|^[^。]{0,12}(?:ません|できない|無理|不可|違反)/iu
const REASSURES =
  /(?<!\p{L})(?:no (?:need|problem|worries)|not a problem|kein problem|keine sorge|pas de (?:souci|problème)|ne vous inquiétez|no hay (?:problema|de qué)|no se preocupe|no pasa nada|not? (?:be )?(?:necessary|needed)|needn['’]t|nicht (?:nötig|notwendig|erforderlich)|pas (?:nécessaire|besoin|la peine)|no (?:es necesario|hace falta)|não é (?:preciso|necessário)|acontece a todos|não (?:há|tem) (?:problema|importância)|sem problema|ainda bem)/iu
/** The reply hands over what was asked for, so it may be short. */
const GIVES = /attach|(?<!\p{L})done(?!\p{L})|erledigt|anbei|anhang|joint|adjunt|anex|添付|https?:|@/iu
/** A refusal with at most this many words is cold. */
const FEW = 14
/** A refusal in a chat that does not begin with the "no" is cold with at most this many words. */
const FEWEST = 5
const startsWith = (source: string, text: string) => findPhrase(source, text).some((match) => match.index === 0)
const isName = (text: string) =>
  !SAYS_NO.test(text) && /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}$/u.test(text.trim())
