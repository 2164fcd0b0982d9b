import { sentences } from "../sentences.ts"
import { once } from "../memo/once.ts"
import { letterWords } from "./letter-words.ts"

/**
 * Whether an answer of a model is only its own refusal ("I'm sorry, but I can't help with that."), with or without a
 * greeting and a closing around it. A letter that refuses and says why or what is possible is none.
 */
export function isBareRefusal(answer: string): boolean {
  if (answer.length > MAX_REFUSAL) return false
  const lines = answer.split("\n").map((line) => line.replace(DECORATION, "").trim())
  const body = lines
    .flatMap((line) => sentences(line).map(({ text }) => text.replace(ENDS, "").trim()))
    .filter((sentence) => sentence !== "")
    .map(readSentence)
  const first = body.findIndex(({ isRefusal }) => isRefusal)
  if (first < 0) return false
  const last = body.findLastIndex(({ isRefusal, follows }) => isRefusal || follows)
  // A greeting comes before the refusal and a closing after what follows it; neither has many words.
  const around = [...body.slice(0, first), ...body.slice(last + 1)]
  return (
    body.slice(first, last + 1).every(({ isRefusal, follows }) => isRefusal || follows) &&
    around.length <= MAX_AROUND &&
    around.every(({ follows, isShort }) => follows || isShort)
  )
}

const readSentence = (sentence: string) => ({
  isRefusal: refusals().test(sentence),
  follows: followers().test(sentence),
  /** As a greeting or a closing. */
  isShort: sentence.length <= 40 && sentence.split(/\s+/).length <= 4
})

const MAX_REFUSAL = 500
const MAX_AROUND = 4
const DECORATION = /^[\s*_>"“„«'`]+|[\s*_"”»'`]+$/gu
const ENDS = /[.!?。！？…:,，、]+$/u

const whole = (list: string) => once(() => new RegExp(`^(?:${letterWords(list)})$`, "iu"))
const refusals = whole("refusals")
const followers = whole("refusal-follows")
