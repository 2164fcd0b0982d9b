import * as z from "zod/mini"
import * as admin from "../protocol/admin.ts"
import * as knowledge from "../protocol/knowledge.ts"
import * as report from "../protocol/knowledge-report.ts"
import * as masking from "../protocol/masking-rules.ts"
import { outcome, outcomeAnswer } from "../protocol/outcome.ts"
import * as wire from "../protocol/relay.ts"
import * as review from "../protocol/review.ts"
import * as search from "../protocol/search.ts"
import { unmaskedData } from "../protocol/unmasked.ts"
import { PRODUCT_VERSION } from "./health.ts"

/** The description of the API, out of the schemas that check it. */
export function openApi(): object {
  const json = (schema: z.ZodMiniType) => ({ "application/json": { schema: schemaOf(schema) } })
  const answer = (description: string, schema?: z.ZodMiniType) => ({ description, ...(schema && { content: json(schema) }) })
  const stream = { description: "Server-sent events: `event:` is the type, `data:` the rest as JSON.", content: { "text/event-stream": { schema: schemaOf(wire.relayEvent) } } }
  const failed = { default: answer("What went wrong, in a sentence.", wire.apiError) }
  const route = (summary: string, ok: object, body?: z.ZodMiniType, extra: object = {}) => ({
    summary, ...(body && { requestBody: { required: true, content: json(body) } }), responses: { "200": ok, ...failed }, ...extra
  })
  const open = { security: [] }
  const paths = (...names: string[]) => ({ parameters: names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })) })
  const file = { description: "A file: CSV with the mark of UTF-8, or JSON lines.", content: { "text/csv": {}, "application/jsonl": {} } }
  const withChanged = ({ responses, ...rest }: ReturnType<typeof route>, stands: z.ZodMiniType) => ({ ...rest, responses: { ...responses, "409": answer("Somebody else saved first; nothing was written.", stands) } })
  const withRunning = ({ responses, ...rest }: ReturnType<typeof route>) => ({ ...rest, responses: { ...responses, "202": answer("It takes longer: ask again with `run`.", report.reportRunning) } })
  const lookedAt = ({ responses, ...rest }: ReturnType<typeof route>) => ({ ...rest, responses: { ...responses, "422": answer("A text holds what should have been masked; nothing of the request was stored.", unmaskedData) } })
  return {
    openapi: "3.1.0",
    info: { title: "Replywright relay", version: PRODUCT_VERSION },
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
    security: [{ token: [] }],
    paths: {
      "/v1/health": { get: route("Is it there, and what does it work with?", answer("Health", wire.health), undefined, open) },
      "/v1/pair": { post: route("Trade a pairing code for a token.", answer("Token and person", wire.pairAnswer), wire.pairRequest, open) },
      "/v1/me": { get: route("Who am I?", answer("Person and key", wire.meAnswer)) },
      "/v1/sign-out": { post: { summary: "Revoke this token.", responses: { "204": answer("Signed out"), ...failed } } },
      "/v1/drafts": { post: lookedAt(route("Write a draft, or send one again by its id.", stream, wire.draftRequest)) },
      "/v1/drafts/{id}/upstream": { get: route("What the model saw.", answer("Upstream body", wire.upstream), undefined, paths("id")) },
      "/v1/budget": { get: route("What is left of today's budgets.", answer("Used and limit; a day is one of UTC", wire.budgetAnswer)) },
      "/v1/summaries": { post: lookedAt(route("Summarise a ticket.", stream, wire.summaryRequest)) },
      "/v1/outcomes": { post: lookedAt(route("Tell what became of a draft; a repeat is answered `stored: false`.", answer("Stored or not", outcomeAnswer), outcome)) },
      "/v1/knowledge/search": { post: lookedAt(route("Search all that this person may see.", answer("Best first", search.searchAnswer), search.searchRequest)) },
      "/v1/knowledge/replies": { post: lookedAt(route("Solved tickets like this one, and macros for it.", answer("Five of each at most, best first", search.repliesAnswer), search.repliesRequest)) },
      "/v1/knowledge/feedback": { post: { summary: "Tell that a ready reply was put into the editor, once by its id.", requestBody: { required: true, content: json(search.usedDocument) }, responses: { "204": answer("Kept"), ...failed } } },
      "/v1/review/queue": { get: route("Cases for leads, a page at a time.", answer("Lines and counts", review.queueAnswer), undefined, query(review.queueQuery)) },
      "/v1/review/cases/{id}": {
        get: route("One case whole.", answer("Case", review.caseAnswer), undefined, paths("id")),
        put: withChanged(lookedAt(route("Save what a lead says of a case, over the version that was read.", answer("The review as it stands now", review.review), review.reviewRequest, paths("id"))), review.reviewChanged)
      },
      "/v1/review/figures": { get: route("Shares, edit distances and waiting times.", answer("Figures", review.figuresAnswer), undefined, query(review.figuresQuery)) },
      "/v1/review/export": { get: route("What is shown, as a file.", file, undefined, query(review.exportQuery)) },
      "/v1/admin/people": { get: route("For admins: who is paired, and codes that are still good.", answer("People and codes", admin.peopleAnswer)) },
      "/v1/admin/codes": { post: route("Make a pairing code; it is told this once.", answer("The code", admin.codeAnswer), admin.codeRequest) },
      "/v1/admin/codes/{id}": { delete: { summary: "Take a pairing code back.", responses: { "204": answer("Revoked"), ...failed }, ...paths("id") } },
      "/v1/admin/people/{id}/sign-out": { post: route("Sign a person out of every browser.", answer("How much was ended", admin.signOutAnswer), admin.signOutRequest, paths("id")) },
      "/v1/admin/models": { get: route("What the relay may ask, for what, in which order.", answer("Models, without keys", admin.modelsAnswer)) },
      "/v1/admin/models/{name}/test": { post: route("Ask a model for twenty words.", answer("How quickly it answered, or why not", admin.testAnswer), undefined, paths("name")) },
      "/v1/admin/settings": {
        get: route("What is set for the team.", answer("Settings", admin.settingsAnswer)),
        put: route("Set it, over the version that was read.", answer("Settings as they stand now", admin.settingsAnswer), admin.settingsRequest)
      },
      "/v1/admin/usage": { get: route("What models took, by task, model and person.", answer("Sums", admin.usageAnswer), undefined, query(admin.usageQuery)) },
      "/v1/admin/knowledge": { get: route("Where the team's knowledge comes from, with how each last import went.", answer("Sources", knowledge.knowledgeAnswer)) },
      "/v1/admin/knowledge/imports": { post: route("Import a new place, or a known source again.", answer("What will be imported, soon", knowledge.importAnswer), knowledge.importRequest) },
      "/v1/admin/knowledge/imports/{id}/cancel": { post: { summary: "Stop an import, or take its source out of the queue.", responses: { "204": answer("Asked to stop"), ...failed }, ...paths("id") } },
      "/v1/admin/knowledge/files": {
        post: { ...route("Import a file or an archive.", answer("The source that it becomes", knowledge.importAnswer), undefined, query(knowledge.fileQuery)), requestBody: { required: true, content: { "application/octet-stream": {} } } }
      },
      "/v1/admin/knowledge/sources/{collection}/schedule": { put: route("Say when a source is imported again.", answer("When it is next", knowledge.scheduleAnswer), knowledge.schedule, paths("collection")) },
      "/v1/admin/knowledge/sources/{collection}/hook": {
        post: route("Give a source's webhook a new secret; it is told this once.", answer("Address and secret", knowledge.hookAnswer), knowledge.hookRequest, paths("collection")),
        delete: { summary: "Let nobody call a source's webhook any more.", responses: { "204": answer("Removed"), ...failed }, ...paths("collection") }
      },
      "/v1/admin/knowledge/sources/{collection}": { delete: route("Remove a source and its documents.", answer("How many went", knowledge.removedAnswer), undefined, paths("collection")) },
      "/v1/hooks/knowledge/{collection}": { post: { summary: "Say that something has changed at a source: signed, and nothing is taken from the call.", responses: { "202": answer("Noted"), ...failed }, ...paths("collection"), ...open } },
      "/v1/knowledge/report": {
        get: withRunning(route("For leads: what is wrong with the team's knowledge.", answer("The report", report.reportDone), undefined, query(report.reportQuery)))
      },
      "/v1/knowledge/findings/{id}": { put: lookedAt(route("Settle a finding until its words change, or open it again.", answer("As it stands now", report.settleAnswer), report.settleRequest, paths("id"))) },
      "/v1/masking-rules": {
        get: route("What the team says about masking. Each answer to somebody signed in tells its version in the header x-masking-rules.", answer("The newest version", masking.rulesAnswer)),
        put: withChanged(route("For leads and admins: say it anew, over the version that was read.", answer("The rules as they stand now", masking.rulesAnswer), masking.rulesRequest), masking.rulesChanged)
      },
      "/v1/masking-rules/words": { post: route("Add a word; for agents where the team lets them.", answer("The rules as they stand now", masking.rulesAnswer), masking.wordRequest) },
      "/v1/masking-rules/versions": { get: route("For leads and admins: who changed what, and when.", answer("Newest first", masking.versionsAnswer)) },
      "/v1/masking-rules/undo": { post: withChanged(route("For leads and admins: make an earlier version the newest.", answer("The rules as they stand now", masking.rulesAnswer), masking.undoRequest), masking.rulesChanged) },
      "/v1/tickets/{helpdesk}/{ticketId}": {
        delete: route("Erase everything stored of a ticket.", answer("How much there was", erased), undefined, paths("helpdesk", "ticketId"))
      }
    }
  }
}

/** The fields of a schema as parameters behind the question mark. */
function query(schema: z.ZodMiniObject): object {
  const { properties = {}, required = [] } = z.toJSONSchema(schema)
  return { parameters: Object.entries(properties).map(([name, field]) => ({ name, in: "query", required: required.includes(name), schema: field })) }
}

const erased = z.object({ drafts: z.number(), outcomes: z.number() })

function schemaOf(schema: z.ZodMiniType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema)
  return rest
}
