/**
 * Ways in which Markdown, HTML and links write the signs of a placeholder, as sources of regular expressions. Whoever
 * reads placeholders of a model reads these alike.
 */
export const ESCAPED_SIGNS = {
  open: String.raw`\\{1,2}\[|&#0{0,3}91;|&#[xX]0{0,3}5[bB];|&lbrack;|&lsqb;|%5[bB]`,
  underscore: String.raw`\\{1,2}_|&#0{0,3}95;|&#[xX]0{0,3}5[fF];|&lowbar;|%5[fF]`,
  close: String.raw`\\{1,2}\]|&#0{0,3}93;|&#[xX]0{0,3}5[dD];|&rbrack;|&rsqb;|%5[dD]`
}

/**
 * Returns the text with escaped placeholders as they were given: `\[PERSON\_1\]` becomes `[PERSON_1]`. A backslash that
 * ends a folder's name (`C:\Users\[PERSON_1]`) is none of an escape, so one alone counts only where no word precedes it.
 */
export function unescapedPlaceholders(text: string): string {
  return text.replace(
    WRITTEN,
    (whole, open: string, type: string, gap: string, n: string, suffix: string, close: string, at: number) => {
      if (open === "[" && gap === "_" && close === "]") return whole
      const isFolder = open === "\\[" && gap === "_" && close === "]" && AFTER_NAME.test(text.charAt(at - 1))
      return `${isFolder ? "\\" : ""}[${type}_${n}${suffix}]`
    }
  )
}

/** Does the same for a text that arrives in pieces of any size. */
export function placeholderUnescaper(): { push(text: string): string; end(): string } {
  /** The last character that was returned, which the pattern looks back at, and what is held back. */
  let before = ""
  let held = ""
  const release = (to: number) => {
    const free = unescapedPlaceholders(before + held.slice(0, to)).slice(before.length)
    before = held.slice(0, to).slice(-1) || before
    held = held.slice(to)
    return free
  }
  return {
    push(text) {
      held += text
      const tail = held.slice(-MAX_ESCAPED)
      const begun = held.length - tail.length + (BEGUN.exec(tail)?.index ?? tail.length)
      // The sign that closes one placeholder may look like the sign that opens another.
      const ends = [...held.matchAll(WRITTEN)].map((match) => match.index + match[0].length)
      return release(Math.max(begun, ...ends))
    },
    end: () => release(held.length)
  }
}

const { open, underscore, close } = ESCAPED_SIGNS
const WRITTEN = new RegExp(
  String.raw`(${open}|\[)[ *]{0,3}([A-Za-z]{2,7})(_|${underscore})(\d{1,6})((?:['’]?s)?)[ *]{0,3}(${close}|\])`,
  "gu"
)
/** Matches what precedes a backslash between folders. */
const AFTER_NAME = /[\p{L}\p{N}:._\])-]/u
/** Matches what may become an escaped placeholder. */
const BEGUN_SIGN = String.raw`(?:\\{1,2}|&#?[a-zA-Z\d]{0,8};?|%(?:5[a-fA-F]?)?)`
const BEGUN = new RegExp(
  String.raw`(?:${BEGUN_SIGN}\[?|\[)[ *]{0,3}[A-Za-z]{0,7}(?:${BEGUN_SIGN}?_?)\d{0,6}['’]?s?[ *]{0,3}${BEGUN_SIGN}?$`,
  "u"
)
/** No escaped placeholder has more UTF-16 units. */
const MAX_ESCAPED = 64
