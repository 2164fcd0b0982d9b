import {
  codeAnswer,
  modelsAnswer,
  peopleAnswer,
  settingsAnswer,
  signOutAnswer,
  testAnswer,
  usageAnswer,
  type CodeAnswer,
  type CodeRequest,
  type ModelsAnswer,
  type PeopleAnswer,
  type SettingsAnswer,
  type SettingsRequest,
  type SignOutAnswer,
  type TestAnswer,
  type UsageAnswer,
  type UsageQuery
} from "../../protocol/admin.ts"
import { auditAnswer, type AuditAnswer, type AuditQuery } from "../../protocol/audit.ts"
import {
  hookAnswer,
  importAnswer,
  knowledgeAnswer,
  removedAnswer,
  scheduleAnswer,
  type HookAnswer,
  type HookRequest,
  type ImportAnswer,
  type ImportRequest,
  type KnowledgeAnswer,
  type RemovedAnswer,
  type Schedule,
  type ScheduleAnswer
} from "../../protocol/knowledge.ts"
import {
  lookupSaved,
  storedLookupsAnswer,
  type LookupRequest,
  type LookupSaved,
  type StoredLookups
} from "../../protocol/operating/lookups.ts"
import {
  storedRecipes,
  type RecipeDecision,
  type RecipeTakeBack,
  type StoredRecipes
} from "../../protocol/operating/page-recipes.ts"
import { statusAnswer, type StatusAnswer } from "../../protocol/operating/status.ts"
import {
  webhookCreated,
  webhooksAnswer,
  webhookTested,
  type WebhookCreated,
  type WebhookRequest,
  type WebhooksAnswer,
  type WebhookTested
} from "../../protocol/operating/webhooks.ts"
import {
  voicePreview,
  voiceProposalsAnswer,
  voicesAnswer,
  voiceSaved,
  type VoicePreview,
  type VoiceRequest,
  type VoiceProposals,
  type VoicesAnswer,
  type VoiceSaved
} from "../../protocol/operating/voices.ts"
import {
  playbooksAnswer,
  playbookSaved,
  type PlaybookRequest,
  type PlaybooksAnswer,
  type PlaybookSaved
} from "../../protocol/operating/playbooks.ts"
import { unmaskedBody } from "./egress.ts"
import type { RelayCaller } from "./relay-client.ts"
import { queryString } from "./review-client.ts"

