import { expect, test } from "vitest"
import { composers } from "../../../src/composers/index.ts"
import { NoEditor, NotPublic, PageChanged } from "../../../src/helpdesks/contract/adapter.ts"
import { requestTracker as rt } from "../../../src/helpdesks/request-tracker/adapter.ts"
import { recogniseRequestTracker } from "../../../src/helpdesks/request-tracker/recognise.ts"
import { updateForm, updatePage } from "../../doubles/rt6/update-page.ts"
import { openRt6 as open } from "./cases.ts"

const html = updatePage({ ticketId: "1" })
const find = (page: string) => rt.findReplyEditor(open({}, undefined, page).page, "1")

test("of all rich text fields of the form it is the reply's, and CKEditor 5 is known", () => {
  const editor = find(html)
  expect(editor.classList.contains("own")).toBe(true)
  expect(composers.find((composer) => composer.accepts(editor))?.id).toBe("ckeditor5")
})

test("pages that are swapped without a load: the body may still name the page before", () => {
  const at = (component: string, path: string, form = true) => {
    const { page } = open({ component, form }, path)
    return [Boolean(recogniseRequestTracker(page)), rt.matches(page), rt.openTicket(page)?.ticketId]
  }
  expect(at("index", "/Ticket/Display.html?id=1", false)).toEqual([true, true, "1"])
  expect(at("Ticket-Display", "/Ticket/Update.html?id=1")).toEqual([true, true, "1"])
  const left = updatePage({ ticketId: "1", form: false }).replace(/<a id="page-display".*?<\/a>/, "")
  const { page } = open({}, "/User/Summary.html?id=1", left)
  expect(rt.openTicket(page)).toBeUndefined()
  expect(() => rt.findReplyEditor(page, "1")).toThrow(NoEditor)
  expect(rt.changes).toMatchObject({ childList: true, subtree: true })
})

test("another ticket's form that is still mounted is never written into; two of this one prove nothing", () => {
  const beside = (form: string) =>
    html.replace('<div class="history-container">', `${form}<div class="history-container">`)
  const before = html.replace('<form name="TicketUpdate"', `${updateForm({ ticketId: "2" })}<form name="TicketUpdate"`)
  for (const page of [before, beside(updateForm({ ticketId: "2" }))]) {
    expect(rt.openTicket(open({}, undefined, page).page)?.ticketId).toBe("1")
    expect(find(page).closest("form")?.querySelector("input")?.value).toBe("1")
  }
  expect(() => find(beside(updateForm({ ticketId: "1", type: "private" })))).toThrow(NotPublic)
  expect(() => find(html.replaceAll('name="id" value="1"', 'name="id" value="2"'))).toThrow(NoEditor)
})

test("a form within a message is none", () => {
  const closed = updatePage({ ticketId: "1", form: false })
  const hostile = (page: string) => page.replace("Ticket created", `Hi ${updateForm({ ticketId: "1" })}`)
  expect(() => find(hostile(closed))).toThrow(NoEditor)
  expect(() => find(hostile(updatePage({ ticketId: "1", type: "private" })))).toThrow(NotPublic)
  expect(find(hostile(html)).closest(".transaction")).toBeNull()
})

test.each([
  ["public marker", 'name="UpdateType"', 'name="Type"'],
  ["ticket number", 'name="id"', 'name="ticket"'],
  ["reply editor", 'name="UpdateContent"', 'name="Content"']
])("no %s: nothing is inserted", (part, from, to) => {
  expect(() => find(html.replaceAll(from, to))).toThrow(PageChanged)
  expect(() => find(html.replaceAll(from, to))).toThrow(part)
})
