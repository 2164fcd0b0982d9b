import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { LoggedOut, Unreadable, type HelpdeskAdapter, type Macro } from "../../src/helpdesks/contract/adapter.ts"
import { sample } from "../../src/helpdesks/sample/adapter.ts"
import { createAnswerer } from "../../src/page/answer-background.ts"
import { macroAnswer, macrosAnswer, type ToPage } from "../../src/protocol/page.ts"

const texts: Macro[] = [
  { id: "1", title: "Rücksendung: Foto", text: "Hello {{ticket.requester.first_name}}, send a photo." },
  { id: "2", title: "Closing", text: `Thank you for the photo. ${"Long words. ".repeat(40)}` },
  { id: "3", title: "Greeting", text: "Good morning." }
]
let asked: string[]
let list: () => Promise<{ macros: Macro[]; more: boolean }>
let life: AbortController
beforeEach(() => {
  asked = []
  life = new AbortController()
  list = () => Promise.resolve({ macros: texts, more: false })
})
afterEach(() => {
  life.abort()
  vi.useRealTimers()
})

const page = { document, url: new URL("http://localhost/tickets/1001"), fetch }
function ask(adapter: HelpdeskAdapter = withMacros()) {
  const answer = createAnswerer({ adapter, composers: [], page }, life.signal)
  return {
    find: async (words?: string) =>
      macrosAnswer.parse(
        await answer({ kind: "macros-find", ...(words === undefined ? {} : { words }) } satisfies ToPage)
      ),
    read: async (macroId: string) => macroAnswer.parse(await answer({ kind: "macro-read", ticketId: "1001", macroId }))
  }
}

function withMacros(): HelpdeskAdapter {
  return {
    ...sample,
    macros: {
      list: () => {
        asked.push("list")
        return list()
      },
      textFor: (_page, ticketId, macroId) =>
        macroId === "9" ? Promise.reject(new Unreadable("not-found")) : Promise.resolve(`${ticketId} ${macroId}`)
    }
  }
}

test("whether there are macros is told without a request; a helpdesk without has none", async () => {
  expect(await ask().find()).toEqual({ ok: true, macros: [], found: 0, more: false })
  expect(asked).toEqual([])
  expect(await ask(sample).find()).toEqual({ ok: false, code: "no-macros" })
  expect(await ask(sample).read("1")).toEqual({ ok: false, code: "no-macros" })
})

test("every word has to stand in title or text, whatever its accents; a title comes first, and the start of a text tells it apart", async () => {
  const { find } = ask()
  const ids = async (words: string) => {
    const answer = await find(words)
    return answer.ok ? answer.macros.map(({ id }) => id) : answer.code
  }
  expect(await ids("")).toEqual(["1", "2", "3"])
  expect(await ids("photo")).toEqual(["1", "2"])
  expect(await ids("foto RUCKSENDUNG")).toEqual(["1"])
  expect(await ids("thank photo")).toEqual(["2"])
  expect(await ids("kettle")).toEqual([])
  const answer = await find("closing")
  expect(answer.ok && answer.macros[0]?.start).toMatch(/^Thank you for the photo\. .{100,140}…$/)
})

test("the list is read once for many searches, and again after five minutes or when it failed", async () => {
  vi.useFakeTimers({ toFake: ["Date"] })
  const { find } = ask()
  list = () => Promise.reject(new Unreadable("rate-limit", { retryAfter: 60 }))
  expect(await find("a")).toEqual({ ok: false, code: "macros-unreadable", part: "rate-limit" })
  list = () => Promise.resolve({ macros: texts, more: true })
  for (const words of ["p", "ph", "pho"]) await find(words)
  expect(asked).toHaveLength(2)
  vi.setSystemTime(Date.now() + 6 * 60_000)
  expect(await find("photo")).toMatchObject({ ok: true, found: 2, more: true })
  expect(asked).toHaveLength(3)
})

test("many are told by their number, the first of them listed", async () => {
  list = () =>
    Promise.resolve({
      macros: Array.from({ length: 200 }, (_, n) => ({ id: `${n}`, title: `Macro ${n}`, text: "" })),
      more: false
    })
  const answer = await ask().find("macro")
  expect(answer.ok && [answer.macros.length, answer.found]).toEqual([30, 200])
})

test("a text is for one ticket; one that is gone and a session that has ended are said as such", async () => {
  const { read, find } = ask()
  expect(await read("2")).toEqual({ ok: true, text: "1001 2" })
  expect(await read("9")).toEqual({ ok: false, code: "macro-gone", part: "not-found" })
  list = () => Promise.reject(new LoggedOut("ended"))
  expect(await find("a")).toEqual({ ok: false, code: "logged-out" })
})
