import { meAnswer, pairAnswer, pairRequest, renewAnswer } from "../relay.ts"
import { renewRequest } from "../renewal.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

export const accessOperations = describeRoutes({
  "POST /v1/pair": {
    summary: "Trade a pairing code for a token.",
    who: "anyone",
    body: pairRequest,
    unmasked: "pairing",
    answers: { 200: answer("Token and person", pairAnswer) }
  },
  "POST /v1/token/renew": {
    summary: "Trade a refresh token for the next two tokens, signed by the browser's key.",
    who: "anyone",
    body: renewRequest,
    unmasked: "pairing",
    answers: { 200: answer("Tokens, person and key", renewAnswer) }
  },
  "GET /v1/me": { summary: "Who am I?", who: "agent", answers: { 200: answer("Person", meAnswer) } },
  "POST /v1/sign-out": {
    summary: "End this browser's sign-in, with all its tokens.",
    who: "agent",
    answers: { 204: answer("Signed out") }
  }
})
