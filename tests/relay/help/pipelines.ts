import type { Emit, Pipeline } from "../../../src/relay/drafting/pipeline/pipeline-events.ts"
import type { DraftEnd, DraftRequest } from "../../../src/protocol/relay.ts"

type Run = (emit: Emit, signal: AbortSignal, request: DraftRequest) => Promise<void>

/** A pipeline that a test holds in its hand. */
export function pipelineOf(run: Run, summarise: Pipeline["summarise"] = async () => undefined): Pipeline {
  return {
    model: "test-model",
    version: "v-test",
    run: (request, _person, emit, signal) => run(emit, signal, request),
    summarise
  }
}

/** Writes these words and ends. */
export function writing(...words: string[]): Run {
  return async (emit, _signal, { draftId }) => {
    emit({ type: "sources", sources: [] })
    emit({
      type: "upstream",
      model: "test-model",
      url: "http://model/v1/chat/completions",
      body: '{"messages":["upstream body"]}'
    })
    for (const text of words) emit({ type: "draft-delta", text })
    emit(draftEnd(draftId, words.join("")))
  }
}

export function draftEnd(draftId: string, text: string): DraftEnd {
  return {
    type: "draft-end",
    draftId,
    text,
    claims: [],
    questions: [],
    model: "test-model",
    pipelineVersion: "v-test",
    language: "en",
    ms: { first: 1, total: 2 }
  }
}

/** Writes one word, then waits to be told (`go`) or stopped; `stopped` resolves when its signal was aborted. */
export function waiting(first = "Hello") {
  const go = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const stopped = Promise.withResolvers<void>()
  const run: Run = async (emit, signal, { draftId }) => {
    emit({ type: "draft-delta", text: first })
    begun.resolve()
    signal.addEventListener("abort", () => stopped.resolve(), { once: true })
    await Promise.race([go.promise, stopped.promise])
    emit({ type: "draft-delta", text: " there" })
    emit(draftEnd(draftId, `${first} there`))
  }
  return { run, go: go.resolve, begun: begun.promise, stopped: stopped.promise }
}
