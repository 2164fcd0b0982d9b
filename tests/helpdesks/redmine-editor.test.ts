import { expect, test } from "vitest"
import { NoEditor, NotPublic } from "../../src/helpdesks/contract/adapter.ts"
import { redmine } from "../../src/helpdesks/redmine/adapter.ts"
import { recogniseRedmine } from "../../src/helpdesks/redmine/recognise.ts"
import { openRecording } from "./redmine-replay.ts"
import { changed, signal } from "./redmine-read.ts"

test("which ticket is in front: its pages, below a path too, and nothing else", async () => {
  const at = (path: string, name = "refund") => redmine.openTicket(openRecording(name, undefined, path).page)?.ticketId
  const recognised = (path: string) => recogniseRedmine(openRecording("refund", undefined, path).page)
  expect(
    ["/issues/1", "/issues/1/", "/issues/1?tab=notes", "/issues/1/edit", "/tracker/issues/1", "/issues/1#note-2"].map(
      (path) => at(path)
    )
  ).toEqual(Array(6).fill("1"))
  expect(
    ["/issues", "/projects/support/issues/new", "/issues/1/copy", "/issues/1/relations", "/issues/gantt"].map((path) =>
      at(path)
    )
  ).toEqual(Array(5).fill(undefined))
  expect(recognised("/issues/1")).toBe(true)
  expect(recognised("/issues")).toBe("list")
  expect(recognised("/issues/gantt")).toBe(false)
  const missing = changed("refund", ["priority-default details", ""], ['id="issue-form"', 'id="form"'])
  expect(redmine.openTicket(openRecording("refund", missing).page)).toBeUndefined()
  const below = openRecording("refund", undefined, "/tracker/issues/1/edit")
  expect((await redmine.newestPublic(below.page, "1", signal())).version).toBe("change-2")
  expect(below.requests.map(({ url }) => new URL(url).pathname)).toEqual(["/tracker/issues/1"])
})

test("the editor: private, not to be told, another issue's, closed, previewed, not allowed, changed", () => {
  const {
    page,
    window: { document }
  } = openRecording("reply-open")
  const find = () => redmine.findReplyEditor(page, "2")
  expect(find().id).toBe("issue_notes")
  const secret = document.querySelector<HTMLInputElement>("#issue_private_notes")
  const form = document.querySelector<HTMLFormElement>("#issue-form")
  const around = document.querySelector<HTMLElement>("#update")
  const text = document.querySelector<HTMLTextAreaElement>("#issue_notes")
  if (!secret || !form || !around || !text) throw new Error("the recording has changed")
  secret.checked = true
  expect(find).toThrow(NotPublic)
  // Another control in its place that isn't surely off.
  secret.type = "hidden"
  expect(find).toThrow(NotPublic)
  secret.remove()
  expect(find().id).toBe("issue_notes")
  around.style.display = "none"
  expect(find).toThrow(NoEditor)
  around.style.display = ""
  text.classList.add("hidden")
  expect(find).toThrow(NoEditor)
  text.classList.remove("hidden")
  form.setAttribute("action", "/issues/3")
  expect(find).toThrow(NoEditor)
  form.setAttribute("action", "/somewhere")
  expect(find).toThrow("ticket number")
  text.remove()
  expect(find).toThrow(NoEditor)
})

test("a message is found in the page", () => {
  const shown = (id: string) => redmine.messageElement?.(openRecording("refund").page, "1", { id, at: "" })?.textContent
  expect(shown("issue-1")).toContain("Order 48213")
  expect(shown("change-1")).toContain("R-7731")
  expect(shown("issue-2")).toBeUndefined()
  expect(shown("change-999")).toBeUndefined()
})
