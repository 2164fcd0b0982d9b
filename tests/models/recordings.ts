import { readdirSync, readFileSync } from "node:fs"
import type { ModelError } from "../../src/models/drafter/contract.ts"

/** The expected result of a recorded stream: the draft and its model tokens, or an error after the text before it. */
export type Expected =
  | { text: string; usage?: { in: number; out: number }; finish?: string }
  | { error: ModelError["code"]; before: string }

const LETTER = "Hello [PERSON_1],\n\nyour parcel is on its way – tomorrow it is there 📦.\n\nKind regards"
const COUNTED = { in: 412, out: 23 }
const whole = (usage?: { in: number; out: number }): Expected => ({ text: LETTER, ...(usage ? { usage } : {}) })
const cut: Expected = { error: "model-cut", before: LETTER }

export const EXPECTED: Record<string, Expected> = {
  openai: whole(COUNTED),
  "openai-length": cut,
  "openai-declined": { error: "model-refused", before: "" },
  azure: whole(),
  "azure-content-filter": { error: "model-refused", before: "Hello [PERSON_1],\n\n" },
  "vllm-usage-on-every-chunk": whole(COUNTED),
  "vllm-last-text-with-finish": whole(),
  "vllm-finish-null": cut,
  "vllm-reasoning-content": whole(),
  "vllm-reasoning": whole(),
  "vllm-error-event": { error: "model-cut", before: "Hello [PERSON_1],\n\n" },
  "llamacpp-content-null-no-blank-line": whole(),
  "llamacpp-usage-chunk": whole(COUNTED),
  "llamacpp-error": { error: "model-cut", before: "" },
  ollama: whole(),
  "ollama-finish-empty": whole(),
  "ollama-think": whole(),
  "think-unopened": { error: "model-bad-answer", before: "First I look. " },
  "think-only": { error: "model-cut", before: "" },
  "choices-null": whole(),
  "content-parts": whole(),
  "no-done": whole(),
  "no-blank-line-at-end": whole(),
  "no-finish-no-done": cut,
  "half-an-event": cut,
  comments: whole(),
  "crlf-no-space": whole(),
  "cr-only": whole(),
  "multi-line-data": whole(),
  "error-event": cut,
  "error-named-event": cut,
  "error-text": cut,
  "bad-json": { error: "model-bad-answer", before: "Hello [PERSON_1],\n\n" },
  empty: { error: "model-empty", before: "" },
  nothing: { error: "model-empty", before: "" },
  "only-done": { error: "model-empty", before: "" },
  html: { error: "model-bad-answer", before: "" },
  "whole-json": whole(COUNTED),
  "whole-json-error": { error: "model-cut", before: "" },
  "whole-json-broken": { error: "model-bad-answer", before: "" }
}

const folder = new URL("streams/", import.meta.url)
/** These are all recordings with their bytes. A recording without an expectation has `undefined`. */
export const RECORDINGS = readdirSync(folder)
  .filter((file) => file.endsWith(".sse"))
  .map((file) => {
    const name = file.replace(/\.sse$/, "")
    return { name, bytes: readFileSync(new URL(file, folder)), expected: EXPECTED[name] }
  })
