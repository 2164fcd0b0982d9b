/** One kind of editor: how text gets into its model, can be undone, and is read back. No key events, ever. */
export interface Composer {
  id: string
  accepts(element: HTMLElement): boolean
  /**
   * Puts `text` (plain, paragraphs apart by a blank line) in. "own-place": an empty editor, or below the agent's own
   * words and above quote and signature. Resolves when the editor has taken it or left it; the caller reads back.
   */
  insert(element: HTMLElement, text: string, at: "own-place" | "caret" | "selection"): Promise<void>
  /** Replaces the text between two offsets of `read()`. Undoable in one step. */
  replace(element: HTMLElement, from: number, to: number, text: string): Promise<void>
  /** The editor's text in its own model's terms: paragraphs apart by \n\n, lines by \n, no trailing white space. */
  read(element: HTMLElement): string
}
