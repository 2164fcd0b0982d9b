import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react"
import { afterEach, expect, test, vi } from "vitest"
import type { CommandAnswer, PanelCommand } from "../../../src/protocol/panel.ts"
import type { PopupStatus } from "../../../src/protocol/popup.ts"
import { relayAddress } from "../../../src/protocol/relay-address.ts"
import { Popup } from "../../../src/ui/popup/popup.tsx"
import { popups } from "../states.ts"

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** The popup over a browser that grants or refuses, and a background that answers. */
async function show(
  status: PopupStatus,
  {
    grants = true,
    pair = { ok: true } as CommandAnswer,
    site = { ok: true } as CommandAnswer,
    wipe = { ok: true } as CommandAnswer,
    shortcut = undefined as string | undefined
  } = {}
) {
  const sent: PanelCommand[] = []
  const asked: string[][] = []
  const tabs: string[] = []
  vi.stubGlobal("chrome", {
    tabs: { create: ({ url }: { url: string }) => Promise.resolve(void tabs.push(url)) },
    runtime: {
      getURL: (path: string) => `chrome-extension://x/${path}`,
      sendMessage: (command: PanelCommand) => {
        sent.push(command)
        return Promise.resolve(
          command.kind === "popup-status"
            ? { ok: true, status }
            : command.kind === "popup-pair"
              ? pair
              : command.kind === "popup-site"
                ? site
                : command.kind === "popup-wipe"
                  ? wipe
                  : { ok: true }
        )
      }
    },
    permissions: {
      request: ({ origins }: { origins: string[] }) => {
        asked.push(origins)
        return Promise.resolve(grants)
      }
    },
    commands: { getAll: () => Promise.resolve(shortcut === undefined ? [] : [{ name: "open-panel", shortcut }]) },
    windows: { getCurrent: () => Promise.resolve({ id: 7 }) },
    sidePanel: { open: () => Promise.resolve() }
  })
  render(<Popup />)
  await screen.findByRole("button", { name: "Wipe" })
  return { sent, asked, tabs, of: (kind: string) => sent.filter((command) => command.kind === kind) }
}
const click = (name: string) => fireEvent.click(screen.getByRole("button", { name }))
const fill = (name: string, value: string) =>
  fireEvent.change(screen.getByRole("textbox", { name }), { target: { value } })

test("pairs with the relay on this computer without asking the browser", async () => {
  const popup = await show(popups.pair)
  fill("Pairing code", " K7QF-2M9X ")
  click("Pair")
  await waitFor(() =>
    expect(popup.of("popup-pair")).toEqual([
      { kind: "popup-pair", address: "http://127.0.0.1:8787", code: "K7QF-2M9X" }
    ])
  )
  expect(popup.asked).toEqual([])
})

test("asks for a relay elsewhere in the turn of the click, and pairs only when it was granted", async () => {
  const popup = await show(popups.pair)
  fill("Relay address", "relay.example.com")
  fill("Pairing code", "K7QF-2M9X")
  click("Pair")
  expect(popup.asked).toEqual([["https://relay.example.com/*"]])
  await waitFor(() => expect(popup.of("popup-pair").length).toBe(1))
  cleanup()
  const refused = await show(popups.pair, { grants: false })
  fill("Relay address", "https://relay.example.com")
  fill("Pairing code", "K7QF-2M9X")
  click("Pair")
  await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/not allowed to reach that relay/))
  expect(refused.of("popup-pair")).toEqual([])
})

test("each thing that can be wrong with pairing has its sentence", async () => {
  const said: [CommandAnswer, RegExp][] = [
    [{ ok: false, code: "wrong-code" }, /doesn’t know that code/],
    [{ ok: false, code: "code-used" }, /used already/],
    [{ ok: false, code: "code-expired" }, /time of that code is over/],
    [{ ok: false, code: "relay-unreachable" }, /doesn’t answer at that address/],
    [{ ok: false, code: "too-many-tries", message: "Wait a minute." }, /Wait a minute/]
  ]
  for (const [pair, words] of said) {
    await show(popups.pair, { pair })
    fill("Pairing code", "K7QF-2M9X")
    click("Pair")
    await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(words))
    cleanup()
  }
  await show(popups.pair)
  click("Pair")
  expect(screen.getByRole("alert").textContent).toMatch(/Type the code/)
  fill("Relay address", "not an address")
  click("Pair")
  expect(screen.getByRole("alert").textContent).toMatch(/That is not an address/)
})

