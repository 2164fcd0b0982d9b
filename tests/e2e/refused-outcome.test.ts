import { afterAll, beforeAll, expect, test } from "vitest"
import type { Page } from "playwright-core"
import { asked } from "../relay/admin/ask.ts"
import { Client } from "../relay/help/client.ts"
import { startWorld, type World } from "./help/harness.ts"
import { button, draftReady, editor, openPanel, openPart, openTicket, orTell } from "./help/steps.ts"
import { rulesAnswer } from "../../src/protocol/routes/masking-rules.ts"
import { readStoredCases } from "../relay/help/stored-draft.ts"

/**
 * An address leaves the team's list between two looks: the browser still leaves it as it is, the relay no more takes
 * it.
 */
let world: World
let ticket: Page
let panel: Page
let admin: Client
beforeAll(async () => {
  world = await startWorld()
  admin = await Client.paired(world.relay, "Ada", "admin")
})
afterAll(() => world?.close())

const KEPT = "returns@lumen-house.example"
const rules = () => asked(rulesAnswer, admin.fetch("/v1/masking-rules"))
async function setKeep(change: (keep: string[]) => string[]) {
  const { version, mode, keep, names } = await rules()
  await asked(
    rulesAnswer,
    admin.fetch("/v1/masking-rules", {
      method: "PUT",
      body: JSON.stringify({ version, mode, names, keep: change(keep) }),
      headers: { "content-type": "application/json" }
    })
  )
}
const outcomes = () => readStoredCases(world.relay.db, "1001")
async function send(text: string) {
  await ticket.bringToFront()
  await editor(ticket).fill(text)
  await ticket.getByRole("button", { name: "Send" }).click()
  await ticket.getByText("Reply sent.").waitFor()
}
const card = () => panel.getByRole("region", { name: "Refused results" })

test("a result that the relay refuses stands in the panel; “Mask and send” has it taken, under the same id, masked", async () => {
  await setKeep((keep) => [...keep, KEPT])
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
  await draftReady(panel, "1001")
  await setKeep((keep) => keep.filter((word) => word !== KEPT))
  await send(`Hello Maya Lindgren, write to ${KEPT} please.`)
  await panel.bringToFront()
  await openPart(panel, "more:outcomes")
  await orTell(panel, card().getByText("Ticket 1001: an e-mail address stood there unmasked.").waitFor())
  expect(await outcomes()).toEqual([])
  await button(panel, "Mask and send").click()
  await expect.poll(outcomes).toHaveLength(1)
  const [row] = await outcomes()
  expect(JSON.parse(row?.body ?? "{}").sent).toMatch(/^Hello \[PERSON_1\], write to \[EMAIL_\d+\] please\.$/)
  await card().waitFor({ state: "detached" })
  expect(await world.relay.db.selectFrom("unmasked_requests").select(["kind", "requests"]).execute()).toEqual([
    { kind: "email", requests: 1 }
  ])
})
