import { parse } from "csv-parse/sync"
import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { csv } from "../../../src/relay/http/export-file.ts"

const isInstalled = spawnSync("soffice", ["--version"]).status === 0
const why = isInstalled ? "" : " (skipped: takes LibreOffice, which is not installed)"

/** What stands in the cells once LibreOffice Calc has opened the file. Of a formula it is the result. */
async function openedByCalc(rows: Record<string, string>[]): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), "replywright-spreadsheet-"))
  try {
    const pages = (async function* () {
      yield rows
    })()
    writeFileSync(join(folder, "in.csv"), (await Array.fromAsync(csv(pages, "nothing"))).join(""))
    execFileSync("soffice", [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      // Comma, quotation mark, UTF-8, from the first row.
      "--infilter=CSV:44,34,76,1",
      "--convert-to",
      "csv:Text - txt - csv (StarCalc):44,34,76,1",
      "--outdir",
      join(folder, "out"),
      join(folder, "in.csv")
    ])
    return parse(readFileSync(join(folder, "out/in.csv")), { bom: true, relax_column_count: true })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test.skipIf(!isInstalled)(
  `in a spreadsheet every text is in its own cell, and none is a formula${why}`,
  async () => {
    const texts = [
      "=1+2",
      '=HYPERLINK("https://evil.example","pay")',
      "+49 30 123",
      "-1; two, three",
      "@SUM(1)",
      "\t=1+1"
    ]
    const broken = ["one\ntwo", '\n=1+2, "quoted"', "three\n\nfour;\n=5"]
    const rows = [...texts, ...broken].map((text, n) => ({ id: `row ${n}`, text, last: "end" }))
    const [head, ...cells] = await openedByCalc(rows)
    expect(head).toEqual(["id", "text", "last"])
    expect(cells.map(([id, , last]) => [id, last])).toEqual(rows.map(({ id, last }) => [id, last]))
    expect(cells.map(([, text]) => text)).toEqual([...texts.map((text) => `'${text}`), ...broken])
  },
  120_000
)
