import { afterEach, beforeEach, expect, test } from "vitest"
import { Picker } from "../../../src/page/picker/picker.ts"
import { startPicker, type PickerPorts } from "../../../src/page/picker/start-picker.ts"
import type { PickAnswer, PickedRecipe, PickWords, ToPicker } from "../../../src/protocol/picking/picking.ts"
import { pageRecipe, pickAnswer, pickWords } from "../../../src/protocol/picking/picking.ts"

const words: PickWords = pickWords.parse({
  subject: "Subject",
  message: "Message #",
  alike: "Message #, alike",
  out: "Left out",
  reply: "Reply",
  take: "#: press",
  point: { subject: "a", customer: "b", another: "c", agent: "d", reply: "e", done: "" },
  paused: "z",
  keys: { wider: "w", narrower: "n", next: "n", take: "t", out: "o", skip: "s", pause: "p", stop: "s" }
})
const HTML = `<header><a href="/">Desk</a></header><main>
  <h1 class="ticket-subject">Lamp without its shade</h1>
  <div class="thread">
    <article class="message message--customer"><header><b class="author">Ines Duarte</b> <time datetime="2026-11-19T16:02:00Z">19 Nov</time></header><p>Where is the shade of my lamp?</p></article>
    <article class="message message--note"><header><b class="author">Priya Nair</b> <time datetime="2026-11-19T16:20:00Z">19 Nov</time></header><p>WATCH-LIST</p></article>
    <article class="message message--agent"><header><b class="author">Tom Ahlberg</b> <time datetime="2026-11-19T17:10:00Z">19 Nov</time></header><p>Look under the cardboard.</p></article>
    <article class="message message--customer"><header><b class="author">Ines Duarte</b> <time datetime="2026-11-20T08:31:00Z">20 Nov</time></header><p>There is nothing.</p></article>
  </div>
  <form class="reply-form"><textarea name="answer"></textarea></form></main>`

let life: AbortController
const page = () => ({
  document,
  url: new URL("https://desk.example/inbox/4711"),
  fetch: () => Promise.reject(new Error("nothing is fetched"))
})
beforeEach(() => {
  // jsdom has no layout.
  Element.prototype.scrollIntoView = () => undefined
  life = new AbortController()
  changed = () => undefined
  document.body.replaceChildren(...new DOMParser().parseFromString(HTML, "text/html").body.children)
})
afterEach(() => life.abort())

let changed: () => void
const started = (): Picker =>
  new Picker(page(), words, { changed: () => changed(), stop: () => undefined }, life.signal)

/** Goes on by key until that element is aimed at, and takes it. */
function take(picker: Picker, text: string): void {
  for (let tries = 0; tries < 30; tries++)
    if (picker.act({ act: "key", key: "next" }).aim?.includes(text)) return void picker.act({ act: "key", key: "take" })
  throw new Error(`Nothing with "${text}" can be aimed at by key.`)
}

test("by keys alone the parts are shown, and read with role, author and time; a note is left out", () => {
  const picker = started()
  take(picker, "Lamp without")
  take(picker, "Where is the shade")
  take(picker, "There is nothing")
  take(picker, "Look under")
  picker.act({ act: "key", key: "next" })
  const state = picker.act({ act: "key", key: "take" })
  expect(state).toMatchObject({ step: "done", subject: "Lamp without its shade", reply: true })
  expect(state.messages.map(({ role, author, at, text, out }) => [role, author, at, text, out])).toEqual([
    ["customer", "Ines Duarte", "2026-11-19T16:02:00Z", "Where is the shade of my lamp?", undefined],
    [undefined, "Priya Nair", "2026-11-19T16:20:00Z", "WATCH-LIST", "note"],
    ["agent", "Tom Ahlberg", "2026-11-19T17:10:00Z", "Look under the cardboard.", undefined],
    ["customer", "Ines Duarte", "2026-11-20T08:31:00Z", "There is nothing.", undefined]
  ])
  const made = picker.finish()
  if (!made.ok) throw new Error("There is no recipe.")
  expect(pageRecipe.parse(made.recipe)).toEqual(made.recipe)
  expect(made.recipe).toMatchObject({ site: "https://desk.example", address: "/inbox/*" })
  // Places only: not one word of the ticket.
  expect(JSON.stringify(made.recipe)).not.toMatch(/Ines|Duarte|Ahlberg|shade|lamp|4711/i)
})

test("nothing of the page is changed, and what is drawn goes away with the picker", () => {
  const before = document.body.outerHTML
  const picker = started()
  take(picker, "Lamp without")
  expect(document.documentElement.lastElementChild?.shadowRoot).toBeNull()
  expect(document.documentElement.children).toHaveLength(3)
  life.abort()
  expect(document.documentElement.children).toHaveLength(2)
  expect(document.body.outerHTML).toBe(before)
})

