import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { AdminAnswer, AdminCommand } from "../../../src/protocol/admin.ts"
import type { KnowledgeSource, LastImport, Schedule } from "../../../src/protocol/knowledge.ts"
import { AdminFrame } from "../../../src/ui/admin/frame/admin-frame.tsx"
import { askAdminBy } from "../../../src/ui/admin/frame/admin-link.ts"
import { Knowledge } from "../../../src/ui/admin/knowledge/knowledge.tsx"
import { planOf, scheduleOf } from "../../../src/ui/admin/knowledge/plan.ts"
import { LeadFault } from "../../../src/ui/lead/lead-link.ts"
import { soon } from "../../soon.ts"

afterEach(cleanup)

const at = "2026-10-01T10:00:00Z"
const last = (more: Partial<LastImport> = {}): LastImport => ({
  id: "i1",
  state: "done",
  started: at,
  ended: at,
  reason: null,
  seen: 3,
  imported: 2,
  unchanged: 0,
  removed: 0,
  failed: 0,
  total: 3,
  perSecond: null,
  rest: null,
  failures: [],
  ...more
})
const source = (more: Partial<KnowledgeSource> = {}): KnowledgeSource => ({
  collection: "help-1",
  kind: "site",
  label: "help.example.com",
  internal: false,
  documents: 120,
  waiting: false,
  again: true,
  schedule: { every: "off" },
  next: null,
  hook: null,
  last: last(),
  ...more
})

/** The section over a background that keeps sources as the relay does. `sent` is what happens to a file. */
async function open(sources: KnowledgeSource[] = [source()]) {
  const back = {
    sources,
    asked: [] as AdminCommand[],
    refuses: new Map<string, AdminAnswer>(),
    copied: [] as string[],
    sending: async (
      _file: File,
      _internal: boolean,
      _sent: (bytes: number) => void,
      _signal: AbortSignal
    ): Promise<void> => undefined
  }
  const answer = (command: AdminCommand): AdminAnswer => {
    back.asked.push(command)
    const refused = back.refuses.get(command.kind)
    if (refused) return refused
    switch (command.kind) {
      case "admin-status":
        return { ok: true, value: { admin: { id: "p3", name: "Ada", role: "admin", groups: [] }, address: "" } }
      case "admin-knowledge":
        return { ok: true, value: { sources: structuredClone(back.sources) } }
      case "admin-import":
        return { ok: true, value: { collections: ["help.example.org-1"] } }
      case "admin-schedule": {
        const next = command.schedule.every === "off" ? null : "2030-01-07T02:00:00Z"
        back.sources = back.sources.map((one) =>
          one.collection === command.collection ? { ...one, schedule: command.schedule, next } : one
        )
        return {
          ok: true,
          value: {
            schedule: command.schedule,
            next,
            ...(next && { then: ["2030-01-14T02:00:00Z", "2030-01-21T02:00:00Z"] })
          }
        }
      }
      case "admin-hook":
        back.sources = back.sources.map((one) => ({ ...one, hook: { since: at, called: null } }))
        return {
          ok: true,
          value: {
            address: "https://relay.example/v1/hooks/knowledge/help-1",
            secret: command.request.secret === undefined ? "made-by-the-relay" : null
          }
        }
      case "admin-source-remove":
        back.sources = back.sources.filter(({ collection }) => collection !== command.collection)
        return { ok: true, value: { documents: 120 } }
      default:
        return { ok: true, value: null }
    }
  }
  const sendFile = async (...[file, internal, sent, signal]: Parameters<typeof back.sending>) => {
    await back.sending(file, internal, sent, signal)
    return { collections: [`file ${file.name}`] }
  }
  render(
    <AdminFrame
      link={{
        ask: askAdminBy(async (command) => answer(command)),
        send: async () => ({ ok: true }),
        copy: async (text) => void back.copied.push(text),
        sendFile
      }}
    >
      <main>
        <h1>Admin</h1>
        <Knowledge />
      </main>
    </AdminFrame>
  )
  await screen.findByText("Send a file")
  return back
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }))
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const asked = <K extends AdminCommand["kind"]>(back: { asked: AdminCommand[] }, kind: K) =>
  back.asked.filter((command): command is Extract<AdminCommand, { kind: K }> => command.kind === kind)
