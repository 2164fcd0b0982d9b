import type { playbook as english } from "../en/playbook.ts"
import type { Translation } from "../translation.ts"

export const playbook: Translation<typeof english> = {
  playbook: "دليل الإجراءات: {title}",
  "playbook.step": "الخطوة {n} من {of}",
  "playbook.renewed": "تُراجَع الخطوات مجددًا. أدناه ما كانت عليه.",
  "playbook.passed": "تم:",
  "playbook.state.asks": "تنتظر ما ينقص",
  "playbook.state.acts": "الآن",
  "playbook.state.escalates": "تتولى الأمر مجموعة أخرى",
  "playbook.state.ends": "تمت",
  "playbook.state.falls-back": "لا فرع من الدليل ينطبق",
  "playbook.do": "المطلوب: {line}",
  "playbook.escalate": "تسليم إلى {group}. {why}",
  "playbook.missing": "ينقص للخطوة التالية",
  "playbook.asked": "يسأل الرد عنه.",
  "playbook.unread": "كتبت “{value}”، ولا يستطيع الدليل قراءته: اكتب اليوم أو الرقم وحده.",
  "playbook.given": "ما كتبته",
  "playbook.given.fact": "{label}: {value}",
  "playbook.given.back": "تراجع",
  "playbook.given.back.long": "تراجع عن {label}: {value}",
  "playbook.period.hour": `{n, plural, zero {0 ساعة} one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة}
    other {# ساعة}}`,
  "playbook.period.day": `{n, plural, zero {0 يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا}
    other {# يوم}}`,
  "playbook.period.business-day": `{n, plural, zero {0 يوم عمل} one {يوم عمل واحد} two {يومي عمل} few {# أيام عمل}
    many {# يوم عمل} other {# يوم عمل}}`,
  "playbook.period.month": `{n, plural, zero {0 شهر} one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرًا}
    other {# شهر}}`,
  "playbook.period.year": `{n, plural, zero {0 سنة} one {سنة واحدة} two {سنتين} few {# سنوات} many {# سنة}
    other {# سنة}}`,
  "playbook.because.tag": "{holds, select, yes {للتذكرة الوسم {value}} other {ليس للتذكرة الوسم {values}}}",
  "playbook.because.intent": "{holds, select, yes {موضوع التذكرة {value}} other {موضوع التذكرة ليس {values}}}",
  "playbook.because.unknown": "{what}: غير معروف",
  "playbook.because.known": "{what}: {value}",
  "playbook.because.is":
    "{holds, select, yes {{what}: {value}، يساوي {values}} other {{what}: {value}، لا يساوي {values}}}",
  "playbook.because.within":
    "{holds, select, yes {{what}: {value}، خلال {period}} other {{what}: {value}، ليس خلال {period}}}",
  "playbook.because.within.day":
    "{holds, select, yes {{what}: {value}، خلال {period}، حتى {day}} other {{what}: {value}، ليس خلال {period}، وقد انتهت في {day}}}",
  "playbook.because.longer-than":
    "{holds, select, yes {{what}: {value}، أكثر من {period}} other {{what}: {value}، ليس أكثر من {period}}}",
  "playbook.because.longer-than.day":
    "{holds, select, yes {{what}: {value}، قبل أكثر من {period}، منذ {day}} other {{what}: {value}، ليس قبل أكثر من {period} حتى {day}}}",
  "playbook.because.at-least":
    "{holds, select, yes {{what}: {value}، لا يقل عن {figure, number}} other {{what}: {value}، أقل من {figure, number}}}",
  "playbook.because.at-most":
    "{holds, select, yes {{what}: {value}، لا يزيد على {figure, number}} other {{what}: {value}، أكثر من {figure, number}}}",
  "playbook.because.over":
    "{holds, select, yes {{what}: {value}، فوق {figure, number}} other {{what}: {value}، ليس فوق {figure, number}}}",
  "playbook.because.under":
    "{holds, select, yes {{what}: {value}، تحت {figure, number}} other {{what}: {value}، ليس تحت {figure, number}}}",
  "playbook.because.before": "{holds, select, yes {{what}: {value}، قبل {day}} other {{what}: {value}، ليس قبل {day}}}",
  "playbook.because.after": "{holds, select, yes {{what}: {value}، بعد {day}} other {{what}: {value}، ليس بعد {day}}}",
  "playbook.because.earlier": "{what}: {value}، {test}",
  playbooks: "أدلة الإجراءات",
  "playbooks.lead":
    "إجراءات الفريق، دليل لكل نوع من التذاكر. تُكتب المسودة من الخطوة التي بلغتها التذكرة. كل تغيير إصدار.",
  "playbooks.none": "لا أدلة إجراءات. تُكتب المسودات من الصفحات والردود وحدها.",
  "playbooks.list": "أدلة إجراءات الفريق",
  "playbooks.of": `{name}، الإصدار {version}، منذ {time}. {steps, plural, zero {لا خطوات} one {خطوة واحدة} two {خطوتان}
    few {# خطوات} many {# خطوة} other {# خطوة}}، {ends, plural, zero {لا نهايات} one {نهاية واحدة} two {نهايتان}
    few {# نهايات} many {# نهاية} other {# نهاية}}، {groups, plural, =0 {لا طريق إلى مجموعة أخرى}
    zero {لا طريق إلى مجموعة أخرى} one {طريق واحد إلى مجموعة أخرى} two {طريقان إلى مجموعة أخرى}
    few {# طرق إلى مجموعة أخرى} many {# طريقًا إلى مجموعة أخرى} other {# طريق إلى مجموعة أخرى}}. لا أخطاء.`,
  "playbooks.unread": "{name}، الإصدار {version}، منذ {time}. لا يستطيع هذا الخادم الوسيط قراءته، فتتجاهله المسودات:",
  "playbooks.show": "عرض النص",
  "playbooks.flow": "عرض المخطط",
  "playbooks.picture": `المخطط الانسيابي لـ {title}، {steps, plural, zero {دون خطوات} one {خطوة واحدة} two {خطوتان}
    few {# خطوات} many {# خطوة} other {# خطوة}}. القائمة أدناه تقول الشيء نفسه.`,
  "playbooks.scroll": "المخطط الانسيابي لـ {title}، قابل للتمرير",
  "playbooks.steps": "خطوات {title} وطرقها",
  "playbooks.step.end": "نهاية",
  "playbooks.step.escalation": "تتولى الأمر مجموعة أخرى",
  "playbooks.way": "إلى {title}",
  "playbooks.way.if": "إن كان {label}: إلى {title}",
  "playbooks.way.else": "وإلا: إلى {title}",
  "playbooks.remove": "إزالة",
  "playbooks.sure": "لن تتبعه المسودات بعد ذلك. تبقى إصداراته.",
  "playbooks.do": "إزالة",
  "playbooks.keep": "إبقاء",
  "playbooks.removed": "أُزيل {name}.",
  "playbooks.source": "نص دليل إجراءات (YAML)",
  "playbooks.source.hint": "ألصقه، أو اختر ملفًا. إن كان باسم دليل في القائمة، حل محله.",
  "playbooks.unsaved": "خزّن النص أدناه أولًا، أو أفرغ الحقل: سيحل الملف محله.",
  "playbooks.source.none": "ألصق نص دليل إجراءات، أو اختر ملفًا.",
  "playbooks.file": "ملف دليل إجراءات",
  "playbooks.file.unread": "تعذّرت قراءة الملف: اختره مجددًا، أو ألصق نصه.",
  "playbooks.file.large": "الملف كبير جدًا: أقصى طول للدليل 200,000 حرف.",
  "playbooks.mistakes": "لم يُخزّن:",
  "playbooks.save": "تخزين الدليل",
  "playbooks.saving": "جارٍ التخزين.",
  "playbooks.saved": "خُزّن {name}، الإصدار {version}."
}
