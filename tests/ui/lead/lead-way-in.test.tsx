import { cleanup, fireEvent, screen } from "@testing-library/react"
import { afterEach, expect, test, vi } from "vitest"
import { showPanel } from "../show-panel.tsx"
import { base, draft, states } from "../states.ts"

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** Pages that were opened in a tab of their own. */
function tabsOpened(): string[] {
  const opened: string[] = []
  vi.stubGlobal("chrome", {
    tabs: { create: ({ url }: { url: string }) => Promise.resolve(void opened.push(url)) },
    runtime: { getURL: (path: string) => path }
  })
  return opened
}
const open = () => screen.queryByRole("button", { name: "Open review" })

test("the panel's menu opens the review where a lead is signed in, and only there", () => {
  const opened = tabsOpened()
  showPanel({ ...base({ draft: draft() }), review: true })
  fireEvent.keyDown(document.body, { key: "?" })
  fireEvent.click(screen.getByRole("button", { name: "Open review" }))
  expect(opened).toEqual(["tabs/review.html"])
  cleanup()
  showPanel(base({ draft: draft() }))
  fireEvent.keyDown(document.body, { key: "?" })
  expect(open()).toBeNull()
})

test("without a ticket it stands below", () => {
  const opened = tabsOpened()
  showPanel({ ...states.empty(), review: true })
  fireEvent.click(screen.getByRole("button", { name: "Open review" }))
  expect(opened.length).toBe(1)
  cleanup()
  showPanel(states.empty())
  expect(open()).toBeNull()
})
