import { join } from "node:path"
import type { Page } from "playwright-core"
import { build } from "vite"
import { viteLexicon } from "../../demo/lexicon.ts"
import type { PageAnswer } from "../../src/page/answer-background.ts"
import type { ToPage } from "../../src/protocol/page.ts"
import { root } from "../house/files.ts"

/** Starts our page code in a page, as the content script would: when the page stands. */
export async function startIn(page: Page): Promise<void> {
  await page.waitForLoadState("domcontentloaded")
  await page.evaluate(await pageCode())
}

export function ask(page: Page, message: ToPage): Promise<PageAnswer> {
  return page.evaluate((asked) => {
    const answer = globalThis.replywright?.ask(asked)
    if (!answer) throw new Error("our code is not in this page, or does not know it")
    return answer
  }, message)
}

/** The ticket that our code says is in front. */
export function openTicket(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const last = globalThis.replywright?.told.at(-1)
    return last?.kind === "ticket-opened" ? last.ticketId : undefined
  })
}

/** The tickets of the list that our code says is in view; `undefined`: it says nothing. */
export function listSeen(page: Page): Promise<string[] | undefined> {
  return page.evaluate(
    () => globalThis.replywright?.told.flatMap((said) => (said.kind === "list-seen" ? [said.ticketIds] : []))[0]
  )
}

let made: Promise<string> | undefined

/**
 * Our own source as one script, made once. Sixty modules a page, handed over through a route, took as long as the page,
 * and a browser whose requests are routed keeps nothing: it fetched every script and sheet of the helpdesk again with
 * each page.
 */
function pageCode(): Promise<string> {
  return (made ??= bundle())
}

async function bundle(): Promise<string> {
  const entry = join(root, "tests/live/in-page.ts")
  const [result] = [
    await build({
      root,
      configFile: false,
      logLevel: "error",
      publicDir: false,
      plugins: [viteLexicon],
      build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "page" } }
    })
  ].flat()
  const script = result && "output" in result ? result.output.find((part) => part.type === "chunk") : undefined
  if (!script) throw new Error("our page code was not bundled")
  return script.code
}
