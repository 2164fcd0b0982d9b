import { afterEach, beforeEach, expect, test } from "vitest"
import { LoggedOut, Unreadable } from "../../src/helpdesks/contract/adapter.ts"
import { macros } from "../../src/helpdesks/zendesk/macros.ts"
import { openZendesk } from "./zendesk-pages.ts"

let opened: Awaited<ReturnType<typeof openZendesk>>
beforeEach(async () => {
  opened = await openZendesk(35436)
})
afterEach(() => opened.close())
const signal = () => AbortSignal.timeout(10_000)
const list = () => macros.list(opened.page, signal())
const textFor = (macroId: number, ticketId = "35436") =>
  macros.textFor(opened.page, ticketId, String(macroId), signal())

test("listed are those that write a public reply, as text; reading is all that is done", async () => {
  const { macros: found, more } = await list()
  expect(found.map(({ title }) => title)).toEqual(["Ask for a photo", "Closing words", "Unknown things"])
  expect(found[0]?.text).toBe(
    "Hello {{ticket.requester.first_name}},\n\ncould you send a photo of {{ticket.ticket_field_360001}}, please?\n\n{{current_user.name}}"
  )
  expect(more).toBe(false)
  expect(JSON.stringify(found)).not.toContain("KILN-SECRET")
  await textFor(502)
  for (const { init } of opened.requests) expect(init).toMatchObject({ cache: "no-store", credentials: "same-origin" })
  expect(opened.requests.map(({ init }) => init?.method ?? "GET")).not.toContain("POST")
})

test("a thousand are listed, ten requests long; that there are more is said", async () => {
  const [first] = opened.double.state.macros
  if (!first) throw new Error("the double has no macro")
  opened.double.state.macros = Array.from({ length: 1040 }, (_, n) => ({ ...first, id: n + 1 }))
  const { macros: found, more } = await list()
  expect([found.length, more, opened.requests.length]).toEqual([1000, true, 10])
})

test.each(["rendered", "raw", "missing"] as const)(
  "preview %s: names are filled from it or from the ticket, and what nobody knows is a blank",
  async (preview) => {
    opened.double.state.preview = preview
    expect(await textFor(501)).toBe(
      "Hello Ines,\n\ncould you send a photo of [[ticket field 360001]], please?\n\nNoor Haddad"
    )
  }
)

test("unknown placeholders and conditions become blanks, each by its name; none is dropped and none goes out as it is", async () => {
  opened.double.state.preview = "raw"
  const text = await textFor(505)
  expect(text).toBe(
    "Hi Ines,\n\n[[if ticket tags contains 'vip']]as a friend of the house[[endif]] your [[dc product name]] number [[ticket field 9]] [[ticket field 10]] is ready.\n\n[[nobody knows this]]"
  )
  opened.double.state.preview = "rendered"
  expect(await textFor(505)).toMatch(
    /^Hi Ines,\n\n\[\[if .*your \[\[dc product name\]\] number \[\[ticket field 9\]\] \[\[ticket field 10\]\] is ready\.\n\n\[\[nobody knows this\]\]$/s
  )
})

test("a condition that the preview has worked out stays as it was worked out", async () => {
  opened.double.state.macros.push({
    id: 506,
    title: "Either",
    active: true,
    actions: [
      {
        field: "comment_value",
        value: "{% if a %}Good morning{% else %}Good evening{% endif %} {{ticket.requester.first_name}}."
      }
    ]
  })
  const answer = opened.page.fetch
  opened.page.fetch = async (input, init) =>
    String(input).includes("/506/apply")
      ? Response.json({ result: { ticket: { comment: { body: "Good evening Ines." } } } })
      : answer(input, init)
  expect(await textFor(506)).toBe("Good evening Ines.")
})

test("mail and live conversation have each its own words, where the macro tells them apart", async () => {
  expect(await textFor(502)).toBe(
    "Dear Ines Carvalho,\n\nthank you for writing about “Glaze came off after one wash”.\n\nNoor"
  )
  expect(await textFor(502, "35437")).toBe("Thanks, Joel!")
})

test.each([
  ["its HTML", { html_body: "<p>Hello Ines,</p><p>bye</p>", body: "Hello Ines, bye" }, "Hello Ines,\n\nbye [[phone]]"],
  ["text alone", { body: "Hello Ines,\n\nbye 3 < 4" }, "Hello Ines,\n\nbye 3 < 4"],
  ["HTML as its text", { body: "<p>Hello Ines,</p><p>bye 3 &lt; 4</p>" }, "Hello Ines,\n\nbye 3 < 4"],
  [
    "words for mail apart",
    {
      html_body: "<p>for all</p>",
      scoped_body: [
        ["channel:all", "for all"],
        ["channel:web", "for mail"]
      ]
    },
    "for mail"
  ],
  ["nothing", { body: null }, "Hello Ines,\n\nbye [[phone]]"]
])("a preview of %s", async (_what, comment, text) => {
  opened.double.state.macros.push({
    id: 508,
    title: "Any",
    active: true,
    actions: [
      { field: "comment_value_html", value: "<p>Hello {{ticket.requester.first_name}},</p><p>bye {{phone}}</p>" }
    ]
  })
  const answer = opened.page.fetch
  opened.page.fetch = async (input, init) =>
    String(input).includes("/508/apply") ? Response.json({ result: { ticket: { comment } } }) : answer(input, init)
  expect(await textFor(508)).toBe(text)
})

test("a name that looks like markup is text, in a macro of HTML too", async () => {
  opened.double.state.macros.push({
    id: 507,
    title: "Markup",
    active: true,
    actions: [{ field: "comment_value_html", value: "<p>Re: {{ticket.title}}</p><script>bad()</script>" }]
  })
  opened.double.state.preview = "missing"
  expect(await textFor(507, "35441")).toBe("Re: Long <b>story</b>")
})

test("a note's macro, one that is gone, one that writes nothing: none of them has a text for a reply", async () => {
  for (const id of [503, 504, 999])
    await expect(textFor(id), String(id)).rejects.toMatchObject({ name: "Unreadable", part: "not-found" })
})

test("told to slow down, in plain text, or signed out", async () => {
  opened.double.state.limit = { times: 99, retryAfter: "60", body: "text" }
  await expect(list()).rejects.toBeInstanceOf(Unreadable)
  await expect(textFor(501)).rejects.toMatchObject({ part: "rate-limit", retryAfter: 60 })
  opened.double.state.limit = { times: 0, body: "json" }
  for (const how of ["401", "redirect"] as const) {
    opened.double.state.loggedOut = how
    await expect(list(), how).rejects.toThrow(LoggedOut)
    await expect(textFor(501), how).rejects.toThrow(LoggedOut)
  }
})
