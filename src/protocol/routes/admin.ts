import * as wire from "../admin.ts"
import { auditAnswer, auditExportQuery, auditQuery } from "../admin.ts"
import { answer, describeRoutes } from "./describe/operation.ts"
import { statusAnswer } from "./server.ts"

export const adminOperations = describeRoutes({
  "GET /v1/admin/models": {
    summary: "What the relay may ask, for what, in which order.",
    who: "admin",
    answers: { 200: answer("Models, without keys", wire.modelsAnswer) }
  },
  "POST /v1/admin/models/:name/test": {
    summary: "Ask a model for twenty words.",
    who: "admin",
    path: wire.modelPath,
    slow: true,
    answers: { 200: answer("How quickly it answered, or why not", wire.testAnswer) }
  },
  "GET /v1/admin/settings": {
    summary: "What is set for the team.",
    who: "admin",
    answers: { 200: answer("Settings", wire.settingsAnswer) }
  },
  "PUT /v1/admin/settings": {
    summary: "Set it, over the version that was read.",
    who: "admin",
    body: wire.settingsRequest,
    unmasked: "admin",
    answers: { 200: answer("Settings as they stand now", wire.settingsAnswer) }
  },
  "GET /v1/audit": {
    summary: "For admins: who did what to which ids.",
    who: "admin",
    query: auditQuery,
    answers: { 200: answer("A page, newest first", auditAnswer) }
  },
  "GET /v1/audit/export": {
    summary: "All entries of the audit that fit, as a file.",
    who: "admin",
    query: auditExportQuery,
    answers: {
      200: {
        description: "CSV with the mark of UTF-8, or JSON lines, oldest first",
        types: ["text/csv", "application/jsonl"]
      }
    },
    slow: true
  },
  "GET /v1/admin/status": {
    summary: "How the relays do: which live, models, queues, budgets, and what failed on the last day.",
    who: "admin",
    answers: { 200: answer("Status, without a word of a ticket", statusAnswer) }
  },
  "GET /v1/admin/usage": {
    summary: "What models took, by task, model and person.",
    who: "admin",
    query: wire.usageQuery,
    answers: { 200: answer("Sums", wire.usageAnswer) }
  }
})
