/** One kind of stored data, with the tables of the database that hold it. */
export interface DataKind {
  title: string
  /** What of it is about people. */
  holds: string
  /** Whose data it is. */
  people: string
  purpose: string
  kept: (days: Retention) => string
  /** What of it is encrypted by the master key. Undefined if nothing is. */
  encrypted?: string
  tables: readonly string[]
}

/** After how many days data goes. */
export interface Retention {
  retentionDays: number
  auditDays: number
}

const forRetention = ({ retentionDays }: Retention) => `${retentionDays} days`
const CUSTOMERS = "customers, whose names and addresses are placeholders; agents"

/** Every table that the relay has, by the kind of data that it holds. A test fails for a table that no kind names. */
export const DATA_MAP: readonly DataKind[] = [
  {
    title: "Drafts",
    holds:
      "the ticket as it left the browser (masked), the draft, its checks, what a model was asked; helpdesk, site and number of the ticket; who asked",
    people: CUSTOMERS,
    purpose: "to write and check replies",
    kept: forRetention,
    encrypted: "texts",
    tables: ["drafts", "draft_events"]
  },
  {
    title: "Cases and reviews",
    holds: "draft beside sent reply (masked), reasons and notes of agents, what leads judged and wrote",
    people: `${CUSTOMERS}; leads`,
    purpose: "to see which suggestions are good, and to improve them",
    kept: forRetention,
    encrypted: "texts",
    tables: [
      "outcomes",
      "outcome_revisions",
      "outcome_causes",
      "case_values",
      "reviews",
      "review_sample_cases",
      "review_disputes",
      "case_assignments"
    ]
  },
  {
    title: "Whose a ticket is",
    holds: "a keyed hash of the requester's e-mail address, made in the browser; site and number of the ticket",
    people: "customers",
    purpose: "to export and erase one person's data",
    kept: forRetention,
    tables: ["ticket_requesters"]
  },
  {
    title: "Corrected intents",
    holds: "the customer's masked words, and which intent was told and chosen",
    people: CUSTOMERS,
    purpose: "to tell intents better",
    kept: forRetention,
    encrypted: "texts",
    tables: ["intent_corrections"]
  },
  {
    title: "Learnt from tickets",
    holds: "choices of sources, decisions about tone; of answered tickets the stems of words that articles have, too",
    people: CUSTOMERS,
    purpose: "to find better pages and to ask the same less often",
    kept: forRetention,
    tables: ["source_feedback", "tone_decisions", "past_tickets", "past_ticket_words"]
  },
  {
    title: "Memories",
    holds: "words and sentences of sent replies in which strict masking finds nothing; whose edits they come from",
    people: "agents",
    purpose: "to write as the team writes",
    kept: ({ retentionDays }) => `proposals ${retentionDays} days; approved ones until they expire`,
    tables: ["memories", "memory_edits", "memory_conflicts"]
  },
  {
    title: "Figures and budgets",
    holds: "counts by day or week, person, task and model; no ticket",
    people: "agents",
    purpose: "to show leads and admins what was used and what it cost",
    kept: forRetention,
    tables: ["case_counts", "usage", "prepared_drafts", "unmasked_requests", "page_fits"]
  },
  {
    title: "People and sign-in",
    holds: "names, roles, groups, browsers with their public keys, hashes of tokens and codes, networks of wrong codes",
    people: "agents, leads, admins",
    purpose: "to let in whom an admin or the organisation lets in",
    kept: ({ retentionDays }) =>
      `people until they are deleted; sign-ins ${retentionDays} days after their end; codes a day; wrong codes an hour`,
    encrypted: "the keys of browsers' stores",
    tables: [
      "people",
      "pairing_codes",
      "token_families",
      "refresh_tokens",
      "tokens",
      "begun_sign_ins",
      "limits",
      "wrong_codes"
    ]
  },
  {
    title: "Directory",
    holds: "users and groups as the organisation's directory sends them",
    people: "agents, leads, admins",
    purpose: "to shut out who leaves",
    kept: () => "until the directory deletes them",
    tables: ["scim_users", "scim_groups", "scim_members", "scim_tokens"]
  },
  {
    title: "Audit",
    holds: "who did what to which ids, and when; no text",
    people: "agents, leads, admins",
    purpose: "to prove who did what",
    kept: ({ auditDays }) => `${auditDays} days`,
    tables: ["audit"]
  },
  {
    title: "Receipts of erasure",
    holds: "ids of erased drafts and cases",
    people: "nobody",
    purpose: "to erase them again after a restore, and to refuse late reports of them",
    kept: forRetention,
    tables: ["erased_drafts", "erased_cases"]
  },
  {
    title: "Knowledge",
    holds: "the team's articles, macros and solved tickets (masked without a way back), and indexes of their words",
    people: "whom the articles name",
    purpose: "to answer from the team's own words",
    kept: ({ retentionDays }) => `until they leave their source; former versions ${retentionDays} days longer`,
    tables: [
      "documents",
      "document_versions",
      "passages",
      "passage_vectors",
      "postings",
      "posting_blocks",
      "word_counts",
      "known_words",
      "gone_words",
      "article_words",
      "imports",
      "import_failures",
      "import_notices",
      "knowledge_findings",
      "knowledge_hook_calls",
      "knowledge_hooks",
      "knowledge_origins",
      "knowledge_reports",
      "knowledge_sources",
      "knowledge_totals"
    ]
  },
  {
    title: "The team's settings",
    holds:
      "what admins and leads set, each version with who made it; names and words that are always or never replaced",
    people: "admins, leads; whom the masking rules name",
    purpose: "to work as the team wants",
    kept: () => "until they are deleted",
    tables: [
      "settings",
      "master_keys",
      "masking_rules",
      "lookup_versions",
      "playbook_versions",
      "voice_versions",
      "scorecards",
      "review_samples",
      "draft_versions",
      "page_recipes",
      "webhook_endpoints"
    ]
  },
  {
    title: "Waiting and running work",
    holds: "ids, states and figures for webhooks; counts of errors; which relay does what",
    people: "nobody",
    purpose: "to tell other systems once, and to do each job once",
    kept: () => "webhooks a week; counts of errors 7 days; the rest some minutes",
    tables: ["webhook_deliveries", "error_counts", "relays", "job_leases", "summaries_in_flight"]
  }
]
