import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import { ja } from "./ja.ts"
import { pt } from "./pt.ts"

/**
 * What a customer must not be asked for, and the words of asking, in one language: sources of regular expressions
 * without capitals to keep apart. A request is what is asked for beside a word of asking, so each is kept by itself.
 */
export interface RequestWords {
  /** Asking to be told, sent or shown something; with no "us", as a code told to anybody is told to the wrong one. */
  tell: string[]
  /** The same said of the thing: it is needed, missing, enough, to be attached. */
  need: string[]
  /** Somebody else is told of: "whoever asks you to". */
  others: string[]
  /** Who may be told a code that is for them: a courier, a counter. */
  receiver: string[]
  /** Names of secrets that say by themselves what they are. */
  secret: string[]
  /**
   * Those that have no honest reason to be told to anybody: words of a wallet, cookies, keys, what is typed at a cash
   * machine.
   */
  strong: string[]
  /** A paper that proves who one is, and a picture: a secret where both stand together. */
  identity: string[]
  photo: string[]
  /** Hiding it, in a picture that is asked for. */
  cover: string[]
  /** Letting us into the customer's account, in so many words: approving our sign-in, our device, our address. */
  grant: string[]
  /** A code by any name, and where a one-time code comes from: a secret where both stand together. */
  code: string[]
  sent: string[]
  /** What makes a code or a number one of another kind, right before it. */
  plainCode: string[]
  /** A card, and what is printed on a payment card: a secret where both stand together. */
  card: string[]
  cardPart: string[]
  /** A card of another kind. */
  plainCard: string[]
  /** A mail or a link that signs in whoever has it. */
  signIn: string[]
  /** Working on somebody's computer from afar, by name. */
  remote: string[]
  /** What the customer does for it: install, open, allow, accept. */
  act: string[]
  /** Us on the customer's screen, in so many words. */
  over: string[]
  /** A card or a voucher that is money, its code, and how one comes by it. */
  voucher: string[]
  voucherCode: string[]
  buy: string[]
  /** Paying and sending money. */
  pay: string[]
  /** Money that can be held in a hand, and how it is sent. */
  cash: string[]
  envelope: string[]
  /** Somebody in private, and a payment or an account: together it is not the firm that is paid. */
  person: string[]
  account: string[]
  /** Ways to pay that nobody can trace or take back, but the services' names. */
  untraceable: string[]
}

/** The words about money: in a file of their own where a language has many. */
export type MoneyWords = Pick<
  RequestWords,
  "voucher" | "voucherCode" | "buy" | "pay" | "cash" | "envelope" | "person" | "account" | "untraceable"
>

const LANGUAGES: readonly RequestWords[] = [en, de, fr, es, pt]

/** The words of all languages as one expression. Japanese has no ends of words. */
export function requestWords(...picks: ((words: RequestWords) => string[])[]): RegExp {
  const latin = picks.flatMap((pick) => LANGUAGES.flatMap(pick))
  const dense = picks.flatMap((pick) => pick(ja))
  return new RegExp([`(?<![\\p{L}\\p{N}])(?:${latin.join("|")})(?![\\p{L}\\p{N}])`, ...dense].join("|"), "giu")
}