test("Allow this site asks for that one site in the turn of the click", async () => {
  const popup = await show(popups.off)
  click("Allow this site")
  expect(popup.asked).toEqual([["https://help.example.com/*"]])
  await waitFor(() =>
    expect(popup.of("popup-site")).toEqual([{ kind: "popup-site", origin: "https://help.example.com", on: true }])
  )
  cleanup()
  const refused = await show(popups.off, { grants: false })
  click("Allow this site")
  await screen.findByText(/not allowed to read this site/)
  expect(refused.of("popup-site")).toEqual([])
})

test.each([
  ["no-permission", /not allowed to read this site/],
  ["no-site", /from a page of this kind/],
  ["no-answer", /Close this and open it again/],
  ["brand-new", /Because of that\./]
])("a site that can't be allowed: %s has its sentence", async (code, words) => {
  await show(popups.off, { site: { ok: false, code, message: "Because of that." } })
  click("Allow this site")
  await screen.findByText(words)
})

test("signs out; wipes only after it was asked, and says what is lost", async () => {
  const popup = await show(popups.off)
  click("Sign out")
  await waitFor(() => expect(popup.of("popup-sign-out").length).toBe(1))
  click("Wipe")
  expect(document.body.textContent).toMatch(
    /43 drafts and your sign-in go.*2 results that haven’t been reported yet are lost/
  )
  click("Keep them")
  expect(popup.of("popup-wipe")).toEqual([])
  click("Wipe")
  click("Wipe 43 drafts")
  await waitFor(() => expect(popup.of("popup-wipe").length).toBe(1))
})

test("what can't be wiped is named, and the question stays", async () => {
  const wipe: CommandAnswer = { ok: false, code: "not-wiped", data: { drafts: 1, sites: 1 } }
  const popup = await show(popups.off, { wipe })
  click("Wipe")
  click("Wipe 43 drafts")
  await screen.findByText(/Still here: the drafts and results, encrypted and the permission for sites\./)
  click("Wipe 43 drafts")
  await waitFor(() => expect(popup.of("popup-wipe").length).toBe(2))
  cleanup()
  await show(popups.off, { wipe: { ok: false, code: "no-answer" } })
  click("Wipe")
  click("Wipe 43 drafts")
  await screen.findByText(/The extension didn’t answer/)
})

test("an address is kept while it is typed, because the popup closes when somebody looks for the code, which isn't", async () => {
  const popup = await show(popups.pair)
  fill("Relay address", "relay.exam")
  fill("Pairing code", "K7QF")
  expect(popup.of("popup-address")).toEqual([{ kind: "popup-address", address: "relay.exam" }])
  expect(JSON.stringify(popup.sent)).not.toContain("K7QF")
  cleanup()
  await show({ ...popups.pair, typed: "relay.exam" })
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Relay address" }).value).toBe("relay.exam")
})

test("a policy that can't be understood is named, and nothing is offered that it forbids", async () => {
  await show({ ...popups.on, policy: { unknown: ["relayaddress"] } })
  screen.getByRole("heading", { name: "Your organisation’s policy can’t be understood" })
  screen.getByText(/names that don’t exist: relayaddress\./)
  screen.getByText(/Signed in as/)
  cleanup()
  await show({ ...popups.pair, policy: {} })
  expect(screen.queryByRole("button", { name: "Pair" })).toBeNull()
})

test("a lead beside the agent: the review opens from here, and each signs out alone", async () => {
  const popup = await show(popups.both)
  expect(document.body.textContent).toMatch(/Signed in as Tom, agent.*Review as Anna, lead/)
  click("Open review")
  expect(popup.tabs).toEqual(["chrome-extension://x/tabs/review.html"])
  click("Sign Anna out")
  await waitFor(() => expect(popup.of("page-sign-out").length).toBe(1))
  expect(popup.of("popup-sign-out")).toEqual([])
  cleanup()
  const alone = await show(popups.on)
  click("Review, with a lead’s code")
  expect(alone.tabs.length).toBe(1)
})

