import type { webhooks as english } from "../en/webhooks.ts"
import type { Translation } from "../translation.ts"

export const webhooks: Translation<typeof english> = {
  webhooks: "خطافات الويب",
  "webhooks.lead":
    "عند تخزين نتيجة أو مراجعة، يرسل الخادم الوسيط إلى هذه العناوين معرّفات وحالات وأرقامًا، ولا يرسل نص تذكرة أبدًا.",
  "webhooks.none": "لا خطافات ويب بعد.",
  "webhooks.list": "عناوين خطافات الويب",
  "webhooks.since": "منذ {time}.",
  "webhooks.counts": `{waiting, plural, =0 {لا إرسال ينتظر} zero {لا إرسال ينتظر} one {إرسال واحد ينتظر}
    two {إرسالان ينتظران} few {# إرسالات تنتظر} many {# إرسالًا ينتظر} other {# إرسال ينتظر}}، {failed, plural,
    =0 {ولم يفشل شيء نهائيًا في الأسبوع الأخير.} zero {ولم يفشل شيء نهائيًا في الأسبوع الأخير.}
    one {وفشل واحد نهائيًا في الأسبوع الأخير.} two {وفشل اثنان نهائيًا في الأسبوع الأخير.}
    few {وفشل # نهائيًا في الأسبوع الأخير.} many {وفشل # نهائيًا في الأسبوع الأخير.}
    other {وفشل # نهائيًا في الأسبوع الأخير.}}`,
  "webhooks.address": "عنوان المستقبِل",
  "webhooks.address.hint": "يبدأ بـ \u2066https://\u2069 ويمكن الوصول إليه من الإنترنت.",
  "webhooks.address.none": "اكتب عنوان خطاف الويب.",
  "webhooks.add": "إضافة خطاف الويب",
  "webhooks.adding": "جارٍ الإضافة.",
  "webhooks.added": "سر {url}:",
  "webhooks.once": "يظهر هنا مرة واحدة فقط. يفحص به المستقبِل التوقيع، كما تنص مواصفة Standard Webhooks.",
  "webhooks.copy": "نسخ سر خطاف الويب",
  "webhooks.copied": "نُسخ.",
  "webhooks.copy-failed": "لم يسمح المتصفح بالنسخ. حدّد السر وانسخه بنفسك.",
  "webhooks.hide": "إخفاء السر",
  "webhooks.test": "إرسال اختبار",
  "webhooks.testing": "جارٍ إرسال اختبار.",
  "webhooks.test.taken": "قبِل المستقبِل الاختبار: أجاب بـ {result}.",
  "webhooks.test.answered": "لم يقبل المستقبِل الاختبار: أجاب بـ {result}.",
  "webhooks.test.redirected":
    "لم يقبل المستقبِل الاختبار: أجاب بـ {result}، وهو تحويل إلى عنوان آخر. استخدم ذلك العنوان.",
  "webhooks.test.refused": "لم يُسأل المستقبِل: عنوانه في شبكة خاصة.",
  "webhooks.test.certificate":
    "لم يُسأل المستقبِل: لا يثق الخادم الوسيط بشهادته. قد تكون منتهية، أو ناقصة، أو لمضيف آخر.",
  "webhooks.test.no-host": "لم يُسأل المستقبِل: لا مضيف بهذا الاسم. تأكد من العنوان.",
  "webhooks.test.unreachable": "تعذّر الوصول إلى المستقبِل، أو لم يجب خلال 15 ثانية.",
  "webhooks.remove": "إزالة",
  "webhooks.sure": "إزالة خطاف الويب هذا؟ لن يرسل إليه الخادم الوسيط شيئًا، ولا حتى المنتظر، وسيحذف سره.",
  "webhooks.do": "إزالة خطاف الويب",
  "webhooks.keep": "إبقاء",
  "webhooks.removed": "لن يرسل الخادم الوسيط شيئًا إلى {url}.",
  "webhooks.deliveries": `{count, plural, zero {لا إرسالات} one {آخر إرسال} two {آخر إرسالين} few {آخر # إرسالات}
    many {آخر # إرسالًا} other {آخر # إرسال}}`,
  "webhooks.deliveries.of": "آخر الإرسالات إلى {url}",
  "webhooks.deliveries.none": "لم يُرسل شيء في الأسبوع الأخير.",
  "webhooks.event": "الحدث",
  "webhooks.event.outcome": "خُزّنت نتيجة",
  "webhooks.event.review": "حُفظت مراجعة",
  "webhooks.when": "خُزّن",
  "webhooks.state": "الحالة",
  "webhooks.state.delivered": "قُبل",
  "webhooks.state.waiting": "ينتظر؛ المحاولة التالية {time}",
  "webhooks.state.failed": "فشل نهائيًا",
  "webhooks.attempts": "المحاولات",
  "webhooks.result": "آخر إجابة",
  "webhooks.result.none": "لا شيء بعد",
  "webhooks.result.redirected": "{result}، تحويل إلى عنوان آخر",
  "webhooks.result.refused": "لم يُسأل: عنوان خاص",
  "webhooks.result.certificate": "لم يُسأل: شهادته غير موثوقة",
  "webhooks.result.no-host": "لم يُسأل: لا مضيف بهذا الاسم",
  "webhooks.result.unreachable": "تعذّر الوصول إليه، أو لم يجب"
}
