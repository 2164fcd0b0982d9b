import type { voices as english } from "../en/voices.ts"
import type { Translation } from "../translation.ts"

export const voices: Translation<typeof english> = {
  voices: "الأساليب",
  "voices.lead":
    "كيف تبدو الردود، حسب العلامة التجارية والمجموعة واللغة والقناة. كل تغيير إصدار، وتُظهر المسودات المكتوبة بعده إصدار مسودات جديدًا.",
  "voices.none": "لا أساليب. تُكتب المسودات دون أسلوب.",
  "voices.list": "أساليب الفريق",
  "voices.of": "{of}، الإصدار {version}، منذ {time}.",
  "voices.of.all": "كل التذاكر، الإصدار {version}، منذ {time}.",
  "voices.show": "عرض النص",
  "voices.remove": "إزالة",
  "voices.sure": "لن تُكتب به المسودات بعد ذلك. تبقى إصداراته.",
  "voices.do": "إزالة",
  "voices.keep": "إبقاء",
  "voices.removed": "أُزيل {name}.",
  "voices.learn": "التعلّم من الردود",
  "voices.learning": "جارٍ قراءة الردود.",
  "voices.learn.hint": "يقترح أسلوبًا من التذاكر المحلولة المستوردة. لا يُخزّن شيء قبل أن تحرّره وتخزّنه.",
  "voices.learn.none": "لم تُستورد تذاكر محلولة بعد. استورد بعضها أولًا في “المعرفة” في هذه الصفحة.",
  "voices.learn.found": `{language}: {replies, plural, zero {لا ردود} one {رد واحد} two {ردّان} few {# ردود}
    many {# ردًا} other {# رد}}.`,
  "voices.learn.few": `{language}: {replies, plural, zero {لا ردود} one {رد واحد} two {ردّان} few {# ردود}
    many {# ردًا} other {# رد}}. الحد الأدنى {needed, number}، لذا لا يُقترح أسلوب.`,
  "voices.learn.take": "تحرير المقترح",
  "voices.source": "نص أسلوب (YAML)",
  "voices.source.hint": "ألصق ملفًا. إن كان باسم أسلوب في القائمة، حل محله.",
  "voices.unsaved": "خزّن النص أدناه أولًا، أو أفرغ الحقل: سيحل المقترح محله.",
  "voices.source.none": "ألصق نص أسلوب.",
  "voices.mistakes": "لم يُخزّن:",
  "voices.save": "تخزين الأسلوب",
  "voices.saving": "جارٍ التخزين.",
  "voices.preview": "معاينة",
  "voices.preview.writing": "جارٍ كتابة الردود.",
  "voices.preview.done": `{letters, plural, =0 {لا تذكرة تجريبية لها رد بهذا الأسلوب.}
    zero {لا تذكرة تجريبية لها رد بهذا الأسلوب.} one {رد واحد بهذا الأسلوب.} two {ردّان بهذا الأسلوب.}
    few {# ردود بهذا الأسلوب.} many {# ردًا بهذا الأسلوب.} other {# رد بهذا الأسلوب.}}{old, select,
    yes { تغيّر النص بعد ذلك: اضغط “معاينة” مجددًا.} other {}}`,
  "voices.preview.mistakes": "لا يمكن معاينته:",
  "voices.preview.of": "معاينة {name}",
  "voices.preview.of.text": "معاينة النص، {name}",
  "voices.preview.how":
    "مكتوبة دون نموذج، من صفحات المتجر التجريبي. لا يُخزّن شيء ولا يُحسب، ويسري الأسلوب هنا أيًا كانت علامته التجارية ومجموعته.",
  "voices.preview.about":
    "{language}، {channel, select, mail {بريد إلكتروني} chat {دردشة} messaging {مراسلة} social {علنًا} other {{channel}}}، من {requester}.",
  "voices.preview.asked": "رسالة العميل",
  "voices.preview.without": "دون الأسلوب",
  "voices.preview.with": "بالأسلوب",
  "voices.preview.same": "لا يغيّر الأسلوب شيئًا في هذا الرد.",
  "voices.preview.clean": "لا يجد فحص الأسلوب فيه شيئًا.",
  "voices.preview.findings": "يجد فحص الأسلوب:",
  "voices.preview.times": "(المرات: {times, number})",
  "voices.saved": "خُزّن {name}، الإصدار {version}."
}
