import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { openAdminPage } from "./admin-page.tsx"
import type { StoredOffSwitch } from "../../../src/protocol/routes/off-switches.ts"

afterEach(cleanup)

const NAME = "Off switches"
const card = () => within(screen.getByRole("region", { name: NAME }))

/** The page over a relay that keeps these switches. */
async function open(first: StoredOffSwitch[] = []) {
  let switches = first
  openAdminPage((command) => {
    if (command.route === "GET /v1/admin/off-switches") return { ok: true, value: { switches } }
    if (command.route === "POST /v1/admin/off-switches") {
      const added = stored(command.body.off, command.body.when)
      switches = [...switches, added]
      return { ok: true, value: added }
    }
    if (command.route === "DELETE /v1/admin/off-switches/:id") {
      switches = switches.filter(({ id }) => id !== command.path.id)
      return { ok: true, value: null }
    }
    return undefined
  })
  await screen.findByRole("region", { name: NAME })
  await card().findByRole("button", { name: "Switch it off" })
}

const stored = (off: StoredOffSwitch["off"], when: string): StoredOffSwitch => ({
  id: crypto.randomUUID(),
  off,
  when,
  by: "Ada",
  at: "2026-11-20T10:00:00Z"
})
const headings = () =>
  card()
    .queryAllByRole("heading", { level: 3 })
    .map(({ textContent }) => textContent)
const type = (when: string) =>
  fireEvent.change(card().getByLabelText("For which tickets or people"), { target: { value: when } })
const add = () => fireEvent.click(card().getByRole("button", { name: "Switch it off" }))

test("a switch is added, stands in words with who set it, and is removed after a question", async () => {
  await open()
  expect(card().getByText("Nothing is switched off.")).toBeTruthy()
  fireEvent.change(card().getByLabelText("What is off"), { target: { value: "model" } })
  type("field Country is CH")
  add()
  await card().findByText("Models are off when field Country is CH")
  expect(card().getByText(/^Since 20 Nov.*, by Ada\.$/)).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Remove Models are off when field Country is CH" }))
  fireEvent.click(await card().findByRole("button", { name: "Remove the switch" }))
  await card().findByText("The switch is removed.")
  expect(headings()).toEqual([])
})

test("a condition that can't be read is refused on the page, and nothing is sent", async () => {
  await open([stored("reading", "tag is vip")])
  type("vip")
  add()
  expect(card().getByRole("alert").textContent).toBe("This condition can’t be read. Write it as in the examples.")
  expect(headings()).toEqual(["Reading is off when tag is vip"])
  type("tag is vip")
  expect(card().getByRole("alert").textContent).toBe("")
})
