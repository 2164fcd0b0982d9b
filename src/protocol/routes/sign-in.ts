import { beginSignInAnswer, beginSignInRequest, pairAnswer, signInAnswer, signInRequest } from "../relay.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

export const signInOperations = describeRoutes({
  "GET /v1/sign-in": {
    summary: "How may a browser sign in?",
    who: "anyone",
    answers: { 200: answer("The provider's host, and whether codes pair", signInAnswer) }
  },
  "POST /v1/sign-in/begin": {
    summary: "Begin a sign-in by the organisation's provider.",
    who: "anyone",
    body: beginSignInRequest,
    unmasked: "pairing",
    answers: { 200: answer("The provider's page", beginSignInAnswer) }
  },
  "POST /v1/sign-in/finish": {
    summary: "Trade the address to which the provider has sent the browser back for a token.",
    who: "anyone",
    body: signInRequest,
    unmasked: "pairing",
    answers: { 200: answer("Token and person", pairAnswer) }
  },
  "POST /v1/sign-in/logout": {
    summary: "End a person's sign-ins by a logout token, which the provider sends as a form.",
    who: "anyone",
    answers: { 204: answer("Signed out") }
  }
})
