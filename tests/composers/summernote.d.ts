/** As much of jQuery and Summernote as the tests use; the packages bring no types. */
interface SummernoteQuery {
  [index: number]: HTMLElement | undefined
  appendTo(parent: HTMLElement | SummernoteQuery): SummernoteQuery
  find(selector: string): SummernoteQuery
  html(html: string): SummernoteQuery
  on(event: string, heard: () => unknown): SummernoteQuery
  remove(): void
  summernote(command?: string | object, argument?: string): unknown
}
declare module "jquery" {
  const jQuery: (what: string) => SummernoteQuery
  export default jQuery
}
declare module "summernote/dist/summernote-lite.js"
