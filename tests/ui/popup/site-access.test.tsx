import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react"
import { afterEach, expect, test, vi } from "vitest"
import { showPanel } from "../show-panel.tsx"
import { states } from "../states.ts"

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test("without a ticket on a site that isn't allowed, the panel offers to allow it, and asks the browser in the click", async () => {
  const asked: string[][] = []
  vi.stubGlobal("chrome", {
    permissions: {
      request: ({ origins }: { origins: string[] }) => {
        asked.push(origins)
        return Promise.resolve(true)
      }
    }
  })
  const background = showPanel(states["site-off"]())
  screen.getByRole("heading", { name: "rt.example.org" })
  fireEvent.click(screen.getByRole("button", { name: "Allow this site" }))
  expect(asked).toEqual([["https://rt.example.org/*"]])
  await waitFor(() =>
    expect(background.of("popup-site")).toEqual([{ kind: "popup-site", origin: "https://rt.example.org", on: true }])
  )
})

test("a site that no policy allows because of a misspelt name isn't offered, and the name is told", () => {
  const state = states["site-off"]()
  if (!state.site) throw new Error("no site")
  showPanel({ ...state, site: { ...state.site, forbidden: true, unknown: ["relayaddress"] } })
  expect(screen.getByText(/names that don’t exist: relayaddress\./)).toBeTruthy()
  expect(screen.queryByRole("button", { name: "Allow this site" })).toBeNull()
})

test("a policy that can't be understood is shown with its names, and that nothing is lost", () => {
  const state = { ...states.locked(), locked: "policy" as const, policy: { unknown: ["relayaddress"] } }
  const background = showPanel(state)
  screen.getByRole("heading", { name: "Your organisation’s policy can’t be understood" })
  expect(document.body.textContent).toMatch(/names that don’t exist: relayaddress\..*Your sign-in.*stay/)
  expect(document.body.textContent).not.toContain("doesn’t answer")
  fireEvent.click(screen.getByRole("button", { name: "Try again" }))
  expect(background.of("panel-refresh").length).toBe(1)
  cleanup()
  showPanel({ ...state, policy: { missing: ["allowedSites"] } })
  expect(document.body.textContent).toContain("It must set these names, but doesn’t: allowedSites.")
  cleanup()
  showPanel({ ...state, policy: {} })
  expect(document.body.textContent).toContain("One of its values can’t be used")
})
