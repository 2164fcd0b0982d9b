/** A line of a mail, from plain text or from HTML. */
export interface MailLine {
  /** The text is as it stands there, including `>` marks. */
  text: string
  /** How deep the line is quoted: by `>` marks at its start, or by the quotes of the HTML around it. */
  depth: number
  /**
   * What the HTML says about the line: "header" introduces a quote, from "below" on everything is an earlier
   * mail, and "signature" belongs to a signature.
   */
  mark?: "header" | "below" | "signature"
}

export type PartKind = "visible" | "closing" | "signature" | "quoted" | "forwarded"

/** A line or a part of one, with its kind. */
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
 * Returns the words of a line without `>` marks, unusual spaces and invisible characters. In a masked text, a stand-in
 * name, address or number takes the place of each placeholder.
 */
export function wordsOf(line: MailLine): string {
  if (line.text === "") return ""
  const words = plain(line.text)
    .replace(/^[\s>]+/, "")
    .trimEnd()
  return words.includes("_")
    ? words.replace(PLACEHOLDER, (_whole, type: keyof typeof STANDS_IN) => STANDS_IN[type])
    : words
}

/** Returns the text with plain spaces and digits, and without characters that can't be seen. */
function plain(text: string): string {
  if (!UNUSUAL.test(text)) return text
  return text
    .replace(/[\u00a0\u202f\u2007\u3000\t]/g, " ")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16))
}

const UNUSUAL = /[\t\u00a0\u0660-\u0669\u06f0-\u06f9\u2007\u200b-\u200f\u202a-\u202f\u2060\u2066-\u2069\u3000\ufeff]/

/** These stand in for masked values, so that a header, a closing or a block below it is recognised. */
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

/** Longer lines are no headers, names or closings, so they aren't examined in full. */
export const LONG = 1000

/** Counts `>`, `>>` and `> >` at the start of a line. */
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
