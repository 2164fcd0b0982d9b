import type { helpdeskToken as english } from "../../en/lookups/helpdesk-token.ts"
import type { Translation } from "../../translation.ts"

export const helpdeskToken: Translation<typeof english> = {
  token: "كيف تُقرأ هذه التذكرة",
  "token.why.missing.front":
    "لا شيء معلن يبيّن كيف تميّز صفحة مكتب المساعدة هذا رسالة العميل من رسالة زميل، لذا تُقرأ التذاكر بواجهة API الموثّقة. تتطلب رمزًا مميزًا ينشئه مسؤول مكتب المساعدة.",
  "token.why.missing.hubspot":
    "لا يضمن HubSpot إمكان قراءة تذكرة في جلستك. تتيح ذلك واجهة API الموثّقة، حتى لمحادثة طويلة أو لتذكرة لا يذكر عنوانها محادثة. تتطلب رمزًا مميزًا ينشئه مسؤول HubSpot.",
  "token.why.refused": "رفض {host} الرمز المميز. ربما حُذف.",
  "token.why.too-narrow":
    "لا يسمح الرمز المميز بقراءة هذه التذكرة. يمكن لمسؤول مكتب المساعدة توسيع صلاحياته، أو إنشاء غيره.",
  "token.why.other-account": "الرمز المميز لحساب آخر في مكتب المساعدة غير حساب هذه الصفحة.",
  "token.why.not-allowed": "لا يُسمح بعد لهذا المتصفح بسؤال {host}. يُسأل عن التذكرة المعروضة وحدها، بطلب GET.",
  "token.front": "في Front: Settings ثم Developers ثم API tokens. يلزمه قراءة المحادثات والرسائل، ولا شيء غير ذلك.",
  "token.hubspot":
    "في HubSpot: Development ثم Keys ثم Service keys. ويصلح أيضًا تطبيق خاص أُنشئ من قبل. يلزمه conversations.read، ولا شيء غير ذلك.",
  "token.label": "رمز API المميز",
  "token.where": "يُحفظ مشفّرًا في هذا المتصفح، ويُرسل إلى {host} فقط.",
  "token.offer": "أو قراءتها بواجهة API",
  "token.save": "حفظه وقراءة التذكرة",
  "token.allow": "السماح بـ {host}",
  "token.allow.not": "لم يسمح المتصفح بذلك، فلم يُقرأ شيء.",
  "token.failed": "تعذّر تخزينه. أعد تحميل الصفحة وحاول مجددًا.",
  "token.says.front": "يسأل متصفحك {host} عن التذكرة المعروضة برمزك المميز. لا تُطلب تعليقات الفريق.",
  "token.says.hubspot":
    "يسأل متصفحك {host} عن المحادثة المعروضة برمزك المميز. تأتي معها تعليقات الفريق، وتبقى في هذا المتصفح.",
  "token.instead": "قُرئت هذه التذكرة في جلستك بدلًا من ذلك.",
  "token.other": "استخدام رمز مميز آخر",
  "token.forget": "نسيان الرمز المميز",
  "token.forgotten.front": "نُسي. تُقرأ التذاكر هنا مجددًا بعد أن تكتب رمزًا مميزًا.",
  "token.forgotten.hubspot": "نُسي. تُقرأ التذاكر هنا في جلستك، حيث تتيحها."
}
