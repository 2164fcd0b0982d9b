/** What a draft may hold that nobody gave: nothing of ticket or sources, and no word of the agent's. */
export const GUARD_KINDS = [
  "hidden",
  "image",
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
  "internal",
  "page"
] as const
export type GuardKind = (typeof GUARD_KINDS)[number]

/** Words of the model's in a draft that nobody gave. It stands for as long as they do, wherever in the letter. */
export interface GuardMark {
  kind: GuardKind
  words: string
  /** Insert waits until they are gone or kept. */
  severe: boolean
  /** The agent keeps them as own words. */
  kept?: true
}

export interface PlacedMark {
  mark: GuardMark
  /** UTF-16 offsets. */
  start: number
  end: number
}

/** Where the marks stand in a text, which the agent may have changed. In order; of two that overlap the first. */
export function locateGuardMarks(marks: readonly GuardMark[], text: string): PlacedMark[] {
  const found: PlacedMark[] = []
  for (const mark of marks) {
    for (
      let at = text.indexOf(mark.words);
      at !== -1 && mark.words !== "";
      at = text.indexOf(mark.words, at + mark.words.length)
    )
      found.push({ mark, start: at, end: at + mark.words.length })
  }
  let last = 0
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < last) return false
      last = end
      return true
    })
}

/** What Insert waits for. */
export function blockingGuardMarks(marks: readonly GuardMark[], text: string): PlacedMark[] {
  return locateGuardMarks(
    marks.filter(({ severe, kept }) => severe && kept !== true),
    text
  )
}
