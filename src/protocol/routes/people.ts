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
