import { execFileSync } from "node:child_process"
import { existsSync, readFileSync, statSync } from "node:fs"
import { basename, dirname, join, normalize, relative } from "node:path"
import { describe, expect, test } from "vitest"
import { commands } from "../../src/relay/commands/index.ts"
import { openApi } from "../../src/relay/server/openapi.ts"
import { variables } from "../../src/runtime/variables.ts"
import { isInReadme, referenceDocuments } from "../../scaffold/reference.ts"
import { lineCount, root } from "./files.ts"
import { MAY_IMPORT } from "./rooms.ts"

const read = (file: string) => readFileSync(join(root, file), "utf8")
const listed = (...patterns: string[]) =>
  execFileSync("git", ["ls-files", "-co", "--exclude-standard", "--", ...patterns], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter(Boolean)
const documents = listed("*.md").filter((file) => /^[^/]+$|^docs\//.test(file) && existsSync(join(root, file)))
const everyFile = new Set(listed())

describe.each(documents)("%s", (file) => {
  const text = read(file)

  test("every link and picture leads somewhere", () => {
    const targets = [...text.matchAll(/\]\(([^()\s]+)\)|\ssrc="([^"]+)"/g)]
      .map(([, link, picture]) => link ?? picture ?? "")
      .filter((target) => !/^[a-z]+:/.test(target))
    expect(targets.filter((target) => !leadsSomewhere(file, target))).toEqual([])
  })

  test("every npm script that is named exists", () => {
    const scripts = Object.keys(JSON.parse(read("package.json")).scripts)
    const named = [...text.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(([, name = ""]) => name)
    expect(named.filter((name) => !scripts.includes(name))).toEqual([])
  })

  test("every source file that is named exists", () => {
    const named = [...text.matchAll(/`([\w./-]+\.tsx?)`/g)].map(([, name = ""]) => name)
    // As a path from the root or from src, or by its bare name.
    const isThere = (name: string) =>
      everyFile.has(name) ||
      everyFile.has(`src/${name}`) ||
      (!name.includes("/") && [...everyFile].some((known) => basename(known) === name))
    expect(named.filter((name) => !isThere(name))).toEqual([])
  })
})

test("how to add a helpdesk, composer, check, card or tone rule: the command, the test, and the shortest example as it stands in the code", () => {
  for (const kind of ["helpdesk", "composer", "check", "card", "tone-rule"]) {
    const page = read(`docs/add-a-${kind}.md`)
    expect(page).toMatch(
      new RegExp(`^    npm run new -- ${kind} [a-z-]+$[^]*^    npx vitest run --project \\w+ src/`, "m")
    )
    standsInTheCode(page)
  }
})

test("how to add a list to the admin page: the shortest example as it stands in the code", () =>
  standsInTheCode(read("docs/add-an-admin-list.md")))

/** Lines of a page's shortest example may be left out, never put another way. */
function standsInTheCode(page: string): void {
  const [, file = "", example = ""] =
    /## The shortest example\n\n\[`([^`]+)`\][^]*?```tsx?\n([^]*?)```/.exec(page) ?? []
  const lines = example.split("\n").filter(Boolean)
  expect(lines.length, file).toBeGreaterThan(5)
  const left = read(file).split("\n")
  expect(
    lines.filter((line) => left.splice(0, left.indexOf(line) + 1).length === 0),
    file
  ).toEqual([])
}

test("the settings that are told are those that are read: README and docs/environment.md are as `npm run reference` writes them", () => {
  const documentsNow = referenceDocuments(root)
  for (const [file, text] of Object.entries(documentsNow)) expect(read(file), file).toBe(text)
  const all = Object.keys(variables.shape)
  expect(variablesOf("docs/environment.md")).toEqual(all)
  expect(variablesOf("README.md")).toEqual(all.filter(isInReadme))
})

test("the variables of demo and tests that are told are read there", () => {
  const code = listed("demo", "tests", "src")
    .filter((file) => file.endsWith(".ts"))
    .map(read)
    .join("\n")
  expect(variablesOf("docs/settings.md").filter((name) => !code.includes(`"${name}"`))).toEqual([])
})

test("README tells every command of the relay", () => {
  const readme = read("README.md")
  expect(commands.filter(({ name }) => !readme.includes(`npm run relay -- ${name}`)).map(({ name }) => name)).toEqual(
    []
  )
})

test("docs/architecture.md draws the rooms as the floors hold them", () => {
  const held = Object.entries(MAY_IMPORT).map(([room, rooms]) => `${room}: ${rooms.toSorted().join(" ")}`)
  const drawn = [...read("docs/architecture.md").matchAll(/^\| ([a-z, -]+) \| ([a-z, -]+) \|$/gm)].flatMap(
    ([, rooms = "", may = ""]) =>
      rooms.split(", ").map((room) => `${room}: ${may === "nothing" ? "" : may.split(", ").sort().join(" ")}`)
  )
  expect(held.length).toBeGreaterThan(10)
  expect(drawn.filter((line) => !line.startsWith("room:")).sort()).toEqual(held.sort())
})

test("every path in the table of docs/architecture.md that says what to open exists", () => {
  const [, table = ""] = /## I want to change([^]*?)\n## /.exec(read("docs/architecture.md")) ?? []
  const cells = [...table.matchAll(/^\| .+ \| (.+) \|$/gm)].map(([, open = ""]) => open)
  const missing = cells.flatMap(missingPaths)
  expect(cells.length).toBeGreaterThan(40)
  expect(missing).toEqual([])
})

test("every route that a document names is one of the relay's", () => {
  const { paths }: { paths: Record<string, object> } = JSON.parse(JSON.stringify(openApi()))
  // A parameter is written as :id, as ID, or as an example.
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => new RegExp(`^${method} ${path.replace(/\{\w+\}/g, "[^/]+")}$`, "i"))
  )
  const named = documents.flatMap((file) =>
    [...read(file).matchAll(/`((?:GET|POST|PUT|DELETE) \/v1\/[^`?]+)/g)].map(([, route = ""]) => `${file}: ${route}`)
  )
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((line) => !routes.some((route) => route.test(line.split(": ")[1] ?? "")))).toEqual([])
})

