import { useId, type ReactNode } from "react"

/** A region of the panel, named by its heading. `aside` is next to the heading. */
export function Card({
  title,
  aside,
  children,
  className
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
  className?: string
}) {
  const heading = useId()
  return (
    <section className={["card", className].filter(Boolean).join(" ")} aria-labelledby={heading}>
      <header>
        <h2 id={heading} className="grow">
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  )
}
