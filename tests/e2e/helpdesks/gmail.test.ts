import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { ANA, DANA, DESK, gmailPage, type Conversation } from "../../doubles/gmail/gmail-page.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { draftReady, insert, openPanel } from "../help/steps.ts"

const id = "19a8c0ffee123456"
const bowl: Conversation = {
  id,
  subject: "Where is my bowl?",
  mails: [
    { id: "19a8c0ffee000001", from: ANA, to: [DESK], shown: "Mon, Nov 16, 2026, 6:30 AM", html: "Where is my bowl?" },
    { id: "19a8c0ffee000002", from: DANA, to: [DESK], shown: "Mon, Nov 16, 2026, 7:30 AM", html: "DEPOT-SECRET" }
  ],
  composer: { to: [ANA.email], html: '<div><br></div><div class="gmail_signature">Pot Shop</div>' },
  behind: [
    {
      id: "19a7000000000001",
      subject: "OTHER-SECRET",
      mails: [
        { id: "19a7000000000002", from: ANA, to: [DESK], shown: "Mon, Nov 2, 2026, 6:30 AM", html: "OTHER-SECRET" }
      ],
      composer: { to: [ANA.email] }
    }
  ]
}

let model: ModelDouble
let world: World
let panel: Page
let page: Page
beforeAll(async () => {
  model = await startModelDouble({
    kind: "text",
    text: "Hello [PERSON_1],\n\nThank you for your message.\n\nKind regards"
  })
  world = await startWorld(model.settings, { knowledge: false })
  page = await world.browser.context.newPage()
  await page.route("https://mail.google.com/**", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: gmailPage(bowl) })
  )
  panel = await openPanel(world)
})
afterAll(async () => {
  await world.close()
  await model.close()
})

test("Gmail: the reply to the customer gets the draft above the signature, unsent; one to a colleague is refused", async () => {
  await page.goto("https://mail.google.com/mail/u/0/#inbox/FMfcgzQdBCsrJkLmNpQrStVwXyZ")
  await page.evaluate(() => {
    for (const send of document.querySelectorAll(".aoO"))
      send.addEventListener("click", () => (send.textContent = "SENT"))
    document.addEventListener("keydown", () => (document.title = "PRESSED"), true)
  })
  await draftReady(panel, BigInt(`0x${id}`).toString(36))
  await insert(panel)
  const editors = page.locator("[g_editable]")
  expect(await editors.nth(1).innerText()).toMatch(
    /^Hello Ana Lindqvist,\s+Thank you for your message\.\s+Kind regards\s+Pot Shop$/
  )
  expect([await editors.nth(0).textContent(), await editors.nth(2).textContent()]).toEqual(["", "NEW-WINDOW"])
  for (const one of await page.locator(".oL span").all())
    await one.evaluate((recipient, email) => recipient.setAttribute("email", email), DANA.email)
  const before = await editors.nth(1).innerText()
  await insert(panel, "The editor in front may not be a public reply.")
  expect(await editors.nth(1).innerText()).toBe(before)
  expect(await page.locator(".aoO").allTextContents()).toEqual(["Send", "Send", "Send"])
  expect(await page.title()).not.toBe("PRESSED")
  const sent = model.requests.map(({ body }) => body).join()
  expect(sent).toContain("my bowl")
  expect(sent).not.toMatch(/DEPOT-SECRET|OTHER-SECRET|NEW-WINDOW|Lindqvist|post\.example/)
})
