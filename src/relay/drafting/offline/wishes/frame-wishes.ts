import type { Wish } from "../../../../text/wishes.ts"
import type { UndoneWish } from "../../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import type { Voice } from "../../voices/voice.ts"

/** How the agent wants a reply to begin. What is undefined is as it would be without a wish. */
export interface FrameWishes {
  greeting?: "none" | "formal" | "informal" | undefined
  firstName?: boolean | undefined
  apology?: boolean | undefined
}

/** Returns what the wishes say of the greeting and the apology. The newest wish counts. */
export function frameWishesOf(wishes: Wish[]): FrameWishes {
  const last = <Kind extends Wish["kind"]>(...kinds: Kind[]) =>
    wishes.map(({ kind }) => kind).findLast((kind): kind is Kind => kinds.some((one) => one === kind))
  const greeting = last("no-greeting", "formal", "informal")
  const name = last("first-name", "no-first-name")
  const apology = last("apologise", "no-apology")
  return {
    greeting: greeting === "no-greeting" ? "none" : greeting,
    firstName: name && name === "first-name",
    apology: apology && apology === "apologise"
  }
}

/** Returns the wishes about greeting and apology that this language or ticket can't follow. */
export function undoneInFrame(wishes: Wish[], voice: Voice, { firstName }: MaskedTicket): UndoneWish[] {
  return wishes.flatMap(({ kind, part }): UndoneWish[] => {
    if (kind === "first-name" && !firstName) return [{ part, why: "no-first-name" }]
    if ((kind === "formal" || kind === "informal") && !voice.greetings?.[kind]) return [{ part, why: "no-greeting" }]
    return kind === "unknown" ? [{ part, why: "unknown" }] : []
  })
}
