import type { replyCheck as english } from "../../en/reply/reply-check.ts"
import type { Translation } from "../../translation.ts"

export const replyCheck: Translation<typeof english> = {
  "reply-check": "ردك بعد الفحص",
  "reply-check.count": "للمراجعة: {count, number}",
  "reply-check.do": "فحص ردّي",
  "reply-check.again": "إعادة الفحص",
  "reply-check.none":
    "يقارن ما كتبته في محرر الرد بالتذكرة والصفحات العامة قبل أن ترسله. يتلقاه الخادم الوسيط محجوبًا، ولا يتغير شيء في المحرر.",
  "reply-check.checking": "جارٍ مقارنة ردك بالتذكرة والصفحات.",
  "reply-check.failed": "فشل الفحص الأخير. ردك كما كان؛ افحصه مجددًا.",
  "reply-check.changed": "تغيّر النص في المحرر بعد ذلك. التنبيهات أدناه عن النص السابق.",
  "reply-check.newer": "رسالة جديدة من {author}. جرى هذا الفحص دونها.",
  "reply-check.no-claims": "لا جملة فيه تحتاج إلى مصدر.",
  "reply-check.supported": `{count, plural, zero {لا جمل لها مصدر أو أُكّدت.} one {جملة واحدة لها مصدر أو أُكّدت.}
    two {جملتان لهما مصدر أو أُكّدتا.} few {# جمل لها مصدر أو أُكّدت.} many {# جملة لها مصدر أو أُكّدت.}
    other {# جملة لها مصدر أو أُكّدت.}}`,
  "reply-check.near": `{count, plural, zero {لا جمل قريبة فقط.}
    one {جملة واحدة تشترك في بعض الكلمات فقط مع التذكرة والصفحات، أو لا تشترك.}
    two {جملتان تشتركان في بعض الكلمات فقط مع التذكرة والصفحات، أو لا تشتركان.}
    few {# جمل تشترك في بعض الكلمات فقط مع التذكرة والصفحات، أو لا تشترك.}
    many {# جملة تشترك في بعض الكلمات فقط مع التذكرة والصفحات، أو لا تشترك.}
    other {# جملة تشترك في بعض الكلمات فقط مع التذكرة والصفحات، أو لا تشترك.}}`,
  "reply-check.verifier.none": "لا نموذج يتحقق هنا: فحصته القواعد وحدها.",
  "reply-check.verifier.done": "تحقق منه {model}.",
  "reply-check.verifier.partly": `تحقق منه {model}، ما عدا {count, plural, zero {0 جملة} one {جملة واحدة} two {جملتين}
    few {# جمل} many {# جملة} other {# جملة}}.`,
  "reply-check.verifier.late": "استغرق {model} وقتًا طويلًا، ففحصته القواعد وحدها.",
  "reply-check.verifier.malformed": "لم يقدّم {model} إجابة صالحة، ففحصته القواعد وحدها.",
  "reply-check.verifier.failed": "فشل {model}، ففحصته القواعد وحدها.",
  "reply-check.verifier.unreliable": "لم يلاحظ {model} جملة خاطئة في اختباره، ففحصته القواعد وحدها.",
  "reply-check.show": "عرض في المصدر",
  "reply-check.show.of": "عرض في المصدر {title}",
  "reply-check.hide.of": "إخفاء المصدر {title}",
  "reply-check.source": "{n}: {title}",
  "reply-check.hide": "إخفاء المصدر",
  "reply-check.resting": "فحص ردّي تلقائيًا",
  "reply-check.resting.lead":
    "عندما تتوقف عن الكتابة ثانيتين واللوحة ظاهرة، يُرسل ردك محجوبًا إلى الخادم الوسيط ليُفحص، مرة كل عشر ثوانٍ على الأكثر.",
  "notice.reply-empty": "لا نص في محرر الرد للفحص.|اكتب شيئًا أولًا.",
  "notice.reply-long": "الرد أطول من 20,000 حرف.|اختصره، ثم افحصه مجددًا.",
  "notice.reply-note": "قد لا يكون هذا ردًا عامًا.|لا تُفحص الملاحظات."
}
