import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { Composer } from "../../src/composers/common/composer.ts"
import { textarea } from "../../src/composers/textarea/composer.ts"
import { editor, json, openSamplePage, selectNote } from "./sample-page.ts"

const DRAFT = "Hello Maya,\n\nwe found the parcel.\n\nTom"
let open: ReturnType<typeof openSamplePage>
const submitted = vi.fn()
const keys = vi.fn()
beforeEach(() => {
  open = openSamplePage()
  document.addEventListener("submit", submitted)
  for (const kind of ["keydown", "keypress", "keyup"]) document.addEventListener(kind, keys)
})
afterEach(() => {
  open.life.abort()
  vi.useRealTimers()
  expect(submitted).not.toHaveBeenCalled()
  expect(keys).not.toHaveBeenCalled()
})

test("the draft goes into the empty reply editor, and the editor says what it holds", async () => {
  expect(await open.insert(DRAFT)).toEqual({ ok: true, before: "" })
  expect(editor().value).toBe(DRAFT)
  expect(await open.ask({ kind: "editor-read", ticketId: "1001" })).toEqual({ ok: true, text: DRAFT })
})

test("it goes below the agent's own words and above quote and signature", async () => {
  editor().value = "PS: sorry for the wait.\n\nOn Tue, Maya wrote:\n> Where is it?\n> Maya\n\n-- \nTom\nLumen & Ladle"
  const answer = await open.insert(DRAFT)
  expect(answer).toMatchObject({ ok: true, before: expect.stringContaining("PS: sorry") })
  expect(editor().value).toBe(
    `PS: sorry for the wait.\n\n${DRAFT}\n\nOn Tue, Maya wrote:\n> Where is it?\n> Maya\n\n-- \nTom\nLumen & Ladle`
  )
})

test("at the caret, over what is selected, where that is asked for", async () => {
  editor().value = "One. Two. Three."
  editor().setSelectionRange(5, 9)
  expect(await open.insert(DRAFT, { at: "caret" })).toEqual({ ok: true, before: "One. Two. Three." })
  expect(editor().value).toBe(`One. ${DRAFT} Three.`)
})

test("another ticket in front, the list in front", async () => {
  open.show("1002")
  expect(await open.insert(DRAFT)).toEqual({ ok: false, code: "other-ticket" })
  expect(editor().value).toBe("")
  open.show(undefined)
  expect(await open.insert(DRAFT)).toEqual({ ok: false, code: "no-ticket" })
})

test("the agent moves to another ticket while the newest message is being read", async () => {
  open.net.answer = (id) => {
    open.show("1002")
    return json(open.tickets.get(id))
  }
  expect(await open.insert(DRAFT)).toEqual({ ok: false, code: "other-ticket" })
  expect(editor().value).toBe("")
})

test("a newer public message refuses; a newer note only warns", async () => {
  const version = open.tickets.get("1001")?.messages.at(-1)?.id ?? ""
  const note = open.tickets.get("1001")?.messages.findLast((m) => m.visibility === "internal")?.id ?? ""
  expect(await open.insert(DRAFT, { version, note })).toEqual({ ok: true, before: "" })
  editor().value = ""
  open.add("1001", { visibility: "internal", id: "n1" })
  expect(await open.insert(DRAFT, { version, note })).toEqual({ ok: true, before: "", newerNote: true })
  editor().value = ""
  open.add("1001", { id: "m2" })
  expect(await open.insert(DRAFT, { version, note })).toEqual({ ok: false, code: "newer-message", version: "m2" })
  expect(editor().value).toBe("")
})

test("an internal note selected before, or while the newest message is being read", async () => {
  open.net.answer = (id) => {
    selectNote()
    return json(open.tickets.get(id))
  }
  expect(await open.insert(DRAFT)).toEqual({ ok: false, code: "not-public" })
  expect(await open.insert(DRAFT)).toEqual({ ok: false, code: "not-public" })
  expect(editor().value).toBe("")
})

test("the editor is closed, or the page has changed", async () => {
  editor().remove()
  expect(await open.insert(DRAFT)).toEqual({ ok: false, code: "page-changed", part: "reply editor" })
  document.querySelector("form")?.remove()
  expect(await open.insert(DRAFT)).toEqual({ ok: false, code: "no-editor" })
})

test("the newest message can't be read: silent for 2 s, logged out, broken, gone", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
  const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(new DOMException("late", "TimeoutError")), ms)
    return stop.signal
  })
  open.net.answer = () => new Promise<Response>(() => undefined)
  const silent = open.insert(DRAFT)
  await vi.advanceTimersByTimeAsync(2000)
  expect(await silent).toEqual({ ok: false, code: "unreadable", part: "network" })
  vi.useRealTimers()
  timeout.mockRestore()
  open.net.answer = () => new Response("<html>", { headers: { "content-type": "text/html" } })
  expect(await open.insert(DRAFT)).toEqual({ ok: false, code: "logged-out" })
  open.net.answer = () => json({ ticketId: "1001" })
  expect(await open.insert(DRAFT)).toMatchObject({ ok: false, code: "unreadable" })
  open.net.answer = () => json(undefined)
  expect(await open.insert(DRAFT)).toEqual({ ok: false, code: "unreadable", part: "not-found" })
  expect(editor().value).toBe("")
})

