import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { recognisers } from "../../src/helpdesks/recognisers.ts"
import { spotTicket } from "../../src/page/spot-ticket.ts"

test("a page of no helpdesk is left alone, whatever it does", () => {
  const { told, step } = spotIn("<p>News</p>", "/news")
  step("/news/2")
  expect(told()).toBe(0)
})

test("the document is asked for only where the address may be a ticket's or a list's", () => {
  let asked = 0
  const spot = (address: string) => {
    history.replaceState(null, "", address)
    asked = 0
    const view = new Proxy(window, {
      get(target, name) {
        if (name === "document") asked++
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === "function" ? value.bind(target) : value
      }
    })
    let isOver = false
    onTestFinished(() => void (isOver = true))
    spotTicket(
      view,
      recognisers,
      () => undefined,
      () => false,
      () => isOver
    )
    return asked
  }
  for (const address of ["/agent/dashboard", "/projects/support", "/mailbox/3/12", "/app/accounts/1/reports"])
    expect(spot(address), address).toBe(0)
  for (const address of ["/", "/conversation/12", "/issues/12", "/rt/Search/Results.html", "/rt/Dashboards/7/Late"])
    expect(spot(address), address).toBeGreaterThan(0)
})

test("the sample's list wakes nobody; the ticket that is opened from it without a page load does", () => {
  const { told, step } = spotIn("<main></main>", "/", "data-sample-helpdesk")
  expect(told()).toBe(0)
  step("/tickets/1001")
  expect(told()).toBe(1)
})

test("it tells whose ticket it may be, and of the same page's next helpdesk only that one", () => {
  const { helpdesks, step, help } = spotIn("", "/agent/tickets/35436")
  expect(helpdesks()).toEqual([["zendesk"]])
  help("zendesk")
  step("/agent/tickets/35437")
  expect(helpdesks()).toEqual([["zendesk"]])
  step("/a/tickets/10100")
  expect(helpdesks()).toEqual([["zendesk"], ["freshdesk"]])
  step("/a/tickets/10101")
  expect(helpdesks()).toEqual([["zendesk"], ["freshdesk"], ["freshdesk"]])
  help("freshdesk")
  step("/agent/tickets/35436")
  expect(helpdesks()).toHaveLength(3)
})

test("it tells again when the page comes into view, until the helpdesk's own script is there", () => {
  const { told, help } = spotIn("", "/tickets/1001", "data-sample-helpdesk")
  expect(told()).toBe(1)
  window.dispatchEvent(new Event("pageshow"))
  expect(told()).toBe(2)
  help("sample")
  window.dispatchEvent(new Event("pageshow"))
  expect(told()).toBe(2)
})

test("it tells nothing more once the extension that it belongs to is gone", () => {
  const { told, end } = spotIn("", "/tickets/1001", "data-sample-helpdesk")
  end()
  window.dispatchEvent(new Event("pageshow"))
  expect(told()).toBe(1)
})

test("every recorded ticket page is recognised", () => {
  const pages = readdirSync("tests/pages/rt", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("/page.html")
  )
  const missed = pages.filter(
    (file) => spotIn(readFileSync(join("tests/pages/rt", file), "utf8"), "/rt/Ticket/Display.html?id=1").told() === 0
  )
  expect(pages.length).toBeGreaterThan(10)
  expect(missed).toEqual([])
})

test("a list is told as one: of a helpdesk whose every step loads a page, whose script never is there before, and a view", () => {
  const seenOf = (file: string, address: string) =>
    spotIn(readFileSync(`tests/pages/lists/${file}.html`, "utf8"), address).seen()
  expect(seenOf("rt-home", "/")).toEqual(["list"])
  expect(seenOf("rt-home", "/rt")).toEqual(["list"])
  expect(seenOf("rt-search", "/rt/Search/Results.html")).toEqual(["list"])
  expect(seenOf("rt-search", "/rt/Dashboards/7/Late tickets")).toEqual(["list"])
  const keywords = document.createElement("meta")
  Object.assign(keywords, { name: "keywords", content: "issue,bug,tracker" })
  document.head.append(keywords)
  onTestFinished(() => keywords.remove())
  for (const path of ["/issues", "/tracker/issues/", "/projects/support/issues"])
    expect(seenOf("redmine-all", path), path).toEqual(["list"])
  expect(seenOf("redmine-all", "/issues/12")).toEqual(["ticket"])
  for (const path of ["/issues/new", "/projects/support/issues/gantt", "/projects/support"])
    expect(seenOf("redmine-all", path), path).toEqual([])
  const { seen, step } = spotIn("", "/agent/filters/360001")
  step("/agent/dashboard")
  step("/agent/tickets/35436")
  expect(seen()).toEqual(["list", "ticket"])
})

function spotIn(html: string, address: string, marker?: string) {
  const parsed = new DOMParser().parseFromString(html, "text/html")
  document.body.replaceWith(document.importNode(parsed.body, true))
  if (marker) document.documentElement.setAttribute(marker, "1")
  history.replaceState(null, "", address)
  let isOver = false
  const end = () => {
    isOver = true
  }
  onTestFinished(() => {
    end()
    if (marker) document.documentElement.removeAttribute(marker)
  })
  const seen: string[] = []
  const named: string[][] = []
  const helped = new Set<string>()
  spotTicket(
    window,
    recognisers,
    (what, helpdesks) => {
      seen.push(what)
      named.push(helpdesks)
    },
    (helpdesk) => helped.has(helpdesk),
    () => isOver
  )
  return {
    end,
    told: () => seen.length,
    seen: () => seen,
    helpdesks: () => named,
    help: (helpdesk: string) => void helped.add(helpdesk),
    step(to: string) {
      history.pushState(null, "", to)
      window.dispatchEvent(new Event("popstate"))
    }
  }
}
