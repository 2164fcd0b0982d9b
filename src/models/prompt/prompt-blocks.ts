import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/**
 * The words of the prompts are files in `blocks/`, so that they can be read and changed without code. `{{name}}` in a
 * block stands for a value.
 */
const FOLDER = join(import.meta.dirname, "blocks")
const BLOCKS = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => [file.slice(0, -".txt".length), readFileSync(join(FOLDER, file), "utf8").trimEnd()])
)

/**
 * Returns the words of a block with its values. A value is put in as it is, so `{{name}}` inside one stays.
 * @throws Error when there is no such block, or when the block names a value that isn't given
 */
export function promptBlock(name: string, values: Record<string, string> = {}): string {
  const words = BLOCKS.get(name)
  if (words === undefined) throw new Error(`There is no block "${name}" of the prompt.`)
  return words.replace(/\{\{([a-z-]+)\}\}/g, (_, value: string) => {
    const given = values[value]
    if (given === undefined) throw new Error(`The block "${name}" of the prompt needs "${value}".`)
    return given
  })
}

/** Returns the words of all blocks, for the fingerprint. */
export const allPromptBlocks = (): [name: string, words: string][] => [...BLOCKS]

/**
 * Puts foreign text between two lines with an unpredictable boundary and marks each of its lines (spotlighting, arXiv
 * 2403.14720). A closing line inside the text can't end it, because it lacks the boundary and begins with the mark.
 */
export function fenced(what: string, boundary: string, text: string): string {
  const lines = tidy(text)
    .split("\n")
    .map((line) => `| ${line}`)
  return [`--- ${what} ${boundary} ---`, ...lines, `--- END ${what} ${boundary} ---`].join("\n")
}

/**
 * Normalises every line break to \n and removes everything that a person reading the ticket wouldn't see, because such
 * characters can carry hidden instructions.
 */
export function tidy(text: string): string {
  return text.toWellFormed().replace(BREAKS, "\n").replace(UNSEEN, "")
}

/** Returns a text on one line, shortened to so many bytes of UTF-8. */
export const oneLine = (text: string, bytes = MAX_FIELD_BYTES): string =>
  shortened(tidy(text).replaceAll("\n", " "), bytes)

export const MAX_FIELD_BYTES = 400

/**
 * Returns the beginning and the end of a text that is longer than `bytes` in UTF-8, with a note between them on how
 * much is left out. It cuts no placeholder and no character in two.
 */
export function shortened(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  const letters = [...text]
  const space = Math.max(0, bytes - NOTE)
  const head = fit(letters, Math.floor(space * 0.7))
  const tail = fit(letters.slice(head.length).reverse(), space - Buffer.byteLength(head.join(""))).reverse()
  const begin = head.join("").replace(OPEN_AT_END, "")
  const end = tail.join("").replace(OPEN_AT_START, "")
  return `${begin} (... ${text.length - begin.length - end.length} characters left out ...) ${end}`.trim()
}

const BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
/**
 * Matches controls, zero-width and direction marks, fillers, tag characters and rare selectors. Joiners stay, because
 * emoji and some scripts need them.
 */
const UNSEEN =
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]/gu
/** The length of the note itself, in bytes. */
const NOTE = 45
const OPEN_AT_END = /\[[^\]\n]{0,40}$/
const OPEN_AT_START = /^[^[\n]{0,40}\]/

function fit(letters: string[], bytes: number): string[] {
  let used = 0
  const end = letters.findIndex((letter) => (used += Buffer.byteLength(letter)) > bytes)
  return end < 0 ? letters : letters.slice(0, end)
}
