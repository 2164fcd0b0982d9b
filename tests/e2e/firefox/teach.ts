import type { Page } from "puppeteer-core"
import { expect } from "vitest"
import { pickWords } from "../../../src/ui/agent/picking/pick-words.ts"
import type { Layout } from "../../doubles/unknown/tickets.ts"
import { textOf } from "../help/firefox-steps.ts"

/** What a person does in Firefox who shows an unknown page to Replywright. */
export interface Teacher {
  panel: Page
  page: Page
  layout: Layout
}

/** Starts as the panel's own button does; a panel in a tab of its own doesn't know which page is in front. */
export async function startShowing({ panel, page }: Teacher): Promise<void> {
  const answer = await panel.evaluate(
    async (url, words) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url)
      return chrome.runtime.sendMessage({ kind: "panel-pick-start", of: { tabId: tab?.id }, words })
    },
    page.url(),
    pickWords()
  )
  expect(answer).toEqual({ ok: true })
}

/** Shows subject, two messages of the customer, one of an agent, and the box for the reply. */
export async function showAll(teacher: Teacher): Promise<void> {
  for (const [asked, words] of [
    ["Point at the ticket’s subject", "Lamp arrived without its shade"],
    ["Point at a message that the customer wrote", "no shade in the box"],
    ["Point at a second message", "I did. There is nothing."],
    ["Point at a message that an agent sent", "could you look under"],
    ["Point at the box in which", undefined]
  ] as const) {
    await asks(teacher, asked)
    await pointAt(teacher, words)
  }
  await asks(teacher, "Look through what would be read")
}

const asks = ({ panel }: Teacher, words: string) => expect.poll(() => textOf(panel)).toContain(words)

/** Points at the words, or at the box for the reply, and clicks. */
async function pointAt({ page, layout }: Teacher, words: string | undefined): Promise<void> {
  await page.bringToFront()
  const [x = 0, y = 0] = await page.evaluate(placeOf, words, layout.parts.reply)
  await page.mouse.move(x, y)
  await page.mouse.click(x, y)
}

/** What stands in the box for the reply. */
export const written = ({ page, layout }: Teacher): Promise<string> => page.evaluate(textIn, layout.parts.reply)

// The page gets each of these alone, without what stands around it here.

function placeOf(words: string | undefined, reply: string): [x: number, y: number] {
  const all: HTMLElement[] = []
  const collect = (root: ParentNode) => {
    for (const element of root.querySelectorAll<HTMLElement>("*")) {
      all.push(element)
      if (element.shadowRoot) collect(element.shadowRoot)
    }
  }
  collect(document)
  const shown = all.filter((element) => element.getBoundingClientRect().width > 0)
  // The last one that has the words is the innermost.
  const found = words
    ? shown.findLast(({ textContent }) => textContent.includes(words))
    : shown.find((element) => element.matches(reply.split(" ").at(-1) ?? ""))
  if (!found) throw new Error(`Nowhere: ${words ?? reply}`)
  found.scrollIntoView({ block: "center" })
  const { left, top, width, height } = found.getBoundingClientRect()
  return [left + Math.min(20, width / 2), top + Math.min(height / 2, 10)]
}

function textIn(reply: string): string {
  const roots: ParentNode[] = [document]
  for (const root of roots) {
    const box = root.querySelector<HTMLElement>(reply.split(" ").at(-1) ?? "")
    if (box) return "value" in box ? String(box.value) : box.innerText
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot)
  }
  throw new Error(`Nowhere: ${reply}`)
}
