import { answer, describeRoutes } from "./describe/operation.ts"
import * as z from "zod/mini"
import { parseCondition } from "../../ticket/off-switch/condition.ts"
import { SWITCHABLE } from "../../ticket/off-switch/off-switch.ts"
import { answerList, count, instant, line, textUpTo } from "../fields.ts"

/** In this header of every answer the relay names the version of the team's off switches. */
export const OFF_SWITCHES_HEADER = "x-off-switches"
/** A browser says "off" in this header of a request if no model may be asked for it. */
export const MODEL_HEADER = "x-replywright-model"

const kind = z.enum(SWITCHABLE)
const offSwitch = z.object({ off: kind, when: textUpTo(500) })

/** GET /v1/off-switches: what browsers go by. */
export const offSwitchesAnswer = z.object({ version: count, switches: answerList(offSwitch) })
export type OffSwitchesAnswer = z.infer<typeof offSwitchesAnswer>

/** POST /v1/admin/off-switches. A condition that can't be read is refused. */
const offSwitchRequest = z.object({
  off: kind,
  when: textUpTo(500).check(
    z.refine(
      (when) => parseCondition(when) !== undefined,
      "This is no condition. Write always, or for example: tag is vip, field Country is CH, group is Second level, " +
        "person is Mia Berg, site is https://*.zendesk.com, or several joined by and."
    )
  )
})
export type OffSwitchRequest = z.infer<typeof offSwitchRequest>

/** GET /v1/admin/off-switches: who set each and when. */
export const storedOffSwitch = z.object({
  ...offSwitch.shape,
  id: z.uuid(),
  by: line,
  at: instant
})
export type StoredOffSwitch = z.infer<typeof storedOffSwitch>
export const storedOffSwitchesAnswer = z.object({ switches: answerList(storedOffSwitch) })

export const offSwitchOperations = describeRoutes({
  "GET /v1/off-switches": {
    summary:
      "For which tickets and people reading, prepared drafts or models are switched off. Each answer to somebody signed in tells their version in the header x-off-switches.",
    who: "agent",
    answers: { 200: answer("The switches", offSwitchesAnswer) }
  },
  "GET /v1/admin/off-switches": {
    summary: "For admins: the same, with who set each.",
    who: "admin",
    answers: { 200: answer("The switches, oldest first", storedOffSwitchesAnswer) }
  },
  "POST /v1/admin/off-switches": {
    summary: "Switch something off. A condition that can't be read is refused.",
    who: "admin",
    body: offSwitchRequest,
    unmasked: "admin",
    answers: { 200: answer("The switch", storedOffSwitch) }
  },
  "DELETE /v1/admin/off-switches/:id": {
    summary: "Remove a switch, so that what it switched off is on again.",
    who: "admin",
    takesId: true,
    answers: { 204: answer("Removed") }
  }
})
