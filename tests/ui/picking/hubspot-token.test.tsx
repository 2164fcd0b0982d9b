import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { expect, test } from "vitest"
import type { Notice } from "../../../src/protocol/notice.ts"
import type { ApiReading } from "../../../src/ticket/helpdesk-api/helpdesk-api.ts"
import { hubspotTicket, pickingStates } from "../help/states-picking.ts"
import { showPanel } from "../show-panel.tsx"
import { useAskedSites } from "./asked-sites.ts"

const request = useAskedSites()

const NAME = "How this ticket is read"
const card = () => within(screen.getByRole("region", { name: NAME }))
const field = () => screen.queryByLabelText("API token")
const bar = () => within(screen.getByRole("region", { name: "Actions" }))
const type = (token: string) => {
  fireEvent.change(card().getByLabelText("API token"), { target: { value: token } })
  fireEvent.click(card().getByRole("button", { name: "Keep it and read the ticket" }))
}
const API = { origins: ["https://api.hubapi.com/*"] }
const failed: Notice = { code: "page-changed", data: { part: "answer" } }

test("a ticket that the session didn't give can be read with a token, shown, or taken as a selected text", async () => {
  const background = showPanel(hubspotTicket({ api: "missing", notice: failed }))
  card().getByText(/can be read in your session/)
  card().getByText(/Service keys/)
  bar().getByRole("button", { name: "Show where the ticket is" })
  bar().getByRole("button", { name: "Use the selected text" })
  type("pat-1")
  await waitFor(() => expect(background.of("panel-token")).toMatchObject([{ token: "pat-1" }]))
  expect(request).toHaveBeenCalledExactlyOnceWith(API)
})

test.each<[string, ApiReading | undefined, Notice, boolean]>([
  ["the session has ended", "missing", { code: "logged-out" }, true],
  ["the session may not read it", "missing", { code: "unreadable", data: { part: "forbidden" } }, true],
  ["the token was refused", "refused", { code: "token-wanted", data: { part: "refused" } }, true],
  ["the network is away", "missing", { code: "unreadable", data: { part: "network" } }, false],
  ["the API has answered", "answered", failed, false],
  ["the API was never asked", undefined, failed, false],
  ["it has several conversations", "answered", { code: "several" }, false]
])("%s: a token is asked for is %s", (_, api, notice, isAsked) => {
  showPanel(hubspotTicket({ ...(api ? { api } : {}), notice }))
  expect(field() !== null).toBe(isAsked)
})

test("of a ticket with several conversations the bar says so, and offers the places and the selected text", () => {
  showPanel(hubspotTicket({ api: "answered", notice: { code: "several" } }))
  bar().getByText(/several conversations/)
  bar().getByRole("button", { name: "Show where the ticket is" })
  bar().getByRole("button", { name: "Use the selected text" })
})

test("a refused token can be forgotten where the session may read, and a missing one can't", async () => {
  const background = showPanel(hubspotTicket({ notice: { code: "token-wanted", data: { part: "refused" } } }))
  fireEvent.click(card().getByRole("button", { name: "Forget the token" }))
  await card().findByText(/Tickets here are read in your session/)
  expect(background.of("panel-token")).toMatchObject([{ token: "" }])
  cleanup()
  showPanel(hubspotTicket({ api: "missing", notice: failed }))
  expect(card().queryByRole("button", { name: "Forget the token" })).toBeNull()
})

test("whoever has no token and whose tickets are read sees nothing of it", () => {
  showPanel(hubspotTicket({ api: "missing" }))
  expect(screen.queryByRole("region", { name: NAME })).toBeNull()
})

test("on a ticket that was read with the token, the token can be forgotten", async () => {
  const background = showPanel(hubspotTicket({ api: "answered" }), {}, "more:helpdesk-token")
  card().getByText(/Comments of the team come along/)
  fireEvent.click(card().getByRole("button", { name: "Forget the token" }))
  await card().findByText(/Tickets here are read in your session/)
  expect(background.of("panel-token")).toMatchObject([{ token: "" }])
})

test("a token that was passed over is named, with the ways to change it", () => {
  showPanel(hubspotTicket({ api: "other-account" }), {}, "more:helpdesk-token")
  card().getByText(/another account of the helpdesk/)
  card().getByText(/read in your session instead/)
  card().getByRole("button", { name: "Use another token" })
  card().getByRole("button", { name: "Forget the token" })
})

test("where no conversation is named, a token can be typed besides showing the places", async () => {
  const background = showPanel(pickingStates["unread-hubspot"]())
  screen.getByRole("button", { name: "Show where the ticket is" })
  screen.getByRole("button", { name: "Use the selected text" })
  type("pat-2")
  await waitFor(() =>
    expect(background.of("panel-token-page")).toMatchObject([{ tabId: 7, helpdesk: "hubspot", token: "pat-2" }])
  )
  expect(request).toHaveBeenCalledExactlyOnceWith(API)
})

test("in Front a token says nothing where no conversation is named", () => {
  showPanel(pickingStates["unread-front"]())
  expect(field()).toBeNull()
})
