/**
 * One kind of editor: how text gets into its model, can be undone, and is read back. A composer never sends key events.
 */
export interface Composer {
  id: string
  accepts(element: HTMLElement): boolean
  /**
   * Inserts `text`, which is plain, with a blank line between paragraphs. "own-place" is an empty editor, or the place
   * below the agent's own words and above quote and signature. The promise resolves when the editor has taken the text
   * or ignored it; the caller reads back which. `still` is asked right before the text goes in, after any wait for
   * caret or focus; if it returns false, the editor is left alone.
   */
  insert(
    element: HTMLElement,
    text: string,
    at: "own-place" | "caret" | "selection",
    still?: () => boolean
  ): Promise<void>
  /** Replaces the text between two offsets of `read()`, undoable in one step. `still` works as in `insert`. */
  replace(element: HTMLElement, from: number, to: number, text: string, still?: () => boolean): Promise<void>
  /** The text in the editor's model: \n\n between paragraphs, \n between lines, no white space at the end. */
  read(element: HTMLElement): string
}