test("a message is left out and read again; a box for notes isn't taken as the one for the reply", () => {
  const picker = started()
  take(picker, "Lamp without")
  take(picker, "Where is the shade")
  picker.act({ act: "skip" })
  take(picker, "Look under")
  const [first, note] = picker.state().messages
  if (!first || !note) throw new Error("There are no messages.")
  picker.act({ act: "leave-out", id: first.id })
  picker.act({ act: "read", id: note.id, role: "agent" })
  expect(picker.state().messages.map(({ out }) => out)).toEqual(["said", undefined, undefined, undefined])
  document.querySelector("form")?.setAttribute("class", "form-internal-note")
  picker.act({ act: "key", key: "next" })
  expect(picker.act({ act: "key", key: "take" })).toMatchObject({ step: "reply", fault: "note-editor", reply: false })
})

test("where no times tell the order, the agent is asked, and what they say counts", () => {
  for (const time of document.querySelectorAll("time")) time.remove()
  const picker = started()
  take(picker, "Lamp without")
  take(picker, "Where is the shade")
  expect(picker.state().order).toBe("ask")
  const texts = () => picker.state().messages.map(({ text }) => text)
  const [before] = texts()
  expect(picker.act({ act: "order", newestFirst: true }).order).toBe("newest-first")
  expect(texts().at(-1)).toBe(before)
  const made = picker.finish()
  expect(made.ok && made.recipe.messages.newestFirst).toBe(true)
  expect(picker.act({ act: "order", newestFirst: false }).order).toBe("oldest-first")
  expect(texts()[0]).toBe(before)
})

test("where times tell the order, nobody is asked", () => {
  const picker = started()
  take(picker, "Lamp without")
  take(picker, "Where is the shade")
  expect(picker.state().order).toBeUndefined()
})

test("who wrote a message is said in the list, and then told of the others like it", () => {
  const classes = ["from-web", "from-web", "by-hand", "from-web"]
  document.querySelectorAll("article").forEach((one, n) => (one.className = `message ${classes[n]}`))
  const picker = started()
  take(picker, "Lamp without")
  take(picker, "Where is the shade")
  const roles = () => picker.state().messages.map(({ role, out }) => out ?? role)
  expect(roles()).toEqual(["customer", "customer", "role", "customer"])
  const agent = picker.state().messages.find(({ text }) => text.startsWith("Look under"))
  picker.act({ act: "read", id: agent?.id ?? "", role: "agent" })
  expect(roles()).toEqual(["customer", "customer", "agent", "customer"])
  const made = picker.finish()
  expect(made.ok && made.recipe.messages.agent).toMatchObject({ selector: ".by-hand" })
})

test("a note that is read by hand doesn't make other notes readable", () => {
  const picker = started()
  take(picker, "Lamp without")
  take(picker, "Where is the shade")
  const note = picker.state().messages.find(({ out }) => out === "note")
  picker.act({ act: "read", id: note?.id ?? "", role: "agent" })
  const made = picker.finish()
  expect(made.ok && made.recipe.messages.plainWords).toBeUndefined()
})

test("while the page is used, its clicks and keys are its own, and pointing goes on after that", () => {
  const picker = started()
  take(picker, "Lamp without")
  expect(picker.act({ act: "pause", on: true })).toMatchObject({ paused: true, step: "customer" })
  const pressed = new KeyboardEvent("keydown", { key: "x", code: "KeyX", cancelable: true, bubbles: true })
  document.body.dispatchEvent(pressed)
  expect(pressed.defaultPrevented).toBe(false)
  expect(picker.act({ act: "pause", on: false })).not.toHaveProperty("paused")
  take(picker, "Where is the shade")
  expect(picker.state().step).toBe("another")
})

/** Does as helpdesks do when a clock goes on: draws other elements that look the same. The picker looks soon after. */
const drawnAnew = (html = document.body.innerHTML) =>
  new Promise<void>((resolve) => {
    changed = resolve
    document.body.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.children)
  })

test("a page that draws itself anew in between is shown and read all the same", async () => {
  const picker = started()
  take(picker, "Lamp without")
  await drawnAnew()
  take(picker, "Where is the shade")
  await drawnAnew(document.body.innerHTML.replaceAll("19 Nov", "10 days ago"))
  take(picker, "There is nothing")
  picker.act({ act: "key", key: "next" })
  const aim = picker.state().aim
  await drawnAnew()
  expect(picker.state().aim).toBe(aim)
  take(picker, "Look under")
  picker.act({ act: "key", key: "next" })
  await drawnAnew()
  expect(picker.act({ act: "key", key: "take" })).toMatchObject({ step: "done", reply: true })
  await drawnAnew()
  expect(picker.state().messages.map(({ shown }) => shown)).toEqual([true, false, true, true])
  expect(picker.finish().ok).toBe(true)
})

