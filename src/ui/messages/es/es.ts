import { admin } from "./admin.ts"
import { checks } from "./checks.ts"
import { draft } from "./draft.ts"
import { evidence } from "./evidence.ts"
import { figures } from "./figures.ts"
import { guard } from "./guard.ts"
import { imports } from "./imports.ts"
import { knowledge } from "./knowledge.ts"
import { language } from "./common/language.ts"
import { helpdeskToken } from "./lookups/helpdesk-token.ts"
import { lookupForm } from "./lookups/lookup-form.ts"
import { lookups } from "./lookups/lookups.ts"
import { masking } from "./masking.ts"
import { notices } from "./notices.ts"
import { offSwitches } from "./common/off-switches.ts"
import { pageParts } from "./common/page-parts.ts"
import { panel } from "./panel.ts"
import { picking } from "./picking/picking.ts"
import { sharedPlaces } from "./picking/shared-places.ts"
import { playbook } from "./playbook.ts"
import { popup } from "./popup.ts"
import { question } from "./question.ts"
import { replyCheck } from "./reply/reply-check.ts"
import { problems } from "./common/problems.ts"
import { reasons } from "./common/reasons.ts"
import { report } from "./report.ts"
import { review } from "./review.ts"
import { caseWork } from "./lead/case-work.ts"
import { scoring } from "./lead/scoring.ts"
import { queue } from "./lead/queue.ts"
import { rewrite } from "./rewrite.ts"
import { saw } from "./saw.ts"
import { seat } from "./seat.ts"
import { status } from "./status.ts"
import { tone } from "./tone.ts"
import { units } from "./common/units.ts"
import { voices } from "./voices.ts"
import { webhooks } from "./webhooks.ts"
import { made } from "./made.ts"

/**
 * Every message of the interface, in Spanish: one file for each surface. Whole sentences in ICU MessageFormat, where
 * `plural` decides by a count. Plain, short, present tense: what happened, what is safe, what to do.
 */
export const es = {
  ...admin,
  ...checks,
  ...draft,
  ...evidence,
  ...figures,
  ...guard,
  ...imports,
  ...knowledge,
  ...language,
  ...lookups,
  ...helpdeskToken,
  ...lookupForm,
  ...masking,
  ...notices,
  ...offSwitches,
  ...pageParts,
  ...panel,
  ...picking,
  ...playbook,
  ...popup,
  ...question,
  ...replyCheck,
  ...reasons,
  ...problems,
  ...report,
  ...review,
  ...caseWork,
  ...scoring,
  ...queue,
  ...rewrite,
  ...saw,
  ...seat,
  ...sharedPlaces,
  ...status,
  ...tone,
  ...units,
  ...voices,
  ...webhooks,
  ...made
}
