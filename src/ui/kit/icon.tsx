import {
  ArrowLeft, ArrowLeftToLine, Check, ChevronDown, CircleAlert, CloudOff, Ellipsis, Eye, Link2Off, Lock, MailPlus, PenLine, Plug, ScrollText, Square,
  Stamp, TextCursorInput, Trash2, Unplug, type LucideIcon
} from "lucide-react"

/** Lucide (ISC licence). Shapes mean: broken link = no source, stamp = approval, text cursor = blank, circle with ! = contradicts or failed. */
const icons = {
  "arrow-left": ArrowLeft, insert: ArrowLeftToLine, check: Check, "chevron-down": ChevronDown, alert: CircleAlert, "cloud-off": CloudOff,
  menu: Ellipsis, eye: Eye, "no-source": Link2Off, lock: Lock, mail: MailPlus, pen: PenLine, plug: Plug, offline: ScrollText, stop: Square,
  stamp: Stamp, blank: TextCursorInput, trash: Trash2, unplug: Unplug
} satisfies Record<string, LucideIcon>

export type IconName = keyof typeof icons

/** Decoration: the word beside it carries the meaning. */
export function Icon({ name }: { name: IconName }) {
  const Drawing = icons[name]
  return <Drawing className="i" aria-hidden="true" strokeWidth={1.75} size="1em" />
}

export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 5h12M3 12h9M3 19h12" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
      <circle cx="19" cy="10" r="3.5" fill="currentColor" />
    </svg>
  )
}
