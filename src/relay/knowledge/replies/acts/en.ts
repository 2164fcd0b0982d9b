import type { ActWords } from "./words.ts"

export const en: ActWords = {
  yesNo: "yes, no, yeah, yep, yup, nope, sure, correct, right, exactly, not, unfortunately, of course, certainly, absolutely",
  asks: "what, when, where, who, whom, whose, which, why, how",
  verbs: "do, does, did, don't, doesn't, didn't, can, can't, could, couldn't, is, isn't, are, aren't, am, was, wasn't, were, will, won't, would, should, may, might, must, have, haven't, has, hasn't, had",
  howMuch: "when, how long, how much, how many, how often, how soon, how old, how far, what age, what date, what time, what fee, what cost, what price, what is the age, what is the date, what is the time, what is the fee, what is the cost, what is the price, what's the price, what's the cost, deadline",
  where: "where, address, contact, phone, call, website, e-mail, email",
  place: "visit, call, address, office, website, web site, contact, online, phone, e-mail, email",
  greets: "hi, hello, hey, good morning, good afternoon, dear, sure, of course, ok, okay, thanks for, thank you for"
}