const item = (label: string) => within(screen.getByRole("listitem", { name: new RegExp(`^${label}`) }))

test("each source tells in a sentence how it stands; what was not taken is listed with reasons and how many more", async () => {
  const failures = Array.from({ length: 100 }, (_, n) => ({ path: `page-${n}.html`, reason: "It holds no text." }))
  await open([
    source({ last: last({ failed: 220, removed: 4, failures }), internal: true }),
    source({ collection: "b", label: "b.example", last: null, documents: 0 }),
    source({ collection: "c", label: "c.example", last: last({ state: "failed", reason: "c.example is away." }) }),
    source({ collection: "d", label: "d.example", last: last({ state: "interrupted", ended: null }) }),
    source({
      collection: "file e.md",
      label: "e.md",
      kind: "file",
      again: false,
      last: last({ state: "stopped" }),
      documents: 1
    })
  ])
  expect(
    item("help.example.com").getByText("120 documents. Imported 1 Oct 2026: 2 new or changed, 4 gone, 220 not taken.")
  ).toBeTruthy()
  expect(item("help.example.com").getByText("agents only")).toBeTruthy()
  const list = within(
    item("help.example.com").getByRole("list", { name: "220 documents not taken", hidden: true })
  ).getAllByRole("listitem", { hidden: true })
  expect([list[0]?.textContent, list[100]?.textContent, list.length]).toEqual([
    "page-0.html It holds no text.",
    "and 120 more",
    101
  ])
  expect(item("b.example").getByText("No documents. Not imported yet.")).toBeTruthy()
  expect(item("c.example").getByText(/Failed 1 Oct 2026\. c\.example is away\.$/).className).toContain("fault")
  expect(item("d.example").getByText(/Broke off after 3 documents/)).toBeTruthy()
  expect(item("d.example").getByRole("button", { name: /^Start again/ })).toBeTruthy()
  expect(item("e.md").getByText("To import it again, send the file again.")).toBeTruthy()
  expect(
    item("e.md")
      .getAllByRole("button")
      .map((one) => one.textContent)
  ).toEqual(["Remove e.md"])
})

test("an import that runs is asked for again until it is over, shown with rate and rest, and can be stopped", async () => {
  const back = await open([
    source({ last: last({ state: "running", ended: null, seen: 1204, total: 5000, perSecond: 85, rest: 45 }) })
  ])
  expect(screen.getByText("1,204 of 5,000 documents read, 85 a second, 45 s left")).toBeTruthy()
  const bar = screen.getByRole<HTMLProgressElement>("progressbar", { name: "Import of help.example.com" })
  expect([bar.value, bar.max]).toEqual([1204, 5000])
  press(/^Stop/)
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^help\.example\.com/))
  await screen.findByText("help.example.com is asked to stop.")
  expect(asked(back, "admin-import-cancel")).toEqual([{ kind: "admin-import-cancel", id: "i1" }])
  back.sources = [source({ last: last({ state: "stopped" }) })]
  await screen.findByText(
    "help.example.com: Stopped 1 Oct 2026 after 3 documents. What was taken stays; started again within a day, it goes on from there.",
    undefined,
    { timeout: 4000 }
  )
  const times = asked(back, "admin-knowledge").length
  press(/^Start again/)
  await screen.findByText("help.example.com is imported soon.")
  expect(asked(back, "admin-import")).toEqual([{ kind: "admin-import", request: { collection: "help-1" } }])
  expect(asked(back, "admin-knowledge").length).toBe(times + 1)
})

