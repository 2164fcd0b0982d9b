import * as z from "zod/mini"
import * as admin from "../../protocol/admin.ts"
import * as audit from "../../protocol/audit.ts"
import * as erase from "../../protocol/erase.ts"
import * as knowledge from "../../protocol/knowledge.ts"
import * as report from "../../protocol/knowledge-report.ts"
import * as masking from "../../protocol/masking-rules.ts"
import { outcome, outcomeAnswer } from "../../protocol/outcome.ts"
import * as wire from "../../protocol/relay.ts"
import { renewRequest } from "../../protocol/renewal.ts"
import * as review from "../../protocol/review.ts"
import * as search from "../../protocol/search.ts"
import { unmaskedData } from "../../protocol/unmasked.ts"
import { PRODUCT_VERSION } from "./health.ts"

/** The description of the API, out of the schemas that check it. */
export function openApi(): object {
  const json = (schema: z.ZodMiniType) => ({ "application/json": { schema: schemaOf(schema) } })
  const answer = (description: string, schema?: z.ZodMiniType) => ({
    description,
    ...(schema && { content: json(schema) })
  })
  const stream = {
    description: "Server-sent events: `event:` is the type, `data:` the rest as JSON.",
    content: { "text/event-stream": { schema: schemaOf(wire.relayEvent) } }
  }
  const failed = { default: answer("What went wrong, in a sentence.", wire.apiError) }
  const route = (summary: string, ok: object, body?: z.ZodMiniType, extra: object = {}) => ({
    summary,
    ...(body && { requestBody: { required: true, content: json(body) } }),
    responses: { "200": ok, ...failed },
    ...extra
  })
  const open = { security: [] }
  const file = {
    description: "A file: CSV with the mark of UTF-8, or JSON lines.",
    content: { "text/csv": {}, "application/jsonl": {} }
  }
  const withChanged = <Route extends { responses: object }>({ responses, ...rest }: Route, stands: z.ZodMiniType) => ({
    ...rest,
    responses: { ...responses, "409": answer("Somebody else saved first; nothing was written.", stands) }
  })
  const withRunning = <Route extends { responses: object }>({ responses, ...rest }: Route) => ({
    ...rest,
    responses: { ...responses, "202": answer("It takes longer: ask again with `run`.", report.reportRunning) }
  })
  const lookedAt = <Route extends { responses: object }>({ responses, ...rest }: Route) => ({
    ...rest,
    responses: {
      ...responses,
      "422": answer("A text holds what should have been masked; nothing of the request was stored.", unmaskedData)
    }
  })
  return {
    openapi: "3.1.0",
    info: { title: "Replywright relay", version: PRODUCT_VERSION },
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
    security: [{ token: [] }],
    paths: {
      "/v1/health": {
        get: route("Is it there, and what does it work with?", answer("Health", wire.health), undefined, open)
      },
      "/v1/pair": {
        post: route(
          "Trade a pairing code for a token.",
          answer("Token and person", wire.pairAnswer),
          wire.pairRequest,
          open
        )
      },
      "/v1/token/renew": {
        post: route(
          "Trade a refresh token for the next two tokens, signed by the browser's key.",
          answer("Tokens, person and key", wire.renewAnswer),
          renewRequest,
          open
        )
      },
      "/v1/me": { get: route("Who am I?", answer("Person", wire.meAnswer)) },
      "/v1/sign-out": {
        post: {
          summary: "End this browser's sign-in, with all its tokens.",
          responses: { "204": answer("Signed out"), ...failed }
        }
      },
      "/v1/drafts": { post: lookedAt(route("Write a draft, or send one again by its id.", stream, wire.draftRequest)) },
      "/v1/drafts/{id}/upstream": {
        get: route("What the model saw.", answer("Upstream body", wire.upstream), undefined, path(wire.idPath))
      },
      "/v1/budget": {
        get: route("What is left of today's budgets.", answer("Used and limit; a day is one of UTC", wire.budgetAnswer))
      },
      "/v1/summaries": { post: lookedAt(route("Summarise a ticket.", stream, wire.summaryRequest)) },
      "/v1/outcomes": {
        post: lookedAt(
          route(
            "Tell what became of a draft; a repeat is answered `stored: false`.",
            answer("Stored or not", outcomeAnswer),
            outcome
          )
        )
      },
      "/v1/knowledge/search": {
        post: lookedAt(
          route("Search all that this person may see.", answer("Best first", search.searchAnswer), search.searchRequest)
        )
      },
      "/v1/knowledge/replies": {
        post: lookedAt(
          route(
            "Solved tickets like this one, and macros for it.",
            answer("Five of each at most, best first", search.repliesAnswer),
            search.repliesRequest
          )
        )
      },
      "/v1/knowledge/feedback": {
        post: lookedAt({
          summary: "Tell that a ready reply was put into the editor, once by its id.",
          requestBody: { required: true, content: json(search.usedDocument) },
          responses: { "204": answer("Kept"), ...failed }
        })
      },
      "/v1/review/queue": {
        get: route(
          "Cases for leads, a page at a time.",
          answer("Lines and counts", review.queueAnswer),
          undefined,
          query(review.queueQuery)
        )
      },
      "/v1/review/cases/{id}": {
        get: route("One case whole.", answer("Case", review.caseAnswer), undefined, path(wire.idPath)),
        put: withChanged(
          lookedAt(
            route(
              "Save what a lead says of a case, over the version that was read.",
              answer("The review as it stands now", review.review),
              review.reviewRequest,
              path(wire.idPath)
            )
          ),
          review.reviewChanged
        )
      },
      "/v1/review/figures": {
        get: route(
          "Shares, edit distances and waiting times.",
          answer("Figures", review.figuresAnswer),
          undefined,
          query(review.figuresQuery)
        )
      },
      "/v1/review/export": { get: route("What is shown, as a file.", file, undefined, query(review.exportQuery)) },
      "/v1/admin/people": {
        get: route(
          "For admins: who is paired, and codes that are still good.",
          answer("People and codes", admin.peopleAnswer)
        )
      },
      "/v1/admin/codes": {
        post: route(
          "Make a pairing code; it is told this once.",
          answer("The code", admin.codeAnswer),
          admin.codeRequest
        )
      },
      "/v1/admin/codes/{id}": {
        delete: {
          summary: "Take a pairing code back.",
          responses: { "204": answer("Revoked"), ...failed },
          ...path(wire.idPath)
        }
      },
      "/v1/admin/people/{id}/sign-out": {
        post: route(
          "Sign a person out of every browser.",
          answer("How much was ended", admin.signOutAnswer),
          admin.signOutRequest,
          path(wire.idPath)
        )
      },
      "/v1/admin/models": {
        get: route(
          "What the relay may ask, for what, in which order.",
          answer("Models, without keys", admin.modelsAnswer)
        )
      },
      "/v1/admin/models/{name}/test": {
        post: route(
          "Ask a model for twenty words.",
          answer("How quickly it answered, or why not", admin.testAnswer),
          undefined,
          path(admin.modelPath)
        )
      },
      "/v1/admin/settings": {
        get: route("What is set for the team.", answer("Settings", admin.settingsAnswer)),
        put: route(
          "Set it, over the version that was read.",
          answer("Settings as they stand now", admin.settingsAnswer),
          admin.settingsRequest
        )
      },
      "/v1/audit": {
        get: route(
          "For admins: who did what to which ids.",
          answer("A page, newest first", audit.auditAnswer),
          undefined,
          query(audit.auditQuery)
        )
      },
      "/v1/admin/usage": {
        get: route(
          "What models took, by task, model and person.",
          answer("Sums", admin.usageAnswer),
          undefined,
          query(admin.usageQuery)
        )
      },
      "/v1/admin/knowledge": {
        get: route(
          "Where the team's knowledge comes from, with how each last import went.",
          answer("Sources", knowledge.knowledgeAnswer)
        )
      },
      "/v1/admin/knowledge/imports": {
        post: route(
          "Import a new place, or a known source again.",
          answer("What will be imported, soon", knowledge.importAnswer),
          knowledge.importRequest
        )
      },
      "/v1/admin/knowledge/imports/{id}/cancel": {
        post: {
          summary: "Stop an import, or take its source out of the queue.",
          responses: { "204": answer("Asked to stop"), ...failed },
          ...path(wire.idPath)
        }
      },
      "/v1/admin/knowledge/files": {
        post: {
          ...route(
            "Import a file or an archive.",
            answer("The source that it becomes", knowledge.importAnswer),
            undefined,
            query(knowledge.fileQuery)
          ),
          requestBody: { required: true, content: { "application/octet-stream": {} } }
        }
      },
      "/v1/admin/knowledge/sources/{collection}/schedule": {
        put: route(
          "Say when a source is imported again.",
          answer("When it is next", knowledge.scheduleAnswer),
          knowledge.schedule,
          path(knowledge.collectionPath)
        )
      },
      "/v1/admin/knowledge/sources/{collection}/hook": {
        post: route(
          "Give a source's webhook a new secret; it is told this once.",
          answer("Address and secret", knowledge.hookAnswer),
          knowledge.hookRequest,
          path(knowledge.collectionPath)
        ),
        delete: {
          summary: "Let nobody call a source's webhook any more.",
          responses: { "204": answer("Removed"), ...failed },
          ...path(knowledge.collectionPath)
        }
      },
      "/v1/admin/knowledge/sources/{collection}": {
        delete: route(
          "Remove a source and its documents.",
          answer("How many went", knowledge.removedAnswer),
          undefined,
          path(knowledge.collectionPath)
        )
      },
      "/v1/hooks/knowledge/{collection}": {
        post: {
          summary: "Say that something has changed at a source: signed, and nothing is taken from the call.",
          responses: { "202": answer("Noted"), ...failed },
          ...path(knowledge.collectionPath),
          ...open
        }
      },
      "/v1/knowledge/report": {
        get: withRunning(
          route(
            "For leads: what is wrong with the team's knowledge.",
            answer("The report", report.reportDone),
            undefined,
            query(report.reportQuery)
          )
        )
      },
      "/v1/knowledge/findings/{id}": {
        put: lookedAt(
          route(
            "Settle a finding until its words change, or open it again.",
            answer("As it stands now", report.settleAnswer),
            report.settleRequest,
            path(report.findingPath)
          )
        )
      },
      "/v1/masking-rules": {
        get: route(
          "What the team says about masking. Each answer to somebody signed in tells its version in the header x-masking-rules.",
          answer("The newest version", masking.rulesAnswer)
        ),
        put: withChanged(
          route(
            "For leads and admins: say it anew, over the version that was read.",
            answer("The rules as they stand now", masking.rulesAnswer),
            masking.rulesRequest
          ),
          masking.rulesChanged
        )
      },
      "/v1/masking-rules/words": {
        post: route(
          "Add a word; for agents where the team lets them.",
          answer("The rules as they stand now", masking.rulesAnswer),
          masking.wordRequest
        )
      },
      "/v1/masking-rules/versions": {
        get: route("For leads and admins: who changed what, and when.", answer("Newest first", masking.versionsAnswer))
      },
      "/v1/masking-rules/undo": {
        post: withChanged(
          route(
            "For leads and admins: make an earlier version the newest.",
            answer("The rules as they stand now", masking.rulesAnswer),
            masking.undoRequest
          ),
          masking.rulesChanged
        )
      },
      "/v1/tickets/{helpdesk}/{ticketId}": {
        delete: route(
          "Erase everything stored of a ticket.",
          answer("How much there was", erase.eraseAnswer),
          undefined,
          withQuery(path(wire.ticketPath), erase.eraseQuery)
        )
      }
    }
  }
}

/** Parameters in the path, and behind the question mark. */
function withQuery(path: { parameters: object[] }, schema: z.ZodMiniObject): object {
  return { parameters: [...path.parameters, ...query(schema).parameters] }
}

/** The fields of a schema as parameters behind the question mark. */
const query = (schema: z.ZodMiniObject) => parameters(schema, "query")
/** The same, within the address. */
const path = (schema: z.ZodMiniObject) => parameters(schema, "path")

function parameters(schema: z.ZodMiniObject, place: "query" | "path"): { parameters: object[] } {
  const { properties = {}, required = [] } = z.toJSONSchema(schema)
  return {
    parameters: Object.entries(properties).map(([name, field]) => ({
      name,
      in: place,
      required: required.includes(name),
      schema: field
    }))
  }
}

function schemaOf(schema: z.ZodMiniType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema)
  return rest
}
