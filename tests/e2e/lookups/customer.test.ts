import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { saveLookup } from "../../../src/relay/lookups/stored-lookups.ts"
import { saveVoice } from "../../../src/relay/voices/stored-voices.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { axeFindingsSoFar } from "../help/axe.ts"
import { startWorld, type World } from "../help/harness.ts"
import {
  draftWritten,
  letter,
  openPanel,
  openPart,
  openTicket,
  orTell,
  pressRegenerate,
  region
} from "../help/steps.ts"

/** A shop is asked by the browser itself, and its facts are on the card and in the model's prompt, without who somebody is. */
const asked: string[] = []
const shop = createServer((request, response) => {
  asked.push(`${request.method} ${request.url} ${request.headers["x-token"] ?? ""}`)
  if (request.headers["x-token"] !== "s3cret-token") return void response.writeHead(401).end()
  response.writeHead(200, { "content-type": "application/json" }).end(
    JSON.stringify({
      orders: [
        { status: "fulfilled", sent: "2026-11-13", customer: { name: "Maya Lindgren", email: "maya@lind.example" } }
      ]
    })
  )
})
let model: ModelDouble
let world: World
beforeAll(async () => {
  await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve))
  const host = `127.0.0.1:${(shop.address() as AddressInfo).port}`
  model = await startModelDouble({
    kind: "text",
    text: "Hello [PERSON_1],\n\nYour order was sent on 13 November 2026.\n\nKind regards"
  })
  world = await startWorld(model.settings)
  const lookup = [
    "lookup: shop-order",
    "title: Shop",
    `url: http://${host}/orders?name={order}`,
    `hosts: ['${host}']`,
    "headers: {X-Token: '{secret:token}'}",
    "secrets: {token: A token that may read orders}",
    "values:",
    "  order: {label: order number, field: Order, pattern: 'LL-\\d{5}'}",
    "facts:",
    "  status: {label: Order status, path: '$.orders[0].status', words: {fulfilled: sent}}",
    "  sent: {label: Sent on, path: '$.orders[0].sent', type: date}",
    "  buyer: {label: Buyer, path: '$.orders[0].customer.name', identity: name}"
  ].join("\n")
  await saveLookup(world.relay.db, lookup, null, new Date())
  const voice =
    'voice: short\nlanguage: en\npersona: We are short.\ngreeting: ["Hi {name},"]\nsign-off: "Best\\n{agent}"\nwords:\n  forbid: [cheap]\n'
  await saveVoice(world.relay.db, voice, null, new Date())
})
afterAll(async () => {
  await world?.close()
  await model?.close()
  shop.close()
})

test("a secret is typed once on the card; then its facts stand there with their source, and the model gets them masked", async () => {
  // The browser hears of the lookup with its next request: that of another ticket.
  const ticket = await openTicket(world, "1003")
  const panel = await openPanel(world)
  // Without the order nothing tells the date, so Insert waits.
  await draftWritten(panel, "1003")
  await openTicket(world, "1001", ticket)
  await draftWritten(panel, "1001")
  await openPart(panel, "more:customer")
  const card = region(panel, "Customer")
  // The manifest names this computer for reading tickets; a lookup there needs its own press.
  await orTell(panel, card.getByRole("button", { name: /^Allow 127\.0\.0\.1:/ }).click())
  await orTell(
    panel,
    card
      .getByText(/wants a secret that only you can type/)
      .first()
      .waitFor()
  )
  expect(await axeFindingsSoFar(panel, [320, 480])).toEqual([])
  await card.getByLabel("A token that may read orders").fill("s3cret-token")
  await card.getByRole("button", { name: "Keep it and look up" }).click()
  await orTell(panel, card.locator('time[datetime="2026-11-13"]').waitFor())
  expect(await card.innerText()).toContain("Maya Lindgren")
  await pressRegenerate(panel)
  await expect.poll(() => model.requests.at(-1)?.body ?? "", { timeout: 20_000 }).toContain("Order status")
  const prompt = model.requests.map(({ body }) => body).join("\n")
  expect(prompt).not.toMatch(/Maya|Lindgren|lind\.example|s3cret/)
  expect(prompt).toContain("We are short.")
  expect(asked.every((line) => line.startsWith("GET /orders?name=LL-48213"))).toBe(true)
  expect(await axeFindingsSoFar(panel, [320, 480])).toEqual([])
  const { REPLYWRIGHT_PICTURES: pictures } = process.env
  if (pictures) {
    await card.scrollIntoViewIfNeeded()
    await panel.screenshot({ path: `${pictures}/customer.png` })
  }
  await expect.poll(() => letter(panel).innerText()).toContain("13 November 2026")
})
