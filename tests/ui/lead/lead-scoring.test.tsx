import { fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { DEFAULT_SCORECARD } from "../../../src/protocol/scorecard.ts"
import { clearUp, open, press, save, said, shows } from "./lead-page.tsx"
import { leadWorld } from "./lead-relay.ts"

afterEach(clearUp)

const pressed = async (criterion: string) =>
  within(await screen.findByRole("group", { name: criterion }))
    .queryAllByRole("button", { pressed: true })
    .map(({ textContent }) => textContent)

test("a key for each criterion goes through yes, partly, no and none, U takes it back, and the scores are saved", async () => {
  const world = await open()
  await screen.findByRole("group", { name: "Correct" })
  press("4")
  expect(await pressed("Correct")).toEqual(["Yes"])
  press("4")
  expect(await pressed("Correct")).toEqual(["Partly"])
  press("4")
  expect(await pressed("Correct")).toEqual(["No"])
  press("4")
  expect(await pressed("Correct")).toEqual([])
  press("u")
  await waitFor(async () => expect(await pressed("Correct")).toEqual(["No"]))
  press("7")
  fireEvent.click(within(screen.getByRole("group", { name: "Complete" })).getByRole("button", { name: "Partly" }))
  press("9")
  press("1")
  save()
  await shows("Charged twice")
  expect(world.relay.cases[0]?.review).toMatchObject({
    verdict: "send",
    scorecard: 0,
    scores: { correct: "no", tone: "yes", complete: "partly" }
  })
  expect(await pressed("Correct")).toEqual([])
  press("u")
  await waitFor(() => expect(said()).toBe("Undone."))
  expect(world.relay.cases[0]?.review).toMatchObject({ done: false, scores: {} })
})

test("all cases are scored by keyboard alone", async () => {
  history.replaceState(null, "", "#state=all")
  const world = await open(leadWorld({ cases: leadWorld().relay.cases.filter(({ line }) => line.result !== "none") }))
  await screen.findByRole("group", { name: "Correct" })
  const count = world.relay.cases.length
  for (let n = 0; n < count; n++) {
    const before = location.hash
    await screen.findByRole("table")
    await waitFor(() => expect(screen.getAllByRole("radio", { checked: false })).toHaveLength(3))
    for (const key of ["4", "5", "5", "6", "7", "8", "8", "8", "2", "t"]) press(key)
    press("Enter", { ctrlKey: true })
    if (n < count - 1) await waitFor(() => expect(location.hash).not.toBe(before))
  }
  await waitFor(() => expect(world.relay.cases.every(({ review }) => review.done)).toBe(true))
  const expected = { correct: "yes", complete: "partly", grounded: "yes", tone: "yes", language: "no" }
  for (const { review } of world.relay.cases)
    expect(review).toMatchObject({ verdict: "small-edit", scores: expected, reasons: ["tone"] })
})

test("the customer's question stands before the draft, and the ticket is one press away", async () => {
  await open()
  const asked = screen.getByRole("region", { name: "What the customer asks" })
  expect(asked.textContent).toContain("Please call me.")
  expect(asked.compareDocumentPosition(screen.getByRole("table")) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  expect(screen.getByRole("link", { name: "Open the ticket" }).getAttribute("href")).toMatch(
    /^https:\/\/[^/]+\/agent\/tickets\/\d+$/
  )
})

test("what the checks say of a sentence that was only sent stands beside it", async () => {
  const world = leadWorld()
  const [first] = world.relay.cases
  const added = "I’ll write to you by 27 November, found or not."
  if (first) {
    const start = first.outcome.sent?.indexOf(added) ?? -1
    first.sentClaims = [{ start, end: start + added.length, state: "needs-approval", sources: [] }]
  }
  await open(world)
  const row = screen.getAllByRole<HTMLTableRowElement>("row").find(({ textContent }) => textContent?.includes(added))
  expect(row?.cells[2]?.textContent).toBe(`${added}needs approval`)
})

test("a lead edits the scorecard; who began by the older version goes on with it", async () => {
  const world = await open()
  fireEvent.click(await screen.findByRole("button", { name: "Edit scorecard" }))
  await screen.findByRole("heading", { level: 1, name: "Edit scorecard" })
  fireEvent.click(screen.getByRole("button", { name: "Add a criterion" }))
  const saving = () => screen.getByRole("button", { name: /Save as a new version/ })
  expect(saving().getAttribute("aria-disabled")).toBe("true")
  fireEvent.change(screen.getByRole("textbox", { name: "Criterion 6" }), { target: { value: "Names the order" } })
  fireEvent.click(screen.getByRole("button", { name: "Remove Language" }))
  fireEvent.click(saving())
  await screen.findByRole("group", { name: "Names the order" })
  expect(screen.queryByRole("group", { name: "Language" })).toBeNull()
  expect(world.relay.scorecards[0]).toMatchObject({ version: 1 })
  press("4")
  world.relay.scorecards.unshift({ ...DEFAULT_SCORECARD, version: 2, by: "Bert", at: "2026-11-20T11:00:00Z" })
  fireEvent.click(screen.getByRole("button", { name: "Edit scorecard" }))
  fireEvent.click(await screen.findByRole("button", { name: /Save as a new version/ }))
  await screen.findByText(/Bert saved a new version first/)
  fireEvent.click(screen.getByRole("button", { name: "Back to the case" }))
  await screen.findByText("Scored by an older version of the scorecard, which stays as it was.")
  screen.getByRole("group", { name: "Names the order" })
  press("1")
  save()
  await shows("Charged twice")
  expect(world.relay.cases[0]?.review).toMatchObject({ scorecard: 1, scores: { correct: "yes" } })
  await screen.findByRole("group", { name: "Language" })
})
