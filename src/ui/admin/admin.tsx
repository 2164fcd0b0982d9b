import { t } from "../messages/t.ts"
import { AdminFrame } from "./frame/admin-frame.tsx"
import { Contents } from "./contents.tsx"
import { Audit } from "./audit.tsx"
import { KnowledgeSources } from "./knowledge/knowledge.tsx"
import { Lookups } from "./lookups/lookups.tsx"
import { MaskingRules } from "./masking/masking.tsx"
import { ModelList } from "./model-list.tsx"
import { People } from "./people.tsx"
import { Playbooks } from "./playbooks/playbooks.tsx"
import { SharedPlaces } from "./shared-places/shared-places.tsx"
import { Status } from "./status/status.tsx"
import { TeamSettings } from "./team-settings.tsx"
import { Usage } from "./usage.tsx"
import { Voices } from "./voices/voices.tsx"
import { Webhooks } from "./webhooks/webhooks.tsx"
import type { RelayLink } from "../kit/relay/relay-link.ts"

/**
 * The admin page: how the relays do, people and their codes, sources of the knowledge, models, masking, lookups, pages
 * shown by the team, team settings, playbooks, voices, webhooks, usage, and the audit.
 */
export function Admin({ link }: { link: RelayLink }) {
  return (
    <AdminFrame link={link}>
      <main className="admin">
        <h1>{t("admin")}</h1>
        <Contents />
        <Status />
        <People />
        <KnowledgeSources />
        <ModelList />
        <MaskingRules />
        <Lookups />
        <SharedPlaces />
        <TeamSettings />
        <Playbooks />
        <Voices />
        <Webhooks />
        <Usage />
        <Audit />
      </main>
    </AdminFrame>
  )
}
