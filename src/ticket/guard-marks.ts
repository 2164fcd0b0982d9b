/**
 * The kinds of content that a draft may contain although nobody gave it: neither the ticket, nor a source, nor the
 * agent.
 */
export const GUARD_KINDS = [
  "hidden",
  "image",
  "script",
  "link",
  "look-alike",
  "email",
  "phone",
  "account",
  "wallet",
  "spelled",
  "messenger",
  "portal",
  "secret-request",
  "remote-control",
  "payment",
  "mixed-script",
  "blob",
  "prompt",
  "control",
  "internal",
  "page"
] as const
export type GuardKind = (typeof GUARD_KINDS)[number]

/**
 * Words of the model in a draft that nobody gave. The mark lasts as long as the words do, wherever they are in the
 * draft.
 */
export interface GuardMark {
  kind: GuardKind
  words: string
  /** Insert is blocked until the words are gone or kept. */
  severe: boolean
  /** The agent keeps them as their own words. */
  kept?: true
}

export interface PlacedMark {
  mark: GuardMark
  /** UTF-16 offsets. */
  start: number
  end: number
}

/**
 * Returns where the marks are in a text, which the agent may have changed. They are in order, and of two that overlap
 * only the first is returned.
 */
export function locateGuardMarks(marks: readonly GuardMark[], text: string): PlacedMark[] {
  const placed: PlacedMark[] = []
  for (const mark of marks) {
    for (
      let at = text.indexOf(mark.words);
      at !== -1 && mark.words !== "";
      at = text.indexOf(mark.words, at + mark.words.length)
    )
      placed.push({ mark, start: at, end: at + mark.words.length })
  }
  let last = 0
  return placed
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < last) return false
      last = end
      return true
    })
}

/** Returns the marks that block Insert. */
export function blockingGuardMarks(marks: readonly GuardMark[], text: string): PlacedMark[] {
  return locateGuardMarks(
    marks.filter(({ severe, kept }) => severe && kept !== true),
    text
  )
}
