import { sentences } from "../sentences.ts"
import { once } from "../memo/once.ts"
import { letterWords } from "./letter-words.ts"

/**
 * Whether an answer of a model is only its own refusal ("I'm sorry, but I can't help with that."), with or without a
 * greeting and a closing around it. A letter that refuses and says why or what is possible is none.
 */
export function isBareRefusal(answer: string): boolean {
  if (answer.length > MAX_REFUSAL) return false
  const lines = answer
    .split("\n")
    .map((line) => line.replace(DECORATION, "").trim())
    .filter((line) => line !== "")
  const said = lines.flatMap((line) => sentences(line).map(({ text }) => text.replace(ENDS, "").trim()))
  const body = said.filter((sentence) => sentence !== "")
  const refusals = body.filter((sentence) => refusal().test(sentence))
  if (refusals.length === 0) return false
  // A greeting stands before the refusal and a closing behind what follows it; neither has many words.
  const first = body.findIndex((sentence) => refusal().test(sentence))
  const last = body.findLastIndex((sentence) => refusal().test(sentence) || follows().test(sentence))
  const between = body.slice(first, last + 1)
  const around = [...body.slice(0, first), ...body.slice(last + 1)]
  return (
    between.every((sentence) => refusal().test(sentence) || follows().test(sentence)) &&
    around.length <= MAX_AROUND &&
    around.every((sentence) => follows().test(sentence) || isShort(sentence))
  )
}

const MAX_REFUSAL = 500
const MAX_AROUND = 4
const DECORATION = /^[\s*_>"“„«'`]+|[\s*_"”»'`]+$/gu
const ENDS = /[.!?。！？…:,，、]+$/u
/** As a greeting or a closing. */
const isShort = (sentence: string) => sentence.length <= 40 && sentence.split(/\s+/).length <= 4

const whole = (list: string) => once(() => new RegExp(`^(?:${letterWords(list)})$`, "iu"))
const refusal = whole("refusals")
const follows = whole("refusal-follows")