test("another ticket in its place isn't taken for the one that was shown", async () => {
  const picker = started()
  take(picker, "Lamp without")
  take(picker, "Where is the shade")
  await drawnAnew(HTML.replaceAll(/(?<=<(?:p|h1|b|time)[^>]*>)[^<]+/g, (text) => text.replaceAll(/\w+/g, "other$&")))
  picker.act({ act: "skip" })
  picker.act({ act: "skip" })
  picker.act({ act: "skip" })
  expect(picker.finish()).toEqual({ ok: false })
})

test("another ticket in its place is said, nothing of the former is listed, and pointing goes on with the new one", async () => {
  const picker = started()
  take(picker, "Lamp without")
  take(picker, "Where is the shade")
  const before = document.body.innerHTML
  const other = HTML.replaceAll(/(?<=<(?:p|h1|b|time)[^>]*>)[^<]+/g, (text) => text.replaceAll(/\w+/g, "other$&"))
  await drawnAnew(other)
  expect(picker.state()).toMatchObject({ step: "subject", fault: "gone", messages: [] })
  expect(picker.state().subject).toBeUndefined()
  // Whoever goes back to the ticket goes on where they were.
  await drawnAnew(before)
  expect(picker.state()).toMatchObject({ step: "another", subject: "Lamp without its shade" })
  expect(picker.state().fault).toBeUndefined()
  await drawnAnew(other)
  take(picker, "otherLamp otherwithout")
  take(picker, "otherWhere otheris")
  expect(picker.state()).toMatchObject({ step: "another", subject: "otherLamp otherwithout otherits othershade" })
  expect(picker.state().fault).toBeUndefined()
  picker.act({ act: "skip" })
  take(picker, "otherLook otherunder")
  picker.act({ act: "skip" })
  expect(picker.finish().ok).toBe(true)
})

test("a box for the reply that the page takes away is pointed at again", async () => {
  const picker = started()
  take(picker, "Lamp without")
  take(picker, "Where is the shade")
  picker.act({ act: "skip" })
  take(picker, "Look under")
  picker.act({ act: "key", key: "next" })
  expect(picker.act({ act: "key", key: "take" }).step).toBe("done")
  const html = document.body.innerHTML
  await drawnAnew(html.replace(/<form.*<\/form>/, ""))
  expect(picker.state()).toMatchObject({ step: "reply", fault: "gone", reply: false })
  expect(picker.state().messages).toHaveLength(4)
  await drawnAnew(html)
  expect(picker.state()).toMatchObject({ step: "done", reply: true })
})

test("the next part is the one after the part that was taken last", () => {
  const picker = started()
  take(picker, "Lamp without")
  take(picker, "Where is the shade")
  expect(picker.act({ act: "key", key: "next" }).aim).toContain("WATCH-LIST")
})

test("events that a script of the page makes pick nothing", () => {
  const picker = started()
  picker.act({ act: "key", key: "next" })
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }))
  document.documentElement.lastElementChild?.dispatchEvent(new MouseEvent("click", { bubbles: true }))
  expect(picker.state().step).toBe("subject")
})

test("where the page was loaded anew, the first thing that is said is that it begins again", async () => {
  let answer: Parameters<PickerPorts["onMessage"]>[0] = () => undefined
  startPicker(page(), { send: () => undefined, onMessage: (heard) => void (answer = heard) }, life.signal)
  const begun = pickAnswer.parse(await answer({ kind: "pick-start", words, again: true }))
  expect(begun).toMatchObject({ state: { step: "subject", fault: "loaded-anew" } })
  const next = pickAnswer.parse(await answer({ kind: "pick-act", act: { act: "key", key: "next" } }))
  expect(next.ok && next.state.fault).toBeFalsy()
})

test("the background's questions are answered as the wire has it, also when there is no picker", async () => {
  let answer: Parameters<PickerPorts["onMessage"]>[0] = () => undefined
  startPicker(page(), { send: () => undefined, onMessage: (heard) => void (answer = heard) }, life.signal)
  const ask = (message: ToPicker): Promise<PickAnswer | PickedRecipe> | undefined => answer(message)
  expect(await ask({ kind: "pick-look" })).toEqual({ ok: false })
  expect(pickAnswer.parse(await ask({ kind: "pick-start", words }))).toMatchObject({
    ok: true,
    state: { step: "subject" }
  })
  expect(await ask({ kind: "pick-finish" })).toEqual({ ok: false })
  expect(await ask({ kind: "pick-stop" })).toMatchObject({ ok: true })
  expect(await ask({ kind: "pick-look" })).toEqual({ ok: false })
})
