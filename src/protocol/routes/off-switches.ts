import * as wire from "../operating/off-switches.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

export const offSwitchOperations = describeRoutes({
  "GET /v1/off-switches": {
    summary:
      "For which tickets and people reading, prepared drafts or models are switched off. Each answer to somebody signed in tells their version in the header x-off-switches.",
    who: "agent",
    answers: { 200: answer("The switches", wire.offSwitchesAnswer) }
  },
  "GET /v1/admin/off-switches": {
    summary: "For admins: the same, with who set each.",
    who: "admin",
    answers: { 200: answer("The switches, oldest first", wire.storedOffSwitchesAnswer) }
  },
  "POST /v1/admin/off-switches": {
    summary: "Switch something off. A condition that can't be read is refused.",
    who: "admin",
    body: wire.offSwitchRequest,
    unmasked: "admin",
    answers: { 200: answer("The switch", wire.storedOffSwitch) }
  },
  "DELETE /v1/admin/off-switches/:id": {
    summary: "Remove a switch, so that what it switched off is on again.",
    who: "admin",
    takesId: true,
    answers: { 204: answer("Removed") }
  }
})
