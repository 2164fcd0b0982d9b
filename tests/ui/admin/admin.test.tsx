import { cleanup, fireEvent, render, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { PeopleAnswer, SettingsAnswer } from "../../../src/protocol/admin.ts"
import { Admin } from "../../../src/ui/admin/admin.tsx"
import { soon } from "../../soon.ts"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import { adminLink } from "../help/page-calls.ts"
import type { Asked } from "../help/page-values.ts"

afterEach(cleanup)

const ADA = { id: "p3", name: "Ada", role: "admin" as const, groups: [] }
const use = { lastUse: "2026-11-20T10:00:00Z", isManaged: false }
const browser = {
  id: "b1",
  device: "browser",
  since: "2026-11-20T10:00:00Z",
  until: "2026-12-20T10:00:00Z",
  here: false
}

/** The page over a background that keeps people, codes and settings as the relay does. */
function open() {
  const people: PeopleAnswer = {
    people: [
      { ...ADA, browsers: [{ ...browser, here: true }], ...use },
      { id: "p1", name: "Kim", role: "agent", groups: [], browsers: [browser, { ...browser, id: "b2" }], ...use },
      { id: "p2", name: "Kim", role: "lead", groups: [], browsers: [], ...use }
    ],
    codes: []
  }
  const back = {
    asked: [] as Asked[],
    people,
    fails: new Map<string, PageAnswer>(),
    copied: [] as string[],
    settings: {
      preparing: true,
      perDay: null,
      erasing: "drafters",
      hashSites: false,
      earlier: true,
      version: 1,
      by: null,
      at: null,
      usualPerDay: 200,
      cost: 1.5,
      currency: "EUR",
      retentionDays: 90
    } as SettingsAnswer
  }
  const answer = (command: Asked): PageAnswer => {
    back.asked.push(command)
    const fails = back.fails.get(command.route)
    if (fails) return fails
    switch (command.route) {
      case "page-status":
        return { ok: true, value: { person: ADA, address: "http://127.0.0.1:8787" } }
      case "GET /v1/admin/people":
        return { ok: true, value: structuredClone(back.people) }
      case "POST /v1/admin/codes": {
        const open = { id: "c1", ...command.body, expires: "2026-11-20T10:10:00Z" }
        back.people.codes.push(open)
        return { ok: true, value: { ...open, code: "K7QM-4TXP", minutes: 10, known: command.body.samePerson } }
      }
      case "GET /v1/admin/knowledge":
        return { ok: true, value: { sources: [] } }
      case "GET /v1/admin/webhooks":
        return { ok: true, value: { webhooks: [] } }
      case "GET /v1/admin/page-recipes":
        return { ok: true, value: { recipes: [] } }
      case "GET /v1/admin/lookups":
        return { ok: true, value: { lookups: [] } }
      case "GET /v1/admin/off-switches":
        return { ok: true, value: { switches: [] } }
      case "GET /v1/admin/playbooks":
        return { ok: true, value: { playbooks: [] } }
      case "GET /v1/admin/voices":
        return { ok: true, value: { voices: [] } }
      case "GET /v1/admin/models":
        return {
          ok: true,
          value: {
            from: "file",
            currency: "EUR",
            models: [
              {
                name: "big",
                kind: "openai-compatible",
                model: "big-model",
                host: "models.example",
                price: { in: 0.15, out: 4 },
                tasks: [
                  { task: "draft", place: 1 },
                  { task: "embed", place: 1 }
                ]
              }
            ],
            vectors: { model: "seeds", of: 1300, done: 1240, trouble: "The server is away." }
          }
        }
      case "POST /v1/admin/models/:name/test":
        return {
          ok: true,
          value: {
            works: false,
            code: "model-unreachable",
            message: "The model's server at models.example can't be reached."
          }
        }
      case "GET /v1/admin/settings":
        return { ok: true, value: { ...back.settings } }
      case "PUT /v1/admin/settings":
        if (command.body.version !== back.settings.version) return { ok: false, code: "settings-changed" }
        back.settings = {
          ...back.settings,
          ...command.body,
          version: back.settings.version + 1,
          by: "Ada",
          at: "2026-11-20T10:00:00Z"
        }
        return { ok: true, value: { ...back.settings } }
      case "GET /v1/admin/usage": {
        const line = { requests: 3, in: 1234, out: 21, cost: 0.0123, currency: "EUR", estimated: 2 }
        return {
          ok: true,
          value: {
            from: "2026-10-22",
            to: "2026-11-20",
            task: [{ ...line, name: "draft" }],
            model: [{ ...line, name: "big-model" }],
            person: [
              { ...line, name: "Kim", role: "agent" },
              { ...line, name: null }
            ],
            all: [{ ...line, name: "all" }],
            unmasked: [{ day: "2026-11-20", kind: "email", requests: 7 }]
          }
        }
      }
      case "POST /v1/admin/people/:id/sign-out":
        return { ok: true, value: { browsers: 2, codes: 0 } }
      default:
        return { ok: true, value: null }
    }
  }
  render(<Admin link={adminLink(answer, { copy: async (text) => void back.copied.push(text) })} />)
  return back
}
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }))
const perDay = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Prepared drafts, a person and day" })
const region = (name: string) => within(screen.getByRole("region", { name }))

