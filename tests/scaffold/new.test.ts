import { execFile, execFileSync } from "node:child_process"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, relative } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, expect, test } from "vitest"
import { LANGUAGE_CODES } from "../../src/ui/messages/languages.ts"
import { root } from "../house/files.ts"

/** One of each kind is made in a copy of the repository, whose tests then run over it. */
const copy = mkdtempSync(join(tmpdir(), "replywright-new-"))
const reports = mkdtempSync(join(tmpdir(), "replywright-new-reports-"))
const made: Record<string, string[]> = {}
const SOAK = Boolean(process.env["REPLYWRIGHT_SOAK"])
/**
 * A new helpdesk can take the pages of the others, so that each is asked whose it is; only the soak reads them all
 * again, and waits for what tone makes of long and random texts.
 */
const NOT_OF_THE_NEW = [
  "is read as expected",
  "tells the newest public message",
  "has a reply editor",
  "each part of it fits",
  "hears an abort",
  "is named where it no longer fits",
  "a hostile text of",
  "offsets are of the quoted words"
]
/** Tests that run a new check, rule or card among the others, and whose own words it can't change. */
const WHERE_NEW_ONES_RUN = [
  "tests/checks/guard.test.ts",
  "tests/checks/support.test.ts",
  "tests/tone/tone.test.ts",
  "tests/ui/panel.test.tsx",
  "tests/ui/tone.test.tsx",
  "tests/ui/macros.test.tsx"
]
beforeAll(() => {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((file) => file && existsSync(join(root, file)))
  for (const file of files) {
    mkdirSync(join(copy, dirname(file)), { recursive: true })
    cpSync(join(root, file), join(copy, file))
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"))
  // The tests of tests/house/ ask git for the files.
  execFileSync("git", ["init", "-q"], { cwd: copy })
  for (const kind of ["helpdesk", "composer", "check", "card", "tone-rule"])
    made[kind] = run("node", ["scaffold/new.ts", kind, `fresh-${kind}`])
      .split("\n")
      .filter((line) => existsSync(join(copy, line)) && line !== "")
})
afterAll(() => [copy, reports].forEach((folder) => rmSync(folder, { recursive: true, force: true })))

test("each is one folder, with code, fixture and test, and its page", () => {
  for (const [kind, files] of Object.entries(made)) {
    const page = `docs/${kind}s/fresh-${kind}.md`
    expect(files).toContain(page)
    const folders = new Set(
      files
        .filter((file) => file !== page)
        .map((file) => file.slice(0, file.indexOf(`/fresh-${kind}`) + `/fresh-${kind}`.length))
    )
    expect([...folders], kind).toHaveLength(1)
    expect(
      files.some((file) => /\.test\.tsx?$/.test(file)),
      kind
    ).toBe(true)
  }
})

test("nothing else was edited but the registries, and types and style hold", async () => {
  const registries = [
    "src/helpdesks/index.ts",
    "src/helpdesks/recognisers.ts",
    "src/helpdesks/correctables.ts",
    "src/composers/index.ts",
    "src/checks/sentence-checks.ts",
    "src/checks/tone/rules/index.ts",
    "src/ticket/names/helpdesk-names.ts",
    "src/ticket/tone-rule-names.ts",
    "src/ui/agent/cards/index.ts",
    // The new rule's sentence for the panel.
    ...LANGUAGE_CODES.map((code) => `src/ui/messages/${code}/tone.ts`)
  ]
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((file) => file && existsSync(join(root, file)))
  const changed = files.filter((file) => !readFileSync(join(root, file)).equals(readFileSync(join(copy, file))))
  expect(changed.sort()).toEqual(registries.sort())
  const code = Object.values(made)
    .flat()
    .filter((file) => /\.tsx?$/.test(file))
  const types = await runBeside([
    "node_modules/typescript-native/bin/tsc",
    "--noEmit",
    "--singleThreaded",
    ...learntTypes()
  ])
  const style = await runBeside(["node_modules/eslint/bin/eslint.js", "--max-warnings", "0", ...code])
  expect([types, style]).toEqual(["", ""])
}, 240_000)

test("the new ones are red until they work, and nothing else is, nor floors, sizes and documents of the house", async () => {
  const red = await failed(
    "node,dom,editors",
    "/fresh-",
    "tests/house/floors.test.ts",
    "tests/house/sizes.test.ts",
    "tests/house/registries.test.ts",
    "tests/house/docs.test.ts",
    "tests/helpdesks/contract.test.ts",
    "tests/tone/rules.test.ts",
    ...(SOAK ? WHERE_NEW_ONES_RUN : [])
  )
  const composer = red.filter((name) => name.startsWith("Fresh composer "))
  expect(red.filter((name) => !composer.includes(name))).toEqual([
    "Fresh tone rule, en: Words that have to be marked.",
    "each adapter has pages that were broken, of reading and of writing",
    "en: A sentence that has to be marked.",
    "fresh-helpdesk, first ticket each part of it fits, by looking alone",
    "fresh-helpdesk, first ticket has a reply editor: public",
    "fresh-helpdesk, first ticket is read as expected, by reading alone",
    "fresh-helpdesk, first ticket tells the newest public message and the newest note",
    "the card Fresh card says what there is to say",
    "there is a page of every adapter",
    "there is a page of every adapter in which an agent has written"
  ])
  expect(composer.length).toBeGreaterThan(5)
}, 240_000)

test("a kind or name that can't be used is told, and nothing is written", () => {
  const says = (...args: string[]) => {
    try {
      return run("node", ["scaffold/new.ts", ...args])
    } catch (error) {
      return error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error)
    }
  }
  expect(says()).toBe("Say what to make: npm run new -- helpdesk|composer|check|card|tone-rule NAME")
  expect(says("check")).toMatch(/^A name is lower-case words joined by dashes/)
  expect(says("check", "../x")).toMatch(/^A name is lower-case words joined by dashes/)
  expect(says("composer", "textarea")).toMatch(/is there already/)
  expect(says("helpdesk", "zendesk")).toMatch(/is there already/)
  expect(says("tone-rule", "blame")).toMatch(/is there already/)
})

