import { afterEach, beforeEach, expect, test } from "vitest"
import { editor, json, openSamplePage, selectNote } from "./sample-page.ts"

let open: ReturnType<typeof openSamplePage>
beforeEach(() => {
  open = openSamplePage()
})
afterEach(() => open.life.abort())
const insert = (ticketId = "1001") => open.ask({ kind: "draft-insert", ticketId, text: "Thank you, Maya." })

test("a text that answers no message goes in below the agent's own words, whatever came meanwhile, and nothing is read for it", async () => {
  open.add("1001", { id: "later" })
  open.net.answer = () => json(undefined)
  editor().value = "Hello Maya,\n\n-- \nTom"
  expect(await insert()).toEqual({ ok: true, before: "Hello Maya,\n\n-- \nTom" })
  expect(editor().value).toBe("Hello Maya,\n\nThank you, Maya.\n\n-- \nTom")
  expect(open.asked).toEqual([])
})

test("it has a draft's other refusals: twice, a note, another ticket, no editor", async () => {
  await insert()
  expect(await insert()).toEqual({ ok: false, code: "already-inserted" })
  editor().value = ""
  expect(await insert("1002")).toEqual({ ok: false, code: "other-ticket" })
  selectNote()
  expect(await insert()).toEqual({ ok: false, code: "not-public" })
  expect(editor().value).toBe("")
  document.querySelector("form")?.remove()
  expect(await insert()).toEqual({ ok: false, code: "no-editor" })
})
