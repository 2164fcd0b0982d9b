import { useId, type ReactNode } from "react"
import { t } from "../messages/t.ts"
import { IconButton } from "./button.tsx"
import { useStored } from "./use-stored.ts"

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

/** A card's folding, which is remembered by its name. @param first whether it is open until somebody has chosen */
export function useFold(
  name: "summary" | "thread" | "similar" | "macros",
  first = true
): { open: boolean; button: ReactNode } {
  const [open, setOpen] = useStored(`fold.${name}`, first)
  const button = (
    <IconButton
      icon="chevron-down"
      tiny
      expanded={open}
      label={open ? t(`${name}.fold`) : t(`${name}.unfold`)}
      onPress={() => setOpen(!open)}
    />
  )
  return { open, button }
}
