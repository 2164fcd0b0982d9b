import type { Migration } from "kysely/migration"
import * as base from "./0001-base.ts"
import * as knowledge from "./0002-knowledge.ts"
import * as review from "./0003-review.ts"
import * as usage from "./0004-usage.ts"
import * as admin from "./0005-admin.ts"
import * as queue from "./0006-queue.ts"
import * as maskingRules from "./0007-masking-rules.ts"
import * as unmasked from "./0008-unmasked.ts"
import * as articleWords from "./0009-article-words.ts"
import * as imports from "./0010-imports.ts"
import * as meanings from "./0011-meanings.ts"
import * as report from "./0012-report.ts"
import * as upkeep from "./0013-upkeep.ts"
import * as feedback from "./0014-feedback.ts"
import * as nearWords from "./0015-near-words.ts"
import * as passageVectors from "./0016-passage-vectors.ts"
import * as postings from "./0017-postings.ts"
import * as aRowADocument from "./0018-a-row-a-document.ts"
import * as ticketSites from "./0019-ticket-sites.ts"
import * as outcomeOwners from "./0020-outcome-owners.ts"
import * as audit from "./0021-audit.ts"
import * as signIns from "./0023-sign-ins.ts"
import * as knowledgeOrigins from "./0024-knowledge-origins.ts"
import * as noPgBoss from "./0025-no-pg-boss.ts"
import * as noKnownWords from "./0026-no-known-words.ts"
import * as pastTickets from "./0027-past-tickets.ts"
import * as sentenceFeedback from "./0028-sentence-feedback.ts"
import * as webhooks from "./0030-webhooks.ts"
import * as relays from "./0032-relays.ts"
import * as status from "./0036-status.ts"
import * as playbooks from "./0040-playbooks.ts"
import * as voices from "./0041-voices.ts"
import * as lookups from "./0042-lookups.ts"
import * as intentCorrections from "./0043-intent-corrections.ts"
import * as memories from "./0045-memories.ts"
import * as toneDecisions from "./0047-tone-decisions.ts"
import * as pageFits from "./0049-page-fits.ts"
import * as recommendationFeedback from "./0051-recommendation-feedback.ts"
import * as pageRecipes from "./0053-page-recipes.ts"
import * as importNotices from "./0057-import-notices.ts"
import * as requestedVersions from "./0058-requested-versions.ts"
import * as outcomeCauses from "./0059-outcome-causes.ts"
import * as auditChain from "./0060-audit-chain.ts"
import * as signIn from "./0061-sign-in.ts"
import * as caseCounts from "./0062-case-counts.ts"
import * as reviewQueue from "./0063-review-queue.ts"
import * as dataKeys from "./0064-data-keys.ts"
import * as directory from "./0066-directory.ts"
import * as draftVersions from "./0070-draft-versions.ts"
import * as scorecards from "./0071-scorecards.ts"
import * as ticketRequesters from "./0073-ticket-requesters.ts"
import * as caseWork from "./0076-case-work.ts"

/** In the order of their names. One that has been released is never changed; a new one is added. */
export const migrations: Record<string, Migration> = {
  "0001-base": base,
  "0002-knowledge": knowledge,
  "0003-review": review,
  "0004-usage": usage,
  "0005-admin": admin,
  "0006-queue": queue,
  "0007-masking-rules": maskingRules,
  "0008-unmasked": unmasked,
  "0009-article-words": articleWords,
  "0010-imports": imports,
  "0011-meanings": meanings,
  "0012-report": report,
  "0013-upkeep": upkeep,
  "0014-feedback": feedback,
  "0015-near-words": nearWords,
  "0016-passage-vectors": passageVectors,
  "0017-postings": postings,
  "0018-a-row-a-document": aRowADocument,
  "0019-ticket-sites": ticketSites,
  "0020-outcome-owners": outcomeOwners,
  "0021-audit": audit,
  "0023-sign-ins": signIns,
  "0024-knowledge-origins": knowledgeOrigins,
  "0025-no-pg-boss": noPgBoss,
  "0026-no-known-words": noKnownWords,
  "0027-past-tickets": pastTickets,
  "0028-sentence-feedback": sentenceFeedback,
  "0030-webhooks": webhooks,
  "0032-relays": relays,
  "0036-status": status,
  "0040-playbooks": playbooks,
  "0041-voices": voices,
  "0042-lookups": lookups,
  "0043-intent-corrections": intentCorrections,
  "0045-memories": memories,
  "0047-tone-decisions": toneDecisions,
  "0049-page-fits": pageFits,
  "0051-recommendation-feedback": recommendationFeedback,
  "0053-page-recipes": pageRecipes,
  "0057-import-notices": importNotices,
  "0058-requested-versions": requestedVersions,
  "0059-outcome-causes": outcomeCauses,
  "0060-audit-chain": auditChain,
  "0061-sign-in": signIn,
  "0062-case-counts": caseCounts,
  "0063-review-queue": reviewQueue,
  "0064-data-keys": dataKeys,
  "0066-directory": directory,
  "0070-draft-versions": draftVersions,
  "0071-scorecards": scorecards,
  "0073-ticket-requesters": ticketRequesters,
  "0076-case-work": caseWork
}
