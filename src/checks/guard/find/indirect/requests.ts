import type { GuardKind } from "../../basis/finding.ts"
import type { Sign } from "../../words/indirect.ts"

/**
 * A sign of a list of `lexicon/<language>/asking/`, or another: the answer is handed to us, it is wanted in any way,
 * something honest is asked for, only the customer types it in, or there is a name or a file that nobody gave.
 */
export type AnySign = Sign | "hand" | "wanted" | "plain" | "own" | "nickname" | "handle" | "risky-file"

/** A request that names nothing: it is known by how many of its signs stand in neighbouring sentences. */
export interface IndirectRequest {
  id: string
  kind: GuardKind
  /** What each sign weighs, however often it stands there. Below zero it speaks against the request. */
  weights: readonly [sign: AnySign, weight: number][]
  /** Without one of these there is no such request. */
  needs: readonly AnySign[]
  /** Two signs that must stand near each other in one sentence. */
  near?: readonly [Sign, Sign]
  /** From this sum on it is one. */
  least: number
  /** A source or an agent who names one of these asks for it, too. */
  known?: readonly Sign[]
}

/** The weights are halves and wholes chosen by hand, so that a person can say why something is a request. */
export const INDIRECT_REQUESTS: readonly IndirectRequest[] = [
  {
    id: "typed-secret",
    kind: "secret-request",
    weights: [
      ["field", 1.5],
      ["typing", 1.5],
      ["way-in", 1.5],
      ["wanted", 1.5]
    ],
    needs: ["field", "way-in"],
    least: 4.5
  },
  {
    id: "code-on-device",
    kind: "secret-request",
    weights: [
      ["arrives", 1],
      ["phone", 1],
      ["reading", 1],
      ["hand", 1.5],
      ["trouble", -2],
      ["plain", -2]
    ],
    needs: ["reading"],
    least: 4.5
  },
  {
    id: "codes-kept-for-later",
    kind: "secret-request",
    weights: [
      ["kept", 1.5],
      ["at-setup", 1.5],
      ["wanted", 1.5]
    ],
    needs: ["at-setup"],
    least: 4.5
  },
  {
    id: "card-to-pay-with",
    kind: "secret-request",
    weights: [
      ["card", 1],
      ["card-sides", 1.5],
      ["wanted", 1.5]
    ],
    needs: ["card-sides"],
    least: 4
  },
  {
    id: "prompt-approved",
    kind: "secret-request",
    weights: [
      ["asks-you", 1],
      ["is-it-you", 1],
      ["press-yes", 1],
      ["despite", 1],
      ["other-place", 1],
      ["from-here", 1]
    ],
    needs: ["press-yes"],
    least: 4
  },
  {
    id: "identity-picture",
    kind: "secret-request",
    weights: [
      ["photograph", 1],
      ["image", 1],
      ["papers", 1.5],
      ["face", 1.5],
      ["hand", 1.5]
    ],
    needs: ["papers", "face"],
    least: 4
  },
  {
    id: "mail-passed-on",
    kind: "secret-request",
    weights: [
      ["mail-comes", 1.5],
      ["no-click", 1.5],
      ["link-inside", 1.5],
      ["forward", 1.5]
    ],
    needs: ["forward"],
    least: 4.5
  },
  {
    id: "picture-that-signs-in",
    kind: "secret-request",
    weights: [
      ["aim", 1.5],
      ["photograph", 1],
      ["square", 1.5],
      ["image", 0.5],
      ["from-us", 1],
      ["on-screen", 1],
      ["linking", 1],
      ["hand", 1]
    ],
    needs: ["square"],
    least: 4.5,
    known: ["square"]
  },
  {
    id: "remote-help-by-keys",
    kind: "remote-control",
    weights: [
      ["windows-key", 1.5],
      ["control-key", 2],
      ["read-window", 1],
      ["hands-off", 1.5],
      ["we-move", 1.5],
      ["look-myself", 1],
      ["allow-all", 1]
    ],
    needs: ["hands-off", "we-move", "control-key"],
    least: 3.5
  },
  {
    id: "pasted-program",
    kind: "remote-control",
    weights: [
      ["console", 1.5],
      ["address-line", 0.5],
      ["paste", 1.5],
      ["javascript", 2],
      ["we-send", 1],
      ["unverified", 1],
      ["despite", 0.5]
    ],
    needs: ["paste"],
    least: 4
  },
  {
    id: "program-from-elsewhere",
    kind: "remote-control",
    weights: [
      ["elsewhere", 1.5],
      ["install", 1],
      ["unverified", 1.5],
      ["full-access", 1.5],
      ["we-manage", 0.5]
    ],
    needs: ["install"],
    least: 4
  },
  {
    id: "protection-off",
    kind: "remote-control",
    weights: [
      ["protection", 2],
      ["switch-off", 2],
      ["leave-off", 1]
    ],
    needs: ["protection"],
    near: ["protection", "switch-off"],
    least: 4
  },
  {
    id: "scratched-card",
    kind: "payment",
    weights: [
      ["scratch", 1.5],
      ["strip", 1],
      ["slip-number", 1],
      ["shop", 1],
      ["hand", 1.5]
    ],
    needs: ["scratch"],
    least: 4
  },
  {
    id: "slip-with-a-number",
    kind: "payment",
    weights: [
      ["shop", 1],
      ["come-by", 1.5],
      ["slip-number", 1.5],
      ["hand", 1.5]
    ],
    needs: ["slip-number"],
    least: 5.5
  },
  {
    id: "wrapped-money",
    kind: "payment",
    weights: [
      ["notes", 1.5],
      ["wrapped", 1.5],
      ["carried", 1],
      ["no-trace", 1]
    ],
    needs: ["wrapped"],
    least: 4
  },
  {
    id: "money-counter",
    kind: "payment",
    weights: [
      ["transfer-counter", 2],
      ["in-name", 1],
      ["slip-number", 1],
      ["hand", 1]
    ],
    needs: ["transfer-counter"],
    least: 4
  },
  {
    id: "private-contact",
    kind: "messenger",
    weights: [
      ["app-drawing", 1.5],
      ["private", 1.5],
      ["add-me", 1],
      ["nickname", 1.5]
    ],
    needs: ["add-me"],
    least: 4
  },
  {
    id: "address-in-pieces",
    kind: "link",
    weights: [
      ["gaps", 2],
      ["visit", 1],
      ["address-line", 1],
      ["ending", 1.5]
    ],
    needs: ["gaps"],
    least: 4
  }
]
