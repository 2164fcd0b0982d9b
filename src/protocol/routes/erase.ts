import { eraseAnswer, eraseQuery } from "../erase.ts"
import { ticketPath } from "../relay.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

export const eraseOperations = describeRoutes({
  "DELETE /v1/tickets/:helpdesk/:ticketId": {
    summary: "Erase everything stored of a ticket.",
    who: "agent",
    path: ticketPath,
    query: eraseQuery,
    answers: { 200: answer("How much there was", eraseAnswer) }
  }
})
