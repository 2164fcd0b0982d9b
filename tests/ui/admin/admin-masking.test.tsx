import { cleanup, fireEvent, render, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { AdminFrame } from "../../../src/ui/admin/admin.tsx"
import { MaskingRules } from "../../../src/ui/admin/masking/masking.tsx"
import { soon } from "../../soon.ts"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import { adminLink } from "../help/page-calls.ts"
import type { Asked } from "../help/page-values.ts"
import type { RulesAnswer, RulesVersion } from "../../../src/protocol/routes/masking-rules.ts"

afterEach(cleanup)

const at = "2026-10-01T10:00:00Z"
const first: RulesAnswer = {
  version: 2,
  mode: "strict",
  keep: ["support@shop.example", "Bella Vita"],
  names: ["Zarathustra"],
  agentsMayAdd: false,
  by: "Ada",
  at,
  words: [
    { word: "support@shop.example", kind: "keep", from: "articles", sort: "email", articles: 4 },
    { word: "Bella Vita", kind: "keep", from: "team", by: "Ada" },
    { word: "Zarathustra", kind: "name", from: "agent", by: "Kim" }
  ],
  proposed: [{ word: "Emma", sort: "brand", articles: 3 }]
}
const version = (n: number, more: Partial<RulesVersion> = {}): RulesVersion => ({
  version: n,
  by: "Ada",
  at,
  why: "saved",
  mode: "strict",
  agentsMayAdd: false,
  added: [],
  addedCount: 0,
  gone: [],
  goneCount: 0,
  ...more
})

/** The section over a background that keeps rules as the relay does. */
async function open(rules: RulesAnswer = first) {
  const back = {
    rules,
    asked: [] as Asked[],
    versions: [
      version(2, { added: ["Bella Vita", "x1"], addedCount: 4, mode: "balanced" }),
      version(1, { why: "import", by: null, gone: ["Halo"], goneCount: 1 })
    ]
  }
  const answer = (command: Asked): PageAnswer => {
    back.asked.push(command)
    switch (command.route) {
      case "page-status":
        return { ok: true, value: { person: { id: "p3", name: "Ada", role: "admin", groups: [] }, address: "" } }
      case "GET /v1/masking-rules":
        return { ok: true, value: structuredClone(back.rules) }
      case "GET /v1/masking-rules/versions":
        return { ok: true, value: { versions: structuredClone(back.versions) } }
      case "PUT /v1/masking-rules": {
        const { orderPattern, version: over, ...request } = command.body
        if (over !== back.rules.version) return { ok: false, code: "changed" }
        back.rules = {
          ...back.rules,
          ...request,
          agentsMayAdd: request.agentsMayAdd ?? false,
          ...(orderPattern ? { orderPattern } : {}),
          version: over + 1,
          by: "Ada"
        }
        return { ok: true, value: structuredClone(back.rules) }
      }
      case "POST /v1/masking-rules/undo":
        back.rules = { ...back.rules, keep: ["Halo"], version: back.rules.version + 1 }
        back.versions.unshift(version(back.rules.version, { why: "undo", of: command.body.to }))
        return { ok: true, value: structuredClone(back.rules) }
      default:
        return { ok: true, value: null }
    }
  }
  render(
    <AdminFrame link={adminLink(answer)}>
      <main>
        <h1>Admin</h1>
        <MaskingRules />
      </main>
    </AdminFrame>
  )
  await screen.findByRole("button", { name: "Set the rules" })
  return back
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }))
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const words = (name: string) =>
  within(screen.getByRole("list", { name }))
    .getAllByRole("listitem")
    .map((item) => item.firstElementChild?.textContent)
const saved = ({ asked }: { asked: Asked[] }) =>
  asked.flatMap((command) => (command.route === "PUT /v1/masking-rules" ? [command.body] : []))

test("each word says where it comes from; some are added, one taken out, one proposed is kept, and all of it is set at once", async () => {
  const back = await open()
  expect(words("Never replaced")).toEqual(["support@shop.example e-mail address, from 4 articles", "Bella Vita by Ada"])
  expect(words("Always replaced, as a name")).toEqual(["Zarathustra by Kim, an agent"])
  expect(screen.getByRole("button", { name: "Set the rules" }).getAttribute("aria-disabled")).toBe("true")
  press(/^Remove\s*support@shop\.example$/)
  expect(document.activeElement?.textContent).toMatch(/^Remove\s*Bella Vita$/)
  type("Word that is never replaced", "  Halo   Pro ")
  press(/^Add\s*Word that is never replaced$/)
  press(/^Never replace\s*Emma$/)
  expect(words("Never replaced")).toEqual(["Bella Vita by Ada", "Halo Pro not set yet", "Emma not set yet"])
  expect(screen.queryByRole("button", { name: /^Never replace\s*Emma/ })).toBeNull()
  fireEvent.click(screen.getByRole("radio", { name: "Balanced" }))
  expect(screen.getByText(/^Weaker: names and addresses are replaced only where/)).toBeTruthy()
  fireEvent.click(screen.getByRole("checkbox", { name: "Agents may add words" }))
  press("Set the rules")
  await screen.findByText("Set.")
  expect(saved(back)).toEqual([
    {
      version: 2,
      mode: "balanced",
      keep: ["Bella Vita", "Halo Pro", "Emma"],
      names: ["Zarathustra"],
      agentsMayAdd: true,
      orderPattern: ""
    }
  ])
})

