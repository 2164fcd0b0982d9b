import { onTestFinished } from "vitest"
import type { ImportedDocument, ReadFrom, SourceItem } from "../../../src/ingest/source/source.ts"
import type { Part } from "../../../src/ingest/sources/zendesk/client.ts"
import { zendeskSource, type ZendeskOptions } from "../../../src/ingest/sources/zendesk/zendesk.ts"
import { fakeClock, never } from "../sources/server.ts"
import { oneThread } from "../tickets/one-thread.ts"
import { zendeskDouble, type ZendeskDouble } from "./double.ts"

export const EMAIL = { user: "kim@shop.example/token", password: "t0ken" }

export async function account(fill: (double: ZendeskDouble) => void = () => undefined) {
  const double = await zendeskDouble()
  fill(double)
  const clock = fakeClock()
  const sourceOf = (part: Part, options: Partial<ZendeskOptions> = {}) =>
    zendeskSource({
      account: new URL(double.url),
      part,
      credentials: EMAIL,
      clock,
      allowHosts: [double.host],
      perSecond: 1000,
      masker: oneThread,
      ...options
    })
  return {
    double,
    clock,
    sourceOf,
    async read(part: Part, from: ReadFrom = {}, options: Partial<ZendeskOptions> = {}, signal = never()) {
      return gathered(sourceOf(part, options).read(from, signal))
    }
  }
}

export interface Told {
  items: SourceItem[]
  documents: ImportedDocument[]
  gone: string[]
  failed: string[]
  at: string[]
  end?: Extract<SourceItem, { type: "end" }>
  /** This is the error that ended it. */
  fault?: unknown
}

export async function gathered(read: AsyncIterable<SourceItem>): Promise<Told> {
  const told: Told = { items: [], documents: [], gone: [], failed: [], at: [] }
  try {
    for await (const item of read) {
      told.items.push(item)
      if (item.type === "document") told.documents.push(item.document)
      else if (item.type === "gone") told.gone.push(item.id)
      else if (item.type === "failed") told.failed.push(`${item.path}: ${item.reason}`)
      else if (item.type === "at") told.at.push(item.at)
      else if (item.type === "end") told.end = item
    }
  } catch (fault) {
    told.fault = fault
  }
  return told
}

/** Returns errors outside of any promise, as the library on its own causes them. */
export function crashes(): unknown[] {
  const seen: unknown[] = []
  const note = (error: unknown) => void seen.push(error)
  process.on("uncaughtExceptionMonitor", note)
  onTestFinished(() => void process.off("uncaughtExceptionMonitor", note))
  return seen
}
