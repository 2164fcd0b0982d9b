import type { question as english } from "../en/question.ts"
import type { Translation } from "../translation.ts"

export const question: Translation<typeof english> = {
  question: "اسأل",
  "question.aside": "لا يرى الإجابات غيرك",
  "question.field": "اسأل عن هذه التذكرة أو الصفحات",
  "question.do": "طرح السؤال",
  "question.lead": "تُستبدل الأسماء قبل أن يغادر السؤال المتصفح. تبقى المسودة كما هي.",
  "question.busy": "جارٍ البحث في التذكرة والصفحات.",
  "question.sentences": "أقرب الجمل. اقرأها لترى هل تجيب عن السؤال.",
  "question.unanswered.no-answer": "لا يجد النموذج إجابة في التذكرة أو الصفحات. هذه أقرب الجمل.",
  "question.unanswered.failed": "لم يُجب النموذج. هذه أقرب الجمل، فاقرأها لترى هل تجيب عن السؤال.",
  "question.by": "من {model}، استنادًا إلى الصفحات العامة والتذكرة. فُحصت كل جملة.",
  "question.add": "إضافة إلى الرد",
  "question.added": "أُضيفت إلى المسودة.",
  "question.not-in-reply": "لم تُضف بعد",
  "question.saw": "ما رآه النموذج",
  "question.nearest": "لا جملة قريبة في الصفحات أو التذكرة. أقرب صفحة هي “{title}”.",
  "question.none": `{count, plural, =0 {لا جملة قريبة في التذكرة، ولم تُستورد صفحات.}
    zero {لا جملة قريبة في التذكرة، ولم تُستورد صفحات.}
    one {لا جملة قريبة في التذكرة، وليس في الصفحة الوحيدة أي من هذه الكلمات.}
    two {لا جملة قريبة في التذكرة، وليس في الصفحتين أي من هذه الكلمات.}
    few {لا جملة قريبة في التذكرة، وليس في أي من # صفحات أي من هذه الكلمات.}
    many {لا جملة قريبة في التذكرة، وليس في أي من # صفحة أي من هذه الكلمات.}
    other {لا جملة قريبة في التذكرة، وليس في أي من # صفحة أي من هذه الكلمات.}
  }`
}
