import { beforeEach, expect, test } from "vitest"
import { readAttachment } from "../../../src/page/read-attachment.ts"
import { recipeAdapter } from "../../../src/page/recipe/recipe-adapter.ts"
import { fromBase64 } from "../../../src/text/bytes/base64.ts"
import type { PageRecipe } from "../../../src/ticket/page-recipe.ts"

const recipe: PageRecipe = {
  version: 1,
  site: "https://desk.example",
  address: "/inbox/*",
  messages: {
    through: [],
    selector: ".thread > div",
    customer: { kind: "self", selector: ".from-customer" },
    agent: { kind: "self", selector: ".from-agent" },
    head: []
  }
}
let asked: string[]
const page = {
  document,
  url: new URL("https://desk.example/inbox/7"),
  fetch: async (address: string | URL | Request) => {
    asked.push(String(address))
    return String(address).includes("/files/")
      ? new Response("Serial number 4711", { headers: { "content-type": "text/plain" } })
      : new Response("<div id=app></div>", { headers: { "content-type": "text/html" } })
  }
}
const signal = new AbortController().signal
const draw = (customers: string, notes = "") => {
  const html = `<div class="thread"><div class="from-customer"><p>See the files.</p>${customers}</div>
    <div class="from-agent"><b>Internal note</b> ${notes}</div></div>`
  document.body.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.children)
}
const read = async () => {
  const adapter = recipeAdapter(recipe)
  const { ticketId } = adapter.openTicket(page) ?? { ticketId: "" }
  return { adapter, ticketId, messages: (await adapter.readTicket(page, ticketId, signal)).messages }
}

beforeEach(() => {
  asked = []
})

test.each([
  [`<a href="/files/1">log.txt</a>`, [{ name: "log.txt", url: "https://desk.example/files/1" }]],
  [`<a href="/files/1">log.txt (2.4 KB)</a>`, [{ name: "log.txt", url: "https://desk.example/files/1" }]],
  [`<a href="/files/1" download>Download</a>`, [{ name: "Download", url: "https://desk.example/files/1" }]],
  [`<a href="/files/1" download="a b.zip"></a>`, [{ name: "a b.zip", url: "https://desk.example/files/1" }]],
  [`<a href="/files/1/a%20b.pdf">Open</a>`, [{ name: "a b.pdf", url: "https://desk.example/files/1/a%20b.pdf" }]],
  [
    `<a href="/files/1"><img alt=""></a> <a href="/files/1">log.txt</a> <a href="/files/2">bill.pdf</a>`,
    [
      { name: "log.txt", url: "https://desk.example/files/1" },
      { name: "bill.pdf", url: "https://desk.example/files/2" }
    ]
  ],
  [`<a href="https://files.example/log.txt">log.txt</a>`, undefined],
  [`<a href="javascript:alert(1)" download="log.txt">log.txt</a>`, undefined],
  [`<a href="/articles/returns">How to return it</a> <a href="/page.html">page.html</a>`, undefined]
])("%s: files of the page's own host are listed, and other links aren't", async (links, files) => {
  draw(links)
  const { messages } = await read()
  expect(messages.map(({ attachments }) => attachments)).toEqual([files])
})

test("a file is read on a press and not before, and one of a note isn't listed", async () => {
  draw(`<a href="/files/1">log.txt</a>`, `<a href="/files/2">supplier.txt</a>`)
  const { adapter, ticketId, messages } = await read()
  expect(JSON.stringify(messages)).not.toContain("supplier")
  expect(asked.filter((address) => address.includes("/files/"))).toEqual([])
  const messageId = messages[0]?.id ?? ""
  const found = await readAttachment({ adapter, page }, { ticketId, messageId, at: 0, name: "log.txt" }, signal)
  if (!("file" in found)) throw new Error("nothing was read")
  expect(new TextDecoder().decode(fromBase64(found.file))).toBe("Serial number 4711")
  expect(asked.filter((address) => address.includes("/files/"))).toEqual(["https://desk.example/files/1"])
})
