import { stems } from "../../../search/words/stems.ts"

/**
 * What the agent asked for under "Say what to change", as far as the offline drafter can do it by choosing sentences.
 */
export interface Instruction {
  shorter: boolean
  longer: boolean
  /** The stems of each thing to leave out. */
  without: string[][]
  /** Each thing to mention, in the agent's words. */
  mention: string[]
  /** The parts of the instruction that the offline drafter can't follow. */
  beyond: string[]
}

/**
 * Reads an instruction such as "shorter, no refund, mention the search number" in the languages of the product. Each
 * part between commas, semicolons, full stops or "and" is read separately.
 */
export function readInstruction(text: string | undefined, language: string): Instruction {
  const read: Instruction = { shorter: false, longer: false, without: [], mention: [], beyond: [] }
  for (const part of (text ?? "")
    .slice(0, 1000)
    .split(/[,;.!\n、。]+|\b(?:and|but|und|aber|et|y|pero)\b/i)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .slice(0, 8)) {
    const without = wordsOf(WITHOUT.exec(part))
    const mention = wordsOf(MENTION.exec(part))
    if (without) read.without.push(stems(without, language))
    else if (mention) read.mention.push(mention)
    else if (SHORTER.test(part)) read.shorter = true
    else if (LONGER.test(part)) read.longer = true
    else read.beyond.push(part)
  }
  return read
}

const wordsOf = (match: RegExpExecArray | null) => match?.[1] ?? match?.[2]

const SHORTER =
  /\b(?:short(?:er|en)?|brief(?:er|ly)?|concise|less text|cut it|plus courte?|más corto|mais curto|mais breve)\b|kürzer|短く/i
const LONGER =
  /\b(?:longer|more (?:detail|details|text|words)|in detail|detailed|plus longue?|más (?:largo|detalles?)|mais (?:longo|detalhes?))\b|länger|ausführlicher|plus de détails|詳しく|長く/i
const WITHOUT =
  /^(?:please |bitte )?(?:no|without|leave out|leave off|omit|drop|remove|(?:do not|don['’]t) (?:mention|say|write|talk about|tell (?:them|her|him) about)|not|nothing (?:of|about)|ohne|keine?n?|nichts (?:von|über)|sans|pas de|ne (?:parle|mentionne)z? pas d[eu]|sin|nada de|no (?:menciones|mencione)|sem|não (?:menciones|mencione)) (?:(?:the|any|a|an|den|die|das|dem|der|eine?n?|les?|la|l['’]|une?|el|los|las|una?|os?|as?|uma?) )?(.{2,80})$|^(.{1,40})(?:なし|抜き)(?:で|に)?$/i
const MENTION =
  /^(?:please |bitte )?(?:also )?(?:mention|add|say|include|tell (?:them|her|him|the customer)(?: about| that)?|write about|explain|point (?:out|to)|erwähnen?|nennen?|ergänzen?|mentionnez?|ajoutez?|menciona|mencione|añad[ae]|adicione|acrescent[ae]) (?:also )?(?:that )?(?:(?:the|a|an|how|auch|den|die|das|les?|la|l['’]|el|los|las|os?|as?) )?(.{2,80})$|^(.{2,40})(?:も|を)(?:書いて|入れて|追加して|加えて)(?:ください)?$/i
