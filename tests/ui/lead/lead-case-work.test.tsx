import { fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test, vi } from "vitest"
import { contested } from "./case-work.ts"
import { clearUp, open, press, save, shows } from "./lead-page.tsx"
import { leadWorld } from "./lead-relay.ts"

afterEach(clearUp)

const contestedWorld = () =>
  leadWorld({ cases: leadWorld().relay.cases.map((one, at) => (at === 0 ? contested(one) : one)) })

test("a comment for the agent is masked, saved with the review, and taken back by U", async () => {
  const world = await open()
  const comment = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Comment for the agent" })
  fireEvent.change(comment, { target: { value: "Greet maya.lindgren@acme.example first." } })
  save()
  await shows("Charged twice")
  expect(world.relay.cases[0]?.review).toMatchObject({ done: true, comment: "Greet [EMAIL] first." })
  press("u")
  await waitFor(() => expect(world.relay.cases[0]?.review).toMatchObject({ done: false, comment: "" }))
})

test("a case is assigned to a lead, and taken back", async () => {
  const world = await open()
  const field = within(await screen.findByRole("region", { name: "Assigned to" })).getByRole("combobox")
  await within(field).findByRole("option", { name: "Bert" })
  fireEvent.change(field, { target: { value: "00000000-0000-4000-8000-000000000b01" } })
  await waitFor(() => expect(world.relay.cases[0]?.assigned).toMatchObject({ name: "Bert" }))
  await waitFor(() => expect(field).toHaveProperty("value", "00000000-0000-4000-8000-000000000b01"))
  fireEvent.change(field, { target: { value: "" } })
  await waitFor(() => expect(world.relay.cases[0]?.assigned).toBeNull())
})

test("the link of a case is copied, and opens it", async () => {
  const world = leadWorld()
  const copy = vi.fn(() => Promise.resolve())
  const page = world.page
  world.page = () => ({ ...page(), copy })
  await open(world)
  fireEvent.click(screen.getByRole("button", { name: "Copy link to this case" }))
  await screen.findByText("Copied.")
  expect(copy).toHaveBeenCalledWith(
    expect.stringMatching(new RegExp(`review\\.html#.*case=${world.relay.cases[0]?.line.caseId}$`))
  )
})

test("a contested score is decided with a sentence, and accepted only with another score", async () => {
  const world = await open(contestedWorld())
  const list = within(screen.getByRole("region", { name: "Contested scores" }))
  list.getByText("The customer asked for a short letter.")
  const accept = () => list.getByRole("button", { name: /^Accept with the new score/ })
  expect(accept().getAttribute("aria-disabled")).toBe("true")
  fireEvent.change(list.getByRole("textbox"), { target: { value: "That is right." } })
  expect(accept().getAttribute("aria-disabled")).toBe("true")
  fireEvent.click(within(list.getByRole("group", { name: "New score of Tone" })).getByRole("button", { name: "Yes" }))
  fireEvent.click(accept())
  await list.findByText("Accepted")
  list.getByText("That is right.")
  expect(world.relay.cases[0]?.disputes).toMatchObject([{ state: "accepted", sentence: "That is right." }])
})

test("the queue is filtered by lead and by contested scores", async () => {
  const world = await open()
  fireEvent.click(screen.getByText("Filter"))
  fireEvent.change(await screen.findByRole("combobox", { name: "Contested scores" }), { target: { value: "open" } })
  await waitFor(() => expect(world.relay.asked.some((one) => one.includes("disputed=open"))).toBe(true))
  const all = await screen.findAllByRole("combobox", { name: "Assigned to" })
  const filter = all.find((one) => within(one).queryByRole("option", { name: "Assigned to anybody or nobody" }))
  if (filter) fireEvent.change(filter, { target: { value: "00000000-0000-4000-8000-000000000a01" } })
  await waitFor(() => expect(world.relay.asked.some((one) => one.includes("assigned=00000000"))).toBe(true))
})
