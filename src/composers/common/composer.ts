/** One kind of editor: how text gets into its model, can be undone, and is read back. No key events, ever. */
export interface Composer {
  id: string
  accepts(element: HTMLElement): boolean
  /**
   * Puts `text` (plain, paragraphs apart by a blank line) in. "own-place": an empty editor, or below the agent's own
   * words and above quote and signature. Resolves when the editor has taken it or left it; the caller reads back.
   * `still` is asked in the very step in which the text goes in (after any wait for caret or focus); false leaves the
   * editor alone.
   */
  insert(
    element: HTMLElement,
    text: string,
    at: "own-place" | "caret" | "selection",
    still?: () => boolean
  ): Promise<void>
  /** Replaces the text between two offsets of `read()`. Undoable in one step. `still` as in `insert`. */
  replace(element: HTMLElement, from: number, to: number, text: string, still?: () => boolean): Promise<void>
  /** The editor's text in its own model's terms: paragraphs apart by \n\n, lines by \n, no trailing white space. */
  read(element: HTMLElement): string
}
