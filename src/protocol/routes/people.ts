import * as wire from "../admin.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

export const peopleOperations = describeRoutes({
  "GET /v1/admin/people": {
    summary: "For admins: who is paired, and codes that are still good.",
    who: "admin",
    answers: { 200: answer("People and codes", wire.peopleAnswer) }
  },
  "POST /v1/admin/codes": {
    summary: "Make a pairing code; it is told this once.",
    who: "admin",
    body: wire.codeRequest,
    unmasked: "admin",
    answers: { 200: answer("The code", wire.codeAnswer) }
  },
  "POST /v1/admin/codes/batch": {
    summary: "Make a pairing code for each of many people; the codes are in this file alone.",
    who: "admin",
    body: wire.codeBatchRequest,
    unmasked: "admin",
    answers: { 200: { description: "CSV with the mark of UTF-8: name, role, code, expires", types: ["text/csv"] } }
  },
  "DELETE /v1/admin/codes/:id": {
    summary: "Take a pairing code back.",
    who: "admin",
    takesId: true,
    answers: { 204: answer("Revoked") }
  },
  "POST /v1/admin/people/:id/sign-out": {
    summary: "Sign a person out of every browser.",
    who: "admin",
    takesId: true,
    body: wire.signOutRequest,
    unmasked: "admin",
    answers: { 200: answer("How much was ended", wire.signOutAnswer) }
  },
  "PUT /v1/admin/people/:id": {
    summary: "Change the role and groups of a person who paired with a code.",
    who: "admin",
    takesId: true,
    body: wire.personRequest,
    unmasked: "admin",
    answers: { 204: answer("Changed") }
  },
  "DELETE /v1/admin/people/:id": {
    summary: "Delete a person with their sign-ins, drafts and cases.",
    who: "admin",
    takesId: true,
    slow: true,
    answers: { 204: answer("Deleted") }
  },
  "DELETE /v1/admin/browsers/:id": {
    summary: "Sign one browser of a person out.",
    who: "admin",
    takesId: true,
    answers: { 204: answer("Signed out") }
  }
})
