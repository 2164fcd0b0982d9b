import { t } from "../messages/t.ts"
import { AdminFrame } from "./admin-frame.tsx"
import { adminLink, type AdminLink } from "./admin-link.ts"
import { Masking } from "./masking/masking.tsx"
import { ModelList } from "./model-list.tsx"
import { People } from "./people.tsx"
import { Team } from "./team.tsx"
import { Usage } from "./usage.tsx"

/** The admin page: people and their codes, models, masking, what holds for the team, and what models took. */
export function Admin({ link = adminLink }: { link?: AdminLink }) {
  return (
    <AdminFrame link={link}>
      <main className="admin">
        <h1>{t("admin")}</h1>
        <People />
        <ModelList />
        <Masking />
        <Team />
        <Usage />
      </main>
    </AdminFrame>
  )
}
