import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import { base, draft, states } from "../states.ts"
import { openPlace, panelAt } from "../show-panel.tsx"
import { ticket } from "../help/states-inspector.ts"
import { SOURCES } from "../help/states-words.ts"

const showPanel = panelAt("ask")

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const card = () => within(screen.getByRole("region", { name: "Ask" }))
const field = () => card().getByRole<HTMLInputElement>("textbox", { name: "Ask about this ticket or the pages" })
function ask(question: string) {
  fireEvent.change(field(), { target: { value: question } })
  fireEvent.submit(field())
}
const [, missing] = SOURCES
const ANSWER = {
  ok: true as const,
  asked: {
    sentences: [
      { n: 2, text: "The carrier answers within five working days." },
      { n: 0, text: "I asked the neighbours." }
    ],
    sources: missing ? [missing] : [],
    documents: 54,
    nearest: "Shown as delivered, but missing",
    sentAs: "Did [PERSON_1] ask the neighbours?"
  }
}

test("Q goes to the field; an answer has its sentences with sources and how it was sent, and the draft stays", async () => {
  const { sent } = showPanel(base({ draft: draft() }), { "panel-ask": ANSWER })
  const before = document.getElementById("letter")?.textContent
  fireEvent.keyDown(document.body, { key: "q" })
  await waitFor(() => expect(document.activeElement).toBe(field()))
  ask("Did Maya ask the neighbours?")
  await card().findByRole("heading", { level: 3, name: "Did Maya ask the neighbours?" })
  expect(
    card()
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent)
  ).toEqual([
    "The carrier answers within five working days. 1+",
    "I asked the neighbours. ticket",
    "Shown as delivered, but missing"
  ])
  expect(card().getByText("[PERSON_1]")).toBeTruthy()
  expect(field().value).toBe("")
  expect(document.getElementById("letter")?.textContent).toBe(before)
  expect(sent).toEqual([{ kind: "panel-ask", key: expect.anything(), question: "Did Maya ask the neighbours?" }])
})

test("earlier questions stay below the newest", async () => {
  const { answers } = showPanel(base({ draft: draft() }), { "panel-ask": ANSWER })
  ask("First?")
  await card().findByRole("heading", { level: 3, name: "First?" })
  answers["panel-ask"] = {
    ok: true,
    asked: { sentences: [], sources: [], documents: 54, nearest: "Internal: carrier contacts" }
  }
  ask("Does the carrier take a photo?")
  await card().findByText(
    "No sentence of the pages or the ticket comes near. The nearest page is “Internal: carrier contacts”."
  )
  expect(
    card()
      .getAllByRole("heading", { level: 3 })
      .map(({ textContent }) => textContent)
  ).toEqual(["Does the carrier take a photo?", "First?"])
})

test("a double click, or Enter pressed twice, asks once; the same words can be asked again later", async () => {
  const background = showPanel(base({ draft: draft() }), { "panel-ask": ANSWER })
  ask("Did Maya ask the neighbours?")
  fireEvent.submit(field())
  await card().findByRole("heading", { level: 3 })
  expect(background.of("panel-ask")).toHaveLength(1)
  ask("Did Maya ask the neighbours?")
  await waitFor(() => expect(card().getAllByRole("heading", { level: 3 })).toHaveLength(2))
  expect(background.of("panel-ask")).toHaveLength(2)
})

test("a question that fails keeps its words, and earlier answers stay", async () => {
  const { answers } = showPanel(base({ draft: draft() }), { "panel-ask": ANSWER })
  ask("First?")
  await card().findByRole("heading", { level: 3, name: "First?" })
  answers["panel-ask"] = { ok: false, code: "relay-unreachable" }
  ask("Second?")
  await waitFor(() => expect(card().getByRole("status").textContent).not.toBe(""))
  await waitFor(() => expect(card().getByRole("status").textContent).not.toMatch(/^Looking/))
  expect(field().value).toBe("Second?")
  expect(card().getByRole("heading", { level: 3, name: "First?" })).toBeTruthy()
})

