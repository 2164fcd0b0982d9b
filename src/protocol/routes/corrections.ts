import { correctionsAnswer } from "../operating/corrections.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

export const correctionOperations = describeRoutes({
  "GET /v1/corrections": {
    summary:
      "Corrected selectors of helpdesks' pages, as a signed file. Each answer to somebody signed in tells their version in the header x-corrections.",
    who: "agent",
    answers: { 200: answer("The signed file, or null", correctionsAnswer) }
  }
})