/** Most lines that a document may have. What doesn't fit belongs into a document for another reader, or into a log. */
const MAX_LINES = {
  "README.md": 150,
  "CHANGELOG.md": 80,
  "docs/architecture.md": 180,
  "docs/performance.md": 120,
  "docs/roadmap.md": 60
}

test.each(Object.entries(MAX_LINES))("%s has at most %i lines", (file, most) => {
  expect(lineCount(file)).toBeLessThanOrEqual(most)
})

test("docs/decisions/README.md lists every decision under its number, with its title", () => {
  const records = listed("docs/decisions").filter(
    (file) => /\/\d{4}-[^/]+\.md$/.test(file) && existsSync(join(root, file))
  )
  const rows = [
    ...read("docs/decisions/README.md").matchAll(/^\| (\d+) \| \[(.+)\]\((\d{4})-.+\.md\) \| .+ \|$/gm)
  ].map(([, number = "", title = "", file = ""]) => `${file} # ${number}. ${title}`)
  expect(records.length).toBeGreaterThan(100)
  expect(rows).toEqual(records.map((file) => `${basename(file).slice(0, 4)} ${read(file).split("\n", 1)[0]}`).sort())
})

test("docs/README.md leads to every document", () => {
  const index = read("docs/README.md")
  const missing = documents.filter((file) => /^docs\/[^/]+\.md$/.test(file) && !index.includes(`](${basename(file)})`))
  expect(missing).toEqual(["docs/README.md"])
})

test("the pictures of the documents are small", () => {
  expect(listed("docs/pictures").filter((file) => statSync(join(root, file)).size > 150_000)).toEqual([])
})

/**
 * The paths of one cell that lead to no file or folder. `<id>` stands for any folder, and a bare file name belongs to
 * the folder named before it. Commands, and files that users write, are no paths.
 */
function missingPaths(cell: string): string[] {
  const isCommand = (name: string) => name.includes(" ") || name === "models.yaml"
  let folder = ""
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name = ""]) => {
    if (isCommand(name)) return []
    const path = name.includes("/") ? name : folder + name
    if (name.endsWith("/")) folder = name
    const pattern = path.replace(/[.()[\]+?*^$|]/g, "\\$&").replace(/<\w+>/g, "[^/]+")
    const below = new RegExp(`^(?:src/)?${pattern}${path.endsWith("/") ? "" : "$"}`)
    return [...everyFile].some((file) => below.test(file)) ? [] : [path]
  })
}

/** First cells of table rows that hold one variable's name. */
function variablesOf(file: string): string[] {
  return [...read(file).matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map(([, name = ""]) => name)
}

function leadsSomewhere(from: string, target: string): boolean {
  const [path = "", anchor] = target.split("#")
  const file = path === "" ? from : normalize(join(dirname(from), path))
  if (relative(".", file).startsWith("..") || !existsSync(join(root, file))) return false
  return (
    anchor === undefined ||
    [...read(file).matchAll(/^#+ (.+)$/gm)].some(([, heading = ""]) => anchorOf(heading) === anchor)
  )
}

/** As GitHub makes them. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-")
}