test("answers belong to their ticket", async () => {
  const background = showPanel(base({ draft: draft() }), { "panel-ask": ANSWER })
  ask("First?")
  await card().findByRole("heading", { level: 3, name: "First?" })
  background.push({ ...states.refused(), ticket: { ...ticket(), key: "another ticket" } })
  openPlace("ask")
  expect(card().queryByRole("heading", { level: 3, name: "First?" })).toBeNull()
  background.push(base({ draft: draft() }))
  openPlace("ask")
  expect(card().getByRole("heading", { level: 3, name: "First?" })).toBeTruthy()
})

const BY_MODEL = {
  ok: true as const,
  asked: {
    sentences: [],
    sources: missing ? [missing] : [],
    documents: 54,
    answer: {
      sentences: [
        { text: "The carrier answers within five working days.", sources: [2], state: "supported" as const },
        { text: "It always rings twice.", sources: [], state: "no-source" as const }
      ],
      model: "big-model",
      body: '{"messages":[]}'
    }
  }
}

test("a model's answer: sources or none beside each sentence, what it saw, and one press puts it into the reply", async () => {
  const { of } = showPanel(base({ draft: draft({ text: "All is well.", claims: [], questions: [] }) }), {
    "panel-ask": BY_MODEL
  })
  ask("How long does it take?")
  await card().findByText(/By big-model, from public pages and the ticket/)
  expect(document.querySelector(".asked .answer")?.textContent).toMatch(
    /five working days\.1 It always rings twice\.no source/
  )
  expect(card().getByText('{"messages":[]}')).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Add to reply" }))
  await card().findByText("Added to the draft.")
  const text = "All is well. The carrier answers within five working days. It always rings twice."
  await waitFor(() => expect(of("panel-edit").at(-1)).toMatchObject({ text }))
})

test("+ adds the newest answer, one sentence after another where they stand alone, and its hint goes with the key", async () => {
  const { of, answers } = showPanel(base({ draft: draft({ text: "All is well.", claims: [], questions: [] }) }), {
    "panel-ask": ANSWER
  })
  fireEvent.keyDown(document.body, { key: "+" })
  ask("First?")
  await card().findByRole("heading", { level: 3, name: "First?" })
  fireEvent.keyDown(document.body, { key: "+" })
  fireEvent.keyDown(document.body, { key: "+" })
  const once = "All is well. The carrier answers within five working days."
  await waitFor(() => expect(of("panel-edit").map(({ text }) => text)).toEqual([once]))
  answers["panel-ask"] = BY_MODEL
  ask("How long does it take?")
  await card().findByText(/By big-model/)
  const [add] = card().getAllByRole("button", { name: "Add to reply" })
  expect(add?.getAttribute("aria-keyshortcuts")).toBe("Plus")
  fireEvent.keyDown(document.body, { key: "+" })
  await card().findByText("Added to the draft.")
  await waitFor(() => expect(of("panel-edit").at(-1)?.text).toContain("It always rings twice."))
})

test.each([
  ["no-answer", /finds no answer/],
  ["failed", /didn’t answer/]
] as const)("without the model's answer (%s), the nearest sentences say so", async (unanswered, words) => {
  showPanel(base({ draft: draft() }), { "panel-ask": { ...ANSWER, asked: { ...ANSWER.asked, unanswered } } })
  ask("How long does it take?")
  await card().findByText(words)
})

test("an item that its heading denies is shown with the heading, and can't be added without it", async () => {
  const sentences = [{ n: 2, text: "Broken glass, unless it arrived broken.", deniedBy: "Not covered:" }]
  showPanel(base({ draft: draft() }), { "panel-ask": { ok: true, asked: { ...ANSWER.asked, sentences } } })
  ask("Is broken glass covered?")
  const [item] = await card().findAllByRole("listitem")
  expect(item?.textContent).toBe("Not covered: Broken glass, unless it arrived broken. 1")
  expect(within(item ?? document.body).queryByRole("button")).toBeNull()
})
