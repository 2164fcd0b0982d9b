import { answer, describeRoutes } from "./describe/operation.ts"
import * as z from "zod/mini"
import { answerList, count, instant, line, longText, textUpTo } from "../fields.ts"

/** What admins ask of the team's playbooks: GET and PUT /v1/admin/playbooks, DELETE /v1/admin/playbooks/:name. */

/** The YAML of one playbook. Its name stands in it. */
const playbookRequest = z.object({ source: textUpTo(200_000) })
const playbookSaved = z.object({ name: line, version: count })
/** `:name` of an address is a playbook's name. */
const playbookPath = z.object({ name: textUpTo(60) })

const graph = z.object({
  nodes: answerList(z.object({ id: line, title: line, kind: z.enum(["step", "end", "escalation"]) })),
  edges: answerList(z.object({ from: line, to: line, label: line }))
})
/**
 * The newest version of each playbook, with its flowchart. One that this relay can't read any more has `mistakes`, each
 * with its line, and no flowchart.
 */
const playbooksAnswer = z.object({
  playbooks: answerList(
    z.object({
      name: line,
      title: line,
      version: count,
      at: instant,
      source: longText,
      graph,
      mermaid: longText,
      mistakes: z.optional(answerList(line))
    })
  )
})
export type PlaybooksAnswer = z.infer<typeof playbooksAnswer>
export type ListedPlaybook = PlaybooksAnswer["playbooks"][number]
export type FlowGraph = ListedPlaybook["graph"]
export type PlaybookSaved = z.infer<typeof playbookSaved>

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