/** What admins ask of the relay, with the admin's token. Every call may throw RelayError. */
export interface AdminClient {
  people(signal: AbortSignal): Promise<PeopleAnswer>
  makeCode(request: CodeRequest, signal: AbortSignal): Promise<CodeAnswer>
  /** @throws RelayError "no-code" if it is no longer valid */
  revokeCode(id: string, signal: AbortSignal): Promise<void>
  /** @throws RelayError "own-sign-in" if it is the admin's own and `sure` isn't set */
  signOutEverywhere(person: string, sure: boolean, signal: AbortSignal): Promise<SignOutAnswer>
  models(signal: AbortSignal): Promise<ModelsAnswer>
  testModel(name: string, signal: AbortSignal): Promise<TestAnswer>
  settings(signal: AbortSignal): Promise<SettingsAnswer>
  /** @throws RelayError "settings-changed" if `version` isn't the newest */
  saveSettings(request: SettingsRequest, signal: AbortSignal): Promise<SettingsAnswer>
  status(signal: AbortSignal): Promise<StatusAnswer>
  webhooks(signal: AbortSignal): Promise<WebhooksAnswer>
  /** @throws RelayError "bad-webhook", "too-many-webhooks" */
  addWebhook(request: WebhookRequest, signal: AbortSignal): Promise<WebhookCreated>
  /** @throws RelayError "no-webhook" */
  testWebhook(id: string, signal: AbortSignal): Promise<WebhookTested>
  /** @throws RelayError "no-webhook" */
  removeWebhook(id: string, signal: AbortSignal): Promise<void>
  lookups(signal: AbortSignal): Promise<StoredLookups>
  /** @throws RelayError "lookup-wrong" with each mistake, "too-many-lookups" */
  saveLookup(request: LookupRequest, signal: AbortSignal): Promise<LookupSaved>
  /** @throws RelayError "no-lookup" */
  removeLookup(name: string, signal: AbortSignal): Promise<void>
  pageRecipes(signal: AbortSignal): Promise<StoredRecipes>
  /** @throws RelayError "proposal-changed", "no-proposal" */
  decidePageRecipe(request: RecipeDecision, signal: AbortSignal): Promise<void>
  /** @throws RelayError "no-recipe" */
  takePageRecipeBack(request: RecipeTakeBack, signal: AbortSignal): Promise<void>
  playbooks(signal: AbortSignal): Promise<PlaybooksAnswer>
  /** @throws RelayError "playbook-wrong" with each mistake, "too-many-playbooks" */
  savePlaybook(request: PlaybookRequest, signal: AbortSignal): Promise<PlaybookSaved>
  /** @throws RelayError "no-playbook" */
  removePlaybook(name: string, signal: AbortSignal): Promise<void>
  voices(signal: AbortSignal): Promise<VoicesAnswer>
  /** Learns voices from imported replies. Nothing is stored. */
  voiceProposals(signal: AbortSignal): Promise<VoiceProposals>
  /** Shows letters in a voice that isn't stored. @throws RelayError "voice-wrong" with each mistake */
  previewVoice(request: VoiceRequest, signal: AbortSignal): Promise<VoicePreview>
  /** @throws RelayError "voice-wrong", "voice-taken", "too-many-voices" */
  saveVoice(request: VoiceRequest, signal: AbortSignal): Promise<VoiceSaved>
  /** @throws RelayError "no-voice" */
  removeVoice(name: string, signal: AbortSignal): Promise<void>
  usage(query: UsageQuery, signal: AbortSignal): Promise<UsageAnswer>
  audit(query: AuditQuery, signal: AbortSignal): Promise<AuditAnswer>
  knowledge(signal: AbortSignal): Promise<KnowledgeAnswer>
  startImport(request: ImportRequest, signal: AbortSignal): Promise<ImportAnswer>
  /** @throws RelayError "no-import" */
  cancelImport(id: string, signal: AbortSignal): Promise<void>
  /** @throws RelayError "no-source", "bad-schedule", "needs-file" */
  schedule(collection: string, schedule: Schedule, signal: AbortSignal): Promise<ScheduleAnswer>
  /** Afterwards the former secret is no longer valid. */
  setHook(collection: string, request: HookRequest, signal: AbortSignal): Promise<HookAnswer>
  /** @throws RelayError "no-hook" */
  removeHook(collection: string, signal: AbortSignal): Promise<void>
  /** Removes the source with all its documents. @throws RelayError "import-running" */
  removeSource(collection: string, signal: AbortSignal): Promise<RemovedAnswer>
}

