import jQuery from "jquery"
import "summernote/dist/summernote-lite.css"
import "summernote/dist/summernote-lite.js"
import { linesOf, type Opened } from "../editor.ts"

export function openSummernote(html: string): Opened {
  const host = jQuery("<div>").appendTo(document.body)
  const place = jQuery("<div>").html(html).appendTo(host)
  place.summernote()
  const element = host.find(".note-editable")[0]
  if (!element) throw new Error("Summernote drew no editable")
  return {
    element,
    model: () => String(place.summernote("code")),
    lines: () => linesOf(String(place.summernote("code"))),
    readOnly: () => void place.summernote("disable"),
    revert: () =>
      void place.on("summernote.change", () => place.summernote("code") === html || place.summernote("code", html)),
    close() {
      place.summernote("destroy")
      host.remove()
    }
  }
}
