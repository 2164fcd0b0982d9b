/** As much of CKEditor 4 as the tests use; its package brings no types. */
interface CKEditor4 {
  status: string
  getData(): string
  setData(html: string, options: { callback(): void }): void
  resetUndo(): void
  setReadOnly(readOnly: boolean): void
  focus(): void
  destroy(): void
  editable(): { $: HTMLElement; setHtml(html: string): void }
  on(event: string, heard: () => void): void
}
interface Window {
  CKEDITOR: {
    replace(element: HTMLElement, config: Record<string, unknown>): CKEditor4
    instances: Record<string, CKEditor4>
  }
  CKEDITOR_BASEPATH: string
}
declare module "ckeditor4/ckeditor.js?url" {
  const url: string
  export default url
}
