/** Whole words of a language, whatever its letters: `\b` knows those of English alone. */
export const word = (source: string): RegExp => new RegExp(`${BEFORE}(?:${source})${AFTER}`, "iu")

/** The same at the beginning of a sentence. */
export const opens = (source: string): RegExp => new RegExp(`^(?:${source})${AFTER}`, "iu")

/**
 * A whole sentence of courtesy: greetings of a few words, thanks without a question or a "but", what has no letters at
 * all.
 */
export const only = (greetings: string, thanks: string, but: string): RegExp =>
  new RegExp(
    `^(?:(?:${greetings})${AFTER}[^.!?\\n]{0,30}|(?!.*${BEFORE}(?:${but})${AFTER})(?:${thanks})${AFTER}[^?\\n]{0,80}|[^\\p{L}\\p{N}]*)[.!]*$`,
    "iu"
  )

/** What stands between the line of a greeting and that of a closing. */
export const between = (greeting: string, closing: string): RegExp =>
  new RegExp(`(?:^|\\n)(?:${greeting})[^\\n]*\\n+([\\s\\S]*?)(?:\\n+(?:${closing})|$)`, "iu")

/** A fact that the ticket holds once a figure stands after its name. */
export const withFigure = (blank: string): RegExp =>
  new RegExp(`${blank.replace(/[ -]/g, "[ -]")}[^\\n.!?。]{0,20}\\d`, "iu")

const BEFORE = "(?<![\\p{L}\\p{N}])"
const AFTER = "(?![\\p{L}\\p{N}])"
