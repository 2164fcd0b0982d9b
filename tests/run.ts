import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, existsSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, relative } from "node:path"
import { setTimeout } from "node:timers/promises"
import { findOrFetchBrowser } from "../demo/browser/fetch.ts"
import { progress } from "../demo/progress.ts"
import { root } from "../demo/root.ts"
import { dataFolder } from "../src/runtime/settings.ts"
import { liveRedmine, liveRequestTracker } from "./live/installed.ts"
import { skippedLines, skipReason } from "./skip-reasons.ts"

/**
 * `npm test`: types, lint, build, unit, DOM, editors and the whole path in Chromium, and Request Tracker and Redmine
 * where they are installed.
 * `--live` installs both and runs only what needs them; `--soak` repeats the long counts in full, and
 * what of themes, widths and the like is looked at by turns.
 */
const say = progress()
const stop = new AbortController()
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => stop.abort())
const live = process.argv.includes("--live")
const soak = process.argv.includes("--soak")
/** The long counts in full: worker deaths and switches, random masking, kills of the relay. */
const SOAK = { REPLYWRIGHT_SOAK: "1", MASKING_RUNS: "20000", REPLYWRIGHT_ROUNDS: "100" }
/** What the look at the types told of each file: the scaffold's tests look at the same files and a few new ones. */
const TYPES = join(root, "build/types.tsbuildinfo")
const BUILD = ["demo/build.ts"]
/**
 * What Node.js compiled, and made of TypeScript, it keeps there: every worker and every relay of a test would do it
 * again.
 */
const compiled = mkdtempSync(join(tmpdir(), "replywright-compiled-"))
process.once("exit", () => rmSync(compiled, { recursive: true, force: true }))
/** Where the tests of live helpdesks lie. */
const LIVE = "tests/live/"
/** Failures in more files than this are not looked at again. */
const FEW = 5
/** The cause of each failure, also of one that passed when it was run again, and the reason of each skipped test. */
const totals = { passed: 0, failed: [] as string[], unsteady: [] as string[], skipped: [] as string[] }

try {
  await main()
} catch (error) {
  if (!stop.signal.aborted) throw error
}
if (stop.signal.aborted) process.exitCode = 130
else close()

async function main(): Promise<void> {
  const environment: Record<string, string> = { NODE_COMPILE_CACHE: compiled, ...(soak ? SOAK : {}) }
  if (!live) {
    // All of them anew.
    rmSync(TYPES, { force: true })
    // None needs another, and two alone would leave a core without work at the end.
    await Promise.all([
      step(
        "types",
        [
          "node_modules/typescript-native/bin/tsc",
          "--noEmit",
          "--singleThreaded",
          "--incremental",
          "--assumeChangesOnlyAffectDirectDependencies",
          "--tsBuildInfoFile",
          TYPES
        ],
        environment
      ),
      step("format", ["node_modules/@biomejs/biome/bin/biome", "format", "."], environment),
      step("lint", ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"], environment),
      step("unused exports and dependencies", ["node_modules/knip/bin/knip.js", "--no-progress"], environment),
      step("build", BUILD, environment)
    ])
    if (existsSync(TYPES)) environment["REPLYWRIGHT_TYPES"] = TYPES
  } else await step("build", BUILD, environment)
  const code = await packagesEnded()
  if (code !== "0") return fail(`Debian's packages could not be installed: that ended with ${code}`)
  const browser = await findOrFetchBrowser(join(dataFolder(), "browsers"), say, stop.signal)
  if (browser) environment["REPLYWRIGHT_BROWSER"] = browser
  say(browser ? `Browser: ${browser}` : "Everything that needs a browser is skipped")
  // Beside each other: where one waits for a process, the other works.
  if (!live) await suite(["node", "dom", ...(browser ? ["editors"] : [])], environment)
  if (!browser) totals.skipped.push("editors, end to end and live tests (no browser can be had here)")
  const helpdesks = Object.entries({
    "Request Tracker": liveRequestTracker({ install: live }),
    Redmine: liveRedmine({ install: live })
  })
  const runs = browser && helpdesks.some(([, here]) => here.ok)
  if (browser && (!live || runs)) await wholeSuite(environment, live ? [LIVE] : [])
  // Elsewhere the titles of the skipped tests give the reason.
  for (const [name, here] of helpdesks) if (live && !here.ok) missing(`${name}: ${here.reason}`)
  if (live && !browser) missing("a browser")
}

/**
 * Every file starts what it needs, helpdesks too, whose databases are seeded once and copied: they run beside each
 * other.
 */
async function wholeSuite(environment: Record<string, string>, only: string[]): Promise<void> {
  const seeds = mkdtempSync(join(tmpdir(), "replywright-seeds-"))
  try {
    await suite(
      ["e2e"],
      { ...environment, RT_SEED: join(seeds, "request-tracker"), REDMINE_SEED: join(seeds, "redmine") },
      { only }
    )
  } finally {
    rmSync(seeds, { recursive: true, force: true })
  }
}

/**
 * Waits for the packages that `.ci/run` installs beside the first steps. The file that it names holds their exit code
 * once that is over, which is returned.
 */
async function packagesEnded(): Promise<string> {
  const file = process.env["REPLYWRIGHT_PACKAGES"]
  if (file === undefined) return "0"
  while (!existsSync(file)) await setTimeout(200, undefined, { signal: stop.signal })
  const code = readFileSync(file, "utf8").trim()
  rmSync(file)
  return code
}

/** `--live` was asked for by name: what it lacks is a failure. */
function missing(what: string): void {
  fail(`this run needs what isn't here: ${what}`)
}

/** One command that passes or fails as a whole. */
async function step(name: string, args: string[], environment: Record<string, string>): Promise<void> {
  stop.signal.throwIfAborted()
  say(name)
  const code = await run(args, environment)
  if (code === 0) totals.passed++
  else fail(name)
}

async function suite(projects: string[], environment: Record<string, string>, how: Run = {}): Promise<void> {
  stop.signal.throwIfAborted()
  const name = projects.join(", ")
  say(`tests: ${name}`)
  const { result, code } = await runVitest(projects, environment, how)
  if (!result) return fail(`${name}: the run ended without a report`)
  const failures = count(result)
  // An error outside of any test.
  if (code !== 0 && failures.length === 0) fail(`${name}: ended with ${code}`)
  tellSlowest(result)
  await lookAgain(projects, environment, failures)
}

interface Run {
  /** Files, or parts of their paths; without them all files run. */
  only?: string[]
  /** How many files run at once; without it two for each core. */
  workers?: number
}

async function runVitest(projects: string[], environment: Record<string, string>, { only = [], workers }: Run) {
  const folder = mkdtempSync(join(tmpdir(), "replywright-tests-"))
  const report = join(folder, "report.json")
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    ...projects.flatMap((name) => ["--project", name]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...(workers === undefined ? [] : [`--maxWorkers=${workers}`]),
    ...only
  ]
  const code = await run(args, environment)
  const result = existsSync(report) ? (JSON.parse(readFileSync(report, "utf8")) as VitestReport) : undefined
  rmSync(folder, { recursive: true, force: true })
  return { result, code }
}

interface Failure {
  path: string
  /** The test's whole name; without it the file could not be run. */
  test?: string
  cause: string
}

/** Counts what passed and was skipped, and returns what failed. */
function count(result: VitestReport): Failure[] {
  totals.passed += result.numPassedTests
  for (const test of result.testResults.flatMap((file) => file.assertionResults))
    if (test.status === "skipped" || test.status === "pending")
      totals.skipped.push(skipReason([...test.ancestorTitles, test.title]))
  return failuresOf(result)
}

function failuresOf(result: VitestReport): Failure[] {
  return result.testResults.flatMap((file): Failure[] => {
    const path = relative(root, file.name)
    const tests = file.assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => ({
        path,
        test: fullName,
        cause: `${path}: ${fullName}\n  ${failureMessages.join("\n").slice(0, 1500)}`
      }))
    if (file.message) return [{ path, cause: `${path}: ${file.message}` }, ...tests]
    // What a group begins with failed: its tests are skipped, and the report says no more than that the file failed.
    if (file.status === "failed" && tests.length === 0)
      return [{ path, cause: `${path}: a group of its tests could not begin; the reason stands above` }]
    return tests
  })
}