test("a word that is too short, there already or in the other list is refused in a sentence", async () => {
  const back = await open()
  for (const [word, sentence] of [
    ["x", "Give 2 to 100 characters."],
    ["bella vita", "“bella vita” is already in the list."],
    ["zarathustra", "“zarathustra” is in the other list. Remove it there first."]
  ] as const) {
    type("Word that is never replaced", word)
    press(/^Add\s*Word that is never replaced$/)
    expect((await screen.findByText(sentence)).getAttribute("role")).toBe("alert")
  }
  expect(saved(back)).toEqual([])
})

test("a pattern is tried on a text before it is set; one that could be slow, or would find names, can't be", async () => {
  const back = await open()
  type("Order numbers", String.raw`\bBV-\d{5,8}\b`)
  type("Try it on a text", "Orders BV-48077 and BV-48078 of Maria, BV-1")
  expect(screen.getByText("Finds “BV-48077” and “BV-48078”.")).toBeTruthy()
  type("Order numbers", String.raw`(\d+)+x`)
  expect(screen.getByText(/^A repeated group contains/, { selector: ".fault" })).toBeTruthy()
  expect(screen.queryByText(/^Finds/)).toBeNull()
  press("Set the rules")
  type("Order numbers", String.raw`\w+`)
  expect(screen.getByText(/and so names\. Ask for a digit/, { selector: ".fault" })).toBeTruthy()
  press("Set the rules")
  expect(saved(back)).toEqual([])
  type("Order numbers", String.raw`BV-\d+`)
  press("Set the rules")
  await screen.findByText("Set.")
  expect(saved(back)).toMatchObject([{ orderPattern: String.raw`BV-\d+` }])
})

test("somebody else was first: nothing is lost, and one chooses", async () => {
  const back = await open()
  fireEvent.click(screen.getByRole("radio", { name: "Balanced" }))
  back.rules = { ...first, version: 3, by: "Bea", keep: ["Theirs"] }
  press("Set the rules")
  await screen.findByText("Bea changed the rules first. Nothing of yours was set.")
  await screen.findByText("Theirs is version 3. Yours would take the place of all of it.")
  expect(words("Never replaced")).toHaveLength(2)
  press("Set mine instead")
  await screen.findByText("Set.")
  expect(back.rules).toMatchObject({ version: 4, mode: "balanced", keep: first.keep })
  back.rules = { ...back.rules, version: 5, by: null, keep: ["Theirs"] }
  fireEvent.click(screen.getByRole("radio", { name: "Strict" }))
  press("Set the rules")
  await screen.findByText("An import of articles changed the rules first. Nothing of yours was set.")
  press("Take theirs")
  await soon(() => expect(words("Never replaced")).toEqual(["Theirs not set yet"]))
})

test("versions tell who changed what, and an earlier one is set again", async () => {
  const back = await open()
  await screen.findByText(/^Masking: balanced\. Added: “Bella Vita”, “x1” and 2 more\.$/)
  expect(screen.getByText("import of articles, 1 Oct 2026")).toBeTruthy()
  expect(screen.getByText(/Removed: “Halo”\.$/)).toBeTruthy()
  expect(screen.getByRole("button", { name: "Back to the beginning" })).toBeTruthy()
  type("Order numbers", String.raw`\d{6}`)
  expect(screen.getByRole("button", { name: "Back to version 1" }).getAttribute("aria-disabled")).toBe("true")
  press("Drop my changes")
  press("Back to version 1")
  await screen.findByText("Version 1 is set again.")
  expect(back.asked).toContainEqual({ route: "POST /v1/masking-rules/undo", body: { version: 2, to: 1 } })
  await soon(() => expect(words("Never replaced")).toHaveLength(1))
  expect(await screen.findByText(/^Ada went back to version 1, /)).toBeTruthy()
})
