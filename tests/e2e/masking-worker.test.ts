import { afterAll, beforeAll, expect, test } from "vitest"
import { openBuilt } from "./help/built.ts"

/**
 * The built worker in a real browser: asked through the page that owns it by the background, since that page hears
 * nobody else.
 */
let browser: Awaited<ReturnType<typeof openBuilt>>
beforeAll(async () => {
  browser = await openBuilt()
})
afterAll(() => browser.close())

test("a text is masked by the worker of the offscreen page; too long a text is refused", async () => {
  const offscreen = await browser.page("tabs/offscreen.html")
  const asking = browser.context.serviceWorkers()[0] ?? (await browser.context.waitForEvent("serviceworker"))
  const ask = (text: string): Promise<unknown> =>
    asking.evaluate(
      (text) =>
        chrome.runtime.sendMessage({
          target: "offscreen",
          id: "1",
          job: { kind: "text", text, table: { entries: [] }, known: [{ name: "Anna Berg" }] }
        }),
      text
    )
  expect(await ask("Anna, card 4242 4242 4242 4242, +44 117 496 0321")).toMatchObject({
    ok: true,
    result: { text: "[PERSON_1], card [CARD_1], [PHONE_1]" }
  })
  expect(await ask("x".repeat(100_001))).toMatchObject({
    ok: false,
    name: "TooLong",
    code: "too-long",
    retryable: false
  })
  await offscreen.close()
})
