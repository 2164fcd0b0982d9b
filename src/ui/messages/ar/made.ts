import type { made as english } from "../en/made.ts"
import type { Translation } from "../translation.ts"

export const made: Translation<typeof english> = {
  made: "لماذا هذه المسودة",
  "made.tier.sure": "مؤكد بما يكفي لمسودة",
  "made.tier.unsure": "غير مؤكد، لذا لا مسودة بعد",
  "made.tier.nothing": "لا صفحة تجيب",
  "made.chance": "صفحات مثل الأولى تجيب عن {chance} من التذاكر.",
  "made.chance.refused": "صفحات مثل الأقرب تجيب عن {chance} من التذاكر.",
  "made.macro": "يتصدّر الماكرو “{title}”، لأن العميل نفّذ ما تطلبه الصفحة أولًا. نفّذ ما يقول الرد إنك فعلته قبل إرساله.",
  "made.reply":
    "لا صفحة تجيب بيقين، لذا يتصدّر الرد على التذكرة المحلولة “{title}”: كان سؤالها شبه مطابق. قيمها الخاصة فراغات.",
  "made.not-reused": "محذوف من ذلك الرد، لأنه يخص عميله",
  "made.signal.page": "تحوي الصفحة {level, select, much {الكثير} some {البعض} other {القليل}} مما سُئل عنه.",
  "made.signal.window": "تحوي أفضل جملتين فيها {level, select, much {الكثير} some {البعض} other {القليل}} منه.",
  "made.signal.absent": "{share} من كلمات السؤال، حسب وزنها، ليست في أي صفحة.",
  "made.signal.chance": "بالبحث وحده، احتمال أن تجيب الصفحة الأولى {share}.",
  "made.used": "مصادر المسودة",
  "made.used.none": "لا جملة لها مصدر.",
  "made.source": "{n}.",
  "made.sentences": `{count, plural, zero {لا جمل} one {جملة واحدة} two {جملتان} few {# جمل} many {# جملة}
    other {# جملة}}`,
  "made.unused": "موجودة وغير مستخدمة",
  "made.not-needed": "لا شيء منها في المسودة.",
  "made.near": "قريبة، لكنها لا تجيب.",
  "made.internal": "داخلية، فلا يجوز أن يرد شيء منها في رد.",
  "made.excluded": "اخترت “ليس هذا”.",
  "made.cases": "محذوف لأنه حالة أخرى",
  "made.because": "تقول التذكرة “{because}”.",
  "made.settings": "كيف كُتبت",
  "made.offline": "دون نموذج، من جمل مقالاتك.",
  "made.offline.reply": "دون نموذج، من الرد على تذكرة محلولة.",
  "made.model": "من {model} خلال {time}.",
  "made.model.twice": "من {model} خلال {time}، سُئل مرتين.",
  "made.language": "باللغة: {language}.",
  "made.wish": "وفق طلبك:",
  "made.masking.strict": "حجب صارم: يُستبدل ما قد يكون اسمًا قبل أن يغادر المتصفح.",
  "made.masking.balanced": "حجب متوازن: يُستبدل ما يُرجّح أنه اسم قبل أن يغادر المتصفح."
}
