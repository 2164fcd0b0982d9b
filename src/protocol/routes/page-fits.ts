import { fitReport } from "../operating/page-fits.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

export const pageFitOperations = describeRoutes({
  "POST /v1/page-fits": {
    summary: "Count which parts of a helpdesk's pages fit. No word of a page, no ticket, no person.",
    who: "agent",
    body: fitReport,
    unmasked: "page-fits",
    answers: { 204: answer("Counted") }
  }
})
