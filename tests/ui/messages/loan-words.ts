import type { LanguageCode } from "../../../src/ui/messages/languages.ts"

/** Names and signs that every language writes as English does. */
export const NAMES =
  `Replywright Zendesk Request Tracker Redmine Chatwoot FreeScout Freshdesk Front Gmail Help Scout HubSpot Intercom
  osTicket Zammad JSON HTML IBAN KB MB`.split(/\s+/)

/** Words that a language has in common with English, or has taken from it. */
export const LOAN_WORDS: Record<Exclude<LanguageCode, "en">, string[]> = {
  de: words(`agent header helpdesk in link min name offline online organisation original person playbook playbooks
    queues relay relays status streams tags ticket tickets version webhook webhooks`),
  fr: words(`actions admin agent agents article articles chat condition contradiction contradictions date document
    documents extension helpdesk imports instructions macro macros mail menu message messages min minute minutes mode
    note organisation original passage passages question secret secrets site source sources strict ticket tickets total
    type version versions webhook webhooks wikis`),
  es: words(`chat helpdesk host macro macros min no original relay relays selector ticket tickets total webhook webhooks
    wikis`),
  ja: words("webhook"),
  ar: []
}

function words(list: string): string[] {
  return list.split(/\s+/)
}
