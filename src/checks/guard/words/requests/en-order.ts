/** An order or a polite question: not "we send", "to send". */
export const ORDER =
  "(?<=(?:^|[.,;:!?–—()“\"'-] {0,2}|(?<!\\p{L})(?:please|kindly|just|simply|then|and|or|" +
  "also|now|next|first|afterwards|together|quickly|once more|again|" +
  "(?:can|could|would|will|may|must|should|shall|might|do) (?:you|i ask you to|we ask you " +
  "to)|you (?:can|could|may|must|should|might|then|just|only|simply|now)|" +
  "(?:need|want|ask|like|require|have|instruct|advise|remind|invite) you(?: to)?|you(?: " +
  "\\p{L}+)? (?:need|have|want) to|(?:all|thing) you \\p{L}+ to do is|is to) ))"
