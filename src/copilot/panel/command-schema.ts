import * as z from "zod/mini"
import { DANGER_DECISIONS } from "../../ticket/danger.ts"
import { reasons } from "../../protocol/outcome.ts"
import type { PanelCommand } from "../../protocol/panel.ts"
import { pickAct, pickWords } from "../../protocol/picking/picking.ts"
import { API_HELPDESKS } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import { REWRITES, TRANSLATIONS } from "../../ticket/rewrite.ts"

const ticket = { key: z.string() }
const draft = { ...ticket, draftId: z.string() }
const pair = z.object({
  kind: z.literal("popup-pair"),
  address: z.string(),
  code: z.string(),
  door: z.optional(z.enum(["review", "admin"]))
})
const signIn = z.object({
  kind: z.literal("popup-sign-in"),
  address: z.string(),
  door: z.optional(z.enum(["review", "admin"]))
})
const site = z.object({ kind: z.literal("popup-site"), origin: z.string(), on: z.boolean() })

/** The requests that may wait for a permission. */
export const permissionRequestSchema = z.discriminatedUnion("kind", [pair, signIn, site])
export type PermissionRequest = z.infer<typeof permissionRequestSchema>

const toDo = z.optional(z.object({ done: z.number(), open: z.number() }))

/** The commands that the extension's own pages may send. */
export const panelCommandSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("panel-insert"),
    ...draft,
    text: z.string(),
    anyway: z.optional(z.boolean()),
    message: z.optional(z.number()),
    below: z.optional(z.boolean()),
    at: z.optional(z.literal("caret")),
    toDo
  }),
  z.object({ kind: z.literal("panel-insert-now"), ...ticket }),
  z.object({ kind: z.literal("panel-copied"), ...draft, text: z.string(), letter: z.optional(z.string()), toDo }),
  z.object({ kind: z.literal("panel-regenerate"), ...ticket, instruction: z.optional(z.string()) }),
  z.object({
    kind: z.literal("panel-facts"),
    ...ticket,
    facts: z.record(z.string(), z.string()),
    keep: z.optional(z.boolean())
  }),
  z.object({ kind: z.literal("panel-tick"), ...ticket, ticked: z.array(z.string()).check(z.maxLength(100)) }),
  z.object({ kind: z.literal("panel-danger"), ...ticket, decision: z.enum(DANGER_DECISIONS) }),
  z.object({
    kind: z.literal("panel-choose"),
    ...ticket,
    document: z.object({ id: z.string(), title: z.string() }),
    as: z.enum(["use", "not", "nothing"])
  }),
  z.object({ kind: z.literal("panel-stop"), ...draft }),
  z.object({ kind: z.literal("panel-edit"), ...draft, text: z.string() }),
  z.object({ kind: z.literal("panel-keep"), ...draft, start: z.number() }),
  z.object({ kind: z.literal("panel-keep-mark"), ...draft, words: z.string() }),
  z.object({ kind: z.literal("panel-shown"), ...draft }),
  z.object({ kind: z.literal("panel-reject"), ...draft, reasons, note: z.string() }),
  z.object({ kind: z.literal("panel-unreject"), ...draft }),
  z.object({ kind: z.literal("panel-former"), ...draft }),
  z.object({ kind: z.literal("panel-show-message"), ...ticket, messageId: z.string() }),
  z.object({ kind: z.literal("panel-macros"), ...ticket, words: z.optional(z.string()) }),
  z.object({ kind: z.literal("panel-macro"), ...ticket, macroId: z.string() }),
  z.object({
    kind: z.literal("panel-macro-insert"),
    ...ticket,
    text: z.string(),
    anyway: z.optional(z.boolean()),
    document: z.optional(z.object({ id: z.string(), version: z.optional(z.number()) }))
  }),
  z.object({ kind: z.literal("panel-search"), ...ticket, words: z.string() }),
  z.object({ kind: z.literal("panel-ask"), ...ticket, question: z.string().check(z.maxLength(2000)) }),
  z.object({
    kind: z.literal("panel-rewrite"),
    ...ticket,
    change: z.enum([...REWRITES, ...TRANSLATIONS, "wish"]),
    text: z.optional(z.string()),
    wish: z.optional(z.string().check(z.maxLength(2000)))
  }),
  z.object({ kind: z.literal("panel-translate"), ...ticket, change: z.enum(TRANSLATIONS) }),
  z.object({
    kind: z.literal("panel-texts"),
    ...ticket,
    of: z.enum(["thread", "draft", "editor"]),
    text: z.optional(z.string()),
    change: z.enum(TRANSLATIONS)
  }),
  z.object({
    kind: z.literal("panel-compare-translation"),
    ...ticket,
    change: z.enum(TRANSLATIONS),
    texts: z.array(z.object({ before: z.string(), after: z.string() })).check(z.maxLength(20))
  }),
  z.object({ kind: z.literal("panel-rewrite-put"), ...ticket, was: z.string(), text: z.string() }),
  z.object({ kind: z.literal("panel-replies"), ...ticket }),
  z.object({ kind: z.literal("panel-intent"), ...ticket, intent: z.nullable(z.string().check(z.maxLength(300))) }),
  z.object({ kind: z.literal("panel-tone"), ...ticket }),
  z.object({ kind: z.literal("panel-check-reply"), ...ticket, rested: z.optional(z.boolean()) }),
  z.object({ kind: z.literal("panel-tone-fix"), ...ticket, start: z.number(), quote: z.string() }),
  z.object({
    kind: z.literal("panel-tone-decide"),
    ...ticket,
    start: z.number(),
    quote: z.string(),
    decision: z.enum(["fine-here", "never-again"])
  }),
  z.object({ kind: z.literal("panel-tone-show-hidden"), ...ticket }),
  z.object({ kind: z.literal("panel-inspect"), ...ticket }),
  z.object({ kind: z.literal("panel-evidence"), ...draft, text: z.string() }),
  z.object({ kind: z.literal("panel-deeds"), ...draft, text: z.string() }),
  z.object({ kind: z.literal("panel-passed-on"), ...draft }),
  z.object({
    kind: z.literal("panel-override"),
    ...ticket,
    word: z.string(),
    as: z.enum(["name", "plain", "nothing"]),
    again: z.boolean(),
    team: z.optional(z.boolean())
  }),
  z.object({ kind: z.literal("panel-look-up"), ...ticket }),
  z.object({ kind: z.literal("panel-token"), ...ticket, token: z.string().check(z.maxLength(4000)) }),
  z.object({
    kind: z.literal("panel-token-page"),
    tabId: z.number(),
    helpdesk: z.enum(API_HELPDESKS),
    token: z.string().check(z.maxLength(4000))
  }),
  z.object({
    kind: z.literal("panel-lookup-allow"),
    ...ticket,
    lookup: z.string(),
    origin: z.string(),
    definition: z.string()
  }),
  z.object({
    kind: z.literal("panel-lookup-secret"),
    ...ticket,
    lookup: z.string(),
    secrets: z.record(z.string(), z.string().check(z.maxLength(4000)))
  }),
  z.object({ kind: z.literal("panel-attachment-read"), ...ticket, id: z.string() }),
  z.object({ kind: z.literal("panel-attachment-drop"), ...ticket, id: z.string() }),
  z.object({ kind: z.literal("panel-erase"), ...ticket }),
  z.object({ kind: z.literal("panel-refresh") }),
  z.object({
    kind: z.literal("panel-take-selection"),
    of: z.union([z.object({ tabId: z.number() }), z.object({ ticket: z.string() })])
  }),
  z.object({
    kind: z.literal("panel-pick-start"),
    of: z.union([z.object({ tabId: z.number() }), z.object({ ticket: z.string() })]),
    words: pickWords
  }),
  z.object({ kind: z.literal("panel-pick-act"), tabId: z.number(), act: pickAct }),
  z.object({ kind: z.literal("panel-pick-read"), tabId: z.number(), remember: z.boolean() }),
  z.object({ kind: z.literal("panel-pick-stop"), tabId: z.number() }),
  z.object({ kind: z.literal("panel-recipe-export"), site: z.string() }),
  z.object({ kind: z.literal("panel-recipe-forget"), site: z.string() }),
  z.object({ kind: z.literal("panel-recipe-share"), site: z.string() }),
  z.object({ kind: z.literal("panel-recipe-import"), site: z.string(), tabId: z.number(), recipe: z.unknown() }),
  z.object({ kind: z.literal("popup-status") }),
  z.object({ kind: z.literal("popup-address"), address: z.string().check(z.maxLength(2000)) }),
  pair,
  signIn,
  site,
  z.object({ kind: z.literal("popup-permission-request"), wish: permissionRequestSchema }),
  z.object({ kind: z.literal("popup-frame"), origin: z.string(), isFramed: z.boolean() }),
  z.object({ kind: z.literal("popup-prepare"), on: z.optional(z.boolean()), list: z.optional(z.boolean()) }),
  z.object({ kind: z.literal("popup-sign-out") }),
  z.object({ kind: z.literal("popup-wipe") }),
  z.object({ kind: z.literal("popup-report") }),
  z.object({ kind: z.literal("popup-outcome"), id: z.string(), what: z.enum(["mask", "discard"]) })
])
panelCommandSchema satisfies z.ZodMiniType<PanelCommand>
