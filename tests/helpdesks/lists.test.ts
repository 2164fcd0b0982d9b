import { readFileSync } from "node:fs"
import { expect, onTestFinished, test } from "vitest"
import { redmine } from "../../src/helpdesks/redmine/adapter.ts"
import { requestTracker as rt } from "../../src/helpdesks/request-tracker/adapter.ts"
import { zendesk } from "../../src/helpdesks/zendesk/adapter.ts"
import { openRedmineList, openRtList } from "./list-cases.ts"
import { openRecording as openRedmine } from "./redmine-replay.ts"
import { openRecording as openRt } from "./rt-replay.ts"
import { openZendesk, openZendeskView } from "./zendesk-pages.ts"

/** The recording with some of it put another way. */
function changed(name: string, ...changes: [string | RegExp, string][]): string {
  return changes.reduce(
    (html, [from, to]) => {
      if (!html.match(from)) throw new Error(`the recording has no ${from}`)
      return html.replaceAll(from, to)
    },
    readFileSync(`tests/pages/lists/${name}.html`, "utf8")
  )
}

test.each<{ where: string; path: string; html: () => string; told: string[] }>([
  {
    where: "of a project that was used before",
    path: "/issues",
    told: ["13"],
    html: () =>
      changed("redmine-all", [
        '<strong>Recently used</strong><a title="Support" href="/projects/support',
        '<strong>Recently used</strong><a title="Returns" href="/projects/returns'
      ])
  },
  {
    where: "where none was used",
    path: "/issues",
    told: [],
    html: () => changed("redmine-all", [/<strong>Recently used<\/strong>.*?<strong>/g, "<strong>"])
  },
  {
    where: "of a list without the projects' column",
    path: "/issues",
    told: [],
    html: () => changed("redmine-all", [/<td class="project">.*?<\/td>/g, ""])
  }
])("Redmine: issues $where", ({ path, html, told }) => {
  expect(redmine.listTickets?.(openRedmineList(path, html()).page)).toEqual(told)
})

test("Redmine: tables of issues in other pages are no list", () => {
  const {
    page,
    window: { document }
  } = openRedmine("refund")
  document
    .querySelector("#content")
    ?.insertAdjacentHTML(
      "beforeend",
      '<table class="list issues"><tbody><tr id="issue-7" class="issue"><td class="project"><a href="/projects/support">Support</a></td></tr></tbody></table>'
    )
  expect(document.querySelector("table.issues tr.issue")).not.toBeNull()
  expect(redmine.listTickets?.(page)).toEqual([])
})

test("Request Tracker: a part that is rolled up isn't in view, and a ticket that stands in two parts is told once", () => {
  const {
    page,
    window: { document }
  } = openRtList("/", changed("rt-home"))
  const [part, ...rows] = document.querySelectorAll<HTMLElement>(".ticket-list, .ticket-list > tbody[data-record-id]")
  rows[4]?.setAttribute("data-record-id", "10")
  expect(rt.listTickets?.(page)).toEqual(["11", "10", "3", "7", "5", "9", "2", "1", "4"])
  part?.closest(".titlebox-content")?.classList.remove("show")
  expect(rt.listTickets?.(page)).toEqual([])
})

test("Request Tracker: a ticket's page tells the next one of the search it was found by, and not its customer's others", () => {
  const {
    page,
    window: { document }
  } = openRt("refund")
  expect(document.querySelector(".ticket-list > tbody[data-record-id]")).not.toBeNull()
  expect(rt.listTickets?.(page)).toEqual([])
  document.body.insertAdjacentHTML(
    "beforeend",
    `<li id="li-page-prev"><a id="page-prev" href="/Ticket/Display.html?id=9"></a></li>
    <li id="li-page-next"><a id="page-next" class="menu-item nav btn" href="/Ticket/Display.html?id=6" data-original-title="Nächste" alt="Nächste" data-toggle="tooltip"></a></li>`
  )
  expect(rt.listTickets?.(page)).toEqual(["6"])
})

test("Zendesk: the view in front alone, in its order, links of either form", async () => {
  const opened = await openZendeskView("/agent/filters/360001", [35437, 35440, 35441])
  onTestFinished(() => opened.close())
  const {
    page,
    window: { document }
  } = opened
  const links = document.querySelectorAll(".view a")
  links[1]?.setAttribute("href", "tickets/35440")
  links[2]?.setAttribute("href", "/agent/users/35441")
  document
    .querySelector("[data-ticket-id]")
    ?.insertAdjacentHTML(
      "beforeend",
      '<table><tr data-test-id="generic-table-row"><td><a href="/agent/tickets/1">x</a></td></tr></table>'
    )
  expect(zendesk.listTickets?.(page)).toEqual(["35437", "35440"])
  page.url.pathname = "/agent/filters/suspended"
  expect(zendesk.listTickets?.(page)).toEqual([])
  page.url.pathname = "/agent/search/1"
  expect(zendesk.listTickets?.(page)).toEqual([])
})

test("Zendesk: with a ticket in front no view is", async () => {
  const [view, ticket] = [await openZendeskView("/agent/filters/360001"), await openZendesk(35437)]
  onTestFinished(async () => void (await Promise.all([view.close(), ticket.close()])))
  const table = view.window.document.querySelector(".view")
  if (table) ticket.window.document.querySelector("#main_panes")?.append(ticket.window.document.importNode(table, true))
  expect(ticket.window.document.querySelectorAll("[data-test-id=generic-table-row]").length).toBeGreaterThan(5)
  expect(zendesk.listTickets?.(ticket.page)).toEqual([])
})
