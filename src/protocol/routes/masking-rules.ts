import * as wire from "../masking-rules.ts"
import { answer, changed, describeRoutes } from "./describe/operation.ts"

const newestRules = answer("The rules as they stand now", wire.rulesAnswer)

export const maskingOperations = describeRoutes({
  "GET /v1/masking-rules": {
    summary:
      "What the team says about masking. Each answer to somebody signed in tells its version in the header x-masking-rules.",
    who: "agent",
    answers: { 200: answer("The newest version", wire.rulesAnswer) }
  },
  "PUT /v1/masking-rules": {
    summary: "For leads and admins: say it anew, over the version that was read.",
    who: "lead",
    body: wire.rulesRequest,
    unmasked: "team-words",
    answers: { 200: newestRules, 409: changed(wire.rulesChanged) }
  },
  "POST /v1/masking-rules/words": {
    summary: "Add a word; for agents where the team lets them.",
    who: "agent",
    body: wire.wordRequest,
    unmasked: "team-words",
    answers: { 200: newestRules }
  },
  "GET /v1/masking-rules/versions": {
    summary: "For leads and admins: who changed what, and when.",
    who: "lead",
    answers: { 200: answer("Newest first", wire.versionsAnswer) }
  },
  "POST /v1/masking-rules/undo": {
    summary: "For leads and admins: make an earlier version the newest.",
    who: "lead",
    body: wire.undoRequest,
    unmasked: "team-words",
    answers: { 200: newestRules, 409: changed(wire.rulesChanged) }
  }
})
