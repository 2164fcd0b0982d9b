import { use, useId, type ReactNode } from "react"
import { Icon, type IconName } from "./icon.tsx"
import { SingleKeys } from "./use-keys.ts"

export interface ButtonProps {
  children: ReactNode
  onPress: () => void
  icon?: IconName
  /** "main" is for one button at a time. */
  variant?: "main" | "bare" | "danger" | "link"
  small?: boolean
  /** The key that does the same, as it is printed, and as aria-keyshortcuts writes it. */
  hint?: string
  shortcut?: string
  /** Why it can't be pressed now. It stays in the tab order and says so; pressing it calls `onRefused`. */
  disabledReason?: string | undefined
  onRefused?: (why: string) => void
  className?: string
  id?: string | undefined
  submit?: boolean
  /** For a button that stays pressed. */
  pressed?: boolean
  /** Set if it opens and closes something: whether that is open. */
  expanded?: boolean
  /** Set if a second press means something else, as a confirmation: the second click of a double click is none. */
  once?: boolean
  /** Its name, if the visible words alone don't say which one it is. It begins with them. */
  label?: string
}

export function Button({
  children,
  onPress,
  icon,
  variant,
  small,
  hint,
  shortcut,
  disabledReason,
  onRefused,
  className,
  id,
  submit,
  pressed,
  expanded,
  once,
  label
}: ButtonProps) {
  const why = useId()
  // A hint is always the real binding. A single character isn't one where they are switched off.
  const bound = use(SingleKeys) || shortcut?.length !== 1
  const classes = ["btn", variant, small ? "small" : "", className].filter(Boolean).join(" ")
  return (
    <>
      <button
        type={submit ? "submit" : "button"}
        className={classes}
        id={id}
        aria-label={label}
        aria-keyshortcuts={bound ? shortcut : undefined}
        aria-disabled={disabledReason ? true : undefined}
        aria-pressed={pressed}
        aria-expanded={expanded}
        aria-describedby={disabledReason ? why : undefined}
        title={disabledReason}
        onClick={(event) => {
          if (once && event.detail > 1) return
          if (!disabledReason) return onPress()
          event.preventDefault()
          onRefused?.(disabledReason)
        }}
      >
        {icon ? <Icon name={icon} /> : null}
        {children}
        {hint && bound ? <kbd aria-hidden="true">{hint}</kbd> : null}
      </button>
      {disabledReason ? (
        <span className="sr" id={why}>
          {disabledReason}
        </span>
      ) : null}
    </>
  )
}

/** A button that is only an icon. `label` is its name. */
export function IconButton({
  icon,
  label,
  onPress,
  expanded,
  tiny,
  id,
  controls,
  shortcut
}: {
  icon: IconName
  label: string
  onPress: () => void
  expanded?: boolean
  tiny?: boolean
  id?: string
  controls?: string | undefined
  shortcut?: string | undefined
}) {
  const bound = use(SingleKeys) || shortcut?.length !== 1
  return (
    <button
      type="button"
      className={tiny ? "iconbtn tiny" : "iconbtn"}
      id={id}
      aria-label={label}
      aria-expanded={expanded}
      aria-controls={controls}
      aria-keyshortcuts={bound ? shortcut : undefined}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  )
}
