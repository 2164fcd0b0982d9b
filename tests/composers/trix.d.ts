/** As much of Trix as the tests use; its package brings no types. */
interface TrixEditorElement {
  value: string
  editor: { loadHTML(html: string): void; getDocument(): { toString(): string } }
}
declare module "trix"
interface HTMLElementTagNameMap {
  "trix-editor": HTMLElement & TrixEditorElement
}
