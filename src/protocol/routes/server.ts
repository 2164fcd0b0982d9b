import { readiness } from "../operating/status.ts"
import { health } from "../relay.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

/** The routes that answer an extension of any version, because a client reads them before it knows the relay's. */
export const serverOperations = describeRoutes({
  "GET /v1/health": {
    summary: "Is it there, and what does it work with?",
    who: "anyone",
    answers: { 200: answer("Health", health) }
  },
  "GET /v1/ready": {
    summary: "Should requests be sent to it? The reasons if not.",
    who: "anyone",
    answers: { 200: answer("Ready", readiness), 503: answer("Not ready", readiness) }
  },
  "GET /v1/openapi.json": {
    summary: "This document.",
    who: "anyone",
    answers: { 200: { description: "An OpenAPI 3.1 document", types: ["application/json"] } }
  }
})
