import { createMiddleware } from "hono/factory"
import type { RelayEnv } from "../http/context.ts"
import { openDraftChecker } from "../drafting/pipeline/open-draft-checker.ts"
import { createOfflineSummariser } from "../drafting/summary/summary.ts"
import { laneFor, runInLane } from "../../runtime/worker-thread/run-in-worker.ts"
import type { Log } from "../../runtime/log.ts"
import { queryJob } from "../../search/query/query.ts"
import { unmaskedJob } from "../second-look/find-unmasked-texts.ts"
import type { Source } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"

/**
 * With the first request that a person makes, the thread that reads texts reads a made-up ticket. It takes a second or
 * two to load and compile all that it needs for that, and a browser asks for much before it asks for a draft. A relay
 * that nobody uses yet starts no thread, which would take it 60 MB.
 */
export function warmUpForPeople(log: Log) {
  let isWarm = false
  return createMiddleware<RelayEnv>(async ({ env }, next) => {
    if (!isWarm && env.incoming.headers.authorization !== undefined) {
      isWarm = true
      readMadeUpTicket().catch((error: unknown) => log.error("not-warmed-up", error))
    }
    await next()
  })
}

/** Runs what a draft will run there, one job after the other, so that a person's own jobs come between. */
async function readMadeUpTicket(): Promise<void> {
  const lane = laneFor(0)
  if (lane === "here") return
  const [message] = TICKET.messages
  await runInLane(lane, unmaskedJob, [["ticket.messages.0.text", message?.text ?? ""]], [])
  await runInLane(lane, queryJob, TICKET)
  await Array.fromAsync(createOfflineSummariser().summarise(TICKET, new AbortController().signal))
  const checker = openDraftChecker(
    { ticket: TICKET, sources: SOURCES, language: "en", today: TODAY },
    new AbortController().signal
  )
  for (const sentence of SENTENCES) await checker.check(sentence, 0)
  checker.close()
}

const TODAY = "2026-01-05"
const TICKET: MaskedTicket = {
  helpdesk: "none",
  ticketId: "1",
  version: "1",
  subject: "Where is my parcel?",
  requester: "[PERSON_1]",
  agent: "[PERSON_2]",
  tags: [],
  messages: [
    {
      id: "1",
      role: "customer",
      author: "[PERSON_1]",
      at: `${TODAY}T09:00:00Z`,
      text: "Hello,\n\nmy parcel is shown as delivered, but nothing is here. I have asked the neighbours. How long does the search take, and can I get the 20 € back?\n\nKind regards\n[PERSON_1]"
    }
  ]
}

const SOURCES: Source[] = [
  {
    n: 1,
    id: "made-up",
    kind: "article",
    title: "Lost parcels",
    headings: [],
    score: 1,
    passage:
      "A search takes 5 working days. If the parcel isn't found, we refund what you paid within 14 days. Write to us with the number of your order.",
    visibility: "public"
  }
]

const SENTENCES = [
  "Hello [PERSON_1],",
  "The search takes 5 working days.",
  "Please send us the number of your order, and look at https://example.com/parcels.",
  "If it isn't found, we refund the 20 € within 14 days."
]
