import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { showPanel } from "./show-panel.tsx"
import { states } from "./states.ts"

afterEach(cleanup)

test("the palette inserts at the caret", async () => {
  const background = showPanel(states["no-model"]())
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true })
  fireEvent.click(await screen.findByRole("option", { name: /Insert at the caret/ }))
  await waitFor(() =>
    expect(background.sent).toContainEqual(expect.objectContaining({ kind: "panel-insert", at: "caret" }))
  )
})
