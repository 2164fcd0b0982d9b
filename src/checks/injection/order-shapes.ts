import { GatedPattern } from "../../text/patterns/gated-pattern.ts"
import { anyOf, entriesOfAll, sourceOf, withoutQuestions } from "./order-patterns.ts"
import { once } from "../../text/memo/text-memory.ts"

/**
 * Returns the first part of a text whose shape alone shows an order to a machine: people need not read on, the reader
 * becomes somebody else, a block sets how answers are written, a system's part is closed, or a made-up conversation
 * ends with an order to say the same again. It takes linear time.
 */
export function shapedOrderIn(text: string): { start: number; end: number } | undefined {
  const statements = withoutQuestions(text)
  const { telling, asking } = shapes()
  return [...telling.map((shape) => shape.exec(statements)), ...asking.map((shape) => shape.exec(text))]
    .filter((match) => match !== null)
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    .sort((a, b) => a.start - b.start)[0]
}

/** Those in which questions say nothing, and those of which they may be a part. */
const shapes = once((): { telling: readonly RegExp[]; asking: readonly RegExp[] } => ({
  telling: [anyOf("people"), anyOf("roles"), settings(), switches(), closing(), part()],
  asking: [conversation()]
}))

/** Matches the name of a block of settings for answers, and its first line with a value. */
function settings(): RegExp {
  const name = `[^\\p{L}\\p{N}\\n]{0,8}(?:${sourceOf("settings")})[^\\n=:：]{0,20}`
  const heading = `(?:^|\\n)[ \\t>]*${name}[:=：]?[^\\p{L}\\p{N}\\n]{0,8}\\n`
  return new GatedPattern(`${heading}(?:[^\\n]{0,200}\\n){0,2}[ \\t>#*-]*[\\p{L}_. -]{2,40}[=:：](?!//)`, "iu")
}

/** Matches two neighbouring lines that switch how is answered: "approval_needed: no". */
function switches(): RegExp {
  const name = `[\\p{L}\\d_.-]{0,40}(?:${entriesOfAll("switches")})[\\p{L}\\d_.-]{0,30}`
  const line = `[ \\t>#*"'-]*(?=[\\p{L}\\d]{1,30}[_.-])${name}["']? ?[=:] ?[^\\n]{1,60}`
  return new GatedPattern(`(?:^|\\n)${line}(?:\\n[^\\n]{1,80})?\\n${line}`, "iu")
}

const closing = () =>
  /[[<【]{1,3} ?\/ ?(?:system|sistema|système|assistant|developer|operator|システム)[^\]>】\n]{0,30}[\]>】]/iu

/** Matches a made-up part of a system from its heading to the line that closes it. */
function part(): RegExp {
  const begins = "(?:^|\\n)[ \\t>]*[[<【({=#*-]{1,8} ?(?:\\p{L}+[ -]){0,2}"
  const line = (words: string) => `${begins}(?:${entriesOfAll(words)})(?!\\p{L})[^\\n]{0,50}(?=[\\])}】>=#*\\n-]|$)`
  return new GatedPattern(
    `${line("modes")}(?:[^\\n]{0,400}\\n){1,8}?(?=\\n?)${line("ends").replace("(?:^|\\n)", "")}`,
    "iu"
  )
}

/** Matches lines of a conversation in which whoever answers is to repeat something, or has the next word. */
function conversation(): RegExp {
  const speaker = (list: string) => `(?:^|\\n)[ \\t>*[「]*(?:${sourceOf(list)})[\\])」* ]{0,3}[:：]`
  const anybody = "\\n[ \\t>*[「]*\\p{L}[\\p{L}. ]{0,20}[\\])」* ]{0,3}[:：]"
  const line = "[^\\n]{0,300}"
  const repeated = `${speaker("speakers")}${line}(?:${anybody}${line}){0,3}${anybody}${line}(?:${sourceOf("repeats")})`
  const answer = `${speaker("speakers")}[^\\n]{1,300}(?:\\n[^\\n]{1,300}){0,2}`
  const open = `${speaker("askers")}${line}${answer}${speaker("speakers")}[ \\t]*(?:\\n|$)`
  return new GatedPattern(`${repeated}|${open}`, "iu")
}