test("a code is shown once, with whom it is for and its minutes, copied, and gone when it is hidden", async () => {
  const back = open()
  await screen.findByText("No code is open.")
  press("Make a code")
  expect((await screen.findByText("Say whom the code is for.")).getAttribute("role")).toBe("alert")
  fireEvent.change(screen.getByLabelText("Name"), { target: { value: " Nia " } })
  press("Make a code")
  await screen.findByText("K7QM-4TXP")
  expect(back.asked).toContainEqual({
    route: "POST /v1/admin/codes",
    body: { name: "Nia", role: "agent", samePerson: false }
  })
  expect(screen.getByText(/Shown here only once.*for 10 minutes/).textContent).not.toMatch(/already exists/)
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("")
  press("Copy the code")
  await screen.findByText("Copied.")
  expect(back.copied).toEqual(["K7QM-4TXP"])
  press("Hide it")
  expect(screen.queryByText("K7QM-4TXP")).toBeNull()
  expect(await screen.findByRole("button", { name: /^Revoke/ })).toBeTruthy()
})

test("a name that is typed while a code is made stays", async () => {
  open()
  await screen.findByText("No code is open.")
  fireEvent.change(screen.getByLabelText("Name"), { target: { value: "Nia" } })
  press("Make a code")
  fireEvent.change(screen.getByLabelText("Name"), { target: { value: "Ben" } })
  await screen.findByText("K7QM-4TXP")
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Ben")
})

test("for a name that somebody has it is asked whose the code is, before any is made; another role's is nobody's yet", async () => {
  const back = open()
  await screen.findByText("No code is open.")
  const asked = () => back.asked.filter(({ route }) => route === "POST /v1/admin/codes")
  const name = () => screen.getByLabelText<HTMLInputElement>("Name")
  fireEvent.change(name(), { target: { value: "Kim" } })
  expect(await screen.findByRole("group", { name: /Kim, agent, has paired already/ })).toBeTruthy()
  press("Make a code")
  expect((await screen.findByText("Say whether this is the same person or another one.")).getAttribute("role")).toBe(
    "alert"
  )
  fireEvent.click(screen.getByRole("radio", { name: /another person: choose another name/ }))
  press("Make a code")
  expect(screen.getByText(/Give the other person a name of their own/)).toBeTruthy()
  expect(document.activeElement).toBe(name())
  expect(asked()).toEqual([])
  fireEvent.change(name(), { target: { value: "Kim B." } })
  expect(screen.queryByRole("group", { name: /has paired already/ })).toBeNull()
  fireEvent.change(name(), { target: { value: "Kim" } })
  fireEvent.click(screen.getByRole("radio", { name: /same person’s further browser/ }))
  press("Make a code")
  await screen.findByText("K7QM-4TXP")
  expect(asked()).toEqual([{ route: "POST /v1/admin/codes", body: { name: "Kim", role: "agent", samePerson: true } }])
  expect(screen.getByText(/Shown here only once.*Kim, agent, already exists/)).toBeTruthy()
})

