import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, expect, test } from "vitest"
import { readLookup } from "../../../src/relay/lookups/format/read-lookup.ts"
import { openAdminPage } from "./admin-page.tsx"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import type { Asked } from "../help/page-values.ts"
import type { StoredLookups } from "../../../src/protocol/routes/lookups.ts"

afterEach(cleanup)

const demo = (name: string) => readFileSync(join(import.meta.dirname, "../../../demo/lookups", name), "utf8")

/** The page over a relay that reads what it is sent as the real one does, and keeps it. */
async function open(...sources: string[]) {
  const stored = new Map<string, StoredLookups["lookups"][number]>()
  const saves: string[] = []
  const relay = { isAway: false, isSignedOut: false, ready: Promise.resolve() }
  const keep = (source: string) => {
    const { definition, mistakes = [] } = readLookup(source)
    if (!definition) return mistakes.map(({ line, sentence }) => `Line ${line}: ${sentence}`).join("\n")
    const { name, title, hosts } = definition
    stored.set(name, { name, title, hosts, source, version: (stored.get(name)?.version ?? 0) + 1, at: AT })
    return { name, version: stored.get(name)?.version ?? 0 }
  }
  sources.forEach(keep)
  const answer = async (command: Asked): Promise<PageAnswer> => {
    if (relay.isSignedOut) return { ok: false, code: "signed-out" }
    if (command.route === "GET /v1/admin/lookups") return { ok: true, value: { lookups: [...stored.values()] } }
    if (command.route !== "PUT /v1/admin/lookups") return { ok: false, code: "relay-unreachable" }
    if (relay.isAway) return { ok: false, code: "relay-unreachable" }
    saves.push(command.body.source)
    const kept = keep(command.body.source)
    await relay.ready
    return typeof kept === "string" ? { ok: false, code: "lookup-wrong", message: kept } : { ok: true, value: kept }
  }
  openAdminPage(answer, () => !relay.isSignedOut)
  await screen.findByRole("region", { name: "Lookups" })
  return { saves, stored, relay }
}
/** The window comes to the front, which has everything asked again. */
const comeBack = () => act(() => void window.dispatchEvent(new Event("visibilitychange")))
const AT = "2026-11-20T10:00:00Z"
const card = () => within(screen.getByRole("region", { name: "Lookups" }))
// Whether something is hidden takes jsdom long to tell, and nothing of the form is.
const press = (name: string | RegExp, inside = card()) =>
  fireEvent.click(inside.getByRole("button", { name, hidden: true }))
const type = (label: string | RegExp, value: string, inside = card()) =>
  fireEvent.change(inside.getByLabelText(label), { target: { value } })
const choose = type
const row = (name: string, inside = card()) => within(inside.getByRole("group", { name, hidden: true }))
const field = (label: string, inside = card()) => inside.getByLabelText<HTMLInputElement>(label)
const focused = () => document.activeElement
/** The sentence beside a field. */
const beside = (element: HTMLElement) =>
  (element.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id))
    .filter((one) => one?.getAttribute("role") === "alert")
    .map((one) => one?.textContent)
    .join("")

async function newForm() {
  press("New lookup by form")
  return card().findByRole("heading", { name: "New lookup by form" })
}
async function edit(name: string) {
  fireEvent.click(await card().findByRole("button", { name: `Edit in the form ${name}` }))
  return card().findByRole("heading", { name: `Lookup ${name}` })
}

