/** What a letter says that its writer did, or sends along. Nobody but the agent knows whether that is so. */
export interface LetterDeed {
  /** "done": an act that is told as done. "file": something that is said to be attached. */
  kind: "done" | "file"
  /** The sentence, in UTF-16 units of the letter. */
  start: number
  end: number
  text: string
}
