import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { runImport } from "../../../src/knowledge/import/run-import.ts"
import { filesSource } from "../../../src/ingest/sources/files.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { zipOf } from "../../ingest/formats/pack.ts"
import { writeFiles } from "../../knowledge/upkeep/upkeep.ts"
import { startWorld, type World } from "../help/harness.ts"

/** The admin page over the real relay: where knowledge comes from. */
let world: World
let admin: Page
beforeAll(async () => {
  world = await startWorld({}, { knowledge: false, paired: false })
  const folder = writeFiles(join(world.folder, "handbook"), {
    "lending.md": "# Lending\n\nBooks are lent for four weeks."
  })
  await runImport(world.relay.db, await filesSource(folder), {
    origin: "team",
    signal: AbortSignal.timeout(20_000),
    log: silentLog,
    config: { argument: folder }
  })
  admin = await world.browser.page("tabs/admin.html")
  await admin.setViewportSize({ width: 1000, height: 900 })
  await admin.getByLabel("Relay address").fill(world.relay.url)
  await admin.getByLabel("Pairing code").fill(await world.relay.pair("admin", "Ada"))
  await admin.getByRole("button", { name: "Pair", exact: true }).click()
})
afterAll(() => world?.close())
const box = () => admin.getByRole("region", { name: "Knowledge", exact: true })
const item = (label: string) => box().getByRole("listitem", { name: label })
const choose = (name: string, buffer: Buffer) =>
  box().locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer })

test("an archive is sent from the page, imported, and what of it was not taken is listed; removed, it is gone", async () => {
  await choose(
    "help.zip",
    zipOf([
      { name: "fees.md", content: "# Fees\n\nA day late costs twenty cents." },
      { name: "cards.md", content: "# Cards\n\nA card is good for a year." },
      { name: "empty.html", content: "" }
    ])
  )
  await box().getByRole("button", { name: "Send help.zip" }).click()
  await item("help.zip")
    .getByText(/^2 documents\. Imported today .*: 2 documents new or changed, 1 document not imported\.$/)
    .waitFor()
  await item("help.zip")
    .getByText(/^1 document not imported/)
    .click()
  await item("help.zip").getByText("empty.html").waitFor()
  expect(
    await world.relay.db
      .selectFrom("documents")
      .select("title")
      .where("collection", "=", "file help.zip")
      .orderBy("title")
      .execute()
  ).toEqual([{ title: "Cards" }, { title: "Fees" }])
  await item("help.zip").getByRole("button", { name: "Remove help.zip" }).click()
  await item("help.zip").getByText("Remove help.zip and its 2 documents?").waitFor()
  await item("help.zip").getByRole("button", { name: "Remove it" }).click()
  await box().getByText("help.zip is removed, with 2 documents.").waitFor()
  await item("help.zip").waitFor({ state: "detached" })
  expect(
    await world.relay.db.selectFrom("documents").select("id").where("collection", "=", "file help.zip").execute()
  ).toEqual([])
})

test("a refusal of a file is the relay's own sentence, also after many bytes", async () => {
  await choose("tool.exe", Buffer.alloc(1_000_000))
  await box().getByRole("button", { name: "Send tool.exe" }).click()
  await box().getByText("Nobody knows how to read tool.exe: send Markdown").waitFor()
})

test("a schedule in plain words is kept by the relay, and a place inside the network is refused beside its field", async () => {
  await item("handbook").getByRole("button", { name: "Schedule handbook" }).click()
  await item("handbook").getByLabel("Import").selectOption({ label: "Monday to Friday" })
  await item("handbook").getByLabel("At").fill("06:30")
  await item("handbook").getByRole("button", { name: "Set it handbook" }).click()
  await item("handbook")
    .getByText(/^Monday to Friday at 06:30\. Next: /)
    .waitFor()
  const { schedule } = await world.relay.db
    .selectFrom("knowledge_sources")
    .select("schedule")
    .where("label", "=", "handbook")
    .executeTakeFirstOrThrow()
  expect(JSON.parse(schedule ?? "")).toMatchObject({ every: "cron", cron: "30 6 * * 1-5" })
  await box().getByRole("heading", { name: "Import a place" }).click()
  await box().getByLabel("Kind").selectOption("zendesk")
  await box().getByLabel("Account").fill("acme")
  await box().getByRole("button", { name: "Import", exact: true }).click()
  await box()
    .getByText(/^Zendesk wants credentials: set ZENDESK_EMAIL/)
    .waitFor()
  expect(await box().getByLabel("Account").getAttribute("aria-invalid")).toBe("true")
})