test("a new place: the fields of its kind alone, and what the relay refuses stands beside the field that it means", async () => {
  const back = await open([])
  expect(screen.getByText(/^Nothing of yours is imported yet/)).toBeTruthy()
  press("Import")
  expect((await screen.findByText("Fill this in.")).getAttribute("role")).toBe("alert")
  fireEvent.change(screen.getByLabelText("Kind"), { target: { value: "rt" } })
  expect(screen.getByText(/RT_TOKEN.*stored nowhere/)).toBeTruthy()
  type("Address", " support.example.com/rt ")
  type("Queues", "Support, Sales,")
  type("Days back", "0")
  fireEvent.click(screen.getByLabelText("articles"))
  expect(screen.queryByLabelText("Public classes")).toBeNull()
  fireEvent.click(screen.getByLabelText("For agents’ eyes only"))
  back.refuses.set("admin-import", {
    ok: false,
    code: "source-unreadable",
    message: "--days takes a number from 1 to 3650."
  })
  press("Import")
  const said = await screen.findByText("--days takes a number from 1 to 3650.")
  expect(screen.getByLabelText("Days back").getAttribute("aria-describedby")).toContain(said.id)
  expect(screen.getByLabelText("Days back").getAttribute("aria-invalid")).toBe("true")
  expect(asked(back, "admin-import")[0]?.request).toEqual({
    source: "rt:support.example.com/rt",
    internal: true,
    options: { tickets: true, queue: ["Support", "Sales"], days: "0" }
  })
  back.refuses.set("admin-import", {
    ok: false,
    code: "machine-only",
    message: "The relay's credentials would be sent to it."
  })
  type("Days back", "")
  press("Import")
  await screen.findByText("The relay's credentials would be sent to it.")
  expect(screen.getByLabelText("Address").getAttribute("aria-invalid")).toBe("true")
  fireEvent.change(screen.getByLabelText("Kind"), { target: { value: "site" } })
  back.refuses.clear()
  type("Address", "help.example.org")
  press("Import")
  await screen.findByText("Asked for. It is imported soon.")
  expect(asked(back, "admin-import").at(-1)?.request).toEqual({ source: "site:https://help.example.org" })
})

test.each<[string, Schedule]>([
  ["off", { every: "off" }],
  ["hour", { every: "hour" }],
  ["a day", { every: "day", at: "03:00", zone: "Europe/Berlin" }],
  ["weekdays", { every: "cron", cron: "30 6 * * 1-5", zone: "Europe/Berlin" }],
  ["a week", { every: "cron", cron: "0 22 * * 0", zone: "Europe/Berlin" }],
  ["five fields", { every: "cron", cron: "*/10 * * * *", zone: "Europe/Berlin" }]
])("a schedule, %s, is the same there and back", (_, schedule) =>
  expect(scheduleOf(planOf(schedule), "Europe/Berlin")).toEqual(schedule)
)

test("a schedule is set in plain words, and told with its next time; one that the relay refuses stays open with its sentence", async () => {
  const back = await open()
  press(/^Schedule/)
  fireEvent.change(screen.getByLabelText("Import"), { target: { value: "cron" } })
  type("Minute, hour, day of the month, month, day of the week", "* * * * *")
  back.refuses.set("admin-schedule", {
    ok: false,
    code: "bad-schedule",
    message: "The schedule would import more often than every 5 minutes."
  })
  press(/^Set it/)
  await screen.findByText("The schedule would import more often than every 5 minutes.")
  back.refuses.clear()
  fireEvent.change(screen.getByLabelText("Import"), { target: { value: "week" } })
  fireEvent.change(screen.getByLabelText("On"), { target: { value: "5" } })
  type("At", "")
  press(/^Set it/)
  await screen.findByText("Give a time.")
  type("At", "22:30")
  press(/^Set it/)
  await screen.findByText(
    /^help\.example\.com: Every Friday at 22:30\. Next: 7 Jan 2030, \d\d:\d\d; 14 Jan 2030, \d\d:\d\d; 21 Jan 2030, \d\d:\d\d\.$/
  )
  expect(asked(back, "admin-schedule").at(-1)?.schedule).toMatchObject({
    every: "cron",
    cron: "30 22 * * 5",
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone
  })
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Schedule/))
  expect(item("help.example.com").getByText(/^Every Friday at 22:30\. Next: 7 Jan 2030/)).toBeTruthy()
})