test("the key that opens the panel is shown as the person has it, and not where there is none", async () => {
  const open = () => screen.findByRole("button", { name: "Open the panel" })
  await show(popups.on, { shortcut: "Alt+Shift+O" })
  await waitFor(async () => expect((await open()).querySelector("kbd")?.textContent).toBe("Alt ⇧ O"))
  cleanup()
  await show(popups.on, { shortcut: "" })
  expect((await open()).querySelector("kbd")).toBeNull()
})

test("says what is not found reliably", async () => {
  await show(popups.on)
  expect(document.body.textContent).toMatch(
    /Most names in running text are found, but not all; in Japanese they are not found reliably/
  )
})

test("an address as a person types it", () => {
  const at = (typed: string) => relayAddress(typed)?.origin
  expect(["localhost:8787", "127.0.0.1:8787/", "http://localhost:8787", " HTTP://127.0.0.1:8787/v1 "].map(at)).toEqual(
    Array(4).fill("http://127.0.0.1:8787")
  )
  expect(at("relay.example.com")).toBe("https://relay.example.com")
  expect(at("localhost.example.com:81")).toBe("https://localhost.example.com:81")
  expect(["K7QF-2M9X", "relay", "-", "relay/", "not an address"].map(at)).toEqual(Array(5).fill(undefined))
  expect(["relay:8787", "https://relay"].map(at)).toEqual(["https://relay:8787", "https://relay"])
  expect(["", "a b", "ftp://x", "https://u:p@x.org", "javascript:alert(1)"].map(at)).toEqual(Array(5).fill(undefined))
  expect(relayAddress("https://localhost:8787")?.loopback).toBe(false)
  const safe = (typed: string) => relayAddress(typed)?.safe
  expect(
    ["localhost:8787", "http://127.0.0.1:8787", "https://10.0.0.5", "relay.example.com", "https://[::1]:8787"].map(safe)
  ).toEqual(Array(5).fill(true))
  // The manifest's policy can name no IPv6 address.
  expect(
    [
      "http://relay.example.com",
      "http://10.0.0.5:8787",
      "http://127.0.0.1.evil.example",
      "http://[::1]:8787",
      "http://127.0.0.2:8787"
    ].map(safe)
  ).toEqual(Array(5).fill(false))
})

test("a relay elsewhere without HTTPS is refused in a sentence, before the browser is asked for anything", async () => {
  const { sent, asked } = await show(popups.pair)
  fireEvent.change(screen.getByLabelText("Relay address"), { target: { value: "http://relay.example.com:8787" } })
  fireEvent.change(screen.getByLabelText("Pairing code"), { target: { value: "K7QM-4TXP" } })
  fireEvent.click(screen.getByRole("button", { name: "Pair" }))
  expect((await screen.findByText(/Type the https:\/\/ address of one elsewhere/)).getAttribute("role")).toBe("alert")
  expect(sent.filter(({ kind }) => !["popup-status", "popup-address"].includes(kind))).toEqual([])
  expect(asked).toEqual([])
})

test("of a site that is read, the popup notes whether its helpdesk greets and signs by itself", async () => {
  const site = { origin: "https://desk.example", on: true, builtIn: false }
  const { sent } = await show({ ...popups.on, site })
  fireEvent.click(screen.getByRole("checkbox", { name: /greets and signs by itself/ }))
  await waitFor(() =>
    expect(sent).toContainEqual({ kind: "popup-frame", origin: "https://desk.example", isFramed: true })
  )
  cleanup()
  await show({ ...popups.on, site: { ...site, framed: true } })
  expect(screen.getByRole("checkbox", { name: /greets and signs by itself/ })).toHaveProperty("checked", true)
  cleanup()
  await show({ ...popups.on, site: { ...site, on: false } })
  expect(screen.queryByRole("checkbox", { name: /greets and signs by itself/ })).toBeNull()
})
