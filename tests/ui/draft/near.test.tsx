import { cleanup, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { panelAt } from "../show-panel.tsx"
import { base, claimsOf, draft } from "../states.ts"

const showPanel = panelAt("checks")

afterEach(cleanup)
const checks = () => screen.getByRole("region", { name: "Checks" })

test("a number beside words that prove nothing looks and reads otherwise than a proof", () => {
  const text = "The fee is off your bill. The lamp hums."
  showPanel(
    base({
      draft: draft({
        text,
        questions: [],
        claims: claimsOf(text, [
          ["The fee is off your bill.", { state: "near", sources: [2] }],
          ["The lamp hums.", { state: "near", sources: [0] }]
        ])
      })
    })
  )
  const letter = within(screen.getByRole("group", { name: "Draft text" }))
  expect(letter.getByRole("button", { name: /^Source 2 has words of it, which don’t prove it/ }).className).toBe(
    "cite near"
  )
  expect(letter.getByText("This ticket has words of it, which don’t prove it").parentElement?.className).toBe(
    "cite own near"
  )
  expect(checks().textContent).toMatch(/2 sentences have words of the ticket or a source/)
  expect(checks().textContent).not.toMatch(/has a source|have a source/)
})