export function createAdminClient({ answer, call, text }: RelayCaller): AdminClient {
  return {
    people: (signal) => answer("GET", "/v1/admin/people", peopleAnswer, undefined, signal),
    makeCode: (request, signal) =>
      answer("POST", "/v1/admin/codes", codeAnswer, unmaskedBody("admin", request), signal),
    async revokeCode(id, signal) {
      await text("DELETE", `/v1/admin/codes/${encodeURIComponent(id)}`, signal)
    },
    signOutEverywhere: (person, sure, signal) =>
      answer(
        "POST",
        `/v1/admin/people/${encodeURIComponent(person)}/sign-out`,
        signOutAnswer,
        unmaskedBody("admin", { sure }),
        signal
      ),
    models: (signal) => answer("GET", "/v1/admin/models", modelsAnswer, undefined, signal),
    testModel: (name, signal) =>
      answer(
        "POST",
        `/v1/admin/models/${encodeURIComponent(name)}/test`,
        testAnswer,
        unmaskedBody("admin", {}),
        signal,
        LONG_MS
      ),
    settings: (signal) => answer("GET", "/v1/admin/settings", settingsAnswer, undefined, signal),
    saveSettings: (request, signal) =>
      answer("PUT", "/v1/admin/settings", settingsAnswer, unmaskedBody("admin", request), signal),
    status: (signal) => answer("GET", "/v1/admin/status", statusAnswer, undefined, signal),
    webhooks: (signal) => answer("GET", "/v1/admin/webhooks", webhooksAnswer, undefined, signal),
    addWebhook: (request, signal) =>
      answer("POST", "/v1/admin/webhooks", webhookCreated, unmaskedBody("admin", request), signal),
    testWebhook: (id, signal) =>
      answer("POST", `${webhookPath(id)}/test`, webhookTested, unmaskedBody("admin", {}), signal, LONG_MS),
    async removeWebhook(id, signal) {
      await text("DELETE", webhookPath(id), signal)
    },
    lookups: (signal) => answer("GET", "/v1/admin/lookups", storedLookupsAnswer, undefined, signal),
    saveLookup: (request, signal) =>
      answer("PUT", "/v1/admin/lookups", lookupSaved, unmaskedBody("admin", request), signal),
    async removeLookup(name, signal) {
      await text("DELETE", `/v1/admin/lookups/${encodeURIComponent(name)}`, signal)
    },
    pageRecipes: (signal) => answer("GET", "/v1/admin/page-recipes", storedRecipes, undefined, signal),
    async decidePageRecipe(request, signal) {
      await call("POST", "/v1/admin/page-recipes/decide", unmaskedBody("admin", request), within(signal))
    },
    async takePageRecipeBack(request, signal) {
      await call("POST", "/v1/admin/page-recipes/take-back", unmaskedBody("admin", request), within(signal))
    },
    playbooks: (signal) => answer("GET", "/v1/admin/playbooks", playbooksAnswer, undefined, signal),
    savePlaybook: (request, signal) =>
      answer("PUT", "/v1/admin/playbooks", playbookSaved, unmaskedBody("admin", request), signal),
    async removePlaybook(name, signal) {
      await text("DELETE", `/v1/admin/playbooks/${encodeURIComponent(name)}`, signal)
    },
    voices: (signal) => answer("GET", "/v1/admin/voices", voicesAnswer, undefined, signal),
    voiceProposals: (signal) => answer("GET", "/v1/admin/voices/proposals", voiceProposalsAnswer, undefined, signal),
    previewVoice: (request, signal) =>
      answer("POST", "/v1/admin/voices/preview", voicePreview, unmaskedBody("admin", request), signal, LONG_MS),
    saveVoice: (request, signal) =>
      answer("PUT", "/v1/admin/voices", voiceSaved, unmaskedBody("admin", request), signal),
    async removeVoice(name, signal) {
      await text("DELETE", `/v1/admin/voices/${encodeURIComponent(name)}`, signal)
    },
    usage: (query, signal) => answer("GET", `/v1/admin/usage${queryString(query)}`, usageAnswer, undefined, signal),
    audit: (query, signal) => answer("GET", `/v1/audit${queryString(query)}`, auditAnswer, undefined, signal),
    knowledge: (signal) => answer("GET", "/v1/admin/knowledge", knowledgeAnswer, undefined, signal),
    startImport: (request, signal) =>
      answer("POST", "/v1/admin/knowledge/imports", importAnswer, unmaskedBody("knowledge", request), signal),
    async cancelImport(id, signal) {
      await text("POST", `/v1/admin/knowledge/imports/${encodeURIComponent(id)}/cancel`, signal)
    },
    schedule: (collection, schedule, signal) =>
      answer("PUT", `${sourcePath(collection)}/schedule`, scheduleAnswer, unmaskedBody("knowledge", schedule), signal),
    setHook: (collection, request, signal) =>
      answer("POST", `${sourcePath(collection)}/hook`, hookAnswer, unmaskedBody("knowledge", request), signal),
    async removeHook(collection, signal) {
      await text("DELETE", `${sourcePath(collection)}/hook`, signal)
    },
    removeSource: (collection, signal) =>
      answer("DELETE", sourcePath(collection), removedAnswer, undefined, signal, LONG_MS)
  }
}

const webhookPath = (id: string) => `/v1/admin/webhooks/${encodeURIComponent(id)}`
const sourcePath = (collection: string) => `/v1/admin/knowledge/sources/${encodeURIComponent(collection)}`

/**
 * In milliseconds: more than the relay waits for a model or takes for a preview, less than the 30 s after which a
 * worker's silent fetch ends.
 */
const LONG_MS = 28_000
const USUAL_MS = 15_000
const within = (signal: AbortSignal) => AbortSignal.any([signal, AbortSignal.timeout(USUAL_MS)])
