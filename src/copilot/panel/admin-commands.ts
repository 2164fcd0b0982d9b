import * as z from "zod/mini"
import {
  codeRequest,
  settingsRequest,
  usageQuery,
  type AdminAnswer,
  type AdminCommand,
  type AdminStatus,
  type AdminValues
} from "../../protocol/admin.ts"
import { auditQuery } from "../../protocol/audit.ts"
import { importRequest, schedule } from "../../protocol/knowledge.ts"
import { rulesRequest, undoRequest, type RulesAnswer } from "../../protocol/masking-rules.ts"
import type { Account } from "../session/account.ts"
import { faultCodeOf, handleCallFailure, signOutSecondary, signInStatus } from "./lead-commands.ts"
import { signedInAs } from "../session/pairings.ts"
import type { CopilotParts } from "../relay-client/copilot-parts.ts"
import { RelayError } from "../relay-client/relay-error.ts"

const source = { collection: z.string() }
/** The commands that the admin page may send. */
export const adminCommandSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("admin-status") }),
  z.object({ kind: z.literal("admin-sign-out") }),
  z.object({ kind: z.literal("admin-people") }),
  z.object({ kind: z.literal("admin-code"), request: codeRequest }),
  z.object({ kind: z.literal("admin-code-revoke"), id: z.string() }),
  z.object({ kind: z.literal("admin-person-sign-out"), id: z.string(), sure: z.optional(z.boolean()) }),
  z.object({ kind: z.literal("admin-models") }),
  z.object({ kind: z.literal("admin-model-test"), name: z.string() }),
  z.object({ kind: z.literal("admin-settings") }),
  z.object({ kind: z.literal("admin-settings-save"), request: settingsRequest }),
  z.object({ kind: z.literal("admin-relay-status") }),
  z.object({ kind: z.literal("admin-webhooks") }),
  z.object({ kind: z.literal("admin-webhook-add"), url: z.string() }),
  z.object({ kind: z.literal("admin-webhook-test"), id: z.string() }),
  z.object({ kind: z.literal("admin-webhook-remove"), id: z.string() }),
  z.object({ kind: z.literal("admin-lookups") }),
  z.object({ kind: z.literal("admin-lookup-save"), source: z.string() }),
  z.object({ kind: z.literal("admin-lookup-remove"), name: z.string() }),
  z.object({ kind: z.literal("admin-corrections") }),
  z.object({ kind: z.literal("admin-page-recipes") }),
  z.object({ kind: z.literal("admin-page-recipe-decide"), site: z.string(), hash: z.string(), share: z.boolean() }),
  z.object({ kind: z.literal("admin-page-recipe-take-back"), site: z.string() }),
  z.object({ kind: z.literal("admin-playbooks") }),
  z.object({ kind: z.literal("admin-playbook-save"), source: z.string() }),
  z.object({ kind: z.literal("admin-playbook-remove"), name: z.string() }),
  z.object({ kind: z.literal("admin-voices") }),
  z.object({ kind: z.literal("admin-voice-proposals") }),
  z.object({ kind: z.literal("admin-voice-preview"), source: z.string() }),
  z.object({ kind: z.literal("admin-voice-save"), source: z.string() }),
  z.object({ kind: z.literal("admin-voice-remove"), name: z.string() }),
  z.object({ kind: z.literal("admin-usage"), query: usageQuery }),
  z.object({ kind: z.literal("admin-audit"), query: auditQuery }),
  z.object({ kind: z.literal("admin-masking") }),
  z.object({ kind: z.literal("admin-masking-save"), request: rulesRequest }),
  z.object({ kind: z.literal("admin-masking-versions") }),
  z.object({ kind: z.literal("admin-masking-undo"), request: undoRequest }),
  z.object({ kind: z.literal("admin-knowledge") }),
  z.object({ kind: z.literal("admin-import"), request: importRequest }),
  z.object({ kind: z.literal("admin-import-cancel"), id: z.string() }),
  z.object({ kind: z.literal("admin-schedule"), ...source, schedule }),
  // The relay decides how long a secret has to be.
  z.object({ kind: z.literal("admin-hook"), ...source, request: z.object({ secret: z.optional(z.string()) }) }),
  z.object({ kind: z.literal("admin-hook-remove"), ...source }),
  z.object({ kind: z.literal("admin-source-remove"), ...source }),
  z.object({ kind: z.literal("admin-upload-target") })
])

