import jQuery from "jquery"
import { linesOf, type Opened } from "../editor.ts"

export async function openSummernote(html: string): Promise<Opened> {
  Object.assign(window, { jQuery, $: jQuery })
  await import("summernote/dist/summernote-lite.js")
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
    revert: () => void place.on("summernote.change", () => place.summernote("code") === html || place.summernote("code", html)),
    close() {
      place.summernote("destroy")
      host.remove()
    }
  }
}
