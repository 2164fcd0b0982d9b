import { Fragment } from "react"
import type { Source } from "../../../ticket/draft.ts"
import { t } from "../../messages/t.ts"
import { PageLink } from "../../kit/page-link.tsx"

/** Lists near copies, which are folded into one source. Each is shown with its own address. */
export function NearCopies({ also = [] }: Pick<Source, "also">) {
  if (also.length === 0) return null
  return (
    <p className="small">
      {t("source.also")}{" "}
      {also.map(({ id, title, url }, at) => (
        <Fragment key={id}>
          {at > 0 ? ", " : null}
          <PageLink url={url}>
            <bdi>{title}</bdi>
          </PageLink>
        </Fragment>
      ))}
    </p>
  )
}
