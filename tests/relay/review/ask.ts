import {
  caseAnswer,
  figuresAnswer,
  queueAnswer,
  review,
  reviewChanged,
  type ReviewRequest
} from "../../../src/protocol/review.ts"
import type { Client } from "../help/client.ts"

/** What a lead's page asks, checked against the wire's schemas. */
export const askQueue = async (lead: Client, query = "") =>
  queueAnswer.parse(await ok(lead.fetch(`/v1/review/queue?${query}`)))
export const askCase = async (lead: Client, id: string) =>
  caseAnswer.parse(await ok(lead.fetch(`/v1/review/cases/${id}`)))
export const askFigures = async (lead: Client, query = "") =>
  figuresAnswer.parse(await ok(lead.fetch(`/v1/review/figures?${query}`)))

export function put(lead: Client, id: string, said: Partial<ReviewRequest>): Promise<Response> {
  const body = JSON.stringify({ version: 0, done: true, reasons: [], note: "", ...said })
  return lead.fetch(`/v1/review/cases/${id}`, { method: "PUT", body, headers: { "content-type": "application/json" } })
}
export const save = async (lead: Client, id: string, said: Partial<ReviewRequest>) =>
  review.parse(await ok(put(lead, id, said)))

/** The review that stands, told with a refusal. */
export async function changedOf(response: Response) {
  return { status: response.status, ...reviewChanged.parse(await response.json()) }
}

async function ok(answer: Promise<Response>): Promise<unknown> {
  const response = await answer
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
  return response.json()
}
