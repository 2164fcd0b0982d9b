import type { GuardKind } from "../../../ticket/guard-marks.ts"

export type { GuardKind }

/** A place in a draft. Offsets are in UTF-16 units of the draft. */
export interface GuardFinding {
  kind: GuardKind
  start: number
  end: number
  /** One sentence for a person. The panel has its own. */
  message: string
  /** Insert is blocked until the finding is gone, or until the agent keeps the text as their own words. */
  severe: boolean
}

/** What a draft is compared with. Either all of it is restored or all of it is masked. */
export interface GuardInput {
  draft: string
  /** The public conversation, with subject and fields as further texts. */
  thread: { role: string; text: string }[]
  /** The public articles that may support the draft. */
  sources: string[]
  /** The internal notes. Nothing that only they contain may appear in the draft. */
  internal?: string[] | undefined
}

/** A finding in the text as the finders read it. */
export interface Found {
  kind: GuardKind
  start: number
  end: number
}

export const MESSAGES: Readonly<Record<GuardKind, string>> = {
  hidden: "Characters that nobody sees.",
  image: "An image, which tells its server that the mail was opened.",
  script: "A script, which has no place in a reply.",
  link: "A link that neither ticket nor source holds.",
  "look-alike": "A link to a host that only looks like one of ticket or source.",
  email: "An e-mail address that neither ticket nor source holds.",
  phone: "A phone number that neither ticket nor source holds.",
  account: "An account to pay to that neither ticket nor source holds.",
  wallet: "An address for crypto money that neither ticket nor source holds.",
  spelled: "A number or an address in words that neither ticket nor source holds.",
  messenger: "A messenger contact that neither ticket nor source holds.",
  portal: "It sends the customer to search for a page to log in to.",
  "secret-request": "It asks for a password, a code, a link to sign in, or card data.",
  "remote-control": "It asks for control of the customer's computer, and no source tells customers to give it.",
  payment: "It asks for a payment that nobody can trace or take back, and no source tells customers of it.",
  "mixed-script": "A word with letters of another alphabet that look like its own.",
  blob: "Encoded text that neither ticket nor source holds.",
  prompt: "Words of the instructions to the model.",
  control: "A sign that a model writes for itself and not for a reader.",
  internal: "It tells what only an internal note holds.",
  page: "A page that neither ticket nor source names, on a host that they do."
}

/** Every kind but this one is severe. A finding that isn't severe only warns. */
export const isSevere = (kind: GuardKind): boolean => kind !== "page"
