import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import * as z from "zod/mini"
import { pair, type Opened } from "../../demo/tour/browser.ts"
import { openApi } from "../../src/relay/server/openapi.ts"
import { Client, refusalOf } from "../relay/help/client.ts"
import { changedOf, put } from "../relay/review/ask.ts"
import { startWorld, type World } from "./help/harness.ts"
import { draftReady, editor, insert, openPanel, openTicket } from "./help/steps.ts"
import { readStoredReviews } from "../relay/help/stored-draft.ts"

/** An agent and two leads, each in a browser of their own. */
const WIDE = { width: 1280, height: 880 }
let world: World
let leads: Opened[]
beforeAll(async () => {
  world = await startWorld()
  leads = await Promise.all([world.anotherBrowser(WIDE), world.anotherBrowser(WIDE)])
})
afterAll(() => world?.close())

test("two leads and an agent, three browsers: roles hold", { timeout: 60_000 }, async () => {
  const caseId = await sendReply()

  // Both leads have the same case open; who saves second is told, sees both, and has lost nothing.
  const [anna, bert] = await Promise.all([reviewOf(leads[0], "Anna"), reviewOf(leads[1], "Bert")])
  await anna.keyboard.press("2")
  await anna.keyboard.press("t")
  await anna.getByRole("textbox", { name: "Note" }).fill("Warmer, please.")
  await bert.keyboard.press("3")
  await bert.keyboard.press("p")
  await bert.getByRole("textbox", { name: "Note" }).fill("A promise nobody made.")
  await anna.keyboard.press("Control+Enter")
  await anna.getByText("There are no more cases in this list.").waitFor()
  await bert.keyboard.press("Control+Enter")
  const told = bert
    .getByRole("alert")
    .filter({ has: bert.getByRole("heading", { name: "Anna saved this case first" }) })
  for (const words of ["Warmer, please.", "A promise nobody made."]) await told.getByText(words).waitFor()
  expect(await bert.getByRole("textbox", { name: "Note" }).inputValue()).toBe("A promise nobody made.")
  const annas = { version: 1, by: "Anna", reasons: ["tone"], note: "Warmer, please." }
  expect(await reviews()).toEqual([annas])
  expect(await changedOf(await put(await clientOf(bert), caseId, { note: "Mine." }))).toMatchObject({
    status: 409,
    review: annas
  })

  // The agent's browser has no review, and the token that it holds opens none, whoever asks with it.
  const agents = await world.browser.page("tabs/review.html")
  await agents.getByRole("heading", { name: "Review is for leads: pair with a lead’s code" }).waitFor()
  expect(await agents.getByRole("table").count()).toBe(0)
  const popup = await world.browser.page("popup.html")
  await popup.getByText("Signed in as Tom, agent").waitFor()
  expect(await popup.getByRole("button", { name: "Open review" }).count()).toBe(0)
  const tom = await clientOf(popup)
  expect(await (await tom.fetch("/v1/me")).json()).toMatchObject({ person: { name: "Tom", role: "agent" } })
  const routes = reviewRoutes(caseId)
  expect(routes.length).toBeGreaterThanOrEqual(5)
  for (const { method, path, init } of routes)
    expect(await refusalOf(tom.fetch(path, init)), `${method} ${path}`).toMatchObject({
      status: 403,
      code: "not-allowed"
    })
  expect(await reviews()).toEqual([annas])

  await bert.getByRole("button", { name: "Save mine over it" }).click()
  await expect
    .poll(reviews)
    .toEqual([{ version: 2, by: "Bert", reasons: ["unsafe-promise"], note: "A promise nobody made." }])
})

/** The review of a browser that is paired with a lead's code and nothing else. */
async function reviewOf(browser: Opened | undefined, name: string): Promise<Page> {
  if (!browser) throw new Error("a lead's browser did not open")
  await pair(browser, await world.relay.pair("lead", name), world.relay.url)
  const review = await browser.page("tabs/review.html")
  await review.getByRole("table").waitFor()
  return review
}

/** The agent sends what the draft says, a little changed. The case's id at the relay. */
async function sendReply(): Promise<string> {
  const ticket = await openTicket(world, "1001")
  const panel = await openPanel(world)
  await draftReady(panel, "1001")
  await insert(panel)
  await editor(ticket).fill((await editor(ticket).inputValue()).replace("Kind regards", "Best wishes"))
  await ticket.getByRole("button", { name: "Send" }).click()
  const cases = async () =>
    (await world.relay.db.selectFrom("outcomes").select("id").where("ticket_id", "=", "1001").execute()).map(
      ({ id }) => id
    )
  await expect.poll(cases, { timeout: 15_000 }).toHaveLength(1)
  return (await cases())[0] ?? ""
}

/** Asks the relay past the extension, with the token that the extension keeps. `own` is one of its pages. */
async function clientOf(own: Page): Promise<Client> {
  const kept = await own.evaluate(() => chrome.storage.local.get("pairing"))
  const client = new Client(world.relay.url)
  client.token = z.object({ pairing: z.object({ token: z.string() }) }).parse(kept).pairing.token
  return client
}

/** Every route of the review that the relay describes, as a lead would ask it of that case. */
function reviewRoutes(
  caseId: string
): { method: string; path: string; init: RequestInit & { headers?: Record<string, string> } }[] {
  const { paths } = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) }).parse(openApi())
  const body = JSON.stringify({ version: 1, done: true, reasons: ["other"], note: "Tom was here." })
  return Object.entries(paths)
    .filter(([path]) => path.startsWith("/v1/review/"))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((name) => {
        const method = name.toUpperCase()
        const init = method === "PUT" ? { method, body, headers: { "content-type": "application/json" } } : { method }
        return {
          method,
          path: path.replace("{id}", caseId) + (path.endsWith("/export") ? "?of=cases&format=jsonl" : ""),
          init
        }
      })
    )
}

const reviews = () => readStoredReviews(world.relay.db)
