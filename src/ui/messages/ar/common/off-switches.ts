import type { offSwitches as english } from "../../en/common/off-switches.ts"
import type { Translation } from "../../translation.ts"

/** The admin page's card "Off switches". */
export const offSwitches: Translation<typeof english> = {
  switches: "مفاتيح الإيقاف",
  "switches.lead": "ما هو متوقف لبعض التذاكر أو الأشخاص. لا يرسل المتصفح الذي علم بذلك شيئًا منه، وتذكر اللوحة السبب.",
  "switches.none": "لا شيء متوقف.",
  "switches.list": "ما هو متوقف",
  "switches.kind": "ما الذي يُوقَف",
  "switches.kind.reading": "القراءة: لا يُستخدم شيء من التذكرة ولا يُرسل",
  "switches.kind.preparing": "المسودات المُعدّة مسبقًا: لا تُكتب مسودة إلا عند الطلب",
  "switches.kind.model": "النماذج: تُكتب المسودات دون نموذج",
  "switches.row.reading": "القراءة متوقفة إذا {when}",
  "switches.row.preparing": "المسودات المُعدّة مسبقًا متوقفة إذا {when}",
  "switches.row.model": "النماذج متوقفة إذا {when}",
  "switches.when": "لأي تذاكر أو أشخاص",
  "switches.when.hint":
    "مثلًا: tag is vip; field Country is CH; group is Second level; person is Mia Berg; site is https://*.zendesk.com; always. تربط الكلمة and عدة شروط.",
  "switches.when.wrong": "تتعذر قراءة هذا الشرط. اكتبه كما في الأمثلة.",
  "switches.add": "إيقاف",
  "switches.adding": "جارٍ الإيقاف.",
  "switches.added": "تم الإيقاف. تعلم المتصفحات بذلك مع الإجابة التالية للخادم الوسيط.",
  "switches.since": "منذ {time}، بواسطة {by}.",
  "switches.remove": "إزالة",
  "switches.sure": "هل تريد إزالة هذا المفتاح؟ سيعمل مجددًا ما كان موقوفًا به.",
  "switches.do": "إزالة المفتاح",
  "switches.keep": "إبقاؤه متوقفًا",
  "switches.removed": "أُزيل المفتاح."
}
