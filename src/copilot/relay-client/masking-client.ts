import {
  rulesAnswer,
  versionsAnswer,
  type RulesAnswer,
  type RulesRequest,
  type UndoRequest,
  type VersionsAnswer,
  type WordRequest
} from "../../protocol/masking-rules.ts"
import { lookupsAnswer, type LookupsAnswer } from "../../protocol/operating/lookups.ts"
import { unmaskedBody } from "./egress.ts"
import type { RelayCaller } from "./relay-client.ts"

/** The team's masking rules and lookups at the relay. Every call may throw RelayError. */
export interface MaskingClient {
  rules(signal: AbortSignal): Promise<RulesAnswer>
  /** @throws RelayError "changed" if `version` isn't the newest; "bad-pattern" */
  save(request: RulesRequest, signal: AbortSignal): Promise<RulesAnswer>
  /** @throws RelayError "agents-may-not-add" */
  addWord(request: WordRequest, signal: AbortSignal): Promise<RulesAnswer>
  versions(signal: AbortSignal): Promise<VersionsAnswer>
  undo(request: UndoRequest, signal: AbortSignal): Promise<RulesAnswer>
  lookups(signal: AbortSignal): Promise<LookupsAnswer>
}

export function createMaskingClient({ answer }: RelayCaller): MaskingClient {
  return {
    rules: (signal) => answer("GET", "/v1/masking-rules", rulesAnswer, undefined, signal),
    save: (request, signal) =>
      answer("PUT", "/v1/masking-rules", rulesAnswer, unmaskedBody("team-words", request), signal),
    addWord: (request, signal) =>
      answer("POST", "/v1/masking-rules/words", rulesAnswer, unmaskedBody("team-words", request), signal),
    versions: (signal) => answer("GET", "/v1/masking-rules/versions", versionsAnswer, undefined, signal),
    undo: (request, signal) =>
      answer("POST", "/v1/masking-rules/undo", rulesAnswer, unmaskedBody("team-words", request), signal),
    lookups: (signal) => answer("GET", "/v1/lookups", lookupsAnswer, undefined, signal)
  }
}
