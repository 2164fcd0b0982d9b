import { fireEvent, screen, waitFor, within } from "@testing-library/react"
import { expect, test } from "vitest"
import type { TokenProblem } from "../../../src/ticket/helpdesk-api/helpdesk-api.ts"
import { apiTicket } from "../help/states-picking.ts"
import { showPanel } from "../show-panel.tsx"
import { useAskedSites } from "./asked-sites.ts"

const request = useAskedSites()

const card = () => within(screen.getByRole("region", { name: "How this ticket is read" }))
const type = (token: string) => {
  fireEvent.change(card().getByLabelText("API token"), { target: { value: token } })
  fireEvent.click(card().getByRole("button", { name: "Keep it and read the ticket" }))
}
const API = { origins: ["https://api2.frontapp.com/*"] }

test.each<[TokenProblem, RegExp]>([
  ["missing", /which an admin of the helpdesk makes/],
  ["refused", /refused the token/],
  ["too-narrow", /may not read this ticket/]
])(
  "a token that is %s is asked for, and sent to the background once the browser has allowed the API",
  async (problem, why) => {
    const background = showPanel(apiTicket(problem))
    card().getByText(why)
    card().getByText(/Settings, Developers, API tokens/)
    type("abc.def")
    await waitFor(() => expect(background.of("panel-token")).toMatchObject([{ token: "abc.def" }]))
    expect(request).toHaveBeenCalledExactlyOnceWith(API)
  }
)

test("if the browser doesn't allow it, the token stays typed and nothing is sent", async () => {
  request.mockResolvedValue(false)
  const background = showPanel(apiTicket("missing"))
  type("abc.def")
  await card().findByText("The browser did not allow it, so nothing was read.")
  expect(card().getByLabelText<HTMLInputElement>("API token").value).toBe("abc.def")
  expect(background.of("panel-token")).toEqual([])
})

test("where only the permission is missing, one press asks for it, and the ticket is read again", async () => {
  const background = showPanel(apiTicket("not-allowed"))
  fireEvent.click(card().getByRole("button", { name: "Allow api2.frontapp.com" }))
  await waitFor(() => expect(background.of("panel-refresh")).toHaveLength(1))
  expect(request).toHaveBeenCalledExactlyOnceWith(API)
})

test("a kept token can be forgotten, and another one typed", async () => {
  const background = showPanel(apiTicket(), {}, "more:helpdesk-token")
  fireEvent.click(card().getByRole("button", { name: "Forget the token" }))
  await card().findByText("Forgotten. Tickets here are read again once you type a token.")
  expect(background.of("panel-token")).toMatchObject([{ token: "" }])
  fireEvent.click(card().getByRole("button", { name: "Use another token" }))
  type("new.one")
  await waitFor(() => expect(background.of("panel-token").at(-1)).toMatchObject({ token: "new.one" }))
})

test("from the bar the places can be shown instead", () => {
  showPanel(apiTicket("missing"))
  within(screen.getByRole("region", { name: "Actions" })).getByRole("button", { name: "Show where the ticket is" })
})