test("who pairs meanwhile makes the question come, and the name stays", async () => {
  const back = open()
  await screen.findByText("No code is open.")
  back.fails.set("POST /v1/admin/codes", { ok: false, code: "name-taken", message: "Taken." })
  fireEvent.change(screen.getByLabelText("Name"), { target: { value: "Nia" } })
  back.people.people.push({ id: "p9", name: "Nia", role: "agent", groups: [], browsers: [], ...use })
  press("Make a code")
  await screen.findByText("Somebody has paired under this name meanwhile.")
  expect(await screen.findByRole("group", { name: /Nia, agent, has paired already/ })).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Nia")
})

test("one name in two roles is two people; signing out asks first, and oneself is told what it means", async () => {
  const back = open()
  expect((await screen.findAllByRole("heading", { name: /^Kim/ })).map((one) => one.textContent)).toEqual([
    "Kim agent",
    "Kim lead"
  ])
  const [ofAda, ofAgent, ofLead] = region("People").getAllByRole("button", { name: /^Sign out everywhere/ })
  expect(ofLead?.getAttribute("aria-disabled")).toBe("true")
  if (ofAgent) fireEvent.click(ofAgent)
  expect(document.activeElement?.textContent).toMatch(/^Sign Kim out of 2 browsers\?/)
  press("Keep signed in")
  const again = region("People").getByRole("button", { name: /^Sign out everywhere\s*Kim, agent$/ })
  expect(document.activeElement).toBe(again)
  fireEvent.click(again)
  expect(back.asked.some(({ route }) => route === "POST /v1/admin/people/:id/sign-out")).toBe(false)
  press("Sign out")
  await screen.findByText("Kim is signed out of 2 browsers.")
  expect(back.asked).toContainEqual({
    route: "POST /v1/admin/people/:id/sign-out",
    path: { id: "p1" },
    body: { sure: false }
  })
  if (ofAda) fireEvent.click(ofAda)
  expect(screen.getByText(/^This is you, and no other admin is signed in\./)).toBeTruthy()
})

test("people are searched and shown by twenties; role and groups change, one browser is signed out, a person is deleted", async () => {
  const back = open()
  for (let n = 0; n < 2000; n++)
    back.people.people.push({ id: `n${n}`, name: `Nia ${n}`, role: "agent", groups: [`g${n}`], browsers: [], ...use })
  const list = () => region("People").getAllByRole("heading", { level: 3 })
  await screen.findByText("20 of 2,003 people are shown.")
  expect(list()).toHaveLength(20)
  press("Show more")
  expect(list()).toHaveLength(40)
  const search = screen.getByRole("searchbox", { name: "Search by name, role or group" })
  fireEvent.change(search, { target: { value: "agent G1999" } })
  expect(list().map((one) => one.textContent)).toEqual(["Nia 1999 agent"])
  press("Role and groups Nia 1999, agent")
  expect(screen.getByLabelText<HTMLInputElement>("Groups, with commas between them").value).toBe("g1999")
  fireEvent.change(screen.getByLabelText("Groups, with commas between them"), {
    target: { value: " night,, returns " }
  })
  fireEvent.change(region("People").getByRole("combobox", { name: "Role" }), { target: { value: "lead" } })
  fireEvent.click(region("People").getByRole("button", { name: "Save" }))
  await screen.findByText("Nia 1999 is changed.")
  const parts = { path: { id: "n1999" }, body: { role: "lead", groups: ["night", "returns"] } }
  expect(back.asked).toContainEqual({ route: "PUT /v1/admin/people/:id", ...parts })
  press("Delete Nia 1999, agent")
  press("Delete the person")
  await screen.findByText("Nia 1999 is deleted.")
  expect(back.asked).toContainEqual({ route: "DELETE /v1/admin/people/:id", path: { id: "n1999" } })
  fireEvent.change(search, { target: { value: "kim agent" } })
  const [first] = region("People").getAllByRole("button", { name: /^Sign out browser, since .* Kim, agent$/ })
  if (first) fireEvent.click(first)
  await soon(() => expect(back.asked).toContainEqual({ route: "DELETE /v1/admin/browsers/:id", path: { id: "b1" } }))
  fireEvent.change(search, { target: { value: "nobody at all" } })
  expect(screen.getByText("Nobody here has these words in name, role or groups.")).toBeTruthy()
})

