import { describe, expect, test } from "vitest"
import { findPlaceholders } from "../../../src/masking/basis/placeholder.ts"
import { readMacroText } from "../../../src/ingest/sources/zendesk/macro-text.ts"
import { BLANK } from "../../../src/ticket/draft.ts"
import { account } from "./account.ts"

const macro = (id: number, rest: Record<string, unknown> = {}) => ({
  id,
  title: `Macro ${id}`,
  active: true,
  restriction: null,
  updated_at: "2026-10-01T08:00:00Z",
  actions: [
    { field: "status", value: "solved" },
    { field: "comment_value", value: `Words of macro ${id}.` }
  ],
  ...rest
})
const says = (...actions: [field: string, value: unknown][]) => ({
  actions: actions.map(([field, value]) => ({ field, value }))
})

test("shared macros and those of groups; not those of one agent, that are off, or that write nothing", async () => {
  const { read } = await account((one) => {
    one.groups = [
      { id: 5, name: "Billing" },
      { id: 6, name: "Leads" }
    ]
    one.macros = [
      macro(1, { title: "Returns::Label sent" }),
      macro(2, { restriction: { type: "Group", id: 5, ids: [5, 6] } }),
      macro(3, { restriction: { type: "User", id: 9 } }),
      macro(4, { active: false }),
      macro(5, { actions: [{ field: "status", value: "solved" }] }),
      macro(6, { restriction: { type: "Group", id: 77 } }),
      { id: 7, actions: "none" },
      macro(8, says(["comment_value", "Ask the warehouse first."], ["comment_mode_is_public", "false"])),
      macro(9, says(["comment_value", "For all."], ["comment_mode_is_public", true]))
    ]
  })
  const { documents, failed, end } = await read("macros")
  expect(
    documents.map(({ id, title, path, visibility, groups, kind, changed }) => [
      id,
      title,
      path,
      visibility,
      groups,
      kind,
      changed?.slice(0, 10)
    ])
  ).toEqual([
    ["macro-1", "Returns › Label sent", "Macros / Returns / Label sent", "public", [], "macro", "2026-10-01"],
    ["macro-2", "Macro 2", "Macros / Macro 2", "public", ["Billing", "Leads"], "macro", "2026-10-01"],
    ["macro-6", "Macro 6", "Macros / Macro 6", "public", ["zendesk-group-77"], "macro", "2026-10-01"],
    ["macro-8", "Macro 8", "Macros / Macro 8", "internal", [], "macro", "2026-10-01"],
    ["macro-9", "Macro 9", "Macros / Macro 9", "public", [], "macro", "2026-10-01"]
  ])
  expect([failed, end]).toEqual([
    ["macro 7: Zendesk's answer isn't a macro in the form that its API documents."],
    { type: "end", all: true }
  ])
})

test("what Zendesk fills is named in brackets, what the agent fills is a blank, and the macro itself stays as it is", async () => {
  const { read } = await account((one) => {
    one.macros = [
      macro(
        1,
        says([
          "comment_value_html",
          "<p>Hi {{ticket.requester.first_name}},</p><p>your order [ORDER NUMBER] left as <b>XXXX</b>. See <a href=\"https://shop.example/a_b\">our page</a>.</p><p>{% if ticket.via == 'Mail' %}By mail.{% endif %}<br>{{current_user.name | upcase}}</p>"
        ])
      )
    ]
  })
  const [document] = (await read("macros")).documents
  expect(document?.body).toBe(
    "Hi [the customer's first name],\n\nyour order [[ORDER NUMBER]] left as **[[…]]**. See [our page](https://shop.example/a_b).\n\nBy mail.\\\n[the agent's name]"
  )
  expect(document?.details).toEqual({
    kind: "macro",
    placeholders: ["ticket.requester.first_name", "current_user.name | upcase"],
    text: "Hi {{ticket.requester.first_name}},\n\nyour order [ORDER NUMBER] left as **XXXX**. See [our page](https://shop.example/a_b).\n\n{% if ticket.via == 'Mail' %}By mail.{% endif %}\\\n{{current_user.name | upcase}}"
  })
})

const never = new AbortController().signal

