import { fromBase64 } from "../../text/bytes/base64.ts"

/**
 * Returns where a text contains base64 that stands for words. Nobody hides words in that way from the person who reads
 * them, so they are meant for a machine. Keys, tokens and pictures stand for no words. It takes linear time.
 */
export function encodedTextIn(text: string): { start: number; end: number } | undefined {
  for (const { index, 0: run } of text.matchAll(RUN)) {
    if (decodedWords(run) !== "") return { start: index, end: index + run.length }
  }
  return undefined
}

/** Returns the words that a text contains in base64, as text. */
export const encodedWordsIn = (text: string): string =>
  (text.match(RUN) ?? [])
    .map(decodedWords)
    .filter((words) => words !== "")
    .join("\n")

const RUN = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{20,}={0,2}(?![A-Za-z0-9+/_-])/g
/** A multiple of four, so that the end is no half group. */
const MAX_READ = 400

/** Returns what a run of base64 stands for, or "" if that isn't words. */
function decodedWords(run: string): string {
  const bare = run.slice(0, MAX_READ).replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "")
  const decoded = decode(bare.slice(0, bare.length - (bare.length % 4 === 1 ? 1 : 0)))
  if (decoded === undefined) return ""
  const words = decoded.match(/(?<!\p{L})\p{L}{2,}(?!\p{L})/gu)?.length ?? 0
  const isText = /\p{Script=Han}|\p{Script=Hiragana}/u.test(decoded) || (words >= MIN_WORDS && decoded.includes(" "))
  return isText ? decoded : ""
}
const MIN_WORDS = 2

/** Returns the text that base64 stands for, or undefined if it stands for none. */
function decode(base64: string): string | undefined {
  const text = new TextDecoder().decode(fromBase64(base64))
  const strange =
    text
      .slice(0, -3)
      .match(/[\ufffd\p{Cc}]/gu)
      ?.filter((sign) => !/\s/.test(sign)).length ?? 0
  return strange === 0 ? text : undefined
}