test("settings typed before another admin's are seen aren't saved over them, also when the page has read anew in between", async () => {
  const back = open()
  await screen.findByText("Save")
  fireEvent.change(perDay(), { target: { value: "50" } })
  back.settings = { ...back.settings, preparing: false, version: 2, by: "Bea" }
  fireEvent(window, new Event("visibilitychange"))
  await soon(() =>
    expect(back.asked.filter(({ route }) => route === "GET /v1/admin/settings").length).toBeGreaterThan(1)
  )
  press("Save")
  await screen.findByText("Bea changed these settings first. Nothing of yours was saved.")
  expect(screen.getByText("Theirs: prepared drafts off.")).toBeTruthy()
  expect(perDay().value).toBe("50")
  expect(back.settings).toMatchObject({ version: 2, perDay: null })
  press("Save mine instead")
  await screen.findByText("Saved.")
  expect(back.settings).toMatchObject({ version: 3, perDay: 50, preparing: true })
})

test("half a number is refused before anything is asked; a model that fails says why; tables tell cost and estimates", async () => {
  const back = open()
  await screen.findByText("Save")
  fireEvent.change(perDay(), { target: { value: "2.5" } })
  press("Save")
  expect(await screen.findByText(/^Give a whole number/)).toBeTruthy()
  expect(back.asked.some(({ route }) => route === "PUT /v1/admin/settings")).toBe(false)
  fireEvent.click(await screen.findByRole("button", { name: /^Test/ }))
  await screen.findByText("Doesn’t work. The model's server at models.example can't be reached.")
  expect(screen.getByText(/drafts, asked as number 1; finding pages by meaning, asked as number 1/)).toBeTruthy()
  expect(screen.getByText("1,240 of 1,300 public passages have a vector of seeds.")).toBeTruthy()
  expect(screen.getByText("Pages are found by their words alone for now: The server is away.")).toBeTruthy()
  expect(screen.getByText(/€0\.15 in, €4\.00 out, for a million tokens/)).toBeTruthy()
  const rows = (await screen.findAllByRole<HTMLTableRowElement>("row")).map((row) =>
    [...row.cells].map((cell) => cell.textContent)
  )
  expect(rows).toContainEqual(["Kim, agent", "3", "1,234", "21", "€0.0123"])
  expect(rows).toContainEqual(["the relay itself", "3", "1,234", "21", "€0.0123"])
  expect(screen.getByText(/^2 requests are counted by an estimate/)).toBeTruthy()
})

test("what the second look refused is told by day and kind", async () => {
  open()
  const table = within(await screen.findByRole("group", { name: "Refused by the relay’s second look" }))
  expect(table.getAllByRole("row").map((row) => row.textContent)).toEqual([
    "DayWith a card numberWith an IBANWith an e-mail address",
    "20 Nov 2026007"
  ])
})

test("a relay that is away is told in its part, with what to do; asked again, it is there", async () => {
  const away = open()
  away.fails.set("GET /v1/admin/people", { ok: false, code: "relay-unreachable" })
  await within(await screen.findByRole("region", { name: "People" })).findByText("The relay doesn’t answer.")
  away.fails.clear()
  fireEvent.click(region("People").getByRole("button", { name: "Try again" }))
  await screen.findByRole("heading", { name: "Ada admin" })
})
