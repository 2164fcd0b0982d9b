import { expect, test } from "vitest"
import { KEY, openWorld } from "./help/world.ts"

const GREETING = {
  id: "501",
  title: "Ask for a photo",
  text: "Hello Anna Bergmann,\n\ncould you send a photo of [[order field]]?"
}

async function withMacros() {
  const all = await openWorld()
  all.page.macros = [GREETING, { id: "502", title: "Closing", text: "Thank you, Anna Bergmann." }]
  await all.panel.draft("ready")
  return all
}

test("macros are listed, searched and read in the page; none reaches the relay", async () => {
  const all = await withMacros()
  expect(await all.ask({ kind: "panel-macros", key: KEY })).toMatchObject({ ok: true, macros: { found: 0 } })
  expect(await all.ask({ kind: "panel-macros", key: KEY, words: "photo" })).toMatchObject({
    ok: true,
    macros: { macros: [{ id: "501", title: "Ask for a photo" }], found: 1 }
  })
  expect(await all.ask({ kind: "panel-macro", key: KEY, macroId: "501" })).toEqual({
    ok: true,
    macro: { text: GREETING.text }
  })
  await all.ask({ kind: "panel-macro-insert", key: KEY, text: "Hello Anna Bergmann, where is the photo?" })
  await all.panel.notice("inserted")
  expect(JSON.stringify(all.relay.seen)).not.toContain("photo")
})

test("with an open blank the first press tells, the second puts it in as plain words", async () => {
  const all = await withMacros()
  expect(await all.ask({ kind: "panel-macro-insert", key: KEY, text: GREETING.text })).toEqual({
    ok: false,
    code: "blank-open"
  })
  expect(all.page.editor).toBe("")
  expect(await all.ask({ kind: "panel-macro-insert", key: KEY, text: GREETING.text, anyway: true })).toEqual({
    ok: true
  })
  expect(all.page.editor).toBe("Hello Anna Bergmann,\n\ncould you send a photo of [order field]?")
})

test("a newer message doesn't stop a macro, and none is read for it; the draft stays as it was", async () => {
  const all = await withMacros()
  all.page.add({ text: "Anybody there?" })
  const before = all.page.asked.length
  expect(await all.ask({ kind: "panel-macro-insert", key: KEY, text: "Thank you." })).toEqual({ ok: true })
  expect(all.page.asked.slice(before)).toEqual(["draft-insert"])
  expect(all.panel.states.at(-1)?.draft).toMatchObject({ state: "ready" })
  expect(all.panel.states.at(-1)?.draft?.inserted).toBeUndefined()
})

test.each([
  ["not-public", "not-public"],
  ["other-ticket", "other-ticket"],
  ["already-inserted", "macro-there"],
  ["logged-out", "logged-out"]
])("the page says %s: the bar says %s", async (code, said) => {
  const all = await withMacros()
  all.page.problem = { "draft-insert": { code } }
  expect(await all.ask({ kind: "panel-macro-insert", key: KEY, text: "Thank you." })).toMatchObject({
    ok: false,
    code: said
  })
  await all.panel.notice(said)
})

test("what can't be listed is the card's to say; what the bar says stays", async () => {
  const all = await withMacros()
  await all.ask({ kind: "panel-macro-insert", key: KEY, text: "Thank you." })
  await all.panel.notice("inserted")
  all.page.problem = {
    "macros-find": { code: "macros-unreadable", part: "rate-limit" },
    "macro-read": { code: "macro-gone" }
  }
  expect(await all.ask({ kind: "panel-macros", key: KEY, words: "" })).toEqual({ ok: false, code: "macros-unreadable" })
  expect(await all.ask({ kind: "panel-macro", key: KEY, macroId: "9" })).toEqual({ ok: false, code: "macro-gone" })
  all.page.problem = {}
  all.page.macros = undefined
  expect(await all.ask({ kind: "panel-macros", key: KEY })).toMatchObject({ ok: false })
  expect(all.panel.states.at(-1)?.notice?.code).toBe("inserted")
})