test("a new lookup by form is stored as the YAML that a ready one means", async () => {
  const { saves } = await open()
  await newForm()
  type("Name", "hubspot")
  type("Title", "HubSpot")
  type("Address", readLookup(demo("hubspot.yaml")).definition?.url ?? "")
  expect(field("Hosts that may be asked").value).toBe("api.hubapi.com")
  press("Add a header")
  type("Name of the header", "Authorization", row("Header 1"))
  type("Value of the header", "Bearer {secret:token}", row("Header 1"))
  expect(card().getByText("Nothing says yet what {secret:token} is.")).toBeTruthy()
  press("Add a secret")
  expect(field("Name of the secret", row("Secret 1")).value).toBe("token")
  type("What it is", "HubSpot access token with crm.objects.contacts.read", row("Secret 1"))
  expect(card().getByText("Nothing says yet where the ticket has {email}.")).toBeTruthy()
  press("Add a value")
  expect(field("Name of the gap", row("Value 1")).value).toBe("email")
  type("What agents call it", "e-mail address", row("Value 1"))
  choose("The ticket itself gives", "requester-email", row("Value 1"))
  type("An answer is used again for", "15 minutes")
  for (const [at, [name, fact]] of Object.entries(readLookup(demo("hubspot.yaml")).definition?.facts ?? {}).entries()) {
    if (at > 0) press("Add a fact")
    const box = row(`Fact ${at + 1}`)
    type("Name of the fact", name, box)
    type("Label", fact.label, box)
    type("Path", fact.path, box)
    choose("Type", fact.type, box)
    choose("Tells who somebody is", fact.identity ?? "", box)
    for (const [n, [value, word]] of Object.entries(fact.words).entries()) {
      press("Add a word", box)
      type("Value", value, row(`Word ${n + 1}`, box))
      type("Is called", word, row(`Word ${n + 1}`, box))
    }
  }
  press("Show YAML")
  const shown = card().getByLabelText("YAML that is stored").textContent
  press("Store the lookup")
  expect(await card().findByText(/^hubspot is stored as version 1/)).toBeTruthy()
  expect(saves).toEqual([shown])
  expect(readLookup(saves[0] ?? "")).toEqual(readLookup(demo("hubspot.yaml")))
  expect(focused()).toBe(card().getByRole("button", { name: "New lookup by form" }))
})

test("editing a stored one changes what was typed, and keeps comments and the way it is written", async () => {
  const { saves } = await open(demo("stripe.yaml"))
  const heading = await edit("stripe")
  expect(focused()).toBe(heading)
  type("Title", "Our Stripe")
  press("Remove fact 9")
  press("Store the lookup")
  expect(await card().findByText(/^stripe is stored as version 2/)).toBeTruthy()
  const expected = demo("stripe.yaml")
    .replace("title: Stripe", "title: Our Stripe")
    .replace(/ {2}payer:\n(?: {4}.*\n)+/, "")
  expect(saves).toEqual([expected])
  expect(focused()).toBe(card().getByRole("button", { name: "Edit in the form stripe" }))
})

test("what the relay refuses stands at its field, which gets the focus, and nothing that was typed is lost", async () => {
  const { saves } = await open(demo("woocommerce.yaml"))
  await newForm()
  type("Name", "shop")
  type("Address", "https://shop.example/{order}")
  press("Add a header")
  type("Name of the header", "Cookie", row("Header 1"))
  type("Value of the header", "a=b", row("Header 1"))
  type("Name of the fact", "sent", row("Fact 1"))
  type("Label", "Sent on", row("Fact 1"))
  type("Path", "$.sent", row("Fact 1"))
  press("Store the lookup")
  expect(await card().findByText(/The relay found one mistake/)).toBeTruthy()
  expect(beside(field("Title"))).toMatch(/^title must be a text on one line/)
  expect(focused()).toBe(field("Title"))
  type("Title", "Shop")
  expect(beside(field("Title"))).toBe("")
  press("Store the lookup")
  expect(await card().findByText(/The relay found 2 mistakes/)).toBeTruthy()
  expect(beside(field("Address"))).toBe('{order} stands under no "values", so nothing gives it.')
  expect(beside(card().getByRole("group", { name: "Header 1" }))).toBe('The header "Cookie" can\'t be set by a lookup.')
  expect(field("Path", row("Fact 1")).value).toBe("$.sent")
  expect(field("Value of the header", row("Header 1")).value).toBe("a=b")
  expect(saves).toHaveLength(2)
})

