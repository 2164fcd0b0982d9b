import type { ReactNode } from "react"

/**
 * A link to another page of the extension, with what it shows after the "#". An address of anything else is no link.
 * @param label its accessible name, where its content has none
 */
export function OwnPageLink({
  page,
  label,
  children
}: {
  page: string | undefined
  label?: string
  children: ReactNode
}) {
  if (page === undefined || !OWN_PAGE.test(page)) return <>{children}</>
  return (
    <a href={page} aria-label={label}>
      {children}
    </a>
  )
}

const OWN_PAGE = /^[a-z]+\.html#/
