import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import * as z from "zod/mini"
import { parseManifest, storeManifest } from "../../scaffold/packages/store-manifest.ts"
import { root } from "../house/files.ts"

/** What came into browsers lately: the version of Chrome (and Edge) and of Firefox that brought it (MDN's data). */
const SINCE: [call: RegExp, chrome: number, firefox: number][] = [
  [/\bAbortSignal\.any\(/, 116, 124],
  [/\b(?:Map|Object)\.groupBy\(/, 117, 119],
  [/\bPromise\.withResolvers\(/, 119, 121],
  [/\bURL\.canParse\(/, 120, 115],
  [/\bArray\.fromAsync\(/, 121, 115],
  [/\bIterator\.from\(/, 122, 131],
  [/(?:\.matchAll\([^()]*\)|\.(?:keys|values|entries)\(\))\.(?:map|filter|some|every|find|take|drop)\(/, 122, 131],
  [/\.(?:difference|intersection|symmetricDifference|isDisjointFrom|isSubsetOf|isSupersetOf)\(/, 122, 127],
  [/\.(?:setHTMLUnsafe|parseHTMLUnsafe)\(/, 124, 128],
  [/\.getHTML\(/, 125, 128],
  [/\bURL\.parse\(/, 126, 126],
  [/\bPromise\.try\(/, 128, 134],
  [/\bnew Intl\.DurationFormat\(/, 129, 136],
  [/\.bytes\(\)/, 132, 128],
  [/\.moveBefore\(/, 133, 144],
  [/\bError\.isError\(/, 134, 138],
  [/\bnew Float16Array\(/, 135, 129],
  [/\bRegExp\.escape\(/, 136, 134],
  [/\bUint8Array\.(?:fromBase64|fromHex)\(/, 140, 133],
  [/\.(?:toBase64|toHex)\(/, 140, 133],
  [/\.(?:getOrInsert|getOrInsertComputed)\(/, 145, 144],
  [/\bIterator\.concat\(/, 146, 147],
  [/\bMath\.sumPrecise\(/, 147, 137]
]

/**
 * What the script with pdf.js may name all the same: it brings these itself where they are missing, catches that they
 * are (`bytes`), or has them in forms (XFA) and in the editor of signatures, which are off.
 */
const IN_PDF_JS =
  /^(?:getOrInsert|getOrInsertComputed|sumPrecise|toHex|toBase64|fromBase64|fromHex|bytes|Float16Array)$/

const build = join(root, "build/chrome-mv3-prod")
const manifest = parseManifest(readFileSync(join(build, "manifest.json"), "utf8"))
const firefoxSchema = z.object({
  browser_specific_settings: z.object({ gecko: z.object({ strict_min_version: z.string() }) })
})
const oldest = {
  chrome: Number(z.object({ minimum_chrome_version: z.string() }).parse(manifest).minimum_chrome_version),
  firefox: Number.parseFloat(
    firefoxSchema.parse(storeManifest(manifest, "firefox", "jobs.js")).browser_specific_settings.gecko
      .strict_min_version
  )
}

/** Returns the calls in the built scripts, each once, with what they ask of a browser. */
function calls(): { file: string; call: string; chrome: number; firefox: number }[] {
  return globSync("**/*.js", { cwd: build }).flatMap((file) => {
    const code = readFileSync(join(build, file), "utf8")
    const isPdfJs = code.includes("UnknownErrorException") && code.includes("FlateDecode")
    return SINCE.flatMap(([pattern, chrome, firefox]) => {
      const found = new Set(Array.from(code.matchAll(new RegExp(pattern, "g")), ([call]) => call))
      return [...found]
        .filter((call) => !(isPdfJs && IN_PDF_JS.test(/(\w+)\(\)?$/.exec(call)?.[1] ?? "")))
        .map((call) => ({ file, call, chrome, firefox }))
    })
  })
}

test("no script calls what the oldest browser that the manifests let in doesn't have", () => {
  const found = calls()
  expect(found.map(({ call }) => call)).toContain("URL.parse(")
  const tooNew = found.filter(({ chrome, firefox }) => chrome > oldest.chrome || firefox > oldest.firefox)
  expect(tooNew, JSON.stringify(oldest)).toEqual([])
})

test("the manifests let in every browser that has what the scripts call, and the documents name the same versions", () => {
  expect(oldest.chrome).toBe(Math.max(...calls().map(({ chrome }) => chrome)))
  for (const file of ["README.md", "deploy/stores/README.md"])
    expect(readFileSync(join(root, file), "utf8"), file).toContain(`Firefox ${oldest.firefox} or newer`)
  expect(readFileSync(join(root, "README.md"), "utf8")).toContain(`Chrome, Edge or Chromium ${oldest.chrome} or newer`)
})

test("the scripts that esbuild makes are made for the same browsers", () => {
  expect(readFileSync(join(root, "demo/build-adapters.ts"), "utf8")).toContain(
    `target: ["chrome${oldest.chrome}", "firefox${oldest.firefox}"]`
  )
})