test("a relay that is away leaves the form as it is; so does closing it, unless one says so", async () => {
  const { relay, saves } = await open(demo("zendesk.yaml"))
  await edit("zendesk")
  type("Title", "Ours")
  relay.isAway = true
  press("Store the lookup")
  expect(await card().findByText("The relay doesn’t answer.")).toBeTruthy()
  expect(field("Title").value).toBe("Ours")
  press("Close the form")
  expect(card().getByText("What you typed isn’t stored.")).toBeTruthy()
  press("Go on typing")
  expect(field("Title").value).toBe("Ours")
  press("New lookup by form")
  expect(field("Title").value).toBe("Ours")
  press("Close the form")
  press("Close without storing")
  expect(card().queryByLabelText("Title")).toBeNull()
  expect(field("YAML of a lookup").value).toBe("")
  expect(saves).toEqual([])
})

test("the focus goes into a row that is added, and beside one that is removed", async () => {
  await open()
  await newForm()
  for (const name of ["A", "B", "C"]) {
    press("Add a header")
    expect(focused()).toBe(field("Name of the header", row(`Header ${name === "A" ? 1 : name === "B" ? 2 : 3}`)))
    act(() => void fireEvent.change(focused() ?? document.body, { target: { value: name } }))
  }
  press("Remove header 2")
  expect(focused()).toBe(card().getByRole("button", { name: "Remove header 2" }))
  expect(field("Name of the header", row("Header 2")).value).toBe("C")
  press("Remove header 2")
  expect(focused()).toBe(card().getByRole("button", { name: "Remove header 1" }))
  press("Remove header 1")
  expect(focused()).toBe(card().getByRole("button", { name: "Add a header" }))
})

test("a name that is taken, and another name than before, are told before it is stored", async () => {
  await open(demo("zendesk.yaml"), demo("hubspot.yaml"))
  await edit("zendesk")
  type("Name", "zendesk-2")
  expect(card().getByText("A lookup of another name: zendesk stays as it is.")).toBeTruthy()
  type("Name", "hubspot")
  expect(card().getByText("hubspot is in the list: what you store takes its place, as a new version.")).toBeTruthy()
})

test("somebody else's version, stored while the form is open, is told", async () => {
  const { stored } = await open(demo("zendesk.yaml"))
  await edit("zendesk")
  const [theirs] = stored.values()
  if (theirs) stored.set("zendesk", { ...theirs, source: `${theirs.source}# theirs\n`, version: 2 })
  comeBack()
  await waitFor(() => expect(card().getByText(/^Somebody changed this lookup/)).toBeTruthy())
})

test("a sign-in that ends takes the page away, and what was typed is there after the next one", async () => {
  const { relay } = await open(demo("zendesk.yaml"))
  await edit("zendesk")
  type("Title", "Ours")
  relay.isSignedOut = true
  comeBack()
  await screen.findByRole("textbox", { name: "Pairing code" })
  relay.isSignedOut = false
  comeBack()
  await screen.findByRole("region", { name: "Lookups" })
  await card().findByRole("heading", { name: "Lookup zendesk" })
  expect(field("Title").value).toBe("Ours")
})

test("what is typed while it is being stored isn't taken away", async () => {
  const { relay, saves } = await open(demo("zendesk.yaml"))
  await edit("zendesk")
  const stored = Promise.withResolvers<void>()
  relay.ready = stored.promise
  type("Title", "Ours")
  press("Store the lookup")
  await waitFor(() => expect(saves).toHaveLength(1))
  type("Title", "Our own")
  stored.resolve()
  expect(await card().findByText(/^zendesk is stored as version 2/)).toBeTruthy()
  expect(field("Title").value).toBe("Our own")
  press("Store the lookup")
  expect(await card().findByText(/^zendesk is stored as version 3/)).toBeTruthy()
  expect(readLookup(saves[1] ?? "").definition?.title).toBe("Our own")
  expect(card().queryByLabelText("Title")).toBeNull()
})
