import { render, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { reviewedAndNewer, sampleCases } from "./lead/lead-cases.ts"
import { Review } from "../../src/ui/lead/review/review.tsx"
import { clearUp, open, press, save, shows } from "./lead/lead-page.tsx"
import { leadWorld } from "./lead/lead-relay.ts"

afterEach(clearUp)

test("what came after a review is said first and stands below what was reviewed, and saving again takes it up", async () => {
  const world = leadWorld({ cases: [reviewedAndNewer(), ...sampleCases().slice(1)] })
  render(<Review link={world.page()} />)
  await screen.findAllByRole("table")
  expect(screen.getByText("A newer revision arrived after this review.")).toBeTruthy()
  expect(screen.getByRole("button", { name: /Parcel marked.*newer revision/ })).toBeTruthy()
  const [stands, newer] = screen.getAllByRole("table")
  expect(stands?.textContent).toContain("27 November")
  const section = screen.getByRole("region", { name: /^Newer revision, / })
  expect(within(section).getByText("Light edit, 8 % changed")).toBeTruthy()
  expect(newer?.textContent).toContain("Nothing else was changed.")
  save()
  await shows("Charged twice")
  expect(world.relay.puts).toEqual([
    { id: world.relay.cases[0]?.line.caseId, version: 1, seen: reviewedAndNewer().revisions[0]?.id }
  ])
  press("k")
  await shows("Parcel marked")
  expect((await screen.findByText("Earlier revision")).closest("details")?.textContent).toContain("27 November")
  expect(screen.queryByText("A newer revision arrived after this review.")).toBeNull()
})

test("a case that another report of the same reply stands for says that it is in no figure", async () => {
  const [first, ...others] = sampleCases()
  if (!first) throw new Error("no case")
  await open(leadWorld({ cases: [{ ...first, line: { ...first.line, counted: false } }, ...others] }))
  expect(screen.getByText(/^Not in the figures/)).toBeTruthy()
})
