/** Matches whole words of any language. `\b` can't be used because it knows only the letters of English. */
export const word = (source: string): RegExp => new RegExp(`${BEFORE}(?:${source})${AFTER}`, "iu")

/** Matches the same at the beginning of a sentence. */
export const opens = (source: string): RegExp => new RegExp(`^(?:${source})${AFTER}`, "iu")

/** Matches a sentence that begins with the first or has the second anywhere. */
export const opensOrHas = (opening: string, anywhere: string): RegExp =>
  new RegExp(`${opens(opening).source}|${word(anywhere).source}`, "iu")

/**
 * Matches a sentence that is only courtesy: a greeting of a few words, thanks without a question or a "but", or text
 * without letters and digits.
 */
export const only = (greetings: string, thanks: string, but: string): RegExp =>
  new RegExp(
    `^(?:(?:${greetings})${AFTER}[^.!?\\n]{0,30}|(?!.*${BEFORE}(?:${but})${AFTER})(?:${thanks})${AFTER}[^?\\n]{0,80}|[^\\p{L}\\p{N}]*)[.!]*$`,
    "iu"
  )

/** Captures the text between the line of a greeting and the line of a closing. */
export const between = (greeting: string, closing: string): RegExp =>
  new RegExp(`(?:^|\\n)(?:${greeting})[^\\n]*\\n+([\\s\\S]*?)(?:\\n+(?:${closing})|$)`, "iu")

/** Matches if a figure follows the fact's name, because then the ticket contains the fact. */
export const withFigure = (blank: string): RegExp =>
  new RegExp(`${blank.replace(/[ -]/g, "[ -]")}[^\\n.!?。]{0,20}\\d`, "iu")

const BEFORE = "(?<![\\p{L}\\p{N}])"
const AFTER = "(?![\\p{L}\\p{N}])"

/** Returns quoted names as a list: “A”, “B” or “C”. */
export function listed(names: string[], open: string, close: string, or: string): string {
  const quoted = names.map((name) => open + name + close)
  return [quoted.slice(0, -1).join(", "), ...quoted.slice(-1)].join(` ${or} `)
}
