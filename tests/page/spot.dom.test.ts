import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { recognisers } from "../../src/helpdesks/recognisers.ts"
import { spotTicket } from "../../src/page/spot.ts"

test("a page of no helpdesk is left alone, whatever it does", () => {
  const { told, step } = spotIn("<p>News</p>", "/news")
  step("/news/2")
  expect(told()).toBe(0)
})

test("a helpdesk's list wakes nobody; the ticket that is opened from it without a page load does", () => {
  const { told, step } = spotIn("<main></main>", "/", "data-sample-helpdesk")
  expect(told()).toBe(0)
  step("/tickets/1001")
  expect(told()).toBe(1)
})

test("it tells again when the page comes into view, until the helpdesk's own script is there", () => {
  const { told, help } = spotIn("", "/tickets/1001", "data-sample-helpdesk")
  expect(told()).toBe(1)
  window.dispatchEvent(new Event("pageshow"))
  expect(told()).toBe(2)
  help()
  window.dispatchEvent(new Event("pageshow"))
  window.dispatchEvent(new Event("load"))
  expect(told()).toBe(2)
})

test("every recorded ticket page is recognised", () => {
  const pages = readdirSync("tests/pages/rt", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("/page.html"))
  const missed = pages.filter((file) => spotIn(readFileSync(join("tests/pages/rt", file), "utf8"), "/rt/Ticket/Display.html?id=1").told() === 0)
  expect(pages.length).toBeGreaterThan(10)
  expect(missed).toEqual([])
})

function spotIn(html: string, address: string, marker?: string) {
  const parsed = new DOMParser().parseFromString(html, "text/html")
  document.body.replaceWith(document.importNode(parsed.body, true))
  if (marker) document.documentElement.setAttribute(marker, "1")
  history.replaceState(null, "", address)
  const life = new AbortController()
  onTestFinished(() => {
    life.abort()
    if (marker) document.documentElement.removeAttribute(marker)
  })
  let count = 0
  let helped = false
  spotTicket(document, recognisers, () => void count++, () => helped, life.signal)
  return {
    told: () => count, help: () => void (helped = true),
    step(to: string) {
      history.pushState(null, "", to)
      window.dispatchEvent(new Event("popstate"))
    }
  }
}