describe("words of placeholders", () => {
  test.each([
    ["en", "Thank you for writing to us.", "[the customer's name]"],
    ["de", "Vielen Dank für Ihre Nachricht an uns.", "[Name des Kunden]"],
    ["fr", "Merci de nous avoir écrit hier.", "[nom du client]"],
    ["es", "Muchas gracias por escribirnos ayer.", "[nombre completo del cliente]"],
    ["pt", "Muito obrigado por nos escrever ontem.", "[nome do cliente]"],
    ["ja", "お問い合わせいただきありがとうございます。", "[お客様のお名前]"]
  ])("in the macro's language (%s)", async (_, text, gap) => {
    expect((await readMacroText(`{{ticket.requester.name}}: ${text}`, false, never)).body).toBe(`${gap}: ${text}`)
  })

  test("one that nobody knows reads as its words; none is live, and none is a blank", async () => {
    for (const name of [
      "ticket.requester.email",
      "ticket.id",
      "ticket.ticket_field_360001 | upcase",
      "ticket.custom.order.items[0]",
      "PERSON_1",
      "ticket.id 12",
      "card.1",
      "dc.gone",
      "",
      "satisfaction.rating_section"
    ]) {
      const { body } = await readMacroText(`Words {{${name}}} words`, false, never)
      expect(body, name).toMatch(/^Words \[[^[\]]+\] words$/)
      expect([findPlaceholders(body), body.match(BLANK)], name).toEqual([[], null])
    }
  })

  test("in plain text, blanks that people wrote; what is none stays", async () => {
    const { body } = await readMacroText(
      "Order <order number>, [name of the product], ____ pieces for <kim@shop.example>.\n- a [link](https://shop.example) of 12 XXL shirts",
      false,
      never
    )
    expect(body).toBe(
      "Order [[order number]], [[name of the product]], [[…]] pieces for \\<kim@shop.example\\>.\n- a \\[link\\](https://shop.example) of 12 XXL shirts"
    )
    expect(body.match(BLANK)).toHaveLength(3)
  })
})

test("dynamic content stands in place, each language a document; what can't be read is told", async () => {
  const { read, double } = await account((one) => {
    one.locales = [
      { id: 1, locale: "en-US" },
      { id: 8, locale: "de" },
      { id: 16, locale: "fr" }
    ]
    one.items = [
      {
        id: 1,
        placeholder: "{{dc.returns}}",
        default_locale_id: 1,
        variants: [
          {
            content: "Returns take {{dc.days}}, {{ticket.requester.first_name}}.",
            locale_id: 1,
            active: true,
            default: true
          },
          { content: "Rückgaben dauern {{dc.days}}.", locale_id: 8, active: true, default: false },
          { content: "Non.", locale_id: 16, active: false }
        ]
      },
      {
        id: 2,
        placeholder: "{{dc.days}}",
        default_locale_id: 1,
        variants: [{ content: "5 days", locale_id: 1, active: true, default: true }]
      },
      {
        id: 3,
        placeholder: "{{dc.round}}",
        default_locale_id: 1,
        variants: [{ content: "round {{dc.round}}", locale_id: 1, active: true, default: true }]
      }
    ]
    one.macros = [
      macro(1, says(["comment_value", "{{dc.returns}}"])),
      macro(2, says(["comment_value", "{{DC.Unknown}} and more."])),
      macro(3, says(["comment_value", "{{dc.round}}"]))
    ]
  })
  const { documents } = await read("macros")
  expect(documents.map(({ id, locale, body }) => [id, locale, body])).toEqual([
    ["macro-1-de", "de", "Rückgaben dauern 5 days."],
    ["macro-1-en-us", "en-US", "Returns take 5 days, [the customer's first name]."],
    ["macro-2", undefined, "[dc unknown] and more."],
    ["macro-3-en-us", "en-US", expect.stringMatching(/^(round ){4}\[dc round\]$/)]
  ])
  double.trouble = (path) => (path === "dynamic_content/items.json" ? { status: 403 } : undefined)
  const without = await read("macros")
  expect([without.documents.map(({ id }) => id), without.failed[0]]).toEqual([
    ["macro-2"],
    expect.stringContaining("dynamic content that these credentials may not read")
  ])
})

test("for mail rather than for chat, where a macro tells them apart", async () => {
  const { read } = await account((one) => {
    one.macros = [
      macro(1, says(["comment_value", ["channel:chat", "Short."]], ["comment_value", ["channel:web", "Long."]])),
      macro(2, says(["comment_value", ["channel:chat", "Only chat."]])),
      macro(3, says(["comment_value", ["channel:all", "All."]], ["comment_value", ["channel:chat", "Chat."]]))
    ]
  })
  expect((await read("macros")).documents.map(({ body }) => body)).toEqual(["Long.", "Only chat.", "All."])
})

test("several pages by number, and a short one is the last", async () => {
  const { read, double } = await account((one) => {
    one.macros = Array.from({ length: 230 }, (_, n) => macro(n + 1))
  })
  expect((await read("macros")).documents).toHaveLength(230)
  expect(double.asked.filter((path) => path.includes("macros.json"))).toEqual(
    [1, 2, 3].map((page) => `GET /api/v2/macros.json?active=true&per_page=100&page=${page}`)
  )
})
