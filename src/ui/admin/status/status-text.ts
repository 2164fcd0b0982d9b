import { clock, day } from "../../messages/format.ts"
import { isMessage, t, tell } from "../../messages/t.ts"
import type { ModelStatus, RelayStatus, StatusAnswer } from "../../../protocol/routes/server.ts"

/** "09:42" of today, and "20 Nov 2026, 09:42" of another day. */
export function moment(iso: string, now = Date.now()): string {
  const isToday = new Date(iso).toDateString() === new Date(now).toDateString()
  return isToday ? clock(iso) : `${day(iso)}, ${clock(iso)}`
}

/** The beginning of a relay's id is enough to tell it from the others. */
export const shortId = (id: string) => id.slice(0, 8)

export interface ModelAtRelay {
  relay: RelayStatus
  model: ModelStatus
}

/** Returns how each model does at each relay that lives. */
export function modelsOf({ relays }: StatusAnswer): ModelAtRelay[] {
  return relays
    .filter(({ living }) => living)
    .flatMap((relay) => (relay.condition?.models ?? []).map((model) => ({ relay, model })))
}

/** Returns what is wrong, one sentence each; nothing if all is well. */
export function troubles(status: StatusAnswer): string[] {
  const silent = status.relays.filter(({ living }) => !living).length
  const bad = modelsOf(status).filter(({ model: { state } }) => state === "away" || state === "failing")
  const names = [...new Set(bad.map(({ model }) => modelSentence(model)))]
  return [
    ...(status.ready ? [] : [t("status.unready", { reasons: unreadyReasons(status).join(" ") })]),
    ...(silent > 0 ? [t("status.silent", { count: silent })] : []),
    ...names
  ]
}

/** Words each reason by its code. One without words here, or of an earlier relay, stays in the relay's own sentence. */
function unreadyReasons({ reasons, unready = [] }: StatusAnswer): string[] {
  return reasons.map((sentence, at) => {
    const { code, count = 0 } = unready[at] ?? { code: "" }
    const key = `status.unready.${code}`
    return isMessage(key) ? tell(key, { count }) : sentence
  })
}

const modelSentence = (model: ModelStatus) => t("status.model.sentence", { name: model.name, state: modelState(model) })

export function modelState({ state, since, retryInSeconds }: ModelStatus): string {
  const time = moment(since)
  return state === "away"
    ? t("status.model.away", { time, count: retryInSeconds })
    : t(`status.model.${state}`, { time })
}

/** Returns the name of a helpdesk as people know it, or its id if it is none of ours. */
export function helpdeskTitle(helpdesk: string): string {
  const key = `helpdesk.${helpdesk}`
  return isMessage(key) ? tell(key, {}) : helpdesk
}
