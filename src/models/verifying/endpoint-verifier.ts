import { createHash } from "node:crypto"
import {
  ModelError,
  type AskOptions,
  type Verdict,
  type Verifier,
  type VerifierReply,
  type VerifyTask
} from "../drafter/contract.ts"
import type { ModelEndpoint, VerifierKind } from "../endpoint/models.ts"
import { modelOutcome } from "../openai/model-outcome.ts"
import type { ModelSettings } from "../openai/openai-drafter.ts"
import { createChatVerifier, type ChatVerdicts } from "../openai/openai-verifier.ts"
import { REFUSALS } from "../openai/silent-model.ts"
import { promptBlock } from "../prompt/prompt-blocks.ts"
import { type ClaimStyle, claimStyleOf, verifyByClaims } from "./claim-verifier.ts"
import { findPairClassifier, verifyByPairs, type PairClassifier } from "./pair-verifier.ts"
import { findSpanAddress, verifyBySpans } from "./span-verifier.ts"

/** What an endpoint turned out to be. */
type Discovery =
  | { kind: "chat" }
  | { kind: "pairs"; classifier: PairClassifier }
  | { kind: "spans"; address: string }
  | { kind: "claims"; style: ClaimStyle }

/** What was found out about each endpoint holds until the relay starts again, or the server refuses it. */
const discoveries = new Map<string, Discovery>()
const keyOf = ({ url, model, verifies }: ModelEndpoint) => [url, model, verifies].join(" ")

/** From this score on, a model of pairs or spans counts as sure, unless the endpoint says otherwise. */
const THRESHOLD = 0.5

/** Returns what an endpoint turned out to be, or undefined before it was asked. */
export const kindOf = (endpoint: ModelEndpoint): VerifierKind | undefined => discoveries.get(keyOf(endpoint))?.kind

/**
 * Creates a verifier of any kind: a chat model, which gets the usual request; a classifier of pairs; a model that marks
 * spans; or one that answers claims with Yes or No. Which one it is shows when it is asked: a server that refuses the
 * usual request is asked in the other forms, and one that answers it with a bare Yes or PASS is asked claim by claim.
 * `verifies` in `models.yaml` says it beforehand.
 * @throws ModelError "model-bad-answer" if no verdict can be read
 */
export function createEndpointVerifier(endpoint: ModelEndpoint, settings: ModelSettings): Verifier {
  const chat = createChatVerifier(settings)
  const { verifies, threshold = THRESHOLD } = endpoint
  async function verifyAs(discovery: Discovery, ...asking: Asking): Promise<VerifierReply> {
    if (discovery.kind === "chat") return readableReply(await chat.ask(...asking))
    return { verdicts: await verdictsOf(discovery, ...asking), unanswered: [] }
  }

  function verdictsOf(discovery: Exclude<Discovery, { kind: "chat" }>, ...asking: Asking): Promise<Verdict[]> {
    if (discovery.kind === "pairs")
      return verifyByPairs({ endpoint, threshold, classifier: discovery.classifier }, ...asking)
    if (discovery.kind === "spans") return verifyBySpans({ endpoint, threshold, address: discovery.address }, ...asking)
    const learn = (style: ClaimStyle) => void remember(endpoint, { kind: "claims", style })
    return verifyByClaims({ settings, style: discovery.style, learn }, ...asking)
  }

  async function findOut(...asking: Asking): Promise<VerifierReply> {
    const [, signal] = asking
    const announced = await announcedKind(endpoint, signal)
    if (announced) return verifyAs(remember(endpoint, announced), ...asking)
    const { answer: reply, error: refusal } = await modelOutcome(chat.ask(...asking), isRefusal)
    if (refusal) {
      const silent = await silentKind(endpoint, signal)
      if (!silent) throw refusal
      return verifyAs(remember(endpoint, silent), ...asking)
    }
    const style = reply.verdicts.length === 0 ? claimStyleOf(reply.answer) : undefined
    if (style) return verifyAs(remember(endpoint, { kind: "claims", style }), ...asking)
    const readable = readableReply(reply)
    remember(endpoint, { kind: "chat" })
    return readable
  }

  return {
    name: settings.name,
    fingerprint: fingerprintOf(chat.fingerprint, verifies, endpoint.threshold),
    async verify(...asking) {
      const discovery = discoveries.get(keyOf(endpoint))
      if (!discovery) return findOut(...asking)
      try {
        return await verifyAs(discovery, ...asking)
      } catch (error) {
        // Another model may be served there by now.
        if (error instanceof ModelError && isRefusal(error)) discoveries.delete(keyOf(endpoint))
        throw error
      }
    }
  }
}

