import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { asked, item, last, open, press, source, type } from "./knowledge-page.tsx"

afterEach(cleanup)

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
    item("help.example.com").getByText(
      "120 documents. Imported 1 Oct 2026: 2 documents new or changed, 4 documents removed, 220 documents not imported."
    )
  ).toBeTruthy()
  expect(item("help.example.com").getByText("agents only")).toBeTruthy()
  const list = within(
    item("help.example.com").getByRole("list", { name: "220 documents not imported", hidden: true })
  ).getAllByRole("listitem", { hidden: true })
  expect([list[0]?.textContent, list[100]?.textContent, list.length]).toEqual([
    "page-0.html It holds no text.",
    "and 120 more",
    101
  ])
  expect(item("b.example").getByText("No documents. Not imported yet.")).toBeTruthy()
  expect(item("c.example").getByText(/Failed 1 Oct 2026\. c\.example is away\.$/).className).toContain("fault")
  expect(item("d.example").getByText(/Interrupted after 3 documents/)).toBeTruthy()
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
  expect(asked(back, "POST /v1/admin/knowledge/imports/:id/cancel")).toEqual([
    { route: "POST /v1/admin/knowledge/imports/:id/cancel", path: { id: "i1" } }
  ])
  back.sources = [source({ last: last({ state: "stopped" }) })]
  await screen.findByText(
    "help.example.com: Stopped 1 Oct 2026 after 3 documents. What was imported stays. If you start it again within a day, it continues from there.",
    undefined,
    { timeout: 4000 }
  )
  const times = asked(back, "GET /v1/admin/knowledge").length
  press(/^Start again/)
  await screen.findByText("The import of help.example.com starts soon.")
  expect(asked(back, "POST /v1/admin/knowledge/imports")).toEqual([
    { route: "POST /v1/admin/knowledge/imports", body: { collection: "help-1" } }
  ])
  expect(asked(back, "GET /v1/admin/knowledge").length).toBe(times + 1)
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
  fireEvent.click(screen.getByLabelText("Agents only"))
  back.refuses.set("POST /v1/admin/knowledge/imports", {
    ok: false,
    code: "source-unreadable",
    message: "--days takes a number from 1 to 3650."
  })
  press("Import")
  const said = await screen.findByText("--days takes a number from 1 to 3650.")
  expect(screen.getByLabelText("Days back").getAttribute("aria-describedby")).toContain(said.id)
  expect(screen.getByLabelText("Days back").getAttribute("aria-invalid")).toBe("true")
  expect(asked(back, "POST /v1/admin/knowledge/imports")[0]?.body).toEqual({
    source: "rt:support.example.com/rt",
    internal: true,
    options: { tickets: true, queue: ["Support", "Sales"], days: "0" }
  })
  back.refuses.set("POST /v1/admin/knowledge/imports", {
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
  await screen.findByText("Requested. The import starts soon.")
  expect(asked(back, "POST /v1/admin/knowledge/imports").at(-1)?.body).toEqual({
    source: "site:https://help.example.org"
  })
})
