import type { Locator, Page } from "playwright-core"
import { expect } from "vitest"
import { pickWords } from "../../../src/ui/agent/picking/pick-words.ts"
import type { Layout } from "../../doubles/unknown/tickets.ts"
import { orTell, region } from "../help/steps.ts"

/** What a person does who shows an unknown page to Replywright, with the pointer or the keys, and the panel. */
export interface Teacher {
  panel: Page
  page: Page
  layout: Layout
}

const within = ({ page, layout }: Teacher) => (layout.parts.frame ? page.frameLocator(layout.parts.frame) : page)

/**
 * Starts as the panel's own button does. A panel in a tab of its own doesn't know which page is in front, so that the
 * page is named here.
 */
export async function startShowing({ panel, page }: Teacher): Promise<void> {
  const answer = await panel.evaluate(
    async ({ url, words }) => {
      const tabs = await chrome.tabs.query({})
      const tab = tabs.find((one) => one.url === url)
      return chrome.runtime.sendMessage({ kind: "panel-pick-start", of: { tabId: tab?.id }, words })
    },
    { url: page.url(), words: pickWords() }
  )
  expect(answer).toEqual({ ok: true })
  await orTell(panel, region(panel, "Show where the ticket is").waitFor())
}

export const subject = (teacher: Teacher): Locator => within(teacher).locator(teacher.layout.parts.subject).first()
export const message = (teacher: Teacher, words: string): Locator =>
  within(teacher).locator(teacher.layout.parts.text(words)).last()
export const reply = (teacher: Teacher): Locator => within(teacher).locator(teacher.layout.parts.reply).first()

/** Points at something and clicks. Whoever points sees the page through the overlay. */
export async function pointAt({ page }: Teacher, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error("It isn't in view.")
  await page.mouse.move(box.x + 4, box.y + Math.min(box.height / 2, 10))
  await page.mouse.click(box.x + Math.min(20, box.width / 2), box.y + Math.min(box.height / 2, 10))
}

/** Waits until the panel asks for that. */
export async function asks({ panel }: Teacher, words: string): Promise<void> {
  await orTell(panel, region(panel, "Show where the ticket is").getByText(words).first().waitFor())
}

/** Shows subject, two messages of the customer, one of an agent, and the box for the reply. */
export async function showAll(teacher: Teacher): Promise<void> {
  await asks(teacher, "Point at the ticket’s subject")
  await pointAt(teacher, subject(teacher))
  await asks(teacher, "Point at a message that the customer wrote")
  await pointAt(teacher, message(teacher, "no shade in the box"))
  await asks(teacher, "Point at a second message")
  await pointAt(teacher, message(teacher, "I did. There is nothing."))
  await asks(teacher, "Point at a message that an agent sent")
  await pointAt(teacher, message(teacher, "could you look under"))
  await asks(teacher, "Point at the box in which")
  await pointAt(teacher, reply(teacher))
  await asks(teacher, "Look through what would be read")
  const order = teacher.panel.getByRole("group", { name: "The page doesn’t show which message is newer" })
  // Of those without times, the ones with cards have the newest on top.
  if (await order.isVisible())
    await order.getByRole("button", { name: /cards/.test(teacher.layout.name) ? "The newest" : "The oldest" }).click()
}

/** Presses a key in the page until the panel says that it is aimed at what has these words. */
export async function aimByKeys({ panel, page }: Teacher, words: string, key = "Tab"): Promise<void> {
  const aim = region(panel, "Show where the ticket is").locator(".aim")
  for (let presses = 0; presses < 30; presses++) {
    const before = await aim.innerText()
    if (before.includes(words)) return
    await page.keyboard.press(key)
    await expect.poll(() => aim.innerText()).not.toBe(before)
  }
  throw new Error(`No key leads to "${words}".`)
}

/** Takes what is aimed at, and waits until the panel asks for the next part. */
export async function takeByKey(teacher: Teacher, next: string): Promise<void> {
  await teacher.page.keyboard.press("Enter")
  await asks(teacher, next)
}
