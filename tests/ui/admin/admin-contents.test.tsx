import { cleanup, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { openAdminPage } from "./admin-page.tsx"

afterEach(cleanup)

test("the contents lead to each part of the page, by its name and in its order", async () => {
  openAdminPage(() => undefined)
  const contents = await screen.findByRole("navigation", { name: "On this page" })
  const links = within(contents).getAllByRole<HTMLAnchorElement>("link")
  const headings = screen.getAllByRole("heading", { level: 2 })
  expect(links.map(({ textContent, hash }) => [textContent, hash])).toEqual(
    headings.map(({ textContent, id }) => [textContent, `#${id}`])
  )
})
