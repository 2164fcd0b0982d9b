import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { Schedule } from "../../../src/protocol/knowledge.ts"
import { planOf, scheduleOf } from "../../../src/ui/admin/knowledge/schedule-plan.ts"
import { CallFault } from "../../../src/ui/kit/relay/call-fault.ts"
import { soon } from "../../soon.ts"
import { asked, item, open, press, source, type } from "./knowledge-page.tsx"

afterEach(cleanup)

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
  back.refuses.set("PUT /v1/admin/knowledge/sources/:collection/schedule", {
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
  expect(asked(back, "PUT /v1/admin/knowledge/sources/:collection/schedule").at(-1)?.body).toMatchObject({
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
  back.refuses.set("POST /v1/admin/knowledge/sources/:collection/hook", {
    ok: false,
    code: "bad-request",
    message: "secret: less than 16."
  })
  type("Secret of the sender", "short")
  press(/^Make a new secret/)
  await screen.findByText("secret: less than 16.")
  back.refuses.set("DELETE /v1/admin/knowledge/sources/:collection/hook", {
    ok: false,
    code: "no-hook",
    message: "This source has no webhook any more."
  })
  press(/^Remove the webhook/)
  await screen.findByText("This source no longer has a webhook.")
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
  back.refuses.set("DELETE /v1/admin/knowledge/sources/:collection", {
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
  fireEvent.click(screen.getAllByLabelText("Agents only").at(-1) ?? document.body)
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
    throw new CallFault("too-big", "The file is larger than 500 MB.")
  }
  fireEvent.click(await screen.findByRole("button", { name: SEND }))
  await screen.findByText("The file is larger than 500 MB.")
  back.sending = async () => undefined
  press(SEND)
  await screen.findByText("book.zip is there and is being imported.")
  await soon(() => expect(screen.queryByRole("button", { name: SEND })).toBeNull())
})
