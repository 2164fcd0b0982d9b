import { spawn, spawnSync } from "node:child_process"
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { checkBackup } from "../../../src/storage/backup/backup-file.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { seed } from "../help/seed.ts"
import { runCommand } from "./run-command.ts"

const { folder, remove } = temporaryFolder()
const cli = fileURLToPath(new URL("../../../src/relay/cli.mjs", import.meta.url))
const own = { REPLYWRIGHT_DATA: join(folder, "own") }
beforeAll(async () => {
  await seed(own.REPLYWRIGHT_DATA)
  await runCommand("migrate", [], own)
  await runCommand("backup", [join(folder, "given.gz")], own)
})
afterAll(remove)

const { PATH = "", HOME = "/" } = process.env
const environmentAt = (place: string) => ({
  PATH,
  HOME,
  NODE_ENV: "production" as const,
  REPLYWRIGHT_DATA: join(folder, place)
})
const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith("replywright-restore-"))
const relay = `"${process.execPath}" "${cli}"`
/** Runs a line of bash. `$relay` is the command line. */
const shell = (line: string, place: string) =>
  spawnSync("bash", ["-o", "pipefail", "-c", line.replaceAll("$relay", relay)], {
    cwd: folder,
    encoding: "utf8",
    env: environmentAt(place)
  })

test.each(["-", "/dev/stdout"])("a backup into %s is the backup and nothing else", async (name) => {
  const file = join(folder, `out${name.length}.gz`)
  const { status, stderr } = shell(`$relay backup ${name} | cat >${file}`, "own")
  expect(stderr).toMatch(/own is backed up:\n/)
  expect(status).toBe(0)
  expect((await checkBackup(file)).head.format).toBe("replywright-backup")
})

test("a backup whose reader ends is told as such", () => {
  const { status, stderr } = shell("$relay backup - | true", "own")
  expect(stderr).toContain("The output can't be written, what read it has ended: see what it says. There is no backup.")
  expect(status).toBe(1)
})

test.each(["cat given.gz | $relay restore -", "$relay restore <(cat given.gz)"])(
  "%s restores, and leaves no copy",
  async (line) => {
    const before = copies()
    await seed(join(folder, `to-${line.length}`))
    const { status, stderr, stdout } = shell(line, `to-${line.length}`)
    expect(stderr).toBe("")
    expect(stdout).toMatch(/is restored from .*\n/)
    expect(status).toBe(0)
    expect(copies()).toEqual(before)
  }
)

test("what is cut off in a pipe is told by the name that was given", async () => {
  writeFileSync(join(folder, "cut.gz"), readFileSync(join(folder, "given.gz")).subarray(0, -50))
  const before = copies()
  const { status, stderr } = shell("cat cut.gz | $relay restore -", "to-cut")
  expect(stderr).toBe("The input is cut off, its end is missing: copy it again, or take another backup.\n")
  expect(status).toBe(1)
  expect(copies()).toEqual(before)
})

test("while a backup comes through a pipe, only its owner may read the copy", async () => {
  const before = copies()
  const child = spawn(process.execPath, [cli, "restore", "-"], { env: environmentAt("to-none") })
  child.stdin.write("a")
  const modes = await expect
    .poll(() => copies().filter((name) => !before.includes(name)))
    .toHaveLength(1)
    .then(() => copies().filter((name) => !before.includes(name)))
  expect(shell(`stat -c %a ${modes.map((name) => join(tmpdir(), name)).join(" ")}/backup`, "own").stdout).toBe("600\n")
  child.kill("SIGINT")
  await new Promise((resolve) => child.once("exit", resolve))
  expect(copies()).toEqual(before)
})

test("a pipe that npm doesn't hand on is told as such", async () => {
  await expect(runCommand("restore", ["/dev/fd/98"], environmentAt("none"))).rejects.toThrow(
    "/dev/fd/98 isn't handed on by npm: pipe the backup in, and name - in its place."
  )
})
