import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import * as z from "zod/mini"
import { ROUTES } from "../../src/protocol/routes/all.ts"
import type { Operation } from "../../src/protocol/routes/describe/operation.ts"
import { callsOf, firstTexts, passesOn, setsProperty } from "./calls.ts"
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
  ["requests that tell their progress", /XMLHttpRequest/, ["src/copilot/relay-client/send-file.ts"]],
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
  ["links to elsewhere", /href=\{(?!`#)/, ["src/ui/kit/own-page-link.tsx", "src/ui/kit/page-link.tsx"]],
  ["workers", /new (?:Shared)?Worker\(/, ["tabs/offscreen.ts"]],
  ["other extensions and programs", /connectNative|sendNativeMessage|externally_connectable|onMessageExternal/, []],
  ["code from elsewhere", /\bimport\(\s*(?!["']\.)/, []]
])("%s: only where it is meant to be", (_, pattern, allowed) => expect(using(pattern)).toEqual(allowed))

test("what a helpdesk is asked is asked with GET, by one function, and holds nothing but a path and the session", () => {
  expect(passesOn("src/page/live-page.ts", "fetch")).toEqual([true])
  expect(callsOf("src/helpdesks/contract/session-requests.ts", "fetch")).toEqual([
    'any.fetch(new URL(any, any.url).href, { cache: "no-store", credentials: "same-origin", headers: { ...any, accept: any }, redirect: "error" | "follow", signal: any })'
  ])
  // A file is the one answer that isn't text. It comes from the page's own host, and nothing leads elsewhere.
  expect(callsOf("src/page/read-attachment.ts", "fetch")).toEqual([
    'any.fetch(any.href, { cache: "no-store", credentials: "same-origin", redirect: "manual", signal: AbortSignal.any(any) })'
  ])
  // The pages of Chatwoot and HubSpot authenticate by headers that they take from a cookie. Nobody else reads one.
  const sessions = ["src/helpdesks/chatwoot/session.ts", "src/helpdesks/hubspot/session.ts"]
  expect(using(/document\.cookie|\bcookie\b/)).toEqual(sessions)
  expect(using(/readJson\([^)]*,[^)]*,[^)]*,/).filter((file) => !sessions.includes(file))).toEqual([
    "src/helpdesks/contract/session-requests.ts"
  ])
  const helpdesks = files.filter((file) => /^src\/(helpdesks|page|composers)\//.test(file))
  expect(helpdesks.filter((file) => setsProperty(file, "method", "body"))).toEqual([])
})

test("a lookup only reads: one request, whose method is fixed, that follows no redirect and sends no body", () => {
  const lookups = files.filter((file) => /^src\/(?:copilot\/)?lookups\//.test(file))
  expect(lookups.length).toBeGreaterThan(5)
  expect(callsOf("src/lookups/get-json.ts", "fetch")).toEqual([
    'fetch(any, { cache: "no-store", credentials: "include" | "omit", headers: { ...any, accept: "application/json" }, method: "GET", redirect: "manual", referrerPolicy: "no-referrer", signal: any })'
  ])
  // A view is asked by the relay, which the relay's client asks.
  const others = lookups.filter(
    (file) => !["src/lookups/get-json.ts", "src/copilot/lookups/ask-view.ts"].includes(file)
  )
  expect(others.filter((file) => setsProperty(file, "method", "body"))).toEqual([])
  expect(others.filter((file) => /["'](?:POST|PUT|PATCH|DELETE)\b/.test(code(file)))).toEqual([])
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
    /import\s+(?!type\b)\{[^}]*\}\s+from\s+"[^"]*(?:relay-client|send-file)\.ts"/.test(code(file))
  )
  expect(importers).toEqual(["background/index.ts", "tabs/admin.tsx"])
  expect(using(/\bcreateRelayClient\b/)).toEqual(["background/index.ts", "src/copilot/relay-client/relay-client.ts"])
  expect(using(/\bsendFile\b/)).toEqual([
    "src/copilot/relay-client/send-file.ts",
    "src/ui/admin/knowledge/upload.tsx",
    "src/ui/kit/relay/relay-link.ts",
    "tabs/admin.tsx"
  ])
})

const EGRESS = "src/copilot/relay-client/egress.ts"
const CLIENT = "src/copilot/relay-client/relay-client.ts"

test("only the door makes masked texts and bodies; nobody talks TypeScript into taking another", () => {
  expect(
    using(
      /\bas (?:unknown as )?(?:MaskedText|RelayBody|RelayFile|Leaving\w*)|<(?:MaskedText|RelayBody|RelayFile|Leaving\w*)>\s*[\w(]|\bis (?:MaskedText|RelayBody|RelayFile)/
    )
  ).toEqual([EGRESS])
  const others = files.filter((file) => file.startsWith("src/copilot/relay-client/") && file !== EGRESS)
  expect(others.filter((file) => callsOf(file, "stringify").length > 0)).toEqual([])
  expect(others.filter((file) => /(?::|as) any\b|ts-(?:ignore|expect-error)/.test(code(file)))).toEqual([])
  // What a body may be made of is tested by the types (egress-types.ts).
  expect(callsOf(CLIENT, "fetch")).toEqual([
    'fetch(any, { ...any, cache: "no-store", credentials: "omit", headers: { "x-replywright-api": String(API_VERSION), ...any, ...any, ...any, traceparent: newTraceparent() }, method: any, redirect: "error", signal: any })'
  ])
})

test("nobody but the door has the masker", () => {
  expect(using(/\bmasker\b/).filter((file) => file !== EGRESS)).toEqual([
    "background/index.ts",
    "src/copilot/panel/page-calls.ts",
    "src/copilot/relay-client/copilot-parts.ts",
    "src/copilot/services.ts",
    "src/copilot/ticket/ticket-state.ts"
  ])
  for (const file of ["src/copilot/services.ts", "src/copilot/panel/page-calls.ts"])
    expect([...callsOf(file, "ticket"), ...callsOf(file, "texts")], file).toEqual([])
})

const described = Object.entries<Operation>(ROUTES)

test("what leaves as it is: the bodies of these routes, for these reasons", () => {
  const exceptions = described.flatMap(([route, { unmasked }]) => (unmasked ? [`${unmasked}: ${route}`] : []))
  const page = read("docs/privacy.md")
  for (const [reason] of exceptions.map((one) => one.split(":")))
    expect(page, "docs/privacy.md").toContain(`(\`${reason}\`)`)
  expect(exceptions.sort()).toEqual([
    "admin: POST /v1/admin/codes",
    "admin: POST /v1/admin/codes/batch",
    "admin: POST /v1/admin/off-switches",
    "admin: POST /v1/admin/page-recipes/decide",
    "admin: POST /v1/admin/page-recipes/take-back",
    "admin: POST /v1/admin/people/:id/sign-out",
    "admin: POST /v1/admin/voices/preview",
    "admin: POST /v1/admin/webhooks",
    "admin: PUT /v1/admin/lookups",
    "admin: PUT /v1/admin/people/:id",
    "admin: PUT /v1/admin/playbooks",
    "admin: PUT /v1/admin/settings",
    "admin: PUT /v1/admin/voices",
    "knowledge: POST /v1/admin/knowledge/imports",
    "knowledge: POST /v1/admin/knowledge/sources/:collection/hook",
    "knowledge: PUT /v1/admin/knowledge/sources/:collection/schedule",
    "page-fits: POST /v1/page-fits",
    "page-recipe: POST /v1/page-recipes",
    "pairing: POST /v1/pair",
    "pairing: POST /v1/sign-in/begin",
    "pairing: POST /v1/sign-in/finish",
    "pairing: POST /v1/token/renew",
    "past-ticket: POST /v1/knowledge/past-tickets/confirm",
    "scorecard: PUT /v1/review/scorecards",
    "team-words: POST /v1/masking-rules/undo",
    "team-words: POST /v1/masking-rules/words",
    "team-words: PUT /v1/masking-rules",
    "tone: POST /v1/tone/decisions"
  ])
})

test("who makes such a body: the background for these routes, and the door for a page's call by its description", () => {
  const makers = using(/\bunmaskedBody\b/).filter((file) => file !== EGRESS)
  const made = makers.flatMap((file) => firstTexts(file, "unmaskedBody").map((route) => `${route}: ${file}`))
  expect(made.sort()).toEqual([
    "POST /v1/masking-rules/words: src/copilot/panel/masking-override.ts",
    "POST /v1/page-fits: src/copilot/fit/fit-reports.ts",
    "POST /v1/page-recipes: src/copilot/picking/share-recipe.ts",
    "POST /v1/pair: src/copilot/session/account.ts",
    "POST /v1/sign-in/begin: src/copilot/session/account.ts",
    "POST /v1/sign-in/finish: src/copilot/session/account.ts",
    "POST /v1/token/renew: src/copilot/session/renewals.ts",
    "POST /v1/tone/decisions: src/copilot/outcome/deliver-outcomes.ts"
  ])
  expect(using(/\bpageBody\b/)).toEqual(["src/copilot/panel/page-calls.ts", EGRESS])
  expect(using(/\bunmaskedFile\b/)).toEqual([EGRESS, "src/copilot/relay-client/send-file.ts"])
  expect(callsOf("src/copilot/relay-client/send-file.ts", "send")).toEqual(["any.send(unmaskedFile(any))"])
})

test("a body whose texts the extension masks for a page holds no other text that somebody could write", () => {
  const masked = described.filter(([, { masks }]) => masks)
  expect(masked.map(([route]) => route).sort()).toEqual([
    "POST /v1/own/reviews/:id/disputes",
    "POST /v1/review/samples",
    "PUT /v1/knowledge/findings/:id",
    "PUT /v1/memories/:id",
    "PUT /v1/review/cases/:id",
    "PUT /v1/review/cases/:id/assignment",
    "PUT /v1/review/cases/:id/disputes",
    "PUT /v1/review/versions"
  ])
  for (const [route, { body, masks = [] }] of masked) {
    const { properties = {} } = z.toJSONSchema(body ?? z.never(), { io: "input" })
    const others = Object.entries(properties).filter(([name]) => !masks.includes(name))
    expect(
      masks.filter((name) => !(name in properties)),
      route
    ).toEqual([])
    expect(
      others.filter(([, field]) => isFreeText(field)).map(([name]) => name),
      route
    ).toEqual([])
  }
})

test("a query whose texts the extension masks has these texts", () => {
  const masked = described.filter(([, { masksQuery }]) => masksQuery)
  expect(masked.map(([route]) => route)).toEqual(["GET /v1/review/queue"])
  for (const [route, { query, masksQuery = [] }] of masked) {
    const { properties = {} } = z.toJSONSchema(query ?? z.never(), { io: "input" })
    expect(
      masksQuery.filter((name) => !(name in properties)),
      route
    ).toEqual([])
  }
})

/** Whether a field, or a part of it, is a text of no fixed form. */
function isFreeText(field: z.core.JSONSchema._JSONSchema): boolean {
  if (typeof field === "boolean") return field
  const parts = [field.items, ...(field.anyOf ?? []), ...Object.values(field.properties ?? {})].flat()
  if (parts.some((part) => part !== undefined && isFreeText(part))) return true
  return (
    field.type === "string" && !field.enum && field.const === undefined && !/^(?:uuid|date)$/.test(field.format ?? "")
  )
}

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
