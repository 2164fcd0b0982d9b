import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { CLIENT, startOrganisation, type Account } from "../../relay/sign-in/organisation.ts"
import { built } from "../help/built.ts"
import { startWorld, type World } from "../help/harness.ts"
import { draftReady, openPanel, openTicket } from "../help/steps.ts"

/** A person signs in by their organisation's page, in the window that the browser opens for it, and gets a draft. */
const accounts: Record<string, Account> = {
  ada: { name: "Ada Lovelace", email: "ada@example.test", groups: ["support"] }
}
let organisation: Awaited<ReturnType<typeof startOrganisation>>
let world: World
beforeAll(async () => {
  organisation = await startOrganisation(accounts, [`https://${extensionId()}.chromiumapp.org/`])
  world = await startWorld(
    {
      OIDC_ISSUER: organisation.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_SCOPE: "openid profile email groups",
      OIDC_AGENTS: "support",
      OIDC_LEADS: "support-leads",
      OIDC_ADMINS: "it",
      RELAY_PAIRING: "off"
    },
    { ownBrowser: true, paired: false }
  )
})
afterAll(async () => {
  await world?.close()
  await organisation?.close()
})

/** Chromium derives it from the key in the manifest: half of its hash, as the letters from a to p. */
function extensionId(): string {
  const { key } = JSON.parse(readFileSync(join(built, "manifest.json"), "utf8")) as { key: string }
  const half = createHash("sha256").update(Buffer.from(key, "base64")).digest("hex").slice(0, 32)
  return [...half].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("")
}

/** Presses the button of the popup or of a page's gate, and goes through the organisation's page. */
async function signIn(page: Page, login: string): Promise<void> {
  await page.getByLabel("Relay address").fill(world.relay.url)
  const opened = world.browser.context.waitForEvent("page")
  await page.getByRole("button", { name: "Sign in with your organisation" }).click()
  const window = await opened
  await window.getByLabel("Login").fill(login)
  await window.getByRole("button", { name: "Sign in" }).click()
}

test("no code is taken; signed in by the organisation, a ticket gets its draft", async () => {
  const popup = await world.browser.page("popup.html")
  await popup.getByLabel("Relay address").fill(world.relay.url)
  await popup.getByLabel("Pairing code").fill(await world.relay.pair("agent", "Eve"))
  await popup.getByRole("button", { name: "Pair" }).click()
  await popup.getByText("Browsers don’t pair with codes here.").waitFor()
  await signIn(popup, "ada")
  await popup.getByText("Ada Lovelace").waitFor()
  await popup.close()
  await openTicket(world, "1001")
  await draftReady(await openPanel(world), "1001")
})

test("a page for leads stays closed for an agent of the organisation, and opens once a group says so", async () => {
  const review = await world.browser.page("tabs/review.html")
  const button = review.getByRole("button", { name: "Sign in with your organisation" })
  await review.getByLabel("Relay address").fill(world.relay.url)
  // The provider still knows the browser: its page closes by itself.
  await button.click()
  await review.getByText("none of your groups opens this page").waitFor()
  accounts["ada"] = { name: "Ada Lovelace", email: "ada@example.test", groups: ["support", "support-leads"] }
  await button.click()
  await review.getByText("Pairing code").waitFor({ state: "detached" })
  await review.close()
})

test("whoever closes the window is told that nothing happened", async () => {
  const popup = await world.browser.page("popup.html")
  await popup.getByRole("button", { name: "Sign out" }).first().click()
  await popup.getByLabel("Pairing code").waitFor()
  await world.browser.context.clearCookies()
  const opened = world.browser.context.waitForEvent("page")
  await popup.getByRole("button", { name: "Sign in with your organisation" }).click()
  await (await opened).close()
  await popup.getByText("The sign-in was not finished.").waitFor()
  expect(await popup.getByText("Ada Lovelace").count()).toBe(0)
  await popup.close()
})
