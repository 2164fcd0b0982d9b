import { budgetAnswer } from "../relay.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

export const usageOperations = describeRoutes({
  "GET /v1/budget": {
    summary: "What is left of today's budgets.",
    who: "agent",
    answers: { 200: answer("Used and limit; a day is one of UTC", budgetAnswer) }
  }
})
