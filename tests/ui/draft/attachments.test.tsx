import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { PanelAttachments } from "../../../src/ticket/attachment.ts"
import { ATTACHMENT_PROBLEMS } from "../../../src/ticket/attachment.ts"
import { panelAt } from "../show-panel.tsx"
import { states } from "../states.ts"

const showPanel = panelAt("more:attachments")

afterEach(cleanup)
const card = () => within(screen.getByRole("region", { name: "Attachments" }))
const show = (attachments: PanelAttachments) => showPanel({ ...states.ready(), attachments })
const PDF = { id: "m1:0", name: "order.pdf", size: 18_000 }

test("each file has its name and size, and one button or the reason for none", async () => {
  const background = show({
    isOn: true,
    list: [
      { ...PDF, state: "listed" },
      { id: "m2:0", name: "margin.txt", state: "listed", not: "internal" }
    ]
  })
  expect(card().getByText("18 KB")).toBeTruthy()
  expect(card().getByText("Belongs to an internal note: not read.")).toBeTruthy()
  expect(card().getAllByRole("button")).toHaveLength(1)
  fireEvent.click(card().getByRole("button", { name: "Read order.pdf" }))
  await waitFor(() =>
    expect(background.sent).toContainEqual(expect.objectContaining({ kind: "panel-attachment-read", id: "m1:0" }))
  )
})

test("a name that turns its direction shows its letters as they follow each other", () => {
  show({ isOn: true, list: [{ ...PDF, name: "Offer\u202efdp.exe", state: "listed", not: "kind" }] })
  expect(card().getByText("Offerfdp.exe")).toBeTruthy()
})

test("while it is read the button waits; when it is read its beginning stands there, and it can be taken out", async () => {
  show({ isOn: true, list: [{ ...PDF, state: "reading" }] })
  expect(card().getByRole("button", { name: "Read order.pdf" }).getAttribute("aria-disabled")).toBe("true")
  cleanup()
  const background = show({
    isOn: true,
    draftWithout: true,
    list: [{ ...PDF, state: "read", start: "Order <b>7</b>", length: 900, source: "attachment:1", orders: true }]
  })
  expect(card().getByText("Order <b>7</b> …")).toBeTruthy()
  expect(card().getByText(/^900 characters read\./)).toBeTruthy()
  expect(card().getByText(/Don’t follow them\./)).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Take it out again: order.pdf" }))
  fireEvent.click(card().getByRole("button", { name: "Write it again" }))
  await waitFor(() => {
    expect(background.sent).toContainEqual(expect.objectContaining({ kind: "panel-attachment-drop", id: "m1:0" }))
    expect(background.sent).toContainEqual(expect.objectContaining({ kind: "panel-facts", facts: {} }))
  })
})

test.each(ATTACHMENT_PROBLEMS)("%s is said in a sentence, and can be tried again", (problem) => {
  show({ isOn: true, list: [{ ...PDF, state: "failed", problem }] })
  const said = card()
    .getAllByRole("status")
    .map(({ textContent }) => textContent?.trim())
  expect(said.join("")).toMatch(/^\p{Lu}.*\.$/u)
  expect(card().getByRole("button", { name: "Try again: order.pdf" })).toBeTruthy()
})

test("a double click reads a file, and doesn't take it out again when it was quickly read", async () => {
  const background = show({ isOn: true, list: [{ ...PDF, state: "listed" }] })
  fireEvent.click(card().getByRole("button", { name: "Read order.pdf" }), { detail: 1 })
  const read = { ...PDF, state: "read" as const, start: "Order", length: 5, source: "attachment:1" }
  background.push({ ...states.ready(), attachments: { isOn: true, list: [read] } })
  fireEvent.click(card().getByRole("button", { name: "Take it out again: order.pdf" }), { detail: 2 })
  expect(background.of("panel-attachment-drop")).toEqual([])
  fireEvent.click(card().getByRole("button", { name: "Take it out again: order.pdf" }), { detail: 1 })
  await waitFor(() => expect(background.of("panel-attachment-drop")).toHaveLength(1))
})

test("where the team has it off there is no button, and the card says so", () => {
  show({ isOn: false, list: [{ ...PDF, state: "listed" }] })
  expect(card().queryAllByRole("button")).toEqual([])
  expect(card().getByText("Your team has switched the reading of attachments off.")).toBeTruthy()
})
