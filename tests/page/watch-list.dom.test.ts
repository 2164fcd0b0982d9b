import { afterEach, expect, test, vi } from "vitest"
import { redmine } from "../../src/helpdesks/redmine/adapter.ts"
import { sample } from "../../src/helpdesks/sample/adapter.ts"
import { watchList } from "../../src/page/watch-ticket.ts"
import type { FromPage } from "../../src/protocol/page.ts"

afterEach(() => void vi.useRealTimers())

const LIST = (...ids: string[]) =>
  `<main class="page"><table>${ids.map((id) => `<tr><td><span class="number">#${id}</span><a href="/tickets/${id}" data-link="true">x</a></td></tr>`).join("")}</table></main>`

function watch(adapter: typeof sample | typeof redmine, body: string) {
  vi.useFakeTimers()
  document.documentElement.setAttribute("data-sample-helpdesk", "1")
  const put = (html: string) =>
    document.body.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes)
  put(body)
  const told: FromPage[] = []
  const life = new AbortController()
  const page = { document, url: new URL(location.href), fetch: () => Promise.reject(new Error("a list asks nothing")) }
  watchList({ adapter, composers: [], page }, (message) => void told.push(message), life.signal)
  const draw = async (html: string) => {
    put(html)
    await vi.advanceTimersByTimeAsync(100)
  }
  return { told, draw, end: () => life.abort() }
}

test("the sample's list is told in its order, once for each list; a ticket in front is none", async () => {
  const { told, draw, end } = watch(sample, LIST("1004", "1001"))
  await draw(`<main data-ticket-id="1004"><td><a data-link href="/tickets/1001"></a></td></main>`)
  await draw(LIST("1004", "1001"))
  await draw(LIST("1002", "1004", "1001"))
  end()
  await draw(LIST("1009"))
  expect(told).toEqual(
    [
      ["1004", "1001"],
      ["1004", "1001"],
      ["1002", "1004", "1001"]
    ].map((ticketIds) => ({ kind: "list-seen", helpdesk: "sample", ticketIds }))
  )
})

test("Redmine's issue tells the next one of the list it was opened from, in any language, and not the one before", () => {
  const links = (
    next: string
  ) => `<div class="issue details"><div class="next-prev-links contextual"><a title="#4" accesskey="p" href="/tracker/issues/4">« Précédent</a> |
    <span class="position"><a href="/tracker/issues?set_filter=1">2 sur 9</a></span> | ${next}</div></div>`
  expect(watch(redmine, links(`<a title="#7" accesskey="n" href="/tracker/issues/7">Suivant »</a>`)).told).toEqual([
    { kind: "list-seen", helpdesk: "redmine", ticketIds: ["7"] }
  ])
  expect(watch(redmine, links("Suivant »")).told).toEqual([])
})
