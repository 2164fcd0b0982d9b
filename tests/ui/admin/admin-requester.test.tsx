import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { requesterHash } from "../../../src/text/bytes/keyed-hash.ts"
import type { RequesterCounts } from "../../../src/protocol/routes/requesters.ts"
import { Admin } from "../../../src/ui/admin/admin.tsx"
import { adminLink } from "../help/page-calls.ts"

afterEach(cleanup)

const KEY = btoa("k".repeat(32))
const NOTHING: RequesterCounts = {
  ...{ tickets: 0, drafts: 0, cases: 0, reviews: 0, sources: 0, intents: 0, memories: 0, pastTickets: 0 }
}
const ADA = { id: "p3", name: "Ada", role: "admin" as const, groups: [] }
const card = () => within(screen.getByRole("region", { name: "One person’s data" }))

/** The page over a relay that has this of Maria, and 3 tickets of nobody known. */
async function open(key: string | null = KEY) {
  const maria = await requesterHash(KEY, "maria@example.org")
  let stored = { ...NOTHING, tickets: 2, drafts: 3, cases: 1 }
  const asked: unknown[] = []
  const files: string[][] = []
  const link = adminLink(
    (command) => {
      if (command.route === "page-status") return { ok: true, value: { person: ADA, address: "http://127.0.0.1:8787" } }
      if (!command.route.includes("requesters")) return { ok: false, code: "relay-unreachable" }
      asked.push(command)
      const counts = "path" in command && JSON.stringify(command.path).includes(`${maria}`) ? stored : NOTHING
      if (command.route === "GET /v1/admin/requesters") return { ok: true, value: { key } }
      if (command.route === "GET /v1/admin/requesters/:requester")
        return { ok: true, value: { stored: counts, untied: 3 } }
      if (command.route === "GET /v1/admin/requesters/:requester/export") return { ok: true, value: "{}" }
      stored = NOTHING
      return { ok: true, value: { receipt: "r-1", at: "2026-11-20T10:00:00Z", erased: counts, untied: 3 } }
    },
    { download: (...file) => void files.push(file) }
  )
  render(<Admin link={link} />)
  await screen.findByRole("region", { name: "One person’s data" })
  return { asked, files }
}

const type = (address: string) =>
  fireEvent.change(card().getByLabelText("The person’s e-mail address"), { target: { value: address } })
const lookUp = (address: string) => {
  type(address)
  fireEvent.click(card().getByRole("button", { name: "Look it up" }))
}

test("a person's data are counted, saved and erased after a question, and the address stays on the page", async () => {
  const { asked, files } = await open()
  lookUp(" Maria@Example.org")
  await card().findByText("2 tickets")
  expect(
    card()
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent)
  ).toEqual(["2 tickets", "3 drafts", "1 case with draft and reply"])
  expect(card().getByText(/^3 tickets can’t be tied to anybody/)).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Save as JSON" }))
  await card().findByText("The file is among your downloads.")
  expect(files).toEqual([["replywright-person.json", "application/json", "{}"]])
  fireEvent.click(card().getByRole("button", { name: "Erase it" }))
  fireEvent.click(card().getByRole("button", { name: "Keep it" }))
  fireEvent.click(card().getByRole("button", { name: "Erase it" }))
  fireEvent.click(card().getByRole("button", { name: "Erase everything" }))
  await card().findByText(/^Erased on 20 Nov.* Receipt r-1/)
  expect(card().queryByRole("button", { name: "Save as JSON" })).toBeNull()
  expect(JSON.stringify(asked)).not.toMatch(/maria|example\.org/i)
  lookUp("maria@example.org")
  await card().findByText("Nothing is stored of this person’s tickets.")
})

test("what is no address is refused on the page", async () => {
  const { asked } = await open()
  lookUp("Maria Berg")
  await card().findByText("This is no e-mail address.")
  expect(asked).toHaveLength(1)
  type("maria@example.org")
  await waitFor(() => expect(card().queryByText("This is no e-mail address.")).toBeNull())
})

test("without a key the page says why nobody can be looked up", async () => {
  await open(null)
  lookUp("maria@example.org")
  await card().findByText(/^No ticket is tied to a person, because the relay has no master key/)
})