test("a webhook's secret is shown once, with how to sign; hidden, it is gone", async () => {
  const back = await open()
  press(/^Webhook/)
  press(/^Make a webhook/)
  await screen.findByText("made-by-the-relay")
  expect(screen.getByText("https://relay.example/v1/hooks/knowledge/help-1")).toBeTruthy()
  expect(screen.getByText(/openssl dgst -sha256 -hmac/).textContent).not.toContain("made-by-the-relay")
  press("Copy the secret")
  await screen.findByText("Copied.")
  expect(back.copied).toEqual(["made-by-the-relay"])
  press("Hide it")
  expect(screen.queryByText("made-by-the-relay")).toBeNull()
  back.refuses.set("admin-hook", { ok: false, code: "bad-request", message: "secret: less than 16." })
  type("Secret of the sender", "short")
  press(/^Make a new secret/)
  await screen.findByText("secret: less than 16.")
  back.refuses.set("admin-hook-remove", { ok: false, code: "no-hook", message: "This source has no webhook any more." })
  press(/^Remove the webhook/)
  await screen.findByText("This source has no webhook any more.")
})

test("a source is removed only when it is asked for twice, and what another admin does meanwhile is told", async () => {
  const back = await open()
  press(/^Remove/)
  await waitFor(() =>
    expect(document.activeElement?.textContent).toMatch(/^Remove help\.example\.com and its 120 documents\?/)
  )
  press("Keep it")
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Remove help.example.com"))
  press(/^Remove/)
  back.refuses.set("admin-source-remove", {
    ok: false,
    code: "import-running",
    message: "help.example.com is being imported already."
  })
  press("Remove it")
  await screen.findByText("help.example.com is being imported already.")
  back.refuses.clear()
  press("Remove it")
  await screen.findByText("help.example.com is removed, with 120 documents.")
  expect(screen.queryByRole("listitem", { name: /^help\.example\.com/ })).toBeNull()
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Knowledge"))
})

const SEND = /^Send\s*book\.zip$/
const pick = (...files: File[]) => {
  const input = document.querySelector("input[type=file]")
  if (!input) throw new Error("nothing takes a file")
  Object.defineProperty(input, "files", { value: files, configurable: true })
  fireEvent.change(input)
}

test("a file is looked at before it goes, shows how far it is, can be called off, and a refusal is the relay's own sentence", async () => {
  const back = await open([source({ collection: "file book.zip", label: "book.zip", kind: "file", again: false })])
  const book = new File([new Uint8Array(2_000_000)], "book.zip")
  pick(book, book)
  await screen.findByText("Send one file at a time, or an archive of several.")
  pick(book)
  await screen.findByText("book.zip, 2 MB")
  expect(screen.getByText("It takes the place of the former book.zip.")).toBeTruthy()
  fireEvent.click(screen.getAllByLabelText("For agents’ eyes only").at(-1) ?? document.body)
  back.sending = (_, internal, sent, signal) =>
    new Promise((_done, failed) => {
      expect(internal).toBe(true)
      sent(500_000)
      signal.addEventListener("abort", () => failed(signal.reason))
    })
  press(SEND)
  await screen.findByText(/^500 KB of 2 MB/)
  expect(screen.getByRole<HTMLProgressElement>("progressbar", { name: "Sending book.zip" }).value).toBe(500_000)
  press("Cancel")
  await screen.findByText("Cancelled. Nothing of it is kept.")
  back.sending = async () => {
    throw new LeadFault("too-big", "The file is larger than 500 MB.")
  }
  fireEvent.click(await screen.findByRole("button", { name: SEND }))
  await screen.findByText("The file is larger than 500 MB.")
  back.sending = async () => undefined
  press(SEND)
  await screen.findByText("book.zip is there and is being imported.")
  await soon(() => expect(screen.queryByRole("button", { name: SEND })).toBeNull())
})
