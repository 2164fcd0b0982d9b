import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { root, sourceFiles } from "./files.ts"
import { NODE_ROOMS } from "./rooms.ts"

/** The extension: what the browser loads. The relay and the scripts are not part of it. */
const files = sourceFiles("src", "background", "contents", "popup", "sidepanel", "tabs").filter(
  (file) => !NODE_ROOMS.some((room) => file.startsWith(`src/${room}/`))
)
const read = (file: string) => readFileSync(join(root, file), "utf8")
/** Without comments: prose may name what code must not do. */
const code = (file: string) =>
  read(file)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[\s{(;])\/\/.*$/gm, "$1")
const using = (pattern: RegExp) => files.filter((file) => pattern.test(code(file)))

/** Each way out of a page or a worker that a script has, and who may take it. */
test.each<[string, RegExp, string[]]>([
  // The page's own helpdesk and lookups, both with GET, by the next tests; the relay.
  [
    "fetch",
    /\bfetch\b/,
    [
      "src/copilot/relay-client/relay-client.ts",
      "src/helpdesks/contract/adapter.ts",
      "src/helpdesks/contract/session-requests.ts",
      "src/lookups/get-json.ts",
      // It hands what a helpdesk's API is asked to the background, which asks as a lookup does.
      "src/page/helpdesk-api.ts",
      "src/page/live-page.ts",
      "src/page/read-attachment.ts"
    ]
  ],
  // A file that an admin imports, which must show how much of it has left.
  ["requests that tell their progress", /XMLHttpRequest/, ["src/copilot/relay-client/relay-client.ts"]],
  [
    "other requests",
    /\bWebSocket\b|\bEventSource\b|sendBeacon|WebTransport|RTCPeerConnection|importScripts|\baxios\b|node:https?/,
    []
  ],
  // The guard knows what it looks for in a draft.
  [
    "pictures and frames",
    /new (?:Image|Audio)\b|<(?:img|iframe|video|audio|source|embed|object|script)[\s/>]|\.src(?:set)?\s*=[^=]|createElement\(\s*["'](?:img|iframe|script|link|audio|video|object|embed)["']/,
    []
  ],
  ["prefetching", /<link[\s/>]|\b(?:prefetch|preconnect|dns-prefetch|modulepreload)\b|\bping=/, []],
  ["styles that load", /url\(\s*["']?https?:|@import\s+["']?https?:|FontFace\(/, []],
  ["forms that send", /<form[^>]*\baction=|\.submit\(\)|formAction/, []],
  ["leaving for another page", /window\.open|location\.(?:href\s*=[^=]|assign|replace)\b|\blocation\s*=[^=]/, []],
  ["opening pages", /tabs\.(?:create|update)\(|windows\.create\(/, ["src/platform/extension-page.ts"]],
  // A link to a part of the same page leads nowhere else.
  ["links to elsewhere", /href=\{(?!`#)/, ["src/ui/agent/source/page-link.tsx"]],
  ["workers", /new (?:Shared)?Worker\(/, ["tabs/offscreen.ts"]],
  ["other extensions and programs", /connectNative|sendNativeMessage|externally_connectable|onMessageExternal/, []],
  ["code from elsewhere", /\bimport\(\s*(?!["']\.)/, []]
])("%s: only where it is meant to be", (_, pattern, allowed) => expect(using(pattern)).toEqual(allowed))

test("what a helpdesk is asked is asked with GET, by one function, and holds nothing but a path and the session", () => {
  expect(code("src/page/live-page.ts")).toContain("fetch: (input, init) => fetch(input, init)")
  expect(code("src/helpdesks/contract/session-requests.ts").match(/\.fetch\(/g)).toHaveLength(1)
  expect(code("src/helpdesks/contract/session-requests.ts").replace(/\s+/g, " ")).toContain(
    'page.fetch(new URL(path, page.url).href, { cache: "no-store", credentials: "same-origin", headers: { ...session, accept }, redirect: session ? "error" : "follow", signal })'
  )
  // A file is the one answer that isn't text. It comes from the page's own host, and nothing leads elsewhere.
  expect(code("src/page/read-attachment.ts").match(/\.fetch\(/g)).toHaveLength(1)
  expect(code("src/page/read-attachment.ts").replace(/\s+/g, " ")).toContain(
    'page.fetch(url.href, { cache: "no-store", credentials: "same-origin", redirect: "manual", signal: AbortSignal.any([signal, late]) })'
  )
  // The pages of Chatwoot and HubSpot authenticate by headers that they take from a cookie. Nobody else reads one.
  const sessions = ["src/helpdesks/chatwoot/session.ts", "src/helpdesks/hubspot/session.ts"]
  expect(using(/document\.cookie|\bcookie\b/)).toEqual(sessions)
  expect(using(/readJson\([^)]*,[^)]*,[^)]*,/).filter((file) => !sessions.includes(file))).toEqual([
    "src/helpdesks/contract/session-requests.ts"
  ])
  const helpdesks = files.filter((file) => /^src\/(helpdesks|page|composers)\//.test(file))
  expect(helpdesks.filter((file) => /\bmethod:|\bbody:/.test(code(file)))).toEqual([])
})

test("a lookup only reads: one request, whose method is fixed, that follows no redirect and sends no body", () => {
  const lookups = files.filter((file) => /^src\/(?:copilot\/)?lookups\//.test(file))
  expect(lookups.length).toBeGreaterThan(5)
  const asking = code("src/lookups/get-json.ts")
  expect(asking.match(/\bfetch\(/g)).toHaveLength(1)
  expect(asking.match(/\bmethod: "(\w+)"/g)).toEqual(['method: "GET"'])
  expect(asking).toContain('redirect: "manual"')
  const others = lookups.filter((file) => file !== "src/lookups/get-json.ts")
  expect(others.filter((file) => /\bmethod:|\b(?:POST|PUT|PATCH|DELETE)\b/.test(code(file)))).toEqual([])
  expect(lookups.filter((file) => /\bbody:/.test(code(file)))).toEqual([])
})

test("a helpdesk's API is asked as a lookup is, by the background alone", () => {
  const getting = using(/\bgetJson\b/).filter((file) => !file.startsWith("src/helpdesks/zendesk/"))
  expect(getting).toEqual([
    "src/copilot/helpdesk-api/read-api.ts",
    "src/lookups/get-json.ts",
    "src/lookups/run-lookup.ts"
  ])
  expect(using(/\bapiTokenOf\b/)).toEqual([
    "src/copilot/helpdesk-api/api-tokens.ts",
    "src/copilot/helpdesk-api/read-api.ts"
  ])
})

test("the relay's client is made by the background alone, a file sent by the admin's page, and everybody else knows types only", () => {
  const importers = files.filter((file) =>
    /import\s+(?!type\b)\{[^}]*\}\s+from\s+"[^"]*relay-client\.ts"/.test(code(file))
  )
  expect(importers).toEqual(["background/index.ts", "tabs/admin.tsx"])
  expect(using(/\bcreateRelayClient\b/)).toEqual(["background/index.ts", "src/copilot/relay-client/relay-client.ts"])
  expect(using(/\bsendFile\b/)).toEqual([
    "src/copilot/relay-client/relay-client.ts",
    "src/ui/admin/frame/admin-link.ts",
    "src/ui/admin/knowledge/use-upload.ts",
    "tabs/admin.tsx"
  ])
})

const EGRESS = "src/copilot/relay-client/egress.ts"

test("only the door makes masked texts and bodies; nobody talks TypeScript into taking another", () => {
  expect(
    using(
      /\bas (?:unknown as )?(?:MaskedText|RelayBody|RelayFile|Leaving\w*)|<(?:MaskedText|RelayBody|RelayFile|Leaving\w*)>\s*[\w(]|\bis (?:MaskedText|RelayBody|RelayFile)/
    )
  ).toEqual([EGRESS])
  const clients = files.filter((file) => /^src\/copilot\/relay-client\/[\w-]*client\.ts$/.test(file))
  expect(clients).toHaveLength(5)
  expect(
    clients.filter((file) => /JSON\.stringify|(?::|as) any\b|ts-(?:ignore|expect-error)/.test(code(file)))
  ).toEqual([])
  // Every body that the clients are given is of the door's kind.
  expect(code("src/copilot/relay-client/relay-client.ts").match(/body\??: (?!RelayBody)[^,)]*/g) ?? []).toEqual([])
})

test("nobody but the door has the masker", () => {
  expect(using(/\bmasker\b/).filter((file) => file !== EGRESS)).toEqual([
    "background/index.ts",
    "src/copilot/panel/lead-commands.ts",
    "src/copilot/relay-client/copilot-parts.ts",
    "src/copilot/services.ts",
    "src/copilot/ticket/ticket-state.ts"
  ])
  for (const file of ["src/copilot/services.ts", "src/copilot/panel/lead-commands.ts"])
    expect(code(file), file).not.toMatch(/masker\.(?:ticket|texts)/)
})

test("what leaves as it is: these requests, for these reasons", () => {
  const exceptions = files
    .filter((file) => file !== EGRESS)
    .flatMap((file) => [...code(file).matchAll(/unmaskedBody\("([\w-]+)"/g)].map(([, why]) => `${why}: ${file}`))
  const reasons = new Set(exceptions.map((one) => one.split(":")[0]))
  const page = read("docs/privacy.md")
  for (const reason of reasons) expect(page, "docs/privacy.md").toContain(`(\`${reason}\`)`)
  expect([...new Set(exceptions)].sort()).toEqual([
    "admin: src/copilot/relay-client/admin-client.ts",
    "knowledge: src/copilot/relay-client/admin-client.ts",
    "page-fits: src/copilot/fit/fit-reports.ts",
    "page-recipe: src/copilot/relay-client/masking-client.ts",
    "pairing: src/copilot/relay-client/relay-client.ts",
    "past-ticket: src/copilot/relay-client/review-client.ts",
    "team-words: src/copilot/relay-client/masking-client.ts",
    "tone: src/copilot/outcome/deliver-outcomes.ts"
  ])
  expect(using(/\bunmaskedBody\(/)).toEqual([
    "src/copilot/fit/fit-reports.ts",
    "src/copilot/outcome/deliver-outcomes.ts",
    "src/copilot/relay-client/admin-client.ts",
    "src/copilot/relay-client/masking-client.ts",
    "src/copilot/relay-client/relay-client.ts",
    "src/copilot/relay-client/review-client.ts"
  ])
  expect(using(/\bunmaskedFile\b/)).toEqual([EGRESS, "src/copilot/relay-client/relay-client.ts"])
  expect(code("src/copilot/relay-client/relay-client.ts").match(/\.send\([^)]*\)/g)).toEqual([
    ".send(unmaskedFile(file)"
  ])
})

test("how a reply sounds is found out here: the look at its tone has neither the egress nor the relay", () => {
  expect(code("src/copilot/reply/editor-tone.ts")).not.toMatch(/\.relay\b|\/egress\.ts|\.egress\b|\.account\b/)
  const tone = files.filter((file) => file.startsWith("src/checks/tone/"))
  expect(tone.length).toBeGreaterThan(5)
  expect(tone.filter((file) => /from "[^"]*\/(?:copilot|platform|store|protocol)\//.test(code(file)))).toEqual([])
})

test("the browser holds the extension's pages to it: no picture, frame, style or script from elsewhere", () => {
  const { extension_pages: policy } = JSON.parse(read("package.json")).manifest.content_security_policy
  const rules = new Map<string, string>(
    policy.split("; ").map((rule: string) => [rule.slice(0, rule.indexOf(" ")), rule.slice(rule.indexOf(" ") + 1)])
  )
  expect(rules.get("default-src")).toBe("'self'")
  for (const [name, sources] of rules) if (name !== "connect-src") expect(sources, name).not.toMatch(/https?:|\*/)
})
