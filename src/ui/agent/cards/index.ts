import type { PanelCard } from "../card-kit/panel-card.ts"
import { askCard } from "./ask/card.tsx"
import { attachmentsCard } from "./attachments/card.tsx"
import { cases } from "./cases/card.tsx"
import { checks } from "./checks/card.tsx"
import { customer } from "./customer/card.tsx"
import { draftCard } from "./draft/card.tsx"
import { helpdeskToken } from "./helpdesk-token/card.tsx"
import { macros } from "./macros/card.tsx"
import { notSaid } from "./not-said/card.tsx"
import { outcomes } from "./outcomes/card.tsx"
import { playbook } from "./playbook/card.tsx"
import { replyCheck } from "./reply-check/card.tsx"
import { search } from "./search/card.tsx"
import { selectedText } from "./selected-text/card.tsx"
import { similar } from "./similar/card.tsx"
import { sources } from "./sources/card.tsx"
import { suggestions } from "./suggestions/card.tsx"
import { summary } from "./summary/card.tsx"
import { taughtPage } from "./taught-page/card.tsx"
import { thread } from "./thread/card.tsx"
import { tokenWanted } from "./token-wanted/card.tsx"
import { tone } from "./tone/card.tsx"

/**
 * Every card of the panel, in the order of their `order`.
 * Written by `npm run registries` from the files: don't edit.
 */
export const cards: readonly PanelCard[] = [
  askCard,
  attachmentsCard,
  cases,
  checks,
  customer,
  draftCard,
  helpdeskToken,
  macros,
  notSaid,
  outcomes,
  playbook,
  replyCheck,
  search,
  selectedText,
  similar,
  sources,
  suggestions,
  summary,
  taughtPage,
  thread,
  tokenWanted,
  tone
]
