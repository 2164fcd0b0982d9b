import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import { join, normalize } from "node:path"
import { root } from "../../house/files.ts"

/** Markers of Request Tracker's reply page round a real CKEditor 4 (`/rich`) or a textarea (`/plain`), for ticket 1. */
export async function serveEditorPages(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://page")
    const answer = (type: string, body: string | Buffer) => response.writeHead(200, { "content-type": type }).end(body)
    if (pathname.startsWith("/REST/2.0/"))
      return answer("application/json", JSON.stringify({ items: [{ id: "9", type: "transaction" }], count: 1 }))
    if (pathname === "/rich" || pathname === "/plain")
      return answer("text/html; charset=utf-8", pathname === "/rich" ? page("richtext", RICH) : page("", PLAIN))
    if (!pathname.startsWith("/ckeditor4/")) return response.writeHead(404).end()
    const type = pathname.endsWith(".css") ? "text/css" : pathname.endsWith(".png") ? "image/png" : "text/javascript"
    return answer(type, readFileSync(join(root, "node_modules", normalize(pathname))))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      })
  }
}

const PLAIN = "My own words.\n\nOn Tue, Maya wrote:\n> Where is it?\n\n-- \nDana"
const RICH =
  "<p>My own words.</p><div>On Tue, Maya wrote:<blockquote><pre>Where is it?\n</pre></blockquote></div><p>&nbsp;</p><p>--&nbsp;<br>Dana</p>"

function page(kind: string, text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
  return `<!doctype html><html><head><title>Update ticket #1</title></head><body id="comp-Ticket-Update">
<form id="simple-search" action="/Search/Simple.html"></form><a id="page-display" href="/Ticket/Display.html?id=1">Display</a>
<form name="TicketUpdate"><input type="hidden" name="id" value="1"><select name="UpdateType"><option value="response" selected>Reply</option></select>
<textarea id="UpdateContent" name="UpdateContent" class="${kind}" rows="12" cols="60">${escaped}</textarea></form>
<script src="/ckeditor4/ckeditor.js"></script><script>
const field = document.getElementById("UpdateContent")
globalThis.ready = field.className === "" ? Promise.resolve(true) : new Promise((resolve) => CKEDITOR.replace(field, { versionCheck: false }).on("instanceReady", () => resolve(true)))
globalThis.model = () => globalThis.CKEDITOR?.instances.UpdateContent?.getData() ?? field.value
globalThis.editable = () => document.querySelector("iframe.cke_wysiwyg_frame") ?? field
</script></body></html>`
}
