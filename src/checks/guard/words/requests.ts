import { LISTS } from "replywright/lexicon/requests"
import { patternsOf } from "../../../lexicon/lexicon.ts"

/**
 * What a customer must not be asked for, and the words of asking, in one language: the lists of `lexicon/<language>/requests/`
 * as sources of regular expressions without capitals to keep apart. A request is what is asked for beside a word of asking, so each is kept by itself.
 */
export interface RequestWords {
  /** Asking to be told, sent or shown something; with no "us", as a code told to anybody is told to the wrong one. */
  tell: readonly string[]
  /** The same said of the thing: it is needed, missing, enough, to be attached. */
  need: readonly string[]
  /** Somebody else is told of: "whoever asks you to". */
  others: readonly string[]
  /** Who may be told a code that is for them: a courier, a counter. */
  receiver: readonly string[]
  /** Names of secrets that say by themselves what they are. */
  secret: readonly string[]
  /**
   * Those that have no honest reason to be told to anybody: words of a wallet, cookies, keys, what is typed at a cash
   * machine.
   */
  strong: readonly string[]
  /** A paper that proves who one is, and a picture: a secret where both stand together. */
  identity: readonly string[]
  photo: readonly string[]
  /** Hiding it, in a picture that is asked for. */
  cover: readonly string[]
  /** Letting us into the customer's account, in so many words: approving our sign-in, our device, our address. */
  grant: readonly string[]
  /** A code by any name, and where a one-time code comes from: a secret where both stand together. */
  code: readonly string[]
  sent: readonly string[]
  /** What makes a code or a number one of another kind, right before it. */
  plainCode: readonly string[]
  /** A card, and what is printed on a payment card: a secret where both stand together. */
  card: readonly string[]
  cardPart: readonly string[]
  /** A card of another kind. */
  plainCard: readonly string[]
  /** A mail or a link that signs in whoever has it. */
  signIn: readonly string[]
  /** Working on somebody's computer from afar, by name. */
  remote: readonly string[]
  /** What the customer does for it: install, open, allow, accept. */
  act: readonly string[]
  /** Us on the customer's screen, in so many words. */
  over: readonly string[]
  /** A card or a voucher that is money, its code, and how one comes by it. */
  voucher: readonly string[]
  voucherCode: readonly string[]
  buy: readonly string[]
  /** Paying and sending money. */
  pay: readonly string[]
  /** Money that can be held in a hand, and how it is sent. */
  cash: readonly string[]
  envelope: readonly string[]
  /** Somebody in private, and a payment or an account: together it is not the firm that is paid. */
  person: readonly string[]
  account: readonly string[]
  /** Ways to pay that nobody can trace or take back, but the services' names. */
  untraceable: readonly string[]
}

function wordsIn(language: string): RequestWords {
  const list = (name: string) => patternsOf(LISTS, language, name)
  return {
    tell: list("tell"),
    need: list("need"),
    others: list("others"),
    receiver: list("receiver"),
    secret: list("secret"),
    strong: list("strong"),
    identity: list("identity"),
    photo: list("photo"),
    cover: list("cover"),
    grant: list("grant"),
    code: list("code"),
    sent: list("sent"),
    plainCode: list("plain-code"),
    card: list("card"),
    cardPart: list("card-part"),
    plainCard: list("plain-card"),
    signIn: list("sign-in"),
    remote: list("remote"),
    act: list("act"),
    over: list("over"),
    voucher: list("voucher"),
    voucherCode: list("voucher-code"),
    buy: list("buy"),
    pay: list("pay"),
    cash: list("cash"),
    envelope: list("envelope"),
    person: list("person"),
    account: list("account"),
    untraceable: list("untraceable")
  }
}

const LATIN: readonly RequestWords[] = ["en", "de", "fr", "es", "pt"].map(wordsIn)
const JAPANESE = wordsIn("ja")

/** The words of all languages as one expression. Japanese has no ends of words. */
export function requestWords(...picks: ((words: RequestWords) => readonly string[])[]): RegExp {
  const latin = picks.flatMap((pick) => LATIN.flatMap(pick))
  const dense = picks.flatMap((pick) => pick(JAPANESE))
  return new RegExp([`(?<![\\p{L}\\p{N}])(?:${latin.join("|")})(?![\\p{L}\\p{N}])`, ...dense].join("|"), "giu")
}