function run(program: string, args: string[]): string {
  return execFileSync(program === "node" ? process.execPath : program, args, {
    cwd: copy,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"]
  })
}

/** Runs a program without blocking, so that others run at the same time on the other core. */
async function runBeside(args: string[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, args, { cwd: copy })).stdout
}

/**
 * Makes the copy's typecheck quick: `npm test` hands on the result of its own typecheck, so that only the new files,
 * the edited ones and their importers are checked here. Without it all files are checked.
 */
function learntTypes(): string[] {
  const learnt = process.env["REPLYWRIGHT_TYPES"]
  if (learnt === undefined) return []
  const here = join(copy, "build", "types.tsbuildinfo")
  mkdirSync(dirname(here), { recursive: true })
  // Paths in it are relative to its own place. The copy's packages are a link, and TypeScript uses their real path.
  const packages = relative(dirname(here), realpathSync(join(copy, "node_modules"))).replaceAll("\\", "/")
  writeFileSync(here, readFileSync(learnt, "utf8").replaceAll('"../node_modules/', `"${packages}/`))
  return ["--incremental", "--assumeChangesOnlyAffectDirectDependencies", "--tsBuildInfoFile", here]
}

/**
 * The names of the tests that fail in the copy, sorted. The projects are separated by commas. The report is written
 * outside the copy, because the tests of tests/house/ read every file in it.
 */
async function failed(projects: string, ...files: string[]): Promise<string[]> {
  const out = join(mkdtempSync(join(reports, "run-")), "out.json")
  try {
    await runBeside([
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=json",
      `--outputFile=${out}`,
      ...(SOAK ? [] : ["-t", `^(?:fresh|(?!.*(?:${NOT_OF_THE_NEW.join("|")})))`]),
      ...projects.split(",").flatMap((project) => ["--project", project]),
      ...files
    ])
  } catch (error) {
    if (!existsSync(out)) throw error
  }
  const {
    testResults
  }: { testResults: { message: string; assertionResults: { status: string; fullName: string }[] }[] } = JSON.parse(
    readFileSync(out, "utf8")
  )
  return testResults
    .flatMap(({ message, assertionResults }) =>
      assertionResults.length === 0
        ? [message]
        : assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName)
    )
    .sort()
}