/** Answers the admin page with the admin's token. The panel's sign-in is only changed if it is the admin's too. */
export function createAdminCommands({ relay }: Pick<CopilotParts, "relay">, account: Account, changed: () => void) {
  const { pairings, renewals } = account

  /**
   * The panel of the person who sets the rules gets them at once, without waiting until its own sign-in hears of them.
   */
  const toldToPanel = (address: string, rules: RulesAnswer): RulesAnswer => {
    if (pairings.main?.address === address) account.rules.heard(rules.version)
    return rules
  }
  const ask = async (command: AdminCommand): Promise<AdminValues[AdminCommand["kind"]]> => {
    await account.load()
    const { administrator } = pairings
    if (command.kind === "admin-status") return statusOf(account)
    if (command.kind === "admin-sign-out") {
      await signOutSecondary(account, administrator, changed)
      return null
    }
    if (administrator?.token === undefined)
      throw new RelayError(
        administrator ? "signed-out" : "no-admin",
        "This page is for admins: pair with an admin’s code.",
        false
      )
    const { admin, masking, me } = relay(administrator.address, renewals.bearerOf(administrator))
    const signal = new AbortController().signal
    try {
      switch (command.kind) {
        case "admin-people":
          return await admin.people(signal)
        case "admin-code":
          return await admin.makeCode(command.request, signal)
        case "admin-code-revoke":
          await admin.revokeCode(command.id, signal)
          return null
        case "admin-person-sign-out":
          return await admin.signOutEverywhere(command.id, command.sure ?? false, signal)
        case "admin-models":
          return await admin.models(signal)
        case "admin-model-test":
          return await admin.testModel(command.name, signal)
        case "admin-settings":
          return await admin.settings(signal)
        case "admin-settings-save":
          return await admin.saveSettings(command.request, signal)
        case "admin-relay-status":
          return await admin.status(signal)
        case "admin-webhooks":
          return await admin.webhooks(signal)
        case "admin-webhook-add":
          return await admin.addWebhook({ url: command.url }, signal)
        case "admin-webhook-test":
          return await admin.testWebhook(command.id, signal)
        case "admin-webhook-remove":
          await admin.removeWebhook(command.id, signal)
          return null
        case "admin-lookups":
          return await admin.lookups(signal)
        case "admin-lookup-save":
          return await admin.saveLookup({ source: command.source }, signal)
        case "admin-lookup-remove":
          await admin.removeLookup(command.name, signal)
          return null
        case "admin-corrections":
          return await account.corrections.verdictOn(await masking.corrections(signal))
        case "admin-page-recipes":
          return await admin.pageRecipes(signal)
        case "admin-page-recipe-decide": {
          const { site, hash, share } = command
          await admin.decidePageRecipe({ site, hash, share }, signal)
          return null
        }
        case "admin-page-recipe-take-back":
          await admin.takePageRecipeBack({ site: command.site }, signal)
          return null
        case "admin-playbooks":
          return await admin.playbooks(signal)
        case "admin-playbook-save":
          return await admin.savePlaybook({ source: command.source }, signal)
        case "admin-playbook-remove":
          await admin.removePlaybook(command.name, signal)
          return null
        case "admin-voices":
          return await admin.voices(signal)
        case "admin-voice-proposals":
          return await admin.voiceProposals(signal)
        case "admin-voice-preview":
          return await admin.previewVoice({ source: command.source }, signal)
        case "admin-voice-save":
          return await admin.saveVoice({ source: command.source }, signal)
        case "admin-voice-remove":
          await admin.removeVoice(command.name, signal)
          return null
        case "admin-usage":
          return await admin.usage(command.query, signal)
        case "admin-audit":
          return await admin.audit(command.query, signal)
        case "admin-masking":
          return await masking.rules(signal)
        case "admin-masking-save":
          return toldToPanel(administrator.address, await masking.save(command.request, signal))
        case "admin-masking-versions":
          return await masking.versions(signal)
        case "admin-masking-undo":
          return toldToPanel(administrator.address, await masking.undo(command.request, signal))
        case "admin-knowledge":
          return await admin.knowledge(signal)
        case "admin-import":
          return await admin.startImport(command.request, signal)
        case "admin-import-cancel":
          await admin.cancelImport(command.id, signal)
          return null
        case "admin-schedule":
          return await admin.schedule(command.collection, command.schedule, signal)
        case "admin-hook": {
          const { path, secret } = await admin.setHook(command.collection, command.request, signal)
          return { address: new URL(path, administrator.address).href, secret }
        }
        case "admin-hook-remove":
          await admin.removeHook(command.collection, signal)
          return null
        case "admin-source-remove":
          return await admin.removeSource(command.collection, signal)
        // A file can't be sent in a message, and this worker would be ended during the upload, so the page sends it.
        case "admin-upload-target": {
          // A page can't renew a token. This call renews one that has expired.
          await me(signal)
          return {
            address: administrator.address,
            token: pairings.current(administrator)?.token ?? administrator.token
          }
        }
      }
    } catch (error) {
      await handleCallFailure(account, administrator, error, changed)
      throw error
    }
  }
  return async (command: AdminCommand): Promise<AdminAnswer> => {
    try {
      return { ok: true, value: await ask(command) }
    } catch (error) {
      if (!(error instanceof RelayError)) throw error
      return { ok: false, code: error.status === 404 ? error.code : faultCodeOf(error), message: error.message }
    }
  }
}

function statusOf({ pairings: { main, administrator } }: Account): AdminStatus {
  const admin = signedInAs(administrator)
  return { ...signInStatus(main, administrator), ...(admin ? { admin } : {}) }
}
