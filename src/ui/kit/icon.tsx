import type { LucideIcon } from "lucide-react"
// One file an icon: through the package's front door the bundler reads all 1,700 of them at each build.
import ArrowLeft from "lucide-react/dist/esm/icons/arrow-left.mjs"
import ArrowLeftToLine from "lucide-react/dist/esm/icons/arrow-left-to-line.mjs"
import Check from "lucide-react/dist/esm/icons/check.mjs"
import ChevronDown from "lucide-react/dist/esm/icons/chevron-down.mjs"
import ChevronUp from "lucide-react/dist/esm/icons/chevron-up.mjs"
import CircleAlert from "lucide-react/dist/esm/icons/circle-alert.mjs"
import CircleX from "lucide-react/dist/esm/icons/circle-x.mjs"
import CloudOff from "lucide-react/dist/esm/icons/cloud-off.mjs"
import Copy from "lucide-react/dist/esm/icons/copy.mjs"
import Ellipsis from "lucide-react/dist/esm/icons/ellipsis.mjs"
import Eye from "lucide-react/dist/esm/icons/eye.mjs"
import Link2Off from "lucide-react/dist/esm/icons/link-2-off.mjs"
import Lock from "lucide-react/dist/esm/icons/lock.mjs"
import MailPlus from "lucide-react/dist/esm/icons/mail-plus.mjs"
import Paperclip from "lucide-react/dist/esm/icons/paperclip.mjs"
import PenLine from "lucide-react/dist/esm/icons/pen-line.mjs"
import Plug from "lucide-react/dist/esm/icons/plug.mjs"
import Plus from "lucide-react/dist/esm/icons/plus.mjs"
import ScrollText from "lucide-react/dist/esm/icons/scroll-text.mjs"
import ShieldAlert from "lucide-react/dist/esm/icons/shield-alert.mjs"
import Square from "lucide-react/dist/esm/icons/square.mjs"
import Stamp from "lucide-react/dist/esm/icons/stamp.mjs"
import TextCursorInput from "lucide-react/dist/esm/icons/text-cursor-input.mjs"
import Trash2 from "lucide-react/dist/esm/icons/trash-2.mjs"
import Unplug from "lucide-react/dist/esm/icons/unplug.mjs"
import X from "lucide-react/dist/esm/icons/x.mjs"

/**
 * Lucide (ISC licence). Shapes mean: broken link = no source, stamp = approval, text cursor = blank, circle with ! =
 * contradicts or failed, circle with x = denied, shield = nobody gave it.
 */
const icons = {
  "arrow-left": ArrowLeft,
  insert: ArrowLeftToLine,
  check: Check,
  "chevron-down": ChevronDown,
  "chevron-up": ChevronUp,
  copy: Copy,
  alert: CircleAlert,
  denied: CircleX,
  "cloud-off": CloudOff,
  menu: Ellipsis,
  eye: Eye,
  "no-source": Link2Off,
  shield: ShieldAlert,
  lock: Lock,
  mail: MailPlus,
  paperclip: Paperclip,
  pen: PenLine,
  plug: Plug,
  plus: Plus,
  offline: ScrollText,
  stop: Square,
  stamp: Stamp,
  blank: TextCursorInput,
  trash: Trash2,
  unplug: Unplug,
  x: X
} satisfies Record<string, LucideIcon>

export type IconName = keyof typeof icons

/** Icons that point along the line, and so turn with its direction. */
const TURNING: ReadonlySet<IconName> = new Set<IconName>(["arrow-left", "insert"])

/** A decoration. The word beside it has the meaning. */
export function Icon({ name }: { name: IconName }) {
  const Drawing = icons[name]
  const className = TURNING.has(name) ? "i turns" : "i"
  return <Drawing className={className} aria-hidden="true" strokeWidth={1.75} size="1em" />
}

export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 5h12M3 12h9M3 19h12" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
      <circle cx="19" cy="10" r="3.5" fill="currentColor" />
    </svg>
  )
}
