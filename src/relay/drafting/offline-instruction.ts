import { stems } from "../knowledge/stems.ts"

/** What the agent asked for under "Say what to change", as far as choosing sentences can do it. */
export interface Instruction {
  shorter: boolean
  longer: boolean
  /** Stems of each thing to leave out. */
  without: string[][]
  /** Each thing to bring in, in the agent's words. */
  mention: string[]
  /** What is asked beyond that. */
  beyond: string[]
}

/** Reads "shorter, no refund, mention the search number". Each part between commas, semicolons, full stops or "and" stands alone. */
export function readInstruction(text: string | undefined, language: string): Instruction {
  const read: Instruction = { shorter: false, longer: false, without: [], mention: [], beyond: [] }
  for (const part of (text ?? "").slice(0, 1000).split(/[,;.!\n]+|\band\b|\bbut\b/i).map((piece) => piece.trim()).filter(Boolean).slice(0, 8)) {
    const without = WITHOUT.exec(part)?.[1]
    const mention = MENTION.exec(part)?.[1]
    if (without) read.without.push(stems(without, language))
    else if (mention) read.mention.push(mention)
    else if (SHORTER.test(part)) read.shorter = true
    else if (LONGER.test(part)) read.longer = true
    else read.beyond.push(part)
  }
  return read
}

const SHORTER = /\b(?:short(?:er|en)?|brief(?:er|ly)?|concise|less text|cut it)\b/i
const LONGER = /\b(?:longer|more (?:detail|details|text|words)|in detail|detailed)\b/i
const WITHOUT = /^(?:please )?(?:no|without|leave out|leave off|omit|drop|remove|(?:do not|don['’]t) (?:mention|say|write|talk about|tell (?:them|her|him) about)|not|nothing (?:of|about)) (?:the |any |a |an )?(.{2,80})$/i
const MENTION = /^(?:please )?(?:also )?(?:mention|add|say|include|tell (?:them|her|him|the customer)(?: about| that)?|write about|explain|point (?:out|to)) (?:also )?(?:that )?(?:the |a |an |how )?(.{2,80})$/i
