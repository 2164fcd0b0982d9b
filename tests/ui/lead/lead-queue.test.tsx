import { fireEvent, screen, waitFor } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { clearUp, open, order } from "./lead-page.tsx"
import type { leadWorld } from "./lead-relay.ts"

afterEach(clearUp)

const lastQueue = ({ relay }: ReturnType<typeof leadWorld>) =>
  new URLSearchParams(relay.asked.findLast((one) => one.includes("/v1/review/queue"))?.split("?")[1])

async function openFilters() {
  const world = await open()
  const details = screen.getByText("Filter").closest("details")
  if (details) details.open = true
  await screen.findByRole("combobox", { name: "Reason to look" })
  return world
}
const choose = (name: string, value: string) =>
  fireEvent.change(screen.getByRole("combobox", { name }), { target: { value } })

test("the filters ask for what they show, say it in words, and all come back by one button", async () => {
  const world = await openFilters()
  choose("Reason to look", "angry")
  choose("Tag", "parcel")
  choose("Source", "doc-1")
  fireEvent.change(screen.getByLabelText("From day"), { target: { value: "2026-11-02" } })
  await waitFor(() =>
    expect(Object.fromEntries(lastQueue(world))).toMatchObject({
      signal: "angry",
      topic: "parcel",
      article: "doc-1",
      from: "2026-11-02"
    })
  )
  expect(screen.getByRole("navigation", { name: "Queue" }).textContent).toContain("angry customer · page doc-1")
  expect(location.hash).toContain("signal=angry")
  fireEvent.click(screen.getByRole("button", { name: "Show all cases" }))
  await waitFor(() => expect(location.hash).not.toContain("signal"))
})

test("words are masked before they are searched for, and stay out of the address", async () => {
  const world = await openFilters()
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "refund to 4111 1111 1111 1111" } })
  fireEvent.click(screen.getByRole("button", { name: "Search" }))
  await waitFor(() => expect(lastQueue(world).get("text")).toMatch(/^refund to \[/))
  expect(world.relay.asked.join()).not.toContain("4111")
  expect(location.hash).not.toContain("refund")
  expect(screen.getByText("words: refund to 4111 1111 1111 1111")).toBeTruthy()
})

test("a sample is drawn from what is filtered, opens in its order, and shows what it says of all cases", async () => {
  const world = await openFilters()
  choose("Language", "de")
  fireEvent.click(screen.getByRole("button", { name: "Draw a sample of 60" }))
  await waitFor(() => expect(world.relay.asked).toContain("POST /v1/review/samples?language=de"))
  await screen.findByText("Would send: 71 % (62 to 79 %)")
  screen.getByText("Estimated for 4,312 cases, with 95 % intervals.")
  expect(screen.queryByText(/^Would not send:/)).toBeNull()
  expect(Object.fromEntries(lastQueue(world))).toMatchObject({
    order: "sample",
    sample: world.relay.samples[0]?.id,
    state: "all"
  })
})

test("the order is chosen from a list, and that of a sample is only there with one", async () => {
  const world = await open()
  order("risk")
  await waitFor(() => expect(lastQueue(world).get("order")).toBe("risk"))
  expect(screen.queryByRole("option", { name: "Sample" })).toBeNull()
})
