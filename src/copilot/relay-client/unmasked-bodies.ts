import type { CodeRequest, SettingsRequest } from "../../protocol/admin.ts"
import type { ConfirmPageRequest } from "../../protocol/past-tickets.ts"
import type { HookRequest, ImportRequest, Schedule } from "../../protocol/knowledge.ts"
import type { RulesRequest, UndoRequest, WordRequest } from "../../protocol/masking-rules.ts"
import type { LookupRequest } from "../../protocol/operating/lookups.ts"
import type { FitReport } from "../../protocol/operating/page-fits.ts"
import type { RecipeDecision, RecipeProposal, RecipeTakeBack } from "../../protocol/operating/page-recipes.ts"
import type { PlaybookRequest } from "../../protocol/operating/playbooks.ts"
import type { VoiceRequest } from "../../protocol/operating/voices.ts"
import type { WebhookRequest } from "../../protocol/operating/webhooks.ts"
import type { ToneDecision } from "../../protocol/outcome.ts"
import type { BrowserKey, RenewRequest } from "../../protocol/renewal.ts"

/**
 * What is sent unmasked, and why that is right. It contains no word of a ticket, except one that somebody chose to send
 * to the team.
 */
export interface UnmaskedBodies {
  /** A code that the relay made with a public key, signed tokens of the relay, or nothing. */
  pairing: { code: string; device: "browser"; key: BrowserKey } | RenewRequest | Record<string, never>
  /**
   * Words that every browser of the team has to know in order to mask by them. A sentence beside the box says that they
   * are sent unmasked.
   */
  "team-words": RulesRequest | UndoRequest | WordRequest
  /**
   * An admin's commands: a colleague's name for a code, numbers and switches, the address of a webhook, a lookup, a
   * voice, a playbook, which places of pages the team shares.
   */
  admin:
    | CodeRequest
    | SettingsRequest
    | WebhookRequest
    | LookupRequest
    | VoiceRequest
    | PlaybookRequest
    | RecipeDecision
    | RecipeTakeBack
    | { sure: boolean }
    | Record<string, never>
  /**
   * Where an admin says that knowledge comes from, and when: addresses, names of queues and projects, times, and the
   * secret that a webhook's sender made.
   */
  knowledge: ImportRequest | Schedule | HookRequest
  /** The name of a tone rule, and what the agent decided about it. */
  tone: ToneDecision
  /**
   * How often which part of a helpdesk's page no longer looked as this version knows it: names of parts and helpdesks
   * out of fixed lists, versions and counts. It holds no word of a page, and neither a ticket's number nor a person's
   * name, so there is nothing to mask.
   */
  "page-fits": FitReport
  /**
   * Where a page has its ticket, as an agent has shown it and chosen to share it: the site's origin, selectors, names of
   * attributes, and words of fixed lists. The schema lets nothing else through, so no word of a ticket is in it.
   */
  "page-recipe": RecipeProposal
  /** The ids of a solved ticket and a page, both as the relay told them. */
  "past-ticket": ConfirmPageRequest
}