type Asking = [task: VerifyTask, signal: AbortSignal, asked?: AskOptions]

/** @throws ModelError "model-bad-answer" if there is no verdict in it */
function readableReply({ verdicts, unanswered }: ChatVerdicts): VerifierReply {
  if (verdicts.length === 0) throw new ModelError("model-bad-answer", "The verifier's answer can't be read.", true)
  return { verdicts, unanswered }
}

function remember(endpoint: ModelEndpoint, discovery: Discovery): Discovery {
  discoveries.set(keyOf(endpoint), discovery)
  return discovery
}

/**
 * Returns what `verifies` says of an endpoint, or what its model's name does: a server that holds a model to the shape of
 * an answer gets that shape from MiniCheck and Lynx too, with nothing meant by it.
 */
async function announcedKind(endpoint: ModelEndpoint, signal: AbortSignal): Promise<Discovery | undefined> {
  const { verifies, model } = endpoint
  const style = /lynx/i.test(model) ? "lynx" : "minicheck"
  if (verifies === "claims" || (verifies === undefined && NAMES_OF_CLAIMS.test(model))) return { kind: "claims", style }
  if (verifies === "chat") return { kind: "chat" }
  if (verifies === undefined) return undefined
  const discovery = verifies === "pairs" ? await pairsOf(endpoint, signal) : await spansOf(endpoint, signal)
  if (!discovery) throw notOfKind(verifies)
  return discovery
}

const NAMES_OF_CLAIMS = /minicheck|lynx/i

/** Returns what a server is that refuses the usual request, or undefined if it refuses the other ones too. */
const silentKind = async (endpoint: ModelEndpoint, signal: AbortSignal): Promise<Discovery | undefined> =>
  (await pairsOf(endpoint, signal)) ?? (await spansOf(endpoint, signal))

async function pairsOf(endpoint: ModelEndpoint, signal: AbortSignal): Promise<Discovery | undefined> {
  const classifier = await findPairClassifier(endpoint, { timeoutMs: endpoint.firstByteMs }, signal)
  return classifier && { kind: "pairs", classifier }
}

async function spansOf(endpoint: ModelEndpoint, signal: AbortSignal): Promise<Discovery | undefined> {
  const address = await findSpanAddress(endpoint, endpoint.firstByteMs, signal)
  return address === undefined ? undefined : { kind: "spans", address }
}

const notOfKind = (kind: "pairs" | "spans"): ModelError =>
  new ModelError(
    "model-refused",
    kind === "pairs"
      ? "The server takes no pairs of texts, or its model doesn't tell what a text shows from what it denies. Is it a model for natural language inference?"
      : "The server marks no spans of an answer. Does its address end before /v1/lettucedetect?",
    false
  )

/** Says whether the server refuses this kind of request. */
const isRefusal = ({ status }: ModelError): boolean => status !== undefined && REFUSALS.includes(status)

/** The usual verifier's fingerprint is that of its prompt alone, so that drafts made before stay as they are. */
function fingerprintOf(chat: string, verifies: VerifierKind | undefined, threshold: number | undefined): string {
  if (verifies === undefined && threshold === undefined) return chat
  const parts = JSON.stringify([chat, promptBlock("claim"), promptBlock("claim-lynx", LYNX), verifies, threshold])
  return createHash("sha256").update(parts).digest("hex").slice(0, 16)
}

const LYNX = { question: "", document: "", answer: "" }