test("an editor that swallows the text is found out", async () => {
  open.life.abort()
  const swallows: Composer = { ...textarea, insert: async () => undefined }
  open = openSamplePage({ composers: [swallows] })
  expect(await open.insert(DRAFT)).toEqual({ ok: false, code: "not-there" })
  open.life.abort()
  const undoes: Composer = {
    ...textarea,
    insert: async (el, ...rest) => {
      await textarea.insert(el, ...rest)
      setTimeout(() => (editor().value = ""))
    }
  }
  open = openSamplePage({ composers: [undoes] })
  expect(await open.insert(DRAFT)).toEqual({ ok: false, code: "not-there" })
})

test("a composer that waits for the caret asks once more before the text goes in", async () => {
  open.life.abort()
  const slow: Composer = {
    ...textarea,
    insert: async (el, text, at, still) => {
      open.show("1002")
      await textarea.insert(editor(), text, at, still)
    }
  }
  open = openSamplePage({ composers: [slow] })
  expect(await open.insert(DRAFT)).toEqual({ ok: false, code: "other-ticket" })
  expect(editor().value).toBe("")
})

/** An editor that waits for its caret, during which `meanwhile` happens, and writes at the place found before. */
function waiting(meanwhile: () => void): Composer {
  const wait = async (put: () => Promise<void>) => {
    meanwhile()
    await put()
  }
  return {
    ...textarea,
    insert: (...given) => wait(() => textarea.insert(...given)),
    replace: (...given) => wait(() => textarea.replace(...given))
  }
}

test("the agent types on while the editor waits for its caret: no word is lost, and the next Insert replaces our text", async () => {
  open.life.abort()
  let typed = ""
  open = openSamplePage({ composers: [waiting(() => (editor().value = typed + editor().value))] })
  await open.insert(DRAFT)
  typed = "Dear Maya, "
  expect(await open.insert("Another.", { former: DRAFT })).toEqual({ ok: false, code: "not-there" })
  expect(editor().value).toBe(`Dear Maya, ${DRAFT}`)
  typed = ""
  expect(await open.insert("Another.", { former: DRAFT })).toMatchObject({ ok: true })
  expect(editor().value).toBe("Dear Maya, Another.")
})

test("the extension ends while the editor waits for its caret: nothing goes in any more", async () => {
  open.life.abort()
  open = openSamplePage({ composers: [waiting(() => open.life.abort())] })
  await open.insert(DRAFT)
  expect(editor().value).toBe("")
})

test("after an undo or a reload nothing of the former text is there: another one goes below the agent's own words", async () => {
  for (const own of ["Hello Maya,", "I have looked into it.\n\nKind regards\nDana"]) {
    editor().value = own
    expect(await open.insert("Hello Maya,\n\nshorter now.", { former: DRAFT })).toEqual({ ok: true, before: own })
    expect(editor().value).toBe(`${own}\n\nHello Maya,\n\nshorter now.`)
  }
})

test("a former text of which some words still stand was changed, and nothing is overwritten", async () => {
  editor().value = "Dear Maya,\n\nLuckily I found the parcel.\n\nMore of my own."
  expect(await open.insert("Another.", { former: DRAFT })).toEqual({ ok: false, code: "already-inserted" })
})

test("a second Insert replaces our former text where it stands untouched", async () => {
  editor().value = "One word before.\n\n-- \nTom"
  await open.insert(DRAFT)
  const answer = await open.insert("Hello Maya,\n\nshorter now.", { former: DRAFT })
  expect(answer).toMatchObject({ ok: true, before: expect.not.stringContaining("parcel") })
  expect(editor().value).toBe("One word before.\n\nHello Maya,\n\nshorter now.\n\n-- \nTom")
})

test("where the agent has changed it, nothing changes until asked to insert below", async () => {
  await open.insert(DRAFT)
  editor().value = editor().value.replace("we found", "I found")
  const edited = editor().value
  expect(await open.insert("Another.", { former: DRAFT })).toEqual({ ok: false, code: "already-inserted" })
  expect(editor().value).toBe(edited)
  expect(await open.insert("Another.", { former: DRAFT, below: true })).toEqual({ ok: true, before: edited })
  expect(editor().value).toBe(`${edited}\n\nAnother.`)
})

test("the same text is never put in twice unasked: pressed twice at once, or asked again by a worker that died", async () => {
  const [first, second] = await Promise.all([open.insert(DRAFT), open.insert(DRAFT)])
  expect([first, second]).toEqual([
    { ok: true, before: "" },
    { ok: false, code: "already-inserted" }
  ])
  expect(await open.insert(DRAFT, { former: DRAFT })).toEqual({ ok: true, before: "" })
  expect(editor().value).toBe(DRAFT)
})

test("100,000 characters go in whole", async () => {
  const long = "All work and no play. ".repeat(4600).trim()
  expect(await open.insert(long)).toEqual({ ok: true, before: "" })
  expect(editor().value).toHaveLength(long.length)
})
