/** A piece of a letter without citations, or the numbers of sources that stood at this place. */
export type Cited = { text: string } | { cites: number[] }

/**
 * Takes citations such as `[2]`, `[1, 3]`, `[Source 4]` and `【5】` out of a letter, wherever the pieces are split. The
 * space before one goes with it. Placeholders and blanks stay.
 */
export function withoutCitations(): { push(text: string): Cited[]; end(): Cited[] } {
  let held = ""
  /** Nothing stands on the line so far. */
  let isLineEmpty = true
  /** A citation opened the line, so the space behind it goes. */
  let isSpaceDropped = false

  function read(isEnd: boolean): Cited[] {
    const found: Cited[] = []
    while (held !== "") {
      const begin = MAY_BEGIN.exec(held)
      const rest = begin ? held.slice(begin.index) : ""
      const citation = CITATION.exec(rest)
      if (!begin) take(held.length)
      else if (citation) {
        take(begin.index)
        held = held.slice(citation[0].length)
        isSpaceDropped = isLineEmpty
        found.push({ cites: numbersOf(citation[1] ?? citation[2] ?? citation[3] ?? "") })
      } else if (!isEnd && MAY_BECOME.test(rest)) {
        take(begin.index)
        return found
      } else take(begin.index + begin[0].length)
    }
    return found

    function take(to: number): void {
      const text = isSpaceDropped ? held.slice(0, to).replace(/^[ \t]+/, "") : held.slice(0, to)
      held = held.slice(to)
      if (text === "") return
      isSpaceDropped = false
      const line = text.slice(text.lastIndexOf("\n") + 1)
      isLineEmpty = line.trim() === "" && (isLineEmpty || text.includes("\n"))
      const last = found.at(-1)
      if (last && "text" in last) last.text += text
      else found.push({ text })
    }
  }
  return {
    push(text) {
      held += text
      return read(false)
    },
    end: () => read(true)
  }
}

/** Matches a bracket with the spaces before it, or the spaces at the end of what has arrived. */
const MAY_BEGIN = /(?<![ \t])[ \t]*[[【]|(?<![ \t])[ \t]+$/
const NUMBERS = String.raw`(?:sources? )?(\d{1,2}(?: ?[,;–-] ?\d{1,2})*)`
const CITATION = new RegExp(
  String.raw`^[ \t]*(?:\[\[${NUMBERS}\]\]|\[${NUMBERS}\]|【${NUMBERS}(?:†[^】\n]{0,30})?】)`,
  "i"
)
/** Matches the beginning of a citation, and spaces that may stand before one. */
const MAY_BECOME =
  /^[ \t]*(?:[[【]{1,2}(?:s|so|sou|sour|sourc|sources?|sources? )?(?:\d[\d ,;–-]{0,20})?(?:†[^】\n]{0,30})?\]?)?$/i

/** Returns the numbers of "1, 3-5". */
function numbersOf(written: string): number[] {
  return written.split(/[,;]/).flatMap((part) => {
    const [from = 0, to = from] = part.split(/[–-]/).map(Number)
    return Array.from({ length: Math.max(1, Math.min(20, to - from + 1)) }, (_, at) => from + at)
  })
}
