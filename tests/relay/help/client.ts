import type { TestRelay } from "./relay.ts"
import { randomUUID } from "node:crypto"
import { request } from "node:http"
import { EventSourceParserStream } from "eventsource-parser/stream"
import type { Outcome } from "../../../src/protocol/outcome.ts"
import { relayEvent, type PairAnswer, type RelayEvent, type SitedDraftRequest } from "../../../src/protocol/relay.ts"

/** Talks to a relay as the extension does. */
export class Client {
  readonly url: string
  token = ""

  constructor(url: string) {
    this.url = url
  }

  static async paired(
    relay: { url: string; pair(role: "agent" | "lead" | "admin", name: string): Promise<string> },
    name = "Tom",
    role: "agent" | "lead" | "admin" = "agent"
  ): Promise<Client> {
    const client = new Client(relay.url)
    const answer = await client.post("/v1/pair", { code: await relay.pair(role, name) })
    client.token = ((await answer.json()) as PairAnswer).token
    return client
  }

  fetch(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const headers = { ...(this.token && { authorization: `Bearer ${this.token}` }), ...init.headers }
    return fetch(this.url + path, { ...init, headers })
  }

  post(
    path: string,
    body: unknown,
    init: { signal?: AbortSignal; headers?: Record<string, string> } = {}
  ): Promise<Response> {
    return this.fetch(path, {
      ...init,
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...init.headers }
    })
  }

  /** All events of a draft but the heartbeats, checked against the wire's schema. */
  async draft(body: SitedDraftRequest): Promise<RelayEvent[]> {
    return restOf(eventsOf(await this.post("/v1/drafts", body)))
  }
}

export async function* eventsOf(response: Response): AsyncGenerator<RelayEvent> {
  if (!response.ok || !response.body) throw new Error(`${response.status}: ${await response.text()}`)
  for await (const { event, data } of response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())) {
    yield relayEvent.parse({ type: event, ...JSON.parse(data) })
  }
}

export async function restOf(events: AsyncGenerator<RelayEvent>): Promise<RelayEvent[]> {
  const rest: RelayEvent[] = []
  for await (const event of events) if (event.type !== "heartbeat") rest.push(event)
  return rest
}

/** Returns the text of a draft, in whatever pieces it came. */
export const textOf = (events: readonly RelayEvent[]): string =>
  events.map((event) => (event.type === "draft-delta" ? event.text : "")).join("")

/** The code of a refusal, with its status. */
export async function refusalOf(
  answer: Promise<Response> | Response
): Promise<{ status: number; code: string; message: string; retryable: boolean }> {
  const response = await answer
  const { error } = (await response.json()) as { error: { code: string; message: string; retryable: boolean } }
  return { status: response.status, ...error }
}

/** As a browser would never do it: with a Host header of one's own. */
export function askAs(host: string, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on("error", reject)
      .end()
  })
}

export const SECRET_WORDS = "Blaubeerkuchen"

/** Where the tests' helpdesk stands. */
export const SITE = "https://lumen.zendesk.com"

export function draftRequest(change: Partial<SitedDraftRequest> = {}): SitedDraftRequest {
  return {
    draftId: randomUUID(),
    ticket: {
      site: SITE,
      helpdesk: "sample",
      ticketId: "1001",
      version: "m1",
      subject: `About my ${SECRET_WORDS}`,
      requester: "[PERSON_1]",
      agent: "[PERSON_2]",
      tags: [],
      messages: [
        {
          id: "m1",
          role: "customer",
          author: "[PERSON_1]",
          at: "2026-11-20T10:00:00Z",
          text: `Where is my ${SECRET_WORDS}?`
        }
      ]
    },
    ...change
  }
}

export function outcome(change: Partial<Outcome> = {}): Outcome {
  return {
    outcomeId: randomUUID(),
    revision: 1,
    draftId: randomUUID(),
    site: SITE,
    helpdesk: "sample",
    ticketId: "1001",
    kind: "inserted",
    draft: `Your ${SECRET_WORDS}`,
    sent: `Your ${SECRET_WORDS}.`,
    editDistance: 0.1,
    filledBlanks: 0,
    language: "en",
    model: "test-model",
    pipelineVersion: "v-test",
    times: { used: "2026-11-20T10:00:00Z", sent: "2026-11-20T10:01:00Z" },
    ...change
  }
}

/** As browsers are, which renew their tokens every twelve hours: after a test has moved the relay's clock. */
export async function stillSignedIn({ db, time }: Pick<TestRelay, "db" | "time">): Promise<void> {
  for (const table of ["tokens", "token_families"] as const)
    await db
      .updateTable(table)
      .set({ expires_at: new Date(time.now.getTime() + 100 * 86_400_000) })
      .execute()
}
