import type { LucideIcon } from "lucide-react"
// One file an icon: through the package's front door the bundler reads all 1,700 of them at each build.
import ArrowLeft from "lucide-react/dist/esm/icons/arrow-left.mjs"
import ArrowLeftToLine from "lucide-react/dist/esm/icons/arrow-left-to-line.mjs"
import Check from "lucide-react/dist/esm/icons/check.mjs"
import ChevronDown from "lucide-react/dist/esm/icons/chevron-down.mjs"
import ChevronUp from "lucide-react/dist/esm/icons/chevron-up.mjs"
import CircleCheck from "lucide-react/dist/esm/icons/circle-check.mjs"
import CircleAlert from "lucide-react/dist/esm/icons/circle-alert.mjs"
import CircleQuestionMark from "lucide-react/dist/esm/icons/circle-question-mark.mjs"
import CircleX from "lucide-react/dist/esm/icons/circle-x.mjs"
import ClipboardList from "lucide-react/dist/esm/icons/clipboard-list.mjs"
import Clock from "lucide-react/dist/esm/icons/clock.mjs"
import CloudOff from "lucide-react/dist/esm/icons/cloud-off.mjs"
import Copy from "lucide-react/dist/esm/icons/copy.mjs"
import Ellipsis from "lucide-react/dist/esm/icons/ellipsis.mjs"
import Eye from "lucide-react/dist/esm/icons/eye.mjs"
import Files from "lucide-react/dist/esm/icons/files.mjs"
import Languages from "lucide-react/dist/esm/icons/languages.mjs"
import Link2Off from "lucide-react/dist/esm/icons/link-2-off.mjs"
import Lock from "lucide-react/dist/esm/icons/lock.mjs"
import ListChecks from "lucide-react/dist/esm/icons/list-checks.mjs"
import MailPlus from "lucide-react/dist/esm/icons/mail-plus.mjs"
import OctagonPause from "lucide-react/dist/esm/icons/octagon-pause.mjs"
import Paperclip from "lucide-react/dist/esm/icons/paperclip.mjs"
import PenLine from "lucide-react/dist/esm/icons/pen-line.mjs"
import Plug from "lucide-react/dist/esm/icons/plug.mjs"
import Plus from "lucide-react/dist/esm/icons/plus.mjs"
import ScrollText from "lucide-react/dist/esm/icons/scroll-text.mjs"
import Search from "lucide-react/dist/esm/icons/search.mjs"
import ShieldAlert from "lucide-react/dist/esm/icons/shield-alert.mjs"
import Square from "lucide-react/dist/esm/icons/square.mjs"
import SquareCheck from "lucide-react/dist/esm/icons/square-check.mjs"
import Stamp from "lucide-react/dist/esm/icons/stamp.mjs"
import TextCursorInput from "lucide-react/dist/esm/icons/text-cursor-input.mjs"
import Text from "lucide-react/dist/esm/icons/text.mjs"
import Trash2 from "lucide-react/dist/esm/icons/trash-2.mjs"
import TriangleAlert from "lucide-react/dist/esm/icons/triangle-alert.mjs"
import Unplug from "lucide-react/dist/esm/icons/unplug.mjs"
import UserRound from "lucide-react/dist/esm/icons/user-round.mjs"
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
  clock: Clock,
  copy: Copy,
  danger: TriangleAlert,
  done: CircleCheck,
  find: Search,
  hold: OctagonPause,
  languages: Languages,
  alert: CircleAlert,
  denied: CircleX,
  "cloud-off": CloudOff,
  menu: Ellipsis,
  eye: Eye,
  "no-source": Link2Off,
  shield: ShieldAlert,
  lock: Lock,
  mail: MailPlus,
  macros: ClipboardList,
  paperclip: Paperclip,
  pen: PenLine,
  person: UserRound,
  plug: Plug,
  plus: Plus,
  question: CircleQuestionMark,
  offline: ScrollText,
  similar: Files,
  steps: ListChecks,
  stop: Square,
  summary: Text,
  stamp: Stamp,
  blank: TextCursorInput,
  todo: Square,
  "todo-done": SquareCheck,
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
