import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import { button, opened } from "./open-saw.ts"
import { states } from "./states.ts"
import { saw } from "./help/states-inspector.ts"
import { chip } from "./help/saw-page.tsx"

beforeEach(() => localStorage.clear())
afterEach(cleanup)

test("typed or selected words are told as a name, and the draft is made again", async () => {
  const background = await opened()
  expect(button(/^This is a name/).getAttribute("aria-disabled")).toBe("true")
  const text = [...document.querySelectorAll("[data-sent] p")]
    .flatMap((one) => [...one.childNodes])
    .find(({ textContent }) => textContent?.includes("Otto and Rosa"))
  if (!text) throw new Error("no such text")
  const at = text.textContent?.indexOf("Otto") ?? 0
  const range = document.createRange()
  range.setStart(text, at)
  range.setEnd(text, at + 4)
  document.getSelection()?.removeAllRanges()
  document.getSelection()?.addRange(range)
  fireEvent(document, new Event("selectionchange"))
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: /If something here should have been replaced/ })
  expect(field.value).toBe("Otto")
  fireEvent.click(button("This is a name"))
  await waitFor(() =>
    expect(background.of("panel-override")).toEqual([
      { kind: "panel-override", key: "sample/48213", word: "Otto", as: "name", again: true }
    ])
  )
  await waitFor(() => expect(field.value).toBe(""))
  await waitFor(() => expect(background.of("panel-inspect").length).toBeGreaterThan(1))
  fireEvent.change(field, { target: { value: "[PERSON_1] said" } })
  expect(button(/^This is a name/).getAttribute("title")).toBe("Only words without a placeholder")
})

test("a placeholder that is pressed can be told as none; cards and words of a note say why not", async () => {
  const background = await opened()
  fireEvent.click(chip("[EMAIL_1]"))
  expect(screen.getByRole("region", { name: "Correct the masking" }).textContent).toMatch(
    /\[EMAIL_1\] E-mail address: maya@post.example/
  )
  expect(document.activeElement).toBe(button("This is not"))
  fireEvent.click(button("This is not"))
  await waitFor(() =>
    expect(background.of("panel-override")).toEqual([
      { kind: "panel-override", key: "sample/48213", word: "maya@post.example", as: "plain", again: true }
    ])
  )
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: /If something here/ })))
  for (const [name, why] of [
    ["[CARD_1]", "Cards, accounts, government numbers, passwords and codes are always replaced."],
    ["[PHONE_1]", "Text that is only in an internal note never leaves the browser."]
  ] as const) {
    fireEvent.click(chip(name))
    expect(button(/^This is not/).getAttribute("title")).toBe(why)
    fireEvent.click(button(/^This is not/))
    fireEvent.keyDown(button(/^This is not/), { key: "Escape" })
    await waitFor(() => expect(document.activeElement).toBe(chip(name)))
  }
  expect(background.of("panel-override")).toHaveLength(1)
})

test("what was said stands in a list, and can be taken back", async () => {
  const background = await opened()
  const list = within(screen.getByRole("region", { name: "Said by you" }))
  list.getByText("“Kettle” is not")
  fireEvent.click(list.getByRole("button", { name: "Undo: Kettle" }))
  await waitFor(() =>
    expect(background.of("panel-override")).toEqual([
      { kind: "panel-override", key: "sample/48213", word: "Kettle", as: "nothing", again: true }
    ])
  )
})

test("without a relay what is said waits for the next draft; what can't be told says so", async () => {
  const background = await opened({}, states.offline())
  const field = screen.getByRole("textbox", { name: /If something here/ })
  fireEvent.change(field, { target: { value: "Otto" } })
  fireEvent.click(button("This is a name"))
  await screen.findByText(/It applies from the next draft/)
  expect(background.of("panel-override")).toMatchObject([{ again: false }])
  background.answers["panel-override"] = { ok: false, code: "override-many" }
  fireEvent.change(field, { target: { value: "Rosa" } })
  fireEvent.click(button("This is a name"))
  await screen.findByText(/This ticket already has 200 words/)
  expect(field).toHaveProperty("value", "Rosa")
})

test("of a long request all is drawn in the end, and nothing of a folded one", async () => {
  const long = Array.from({ length: 40 }, (_, n) => ({
    id: `m${n}`,
    role: "customer",
    author: "[PERSON_1]",
    text: "word ".repeat(500)
  }))
  const requests = saw.requests.map((one) => ({
    ...one,
    body: JSON.stringify({ ticket: { ...JSON.parse(one.body).ticket, messages: long } })
  }))
  const drawn = new Set<number>()
  const watch = new MutationObserver(() => void drawn.add(document.querySelectorAll(".part").length))
  watch.observe(document.body, { childList: true, subtree: true })
  await opened({ "panel-inspect": { ok: true, saw: { ...saw, requests } }, "panel-passed-on": { ok: true } })
  await waitFor(() => expect(document.querySelectorAll(".part")).toHaveLength(43))
  watch.disconnect()
  expect(Math.max(...drawn)).toBe(43)
})

test("“Also for the team” is there for who may add words, says what leaves, and is never for an address or a number", async () => {
  await opened()
  fireEvent.change(screen.getByLabelText(/^If something here should have been replaced/), {
    target: { value: "Borowski" }
  })
  expect(screen.queryByRole("checkbox", { name: "Also for the team" })).toBeNull()
  cleanup()
  const may = { ...saw, placeholders: saw.placeholders.map((one) => ({ ...one, forTeam: one.type === "PERSON" })) }
  const background = await opened(
    { "panel-inspect": { ok: true, saw: may } },
    { ...states.ready(), masking: { mode: "strict", mayAdd: true } }
  )
  fireEvent.change(screen.getByLabelText(/^If something here should have been replaced/), {
    target: { value: "Borowski" }
  })
  fireEvent.click(screen.getByRole("checkbox", { name: "Also for the team" }))
  screen.getByText(/^The word alone goes to the relay, in clear/)
  fireEvent.click(button("This is a name"))
  await waitFor(() =>
    expect(background.of("panel-override")).toMatchObject([{ word: "Borowski", as: "name", team: true }])
  )
  fireEvent.click(chip("[PERSON_1]"))
  await screen.findByRole("checkbox", { name: "Also for the team" })
  fireEvent.click(button("This is not"))
  await waitFor(() => expect(background.of("panel-override")[1]).toMatchObject({ word: "Maya Brandt", as: "plain" }))
  expect(background.of("panel-override")[1]).not.toHaveProperty("team")
  fireEvent.click(chip("[PHONE_1]"))
  await waitFor(() => expect(screen.queryByRole("checkbox", { name: "Also for the team" })).toBeNull())
})
