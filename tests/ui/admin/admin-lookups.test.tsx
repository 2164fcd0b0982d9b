import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { openAdminPage } from "./admin-page.tsx"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import type { Asked } from "../help/page-values.ts"
import type { StoredLookups } from "../../../src/protocol/routes/lookups.ts"

afterEach(cleanup)

const lookup = (name: string): StoredLookups["lookups"][number] => ({
  name,
  title: `The ${name}`,
  hosts: [`${name}.example`],
  version: 1,
  at: "2026-11-20T10:00:00Z",
  source: `lookup: ${name}\n`
})

/** The page over a relay that keeps lookups and refuses a text with another method. */
async function open(names: string[], change: Partial<StoredLookups["lookups"][number]> = {}) {
  let lookups = names.map((name) => ({ ...lookup(name), ...change }))
  const asked: Asked[] = []
  const answer = (command: Asked): PageAnswer | undefined => {
    asked.push(command)
    if (command.route === "GET /v1/admin/lookups") return { ok: true, value: { lookups } }
    if (command.route === "PUT /v1/admin/lookups") {
      if (command.body.source.includes("method"))
        return { ok: false, code: "lookup-wrong", message: 'Line 2: The file knows no "method": a lookup only reads.' }
      lookups = [...lookups, lookup("till")]
      return { ok: true, value: { name: "till", version: 1 } }
    }
    if (command.route === "DELETE /v1/admin/lookups/:name") {
      lookups = lookups.filter(({ name }) => name !== command.path.name)
      return { ok: true, value: null }
    }
    return undefined
  }
  openAdminPage(answer)
  await screen.findByRole("region", { name: "Lookups" })
  return asked
}
const card = () => within(screen.getByRole("region", { name: "Lookups" }))
const field = () => card().getByLabelText<HTMLTextAreaElement>("YAML of a lookup")
const paste = (source: string) => {
  fireEvent.change(field(), { target: { value: source } })
  fireEvent.click(card().getByRole("button", { name: "Store the lookup" }))
}

test("a pasted lookup is stored; one with a mistake is refused with its line, and the text stays", async () => {
  await open([])
  expect(await card().findByText("Nothing is looked up.")).toBeTruthy()
  paste("lookup: till\nmethod: POST\n")
  expect(await card().findByText(/Line 2: The file knows no "method"/)).toBeTruthy()
  expect(field().value).toContain("method: POST")
  paste("lookup: till\n")
  expect(await card().findByText(/^till is stored as version 1/)).toBeTruthy()
  expect(await card().findByText(/Asks till\.example\. Version 1/)).toBeTruthy()
})

test("editing brings the stored text, but never in the place of what was typed; one is removed only after a question", async () => {
  const asked = await open(["shop", "till"])
  fireEvent.click(await card().findByRole("button", { name: "Edit shop" }))
  expect(field().value).toBe("lookup: shop\n")
  fireEvent.click(card().getByRole("button", { name: "Edit till" }))
  expect(field().value).toBe("lookup: till\n")
  fireEvent.change(field(), { target: { value: "lookup: mine\n" } })
  fireEvent.click(card().getByRole("button", { name: "Edit shop" }))
  expect(field().value).toBe("lookup: mine\n")
  expect(card().getByText(/^Store the text below first/)).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Remove shop" }))
  expect(asked.some(({ route }) => route === "DELETE /v1/admin/lookups/:name")).toBe(false)
  expect(document.activeElement?.textContent).toMatch(/^No browser asks it any more\./)
  fireEvent.click(card().getByRole("button", { name: "Keep it" }))
  expect(document.activeElement).toBe(card().getByRole("button", { name: "Remove shop" }))
  fireEvent.click(card().getByRole("button", { name: "Remove shop" }))
  fireEvent.click(card().getByRole("button", { name: "Remove it" }))
  expect(await card().findByText("shop is removed.")).toBeTruthy()
  expect(document.activeElement).toBe(card().getByRole("heading", { name: "Lookups" }))
  expect(asked).toContainEqual({ route: "DELETE /v1/admin/lookups/:name", path: { name: "shop" } })
})

test("a stored lookup that can't be read says why and what to do, and can be edited", async () => {
  await open(["shop"], { hosts: [], mistakes: ["Line 4: leave out match() and search()."] })
  expect(await card().findByText(/it isn’t used\. Correct it with Edit, or remove it/)).toBeTruthy()
  expect(card().getByText("Line 4: leave out match() and search().")).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Edit shop" }))
  expect(field().value).toBe("lookup: shop\n")
})
