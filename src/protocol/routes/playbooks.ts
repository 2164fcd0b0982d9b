import { playbookPath, playbookRequest, playbooksAnswer, playbookSaved } from "../operating/playbooks.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

export const playbookOperations = describeRoutes({
  "GET /v1/admin/playbooks": {
    summary: "Lists the team's playbooks with their flowcharts.",
    who: "admin",
    answers: { 200: answer("Playbooks", playbooksAnswer) }
  },
  "PUT /v1/admin/playbooks": {
    summary:
      "Stores a playbook as the newest version under its name. One with a mistake is refused, each mistake with its line.",
    who: "admin",
    body: playbookRequest,
    unmasked: "admin",
    answers: { 200: answer("Its name and version", playbookSaved) }
  },
  "DELETE /v1/admin/playbooks/:name": {
    summary: "Takes a playbook out. Its versions stay.",
    who: "admin",
    path: playbookPath,
    answers: { 204: answer("Taken out") }
  }
})
