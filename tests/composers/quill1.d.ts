/** As much of Quill 1 as the tests use; its package brings no types. */
declare module "quill1" {
  export default class Quill {
    constructor(element: HTMLElement, options: { theme: string })
    root: HTMLElement
    history: { clear(): void }
    setContents(contents: object[], source?: string): void
    getContents(): { ops: object[] }
    getText(): string
    disable(): void
    once(event: string, heard: () => void): void
  }
}
