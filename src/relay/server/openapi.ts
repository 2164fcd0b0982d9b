import * as erase from "../../protocol/erase.ts"
import * as report from "../../protocol/knowledge-report.ts"
import * as masking from "../../protocol/masking-rules.ts"
import { outcome, outcomeAnswer } from "../../protocol/outcome.ts"
import * as wire from "../../protocol/relay.ts"
import { renewRequest } from "../../protocol/renewal.ts"
import * as review from "../../protocol/review.ts"
import * as search from "../../protocol/search.ts"
import { PRODUCT_VERSION } from "./health.ts"
import { adminPaths } from "./openapi-admin.ts"
import {
  answer,
  failed,
  file,
  json,
  lookedAt,
  open,
  path,
  query,
  route,
  stream,
  withChanged,
  withQuery,
  withRunning
} from "./openapi-parts.ts"

/** The description of the API, out of the schemas that check it. */
export function openApi(): object {
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
      ...adminPaths,
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
