import { escapeRegExp } from "../../../../text/escape-reg-exp.ts"
import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { hasPhrase, listPattern } from "../../phrases/phrases.ts"
import { mergedSpans, conversationTexts, spanOf, spansOf, type Span } from "../../basis/spans.ts"

/** The agent still has to fill this in or take it out: a blank, a placeholder, a template field, a note to oneself. */
export const blank: ToneRule = { order: 10, find }

function find(reply: Reply): ToneFinding[] {
  const note = listPattern(reply.written, "note")
  const gap = listPattern(reply.written, "gap")
  const marks = SHAPES.flatMap((shape) => [...reply.text.matchAll(shape)]).map(spanOf)
  const brackets = [
    ...reply.text.matchAll(
      /(?<!\])\[[^[\]\n]{2,60}\](?!\()|<[\p{L}][\p{L} _-]{2,40}>|(?<!\{)\{[\p{L}][\p{L} _.-]{1,40}\}(?!\})|#[\p{L}_]{3,20}#/gu
    )
  ]
    .filter((match) => hasPhrase(gap, match[0]) || /^[<{#]/.test(match[0]))
    .map(spanOf)
  return mergedSpans([...marks, ...brackets, ...spansOf(note, reply)])
    .filter((span) => !isSpokenOf(reply, span))
    .map(({ start, end }) => finding(reply, "blank", start, end))
}

const SHAPES = [
  /\[\[[^[\]\n]{1,120}\]\]/gu,
  /\{\{[^{}\n]{1,80}\}\}/gu,
  /\$\{[^{}\n]{1,60}\}/gu,
  /%[A-Za-z_]{3,30}%/gu,
  /<<[^<>\n]{1,60}>>/gu,
  /\[[A-Z]{2,20}_\d{1,4}\]/gu,
  // The last digits of a card number and a size ("XXL") are no blanks.
  /(?<![\p{L}\p{N}*•-])X{3,}(?![\p{L}\p{N}]|[ -]?(?:\d|X{3}))/gu,
  /(?<![\p{L}\p{N}])x{3,}(?![\p{L}\p{N}]|[ -]?(?:\d|x{3}))/gu,
  /_{2,}(?::_{2,})?/gu,
  /(?<![\p{L}\p{N}])(?:TT|DD|JJ|dd|jj|tt)[./-](?:MM|mm)[./-](?:JJJJ|YYYY|AAAA|jjjj|yyyy|aaaa|JJ|YY|AA)(?!\p{L})/gu,
  /(?<!\p{L})(?:\$[A-Z][A-Z_]{3,}|%[sd])(?!\p{L})/gu,
  /(?<=[€$£] ?)x{1,3}[.,]x{2}(?!\p{L})/giu,
  /\((?:insert|einfügen|insérer|insertar|inserir)[^()\n]{2,60}\)/giu,
  /\{%[^{}\n]{1,60}%\}/gu,
  /(?<![\p{L}\p{N}])X{2}(?= ?[€$£%]| \p{L})/gu,
  /（[^（）\n]{1,12}(?:名|日|番号|日付|時間|金額)）/gu,
  /\[\s*(?:\.{2,}|…|\?+|_+)\s*\]/gu,
  /\?{3,}/gu,
  /[〇○●◯△□]{2,}|[〇○◯](?=[月日円様時名])/gu,
  /\[[\p{Lu}\d][\p{Lu}\d ]{4,60}\]/gu,
  /(?<!\p{L})(?:FIRST|LAST|FULL|SUR)_?NAME(?!\p{L})|(?<!\p{L})(?:VORNAME|NACHNAME|PR[ÉE]NOM|NOMBRE|NOME)(?!\p{L})/gu,
  /\[TODO[^\]\n]*\]/giu
]

/** The reply speaks about these words: the customer wrote them, a source has them, or the reader is to replace them. */
function isSpokenOf(reply: Reply, { start, end }: Span): boolean {
  const words = reply.text.slice(start, end)
  if (conversationTexts(reply).some((each) => each.includes(words))) return true
  const sentence = reply.sentences.find((each) => each.start <= start && end <= each.end)?.text ?? ""
  return new RegExp(
    `${REPLACED.source}[^.]*${escapeRegExp(words)}|${escapeRegExp(words)}[^.]*${REPLACED.source}`,
    "iu"
  ).test(sentence)
}

const REPLACED =
  /(?:replace|put|use|write|type|enter|schreiben|écri\p{L}+|escrib\p{L}+|escrev\p{L}+|where|called|named|list|instead of|substitute|swap|stands for|in place of|ersetzen|ersetze|anstelle|statt|steht für|remplac\p{L}+|à la place|sustituy\p{L}+|reempla\p{L}+|en lugar de|substitu\p{L}+|no lugar de|置き換え|代わりに|部分を|の箇所|cover\p{L}* with|black(?:ed)? out)/u
