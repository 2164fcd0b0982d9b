import {
  findingPath,
  reportDone,
  reportQuery,
  reportRunning,
  settleAnswer,
  settleRequest
} from "../knowledge-report.ts"
import * as wire from "../knowledge.ts"
import { collectionPath } from "../knowledge.ts"
import { confirmPageRequest, solvedTicketsAnswer, solvedTicketsQuery } from "../knowledge.ts"
import { answer, describeRoutes, UNMASKED } from "./describe/operation.ts"

export const knowledgeOperations = describeRoutes({
  "GET /v1/admin/knowledge": {
    summary: "Where the team's knowledge comes from, with how each last import went.",
    who: "admin",
    answers: { 200: answer("Sources", wire.knowledgeAnswer) }
  },
  "POST /v1/admin/knowledge/imports": {
    summary: "Import a new place, or a known source again.",
    who: "admin",
    body: wire.importRequest,
    unmasked: "knowledge",
    answers: { 200: answer("What will be imported, soon", wire.importAnswer) }
  },
  "POST /v1/admin/knowledge/imports/:id/cancel": {
    summary: "Stop an import, or take its source out of the queue.",
    who: "admin",
    takesId: true,
    answers: { 204: answer("Asked to stop") }
  },
  "POST /v1/admin/knowledge/files": {
    summary: "Import a file or an archive.",
    who: "admin",
    query: wire.fileQuery,
    takesFile: true,
    answers: { 200: answer("The source that it becomes", wire.importAnswer) }
  },
  "PUT /v1/admin/knowledge/sources/:collection/schedule": {
    summary: "Say when a source is imported again.",
    who: "admin",
    path: wire.collectionPath,
    body: wire.schedule,
    unmasked: "knowledge",
    answers: { 200: answer("When it is next", wire.scheduleAnswer) }
  },
  "POST /v1/admin/knowledge/sources/:collection/hook": {
    summary: "Give a source's webhook a new secret; it is told this once.",
    who: "admin",
    path: wire.collectionPath,
    body: wire.hookRequest,
    unmasked: "knowledge",
    answers: { 200: answer("Address and secret", wire.hookAnswer) }
  },
  "DELETE /v1/admin/knowledge/sources/:collection/hook": {
    summary: "Let nobody call a source's webhook any more.",
    who: "admin",
    path: wire.collectionPath,
    answers: { 204: answer("Removed") }
  },
  "DELETE /v1/admin/knowledge/sources/:collection": {
    summary: "Remove a source and its documents.",
    who: "admin",
    path: wire.collectionPath,
    slow: true,
    answers: { 200: answer("How many went", wire.removedAnswer) }
  }
})

export const webhookOperations = describeRoutes({
  "POST /v1/hooks/knowledge/:collection": {
    summary: "Say that something has changed at a source: signed, and nothing is taken from the call.",
    who: "anyone",
    path: collectionPath,
    answers: { 202: answer("Noted") }
  }
})

export const reportOperations = describeRoutes({
  "GET /v1/knowledge/report": {
    summary: "For leads: what is wrong with the team's knowledge.",
    who: "lead",
    query: reportQuery,
    answers: {
      200: answer("The report", reportDone),
      202: answer("It takes longer: ask again with `run`.", reportRunning)
    }
  },
  "PUT /v1/knowledge/findings/:id": {
    summary: "Settle a finding until its words change, or open it again.",
    who: "lead",
    path: findingPath,
    body: settleRequest,
    masks: ["note"],
    answers: { 200: answer("As it stands now", settleAnswer), 422: UNMASKED }
  }
})

export const pastTicketOperations = describeRoutes({
  "GET /v1/knowledge/past-tickets": {
    summary: "For leads: imported solved tickets, each with the pages that may have answered it.",
    who: "lead",
    query: solvedTicketsQuery,
    answers: { 200: answer("Newest first", solvedTicketsAnswer) }
  },
  "POST /v1/knowledge/past-tickets/confirm": {
    summary: "For leads: say that a page answered a solved ticket, or that it didn't.",
    who: "lead",
    body: confirmPageRequest,
    unmasked: "past-ticket",
    answers: { 204: answer("Kept"), 422: UNMASKED }
  }
})
