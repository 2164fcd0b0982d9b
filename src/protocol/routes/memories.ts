import { memoriesAnswer, memoryChange } from "../operating/memories.ts"
import { answer, describeRoutes, UNMASKED } from "./describe/operation.ts"

export const memoryOperations = describeRoutes({
  "GET /v1/memories": {
    summary: "For leads: what the team writes, as agents' edits of drafts show it, each with its origin.",
    who: "lead",
    answers: { 200: answer("Those to decide first", memoriesAnswer) }
  },
  "PUT /v1/memories/:id": {
    summary: "For leads: approve a memory, as it is or changed, and say until when it lasts.",
    who: "lead",
    takesId: true,
    body: memoryChange,
    masks: ["word", "text"],
    answers: { 204: answer("Approved"), 422: UNMASKED }
  },
  "DELETE /v1/memories/:id": {
    summary: "For leads: remove a memory with its origin. It isn't proposed again.",
    who: "lead",
    takesId: true,
    answers: { 204: answer("Removed") }
  }
})