/**
 * Runs the files of a few failures once more with nothing beside them. A test that passes then is reported as unsteady,
 * with its first failure; it failed because the machine was busy, and somebody has to look at it. Many failures are no
 * accident and stay failures.
 */
async function lookAgain(projects: string[], environment: Record<string, string>, failures: Failure[]): Promise<void> {
  const files = [...new Set(failures.map(({ path }) => path))]
  if (files.length === 0) return
  stop.signal.throwIfAborted()
  const isAccident = files.length <= FEW
  if (isAccident) say(`once more, alone: ${files.join(", ")}`)
  const again = isAccident ? (await runVitest(projects, environment, { only: files, workers: 1 })).result : undefined
  const passed = new Set(
    again?.testResults.flatMap((file) => [
      ...(file.status === "passed" ? [relative(root, file.name)] : []),
      ...file.assertionResults
        .filter(({ status }) => status === "passed")
        .map(({ fullName }) => `${relative(root, file.name)} ${fullName}`)
    ])
  )
  for (const { path, test, cause } of failures) {
    if (!passed.has(test === undefined ? path : `${path} ${test}`)) fail(cause)
    else {
      totals.passed++
      totals.unsteady.push(cause)
    }
  }
}

/** Told where it happens and once more at the end, where whoever sees only the last lines finds it. */
function fail(cause: string): void {
  totals.failed.push(cause)
  say(`failed: ${cause}`)
}

/** The slowest files, so that they are seen growing. */
function tellSlowest(result: VitestReport): void {
  const seconds = ({ startTime, endTime }: VitestReport["testResults"][number]) => (endTime - startTime) / 1000
  const slow = result.testResults
    .filter((file) => seconds(file) > 10)
    .sort((a, b) => seconds(b) - seconds(a))
    .slice(0, 5)
  for (const file of slow) say(`${seconds(file).toFixed(0)} s  ${relative(root, file.name)}`)
}

interface VitestReport {
  numPassedTests: number
  testResults: {
    name: string
    /** "failed" also where only what a group of tests begins with has failed. */
    status: string
    /** Why the file could not be run, or nothing. */
    message: string
    startTime: number
    endTime: number
    assertionResults: {
      status: string
      ancestorTitles: string[]
      title: string
      fullName: string
      failureMessages: string[]
    }[]
  }[]
}

/** Prints each failure with its cause, each reason for skipped tests with their number, and one line with the counts. */
function close(): void {
  for (const cause of totals.failed) console.log(`failed: ${cause}`)
  for (const cause of totals.unsteady) console.log(`unsteady, passed alone: ${cause}`)
  for (const line of skippedLines(totals.skipped)) console.log(line)
  const skipped = totals.skipped.length > 0 ? `, ${totals.skipped.length} skipped` : ""
  console.log(`${totals.passed} passed, ${totals.failed.length} failed${skipped}`)
  process.exitCode = totals.failed.length > 0 ? 1 : 0
}

function run(args: string[], environment: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ...environment },
      signal: stop.signal
    })
    child.on("error", () => resolve(-1))
    child.on("exit", (code) => resolve(code ?? -1))
  })
}
