import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react"
import { expect, vi } from "vitest"
import { Review } from "../../../src/ui/lead/review/review.tsx"
import { leadWorld } from "./lead-relay.ts"

/** The review as a lead works in it: keys, and what is to be seen. A file that uses it clears up after each test. */
export function clearUp(): void {
  cleanup()
  vi.unstubAllGlobals()
  history.replaceState(null, "", "#")
  localStorage.clear()
}

type World = ReturnType<typeof leadWorld>
export async function open(world: World = leadWorld()): Promise<World> {
  render(<Review link={world.page()} />)
  await screen.findByRole("table")
  return world
}
export const press = (key: string, more: object = {}) =>
  act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more }))
/** Saves, with a verdict if none is chosen yet and there is a draft to judge. */
export function save(): void {
  const [send, ...others] = screen.queryAllByRole<HTMLInputElement>("radio")
  if (send && ![send, ...others].some(({ checked }) => checked)) act(() => void fireEvent.click(others.at(-1) ?? send))
  press("Enter", { ctrlKey: true })
}
export const title = () => screen.getByRole("heading", { level: 1 }).textContent
export const shows = (subject: string | RegExp) => waitFor(() => expect(title()).toMatch(subject))
export const tick = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name })
export const note = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Note" })
export const said = () => screen.getByRole("complementary").querySelector(".say")?.textContent
export const caseIdOf = (world: World, index: number) => world.relay.cases[index]?.line.caseId ?? ""
/** Chooses an order of the queue. */
export const order = (value: string) =>
  fireEvent.change(screen.getByRole("combobox", { name: "Order" }), { target: { value } })
