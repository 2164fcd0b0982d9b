import type { CommandAnswer, PanelState } from "../../src/protocol/panel.ts"
import { runEvidenceJob } from "../../src/checks/evidence/compare.ts"
import type { EvidencePair } from "../../src/ticket/evidence-pair.ts"
import type { PageAnswer } from "../../src/protocol/routes/calls/page-call.ts"
import type { MessageKey } from "../../src/ui/messages/t.ts"
import { adminStates } from "../../tests/e2e/admin/admin-states.ts"
import { passedOn, saw } from "../../tests/ui/help/states-inspector.ts"
import { seatStates } from "../../tests/ui/help/states-seat.ts"
import { leadStates } from "../../tests/ui/lead/lead-states.ts"
import { base, draft, popups, states } from "../../tests/ui/states.ts"

/** The extension's pages, each with its file in the build. */
export const PAGES = {
  panel: "sidepanel.html",
  popup: "popup.html",
  review: "tabs/review.html",
  figures: "tabs/figures.html",
  knowledge: "tabs/knowledge.html",
  admin: "tabs/admin.html"
} as const
export type PageName = keyof typeof PAGES

/** One state of one page: what the background pushes and answers, and what is pressed once the page is drawn. */
export interface GalleryState {
  page: PageName
  name: string
  given(): Given | Promise<Given>
}

export interface Given {
  state?: PanelState
  /** By the kind of a command, or by a route. Everything else is answered with "done". */
  answers?: Record<string, CommandAnswer | PageAnswer>
  press?: Press[]
}
/** A key, or the button that has this message, and a name in its label where there are several. */
export type Press = { key: string; ctrlKey?: true } | { button: MessageKey; of?: string }

/** Returns every state of every page, which are those that the tests draw. */
export function galleryStates(): GalleryState[] {
  return [
    ...statesOf("panel", states, (state) => ({ state: state() })),
    ...statesOf("panel", SEAT_VIEWS, ([state, ...press]) => ({ ...seatStates[state](), press })),
    ...statesOf("panel", PANEL_VIEWS, (press) => ({
      state: base({ draft: draft({ formers: FORMERS }) }),
      answers: { "panel-inspect": { ok: true, saw }, "panel-passed-on": { ok: true, passedOn } },
      press: [press]
    })),
    ...statesOf("panel", VERDICT_VIEWS, (state) => ({
      state: states[state](),
      answers: { "panel-evidence": { ok: true, evidence: evidenceOf(states[state]().draft) } },
      press: [{ key: "j" }]
    })),
    ...statesOf("popup", popups, (status) => ({ answers: { "popup-status": { ok: true, status } } })),
    ...(["review", "figures", "knowledge"] as const).flatMap((page) =>
      statesOf(page, leadStates[page], (answers) => ({ answers: answers() }))
    ),
    ...statesOf("figures", { "as tables": leadStates.figures["twelve weeks"] }, (answers) => ({
      answers: answers?.() ?? {},
      press: Array.from({ length: 8 }, () => ({ button: "figures.table" as const }))
    })),
    ...statesOf("admin", adminStates, async (answers) => ({ answers: await answers() })),
    ...statesOf("admin", ADMIN_PARTS, async ([state, ...press]) => ({
      answers: await adminStates[state](),
      press
    }))
  ]
}

const statesOf = <T>(
  page: PageName,
  all: Record<string, T>,
  given: (one: T) => Given | Promise<Given>
): GalleryState[] => Object.entries(all).map(([name, one]) => ({ page, name, given: () => given(one) }))

/** The panel as one screen, in the order of its first tickets, and with each place of its dock open. */
const SEAT_VIEWS: Record<string, [keyof typeof seatStates, ...Press[]]> = {
  "seat 1, ready": ["ready"],
  "seat 2, to do": ["todo"],
  "seat 3, held": ["held"],
  "seat 4, checking": ["checking"],
  "seat 5, unsure": ["unsure"],
  "seat 6, danger": ["danger"],
  "seat 6, danger without a playbook": ["dangerWithoutPlaybook"],
  "seat 6, perhaps a danger": ["perhapsDanger"],
  "seat 7, pages": ["ready", { key: "1" }],
  "seat 8, more": ["todo", { key: "m" }],
  "seat 9, ask": ["todo", { key: "q" }]
}
const FORMERS = [{ id: "d0", text: "Hello Maya,\n\nan earlier one.", edited: true, savedAt: "2026-11-20T09:40:00Z" }]
/** What replaces or opens parts of the panel, by the key that does it. */
const PANEL_VIEWS: Record<string, Press> = {
  "what the model saw": { key: "w" },
  "menu and keys": { key: "?" },
  "letter being edited": { key: "e" },
  "source open": { key: "2" },
  "sources beside the letter": { key: "j" },
  "how it was made": { key: "y" },
  palette: { key: "k", ctrlKey: true },
  "reasons of not useful": { key: "u" }
}
/** A letter beside the sentences that the model that verifies names. */
const VERDICT_VIEWS = { "denied, beside its evidence": "denied", "verified, beside its evidence": "verified" } as const

function evidenceOf(draft: PanelState["draft"]): EvidencePair[] {
  const { text = "", claims = [] } = draft ?? {}
  const evidence = claims.flatMap(({ verdict }) => verdict?.evidence ?? [])
  const sources = evidence.map(({ source: n, text }) => ({ n, text }))
  return runEvidenceJob({ kind: "evidence", text, language: "en", sources })
}

const ADMIN_PARTS: Record<string, [keyof typeof adminStates, ...Press[]]> = {
  "audit, with entries": ["audit", { button: "audit.show" }],
  "voice, previewed": ["voices", { button: "voices.preview", of: "lumen-de" }],
  "playbook, drawn": ["playbooks", { button: "playbooks.flow" }],
  "lookup, in the form": ["lookups", { button: "lookups.form.edit" }],
  "a question before signing out": ["whole", { button: "people.out" }]
}
