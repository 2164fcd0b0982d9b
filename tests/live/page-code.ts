import { readFileSync } from "node:fs"
import { stripTypeScriptTypes } from "node:module"
import { join } from "node:path"
import type { BrowserContext, Page } from "playwright-core"
import type { Answer } from "../../src/page/answer.ts"
import type { ToPage } from "../../src/protocol/page.ts"
import { root } from "../house/files.ts"

const PATH = "/replywright-source/"

/** Lets pages of this context load our own source as modules, types stripped: no bundler, no extension. */
export function offerSource(context: BrowserContext): Promise<unknown> {
  return context.route((url) => url.pathname.startsWith(PATH), (route) => {
    const file = join(root, new URL(route.request().url()).pathname.slice(PATH.length))
    return route.fulfill({ contentType: "text/javascript", body: stripTypeScriptTypes(readFileSync(file, "utf8")) })
  })
}

/** Starts our page code in a page, as the content script would after loading. */
export async function startIn(page: Page): Promise<void> {
  await page.addScriptTag({ type: "module", url: `${PATH}tests/live/in-page.ts` })
  await page.waitForFunction(() => globalThis.replywright !== undefined)
}

export function ask(page: Page, message: ToPage): Promise<Answer> {
  return page.evaluate((asked) => {
    if (!globalThis.replywright) throw new Error("our code is not in this page")
    return globalThis.replywright.ask(asked)
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
  return page.evaluate(() => globalThis.replywright?.told.flatMap((said) => (said.kind === "list-seen" ? [said.ticketIds] : []))[0])
}
