import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { UndoneWish } from "../../../src/ticket/draft.ts"
import { base, draft } from "../states.ts"
import { panelAt } from "../show-panel.tsx"

const showPanel = panelAt("more")

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const region = () => within(screen.getByRole("region", { name: "Draft" }))
const KEY = "sample/48213"
const wished = (wishes: string[], notDone: UndoneWish[] = []) =>
  base({ draft: draft({ wishes, answer: { tier: "sure", suggestions: [], notDone } }) })

test("a wish goes out with those in force, and each can be taken back", async () => {
  const background = showPanel(wished(["shorter", "no refund"]))
  const field = screen.getByRole("textbox", { name: "Say what to change" })
  fireEvent.change(field, { target: { value: "apologise" } })
  fireEvent.submit(field)
  await waitFor(() =>
    expect(background.of("panel-regenerate")).toEqual([
      { kind: "panel-regenerate", key: KEY, instruction: "shorter\nno refund\napologise" }
    ])
  )
  fireEvent.click(region().getByRole("button", { name: "shorter: remove" }))
  await waitFor(() =>
    expect(background.of("panel-regenerate")[1]).toEqual({
      kind: "panel-regenerate",
      key: KEY,
      instruction: "no refund"
    })
  )
})

test("the last wish that is taken back leaves none", async () => {
  const background = showPanel(wished(["shorter"]))
  fireEvent.click(region().getByRole("button", { name: "shorter: remove" }))
  await waitFor(() =>
    expect(background.of("panel-regenerate")).toEqual([{ kind: "panel-regenerate", key: KEY, instruction: "" }])
  )
})

test("what can't be done is said below the field, and nothing of it is in the draft", () => {
  showPanel(
    wished(
      ["make it rhyme, mention the festival"],
      [
        { part: "rhyme", why: "unknown" },
        { part: "mention the festival", why: "no-source" },
        { part: "", why: "no-other" }
      ]
    )
  )
  expect(region().getByText(/^Not done: “rhyme”\. Without a model/)).toBeTruthy()
  expect(region().getByText("Not done: “mention the festival”. No source says this.")).toBeTruthy()
  expect(region().getByText("There is no other draft: the pages say nothing else that fits.")).toBeTruthy()
  expect(document.getElementById("letter")?.textContent).not.toMatch(/rhyme|festival/)
})

test("without a wish there is no list", () => {
  showPanel(base({ draft: draft({}) }))
  expect(screen.queryByRole("list", { name: "In force" })).toBeNull()
})
