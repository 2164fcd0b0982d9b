/** A line of a mail, from text or from HTML. */
export interface MailLine {
  /** As it stands there, `>` marks and all. */
  text: string
  /** How deep it is quoted: `>` marks at its start, or the quotes of the HTML around it. */
  depth: number
  /** What the HTML says of it: introduces a quote; from here on all is an earlier mail; belongs to a signature. */
  mark?: "header" | "below" | "signature"
}

export type PartKind = "visible" | "closing" | "signature" | "quoted" | "forwarded"

/** A line, or a part of one, and what it is. */
export interface MailPiece {
  text: string
  kind: PartKind
}

export function linesOfText(text: string): MailLine[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => ({ text: line, depth: depthOf(line) }))
}

/**
 * The words of a line: without `>` marks, odd spaces and invisible signs; of a masked text with a name, an address or a
 * number where one was replaced.
 */
export function wordsOf(line: MailLine): string {
  if (line.text === "") return ""
  const words = line.text
    .replace(/[\u00a0\u202f\u2007\u3000\t]/g, " ")
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/^[\s>]+/, "")
    .trimEnd()
  return words.includes("_")
    ? words.replace(PLACEHOLDER, (_whole, type: keyof typeof STANDS_IN) => STANDS_IN[type])
    : words
}

/** What a header, a closing or a block below it is told by. */
const STANDS_IN = {
  PERSON: "Vera",
  ORG: "Veralia",
  PLACE: "Ulm",
  EMAIL: "vera@veralia.example",
  PHONE: "+49 30 5550100",
  LINK: "https://veralia.example"
} as const
const PLACEHOLDER = /\[(PERSON|ORG|PLACE|EMAIL|PHONE|LINK)_\d{1,6}\]/g

export const isBlank = (line: MailLine | undefined): boolean => line !== undefined && wordsOf(line) === ""

/** Longer lines are no header, name or closing: they aren't looked at in full. */
export const LONG = 1000

/** `>`, `>>` and `> >` at the start of a line. */
export function depthOf(line: string): number {
  let depth = 0
  for (let at = 0, spaces = 0; at < line.length && spaces <= 3; at++) {
    if (line[at] === ">") {
      depth++
      spaces = 0
    } else if (line[at] === " ") spaces++
    else break
  }
  return depth
}
